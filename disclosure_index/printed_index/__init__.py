"""Reader of the indexes printed in a report: tables of any layout that locate the answers to disclosures."""

from collections.abc import Mapping

from disclosure_index.model import Document
from disclosure_index.printed_index.appendices import appendix_findings
from disclosure_index.printed_index.claims import FrameworkHints, IndexEntry, KnownCode, PrintedIndexes, remembering
from disclosure_index.printed_index.document_tables import grids_of
from disclosure_index.printed_index.framework_titles import lend_editions
from disclosure_index.printed_index.index_tables import parts_of
from disclosure_index.printed_index.location_cells.locations import PlaceReading
from disclosure_index.printed_index.location_cells.named_documents import own_names
from disclosure_index.printed_index.related_rows.references import with_places_of_others
from disclosure_index.printed_index.rows import RowReader
from disclosure_index.printed_index.strangers import without_strangers
from disclosure_index.reading.plain_title import plain

__all__ = ["FrameworkHints", "IndexEntry", "KnownCode", "PrintedIndexes", "read_printed_indexes", "remembering"]


def read_printed_indexes(document: Document, frameworks: Mapping[str, FrameworkHints]) -> PrintedIndexes:
    """Return the claims of a document's index tables, and findings on them.

    Args:
        document: from any reader; its table rows are read.
        frameworks: the printed forms of each, by id.

    """
    titles = frozenset(plain(section.title) for section in document.sections if section.title)
    names = frozenset[str]().union(*(hints.title_names for hints in frameworks.values()))
    reader = RowReader(frameworks, PlaceReading(titles, own_names(document), names=names))
    for part in parts_of(list(grids_of(document, frameworks)), frameworks):
        reader.read(part)
    claims, strangers = without_strangers(document, with_places_of_others(reader.claims, frameworks), frameworks)
    findings = [*reader.findings, *strangers, *appendix_findings(document, claims)]
    return PrintedIndexes(lend_editions(claims, frameworks), tuple(dict.fromkeys(findings)), tuple(reader.unread))
