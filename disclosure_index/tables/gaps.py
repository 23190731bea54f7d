"""The gaps, the strictest obligation first, with places to look at."""

from dataclasses import replace

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import REQUIRING, Coverage
from disclosure_index.assessment.places_to_look import places_to_look
from disclosure_index.messages import label, render, states
from disclosure_index.model import Status, in_language
from disclosure_index.tables.suggestions import HINTS, hints, sections
from disclosure_index.tables.table import Table, row

TITLE = label("table", "Gaps")
COLUMNS = ("framework", "code", "title", "obligation", "status", "look", *HINTS)


def gaps(assessment: Assessment, language: str, document: int = 0) -> Table:
    """Return one row per gap, with a passage that may answer it; partly answered disclosures come last."""
    found = [(c, places_to_look(assessment, c, document)) for c in in_order(assessment)]
    rows = tuple(
        row(
            assessment.catalog.frameworks[c.disclosure.framework].short,
            c.disclosure.code,
            in_language(c.disclosure.title, language),
            render(states.OBLIGATION[c.obligation], language),
            render(states.STATUS[c.status], language),
            sections(assessment, places),
            *hints(assessment, places, language),
        )
        for c, places in found
    )
    return Table("gaps", TITLE, COLUMNS, rows)


def in_brief(table: Table) -> Table:
    """Return the table for a terminal: of a suggestion only the reason; `suggest` shows the rest."""
    kept = [n for n, column in enumerate(table.columns) if column not in HINTS[:3]]
    rows = tuple(tuple(row[n] for n in kept) for row in table.rows)
    return replace(table, columns=tuple(table.columns[n] for n in kept), rows=rows)


def in_order(assessment: Assessment) -> list[Coverage]:
    """Return the disclosures that are gaps, in the order of the table's rows."""
    found = [c for c in assessment.coverage if c.is_gap or _is_partial_gap(c)]
    return sorted(
        found, key=lambda c: (c.status == Status.PARTIAL, REQUIRING.index(c.obligation) if c.obligation else -1)
    )


def _is_partial_gap(coverage: Coverage) -> bool:
    return coverage.status == Status.PARTIAL and bool(coverage.open) and coverage.obligation in REQUIRING
