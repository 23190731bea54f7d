"""Read a returned workbook: its rows, found by their ids, whatever was renamed, sorted, moved or hidden."""

import zipfile
from collections.abc import Container, Iterator, Mapping, Sequence
from typing import Any

from disclosure_index.errors import ConfigError
from disclosure_index.messages import AFTER_PLACE, COMMA, in_languages, joined, message
from disclosure_index.model import LANGUAGES
from disclosure_index.outputs.xlsx import meta
from disclosure_index.outputs.xlsx.columns import TYPED
from disclosure_index.reading.sheets.workbook import cells_of, merged, opened
from disclosure_index.reading.unreadable import RefusedError
from disclosure_index.tables.columns import head
from disclosure_index.workbook_merge import safety
from disclosure_index.workbook_merge.cells import NOTHING, SheetGrid, typed
from disclosure_index.workbook_merge.comments import comments_of, text_boxes_of
from disclosure_index.workbook_merge.elsewhere import typed_elsewhere
from disclosure_index.workbook_merge.moved_rows import own_rows
from disclosure_index.workbook_merge.values import Handed, Kept, Refusal, SheetRow, Typed

MOST_CELLS = 2_000_000

_ELSE = message('Export a new one ("disclosure-index export"), and copy your entries into it')


def read_handed(data: bytes, name: str) -> Handed:
    """Return the content of a workbook that anybody may have changed in any way.

    Args:
        data: its bytes, untrusted.
        name: the name of the file in messages.

    Raises:
        RefusedError: the workbook cannot be read, or contains something forbidden.
        ConfigError: the workbook was not exported by this program.
    """
    safety.check(data)
    with opened(data, formulas=True) as (book, archive):
        grids = list(_grids(book, archive))
        comments = {sheet.title: comments_of(sheet, archive) for sheet in book.worksheets}
        boxes = {sheet.title: text_boxes_of(sheet, archive) for sheet in book.worksheets}
    facts, kept, columns = _exported(next((grid for grid in grids if grid.title == meta.SHEET), None), name)
    found = [one for grid in grids if grid.title != meta.SHEET for one in _rows(grid, kept, columns)]
    rows = [one for one in found if isinstance(one, SheetRow)]
    found += _missing(grids, kept, {row.uid for row in rows})
    once, doubled = _once(rows)
    apart, moved = own_rows(once, kept)
    refusals = (*(one for one in found if isinstance(one, Refusal)), *doubled, *moved)
    remarks = (*(one for one in found if isinstance(one, str)), *typed_elsewhere(grids, comments, boxes))
    return Handed(facts, kept, tuple(apart), refusals, remarks)


def _grids(book: Any, archive: zipfile.ZipFile) -> Iterator[SheetGrid]:
    held = 0
    for sheet in book.worksheets:
        rows = {}
        for number, row in cells_of(sheet):
            cells = [typed(cell) for cell in row]
            if full := sum(1 for cell in cells if cell is not NOTHING):
                rows[number] = cells
                held += full
            if held > MOST_CELLS:
                hint = message("Delete the sheets that disclosure-index did not write")
                raise RefusedError(message("it has more than {most} cells", most=MOST_CELLS), hint, number, 1)
        spans = (
            ((row, column), (top, first))
            for first, last, top, bottom in merged(sheet, archive)
            for row in range(top, bottom + 1)
            for column in range(first, last + 1)
        )
        yield SheetGrid(sheet.title, rows, dict(spans))


def _exported(grid: SheetGrid | None, name: str) -> tuple[dict[str, str], dict[str, Kept], list[str]]:
    """Return the content of the hidden sheet: the facts, the exported cells, and the editable columns."""
    lines = [[cell.text for cell in cells] for cells in grid.rows.values()] if grid else []
    at = next((n for n, line in enumerate(lines) if tuple(line[: len(meta.KEYS)]) == meta.KEYS), len(lines))
    facts = {line[0]: line[1] for line in lines[:at] if len(line) > 1 and line[0]}
    if facts.get("format") != meta.FORMAT:
        raise ConfigError(message("not an exported workbook, or its hidden sheet is missing"), name, _ELSE)
    if facts.get("format-version") != meta.VERSION:
        raise ConfigError(message("exported by another version of disclosure-index"), name, _ELSE)
    if at == len(lines) or facts.get("language") not in LANGUAGES:
        raise ConfigError(message("the hidden sheet is damaged"), name, _ELSE)
    kept = {}
    heads = [id for id in lines[at] if id]
    columns = heads[len(meta.KEYS) :]  # an older export has fewer
    for line in lines[at + 1 :]:
        sheet, uid, computed, *texts = [*line, *[""] * len(heads)][: len(heads)]
        digests = dict(zip(meta.COMPUTED, computed.split(), strict=False))
        typed = dict.fromkeys(TYPED, "") | dict(zip(columns, texts, strict=True))
        kept[uid] = Kept(sheet, typed, digests)
    return facts, kept, columns


def _rows(grid: SheetGrid, kept: Mapping[str, Kept], exported: Sequence[str]) -> Iterator[SheetRow | Refusal | str]:
    """Yield the rows of a sheet with hidden column ids; other sheets are skipped."""
    marks = grid.find(f"{meta.MARK}id")
    if marks is None:
        return
    columns: dict[str, int] = {}
    for at, cell in enumerate(grid.rows[marks]):
        id = cell.text.removeprefix(meta.MARK)
        if not cell.text.startswith(meta.MARK) or id not in ("id", *TYPED, *meta.COMPUTED):
            continue
        if id in columns:
            hint = message("Delete the copy, including its hidden first cell")
            yield Refusal(grid.title, marks, "", id, message("The column occurs twice"), hint)
        columns.setdefault(id, at)
    if gone := [id for id in exported if id not in columns]:
        deleted = message("deleted columns are ignored: {columns}", columns=joined(COMMA, map(head, gone)))
        yield joined(AFTER_PLACE, (grid.title, deleted))
    wanted = {uid.casefold(): uid for uid in kept}
    heads = in_languages(head("id"))
    for number in grid.rows:
        text = grid.cell(number, columns["id"]).text.strip()
        if number != marks and text not in heads and (number != marks + 1 or text.casefold() in wanted):
            yield from _row(grid, number, wanted.get(text.casefold(), text), columns, kept)


def _row(
    grid: SheetGrid, number: int, uid: str, columns: Mapping[str, int], kept: Mapping[str, Kept]
) -> Iterator[SheetRow | Refusal | str]:
    cells = {id: cell for id in TYPED if id in columns and (cell := grid.spread(number, columns[id])) is not None}
    if "due" in cells and cells["due"].is_day:
        cells["due"] = Typed(cells["due"].text)
    if uid in kept:
        seen = {id: grid.cell(number, columns[id]).text for id in meta.COMPUTED if id in columns}
        yield SheetRow(grid.title, number, uid, cells, {id: meta.digest(text) for id, text in seen.items()})
    elif uid:
        hint = message("Restore the exported identifier in column A")
        yield Refusal(grid.title, number, uid, "id", message("This identifier was not exported"), hint)
    elif any(cell.text for cell in grid.rows[number]):
        place = message("{sheet}, row {row}", sheet=grid.title, row=number)
        yield joined(AFTER_PLACE, (place, message("no identifier, so the row is ignored")))


def _missing(grids: Sequence[SheetGrid], kept: Mapping[str, Kept], found: Container[str]) -> Iterator[Refusal | str]:
    """Yield refusals of deleted rows, and of a sheet without its column ids."""
    for sheet in dict.fromkeys(k.sheet for k in kept.values()):
        uids = [uid for uid, k in kept.items() if k.sheet == sheet]
        gone = [uid for uid in uids if uid not in found]
        if len(gone) == len(uids) and any(grid.title == sheet for grid in grids):
            why = message("Its hidden first row or column is missing, so its columns cannot be identified")
            yield Refusal(sheet, 1, "", "id", why, _ELSE)
        elif gone:
            deleted = message("{gone} of {all} rows were deleted; the report keeps them", gone=len(gone), all=len(uids))
            yield joined(AFTER_PLACE, (sheet, deleted))


def _once(rows: list[SheetRow]) -> tuple[list[SheetRow], list[Refusal]]:
    """Return one row per id; where copies of a row differ, all of them are refused."""
    by_uid: dict[str, list[SheetRow]] = {}
    for row in rows:
        by_uid.setdefault(row.uid, []).append(row)
    refusals = []
    for uid, same in by_uid.items():
        if any(row.cells != same[0].cells for row in same):
            first, second = same[0], next(row for row in same if row.cells != same[0].cells)
            why = message(
                "The same disclosure is on {sheet}, row {row}, with different entries",
                sheet=first.sheet,
                row=first.number,
            )
            hint = message("Delete one of the two rows")
            refusals.append(Refusal(second.sheet, second.number, uid, "id", why, hint))
    refused = {refusal.uid for refusal in refusals}
    return [same[0] for uid, same in by_uid.items() if uid not in refused], refusals
