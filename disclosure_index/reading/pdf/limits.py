"""Limits on what a PDF page makes pdfminer do before it gives a word; only imported where the extra is installed.

pdfminer spells out every range of characters that a font names, one by one, and makes room for a line of a stream as
long as the file says that it is: a few bytes can name billions of either.
"""

import io
import struct
from collections.abc import Iterator
from typing import Any, BinaryIO

from pdfminer.cmapdb import CMapParser, FileUnicodeMap
from pdfminer.pdffont import TrueTypeFont
from pdfminer.pdftypes import PDFStream, resolve1
from pdfminer.psparser import PSKeyword

from disclosure_index.reading.pdf.damage import page_damage

MOST_CHARACTERS = 2**22
"""Characters that all fonts of a file may name: 64 fonts with all 65,536; a font of a report names some hundreds."""

LONGEST_LINE = 2**20  # samples in a line of a stream; a page that is scanned at 1,200 dots an inch has 10,000
_BEYOND = 2**53  # a float is a whole number up to here, and no infinity
_DEEPEST = 20  # forms within forms


class TooCostlyError(Exception):
    """A page asks for more than any page needs."""


class Limits:
    """What the pages of one file may ask for together; a font that several of them use counts once."""

    def __init__(self) -> None:
        self._left = MOST_CHARACTERS
        self._seen: dict[int, object] = {}  # with the object, whose identity no other gets while it is kept

    def hold(self, page: Any) -> None:
        """Look at a page of pdfminer's and at what it uses.

        Raises:
            TooCostlyError: it asks for too much.
            DamagedPageError: pdfminer cannot read it.
        """
        for content in page.contents:
            _stream(content)
        self._resources(page.resources, 0)

    def take(self, characters: int) -> None:
        """Count characters that a font names."""
        self._left -= max(characters, 0)
        if self._left < 0:
            raise TooCostlyError(f"fonts name more than {MOST_CHARACTERS} characters")

    def _resources(self, resources: object, depth: int) -> None:
        if depth > _DEEPEST:
            raise TooCostlyError(f"forms nest more than {_DEEPEST} deep")
        for font in _entries(resources, "Font"):
            if isinstance(font, dict) and self._is_new(font):
                self._font(font)
        for form in _entries(resources, "XObject"):
            if self._is_new(form) and (stream := _stream(form)):
                self._resources(stream.attrs.get("Resources"), depth + 1)

    def _is_new(self, found: object) -> bool:
        known = id(found) in self._seen
        self._seen[id(found)] = found
        return not known

    def _font(self, font: dict[str, Any]) -> None:
        if to_unicode := _stream(font.get("ToUnicode")):
            data = _data(to_unicode)
            with page_damage():
                _Ranges(self, data).run()
        for name in ("FontFile", "FontFile2", "FontFile3"):
            file = _stream(_dictionary(font.get("FontDescriptor")).get(name))
            if file and name == "FontFile2" and not to_unicode:
                data = _data(file)
                with page_damage():
                    _Characters(self, data).count()
        self._widths(font.get("W"), 3)
        self._widths(font.get("W2"), 5)
        descendants = _resolved(font.get("DescendantFonts"))
        for inner in descendants if isinstance(descendants, list) else ():
            # Without descendants of its own: a damaged file may name the font itself here.
            self._font({"ToUnicode": font.get("ToUnicode"), **_dictionary(inner), "DescendantFonts": None})

    def _widths(self, widths: object, size: int) -> None:
        """Count what the ranges of a table of widths span: first, last, and what is said of all between."""
        run: list[float] = []
        listed = _resolved(widths)
        for value in map(_resolved, listed if isinstance(listed, list) else ()):
            run = [*run, value] if isinstance(value, int | float) else []
            if len(run) == size:
                first, last = run[:2]
                if not (abs(first) < _BEYOND and abs(last) < _BEYOND):
                    raise TooCostlyError("widths of characters beyond all that there are")
                self.take(int(last - first) + 1)
                run = []


class _Ranges(CMapParser):
    """Counts the characters in the ranges of a font's map to Unicode."""

    def __init__(self, limits: Limits, data: bytes) -> None:
        super().__init__(FileUnicodeMap(), io.BytesIO(data))
        self._limits = limits

    def do_keyword(self, pos: int, token: PSKeyword) -> None:
        """Count the ranges that end here, instead of spelling them out; the rest is of no account."""
        if token in (self.KEYWORD_ENDBFRANGE, self.KEYWORD_ENDCIDRANGE):
            ends = [value for _, value in self.popall()]
            for first, last in zip(ends[::3], ends[1::3], strict=False):
                if isinstance(first, bytes) and isinstance(last, bytes):
                    self._limits.take(int.from_bytes(last) - int.from_bytes(first) + 1)
        else:
            self.popall()


class _Characters(TrueTypeFont):
    """Counts the characters in the ranges of a font's own table."""

    def __init__(self, limits: Limits, data: bytes) -> None:
        super().__init__("", io.BytesIO(data))
        self._limits = limits

    def count(self) -> None:
        """Count them all; a damaged table is left to pdfminer."""
        try:
            self.create_unicode_map()
        except (TrueTypeFont.CMapNotFound, struct.error, AssertionError):
            return

    def parse_cmap_format_2(self, fp: BinaryIO, char2gid: dict[int, int]) -> None:
        """Count the entries of each subheader."""
        fp.read(4)
        for _ in range(max(struct.unpack(">256H", fp.read(512))) // 8 + 1):
            self._limits.take(struct.unpack(">HHhH", fp.read(8))[1])

    def parse_cmap_format_4(self, fp: BinaryIO, char2gid: dict[int, int]) -> None:
        """Count the segments, of two bytes a code."""
        fp.read(4)
        size = struct.unpack(">HHHH", fp.read(8))[0] // 2
        lasts = struct.unpack(f">{size}H", fp.read(2 * size))
        fp.read(2)
        for first, last in zip(struct.unpack(f">{size}H", fp.read(2 * size)), lasts, strict=True):
            self._limits.take(last - first + 1)

    def parse_cmap_format_12(self, fp: BinaryIO, char2gid: dict[int, int]) -> None:
        """Count the groups, of four bytes a code."""
        fp.read(10)
        for _ in range(struct.unpack(">I", fp.read(4))[0]):
            first, last, _glyph = struct.unpack(">III", fp.read(12))
            self._limits.take(last - first + 1)


def _stream(value: object) -> PDFStream | None:
    """Return a stream, whose lines are no longer than the limit.

    Raises:
        TooCostlyError: they are longer.
    """
    stream = _resolved(value)
    if not isinstance(stream, PDFStream):
        return None
    with page_damage():
        filters = stream.get_filters()
    for _, parameters in filters:
        columns, colors = (_resolved(_dictionary(parameters).get(name, 1)) for name in ("Columns", "Colors"))
        if isinstance(columns, int) and isinstance(colors, int) and columns * colors > LONGEST_LINE:
            raise TooCostlyError(f"a stream whose lines are longer than {LONGEST_LINE} samples")
    return stream


def _data(stream: PDFStream) -> bytes:
    with page_damage():
        return stream.get_data()


def _resolved(value: object) -> Any:
    """Return what a reference leads to."""
    with page_damage():
        return resolve1(value)


def _entries(resources: object, name: str) -> Iterator[object]:
    return map(_resolved, _dictionary(_dictionary(resources).get(name)).values())


def _dictionary(value: object) -> dict[str, Any]:
    found = _resolved(value)
    return found if isinstance(found, dict) else {}
