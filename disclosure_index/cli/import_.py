"""``disclosure-index import``: from the report as it is published to a tagged one."""

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from disclosure_index import checks
from disclosure_index.assessment.linking import INDUSTRY
from disclosure_index.catalog.definitions import find_definitions
from disclosure_index.catalog.loading import load_frameworks, with_spellings
from disclosure_index.catalog.store import Catalog
from disclosure_index.cli import options
from disclosure_index.cli.language import spoken, tell, tell_lines
from disclosure_index.cli.no_framework import report_no_framework
from disclosure_index.cli.output import write_folder
from disclosure_index.cli.project_file import Facts, project_file
from disclosure_index.errors import ConfigError, CouldNotCheckError
from disclosure_index.exit_codes import ExitCode
from disclosure_index.files import exists
from disclosure_index.importing.pipeline import Imported, import_sources, unplaced_finding
from disclosure_index.importing.statements_of_use import PrintedStatement
from disclosure_index.importing.writer import write_xhtml
from disclosure_index.messages import AFTER_PLACE, joined, message
from disclosure_index.model import Disclosure, Finding
from disclosure_index.outputs.text import finding_lines
from disclosure_index.project.paths import FILE_NAME
from disclosure_index.session import definitions_in

_LONGEST_QUOTATION = 160


@click.command(name="import")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="SOURCE…")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Folder to create.")
@options.definitions
@options.message_language
def command(sources: tuple[Path, ...], output: Path, definitions: Path | None) -> None:
    """Turn published reports into tagged ones, with what their printed indexes claim as tags.

    SOURCE is a report: .pdf, .docx, .md, .html, .xhtml, .txt (one per language), or a mapping sheet: .xlsx, .csv with
    the columns disclosure, section or page, note. What is guessed in the project file is marked for you to confirm;
    what could not be placed is told.

    \b
    Examples:
      disclosure-index import report.pdf -o my-report
      disclosure-index import report-en.docx report-zh.docx index.xlsx -o my-report
    """
    for source in sources:
        if not exists(source):
            raise CouldNotCheckError(message("no such file"), source)
    if output.exists() and (not output.is_dir() or any(output.iterdir())):
        raise ConfigError(message("already exists and is not empty; choose another folder"), output)
    known = find_definitions(definitions_in(definitions))
    catalog = with_spellings(load_frameworks(definitions=known))
    with click.progressbar(length=2 * len(sources) + 1, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar:
        imported = import_sources(sources, catalog, lambda _: bar.update(1))
        facts = _facts(imported, catalog)
        files = {one.file: write_xhtml(one.document) for one in imported}
        write_folder(output, {**files, FILE_NAME: project_file(facts, catalog.frameworks)})
        bar.update(1)
    _tell_findings(catalog.findings)
    for one in imported:
        _tell(one)
    if not facts.claims:
        nothing = message("No framework was recognised: no code of an index and no statement of the report names one")
        report_no_framework(output / FILE_NAME, nothing, catalog.known)
    done = message(
        "written; confirm the guesses marked in {file}, then run: disclosure-index check {folder}",
        file=FILE_NAME,
        folder=output,
    )
    tell(joined(AFTER_PLACE, (output, done)))
    if any(finding.unchecked for finding in (*catalog.findings, *(f for one in imported for f in one.findings))):
        raise SystemExit(ExitCode.COULD_NOT_CHECK)


def _facts(imported: list[Imported], catalog: Catalog) -> Facts:
    guesses = [one.guess for one in imported]
    claims = {id: claim for guess in reversed(guesses) for id, claim in guess.claims.items()}
    tagged = {tag.reference for one in imported for tag in one.document.tags if tag.reference}
    industries = {d.part for reference in tagged for d in catalog.find(reference) if _is_by_industry(d, catalog)}
    first = guesses[0]
    return Facts(
        title=first.title,
        issuer=next((g.issuer for g in guesses if g.issuer), ""),
        start=first.start,
        end=first.end,
        documents=[(one.file, one.document.language) for one in imported],
        claims={id: claims[id] for id in sorted(claims)},
        stated={id: _quoted(s) for guess in reversed(guesses) for id, s in guess.stated.items()},
        industries=sorted(industries),
        guessed=frozenset({"title", "issuer", "year", "language"}),
        owners=imported[0].owners,
        notes=imported[0].notes,
    )


def _quoted(statement: PrintedStatement) -> str:
    """Return where a report says that it follows a framework, as a comment: on one line, without control characters."""
    words = " ".join(statement.words.split())
    words = "".join(c for c in words if c.isprintable())[:_LONGEST_QUOTATION]
    if statement.page:
        return message('page {page} ("{words}")', page=statement.page, words=words)
    return message('"{words}"', words=words)


def _is_by_industry(disclosure: Disclosure, catalog: Catalog) -> bool:
    return catalog.frameworks[disclosure.framework].conventions.select_by == INDUSTRY


def _tell(one: Imported) -> None:
    document = one.document
    counted = message(
        "{sections} sections, {passages} passages, {pages} pages, {claims} claims, {placed} placed",
        sections=len(document.sections),
        passages=len(document.passages),
        pages=len(document.pages),
        claims=one.claims,
        placed=one.claims - len(one.unplaced),
    )
    tell(joined(AFTER_PLACE, (document.path, counted)))
    _tell_findings([*one.findings, *map(unplaced_finding, one.unplaced)])


def _tell_findings(findings: Iterable[Finding]) -> None:
    for finding in checks.complete(findings):
        tell_lines(finding_lines(finding, spoken()))
