"""The tables of a document: runs of table rows, with what stands above them.

A table that came as lines ("2-1 Organizational details About us 5") is a run of passages that begin with a code.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from disclosure_index.model import Document, Location, Passage
from disclosure_index.printed_index.claims import FrameworkHints
from disclosure_index.printed_index.codes import codes_in, tidy
from disclosure_index.printed_index.framework_titles import title_length
from disclosure_index.printed_index.page_references import last_pages

_ABOVE = 4  # passages before a table that may name its framework or edition
_GAP = 3  # lines without a code that end it
_ROWS = 4  # lines that begin with a code and make a table
_LONGEST = 400
_CODE = 40  # characters that hold a code and what tells it from a number
_DIGIT = re.compile(r"\d")
_Coded = tuple[FrameworkHints, str, int]  # a line's framework, its first code, and where its codes end
LINES_HEAD = ("Code", "Title", "Section", "Page")
"""The head of a table that came as lines."""


@dataclass(slots=True)
class TableRow:
    """A table row; one text that stands in every cell (a merged one, written out) is kept once."""

    cells: list[str]
    location: Location
    page: str = ""
    merged: bool = False  # one text over all cells

    @property
    def filled(self) -> list[int]:
        """The numbers of the cells that hold something."""
        return [n for n, cell in enumerate(self.cells) if cell]

    def cell(self, number: int) -> str:
        """The cell of a column, "" where the row is shorter."""
        return self.cells[number] if 0 <= number < len(self.cells) else ""


@dataclass(slots=True)
class TableGrid:
    """A table."""

    rows: list[TableRow]
    captions: tuple[str, ...] = ()  # nearest first: the texts above it, then the headings around it
    lead_in: tuple[str, ...] = ()  # the texts above it since the last table, in reading order


def grids_of(document: Document, frameworks: Mapping[str, FrameworkHints]) -> Iterator[TableGrid]:
    """Yield the tables of a document in reading order."""
    run: list[Passage] = []
    codes: list[_Coded | None] = []  # of the run's passages
    rows: list[Passage] = []
    for passage in document.passages:
        if passage.kind == "table-row":
            rows.append(passage)
            continue
        if rows:
            yield _grid(document, _rows(rows, frameworks), rows[0], run)
            run, codes, rows = [], [], []
        run.append(passage)
        codes.append(_coded(passage, frameworks))
        if len(run) > _ROWS and (grid := _lines(document, run, codes)) is not None:
            yield grid
            run, codes = run[-_GAP:], codes[-_GAP:]
    if rows:
        yield _grid(document, _rows(rows, frameworks), rows[0], run)
    elif (grid := _lines(document, run, codes, end=True)) is not None:
        yield grid


def _grid(document: Document, rows: list[TableRow], first: Passage, above: Sequence[Passage]) -> TableGrid:
    texts = [p.text for p in above[-_ABOVE:] if len(p.text) < 200]
    titles = [section.title for section in document.path_of(first.section)]
    return TableGrid(rows, tuple(dict.fromkeys([*reversed(texts), *reversed(titles)])), tuple(texts))


def _rows(passages: Sequence[Passage], frameworks: Mapping[str, FrameworkHints]) -> list[TableRow]:
    """Return the rows of a table; those of a table that came as one column are lines."""
    rows = [row for passage in passages if not _is_folio(row := _row(passage))]
    passages = [passage for passage in passages if not _is_folio(_row(passage))]
    if not rows:
        return []
    if any(len(row.cells) > 1 for row in rows):
        return rows
    lines = [
        _line_row(passage, found) if (found := _coded(passage, frameworks)) else row
        for passage, row in zip(passages, rows, strict=True)
    ]
    return [TableRow(list(LINES_HEAD), rows[0].location, rows[0].page), *lines]


def _is_folio(row: TableRow) -> bool:
    """Whether a row is the number of its page, which was read as the last row of the table above it."""
    return bool(row.page) and [row.cells[n] for n in row.filled] == [row.page]


def _row(passage: Passage) -> TableRow:
    return row_of([cell.strip() for cell in passage.text.split("\t")], passage.location, passage.page)


def row_of(cells: list[str], location: Location, page: str) -> TableRow:
    """Return a row; a text that stands in all its cells is kept once."""
    filled = [cell for cell in cells if cell]
    merged = len(filled) > 1 and len(set(filled)) == 1
    if merged:
        cells = [filled[0], *[""] * (len(cells) - 1)]
    return TableRow(cells, location, page, merged)


def _lines(
    document: Document, run: Sequence[Passage], codes: Sequence[_Coded | None], end: bool = False
) -> TableGrid | None:
    """Read the run's last lines as rows, once a passage that is none has ended them."""
    last = len(run)
    while last > 0 and codes[last - 1] is None:
        last -= 1
        if not end and len(run) - last == _GAP:
            break
    if not end and len(run) - last < _GAP and _between(run, len(run) - 1):
        return None
    first = last
    while first > 0 and (codes[first - 1] is not None or (first < last and _between(run, first - 1))):
        first -= 1
    coded = zip(run[first:last], codes[first:last], strict=True)
    rows = [_line_row(passage, found) for passage, found in coded if found is not None]
    paged = sum(bool(row.cells[3]) for row in rows)
    if len(rows) < _ROWS or paged < 0.5 * len(rows):
        return None
    head = TableRow(list(LINES_HEAD), run[first].location, run[first].page)
    return _grid(document, [head, *rows], run[first], run[:first])


def _between(run: Sequence[Passage], number: int) -> bool:
    """Whether a passage without a code may stand between rows: a short one, as the name of a Standard."""
    return len(run[number].text) < 80


def _coded(passage: Passage, frameworks: Mapping[str, FrameworkHints]) -> _Coded | None:
    """Return the framework, the first code of a line and where its codes end."""
    digit = _DIGIT.search(passage.text, 0, 40)
    if len(passage.text) > _LONGEST or passage.kind == "heading" or digit is None:
        return None
    text = tidy(passage.text)
    beginning = text[: digit.start() + _CODE]  # no digit stands before the first code: most lines end here
    for hints in frameworks.values():
        if hints.find(beginning) and (found := codes_in(text, hints)):
            return hints, found[0].code, max(item.end for item in found)
    return None


def _line_row(passage: Passage, found: _Coded) -> TableRow:
    hints, code, end = found
    text = tidy(passage.text)
    rest = text[end:].lstrip(" :：.-")
    length = title_length(rest, code, hints)
    title, place = rest[:length], rest[length:].strip()
    pages = last_pages(place or rest)
    section = place[: len(place) - len(pages)] if place else ""
    if not length:
        title = rest[: len(rest) - len(pages)]
    return TableRow([text[:end], title.strip(), section.strip(), pages.strip()], passage.location, passage.page)
