"""``disclosure-index init``: a project file for a folder of tagged sources."""

import os.path
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from disclosure_index.assessment.linking import INDUSTRY
from disclosure_index.catalog.definitions import find_definitions
from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.cli import board_question, options
from disclosure_index.cli.no_framework import report_no_framework
from disclosure_index.cli.program.language import print_message
from disclosure_index.cli.program.output import write
from disclosure_index.cli.program.usage import BadParameter
from disclosure_index.cli.project_file import project_file
from disclosure_index.errors import ConfigError, CouldNotCheckError
from disclosure_index.files.named_files import MAX_DOCUMENT, is_folder, is_inside, read_file, reason
from disclosure_index.importing.report_facts import ReportFacts
from disclosure_index.messages import AFTER_PLACE, COMMA, joined, message
from disclosure_index.model import LANGUAGES, Document
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.project.paths import ALLOW, FILE_NAME, import_hint
from disclosure_index.reading.languages.detection import detected_language
from disclosure_index.reading.registry import SOURCES, read_source, sources_in
from disclosure_index.session import definitions_in

YEARS = range(1900, 2200)
"""The range for the end of a financial year: a day outside it is mistyped, since no framework is as old."""


@click.command(name="init")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option("--issuer", default="", help="Company name.")
@options.allow_outside
@options.definitions
@click.option("--year-end", metavar="YYYY-MM-DD", help="Last day of the financial year.")
@board_question.board_option
@options.message_language
def command(
    folder: Path,
    issuer: str,
    year_end: str | None,
    board: str | None,
    allow_outside: bool,
    definitions: Path | None,
) -> None:
    """Write a project file for a folder of sources.

    Sources are XHTML, Word or Markdown. Guessed values are marked with a comment: confirm them.

    For a report that is a PDF or a web page, use "import".

    \b
    Example:
      disclosure-index init my-report --issuer "Ferries Ltd" --year-end 2025-12-31
      disclosure-index init my-report --board gem
    """
    if not is_folder(folder):
        hint = message(
            "Create it and put the XHTML, Word or Markdown files of the report in it; to read a PDF, use import"
        )
        raise CouldNotCheckError(message("no such folder"), folder, hint)
    target = folder / FILE_NAME
    if os.path.lexists(target):
        raise ConfigError(message("already exists; edit it, or remove it first"), target)
    documents = list(_documents(folder, allow_outside))
    if not documents:
        problem = message("no source found; the folder must have a file of {known}", known=joined(COMMA, SOURCES))
        raise CouldNotCheckError(problem, folder, import_hint(folder))
    declared = {name: _language(document) for name, document in documents}
    languages = {name: declared[name] or _detected(document) for name, document in documents}
    references = [tag.reference for _, d in documents for tag in d.tags if tag.reference]
    known = find_definitions(definitions_in(definitions))
    industries = (reference.code for reference in references)
    frameworks = load_frameworks(industries=industries, definitions=known).frameworks
    tagged = {reference.framework for reference in references}
    by_industry = [f for f in frameworks.values() if f.conventions.select_by == INDUSTRY]
    facts = ReportFacts(
        title=next((d.title for _, d in documents if d.title), ""),
        issuer=issuer,
        end=_last_day(year_end),
        documents=list(languages.items()),
        guessed=frozenset({"language"}) if declared != languages and all(languages.values()) else frozenset(),
        industries=sorted({d.part for f in by_industry for d in f.disclosures}),
        claims={id: next(reversed(f.claims), "") for id, f in frameworks.items() if id in tagged},
        strict=True,
    )
    facts = board_question.with_board(facts, board, (document for _, document in documents), frameworks)
    write(project_file(facts, frameworks), target)
    if not facts.claims:
        report_no_framework(target, message("No framework was recognised: nothing is tagged yet"), frameworks)
    done = message(
        "written; confirm the guesses marked in it, then run: disclosure-index check {folder}", folder=folder
    )
    print_message(joined(AFTER_PLACE, (target, done)))


def _last_day(text: str | None) -> date | None:
    shown = for_terminal(text or "")
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        problem = message('"{value}" is not a date; write it as 2025-12-31', value=shown)
        raise BadParameter(problem, param_hint="--year-end") from None
    if day and day.year not in YEARS:
        problem = message(
            '"{value}" must be a day from {first} to {last}, such as 2025-12-31',
            value=shown,
            first=YEARS[0],
            last=YEARS[-1],
        )
        raise BadParameter(problem, param_hint="--year-end")
    return day


def _documents(folder: Path, allow_outside: bool) -> Iterator[tuple[str, Document]]:
    sources, beside = sources_in(path for path in folder.iterdir() if not is_folder(path))
    for path in beside:
        print_message(joined(AFTER_PLACE, (path, message("not named in the project file; add it if it is a document"))))
    for path in sources:
        if any("\ud800" <= c <= "\udfff" for c in path.name):
            raise CouldNotCheckError(message("its name is not UTF-8, so no project file can name it; rename it"), path)
        if not (allow_outside or is_inside(path, folder)):
            problem = message("is a link out of the folder; move it, or give {allow}", allow=ALLOW)
            raise ConfigError(problem, path)
        try:
            data = read_file(path, MAX_DOCUMENT)
        except OSError as error:
            raise CouldNotCheckError(message("cannot be read: {why}", why=reason(error)), path) from error
        document = read_source(data, str(path), "")
        for finding in document.findings:
            if finding.unchecked:
                raise CouldNotCheckError(finding.message, finding.location, finding.hint)
        yield path.name, document


def _language(document: Document) -> str:
    """Return the language that the text itself declares; "" for none, or an unknown one."""
    counts = [(sum(p.language == language for p in document.passages), language) for language in LANGUAGES]
    most, language = max(counts)
    return language if most else ""


def _detected(document: Document) -> str:
    """Return the likely language of the text: Markdown and Word seldom declare one."""
    language = detected_language("\n".join(passage.text for passage in document.passages))
    return language if language in LANGUAGES else ""
