"""The differences between two reports as a table."""

from collections.abc import Iterable

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.carrying.comparing.differences import Change, Difference
from disclosure_index.messages import CLAUSE_COMMA, joined, label, render, states
from disclosure_index.model import Fact, in_language
from disclosure_index.tables.table import Cell, Table, row

TITLE = label("table", "Changes")
COLUMNS = (
    "change", "framework", "code-before", "code", "title", "status-before", "status-now", "place-before", "place-now",
    "was", "now", "indicator", "period", "language",
)  # fmt: skip
BRIEF = ("change", "framework", "code", "before", "after")
CHANGES = {
    Change.DROPPED: label("change", "dropped"),
    Change.ADDED: label("change", "added"),
    Change.STATUS: label("change", "status changed"),
    Change.PLACE: label("change", "location changed"),
    Change.TEXT: label("change", "text changed"),
    Change.FIGURE_NEW: label("change", "figure new"),
    Change.FIGURE_GONE: label("change", "figure gone"),
    Change.FIGURE_CHANGED: label("change", "figure changed"),
    Change.RESTATED: label("change", "figure restated"),
    Change.OMISSION_NEW: label("change", "omission new"),
    Change.OMISSION_GONE: label("change", "omission gone"),
    Change.OMISSION_CHANGED: label("change", "omission reworded"),
    Change.NOT_UNCHANGED: label("change", "the note says no change"),
}
STATUSES = (Change.STATUS, Change.DROPPED, Change.ADDED, Change.NOT_UNCHANGED)
"""The changes that are shown with the status in both reports."""


def changes_table(differences: Iterable[Difference], old: Assessment, new: Assessment, language: str) -> Table:
    """Return one row per difference."""
    rows = tuple(
        row(
            render(CHANGES[one.change], language),
            _framework(one, old, new),
            _code(one.before),
            _code(one.after),
            in_language(row_of.disclosure.title, language) if (row_of := _either(one)) else "",
            _status(one.before, language),
            _status(one.after, language),
            one.place_before,
            one.place_now,
            one.was,
            render(one.now, language),
            one.figure.label if one.figure and one.figure.in_table else "",
            one.figure.period if one.figure else "",
            one.language,
        )
        for one in differences
    )
    return Table("changes", TITLE, COLUMNS, rows)


def brief_table(differences: Iterable[Difference], old: Assessment, new: Assessment, language: str) -> Table:
    """Return the same for a terminal: one column for the earlier report and one for the later."""
    rows = tuple(
        row(
            render(CHANGES[one.change], language),
            _framework(one, old, new),
            " → ".join(dict.fromkeys(filter(None, (_code(one.before), _code(one.after))))),
            _facts(one, one.before, one.place_before, one.was, one.figure_before, language),
            _facts(one, one.after, one.place_now, one.now, one.figure, language),
        )
        for one in differences
    )
    return Table("changes", TITLE, BRIEF, rows)


def _facts(one: Difference, side: Coverage | None, place: str, said: str, fact: Fact | None, language: str) -> Cell:
    status = _status(side, language) if one.change in STATUSES else ""
    named = joined(CLAUSE_COMMA, (fact.label, fact.period)) if fact and fact.in_table and said else ""
    figure = render(named, language)
    return Cell(tuple((text, "") for text in (status, place, figure, render(said, language)) if text))


def _either(one: Difference) -> Coverage | None:
    """Return the disclosure of a difference; None for a figure without a tag."""
    return one.after or one.before


def _framework(one: Difference, old: Assessment, new: Assessment) -> str:
    found = _either(one)
    if found is None:
        return ""
    id = found.disclosure.framework
    return (new if id in new.catalog.frameworks else old).catalog.frameworks[id].short


def _code(row: Coverage | None) -> str:
    return f"{row.disclosure.code}@{row.disclosure.edition}" if row else ""


def _status(row: Coverage | None, language: str) -> str:
    return render(states.STATUS[row.status], language) if row else ""
