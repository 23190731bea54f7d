"""``disclosure-index update``: the next draft of an imported document, with every statement of the last one."""

import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import click

from disclosure_index import checks, messages
from disclosure_index.carrying.carriage import State
from disclosure_index.carrying.settling import Acceptance, settling_steps
from disclosure_index.carrying.update import Update, UpdatedDocument, plan_update
from disclosure_index.carrying.update_tables import claim_table, counts, for_people, pending_table, statement_table
from disclosure_index.catalog.definitions import find_definitions
from disclosure_index.catalog.loading import load_frameworks, with_spellings
from disclosure_index.cli import options
from disclosure_index.cli.carrying.progress import edit_errors, progress
from disclosure_index.cli.options.report import ReportOptions, report_options
from disclosure_index.cli.program.language import chosen_language, print_message, print_messages
from disclosure_index.cli.program.output import echo, write
from disclosure_index.cli.program.usage import BadParameter, UsageError
from disclosure_index.edits import apply_to_all, recover, write_files
from disclosure_index.errors import ConfigError, CouldNotCheckError, ExitCode, error_lines
from disclosure_index.files.named_files import MAX_DOCUMENT, MAX_TEXT, exists, read_file, read_into, reason
from disclosure_index.messages import AFTER_PLACE, COMMA, joined, message, plural
from disclosure_index.model import Finding
from disclosure_index.model.pending import TEXT
from disclosure_index.outputs import tables as render
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.outputs.text import finding_lines
from disclosure_index.project.file import Project, read_project_at
from disclosure_index.session import open_project
from disclosure_index.tables.table import Table
from disclosure_index.workbench.steps import edits_of

WIDTH = 140
"""The width of tables outside a terminal, in characters."""


def _acceptances(_: click.Context, __: click.Parameter, values: Sequence[str]) -> dict[int, Acceptance]:
    """Parse ``3``, ``3=2``, ``3=gri:101-1`` or ``3=2=gri:101-1``."""
    found: dict[int, Acceptance] = {}
    for value in values:
        match = re.fullmatch(r"([1-9]\d{0,5})(?:=([1-9]\d{0,2}))?(?:=([^\s=]+))?", value)
        if match is None:
            why = message('"{value}" is not a number, nor NUMBER=CANDIDATE=CODE', value=for_terminal(value))
            raise BadParameter(why)
        found[int(match[1])] = Acceptance(int(match[2] or 1), match[3] or "")
    return found


@click.command(name="update")
@click.argument("path", type=click.Path(path_type=Path), metavar="REPORT")
@click.argument("drafts", nargs=-1, type=click.Path(path_type=Path), metavar="[NEW-SOURCE…]")
@click.option("--dry-run", is_flag=True, help="Show what becomes of every statement, and write nothing.")
@click.option("--all", "whole", is_flag=True, help="Also list the statements whose text is the same.")
@click.option(
    "--accept",
    "accepted",
    multiple=True,
    metavar="NUMBER[=CANDIDATE][=CODE]",
    callback=_acceptances,
    help="Place a pending statement at one of its candidates, the first by default; CODE says as which of several "
    "codes it goes on. Repeatable.",
)
@click.option(
    "--drop",
    "dropped",
    multiple=True,
    type=click.IntRange(min=1),
    metavar="NUMBER",
    help="Remove a pending statement. Repeatable.",
)
@click.option("--format", "form", type=click.Choice(("text", "json", "csv")), default="text", show_default=True)
@options.language
@report_options()
def command(
    path: Path,
    drafts: tuple[Path, ...],
    dry_run: bool,
    whole: bool,
    accepted: dict[int, Acceptance],
    dropped: tuple[int, ...],
    form: str,
    language: str | None,
    given: ReportOptions,
) -> None:
    """Carry the tags of a report to its next draft.

    REPORT is a tagged report that was imported, NEW-SOURCE the next draft of what it was imported from: one for each
    language that changed. The text is read anew, and each tag, omission, reviewed mark and suppression is carried to
    where its text is now. Where the text changed, the reviewed mark is removed, and check reports that until someone
    reviews it again. What has no certain place is kept in the project file, and check reports it until it is placed
    or dropped. All files are written, or none.

    Without NEW-SOURCE, the pending statements are listed; --accept places one, --drop removes one.

    \b
    Examples:
      disclosure-index update my-report report-v2.docx --dry-run
      disclosure-index update my-report report-en.docx report-zh.docx
      disclosure-index update my-report --accept 2=1 --drop 3
    """
    if drafts and (accepted or dropped):
        raise UsageError(message("--accept and --drop are for what is pending; give them without a new source"))
    for draft in drafts:
        if not exists(draft):
            raise CouldNotCheckError(message("no such file"), draft)
    named = read_project_at(path, allow_outside=given.allow_outside)
    print_messages(recover(named.files))
    sources: dict[str, bytes] = {}
    read = read_into(sources, MAX_DOCUMENT, named.within)
    project = open_project(path, **given.of_project(), read=read)
    check_readable(project)
    try:
        sources[str(project.file)] = read_file(project.file, MAX_TEXT)
    except OSError as error:
        raise ConfigError(message("cannot be read: {why}", why=reason(error)), project.file) from error
    shown_language = language or project.report.language
    if not drafts:
        if accepted or dropped:
            _settle(project, sources, accepted, dropped, dry_run=dry_run)
        table = pending_table(project.report.pending, shown_language)
        if not (accepted or dropped):
            write_tables([table], shown_language, form)
            if not table.rows:
                print_message(message("nothing is pending"))
        left = [
            one for number, one in enumerate(project.report.pending, start=1) if number not in (*accepted, *dropped)
        ]
        sys.exit(ExitCode.FINDINGS if any(one.state != State.CHANGED for one in left) else ExitCode.CLEAN)
    catalog = with_spellings(load_frameworks(definitions=find_definitions(project.definitions)))
    with progress(2 * len(drafts)) as step_done:
        made = plan_update(project, sources, drafts, catalog, given.today, step_done)
    write_tables(
        [
            t
            for d in made.documents
            for t in (statement_table(d, shown_language, whole=whole), claim_table(d, shown_language))
        ],
        shown_language,
        form,
    )
    for one in made.documents:
        print_outcome(one)
    if not dry_run:
        _write_files(made.before, made.after, project)
    sys.exit(_code(made))


def _settle(
    project: Project,
    sources: dict[str, bytes],
    accepted: Mapping[int, Acceptance],
    dropped: tuple[int, ...],
    *,
    dry_run: bool,
) -> None:
    with edit_errors():
        steps = settling_steps(project, accepted, dropped)
        after, _ = apply_to_all(sources, edits_of(steps, project.report, sources))
    if not dry_run:
        _write_files({name: sources[name] for name in after}, after, project)


def _write_files(before: Mapping[str, bytes], after: Mapping[str, bytes], project: Project) -> None:
    with edit_errors():
        write_files(before, after, project.within)
    changed = [name for name, data in after.items() if before[name] != data]
    print_message(message("written: {files}", files=joined(COMMA, changed)) if changed else message("nothing changed"))


def check_readable(project: Project) -> None:
    """Refuse a report with an unreadable document: its statements would be lost."""
    unreadable = [f for d in project.report.documents if not d.readable for f in d.findings if f.unchecked]
    if unreadable:
        raise CouldNotCheckError.of_lines(error_lines(f.message, f.location, f.hint) for f in unreadable)


def _code(made: Update) -> ExitCode:
    if any(finding.unchecked for document in made.documents for finding in document.findings):
        return ExitCode.COULD_NOT_CHECK
    return ExitCode.CLEAN if made.is_settled else ExitCode.FINDINGS


LISTED = 200
"""The most rows of a table that people see, those to review first: drawing all rows of a large report takes longer than
carrying them, and formats for programs have them all."""


def write_tables(found: Sequence[Table], language: str, form: str) -> None:
    """Write tables to stdout; csv has only the first, since the others have other columns."""
    if form == "json":
        write(render.as_json(found), None)
    elif form == "csv":
        write(render.comma_separated(found[:1]), None)
    for table in map(for_people, found) if form == "text" else ():
        if table.rows:
            echo(messages.render(table.title, language))
            listed = replace(table, rows=table.rows[:LISTED])
            write(render.text([listed], language, None if sys.stdout.isatty() else WIDTH), None)
        if (more := len(table.rows) - LISTED) > 0:
            notice = plural(
                "{number} more is not listed; --format json gives all of them",
                "{number} more are not listed; --format json gives all of them",
                more,
            )
            print_message(notice)


def print_outcome(one: UpdatedDocument) -> None:
    """Print the numbers of statements by outcome, and what else a person has to know."""
    _print_findings(one.findings)
    found = counts(one.outcomes)
    summary = message(
        "{carried} carried, {changed} with changed text, {confirm} to confirm, {lost} lost",
        carried=found[State.CARRIED],
        changed=found[State.CHANGED],
        confirm=found[State.TO_CONFIRM],
        lost=found[State.LOST],
    )
    print_message(joined(AFTER_PLACE, (one.name, summary)))
    if edited := sum(outcome.kind == TEXT for outcome in one.outcomes):
        notice = plural(
            "{number} passage was edited in the tagged document alone; its text is kept as pending",
            "{number} passages were edited in the tagged document alone; their texts are kept as pending",
            edited,
        )
        print_message(joined(AFTER_PLACE, (one.name, notice)))
    if one.restored:
        notice = plural(
            "{number} passage was removed from the tagged document alone, and is there again",
            "{number} passages were removed from the tagged document alone, and are there again",
            one.restored,
        )
        print_message(joined(AFTER_PLACE, (one.name, notice)))
    if not one.knows_source:
        notice = message(
            "it does not remember its source, so text that was edited in it alone is not kept; "
            "compare the file with the one before"
        )
        print_message(joined(AFTER_PLACE, (one.name, notice)))
    if one.lost_anchors:
        gone = message("no element has these ids any more: {ids}", ids=joined(COMMA, one.lost_anchors))
        print_message(joined(AFTER_PLACE, (one.name, gone)))
    if one.emptied:
        empty = message('the generated index is empty and at the end; run "index --write" to fill it')
        print_message(joined(AFTER_PLACE, (one.name, empty)))


def _print_findings(findings: Iterable[Finding]) -> None:
    for finding in checks.complete(findings):
        print_messages(finding_lines(finding, chosen_language()))
