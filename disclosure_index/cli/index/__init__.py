"""``disclosure-index index``."""

from collections.abc import Sequence
from pathlib import Path

import click

from disclosure_index.assessment.assess import Assessment
from disclosure_index.cli import options
from disclosure_index.cli.assessed import document_in, finish, open_with_caveat
from disclosure_index.cli.completion import names
from disclosure_index.cli.index.check import check as check_indexes
from disclosure_index.cli.index.tables import OF_ONE_FRAMEWORK, VIEWS, Wanted, tables_of
from disclosure_index.cli.index.write import write_indexes
from disclosure_index.cli.options.report import ReportOptions, report_options
from disclosure_index.cli.program.language import print_messages
from disclosure_index.cli.program.output import write, write_bytes
from disclosure_index.cli.program.usage import UsageError
from disclosure_index.edits import recover
from disclosure_index.errors import ConfigError
from disclosure_index.files.named_files import MAX_DOCUMENT, read_into
from disclosure_index.messages import COMMA, OR, in_languages, joined, message
from disclosure_index.outputs import html
from disclosure_index.outputs import tables as render
from disclosure_index.outputs.caveats import caveat_lines
from disclosure_index.outputs.caveats import caveats as caveats_of
from disclosure_index.project.file import read_project_at
from disclosure_index.project.paths import find_project
from disclosure_index.tables.by_section import INDEX
from disclosure_index.tables.filing_cells import without_repeats
from disclosure_index.tables.links import links
from disclosure_index.tables.locations import FULL, LOCATIONS
from disclosure_index.tables.table import Table

FORMATS = ("markdown", "html", "docx", "csv", "json")
FOR_PEOPLE = ("markdown", "html", "docx")


@click.command(name="index")
@options.report_path
@click.option("--view", type=click.Choice(VIEWS), default="sections", show_default=True)
@click.option("--format", "form", type=click.Choice(FORMATS), default="markdown", show_default=True)
@click.option(
    "--framework",
    metavar="ID",
    shell_complete=names.frameworks,
    help="With filing: only this framework's tables. With crosswalk: one row per disclosure of this framework.",
)
@click.option(
    "--check",
    is_flag=True,
    help="Compare the index that a document prints with its tags, and write nothing. An outdated index between markers "
    "is a finding.",
)
@click.option("--write", "in_place", is_flag=True, help="Update the index between the markers of each document.")
@click.option(
    "--at",
    metavar="ID",
    default="",
    help="With --write: where a document has no markers, add them at the end of the element with this id, for the "
    "tables that the other options name.",
)
@click.option(
    "--locations",
    type=click.Choice(LOCATIONS),
    default=FULL,
    show_default=True,
    help="How locations are written. With links, the address is the text.",
)
@options.link_base
@options.languages
@report_options(what_if=True)
@options.output
def command(
    path: Path,
    view: str,
    form: str,
    framework: str | None,
    check: bool,
    in_place: bool,
    at: str,
    locations: str,
    link_base: str,
    languages: tuple[str, ...],
    given: ReportOptions,
    output: Path | None,
) -> None:
    """Write the content index of a report from its tags.

    The sections view has a column per framework (csv and json: a row per section and disclosure); the disclosures
    view lists every disclosure of each framework with its status; the principles view lists the UN Global Compact
    (and the SDGs).

    In the filing view, every framework has the tables that its owner asks for: the GRI content index with statement
    of use and reasons for omission, HKEX by part and aspect, SASB by topic, TCFD and IFRS by pillar; what only a
    person can complete is marked. The crosswalk has a row for each tagged passage and a column for each framework.
    A filing may be several tables: csv writes them one after the other, each under its own header, with an empty
    line between.

    With --write, the index goes into the documents themselves, between two comments that select the tables:

    \b
      <!-- disclosure-index:begin view=filing framework=gri -->
      <!-- disclosure-index:end -->

    \b
    Examples:
      disclosure-index index my-report --view sections --format html -o index.html
      disclosure-index index . --view disclosures --format csv --language en
      disclosure-index index . --view filing --format docx -o index.docx
      disclosure-index index . --view filing --framework gri --language en,zh-Hant
      disclosure-index index . --write --at content-index --view filing
      disclosure-index index . --check
    """
    home = find_project(path, allow_outside=given.allow_outside).parent
    within = None if given.allow_outside else home
    if in_place:
        project = read_project_at(path, allow_outside=given.allow_outside)
        print_messages(recover(project.files))
    sources: dict[str, bytes] = {}
    read = read_into(sources, MAX_DOCUMENT, within)
    assessment = open_with_caveat(path, given, read=read)
    if check:
        finish(assessment, check_indexes(assessment, sources, languages[0] if languages else None))
    if in_place:
        print_messages(write_indexes(assessment, sources, at, _marker_options(at, languages), within))
        finish(assessment)
    number, document = document_in(assessment, languages[0] if languages else None)
    shown_languages = languages or (document.language,)
    wanted = Wanted(view, _known(assessment, view, framework), locations, form in FOR_PEOPLE)
    tables = tables_of(
        assessment, wanted, number, shown_languages, links(link_base, home, output.parent if output else Path())
    )
    caveats = tuple(caveat_lines(assessment, shown_languages[0]))
    if form == "csv" and view in OF_ONE_FRAMEWORK:
        rendered = "\n".join(render.comma_separated([table]) for table in tables)
    elif form == "csv":
        rendered = render.comma_separated(tables)
    elif form == "json":
        rendered = render.as_json(tables, caveats_of(assessment))
    elif form == "markdown":
        rendered = render.markdown(list(map(without_repeats, tables)), *shown_languages, caveats=caveats)
    elif form == "docx":
        write_bytes(_word(assessment, tables, shown_languages), _file(output))
        finish(assessment)
    else:
        rendered = html.page(tables, _title(assessment, shown_languages), *shown_languages, caveats=caveats)
    write(rendered, output)
    finish(assessment)


def _title(assessment: Assessment, languages: Sequence[str]) -> str:
    return f"{assessment.report.title} · {' / '.join(in_languages(INDEX, languages))}"


def _word(assessment: Assessment, tables: Sequence[Table], languages: Sequence[str]) -> bytes:
    try:
        from disclosure_index.outputs.docx import render as word  # an extra, and slow to import
    except ImportError as error:
        problem = message('docx needs python-docx; run: pip install "disclosure-index[docx]"')
        raise ConfigError(problem) from error
    report = assessment.report
    day = report.published or report.year_end
    caveats = caveat_lines(assessment, languages[0])
    return word(tables, _title(assessment, languages), report.issuer, day, *languages, caveats=caveats)


def _file(output: Path | None) -> Path:
    if output is None:
        raise UsageError(message("docx needs a file: use -o, such as index.docx"))
    return output


def _known(assessment: Assessment, view: str, framework: str | None) -> str:
    """Return the requested framework, which the report must claim; "" for none."""
    if framework is None:
        return ""
    if view not in OF_ONE_FRAMEWORK:
        views = joined(OR, (f"--view {name}" for name in OF_ONE_FRAMEWORK))
        raise UsageError(message("--framework requires {views}", views=views))
    claimed = [claim.framework for claim in assessment.report.claims]
    id = assessment.catalog.id_of(framework)
    if id not in claimed:
        problem = message(
            'the report does not claim "{framework}"; it claims {known}',
            framework=framework,
            known=joined(COMMA, claimed) if claimed else message("no framework"),
        )
        raise UsageError(problem)
    return id


def _marker_options(at: str, languages: tuple[str, ...]) -> dict[str, str]:
    """Return the options for the markers: those of the command line that markers can hold."""
    context = click.get_current_context()
    given = {key: str(context.params[key]) for key in ("view", "framework", "locations") if _is_given(context, key)}
    if given and not at:
        option = f"--{next(iter(given))}"
        raise UsageError(
            message("the markers set {option}; change it there, or add new markers with --at", option=option)
        )
    if languages and (len(languages) == 1 or not at):
        raise UsageError(message("each document has the index in its own language; for a second language, use --at"))
    return given | ({"also": languages[1]} if languages else {})


def _is_given(context: click.Context, key: str) -> bool:
    return context.get_parameter_source(key) is not click.core.ParameterSource.DEFAULT
