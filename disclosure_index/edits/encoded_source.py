"""The bytes of a source with the encoding that expat read them in: offsets count bytes, never characters."""

import codecs
import re
from dataclasses import dataclass

_WINDOW = 2048  # bytes
_UNDEFINED = "\ufffe"  # in a table of characters: the byte has no meaning


def as_read(source: bytes, declared: str) -> "Encoded":
    """Return a source with the encoding that expat chose from its first bytes or its declaration."""
    head = source[:2]
    if head == codecs.BOM_UTF16_LE or head == b"<\0":
        return Encoded(source, "utf-16-le")
    if head == codecs.BOM_UTF16_BE or head == b"\0<":
        return Encoded(source, "utf-16-be")
    codec = codecs.lookup(declared or "utf-8").name
    if codec == "utf-8":
        return Encoded(source, codec)
    table = bytes(range(256)).decode(codec, "replace").replace("\N{REPLACEMENT CHARACTER}", _UNDEFINED)
    return Encoded(source, codec, table)


@dataclass(frozen=True, slots=True)
class Encoded:
    """A source read from given offsets on. Line breaks and blanks are matched in whole code units."""

    source: bytes
    codec: str
    table: str = ""  # the meaning of each byte, where expat uses a table

    @property
    def unit(self) -> int:
        """The number of bytes of a line break character."""
        return 2 if self.codec.startswith("utf-16") else 1

    def encode(self, text: str) -> bytes:
        """Return markup as bytes; a character that the encoding lacks becomes a character reference."""
        if self.table:
            return codecs.charmap_encode(text, "xmlcharrefreplace", codecs.charmap_build(self.table))[0]
        return text.encode(self.codec)

    def text(self, start: int, end: int) -> str:
        """Return the text between two offsets."""
        return self.decode(self.source[start:end])

    def decode(self, data: bytes) -> str:
        """Return bytes as text; a character that is cut off at the end is left out."""
        if self.table:
            return codecs.charmap_decode(data, "replace", self.table)[0]
        return codecs.getincrementaldecoder(self.codec)("replace").decode(data)

    def match(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Match a pattern at an offset, at any length; the end of the pattern must be unambiguous."""
        size = _WINDOW
        while True:
            found = pattern.match(self.text(start, start + size))
            if found or start + size >= len(self.source):
                return found
            size *= 8

    def line_start(self, offset: int) -> int:
        """Return the offset at which the line of `offset` begins."""
        return max((at + self.unit for sign in "\r\n" if (at := self._back(sign, offset)) >= 0), default=self._first)

    def line_end(self, offset: int) -> int:
        """Return the offset of the next line break from `offset` on, or of the end."""
        ends = (at for sign in "\r\n" if (at := self._on(sign, offset)) >= 0)
        return min(ends, default=len(self.source))

    def next_line(self, offset: int) -> int:
        """Return the offset after the next line break."""
        end = self.line_end(offset)
        two = 2 * self.unit
        if self.source[end : end + two] == self.encode("\r\n"):
            return end + two
        return min(end + self.unit, len(self.source))

    def line_break(self, near: int) -> str:
        """Return the line break of the previous line, else of this line, so that a new line is like its neighbours."""
        start = self.line_start(near)
        before = self.text(max(start - 2 * self.unit, self._first), start)
        if before.endswith(("\r", "\n")):
            return "\r\n" if before == "\r\n" else before[-1]
        end = self.line_end(near)
        return self.text(end, self.next_line(end)) or "\n"

    def indentation(self, offset: int) -> str:
        """Return the blanks at the beginning of the line of `offset`."""
        found = self.match(re.compile(r"[ \t]*(?=[^ \t])"), self.line_start(offset))
        return found[0] if found else ""

    def content_end(self, start: int, end: int) -> int:
        """Return the offset after the last non-blank character between two offsets; `start` if there is none."""
        blanks = tuple(self.encode(sign) for sign in " \t\r\n")
        while end > start and self.source[end - self.unit : end] in blanks:
            end -= self.unit
        return end

    @property
    def _first(self) -> int:
        """The offset of the text, after the byte order mark."""
        for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            if self.source.startswith(mark):
                return len(mark)
        return 0

    def _back(self, sign: str, offset: int) -> int:
        wanted = self.encode(sign)
        at = self.source.rfind(wanted, 0, max(offset, 0))
        while at >= 0 and at % self.unit:
            at = self.source.rfind(wanted, 0, at + len(wanted) - 1)
        return at

    def _on(self, sign: str, offset: int) -> int:
        wanted = self.encode(sign)
        at = self.source.find(wanted, offset)
        while at >= 0 and at % self.unit:
            at = self.source.find(wanted, at + 1)
        return at
