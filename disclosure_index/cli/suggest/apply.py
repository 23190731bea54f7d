"""``suggest --apply``: ask about one suggestion after the other on a terminal, and write the source for each yes."""

import sys
from pathlib import Path

import click

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.cli.options.report import ReportOptions
from disclosure_index.cli.program.language import in_chosen_language, print_message, print_messages
from disclosure_index.cli.program.output import echo
from disclosure_index.edits import EditError
from disclosure_index.errors import ConfigError
from disclosure_index.messages import SEMICOLON, joined, message
from disclosure_index.model import in_language
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.suggest import THRESHOLD, Suggestion
from disclosure_index.tables.evidence import figure_text
from disclosure_index.tables.gaps import in_order
from disclosure_index.tables.suggestions import excerpt, place
from disclosure_index.workbench import Workbench, accept, caught_up, do, open_workbench

CHOICES = click.Choice(("y", "n", "q"))


def apply(
    path: Path,
    codes: tuple[str, ...],
    given: ReportOptions,
    language: str | None,
) -> None:
    """Ask for each gap whether its first suggestion is correct, and tag it.

    Raises:
        ConfigError: there is no terminal to ask on, or the source cannot be written.

    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ConfigError(message("--apply asks for confirmation; run it in a terminal"))
    bench = open_workbench(path, today=given.today, allow_outside=given.allow_outside, definitions=given.definitions)
    print_messages(bench.recovered)
    wanted = {code.casefold() for code in codes}
    asked = tagged = 0
    for uid in [row.disclosure.uid for row in in_order(bench.assessment) if _is_wanted(row, wanted)]:
        row = next((row for row in in_order(bench.assessment) if row.disclosure.uid == uid), None)
        if row is None:  # it has been answered elsewhere since
            continue
        first = next(iter(bench.assessment.suggester.for_disclosure(row.disclosure, 1)), None)
        if first is None or first.score < THRESHOLD:
            continue
        asked += 1
        _show(bench, row, first, language or bench.assessment.report.language)
        question = in_chosen_language(message("Tag it? (y)es, (n)o, (q)uit"))
        answer = click.prompt(question, type=CHOICES, show_choices=False)
        if answer == "q":
            break
        if answer == "y":
            before, bench = bench, _tag(bench, row, first)
            tagged += bench.last is not before.last
    echo(in_chosen_language(message("{tagged} of {asked} tagged", tagged=tagged, asked=asked)))


def _is_wanted(row: Coverage, wanted: set[str]) -> bool:
    return not wanted or bool({row.disclosure.code.casefold(), row.disclosure.short.casefold()} & wanted)


def _show(bench: Workbench, row: Coverage, one: Suggestion, language: str) -> None:
    report = bench.assessment.report
    document = report.documents[one.document]
    passage = document.passages[one.passage]
    short = bench.assessment.catalog.frameworks[row.disclosure.framework].short
    figure = message("figure: {figure}", figure=figure_text(one.fact, language)) if one.fact else ""
    lines = (
        f"\n{short} {row.disclosure.code} {in_language(row.disclosure.title, language)}",
        f"  {one.score}  {passage.location}  {place(document, passage)}",
        f"  {excerpt(passage.text)}",
        *([f"  {in_chosen_language(figure)}"] if figure else []),
        f"  {in_chosen_language(message('matched: {words}', words=joined(SEMICOLON, one.matched)))}",
    )
    echo("\n".join(for_terminal(line) for line in lines))


def _tag(bench: Workbench, row: Coverage, one: Suggestion) -> Workbench:
    """Tag the shown passage; if that is impossible, print why, and continue with the report as it is now."""
    location = bench.assessment.report.documents[one.document].passages[one.passage].location
    now = bench
    try:
        now = caught_up(bench)
        return do(now, accept(bench, row.disclosure, location), f"tag {row.disclosure.short}", bench)
    except EditError as error:
        if not error.clash:
            raise ConfigError.of_lines([error.message]) from error
        print_message(error.message)
        return now
