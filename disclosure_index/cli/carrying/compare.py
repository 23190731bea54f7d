"""``disclosure-index compare``: the differences between two reports, drafts or years."""

import sys
from collections.abc import Sequence
from pathlib import Path, PurePath

import click

from disclosure_index.assessment.assess import Assessment
from disclosure_index.carrying.comparing.compare import compare
from disclosure_index.carrying.comparing.compare_table import TITLE, brief_table, changes_table
from disclosure_index.carrying.comparing.differences import Change
from disclosure_index.cli import options
from disclosure_index.cli.assessed import open_with_caveat
from disclosure_index.cli.options.report import ReportOptions, report_options
from disclosure_index.cli.program.output import write, write_bytes
from disclosure_index.cli.program.usage import UsageError
from disclosure_index.errors import ExitCode
from disclosure_index.messages import message
from disclosure_index.messages import render as rendered_in
from disclosure_index.outputs import html
from disclosure_index.outputs import tables as render
from disclosure_index.outputs.caveats import caveat_lines, caveats
from disclosure_index.tables.table import Table

FORMATS = ("text", "json", "csv", "markdown", "html", "xlsx")
IN_BRIEF = ("text", "html")
"""The formats without room for a column of each fact."""
NO_CHANGES = message("no changes")
ANY = "any"


CHANGES = (*(change.value for change in Change), ANY)


@click.command(name="compare")
@click.argument("old", type=click.Path(path_type=Path), metavar="BEFORE")
@click.argument("new", type=click.Path(path_type=Path), metavar="AFTER")
@click.option(
    "--fail-on",
    multiple=True,
    type=click.Choice(CHANGES),
    metavar="CHANGE",
    help=f"Exit with 1 when there is such a change: {', '.join(CHANGES)}. Repeatable.",
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@options.language
@report_options()
@options.output
def command(
    old: Path,
    new: Path,
    fail_on: tuple[str, ...],
    form: str,
    language: str | None,
    given: ReportOptions,
    output: Path | None,
) -> None:
    """List what is different between two tagged reports.

    Disclosures that came, went, or changed their status or their place; omissions that are new, gone or reworded; and
    text and figures that changed under a tag; figures of earlier years that are restated. Disclosures are joined across
    editions: a code goes on as what superseded it.

    \b
    Examples:
      disclosure-index compare report-2023 report-2024
      disclosure-index compare draft-1 draft-2 --fail-on dropped -o changes.txt
    """
    if form == "xlsx" and output is None:
        raise UsageError(message("xlsx needs a file: use -o, such as changes.xlsx"))
    before, after = (open_with_caveat(path, given) for path in (old, new))
    found = compare(before, after)
    shown_language = language or after.report.language
    table = changes_table(found, before, after, shown_language)
    if form == "xlsx" and output is not None:
        from disclosure_index.outputs.xlsx.single import single  # slow to import: openpyxl

        write_bytes(single(table, after.report, shown_language), output)
    else:
        table = brief_table(found, before, after, shown_language) if form in IN_BRIEF else table
        write(_rendered(table, form, (before, after), shown_language, output), output)
    fails = bool(found) if ANY in fail_on else any(one.change.value in fail_on for one in found)
    unchecked = before.verdict.unchecked or after.verdict.unchecked
    sys.exit(ExitCode.COULD_NOT_CHECK if unchecked else ExitCode.FINDINGS if fails else ExitCode.CLEAN)


def _rendered(table: Table, form: str, both: Sequence[Assessment], language: str, output: Path | None) -> str:
    here = PurePath()  # with two reports, each place is named by the path as typed
    lines = [line for assessment in both for line in caveat_lines(assessment, language, folder=here)]
    if form == "json":
        return render.as_json([table], [finding for assessment in both for finding in caveats(assessment)])
    if form == "csv":
        return render.comma_separated([table])
    if form == "markdown":
        return render.markdown([table], language, caveats=lines)
    if form == "html":
        title = f"{both[0].report.title} → {both[1].report.title} · {rendered_in(TITLE, language)}"
        return html.page([table], title, language, caveats=lines)
    width = None if output is None and sys.stdout.isatty() else options.WIDTH
    drawn = render.text([table], language, width) if table.rows else f"{rendered_in(NO_CHANGES, language)}\n"
    return "".join(f"{line}\n" for line in lines if output) + drawn
