"""``disclosure-index query``: questions about a screen."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from disclosure_index.cli import options
from disclosure_index.cli.program.language import print_message
from disclosure_index.cli.program.output import write, write_bytes
from disclosure_index.cli.program.usage import BadParameter, UsageError
from disclosure_index.cli.screen.extra import SCREEN, require
from disclosure_index.did_you_mean import nearest
from disclosure_index.errors import ExitCode
from disclosure_index.messages import label, message
from disclosure_index.messages import render as render_message
from disclosure_index.model import LANGUAGES
from disclosure_index.outputs import tables as render
from disclosure_index.outputs.escape import for_json, for_terminal
from disclosure_index.tables.table import Table, row

if TYPE_CHECKING:
    from disclosure_index.screening.questions import Saved

FORMATS = ("table", "csv", "json", "markdown", "xlsx")
_NUMBERS = (int, float, Decimal)
LISTED = label("table", "Views and saved questions")
ASKED_BY = label("column", "Name to ask by")
ANSWER = label("table", "Answer")


@click.command(name="query")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("question", required=False)
@click.option(
    "--set", "values", multiple=True, metavar="NAME=VALUE", callback=options.pairs, help="Value of $NAME. Repeatable."
)
@click.option("--list", "listed", is_flag=True, help="List the views and the saved questions.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="table", show_default=True)
@options.language
@options.output
def command(
    folder: Path,
    question: str | None,
    values: Mapping[str, str],
    listed: bool,
    form: str,
    language: str | None,
    output: Path | None,
) -> None:
    """Ask a screen a question, in SQL or by a saved name.

    \b
    Examples:
      disclosure-index query data --list
      disclosure-index query data missing-mandatory --format csv -o missing.csv
      disclosure-index query data facts-of-code --set framework=gri --set code=2-7
      disclosure-index query data "SELECT code, count(*) FROM gaps GROUP BY 1"
    """
    require("screen", SCREEN)
    if listed == bool(question):
        raise UsageError(message("name a question, or give --list"))
    if form == "xlsx" and output is None:
        raise UsageError(message("xlsx needs a file: use -o, such as answer.xlsx"))
    from disclosure_index.screening.database import ask, opened
    from disclosure_index.screening.heads import head
    from disclosure_index.screening.results import is_unfinished

    shown_language = language or "en"
    unfinished = is_unfinished(folder)
    if unfinished:
        print_message(message("This screen is not finished, so some reports are missing; go on with screen --resume."))
    columns: tuple[str, ...]
    records: Sequence[tuple[object, ...]]
    if listed:
        columns, records, title = ("kind", "name", "title"), _everything(shown_language), LISTED
    else:
        assert question
        asked = _asked(question)
        with opened(folder) as connection:
            columns, records = ask(connection, asked.sql, values)
        title = asked.title
        if language:
            from disclosure_index.screening.titles import with_titles

            records = with_titles(columns, records, language)
    # beside the title, "name" alone is unclear
    renamed = {"name": render_message(ASKED_BY, shown_language)} if listed else {}
    heads = (
        columns if form == "csv" else tuple(renamed.get(column) or head(column, shown_language) for column in columns)
    )
    if form == "json":
        write(_as_json(columns, records), output)
    elif form == "xlsx":
        _write_workbook(title, heads, records, shown_language, output)
    else:
        rows = tuple(row(*(_text(value) for value in record)) for record in records)
        _write(Table("answer", title, heads, rows), form, shown_language, output)
        if form == "table" and not records:
            print_message(message("Nothing in this screen answers the question."))
    raise SystemExit(ExitCode.COULD_NOT_CHECK if unfinished else ExitCode.CLEAN)


def _everything(language: str) -> list[tuple[object, ...]]:
    """Return kind, name and title of each view and saved question."""
    from disclosure_index.screening.questions import QUESTIONS, VIEWS, saved

    kinds = {VIEWS: label("query", "view"), QUESTIONS: label("query", "question")}
    return [
        (render_message(kinds[kind], language), one.name, render_message(one.title, language))
        for kind in kinds
        for one in saved(kind)
    ]


def _asked(question: str) -> "Saved":
    """Return a question as a saved one, as all of a view or of a data set, or as SQL.

    Raises:
        BadParameter: it is one word, which names nothing.
    """
    from disclosure_index.screening.questions import QUESTIONS, VIEWS, Saved, saved
    from disclosure_index.screening.schema import DATA_SETS

    known = {one.name: one for one in saved(QUESTIONS)}
    whole = {name: Saved(name, {"en": name}, f"SELECT * FROM {name}") for name in DATA_SETS}  # noqa: S608
    whole |= {one.name: one._replace(sql=f"SELECT * FROM {one.name}") for one in saved(VIEWS)}  # noqa: S608
    if found := known.get(question) or whole.get(question):
        return found
    if any(sign.isspace() for sign in question):
        return Saved("", {"en": ANSWER, **{tag: render_message(ANSWER, tag) for tag in LANGUAGES}}, question)
    raise BadParameter(_unknown(question, (*known, *whole)), param_hint="QUESTION")


def _unknown(question: str, known: Iterable[str]) -> str:
    if near := nearest(question, known):
        return message('there is no question "{name}"; did you mean "{near}"?', name=for_terminal(question), near=near)
    return message('there is no question "{name}"; --list shows them', name=for_terminal(question))


def _write(table: Table, form: str, language: str, output: Path | None) -> None:
    if form == "csv":
        write(render.comma_separated([table]), output)
    elif form == "markdown":
        write(render.markdown([table], language), output)
    else:
        width = None if output is None and sys.stdout.isatty() else options.WIDTH
        write(render.text([table], language, width), output)


def _write_workbook(
    title: str, heads: Sequence[str], records: Iterable[Iterable[Any]], language: str, output: Path | None
) -> None:
    from disclosure_index.outputs.xlsx.unbound import unbound

    assert output
    rows = [[_number(value) if isinstance(value, _NUMBERS) else _text(value) for value in record] for record in records]
    write_bytes(unbound(render_message(title, language), heads, rows, language), output)


def _number(value: Any) -> Any:
    return float(value) if isinstance(value, Decimal) else value


def _text(value: Any) -> str:
    """Return a value as people read it; "" for null."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def _as_json(columns: Iterable[str], records: Iterable[Iterable[Any]]) -> str:
    names = list(columns)
    rows = [dict(zip(names, record, strict=True)) for record in records]
    return for_json(json.dumps(rows, ensure_ascii=False, indent=2, default=_plain)) + "\n"


def _plain(value: Any) -> Any:
    """Return the JSON value of a DuckDB value."""
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else str(value)
