"""Findings on the parts of a source that an import leaves out, or places with some doubt: one for each kind."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.checks.di614_imports import language_finding
from disclosure_index.importing.codes_seen import (
    Unclaimed,
    as_standards,
    codes_seen,
    mentioned,
    named_index,
    unclaimed,
    unread_headings,
)
from disclosure_index.importing.margin_codes import is_code_alone
from disclosure_index.importing.metadata import Guess
from disclosure_index.importing.tag_elements import Carriers
from disclosure_index.messages import CLAUSE_COMMA, COMMA, joined, message
from disclosure_index.messages.shortening import shortened
from disclosure_index.model import Document, Finding, Location
from disclosure_index.printed_index import FrameworkHints, IndexEntry, PrintedIndexes
from disclosure_index.printed_index.placing.page_runs import labels_of
from disclosure_index.reading.languages.detection import is_supported
from disclosure_index.reading.unreadable import not_read

_ENOUGH = 3
"""The least different codes in cells of their own that make a column of codes: one or two may be a coincidence."""


def lost_suppressions(document: Document) -> Iterator[Finding]:
    """Report the suppressions at elements that are lost in the new document."""
    if document.suppressions and (lost := Carriers(document).lost):
        what = message("suppressions at elements that are not kept ({count})", count=len(lost))
        yield not_read([what], lost[0].location)


def unread_cells(printed: PrintedIndexes) -> Iterator[Finding]:
    """Report the cells of index columns whose role is unknown."""
    if printed.unread:
        where, text = printed.unread[0]
        what = message(
            'cells of the index in columns of unknown meaning ({count}), first "{text}"',
            count=len(printed.unread),
            text=shortened(text),
        )
        yield not_read([what], where)


def codes_beside_figures(
    document: Document,
    claims: Sequence[IndexEntry],
    frameworks: Mapping[str, FrameworkHints],
    pages: Container[str],
) -> Iterator[Finding]:
    """Report the tables that have a column of codes but are not an index: tables of figures.

    Rows with claims are read, and those on `pages` are reported already.
    """
    claimed = {claim.row for claim in claims}
    printed = {n for first, last in document.indexes for n in range(first, last)}
    tables: list[list[tuple[int, str]]] = [[]]
    for number, passage in enumerate(document.passages):
        if passage.kind != "table-row" or number in printed:
            tables += [[]] if tables[-1] else []
            continue
        code = next((found for cell in passage.text.split("\t") if (found := is_code_alone(cell, frameworks))), "")
        if code and passage.location not in claimed:
            tables[-1].append((number, code))
    for table in tables:
        if len({code for _, code in table}) >= _ENOUGH and document.passages[table[0][0]].page not in pages:
            what = message(
                "codes in a table that is no index ({count}, first {code})", count=len(table), code=table[0][1]
            )
            yield not_read([what], document.passages[table[0][0]].location)


def codes_without_claims(
    document: Document,
    claims: Sequence[IndexEntry],
    findings: Iterable[Finding],
    frameworks: Mapping[str, FrameworkHints],
    shapes: CodeShapes,
) -> list[Unclaimed]:
    """Return the codes printed as in an index without claims, and the headings of indexes that were not read."""
    found_before = tuple(findings)
    standards = {finding.location for finding in found_before if finding.rule == "DI403" and finding.framework}
    reported = {finding.location for finding in found_before if finding.rule in ("DI404", "DI406", "DI419")}
    found = unclaimed(codes_seen(document, frameworks, shapes, standards), claims, reported | standards)
    found += (as_standards(one, document, frameworks) for one in unread_headings(document, claims, shapes))
    if not claims and not found and not document.tags and (named := named_index(document, shapes)):
        found.append(as_standards(named, document, frameworks))
    return found


def mentions_alone(
    document: Document, frameworks: Mapping[str, FrameworkHints], shapes: CodeShapes
) -> Iterator[Finding]:
    """Report the codes in a text without any claim, or that there are none."""
    if codes := mentioned(document, frameworks, shapes) or codes_seen(document, frameworks, shapes):
        named = tuple(f"{one.framework}:{one.code}" for one in codes)
        what = message(
            "codes in the text, of which none is claimed ({count}, first {code})", count=len(named), code=named[0]
        )
        yield not_read([what], codes[0].location)
        return
    problem = message("No content index and no code of a framework was found, so nothing is claimed")
    hint = message("If the report prints an index, it was not recognised: tag what answers the disclosures")
    yield Finding("DI420", problem, Location(document.path), hint)


def facts_not_found(guess: Guess, document: Document) -> Iterator[Finding]:
    """Report the facts that the report does not state, and a language whose words are not read."""
    missing = []
    if not guess.issuer:
        missing.append(message("its issuer"))
    if guess.end is None:
        missing.append(message("its financial year"))
    if not guess.title:
        missing.append(message("its title"))
    if not guess.language:
        missing.append(message("its language"))
    place = Location(document.path)
    if missing:
        problem = message("Nothing in the report says {what}", what=joined(CLAUSE_COMMA, missing))
        yield Finding("DI615", problem, place, message("Correct the lines that are marked in the project file"))
    if guess.language and not is_supported(guess.language):
        yield language_finding(guess.language, place)


def claims_on_pages_without_text(document: Document, claims: Sequence[IndexEntry]) -> Iterator[Finding]:
    """Report the claims for pages without text."""
    if not any(finding.rule in ("DI611", "DI612") for finding in document.findings):
        return
    empty = {label for label, _ in document.pages} - {page for p in document.passages for page in p.pages}
    affected = {label: claim for claim in reversed(claims) for label in labels_of(claim) if label in empty}
    if affected:
        problem = message(
            "The index points at pages without text: {pages}; what they say could not be read",
            pages=joined(COMMA, affected),
        )
        hint = message("Import the report again with --ocr, which recognises the text of these pages")
        first = next(iter(affected.values()))
        yield Finding("DI611", problem, first.row, hint, unchecked=True)


def recognised_claims(document: Document, claims: Sequence[IndexEntry]) -> Iterator[Finding]:
    """Report the claims whose row was recognised on a picture (OCR)."""
    recognised = [
        claim for claim in claims if claim.row.path == document.path and claim.row.line in document.recognised
    ]
    if recognised:
        codes = dict.fromkeys(f"{claim.framework}:{claim.code}" for claim in recognised)
        problem = message("Claims read from recognised text (OCR): {codes}", codes=joined(COMMA, codes))
        hint = message("Compare each with its row in the source")
        yield Finding("DI618", problem, recognised[0].row, hint)
