"""The text of a Markdown file: its encoding, and the offsets of its lines."""

import codecs
import re
from bisect import bisect_right

from disclosure_index.edits.elements import CANNOT_EDIT
from disclosure_index.edits.errors import EditError
from disclosure_index.messages import message
from disclosure_index.model import Location
from disclosure_index.reading.decoding import decode
from disclosure_index.reading.unreadable import RefusedError

_BREAK = re.compile(rb"\r\n|\r|\n")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def decoded(source: bytes, path: str) -> tuple[str, bytes, str]:
    """Return the text of a file, its byte order mark and its encoding.

    Raises:
        EditError: its encoding is a guess, or the file could not be written back unchanged.

    """
    mark, codec = next(((m, c) for m, c in _MARKS if source.startswith(m)), (b"", ""))
    try:
        read = decode(source, "")
        codec = codec or read.encoding
        if read.guessed and not codec.startswith("utf-16"):
            why = message("its encoding is not declared, and was read as {encoding}, which is a guess", encoding=codec)
            raise EditError(CANNOT_EDIT, Location(path), why, message("Save the file as UTF-8"))
        if mark + read.text.encode(codec) == source:
            return read.text, mark, codec
    except RefusedError as error:
        raise EditError(CANNOT_EDIT, Location(path), error.message, error.hint) from None
    except UnicodeError:
        pass
    why = message("its bytes are not valid {codec}", codec=codec)
    raise EditError(CANNOT_EDIT, Location(path), why, message("Save the file as UTF-8"))


class Text:
    """Offsets in the bytes of a text in UTF-8, by line and column."""

    def __init__(self, source: bytes) -> None:
        self.source = source
        self._starts = [0]
        self._ends: list[int] = []
        for match in _BREAK.finditer(source):
            self._ends.append(match.start())
            self._starts.append(match.end())
        self._ends.append(len(source))

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a line and column, both from 1."""
        if line > len(self._starts):
            return len(self.source)
        start = self._starts[line - 1]
        before = self.source[start : self._ends[line - 1]].decode()[: column - 1]
        return start + len(before.encode())

    def line_of(self, offset: int) -> int:
        """Return the number of the line of an offset, from 1."""
        return bisect_right(self._starts, offset)

    def line_start(self, line: int) -> int:
        """Return the offset at which a line begins, counted from 0."""
        return self._starts[min(line, len(self._starts) - 1)]

    def line_end(self, line: int) -> int:
        """Return the offset of the end of a line, counted from 0, before its line break."""
        return self._ends[min(line, len(self._ends) - 1)]

    def next_line(self, offset: int) -> int:
        """Return the offset after the next line break."""
        match = _BREAK.search(self.source, offset)
        return match.end() if match else len(self.source)

    def between(self, start: int, end: int) -> str:
        """Return the text between two offsets."""
        return self.source[start:end].decode()
