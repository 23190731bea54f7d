"""``disclosure-index suggest``."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from disclosure_index import messages
from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.places_to_look import places_to_look
from disclosure_index.cli import options
from disclosure_index.cli.assessed import document_in, finish, open_with_caveat
from disclosure_index.cli.explain import find
from disclosure_index.cli.gaps import NO_GAPS
from disclosure_index.cli.options.report import ReportOptions, report_options
from disclosure_index.cli.program.language import print_message
from disclosure_index.cli.program.output import write
from disclosure_index.cli.suggest.apply import apply
from disclosure_index.errors import ConfigError, ExitCode
from disclosure_index.files.named_files import exists
from disclosure_index.messages import SEMICOLON, joined, message, states
from disclosure_index.model import in_language
from disclosure_index.outputs import tables as render
from disclosure_index.outputs.caveats import caveat_lines, caveats, on_top
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.suggest import THRESHOLD
from disclosure_index.tables import suggestions
from disclosure_index.tables.evidence import figure_text
from disclosure_index.tables.gaps import in_order

FORMATS = ("text", "json", "csv", "markdown")


@click.command(name="suggest")
@click.argument("arguments", nargs=-1, metavar="[PATH] [CODE]…")
@click.option(
    "--most", type=click.IntRange(1, 50), default=3, show_default=True, help="Number of passages for each disclosure."
)
@click.option(
    "--passages", is_flag=True, help="List untagged passages and figures, with the disclosures that they may answer."
)
@click.option(
    "--apply", "applying", is_flag=True, help="Ask for each gap, one by one, and tag the passages that you accept."
)
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@options.language
@report_options(what_if=True)
@options.output
def command(
    arguments: tuple[str, ...],
    most: int,
    passages: bool,
    applying: bool,
    form: str,
    language: str | None,
    given: ReportOptions,
    output: Path | None,
) -> None:
    """Suggest passages that may answer each gap.

    PATH is the report's folder, a document in it, or its project file. Default: the current folder. It may follow the
    CODEs. With CODEs, only these disclosures are looked for, gaps or not. A suggestion is a place to look, never
    coverage; its score is the share of such suggestions that are correct.

    \b
    Examples:
      disclosure-index suggest report_sources/alibaba-2024
      disclosure-index suggest report_sources/alibaba-2024 A1.3 gri:306-3
      disclosure-index suggest . --passages --format csv -o untagged.csv
      disclosure-index suggest . --apply
    """
    path, codes = _path_and_codes(arguments)
    if applying:
        if passages or output or given.editions or given.profile or form != "text":
            raise ConfigError(
                message("--apply cannot be combined with --passages, --format, -o, --edition or --profile")
            )
        apply(path, codes, given, language)
        return
    assessment = open_with_caveat(path, given)
    number, document = document_in(assessment, language)
    shown_language = language or document.language
    code = ExitCode.CLEAN
    above = on_top(assessment, shown_language) if output else ""
    if passages:
        found = [
            suggestions.for_passages(assessment, shown_language, number, most),
            suggestions.untagged_figures(assessment, number),
        ]
    else:
        rows, unknown = wanted(assessment, codes)
        for reason in unknown:
            print_message(reason)
            code = ExitCode.USAGE
        if form == "text":
            parts = ["\n".join(_lines(assessment, row, shown_language, number, most)) for row in rows]
            answers = "\n\n".join(parts or [messages.render(NO_GAPS, shown_language)])
            write(above + for_terminal(answers) + "\n", output)
            finish(assessment, code)
        found = [suggestions.for_disclosures(assessment, rows, shown_language, number, most)]
    if form == "json":
        write(render.as_json(found, caveats(assessment)), output)
    elif form == "csv":
        write("\n".join(render.comma_separated([table]) for table in found), output)
    elif form == "markdown":
        write(render.markdown(found, shown_language, caveats=caveat_lines(assessment, shown_language)), output)
    else:
        width = None if output is None and sys.stdout.isatty() else options.WIDTH
        drawn = (
            f"{messages.render(t.title, shown_language)}\n{render.text([t], shown_language, width)}" for t in found
        )
        write(above + "\n".join(drawn), output)
    finish(assessment, code)


def wanted(assessment: Assessment, codes: tuple[str, ...]) -> tuple[list[Coverage], list[str]]:
    """Return the requested disclosures, else the gaps; and messages about requested ones that are missing.

    Raises:
        ConfigError: all of them are missing.
    """
    if not codes:
        return in_order(assessment), []
    rows: list[Coverage] = []
    unknown: list[str] = []
    for code in codes:
        try:
            rows += find(assessment, code)
        except ConfigError as error:
            unknown.append(str(error))
    if not rows:
        raise ConfigError("\n".join(unknown))
    return rows, unknown


def _path_and_codes(arguments: tuple[str, ...]) -> tuple[Path, tuple[str, ...]]:
    """Return the path, which is the first or the last argument if it exists or cannot be a code, and the codes."""
    for chosen, others in ((arguments[:1], arguments[1:]), (arguments[-1:], arguments[:-1])):
        if chosen and (exists(Path(chosen[0])) or "/" in chosen[0]):
            return Path(chosen[0]), others
    return Path(), arguments


def _lines(assessment: Assessment, row: Coverage, language: str, document: int, most: int) -> Iterator[str]:
    d = row.disclosure
    name = f"{assessment.catalog.frameworks[d.framework].short} {d.code} {in_language(d.title, language)}"
    yield messages.render(message("{name} ({status})", name=name, status=states.STATUS[row.status]), language)
    found = assessment.suggester.for_disclosure(d, most, document)
    source = assessment.report.documents[document]
    if not found or found[0].score < THRESHOLD:
        yield "  " + messages.render(message("no passage seems to answer it"), language)
        for near in places_to_look(assessment, row, document, found):
            assert near.link is not None  # without a passage it is a tag near by
            where = suggestions.place(assessment.report.documents[near.document], near.span)
            tagged = message("tagged {tag}", tag=near.link.statement.text)
            shown = message("{section} ({tagged})", section=where, tagged=tagged)
            yield f"       {near.span.location}  {messages.render(shown, language)}"
        if found:
            yield "  " + messages.render(message("what is most like it:"), language)
    for one in found:
        passage = source.passages[one.passage]
        where = suggestions.place(source, passage)
        if passage.page:
            page = message("page {page}", page=passage.page)
            where = messages.render(message("{section}, {page}", section=where, page=page) if where else page, language)
        yield f"  {one.score:3}  {passage.location}  {where}"
        yield f"       {suggestions.excerpt(passage.text)}"
        if one.fact:
            figure = message("figure: {figure}", figure=figure_text(one.fact, language))
            yield "       " + messages.render(figure, language)
        if one.matched:
            matched = message("matched: {words}", words=joined(SEMICOLON, one.matched))
            yield "       " + messages.render(matched, language)
