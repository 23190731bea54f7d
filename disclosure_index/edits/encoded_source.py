"""The bytes of a source with the encoding that expat read them in: offsets count bytes, never characters."""

import codecs
import re
from dataclasses import dataclass

_WINDOW = 2048  # bytes
_UNDEFINED = "\ufffe"  # in a table of characters: the byte means none


def as_read(source: bytes, declared: str) -> "Encoded":
    """Return a source that expat could read with its encoding, as expat decided it from its first bytes or its word."""
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
    """A source that is looked at from an offset on. Line breaks and blanks are looked for in whole code units."""

    source: bytes
    codec: str
    table: str = ""  # what each byte means, where expat goes by that

    @property
    def unit(self) -> int:
        """The bytes of a line break's character."""
        return 2 if self.codec.startswith("utf-16") else 1

    def encode(self, text: str) -> bytes:
        """Write markup; a character that the encoding lacks becomes a reference to it."""
        if self.table:
            return codecs.charmap_encode(text, "xmlcharrefreplace", codecs.charmap_build(self.table))[0]
        return text.encode(self.codec)

    def text(self, start: int, end: int) -> str:
        """Return what stands between two offsets."""
        return self.decode(self.source[start:end])

    def decode(self, data: bytes) -> str:
        """Read bytes; a character that is cut off at their end is left out."""
        if self.table:
            return codecs.charmap_decode(data, "replace", self.table)[0]
        return codecs.getincrementaldecoder(self.codec)("replace").decode(data)

    def match(self, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Match what stands at an offset, however long it is; the pattern's end has to be unmistakable."""
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
        """Return the line break of the line before, else of the line, so that a new one is like its neighbours."""
        start = self.line_start(near)
        before = self.text(max(start - 2 * self.unit, self._first), start)
        if before.endswith(("\r", "\n")):
            return "\r\n" if before == "\r\n" else before[-1]
        end = self.line_end(near)
        return self.text(end, self.next_line(end)) or "\n"

    def indentation(self, offset: int) -> str:
        """Return the blanks that the line of `offset` begins with."""
        found = self.match(re.compile(r"[ \t]*(?=[^ \t])"), self.line_start(offset))
        return found[0] if found else ""

    def content_end(self, start: int, end: int) -> int:
        """Return the offset after the last thing between two offsets that is not white space; `start` without one."""
        blanks = tuple(self.encode(sign) for sign in " \t\r\n")
        while end > start and self.source[end - self.unit : end] in blanks:
            end -= self.unit
        return end

    @property
    def _first(self) -> int:
        """Where the text begins, the byte order mark aside."""
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
