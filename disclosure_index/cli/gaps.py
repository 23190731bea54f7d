"""``disclosure-index gaps``."""

import sys
from pathlib import Path

import click

from disclosure_index import messages
from disclosure_index.cli import options
from disclosure_index.cli.assessed import document_in, finish, open_with_caveat
from disclosure_index.cli.options.report import ReportOptions, report_options
from disclosure_index.cli.program.output import write
from disclosure_index.cli.screen.extra import SCREEN, require
from disclosure_index.outputs import tables as render
from disclosure_index.outputs.caveats import caveat_lines, caveats, on_top
from disclosure_index.tables.gaps import gaps, in_brief, in_order

NO_GAPS = messages.message("no gaps")
FORMATS = ("text", "json", "csv", "markdown")


@click.command(name="gaps")
@options.report_path
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--peers",
    "market",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Also show how many peers in this screen disclose each gap, and where.",
)
@options.language
@report_options(what_if=True)
@options.output
def command(
    path: Path,
    form: str,
    market: Path | None,
    language: str | None,
    given: ReportOptions,
    output: Path | None,
) -> None:
    """List missing disclosures, and where the text may answer them.

    Disclosures with the strictest obligation come first.

    \b
    Examples:
      disclosure-index gaps report_sources/alibaba-2024
      disclosure-index gaps . --language en --format csv -o gaps.csv
      disclosure-index gaps . --peers market
    """
    assessment = open_with_caveat(path, given)
    number, document = document_in(assessment, language)
    shown_language = language or document.language
    table = gaps(assessment, shown_language, number)
    if market:
        require("screen", SCREEN)
        from disclosure_index.screening.peers import peers_of, with_peers

        table = with_peers(table, in_order(assessment), peers_of(assessment.report, market), shown_language)
    if form == "json":
        rendered = render.as_json([table], caveats(assessment))
    elif form == "csv":
        rendered = render.comma_separated([table])
    elif form == "markdown":
        rendered = render.markdown([table], shown_language, caveats=caveat_lines(assessment, shown_language))
    else:
        width = None if output is None and sys.stdout.isatty() else options.WIDTH
        rendered = (
            render.text([in_brief(table)], shown_language, width)
            if table.rows
            else f"{messages.render(NO_GAPS, shown_language)}\n"
        )
        rendered = (on_top(assessment, shown_language) if output else "") + rendered
    write(rendered, output)
    finish(assessment)
