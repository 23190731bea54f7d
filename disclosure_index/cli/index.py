"""``disclosure-index index``."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from disclosure_index.assessment import Assessment
from disclosure_index.cli import options
from disclosure_index.cli.index_tables import OF_ONE_FRAMEWORK, VIEWS, Wanted, tables_of
from disclosure_index.cli.looking import document_in, look
from disclosure_index.cli.writing import write
from disclosure_index.config import CannotLookError
from disclosure_index.exit_codes import ExitCode
from disclosure_index.outputs import html
from disclosure_index.outputs import tables as render
from disclosure_index.outputs.text import finding_lines
from disclosure_index.tables.filing_cells import without_repeats
from disclosure_index.tables.locations import FULL, LOCATIONS
from disclosure_index.words import said

FORMATS = ("markdown", "html", "csv", "json")
FOR_PEOPLE = ("markdown", "html")
PRINTED = "DI4"
"""The family of rules about printed indexes."""


@click.command(name="index")
@options.report_path
@click.option("--view", type=click.Choice(VIEWS), default="sections", show_default=True)
@click.option("--format", "form", type=click.Choice(FORMATS), default="markdown", show_default=True)
@click.option(
    "--framework",
    metavar="ID",
    help="With filing: only this framework's tables. With crosswalk: a row for each of its disclosures.",
)
@click.option("--check", is_flag=True, help="Write nothing: compare the index that a document prints with its tags.")
@click.option(
    "--locations",
    type=click.Choice(LOCATIONS),
    default=FULL,
    show_default=True,
    help="How places are said; as links, the address itself is the text.",
)
@options.languages
@options.what_if
@options.as_of
@options.output
def command(
    path: Path,
    view: str,
    form: str,
    framework: str | None,
    check: bool,
    locations: str,
    languages: tuple[str, ...],
    editions: Mapping[str, str],
    profile: Mapping[str, str],
    today: date,
    output: Path | None,
) -> None:
    """Write the content index of a report, computed from its tags.

    By section it has a column per framework (csv and json: a row per section and disclosure); by disclosure it lists
    every disclosure of each framework with its status; by principle it lists the UN Global Compact (and the SDGs).

    In filing layout every framework has the tables that its owner asks for: the GRI content index with statement of
    use and reasons for omission, HKEX by part and aspect, SASB by topic, TCFD and IFRS by pillar; what only a person
    can tell says so. The crosswalk has a row for each tagged passage and a column for each framework. A filing may be
    several tables: csv writes them one after the other, each under its own header, with an empty line between.

    \b
    Examples:
      disclosure-index index report_sources/alibaba-2024 --view sections --format html -o index.html
      disclosure-index index . --view disclosures --format csv --language en
      disclosure-index index . --view filing --framework gri --language en,zh-Hant
      disclosure-index index . --check
    """
    assessment = look(path, editions, profile, today)
    if check:
        raise SystemExit(_check(assessment))
    number, document = document_in(assessment, languages[0] if languages else None)
    spoken = languages or (document.language,)
    wanted = Wanted(view, _known(assessment, view, framework), locations, form in FOR_PEOPLE)
    tables = tables_of(assessment, wanted, number, spoken, output.parent if output else Path())
    if form == "csv" and view in OF_ONE_FRAMEWORK:
        rendered = "\n".join(render.comma_separated([table]) for table in tables)
    elif form == "csv":
        rendered = render.comma_separated(tables)
    elif form == "json":
        rendered = render.as_json(tables)
    elif form == "markdown":
        rendered = render.markdown(list(map(without_repeats, tables)), *spoken)
    else:
        title = f"{assessment.report.title} · {' / '.join(said('index', spoken))}"
        rendered = html.page(tables, title, *spoken)
    write(rendered, output)


def _check(assessment: Assessment) -> ExitCode:
    """Tell the findings about printed indexes alone."""
    if not any(document.indexes for document in assessment.report.documents):
        raise CannotLookError('error: no document marks a printed index; put role="doc-index" on the table that is one')
    found = [finding for finding in assessment.verdict.findings if finding.rule.startswith(PRINTED)]
    for finding in found:
        click.echo("\n".join(finding_lines(finding)))
    failing = any(finding.severity.rank <= assessment.policy.fail_on.rank for finding in found)
    click.echo(f"{len(found)} finding{'s' if len(found) != 1 else ''} about the printed index")
    return ExitCode.FINDINGS if failing else ExitCode.CLEAN


def _known(assessment: Assessment, view: str, framework: str | None) -> str:
    """Give the framework asked for, "" for none; it is one that the report claims."""
    if framework is None:
        return ""
    if view not in OF_ONE_FRAMEWORK:
        raise click.UsageError(f"--framework goes with --view {' or --view '.join(OF_ONE_FRAMEWORK)}")
    claimed = [claim.framework for claim in assessment.report.claims]
    if framework.lower() not in claimed:
        raise click.UsageError(f'the report claims no framework "{framework}"; it claims {", ".join(claimed)}')
    return framework.lower()
