"""``disclosure-index roll``: last year's tagged report and this year's text become this year's tagged report."""

import sys
from datetime import date
from pathlib import Path

import click

from disclosure_index.carrying.rolling.roll import roll
from disclosure_index.carrying.update_tables import stale_table, statement_table
from disclosure_index.catalog.definitions import find_definitions
from disclosure_index.catalog.loading import load_frameworks, with_spellings
from disclosure_index.cli import options
from disclosure_index.cli.carrying.progress import progress
from disclosure_index.cli.carrying.update import check_readable, print_outcome, write_tables
from disclosure_index.cli.options.report import ReportOptions, report_options
from disclosure_index.cli.program.language import print_message
from disclosure_index.cli.program.output import write_folder
from disclosure_index.cli.program.usage import BadParameter
from disclosure_index.errors import ConfigError, CouldNotCheckError, ExitCode
from disclosure_index.files.atomic_write import is_free
from disclosure_index.files.named_files import MAX_TEXT, exists, read_file, reason
from disclosure_index.messages import AFTER_PLACE, COMMA, joined, message
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.project.paths import FILE_NAME
from disclosure_index.session import open_project


def _day(_: click.Context, __: click.Parameter, value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BadParameter(message('"{value}" is not a date such as 2025-12-31', value=for_terminal(value))) from None


@click.command(name="roll")
@click.argument("last_year", type=click.Path(path_type=Path), metavar="LAST-YEAR")
@click.argument("sources", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="NEW-SOURCE…")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path), help="Folder to create.")
@click.option(
    "--year-end", required=True, callback=_day, metavar="YYYY-MM-DD", help="Last day of this year's financial year."
)
@click.option("--format", "form", type=click.Choice(("text", "json", "csv")), default="text", show_default=True)
@options.language
@report_options()
def command(
    last_year: Path,
    sources: tuple[Path, ...],
    output: Path,
    year_end: date,
    form: str,
    language: str | None,
    given: ReportOptions,
) -> None:
    """Make this year's tagged report from its text and last year's tags.

    LAST-YEAR is last year's tagged report, NEW-SOURCE this year's text, one file for each language.

    Text that is found again keeps its tags. For a tag whose text is gone, up to three pages like those of last year are
    suggested; confirm one with "update --accept". No tag counts as reviewed. A superseded code is replaced by its
    successor in the editions that apply this year. Owners, notes and suppressions are kept; omissions must be explained
    again.

    \b
    Examples:
      disclosure-index roll 2024 2025.docx -o 2025 --year-end 2025-12-31
    """
    for source in sources:
        if not exists(source):
            raise CouldNotCheckError(message("no such file"), source)
    if not is_free(output):
        raise ConfigError(message("already exists and is not empty; choose another folder"), output)
    project = open_project(last_year, **given.of_project())
    check_readable(project)
    if project.file.name != FILE_NAME:
        raise ConfigError(message("only a report with a {file} of its own can be rolled", file=FILE_NAME), project.file)
    if year_end <= project.report.year_end:
        day = project.report.year_end
        raise BadParameter(
            message("must be after the end of last year, {day}", day=str(day)), param_hint="'--year-end'"
        )
    catalog = with_spellings(load_frameworks(definitions=find_definitions(project.definitions)))
    try:
        data = read_file(project.file, MAX_TEXT)
    except OSError as error:
        raise ConfigError(message("cannot be read: {why}", why=reason(error)), project.file) from error
    with progress(len(sources)) as step_done:
        made = roll(project, data, sources, year_end, catalog, given.today, step_done)
    write_folder(output, made.files)
    shown_language = language or project.report.language
    tables = [statement_table(document, shown_language, whole=False) for document in made.documents]
    write_tables([*tables, *([stale_table(made.stale)] if made.stale else ())], shown_language, form)
    for document in made.documents:
        print_outcome(document)
    if made.left_out:
        notice = message(
            "left out, since no new source is in their language: {documents}", documents=joined(COMMA, made.left_out)
        )
        print_message(joined(AFTER_PLACE, (output, notice)))
    if made.unpinned:
        notice = message(
            "the edition is no longer named, so the dates decide: {frameworks}", frameworks=joined(COMMA, made.unpinned)
        )
        print_message(joined(AFTER_PLACE, (output, notice)))
    notice = message("written; review every tag, then run: disclosure-index check {folder}", folder=output)
    print_message(joined(AFTER_PLACE, (output, notice)))
    unchecked = any(finding.unchecked for document in made.documents for finding in document.findings)
    sys.exit(ExitCode.COULD_NOT_CHECK if unchecked else ExitCode.FINDINGS if made.pending else ExitCode.CLEAN)
