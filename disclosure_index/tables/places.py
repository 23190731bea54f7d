"""Disclosures that are answered in several places: a row, and so a link, for each place."""

from collections.abc import Iterator, Mapping

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import label
from disclosure_index.model import in_language
from disclosure_index.tables.table import Cell, Table, cell, href, pages, row

TITLE = label("table", "Places")
COLUMNS = ("framework", "code", "title", "section", "pages")


def places(assessment: Assessment, language: str, document: int = 0) -> tuple[Table, Mapping[str, int]]:
    """Return one row per place of each disclosure with several, and the number of its first row, by uid.

    Args:
        assessment: of the report.
        language: of titles.
        document: whose places are listed.
    """
    rows: list[tuple[Cell, ...]] = []
    first: dict[str, int] = {}
    for coverage in assessment.coverage:
        found = list(_places(assessment, coverage, document))
        if len(found) > 1:
            d = coverage.disclosure
            first[d.uid] = len(rows)
            named = (assessment.catalog.frameworks[d.framework].short, d.code, in_language(d.title, language))
            rows += (row(*named, *cells) for cells in found)
    return Table("places", TITLE, COLUMNS, tuple(rows)), first


def _places(assessment: Assessment, coverage: Coverage, document: int) -> Iterator[tuple[Cell, str]]:
    """Yield section and pages of each place, each once."""
    source, paths = assessment.report.documents[document], [d.path for d in assessment.report.documents]
    seen = set()
    for link in coverage.links or coverage.omissions:
        if link.document == document:
            titles = [section.title for section in source.path_of(link.statement.span.section) if section.title]
            shown = cell(" > ".join(titles), href(paths, link)), pages(link.statement.span)
            if shown not in seen:
                seen.add(shown)
                yield shown
