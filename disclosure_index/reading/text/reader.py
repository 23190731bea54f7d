"""Reader of plain text, as a PDF export or an editor saves it.

The table of contents determines which lines are headings; running heads at the top of each page, alone or as
"one > two > three", are left out; a line with tabs is a table row, and so are index rows aligned with spaces;
consecutive lines are one paragraph; form feeds separate pages. Positions are lines and
columns of the file.
"""

import re
from collections import Counter

from rapidfuzz import fuzz

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.catalog.notation.shipped_shapes import shipped_shapes
from disclosure_index.model import Document, Location
from disclosure_index.reading.builder import DocumentBuilder, Kind
from disclosure_index.reading.decoding import decode_report
from disclosure_index.reading.page_layout.contents_page import Entry, find_contents, has_text, place_entries
from disclosure_index.reading.plain_title import plain
from disclosure_index.reading.table_rows import add_row
from disclosure_index.reading.text.aligned_columns import aligned_rows
from disclosure_index.reading.text.printed_pages import printed_pages
from disclosure_index.reading.unreadable import RefusedError, limit_bytes, unreadable

MAX_BYTES = 64 * 1024 * 1024
_NUMBERED = (
    (1, re.compile(r"(?:附录|附錄|appendix|annex)\s*[\da-z]{1,2}\b(?![\s:：.]*$)", re.IGNORECASE)),
    (1, re.compile(r"(?:第[一二三四五六七八九十\d]+[章部编編篇]|chapter \d+|part [ivx\d]+)\b", re.IGNORECASE)),
    (3, re.compile(r"[一二三四五六七八九十]{1,3}、\S")),
    (4, re.compile(r"[(（][一二三四五六七八九十]{1,3}[)）]\s*\S")),
    (
        3,
        re.compile(
            r"\d{1,2}\.\d{1,2}\s+(?![万萬亿億千百吨噸%％年倍个個小家人元度km]|tonnes?\b|million\b|billion\b|MWh\b)\S"
        ),
    ),
    (4, re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}\s+\S")),
)
"""Headings that a table of contents leaves out, with their levels."""
_SENTENCE = re.compile(r"[。；;!！?？.:：,，]$")
_ITEM = re.compile(r"\s*(?:[-*•●·▪◦]|\d{1,2}[.)])\s+(?=\S)")
_LONGEST_HEADING = 60
_ALIKE = 85.0  # of 100: two spellings of one title
_RUNNING = 3  # occurrences of a line in the file from which on it is a running head


def read_text(data: bytes, path: str, language: str, shapes: CodeShapes | None = None) -> Document:
    """Read a text file; an unreadable one gives a DI601 finding, never an exception.

    `shapes` are the forms of codes, by default of the shipped frameworks.
    """
    try:
        limit_bytes(data, MAX_BYTES)
        decoded = decode_report(data, language)
    except RefusedError as error:
        return unreadable(path, language, error)
    lines = decoded.text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    reader = _Reader(lines, path, language, shapes or shipped_shapes())
    for finding in decoded.finding(path):
        reader.builder.report(finding)
    return reader.read()


def _is_row(line: str) -> bool:
    return "\t" in line and bool(line.strip())


class _Reader:
    def __init__(self, lines: list[str], path: str, language: str, shapes: CodeShapes) -> None:
        self.rows, taken = aligned_rows(lines, shapes)
        self.pages, self.numbers = printed_pages(lines)
        lines = [line.replace("\f", "") for line in lines]
        self.lines = lines
        self.path = path
        self.shapes = shapes
        self.builder = DocumentBuilder(path, language)
        entries, start = find_contents(lines)
        self.headings: dict[int, Entry] = place_entries(entries, lines, start)
        self.titles = {plain(entry.title) for entry in self.headings.values()} | {
            plain(lines[number]) for number in self.headings
        }
        self.taken = taken - self.rows.keys()
        self.counts = Counter(line.strip() for line in lines)
        self._numbered(start)
        self._indexed(start)

    def read(self) -> Document:
        paragraph: list[int] = []
        for number, line in enumerate(self.lines):
            if number in self.pages:
                self._paragraph(paragraph)
                paragraph = []
                self.builder.page_break(self.pages[number], Location(self.path, number + 1, 1))
            if number in self.taken or number in self.numbers:
                continue
            if number in self.rows:
                self._paragraph(paragraph)
                paragraph = []
                add_row(self.builder, Location(self.path, number + 1, 1), self.rows[number])
                continue
            alone = number in self.headings or _is_row(line) or _ITEM.match(line) is not None
            if alone or not line.strip() or self._runs(number) or self.shapes.starts_with_code(line.strip()):
                self._paragraph(paragraph)
                paragraph = []
            if number in self.headings:
                self._add(Kind.HEADING, "h", number, line.lstrip("> "), self.headings[number].level)
            elif self._runs(number) or not line.strip():
                continue
            elif _is_row(line):
                add_row(self.builder, Location(self.path, number + 1, 1), line.split("\t"))
            elif item := _ITEM.match(line):
                self._add(Kind.ITEM, "li", number, line[item.end() :])
            else:
                paragraph.append(number)
        self._paragraph(paragraph)
        title = next((line.strip() for line in self.lines if line.strip()), "")
        return self.builder.finish(title[:200])

    def _numbered(self, start: int) -> None:
        """Add the numbered headings: short lines between empty ones, without list items."""
        alone = [
            (number, level)
            for number in range(start, len(self.lines))
            if (level := self._level(number)) and not self._near(number)
        ]
        for number, level in alone:
            self.headings.setdefault(number, Entry(self.lines[number].strip(), level))
        self.headings = dict(sorted(self.headings.items()))

    def _indexed(self, start: int) -> None:
        """Add the headings that only an index table names: lines of their own with text after them."""
        rows = [line.split("\t") for line in self.lines if _is_row(line)]
        named = {
            plain(cells[0]) for cells in rows if 3 < len(cells[0].strip()) <= _LONGEST_HEADING
            and any(self.shapes.starts_with_code(cell.strip()) for cell in cells[1:])
        }  # fmt: skip
        # a heading that the contents spell differently is there already
        named = {title for title in named if not any(fuzz.ratio(title, known) >= _ALIKE for known in self.titles)}
        for number in range(start, len(self.lines)):
            if (
                plain(self.lines[number]) in named
                and not _is_row(self.lines[number])
                and has_text(number, self.lines, named)
            ):
                named.discard(plain(self.lines[number]))
                self.headings.setdefault(number, Entry(self.lines[number].strip(), 3))
        self.headings = dict(sorted(self.headings.items()))

    def _level(self, number: int) -> int:
        text = self.lines[number].strip()
        if _is_row(self.lines[number]):
            return 0
        if not 1 < len(text) <= _LONGEST_HEADING or _SENTENCE.search(text) or "\t" in text:
            return 0
        return next((level for level, pattern in _NUMBERED if pattern.match(text)), 0)

    def _near(self, number: int) -> bool:
        """Whether the next text is numbered the same way, which makes both list items."""
        level = self._level(number)
        following = next(
            (n for n in range(number + 1, min(number + 4, len(self.lines))) if self.lines[n].strip()), None
        )
        before = next((n for n in range(number - 1, max(number - 4, -1), -1) if self.lines[n].strip()), None)
        return any(n is not None and self._level(n) == level for n in (following, before))

    def _runs(self, number: int) -> bool:
        """Whether a line is a running head."""
        text = self.lines[number].strip()
        if number in self.headings or not text or len(text) > 2 * _LONGEST_HEADING or _is_row(self.lines[number]):
            return False
        if ">" in text:
            parts = [plain(part) for part in text.split(">")]
            return any(part in self.titles for part in parts) or self.counts[text] >= _RUNNING
        return plain(text) in self.titles and self.counts[text] >= _RUNNING

    def _paragraph(self, numbers: list[int]) -> None:
        if numbers:
            self._add(Kind.PARAGRAPH, "p", numbers[0], "\n".join(self.lines[n] for n in numbers))

    def _add(self, kind: Kind, name: str, number: int, text: str, level: int = 0) -> None:
        column = len(self.lines[number]) - len(self.lines[number].lstrip()) + 1
        self.builder.start(kind, name, Location(self.path, number + 1, column), level=level)
        self.builder.text(text)
        self.builder.end()
