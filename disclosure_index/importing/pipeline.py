"""The import of sources of any format as tagged documents: read, find printed indexes, place their claims."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from disclosure_index.catalog.notation.code_shapes import CodeShapes, shapes_of
from disclosure_index.catalog.store import Catalog
from disclosure_index.checks.di614_imports import not_read_finding
from disclosure_index.errors import CouldNotCheckError, error_lines
from disclosure_index.importing.evidence import Evidence, quoted
from disclosure_index.importing.file_dates import file_date
from disclosure_index.importing.inline_xbrl import read_source
from disclosure_index.importing.left_out import (
    claims_on_pages_without_text,
    codes_beside_figures,
    codes_without_claims,
    facts_not_found,
    lost_suppressions,
    mentions_alone,
    recognised_claims,
    unread_cells,
)
from disclosure_index.importing.mapping_sheet import read_mapping
from disclosure_index.importing.margin_codes import margin_claims
from disclosure_index.importing.metadata import Guess, detect
from disclosure_index.importing.named_frameworks import possible_frameworks
from disclosure_index.importing.placement_findings import (
    doubts,
    other_documents,
    pages_of_another_pagination,
    unplaced_finding,
)
from disclosure_index.messages import message
from disclosure_index.model import Document, Finding, Location, NotRead, parse_reference
from disclosure_index.printed_index import FrameworkHints, IndexEntry
from disclosure_index.printed_index.placing.placement import Unplaced, place
from disclosure_index.printed_index.reader import hints, read_printed, with_indexes
from disclosure_index.reading.registry import PLAIN, ReadOptions

SHEETS = frozenset({".csv", ".xlsx"})
"""Mapping sheets: they locate answers in the other sources, and are not documents themselves."""


_IN_CONTEXTS = Evidence("", "xbrli:context")
"""The evidence for the year of an inline XBRL report."""


@dataclass(frozen=True, slots=True)
class Imported:
    """One document with the claims of its index as tags, the unplaced claims, and findings on the index."""

    file: str  # its name in the new folder
    document: Document
    guess: Guess
    claims: int
    unplaced: tuple[Unplaced, ...]
    findings: tuple[Finding, ...]
    notes: Mapping[str, str] = field(default_factory=dict)  # of a mapping sheet, by disclosure
    owners: Mapping[str, str] = field(default_factory=dict)
    not_read: tuple[NotRead, ...] = ()  # indexes with too few claims
    made: date | None = None  # the day in the source on which it was made
    marked: tuple[int, int] = (0, 0)  # the number of tags and omissions of the source itself, first in their lists

    @property
    def claims_placed(self) -> int:
        """The number of claims with at least one place in the document."""
        return self.claims - len({unplaced.claim for unplaced in self.unplaced if unplaced.is_whole})


def import_sources(
    sources: Sequence[Path],
    catalog: Catalog,
    today: date | None = None,
    options: Callable[[Path], ReadOptions] = lambda _: PLAIN,
) -> list[Imported]:
    """Read sources and place the claims of their indexes.

    A page whose table could not be read gets a finding: the rest of the report is imported.

    Args:
        sources: reports, and mapping sheets, whose claims go to the first report.
        catalog: with the spellings of every framework.
        today: no report is about a year after this day's; the file's own day may be earlier.
        options: for reading each source.

    Raises:
        CouldNotCheckError: a source cannot be read, or there is no report among them.
    """
    documents = []
    years: dict[str, tuple[date, date] | None] = {}
    shapes = shapes_of(catalog.frameworks, catalog.spellings)
    for source in sources:
        document, year = read_source(source, source.as_posix(), catalog, shapes, options(source))
        if not document.readable:
            unchecked = [finding for finding in document.findings if finding.unchecked]
            raise CouldNotCheckError.of_lines(error_lines(f.message, f.location, f.hint) for f in unchecked)
        documents.append(document)
        years[document.path] = year
    reports = [(s, d) for s, d in zip(sources, documents, strict=True) if s.suffix.lower() not in SHEETS]
    printed_as = hints(catalog)
    sheets = [d for s, d in zip(sources, documents, strict=True) if s.suffix.lower() in SHEETS]
    mappings = [read_mapping(sheet, printed_as) for sheet in sheets]
    if not reports:
        raise CouldNotCheckError(message("only mapping sheets were given; also name the report they belong to"))
    extra = [claim for mapping in mappings for claim in mapping.claims]
    told = [finding for sheet in sheets for finding in sheet.findings]
    told += (finding for mapping in mappings for finding in mapping.findings)
    names = _names([source for source, _ in reports])
    imported = []
    for number, ((source, document), file) in enumerate(zip(reports, names, strict=True)):
        made = file_date(source)
        latest = min(filter(None, (made, today or date.today())))  # noqa: DTZ011 - the day of whoever runs it
        printed = _Printed(catalog, printed_as, shapes)
        one = _import(document, file, printed, extra if number == 0 else [], latest, years[document.path])
        imported.append(replace(one, made=made))
    first = imported[0]
    first = replace(first, findings=(*told, *first.findings))
    notes = _defined([mapping.notes for mapping in mappings], catalog)
    owners = _defined([mapping.owners for mapping in mappings], catalog)
    return [replace(first, notes=notes, owners=owners), *imported[1:]]


def _defined(sheets: Sequence[Mapping[str, str]], catalog: Catalog) -> dict[str, str]:
    """Merge the texts of sheets for disclosures, the first one winning; only entries for defined ones are kept."""
    joined_: dict[str, str] = {}
    for sheet in reversed(sheets):
        joined_ |= {key: text for key, text in sheet.items() if _is_defined(key, catalog)}
    return joined_


def _is_defined(key: str, catalog: Catalog) -> bool:
    """Whether a reference names a disclosure, as entries of the project file must."""
    reference = parse_reference(key)
    return reference is not None and bool(catalog.find(reference))


@dataclass(frozen=True, slots=True)
class _Printed:
    """The frameworks and their printed forms."""

    catalog: Catalog
    hints: Mapping[str, FrameworkHints]
    shapes: CodeShapes


def _import(
    document: Document,
    file: str,
    known: _Printed,
    extra: Sequence[IndexEntry],
    latest: date,
    year: tuple[date, date] | None,
) -> Imported:
    printed = read_printed(document, known.hints)
    names = {id: spelling.stated_as for id, spelling in known.catalog.spellings.items() if spelling.stated_as}
    possible = possible_frameworks(document, printed.claims, known.hints, names)
    own = without_lists(claim for claim in printed.claims if claim.framework in possible)
    document = with_indexes(document, own)
    claims = [*own, *extra, *margin_claims(document, possible)]
    placement = place(document, claims)
    blank = [unplaced_finding(one) for one in placement.unplaced if one.claim.is_blank]
    first = {tag.reference.framework: tag.span.location for tag in reversed(document.tags) if tag.reference}
    first |= {claim.framework: claim.row for claim in reversed(claims)}
    guess = detect(placement.document, known.catalog, [id for id in first if id in known.catalog.frameworks], latest)
    if year is not None:
        guess = replace(guess, start=year[0], end=year[1], evidence={**guess.evidence, "year": _IN_CONTEXTS})
    guess = replace(guess, evidence={**_rows(document, first), **guess.evidence})
    placed = replace(placement.document, language=guess.language or "en")
    said = [claim for claim in claims if not claim.is_blank]
    lacking = codes_without_claims(document, said, [*printed.findings, *blank], possible, known.shapes)
    not_read = [
        (NotRead(file, one.pages, one.seen, one.codes, one.heading), one.location, one.is_unread) for one in lacking
    ]
    silent = not claims and not lacking and not document.tags
    told = (
        *document.findings,
        *(finding for finding in printed.findings if finding.framework in ("", *possible)),
        *lost_suppressions(placed),
        *unread_cells(printed),
        *other_documents(claims, placement.elsewhere),
        *codes_beside_figures(document, claims, possible, {page for one in lacking for page in one.pages or ("",)}),
        *(mentions_alone(document, possible, known.shapes) if silent else ()),
        *(not_read_finding(one, place, unread=unread) for one, place, unread in not_read),
        *facts_not_found(guess, document),
        *claims_on_pages_without_text(document, claims),
        *recognised_claims(document, claims),
        *doubts(placement.doubts),
        *pages_of_another_pagination(placement),
    )
    unread = tuple(one for one, _, is_unread in not_read if is_unread)
    marked = len(document.tags), len(document.omissions)
    return Imported(file, placed, guess, len(claims), placement.unplaced, told, not_read=unread, marked=marked)


_LISTED = 3
"""Codes in one row without a location that make it a list of the codes in use, if other rows locate them."""


def without_lists(claims: Iterable[IndexEntry]) -> tuple[IndexEntry, ...]:
    """Return claims without those of rows that only list codes: "GRI 302: Energy 2016 302-1, 302-2, 302-3".

    A code in an empty row is also one of a list, if another row locates its answer.
    """
    listed = tuple(claims)
    bare = [c for c in listed if not (c.pages or c.sections or c.omission_reason or c.note)]
    many = {row for row, times in Counter(claim.row for claim in bare).items() if times >= _LISTED}
    elsewhere = {(c.framework, c.code) for c in listed if c.row not in many and not c.is_blank}
    is_listed = (c.row in many or c.is_blank for c in listed)
    both = zip(listed, is_listed, strict=True)
    return tuple(c for c, only_listed in both if not only_listed or (c.framework, c.code) not in elsewhere)


def _rows(document: Document, first: Mapping[str, Location]) -> dict[str, Evidence]:
    """Return the words at places of a document, by key."""
    wanted = {location: id for id, location in first.items()}
    found = ((wanted[p.location], p) for p in document.passages if p.location in wanted)
    return {id: quoted(p.page, p.text) for id, p in found}


def _names(sources: Sequence[Path]) -> list[str]:
    """Return names for the new files after the sources, each once."""
    names: list[str] = []
    for source in sources:
        stem = re.sub(r"[^\w.-]+", "-", source.stem).strip("-.") or "report"
        name, number = f"{stem}.xhtml", 2
        while name.casefold() in (other.casefold() for other in names):
            name, number = f"{stem}-{number}.xhtml", number + 1
        names.append(name)
    return names
