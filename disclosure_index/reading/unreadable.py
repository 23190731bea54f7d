"""What every reader does with a file that it cannot read: a document that says so, never an exception."""

from disclosure_index.messages import message
from disclosure_index.model import Document, Finding, Location, Message


class RefusedError(Exception):
    """The file breaks a limit or its own format: what is wrong, what to do, and where."""

    def __init__(self, message: Message, hint: Message, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint
        self.line, self.column = line, column


def unreadable(path: str, language: str, error: RefusedError) -> Document:
    """Return the document that stands for a file that could not be read: with one DI601 finding."""
    location = Location(path, error.line, error.column)
    finding = Finding(
        "DI601", message("Cannot read the file: {why}", why=error.message), location, error.hint, unchecked=True
    )
    return Document(path, language, findings=(finding,), readable=False)


def limit_bytes(data: bytes, most: int) -> None:
    """Refuse a file of more than `most` bytes."""
    if len(data) > most:
        raise RefusedError(
            message("it is larger than {most} MiB", most=most // 2**20), message("Split the report into documents")
        )
