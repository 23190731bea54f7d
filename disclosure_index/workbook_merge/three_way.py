"""Three-way comparison of each cell: the exported text, the typed text, and the text in the report now."""

from collections.abc import Collection, Iterator, Mapping

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import AFTER_PLACE, COMMA, in_languages, joined, message
from disclosure_index.outputs.xlsx.cells import CUT_OFF
from disclosure_index.outputs.xlsx.columns import TYPED
from disclosure_index.tables.columns import head
from disclosure_index.workbook_merge.cells import NOTHING
from disclosure_index.workbook_merge.context import Context
from disclosure_index.workbook_merge.sections import COLUMNS as STATEMENTS
from disclosure_index.workbook_merge.sections import satisfied
from disclosure_index.workbook_merge.values import Conflict, Edited, Handed, Refusal, RefusedCell, SheetRow
from disclosure_index.workbook_merge.vocabulary import meaning

GONE = message("The disclosure does not, or no longer, apply to this report")


def compare(handed: Handed, context: Context) -> Iterator[Edited | Refusal | Conflict | str]:
    """Yield the rows with typed changes, the cells that cannot be merged, and remarks."""
    covered = {c.disclosure.uid: c for c in context.assessment.coverage}
    now = context.texts()
    for row in handed.rows:
        coverage = covered.get(row.uid)
        if coverage is not None:
            yield from _row(row, coverage, handed, now[row.uid], context)
        elif typed := [id for id in TYPED if _is_typed(row, id, handed)]:
            hint = message("Clear it, or merge into the report that the workbook was exported from")
            yield Refusal(row.sheet, row.number, row.uid, typed[0], GONE, hint)


def _is_typed(row: SheetRow, column: str, handed: Handed) -> bool:
    text = row.cells.get(column, NOTHING).text
    return column in row.cells and text.split() != handed.kept[row.uid].texts[column].split()


def _row(
    row: SheetRow, coverage: Coverage, handed: Handed, now: dict[str, str], context: Context
) -> Iterator[Edited | Refusal | Conflict | str]:
    kept = handed.kept[row.uid]
    framework = context.framework(coverage.disclosure)
    cells: dict[str, tuple[str, str, str]] = {}
    for column, cell in row.cells.items():
        base = kept.texts[column]
        if meaning(column, cell.text, framework) == meaning(column, base, framework):
            continue
        if cell.problem:
            yield Refusal(row.sheet, row.number, row.uid, column, cell.problem, cell.hint)
        elif base.endswith(tuple(mark.strip() for mark in in_languages(CUT_OFF))):
            why = message("The cell held only the beginning of a long text")
            hint = message("Restore the cell, and change the text in the report")
            yield Refusal(row.sheet, row.number, row.uid, column, why, hint)
        elif meaning(column, cell.text, framework) != meaning(column, now[column], framework):
            cells[column] = base, cell.text, now[column]
    changed = [id for id, digest in row.computed.items() if digest != kept.computed.get(id, digest)]
    if changed:
        place = message("{sheet}, row {row}", sheet=row.sheet, row=row.number)
        heads = joined(COMMA, map(head, changed))
        yield joined(AFTER_PLACE, (place, message("{heads}: computed, so changes are ignored", heads=heads)))
    yield from _without_known(Edited(row, coverage, cells), kept.texts, now, context)


def _without_known(
    edited: Edited, base: Mapping[str, str], now: Mapping[str, str], context: Context
) -> Iterator[Edited | Refusal | Conflict]:
    """Return the cells that the report does not have yet, and the conflicts."""
    row, cells = edited.row, dict(edited.cells)
    if "section" in cells:
        try:
            if satisfied(edited, context):
                del cells["section"]
        except RefusedCell as no:
            yield Refusal(row.sheet, row.number, row.uid, no.column, no.why, no.hint)
            cells = {column: cell for column, cell in cells.items() if column not in STATEMENTS}
    framework = context.framework(edited.coverage.disclosure)
    moved = [c for c in now if meaning(c, now[c], framework) != meaning(c, base[c], framework)]
    clashing, lost = _clashes(cells, moved)
    for column in clashing:
        text = row.cells[column].text if column in row.cells else ""
        yield Conflict(row.sheet, row.number, row.uid, column, base[column], text, now[column])
    if left := {column: cell for column, cell in cells.items() if column not in lost}:
        yield edited._replace(cells=left)


def _clashes(cells: Collection[str], moved: Collection[str]) -> tuple[list[str], set[str]]:
    """Return the columns in conflict, and those that cannot be merged because of them.

    A typed tag, omission or review mark refers to the statements as they were when exported.
    """
    leaning = {column for column in cells if column in (*STATEMENTS, "reviewed")}
    placed = not leaning.isdisjoint(("section", "status", "reviewed"))
    theirs = {column for column in STATEMENTS if column in moved and (column != "section" or placed)}
    clashing = {column for column in cells if column in moved} | (theirs if leaning else set())
    lost = clashing | (leaning if theirs else set())
    return [column for column in TYPED if column in clashing], lost
