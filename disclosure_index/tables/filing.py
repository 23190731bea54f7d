"""The content index in filing layout: each framework that a report claims, laid out as its owner lays it out."""

from collections.abc import Callable
from dataclasses import replace

from disclosure_index.assessment.assess import Assessment
from disclosure_index.tables.filing_cells import Filed
from disclosure_index.tables.filing_gri import filing_gri
from disclosure_index.tables.filing_hkex import filing_hkex
from disclosure_index.tables.filing_parts import Filing
from disclosure_index.tables.filing_plain import filing_plain
from disclosure_index.tables.filing_sasb import filing_sasb
from disclosure_index.tables.locations import FULL
from disclosure_index.tables.table import Table

LAYOUTS: dict[str, Callable[[Filing], list[Filed]]] = {
    "gri": filing_gri,
    "hkex-esg": filing_hkex,
    "sasb": filing_sasb,
}


def filing(
    assessment: Assessment, language: str, document: int = 0, framework: str = "", locations: str = FULL
) -> list[Table]:
    """Return the tables of `filed_tables`, without the disclosures that their rows are about."""
    return [filed.table for filed in filed_tables(assessment, language, document, framework, locations)]


def filed_tables(
    assessment: Assessment, language: str, document: int = 0, framework: str = "", locations: str = FULL
) -> list[Filed]:
    """Return one or more tables per framework that the report claims, in the order of its claims.

    Args:
        assessment: of the report.
        language: of heads, titles and phrases.
        document: whose sections and pages are the locations.
        framework: only this one; all that are claimed where it is "".
        locations: how places are said where one column says them, of `LOCATIONS`.
    """
    result: list[Filed] = []
    for claim in assessment.report.claims:
        if claim.framework in assessment.current and framework in ("", claim.framework):
            own = Filing(assessment, claim, language, document, locations)
            tables = LAYOUTS.get(claim.framework, filing_plain)(own)
            result += (replace(f, table=replace(f.table, framework=own.framework.short)) for f in tables)
    return result
