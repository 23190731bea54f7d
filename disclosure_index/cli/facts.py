"""``disclosure-index facts``."""

import json
from pathlib import Path

import click

from disclosure_index.cli import options
from disclosure_index.cli.assessed import document_in, finish, open_with_caveat
from disclosure_index.cli.options.report import ReportOptions, report_options
from disclosure_index.cli.program.output import write
from disclosure_index.outputs import tables as render
from disclosure_index.outputs.caveats import caveats
from disclosure_index.outputs.escape import for_json
from disclosure_index.outputs.json import finding_of
from disclosure_index.tables.facts import fact_records, facts_table

FORMATS = ("csv", "json")


@click.command(name="facts")
@options.report_path
@click.option("--all", "untagged", is_flag=True, help="List the figures that no tag reaches, too.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="csv", show_default=True)
@options.language
@report_options(what_if=True)
@options.output
def command(
    path: Path,
    untagged: bool,
    form: str,
    language: str | None,
    given: ReportOptions,
    output: Path | None,
) -> None:
    """List the figures with their unit, period and place.

    One row per figure and disclosure that its tag names. Values are in base units, such as t, GJ, m3 and tCO2e;
    the printed form is given as well. With --language, only those of the document in that language.

    \b
    Examples:
      disclosure-index facts report_sources/harbour-ferries-2025
      disclosure-index facts . --all --format json -o facts.json
    """
    assessment = open_with_caveat(path, given)
    document = document_in(assessment, language)[0] if language else None
    if form == "json":
        found = list(fact_records(assessment, document, untagged))
        caveat = [finding_of(finding, None) for finding in caveats(assessment)]
        answer = {"facts": found, **({"could_not_check": caveat} if caveat else {})}
        rendered = for_json(json.dumps(answer, ensure_ascii=False, indent=2)) + "\n"
    else:
        rendered = render.comma_separated([facts_table(assessment, document, untagged)])
    write(rendered, output)
    finish(assessment)
