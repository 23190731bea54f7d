"""The document for a file that cannot be read: it has a finding instead of content, and no exception is raised."""

from collections.abc import Sequence

from disclosure_index.messages import CLAUSE_COMMA, joined, message
from disclosure_index.model import Document, Finding, Location, Message


class RefusedError(Exception):
    """The file exceeds a limit or violates its format: the problem, the help, and the location."""

    def __init__(self, message: Message, hint: Message, line: int = 0, column: int = 0) -> None:
        super().__init__(message)
        self.message, self.hint = message, hint
        self.line, self.column = line, column


def unreadable(path: str, language: str, error: RefusedError) -> Document:
    """Return the document for a file that could not be read, with one DI601 finding."""
    location = Location(path, error.line, error.column)
    finding = Finding(
        "DI601", message("Cannot read the file: {why}", why=error.message), location, error.hint, unchecked=True
    )
    return Document(path, language, findings=(finding,), readable=False)


def not_read(what: Sequence[Message], location: Location) -> Finding:
    """Return the finding that names the unread parts of a source."""
    problem = message("Not read: {what}", what=joined(CLAUSE_COMMA, what))
    hint = message("If they answer a disclosure, write that into the text of the report")
    return Finding("DI610", problem, location, hint)


def limit_bytes(data: bytes, most: int) -> None:
    """Refuse a file of more than `most` bytes."""
    if len(data) > most:
        raise RefusedError(
            message("it is larger than {most} MiB", most=most // 2**20), message("Split the report into documents")
        )
