"""The content index in filing layout: each framework that a report claims, in its owner's layout."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from disclosure_index.assessment.assess import Assessment
from disclosure_index.tables.filing_by_part import filing_by_part
from disclosure_index.tables.filing_cells import Filed
from disclosure_index.tables.filing_industries import filing_industries
from disclosure_index.tables.filing_list import filing_list
from disclosure_index.tables.filing_parts import Filing
from disclosure_index.tables.filing_standards import filing_standards
from disclosure_index.tables.locations import FULL
from disclosure_index.tables.notes import with_notes
from disclosure_index.tables.table import Table

LAYOUTS: dict[str, Callable[[Filing], list[Filed]]] = {
    "list": filing_list,
    "standards": filing_standards,
    "parts": filing_by_part,
    "industries": filing_industries,
}
"""The layouts by their names in ``framework.toml``."""


def filing(
    assessment: Assessment, language: str, document: int = 0, framework: str = "", locations: str = FULL
) -> list[Table]:
    """Return the tables of `filed_tables` with the notes on the disclosures of their rows."""
    notes = {coverage.disclosure.uid: coverage.note for coverage in assessment.coverage if coverage.note}
    return [_noted(one, notes) for one in filed_tables(assessment, language, document, framework, locations)]


def _noted(filed: Filed, notes: Mapping[str, str]) -> Table:
    table = filed.table
    columns, rows = with_notes(table.columns, table.rows, [notes.get(uid, "") for uid in filed.uids])
    return replace(table, columns=columns, rows=rows)


def filed_tables(
    assessment: Assessment, language: str, document: int = 0, framework: str = "", locations: str = FULL
) -> list[Filed]:
    """Return one or more tables per framework that the report claims, in the order of its claims.

    Args:
        assessment: of the report.
        language: of heads, titles and phrases.
        document: whose sections and pages are the locations.
        framework: the only one to list; all claimed ones for "".
        locations: the form of locations in a single column, one of `LOCATIONS`.
    """
    result: list[Filed] = []
    for claim in assessment.report.claims:
        if claim.framework in assessment.current and framework in ("", claim.framework):
            filled = Filing(assessment, claim, language, document, locations)
            tables = LAYOUTS[filled.framework.conventions.layout.form](filled)
            result += (replace(f, table=replace(f.table, framework=filled.framework.short)) for f in tables)
    return result
