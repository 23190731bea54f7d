"""``disclosure-index frameworks new``: the definition of a team's own framework, from a table of its disclosures."""

import re
from pathlib import Path

import click

from disclosure_index import checks
from disclosure_index.catalog.from_table import Problem, framework_files
from disclosure_index.cli import options
from disclosure_index.cli.program.language import print_message, print_messages
from disclosure_index.cli.program.output import write_folder
from disclosure_index.cli.program.usage import BadParameter
from disclosure_index.errors import ConfigError, CouldNotCheckError, error_lines
from disclosure_index.files.named_files import MAX_TEXT, read_file, reason
from disclosure_index.messages import AFTER_PLACE, joined, message
from disclosure_index.model import Message
from disclosure_index.outputs.text import finding_lines
from disclosure_index.reading.decoding import decode
from disclosure_index.reading.sheets.delimited import read_rows
from disclosure_index.reading.unreadable import RefusedError

_NAME = re.compile(r"[a-z][a-z0-9-]*")


@click.command()
@click.argument("name")
@click.option(
    "--from",
    "table",
    required=True,
    type=click.Path(path_type=Path),
    metavar="TABLE",
    help="CSV file with the disclosures.",
)
@click.option("--title", default="", help="Title of the framework. Default: NAME.")
@click.option(
    "-o",
    "--output",
    default=".",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help="Folder in which the folder NAME is written.",
)
@options.language
def new(name: str, table: Path, title: str, output: Path, language: str | None) -> None:
    """Define a framework of your own from a table of disclosures.

    TABLE has a row per disclosure, below a row of heads: code, title, obligation, datapoints, unit; also
    title-zh-Hans and title-zh-Hant. Several datapoints or units have semicolons between them. An obligation is
    mandatory, comply-or-explain, recommended or voluntary; without one it is voluntary.

    \b
    Examples:
      disclosure-index frameworks new our-code --from table.csv --title "Our own code"
      disclosure-index frameworks lint --definitions .
    """
    if not _NAME.fullmatch(name):
        problem = message(
            '"{name}" must begin with a letter and have small letters, digits and hyphens only', name=name
        )
        raise BadParameter(problem, param_hint="NAME")
    target = output / name
    if target.exists():
        raise ConfigError(message("already exists; choose another name, or remove it first"), target)
    try:
        decoded = decode(read_file(table, MAX_TEXT), "en")
        rows = [row for row in read_rows(decoded.text) if any(row[1])]
    except OSError as error:
        raise CouldNotCheckError(message("cannot be read: {why}", why=reason(error)), table) from error
    except RefusedError as error:
        raise CouldNotCheckError(error.message, f"{table}:{error.line}", error.hint) from None
    files, problems = framework_files(name, title or name, rows)
    if problems:
        raise ConfigError.of_lines(_line(table, problem) for problem in problems)
    write_folder(target, files)
    for finding in checks.complete(decoded.finding(str(table))):
        print_messages(finding_lines(finding, language))
    done = message(
        'written; name it in a project file, as id = "{name}" and path = "{path}", or with --definitions {folder}',
        name=name,
        path=target.as_posix(),
        folder=output,
    )
    print_message(joined(AFTER_PLACE, (target, done)))


def _line(table: Path, problem: Problem) -> Message:
    return error_lines(problem.message, f"{table}:{problem.line}")
