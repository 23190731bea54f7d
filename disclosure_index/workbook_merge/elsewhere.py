"""Text typed where nothing is merged: other sheets, beside a table, comments. All of it is reported."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from openpyxl.utils import get_column_letter

from disclosure_index.messages import AFTER_PLACE, in_languages, joined, message, plural
from disclosure_index.model import Message
from disclosure_index.outputs.xlsx import guides, kept_cells, meta
from disclosure_index.outputs.xlsx.columns import TYPED
from disclosure_index.tables.columns import head
from disclosure_index.workbook_merge.cells import SheetGrid
from disclosure_index.workbook_merge.values import Typed

SHOWN = 20
"""The most cells of a sheet that are reported one by one; nobody reads a hundred lines."""

TEXT = 60
"""The most characters of a cell that a message quotes."""

COMPARED = 200
"""The most rows that are compared with all remaining exported ones; beyond that, the sheet was rewritten."""

_HIDDEN = (meta.SHEET, guides.SHEET, kept_cells.SHEET)
_NOTHING = kept_cells.digest("")

Place = tuple[int, int]
"""A row, counted from 1, and a column, counted from 0."""

Digests = tuple[str, ...]


def typed_elsewhere(
    grids: Sequence[SheetGrid],
    comments: Mapping[str, Sequence[tuple[str, str]]],
    text_boxes: Mapping[str, Sequence[str]],
) -> Iterator[Message]:
    """Yield messages about typed text that is not merged, sheet by sheet."""
    exported, commented = _kept(next((grid for grid in grids if grid.title == kept_cells.SHEET), None))
    known = any(grid.title == kept_cells.SHEET for grid in grids)
    for grid in grids:
        if grid.title in _HIDDEN:
            continue
        marks = grid.find(f"{meta.MARK}id")
        if marks is not None:
            yield from _reports(grid, _beside(grid, marks))
        elif grid.title in exported:
            yield from _reports(grid, _changed(grid, exported[grid.title]))
        elif known and grid.rows:
            filled = sum(1 for row in grid.rows.values() for cell in row if cell.text)
            cells = plural("{number} cell", "{number} cells", filled)
            yield joined(
                AFTER_PLACE, (grid.title, message("not an exported sheet, so {cells} are ignored", cells=cells))
            )
        if known:
            yield from _comments(grid.title, comments.get(grid.title, ()), commented)
        for text in text_boxes.get(grid.title, ()):
            excerpt = " ".join(text.split())[:TEXT]
            yield joined(AFTER_PLACE, (grid.title, message('the text box "{text}" is not taken', text=excerpt)))
    titles = {grid.title for grid in grids}
    for title in exported:
        if title not in titles:
            yield joined(AFTER_PLACE, (title, message("the sheet was deleted or renamed; the report is unaffected")))
    if not known:
        yield message("exported before changes in other sheets were looked for: only the frameworks' sheets are read")


def _kept(grid: SheetGrid | None) -> tuple[dict[str, list[Digests]], set[str]]:
    """Return what was exported: the rows of each sheet, and the comments of all."""
    rows: dict[str, list[Digests]] = defaultdict(list)
    comments: set[str] = set()
    for cells in grid.rows.values() if grid else ():
        title, number, digests = (*(cell.text for cell in cells), "", "", "")[:3]
        if number == kept_cells.COMMENTS:
            comments.update(digests.split())
        else:
            rows[title].append(_trimmed(digests.split()))
    return rows, comments


def _beside(grid: SheetGrid, marks: int) -> Iterator[tuple[Place, Typed]]:
    """Yield the cells of a framework's sheet outside its columns, and the heads that were renamed."""
    columns = {}
    for at, cell in enumerate(grid.rows[marks]):
        id = cell.text.removeprefix(meta.MARK)
        if cell.text.startswith(meta.MARK) and id in ("id", *TYPED, *meta.COMPUTED):
            columns[at] = id
    heads = next((n for n in sorted(grid.rows) if n > marks), marks)
    is_heads = any(
        cell.text in in_languages(head(columns[at])) for at, cell in _cells(grid.rows[heads]) if at in columns
    )
    for number, row in grid.rows.items():
        for at, cell in _cells(row):
            renamed = (
                is_heads and number == heads and at in columns and cell.text not in in_languages(head(columns[at]))
            )
            if at not in columns or renamed or number < marks:
                yield (number, at), cell


def _changed(grid: SheetGrid, exported: Sequence[Digests]) -> Iterator[tuple[Place, Typed]]:
    """Yield the cells that differ from the export, wherever their row was moved to."""
    left = Counter(exported)
    other = []
    for number, row in grid.rows.items():
        digests = _trimmed([kept_cells.digest(cell.text) for cell in row])
        if left[digests] > 0:
            left[digests] -= 1
        else:
            other.append((number, row, digests))
    rest = list(left.elements())
    for number, row, digests in other:
        same_place = exported[number - 1] if number <= len(exported) else ()
        among = rest if len(other) <= COMPARED else []
        base = max((same_place, *among), key=lambda one: _equal(one, digests))
        if base in rest:
            rest.remove(base)
        for at, (was, now) in enumerate(zip_longest(base, digests, fillvalue=_NOTHING)):
            if was != now:
                yield (number, at), row[at] if at < len(row) else Typed("")
    for gone in rest:
        if any(digest != _NOTHING for digest in gone):
            yield (exported.index(gone) + 1, 0), Typed("")


def _reports(grid: SheetGrid, cells: Iterable[tuple[Place, Typed]]) -> Iterator[Message]:
    found = list(cells)
    for (row, column), cell in found[:SHOWN]:
        place = message(
            "{sheet}, row {row}, column {column}", sheet=grid.title, row=row, column=get_column_letter(column + 1)
        )
        text = cell.text if len(cell.text) <= TEXT else f"{cell.text[: TEXT - 1]}…"
        if text:
            problem = message(
                '"{text}" is not taken; enter it in a column of the framework\'s sheet', text=" ".join(text.split())
            )
        else:
            problem = message("the cell was cleared, which changes nothing in the report")
        yield joined(AFTER_PLACE, (place, problem))
    if len(found) > SHOWN:
        more = plural("{number} more cell is not taken", "{number} more cells are not taken", len(found) - SHOWN)
        yield joined(AFTER_PLACE, (grid.title, more))


def _comments(title: str, found: Iterable[tuple[str, str]], exported: set[str]) -> Iterator[Message]:
    for cell, text in found:
        if kept_cells.digest(text) not in exported:
            place = message("{sheet}, cell {cell}", sheet=title, cell=cell)
            excerpt = " ".join(text.split())[:TEXT]
            yield joined(AFTER_PLACE, (place, message('the comment "{text}" is not taken', text=excerpt)))


def _cells(row: Sequence[Typed]) -> Iterator[tuple[int, Typed]]:
    return ((at, cell) for at, cell in enumerate(row) if cell.text)


def _trimmed(digests: Sequence[str]) -> Digests:
    """Return the digests without trailing empty cells, which some programs write and some do not."""
    end = len(digests)
    while end and digests[end - 1] == _NOTHING:
        end -= 1
    return tuple(digests[:end])


def _equal(one: Digests, other: Digests) -> int:
    return sum(a == b != _NOTHING for a, b in zip(one, other, strict=False))
