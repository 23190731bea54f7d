"""The tables of a document: runs of table rows with the texts above them, and indexes in the form of lines."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from disclosure_index.model import Document, Passage
from disclosure_index.printed_index.claims import FrameworkHints
from disclosure_index.printed_index.codes import codes_in
from disclosure_index.printed_index.listed_rows import (
    LINES_HEAD,
    ROWS,
    Coded,
    coded_line,
    entries_on_line,
    line_row,
    rows_below_heading,
    rows_of_lines,
)
from disclosure_index.printed_index.related_rows.continued_pages import align_pages
from disclosure_index.printed_index.related_rows.entry_cells import cell_by_cell
from disclosure_index.printed_index.table_rows import TableRow, row_of

_ABOVE = 4  # passages before a table that may name its framework or edition
_MOST_LYING = 8
"""Rows of a transposed table: the fields of an index entry, one per row."""
_FEWEST = 3
"""Codes that make a row one of codes; a cell of an index row may hold one, and another framework's beside it two."""
_CODED = 0.8
"""Share of the cells in the row of codes that begin with one."""


Links = Mapping[int, tuple[tuple[str, ...], frozenset[int]]]
"""By the number of a passage: the anchors that its links point to, and the cells with links out of the document."""
NO_LINKS: tuple[tuple[str, ...], frozenset[int]] = ((), frozenset())


@dataclass(slots=True)
class TableGrid:
    """A table."""

    rows: list[TableRow]
    captions: tuple[str, ...] = ()  # nearest first: the texts above it, then the headings around it
    lead_in: tuple[str, ...] = ()  # the texts above it since the last table, in reading order


def grids_of(document: Document, frameworks: Mapping[str, FrameworkHints]) -> Iterator[TableGrid]:
    """Yield the tables of a document in reading order."""
    links = _links(document)
    run: list[Passage] = []
    codes: list[Coded | None] = []  # of the run's passages
    rows: list[tuple[int, Passage]] = []
    for number, passage in enumerate(document.passages):
        ends = passage.kind in ("table-row", "heading")
        if ends and not rows and (listed := rows_below_heading(run, codes)) is not None:
            yield _grid(document, *listed)
            run, codes = [], []
        if passage.kind == "table-row":
            rows.append((number, passage))
            continue
        if rows:
            yield _grid(document, _rows(rows, frameworks, links), rows[0][1], run)
            run, codes, rows = [], [], []
        for entry, code in entries_on_line(passage, frameworks):
            run.append(entry)
            codes.append(code)
        if len(run) > ROWS and (listed := rows_of_lines(run, codes)) is not None:
            yield _grid(document, *listed)
            kept = next((n for n, code in enumerate(reversed(codes)) if code is not None), len(codes))
            run, codes = run[len(run) - kept :], codes[len(codes) - kept :]
    if rows:
        yield _grid(document, _rows(rows, frameworks, links), rows[0][1], run)
        return
    listed = rows_below_heading(run, codes) or rows_of_lines(run, codes, end=True)
    if listed is not None:
        yield _grid(document, *listed)


def _grid(document: Document, rows: list[TableRow], first: Passage, above: Sequence[Passage]) -> TableGrid:
    texts = [p.text for p in above[-_ABOVE:] if len(p.text) < 200]
    titles = [section.title for section in document.path_of(first.section)]
    return TableGrid(rows, tuple(dict.fromkeys([*reversed(texts), *reversed(titles)])), tuple(texts))


def _links(document: Document) -> Links:
    """Return the targets of each passage's links, by its number."""
    anchors: dict[int, tuple[str, ...]] = {}
    for link in document.links:
        anchors[link.passage] = (*anchors.get(link.passage, ()), link.anchor)
    cells: dict[int, frozenset[int]] = {}
    for external in document.external_links:
        cells[external.passage] = cells.get(external.passage, frozenset()) | {external.cell}
    return {number: (anchors.get(number, ()), cells.get(number, frozenset())) for number in anchors.keys() | cells}


def _rows(
    numbered: Sequence[tuple[int, Passage]],
    frameworks: Mapping[str, FrameworkHints],
    links: Links,
) -> list[TableRow]:
    """Return the rows of a table; those of a table read as one column are lines."""
    both = [
        (row, passage)
        for number, passage in numbered
        if not _is_folio(row := _row(number, passage, *links.get(number, NO_LINKS)))
    ]
    both = [pair for n, pair in enumerate(both) if not _is_running_head(n, both, frameworks)]
    both = cell_by_cell(both, frameworks)
    rows, passages = [row for row, _ in both], [passage for _, passage in both]
    if not rows:
        return []
    if any(len(row.cells) > 1 for row in rows):
        align_pages(rows, frameworks)
        return rows
    lines = [
        line_row(passage, found) if (found := coded_line(passage, frameworks)) else row
        for passage, row in zip(passages, rows, strict=True)
    ]
    return [TableRow(list(LINES_HEAD), rows[0].location, rows[0].page), *lines]


def _is_folio(row: TableRow) -> bool:
    """Whether a row is the number of its page, read as the last row of the table above it."""
    return bool(row.page) and [row.cells[n] for n in row.filled] == [row.page]


def _is_running_head(
    number: int, rows: Sequence[tuple[TableRow, Passage]], frameworks: Mapping[str, FrameworkHints]
) -> bool:
    """Whether a row is the head of its page with the page's number, read as the first row of the table."""
    row = rows[number][0]
    first = number > 0 and row.page != rows[number - 1][0].page
    texts = [row.cells[n] for n in row.filled]
    if not (first and row.page and len(texts) > 1 and row.page in (texts[0], texts[-1])):
        return False
    return not any(codes_in(text, hints) for text in texts for hints in frameworks.values())


def _row(number: int, passage: Passage, anchors: tuple[str, ...], leading_out: frozenset[int]) -> TableRow:
    row = row_of([cell.strip() for cell in passage.text.split("\t")], passage.location, passage.page)
    return replace(row, anchors=anchors, leading_out=leading_out, passage=number)


def upright(grid: TableGrid, frameworks: Mapping[str, FrameworkHints]) -> TableGrid:
    """Return a transposed table with its entries as rows; any other table unchanged.

    All rows are in the place of the row of codes. A transposed table has one row of codes, of one framework, each in a
    cell of its own, below or above the other rows, and as many cells in some other row.
    """
    if not 1 < len(grid.rows) <= _MOST_LYING:
        return grid
    coded = [number for number, row in enumerate(grid.rows) if _is_of_codes(row, frameworks)]
    if len(coded) != 1:
        return grid
    codes = grid.rows[coded[0]]
    last = max(codes.filled)
    if not any(len(row.filled) > _FEWEST and max(row.filled) >= last for row in grid.rows if row is not codes):
        return grid
    columns = ([row.cell(c) for row in grid.rows] for c in range(last + 1))
    rows = [TableRow(cells, codes.location, codes.page) for cells in columns if any(cells)]
    return replace(grid, rows=rows)


def _is_of_codes(row: TableRow, frameworks: Mapping[str, FrameworkHints]) -> bool:
    cells = [row.cells[n] for n in row.filled][1:]  # the first may be the head
    if len(cells) < _FEWEST:
        return False
    for hints in frameworks.values():
        found = [codes[0].code for cell in cells if len(codes := codes_in(cell, hints)) == 1]
        if len(found) >= max(_FEWEST, _CODED * len(cells)) and len(set(found)) > 1:
            return True
    return False
