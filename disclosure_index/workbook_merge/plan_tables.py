"""A merge plan as tables, for people and programs."""

from collections.abc import Iterable

from disclosure_index.messages import label, render
from disclosure_index.model import parse_reference
from disclosure_index.tables.columns import head
from disclosure_index.tables.table import Table, row
from disclosure_index.workbook_merge.values import Plan

CHANGES = ("sheet", "row", "code", "column", "exported", "typed", "written-to")
CONFLICTS = ("sheet", "row", "code", "column", "exported", "typed", "report")
REFUSED = ("sheet", "row", "code", "column", "why", "what-next")
SHOWN = 100
"""The characters of a text that a person needs to recognise it."""


def tables(plan: Plan, language: str, *, whole: bool) -> list[Table]:
    """Return the tables of changes, conflicts and refusals.

    Args:
        plan: the plan to show.
        language: the language of the workbook's column names.
        whole: whether long texts are kept whole.
    """

    def shown(text: str) -> str:
        text = text if whole else " ".join(text.split())
        return text if whole or len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"

    def column(id: str) -> str:
        return render(head(id), language)

    changes = (
        (c.sheet, c.row, _code(c.uid), column(c.column), shown(c.base), shown(c.typed), "; ".join(c.places))
        for c in plan.changes
    )
    conflicts = (
        (c.sheet, c.row, _code(c.uid), column(c.column), shown(c.base), shown(c.typed), shown(c.report))
        for c in plan.conflicts
    )
    refused = (
        (r.sheet, r.row, _code(r.uid), column(r.column), shown(render(r.why, language)), render(r.hint, language))
        for r in plan.refusals
    )
    return [
        _table("changes", label("table", "Changes"), CHANGES, changes),
        _table("conflicts", label("table", "Conflicts"), CONFLICTS, conflicts),
        _table("refused", label("table", "Refused"), REFUSED, refused),
    ]


def _table(id: str, title: str, columns: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> Table:
    return Table(id, title, columns, tuple(row(*map(str, values)) for values in rows))


def _code(uid: str) -> str:
    reference = parse_reference(uid)
    return reference.code if reference else uid
