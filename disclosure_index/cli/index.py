"""``disclosure-index index``."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from disclosure_index.assessment import Assessment
from disclosure_index.cli import options
from disclosure_index.cli.looking import document_in, look
from disclosure_index.cli.writing import write
from disclosure_index.config import CannotLookError
from disclosure_index.exit_codes import ExitCode
from disclosure_index.outputs import html
from disclosure_index.outputs import tables as render
from disclosure_index.outputs.text import finding_lines
from disclosure_index.tables import by_disclosure, by_section, crosswalk
from disclosure_index.tables.filing import filing
from disclosure_index.tables.filing_cells import without_repeats
from disclosure_index.tables.table import Table, seen_from
from disclosure_index.words import word

VIEWS = ("sections", "disclosures", "principles", "filing", "crosswalk")
OF_ONE_FRAMEWORK = ("filing", "crosswalk")
"""The views that `--framework` narrows; their tables have heads of their own."""

FORMATS = ("markdown", "html", "csv", "json")
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
@options.language
@options.what_if
@options.as_of
@options.output
def command(
    path: Path,
    view: str,
    form: str,
    framework: str | None,
    check: bool,
    language: str | None,
    editions: Mapping[str, str],
    profile: Mapping[str, str],
    today: date,
    output: Path | None,
) -> None:
    r"""Write the content index of a report, computed from its tags.

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
      disclosure-index index . --view filing --framework gri --language zh-Hant
      disclosure-index index . --check
    """
    assessment = look(path, editions, profile, today)
    if check:
        raise SystemExit(_check(assessment))
    number, document = document_in(assessment, language)
    spoken = language or document.language
    tables = _tables(assessment, view, form, spoken, number, _known(assessment, view, framework))
    if form == "csv" and view in OF_ONE_FRAMEWORK:
        rendered = "\n".join(render.comma_separated([table]) for table in tables)
    elif form == "csv":
        rendered = render.comma_separated(tables)
    elif form == "json":
        rendered = render.as_json(tables)
    elif form == "markdown":
        rendered = render.markdown([_from(table, output) for table in tables], spoken)
    else:
        title = f"{assessment.report.title} · {word('index', spoken)}"
        rendered = html.page([_from(table, output) for table in tables], title, spoken)
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


def _tables(
    assessment: Assessment, view: str, form: str, language: str, document: int, framework: str
) -> Sequence[Table]:
    if view == "filing":
        return filing(assessment, language, document, framework)
    if view == "crosswalk" and framework:
        return [crosswalk.by_disclosure(assessment, framework, language, document)]
    if view == "crosswalk":
        return [crosswalk.by_passage(assessment, document)]
    if view == "disclosures":
        return by_disclosure.by_disclosure(assessment, language, document)
    if view == "principles":
        return by_disclosure.by_principle(assessment, language, document)
    for_people = form in ("markdown", "html")
    return [by_section.by_section(assessment, document) if for_people else by_section.claims(assessment, document)]


def _from(table: Table, output: Path | None) -> Table:
    """Write a table for people: links as seen from the file that they will stand in, and nothing said twice."""
    folder = output.parent if output else Path()
    table = without_repeats(table)
    rows = tuple(
        tuple(replace(c, parts=tuple((t, seen_from(h, folder)) for t, h in c.parts)) for c in row) for row in table.rows
    )
    return replace(table, rows=rows)
