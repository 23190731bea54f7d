"""``disclosure-index merge``: merge an edited workbook back into the report."""

import sys
from contextlib import suppress
from pathlib import Path

import click

from disclosure_index import messages
from disclosure_index.cli import options
from disclosure_index.cli.assessed import finish, open_with_caveat
from disclosure_index.cli.options.report import ReportOptions, report_options
from disclosure_index.cli.program.language import in_chosen_language, print_message, print_messages
from disclosure_index.cli.program.output import echo, write
from disclosure_index.edits import EditError, recover, write_files
from disclosure_index.errors import ConfigError, CouldNotCheckError, ExitCode
from disclosure_index.files.named_files import MAX_DOCUMENT, MAX_TEXT, read_file, read_into, reason
from disclosure_index.messages import AFTER_PLACE, COMMA, joined, message, plural
from disclosure_index.messages.states import SEVERITY
from disclosure_index.model import Severity
from disclosure_index.outputs import tables as render
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.project.file import read_project_at
from disclosure_index.reading.unreadable import RefusedError
from disclosure_index.workbook_merge import Handed, Plan, plan, read_handed
from disclosure_index.workbook_merge.plan_tables import tables
from disclosure_index.workbook_merge.safety import MAX_BYTES

WIDTH = 140
"""The width of tables outside a terminal, in characters."""


@click.command(name="merge")
@click.argument("workbook", type=click.Path(path_type=Path))
@options.report_path
@click.option("--dry-run", is_flag=True, help="Show the changes, and write nothing.")
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--skip-refused", is_flag=True, help="Write the accepted changes in spite of conflicts and refusals.")
@click.option("--format", "form", type=click.Choice(("text", "json")), default="text", show_default=True)
@options.language
@report_options()
def command(
    workbook: Path,
    path: Path,
    dry_run: bool,
    yes: bool,
    skip_refused: bool,
    form: str,
    language: str | None,
    given: ReportOptions,
) -> None:
    """Write the changes of an edited workbook into the report.

    Each cell is compared with what was exported and with what the report says now. The changes are shown, then
    written into the documents and the project file; nothing else in them changes. Where the report was changed after
    the export, that is a conflict. Conflicts and refused changes are listed with sheet and row, and nothing is
    written, unless --skip-refused is given.

    \b
    Examples:
      disclosure-index merge index.xlsx my-report --dry-run
      disclosure-index merge index.xlsx . --yes
    """
    handed = _read(workbook)
    project = read_project_at(path, allow_outside=given.allow_outside)
    print_messages(recover(project.files))
    sources: dict[str, bytes] = {}
    read = read_into(sources, MAX_DOCUMENT, project.within)
    with suppress(OSError):  # an unreadable file is reported when the report is assessed
        sources[str(project.file)] = read_file(project.file, MAX_TEXT)
    assessment = open_with_caveat(path, given, read=read)
    try:
        made = plan(handed, assessment, sources, str(project.file), given.today)
    except EditError as error:
        raise ConfigError.of_lines([error.message]) from error
    _show(made, language or handed.facts["language"], workbook, form)
    if dry_run or ((blocked := bool(made.refusals or made.conflicts)) and not skip_refused):
        if not dry_run:
            accepted = message("nothing was written; to write the accepted changes, use --skip-refused")
            print_message(accepted if made.changes else message("nothing was written: no change was accepted"))
        finish(assessment, ExitCode.FINDINGS if made.refusals or made.conflicts else ExitCode.CLEAN)
    if made.changes and _agreed(made, yes):
        try:
            write_files(made.before, made.after, project.within)
        except EditError as error:
            raise ConfigError.of_lines([error.message]) from error
        print_message(message("written: {files}", files=joined(COMMA, made.after)))
    finish(assessment, ExitCode.FINDINGS if blocked else ExitCode.CLEAN)


def _read(workbook: Path) -> Handed:
    try:
        return read_handed(read_file(workbook, MAX_BYTES), str(workbook))
    except OSError as error:
        raise CouldNotCheckError(message("cannot be read: {why}", why=reason(error)), workbook) from error
    except RefusedError as error:
        raise CouldNotCheckError(message("cannot merge: {why}", why=error.message), workbook, error.hint) from error


def _show(made: Plan, language: str, workbook: Path, form: str) -> None:
    found = tables(made, language, whole=form == "json")
    if form == "json":
        write(render.as_json(found), None)
    for table in found if form == "text" else ():
        if table.rows:
            width = None if sys.stdout.isatty() else WIDTH
            echo(messages.render(table.title, language))
            write(render.text([table], language, width), None)
    for remark in made.remarks:
        print_message(joined(AFTER_PLACE, (workbook, SEVERITY[Severity.NOTE], remark)))
    sums = message(
        "{changes}, {conflicts}, {refusals}",
        changes=plural("{number} change", "{number} changes", len(made.changes)),
        conflicts=plural("{number} conflict", "{number} conflicts", len(made.conflicts)),
        refusals=plural("{number} refusal", "{number} refusals", len(made.refusals)),
    )
    print_message(messages.render(sums, language))


def _agreed(made: Plan, yes: bool) -> bool:
    """Ask whether to write; without a terminal, that is an error."""
    if yes:
        return True
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        problem = message(
            "nothing was written: confirmation needs a terminal; use --yes to write, or --dry-run to preview"
        )
        raise ConfigError(problem)
    return click.confirm(
        for_terminal(in_chosen_language(message("Write to {files}?", files=joined(COMMA, made.after)))), err=True
    )
