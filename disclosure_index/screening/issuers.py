"""The table of issuers: the files of each report, and what is known about it beforehand."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from disclosure_index.errors import ConfigError, error_lines
from disclosure_index.files.named_files import read_text, reason
from disclosure_index.importing.printed_days import first_day
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import LANGUAGES, Location, Message
from disclosure_index.screening.requests import Source
from disclosure_index.screening.sources import source_at

FILES = ("file", *(f"file_{language.replace('-', '_').lower()}" for language in LANGUAGES))
"""The columns of files: one for a report in one language, or a folder, and one per language."""

ALLOWED: Mapping[str, tuple[str, ...]] = {
    "exchange": ("hkex",),
    "board": ("main-board", "gem"),
    "size": ("large-cap", "other"),
}
"""The values of the columns that have few."""

PLAIN = ("issuer", *ALLOWED, "industries", "frameworks")
KNOWN = ("id", *FILES, *PLAIN, "financial_year", "published")
"""The columns that are used; any other is kept in ``more``."""

_YEAR = re.compile(r"(?:FY)?(\d{4})")


class _WrongError(Exception):
    """A cell that cannot be used, and why."""

    def __init__(self, said: Message) -> None:
        super().__init__(said)
        self.said = said


class _Line(NamedTuple):
    number: int
    cells: Mapping[str, str]


def read_issuers(path: Path) -> tuple[Source, ...]:
    """Read a table of issuers, in CSV: one report a line.

    Files are named from the folder of the table. ``financial_year`` is a year, its last day, or its first and last day
    with "/" between; ``industries`` and ``frameworks`` have ";" between two, and a framework may name its claim, as
    ``gri=in-accordance``.

    Raises:
        ConfigError: it cannot be read, or has values that cannot be used; every problem with its line.
    """
    try:
        text = read_text(path)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(message("cannot be read: {why}", why=reason(error)), path) from error
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    columns = {name: _named(name or "") for name in reader.fieldnames or ()}
    _check_columns(path, columns.values())
    lines = [
        _Line(reader.line_num, {columns[name]: (cell or "").strip() for name, cell in row.items() if name in columns})
        for row in reader
    ]
    problems, sources = [], {}
    for line in lines:
        at = Location(str(path), line.number)
        try:
            source = _source(line.cells, path.parent)
            if source.id in sources:
                raise _WrongError(message('the id "{id}" stands in another line, too', id=source.id))
            sources[source.id] = source
        except _WrongError as wrong:
            problems.append(error_lines(wrong.said, at))
    if problems:
        raise ConfigError.of_lines(problems)
    if not sources:
        raise ConfigError(message("has no report"), path)
    return tuple(sources[id] for id in sorted(sources))


def _named(head: str) -> str:
    """Return the name of a column by its head, which may be in capitals and have spaces."""
    return head.strip().lower().replace("-", "_").replace(" ", "_")


def _check_columns(path: Path, names: Iterable[str]) -> None:
    if not any(name in FILES for name in names):
        known = joined(COMMA, FILES)
        raise ConfigError(message("has no column of files; name one of {known}", known=known), path)


def _source(cells: Mapping[str, str], folder: Path) -> Source:
    files = [cells[column] for column in FILES if cells.get(column)]
    if not files:
        raise _WrongError(message("no file is named"))
    try:
        found = [source_at(name if "://" in name else str(folder / name)) for name in files]
    except (ImportError, ValueError) as error:
        raise _WrongError(message("cannot be opened: {why}", why=str(error))) from error
    if any(source.tagged for source in found) and len(found) > 1:
        raise _WrongError(message("a folder with a project file has all its languages; name it alone"))
    given = {key: cells[key] for key in PLAIN if cells.get(key)}
    for key, allowed in ALLOWED.items():
        if key in given and given[key] not in allowed:
            problem = message(
                '{column} must be one of {known}, not "{value}"',
                column=key,
                known=joined(COMMA, allowed),
                value=given[key],
            )
            raise _WrongError(problem)
    for key in ("industries", "frameworks"):
        if key in given:
            given[key] = ";".join(part.strip() for part in given[key].split(";") if part.strip())
    given |= _year(cells.get("financial_year", ""))
    if cells.get("published"):
        given["published"] = _day("published", cells["published"]).isoformat()
    more = {key: cell for key, cell in cells.items() if key and key not in KNOWN and cell}
    opened = tuple(source.opened[0] for source in found)
    return Source(cells.get("id") or files[0], tuple(files), opened, found[0].tagged, given, more)


def _year(written: str) -> Iterator[tuple[str, str]]:
    """Yield the facts of a financial year: its first and last day, and whether only its number is given."""
    if not written:
        return
    if match := _YEAR.fullmatch(written):
        end = date(int(match[1]), 12, 31)
        yield "year_named", "yes"
        start = first_day(end)
    elif "/" in written:
        first, _, last = written.partition("/")
        start, end = _day("financial_year", first), _day("financial_year", last)
    else:
        end = _day("financial_year", written)
        start = first_day(end)
    if end <= start:
        raise _WrongError(message("financial_year ends before it starts"))
    yield "year_start", start.isoformat()
    yield "year_end", end.isoformat()


def _day(column: str, written: str) -> date:
    try:
        return date.fromisoformat(written.strip())
    except ValueError:
        problem = message(
            '{column} must be a date such as 2025-03-31, not "{value}"', column=column, value=written.strip()
        )
        raise _WrongError(problem) from None
