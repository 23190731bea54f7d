"""The results of an update as tables, for people and programs."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from disclosure_index.carrying.carriage import State
from disclosure_index.carrying.comparing.figure_changes import with_unit
from disclosure_index.carrying.outcomes import Outcome
from disclosure_index.carrying.rolling.stale_figures import StaleFigure
from disclosure_index.carrying.text_change import shortened
from disclosure_index.carrying.update import UpdatedDocument
from disclosure_index.messages import label, message, render
from disclosure_index.model import Message, Passage, Pending, PendingCandidate
from disclosure_index.model.pending import TEXT
from disclosure_index.printed_index import IndexEntry
from disclosure_index.tables.table import Cell, Table, cell, row

COLUMNS = ("state", "kind", "statement", "pages-before", "pages", "was", "now", "score", "candidates")
PENDING = ("number", "state", "kind", "statement", "section", "pages-before", "was", "candidates")
STALE_FIGURES = ("passage", "value", "period", "place-before", "place-now")
STALE = label("table", "Figures that are the same as last year")
CLAIMS = ("state", "statement", "pages", "location")

STATES = {
    State.CARRIED: label("carried", "carried"),
    State.CHANGED: label("carried", "text changed"),
    State.TO_CONFIRM: label("carried", "to confirm"),
    State.LOST: label("carried", "lost"),
}
KINDS = {
    "tag": label("carried", "tag"),
    "omission": label("carried", "omission"),
    "suppression": label("carried", "suppression"),
    TEXT: label("carried", "edited text"),
}
KEPT = label("carried", "carried; its paragraph is only in the tagged document")
NEW, GONE, ELSEWHERE = (
    label("carried", "new in the index"),
    label("carried", "no longer in the index"),
    label("carried", "other page in the index"),
)
_ORDER = (State.LOST, State.TO_CONFIRM, State.CHANGED, State.CARRIED)


def statement_table(document: UpdatedDocument, language: str, *, whole: bool) -> Table:
    """Return one row per statement, those to review first; `whole`: with the carried ones."""
    found = sorted(enumerate(document.outcomes), key=lambda pair: (_ORDER.index(pair[1].state), pair[0]))
    rows = tuple(
        row(
            render(KEPT if one.is_kept else STATES[one.state], language),
            render(KINDS[one.kind], language),
            one.statement,
            one.page_before,
            one.page,
            one.was,
            "" if one.state is State.CARRIED else one.now,
            f"{one.score:.0f}" if one.score else "",
            _candidates(one.candidates),
        )
        for _, one in found
        if whole or one.state is not State.CARRIED or one.is_kept
    )
    return Table("statements", message("Statements of {document}", document=document.name), COLUMNS, rows)


def for_people(table: Table) -> Table:
    """Return a table with rows merged that differ only in the statement: a passage with 20 tags is read once.

    A table without a column of statements is unchanged. Programs take the rows one by one.
    """
    if "statement" not in table.columns:
        return table
    at = table.columns.index("statement")
    together: dict[tuple[Cell, ...], list[tuple[Cell, ...]]] = {}
    for one in table.rows:
        together.setdefault((*one[:at], *one[at + 1 :]), []).append(one)
    rows = (
        (*alike[0][:at], Cell(tuple(part for one in alike for part in one[at].parts)), *alike[0][at + 1 :])
        for alike in together.values()
    )
    return replace(table, rows=tuple(rows))


def stale_table(found: Iterable[StaleFigure]) -> Table:
    """Return one row per figure of last year that this year's text kept: its old place and its new one."""
    rows = tuple(
        row(
            shortened(one.now.text.replace("\t", " | ")),
            with_unit(one.fact),
            one.fact.period,
            _where(one.before),
            _where(one.now),
        )
        for one in found
    )
    return Table("stale-figures", STALE, STALE_FIGURES, rows)


def _where(passage: Passage) -> str:
    """Return the page of a passage, else its line and column."""
    return passage.page or f"{passage.location.line}:{passage.location.column}"


def claim_table(document: UpdatedDocument, language: str) -> Table:
    """Return one row per claim of the printed index that was added, removed, or names other pages than its tags."""
    changes = ((NEW, document.claims.new), (GONE, document.claims.gone), (ELSEWHERE, document.claims.elsewhere))
    rows = tuple(row(*_claim(state, claim, language)) for state, claims in changes for claim in claims)
    return Table("claims", message("Printed index of {document}", document=document.name), CLAIMS, rows)


def pending_table(pending: Iterable[Pending], language: str) -> Table:
    """Return one row per pending statement, under the number that it is placed or dropped by."""
    rows = tuple(
        row(
            str(number),
            render(STATES[State(one.state)], language),
            render(KINDS[one.kind], language),
            _goes_on(one),
            one.section,
            one.page,
            shortened(one.was),
            _candidates(one.candidates),
        )
        for number, one in enumerate(pending, start=1)
    )
    return Table("pending", message("Pending statements"), PENDING, rows)


def counts(outcomes: Iterable[Outcome]) -> dict[State, int]:
    """Return the number of statements in each state, edited texts not counted."""
    found = dict.fromkeys(State, 0)
    for outcome in outcomes:
        found[outcome.state] += outcome.kind != TEXT
    return found


def _claim(state: Message, claim: IndexEntry, language: str) -> Iterator[str]:
    yield render(state, language)
    yield f"{claim.framework}:{claim.code}"
    yield ", ".join(claim.pages)
    yield claim.location_text


def _goes_on(one: Pending) -> Cell:
    """Return a statement, with the codes from which its successor is chosen."""
    codes = ", ".join(one.successors)
    return cell(f"{one.statement} → {codes}" if codes else one.statement)


def _candidates(candidates: Iterable[PendingCandidate]) -> Cell:
    parts = tuple(
        (f"{number}) p. {c.page}: {c.text}" if c.page else f"{number}) {c.text}", "")
        for number, c in enumerate(candidates, start=1)
    )
    return Cell(parts) if parts else cell()
