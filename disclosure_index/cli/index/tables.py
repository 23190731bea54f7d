"""The tables of ``disclosure-index index``: a view, in one language or two, with links that fit its destination."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from disclosure_index.assessment.assess import Assessment
from disclosure_index.tables import by_disclosure, by_section, crosswalk
from disclosure_index.tables.bilingual import together
from disclosure_index.tables.filing import filing
from disclosure_index.tables.locations import FULL, located
from disclosure_index.tables.parallel_document import in_language
from disclosure_index.tables.table import Cell, Table

VIEWS = ("sections", "disclosures", "principles", "filing", "crosswalk")
OF_ONE_FRAMEWORK = ("filing", "crosswalk")
"""The views that a framework narrows; their tables have heads of their own."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The requested tables: view, framework ("" for all), style of places, and audience."""

    view: str = "sections"
    framework: str = ""
    locations: str = FULL
    for_people: bool = True


def tables_of(
    assessment: Assessment, wanted: Wanted, document: int, languages: Sequence[str], link: Callable[[str], str]
) -> list[Table]:
    """Return the tables of one document.

    Args:
        assessment: of the report.
        wanted: the requested tables.
        document: the document whose sections and pages are the places.
        languages: one, or two, one below the other.
        link: returns a link that fits the destination of the tables, from one with a path as in findings.
    """
    versions = [_tables(in_language(assessment, document, spoken), wanted, document, spoken) for spoken in languages]
    tables = versions[0] if len(versions) == 1 else together(versions[0], versions[1], (languages[0], languages[1]))
    return [located(_linked(table, link), wanted.locations) for table in tables]


def _tables(assessment: Assessment, wanted: Wanted, document: int, language: str) -> Sequence[Table]:
    match wanted.view:
        case "filing":
            return filing(assessment, language, document, wanted.framework, wanted.locations)
        case "crosswalk" if wanted.framework:
            return [crosswalk.by_disclosure(assessment, wanted.framework, language, document)]
        case "crosswalk":
            return [crosswalk.by_passage(assessment, document)]
        case "disclosures":
            return by_disclosure.by_disclosure(assessment, language, document)
        case "principles":
            return by_disclosure.by_principle(assessment, language, document)
    form = by_section.by_section if wanted.for_people else by_section.claims
    return [form(assessment, document)]


def _linked(table: Table, link: Callable[[str], str]) -> Table:
    rows = tuple(tuple(_linked_cell(cell, link) for cell in row) for row in table.rows)
    return replace(table, rows=rows)


def _linked_cell(cell: Cell, link: Callable[[str], str]) -> Cell:
    first, second = (tuple((t, link(h)) for t, h in line) for line in (cell.parts, cell.under))
    return replace(cell, parts=first, under=second)
