"""``disclosure-index import``: turn published reports into tagged ones."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import click

from disclosure_index import checks
from disclosure_index.catalog.definitions import find_definitions
from disclosure_index.catalog.loading import load_frameworks, with_spellings
from disclosure_index.catalog.store import Catalog
from disclosure_index.cli import board_question, options
from disclosure_index.cli.no_framework import report_no_framework
from disclosure_index.cli.page_progress import page_progress
from disclosure_index.cli.program.language import chosen_language, print_message, print_messages
from disclosure_index.cli.program.output import write_folder
from disclosure_index.cli.project_file import project_file
from disclosure_index.errors import ConfigError, CouldNotCheckError, ExitCode
from disclosure_index.files.atomic_write import is_free
from disclosure_index.files.named_files import MAX_DOCUMENT, exists, read_file
from disclosure_index.importing.pipeline import SHEETS, Imported, import_sources
from disclosure_index.importing.placement_findings import unplaced_finding
from disclosure_index.importing.report_facts import ReportFacts, no_edition_finding, report_facts, without_inapplicable
from disclosure_index.importing.source_texts import with_own_texts
from disclosure_index.importing.writer import write_xhtml
from disclosure_index.messages import AFTER_PLACE, joined, message
from disclosure_index.model import (
    Finding,
    estimated_publication,
)
from disclosure_index.outputs.text import finding_lines
from disclosure_index.project.paths import FILE_NAME
from disclosure_index.reading.registry import ReadOptions
from disclosure_index.session import definitions_in

_LONGEST_QUOTATION = 160
_TO_PUBLICATION = timedelta(days=540)
"""The longest time from the end of a financial year to the making of a report's file; later ones are copies."""


@click.command(name="import")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="SOURCE…")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Folder to create.")
@options.definitions
@options.published_by
@board_question.board_option
@click.option(
    "--ocr", is_flag=True, help="Recognise the text of pages that are pictures, such as scans (extra ocr). It may err."
)
@click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
@options.message_language
def command(
    *,
    sources: tuple[Path, ...],
    output: Path,
    definitions: Path | None,
    today: date | None,
    board: str | None,
    ocr: bool,
    quiet: bool,
) -> None:
    """Turn published reports into tagged ones.

    What the printed content index of a report claims becomes its tags.

    SOURCE is a report: .pdf, .docx, .md, .html, .xhtml, .txt (one per language), or a mapping sheet: .xlsx, .csv with
    the columns disclosure, section or page, note. Guesses in the project file are marked for you to confirm;
    claims that could not be placed are reported.

    \b
    Examples:
      disclosure-index import report.pdf -o my-report
      disclosure-index import en.docx zh.docx index.xlsx -o my-report
      disclosure-index import scanned.pdf -o my-report --ocr
    """
    for source in sources:
        if not exists(source):
            raise CouldNotCheckError(message("no such file"), source)
    if not is_free(output):
        raise ConfigError(message("already exists and is not empty; choose another folder"), output)
    known = find_definitions(definitions_in(definitions))
    catalog = with_spellings(load_frameworks(definitions=known))
    with page_progress(quiet=quiet) as page_read:
        imported = import_sources(sources, catalog, today, lambda source: ReadOptions(ocr, partial(page_read, source)))
    facts, dropped = without_inapplicable(report_facts(imported, catalog), catalog)
    facts = replace(facts, sources=_sources(sources, imported))
    files = {one.file: with_own_texts(write_xhtml(one.document), _texts(one)) for one in imported}
    facts = board_question.with_board(facts, board, (one.document for one in imported), catalog.frameworks)
    write_folder(output, {**files, FILE_NAME: project_file(facts, catalog.frameworks)})
    _print_findings(catalog.findings)
    for one in imported:
        _print_outcome(one)
    _print_findings(_out_of_force(imported, facts, catalog))
    _print_findings(no_edition := [no_edition_finding(catalog.frameworks[id], imported[0].document) for id in dropped])
    if not facts.claims:
        nothing = message("No framework was recognised: no code of an index and no statement of the report names one")
        report_no_framework(output / FILE_NAME, nothing, catalog.known)
    done = message(
        "written; confirm what was guessed (6 in browse, or in {file}), then run: disclosure-index check {folder}",
        file=FILE_NAME,
        folder=output,
    )
    print_message(joined(AFTER_PLACE, (output, done)))
    findings = (*catalog.findings, *no_edition, *(f for one in imported for f in one.findings))
    if any(finding.unchecked for finding in findings):
        raise SystemExit(ExitCode.COULD_NOT_CHECK)


def _sources(sources: Iterable[Path], imported: Iterable[Imported]) -> dict[str, tuple[str, str, str]]:
    """Return the source of each new file, for `update` to recognise the next draft: name, digest, version of this."""
    version = metadata.version("disclosure-index")
    reports = (source for source in sources if source.suffix.lower() not in SHEETS)
    digests = ((source.name, sha256(read_file(source, MAX_DOCUMENT)).hexdigest()) for source in reports)
    return {one.file: (*origin, version) for one, origin in zip(imported, digests, strict=True)}


def _out_of_force(imported: Iterable[Imported], facts: ReportFacts, catalog: Catalog) -> Iterator[Finding]:
    """Yield findings of codes whose edition, decided by their titles, is withdrawn on the days of the report."""
    published = facts.published or (estimated_publication(facts.end) if facts.end else None)
    days = {"financial-year-start": facts.start, "publication-date": published}
    for one in imported:
        seen: set[str] = set()
        for tag in one.document.tags:
            found = catalog.find(tag.reference) if tag.reference and tag.reference.edition else ()
            end = found[0].in_force.end if found else None
            day = days[found[0].in_force.by] if found else None
            if end and day and end <= day and found[0].uid not in seen:
                seen.add(found[0].uid)
                problem = message(
                    "the index claims {reference}, which is of an edition withdrawn from {end}",
                    reference=found[0].uid,
                    end=str(end),
                )
                hint = message("Confirm what is meant, and correct the tag")
                yield Finding("DI203", problem, tag.span.location, hint, framework=found[0].framework)


def _print_outcome(one: Imported) -> None:
    document = one.document
    counted = message(
        "{sections} sections, {passages} passages, {pages} pages, {claims} claims, {placed} placed",
        sections=len(document.sections),
        passages=len(document.passages),
        pages=len(document.pages),
        claims=one.claims,
        placed=one.claims_placed,
    )
    print_message(joined(AFTER_PLACE, (document.path, counted)))
    _print_findings([*one.findings, *map(unplaced_finding, one.unplaced)])


def _print_findings(findings: Iterable[Finding]) -> None:
    for finding in checks.complete(findings):
        print_messages(finding_lines(finding, chosen_language()))


def _texts(one: Imported) -> Iterator[str]:
    return (passage.text for passage in one.document.passages)
