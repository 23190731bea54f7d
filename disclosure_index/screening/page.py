"""A screen as one HTML page, without script or network: rates as bars and heat maps, problems, links to the data."""

import os
from base64 import b64encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote

import duckdb

from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.messages import label, message, plural, render
from disclosure_index.model import Framework, in_language
from disclosure_index.outputs.escape import for_html
from disclosure_index.screening.database import opened
from disclosure_index.screening.heads import head
from disclosure_index.screening.results import is_unfinished
from disclosure_index.screening.schema import DATA_SETS, VERSION

STYLE = Path(__file__).with_suffix(".css").read_text("utf-8")
MOST_PROBLEMS = 500
"""Problems that are listed; the data set has all of them."""

_STATES = """
SELECT count(*), count(*) FILTER (status = 'checked'), count(*) FILTER (status = 'in-part'),
    count(*) FILTER (status = 'not-checked')
FROM reports"""
_FRAMEWORKS = """
SELECT framework, count(DISTINCT report), count(*), round(100 * avg(answered), 1) FROM rated GROUP BY ALL ORDER BY 1"""
_HEAT = """
SELECT framework, aspect, year, round(100 * avg(answered), 1), count(DISTINCT report)
FROM rated GROUP BY ALL ORDER BY framework, min(code), aspect, year"""
_PROBLEMS = """
SELECT p.report, p.kind, p.message FROM problems p JOIN reports r USING (report)
ORDER BY r.status = 'not-checked' DESC, p.report, p.kind, p.message"""


def page(folder: Path, language: str, place: Path) -> str:
    """Return the page about a screen.

    Args:
        folder: of the screen.
        language: of the page.
        place: where the page will lie: its links to the data begin there.

    Raises:
        CouldNotCheckError: there is no screen in the folder.
    """
    with opened(folder) as connection:
        return "".join(_Page(connection, folder, language, place).pieces())


class _Page:
    """Writes the page, section by section."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, folder: Path, language: str, place: Path) -> None:
        self._connection = connection
        self._folder = folder
        self._language = language
        self._home = place.resolve().parent
        self._frameworks_known = load_frameworks().frameworks
        self._titles = dict(_titles(self._frameworks_known.values(), language))

    def pieces(self) -> Iterator[str]:
        total, *states = self._ask(_STATES)[0]
        title = self._text(plural("Screen of {number} report", "Screen of {number} reports", total))
        policy = f"default-src 'none'; style-src 'sha256-{b64encode(sha256(STYLE.encode()).digest()).decode()}'"
        yield (
            f'<!DOCTYPE html>\n<html lang="{self._language}">\n<head>\n<meta charset="utf-8"/>\n'
            f'<meta http-equiv="Content-Security-Policy" content="{for_html(policy)}"/>\n'
            f'<meta name="viewport" content="width=device-width, initial-scale=1"/>\n<title>{title}</title>\n'
            f"<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
        )
        checked, in_part, not_checked = states
        said = message(
            "{checked} checked, {in_part} in part, {not_checked} could not be checked",
            checked=checked,
            in_part=in_part,
            not_checked=not_checked,
        )
        yield f'<p class="soft">{self._text(said)}</p>\n'
        if is_unfinished(self._folder):
            lacking = message("This screen is not finished, so some reports are missing; go on with screen --resume.")
            yield f'<p class="caveat">{self._text(lacking)}</p>\n'
        yield from self._frameworks()
        yield from self._heat_maps()
        yield from self._problems()
        yield from self._data()
        yield "</body>\n</html>\n"

    def _frameworks(self) -> Iterator[str]:
        yield self._heading(label("page", "Disclosed or explained, by framework"))
        heads = [self._head("framework"), self._head("reports", "number"), self._head("disclosures", "number")]
        rows = (
            f"<tr><td>{self._name(framework)}</td>{_number(reports)}{_number(disclosures)}"
            f'<td class="bar">{_bar(percent)}</td>{_number(f"{percent:.1f}%")}</tr>'
            for framework, reports, disclosures, percent in self._ask(_FRAMEWORKS)
        )
        yield from _table([*heads, '<th scope="col"></th>', self._head("percent", "number")], rows)

    def _heat_maps(self) -> Iterator[str]:
        yield self._heading(label("page", "Disclosed or explained, by aspect and financial year, in percent"))
        found: dict[str, dict[str, dict[int | None, tuple[float, int]]]] = defaultdict(lambda: defaultdict(dict))
        for framework, aspect, year, percent, reports in self._ask(_HEAT):
            found[framework][aspect or ""][year] = (percent, reports)
        for framework, aspects in found.items():
            years = sorted({year for cells in aspects.values() for year in cells}, key=lambda year: year or 0)
            unknown = self._text(label("page", "Year not found"))
            named = [f'<th scope="col" class="number">{year or unknown}</th>' for year in years]
            rows = (
                f'<tr><th scope="row">{self._aspect(aspect)}</th>{"".join(map(self._heat, map(cells.get, years)))}</tr>'
                for aspect, cells in aspects.items()
            )
            yield f"<h3>{self._name(framework)}</h3>\n"
            yield from _table([self._head("aspect"), *named], rows, "heat")

    def _name(self, framework: str) -> str:
        """Return the name of a framework; one that is not defined here has its identifier."""
        known = self._frameworks_known.get(framework)
        return for_html(known.short if known else framework)

    def _aspect(self, title: str) -> str:
        """Return the title of an aspect, which the data have in English, in the language of the page."""
        return for_html(self._titles.get(title, title))

    def _heat(self, cell: tuple[float, int] | None) -> str:
        if cell is None:
            return '<td class="number"></td>'
        percent, reports = cell
        counted = self._text(plural("{number} report", "{number} reports", reports))
        return f'<td class="number h{round(percent / 10)}" title="{counted}">{percent:.0f}</td>'

    def _problems(self) -> Iterator[str]:
        problems = self._ask(_PROBLEMS)
        yield self._heading(label("page", "What could not be checked"))
        if not problems:
            everything = message("Everything could be checked.")
            yield f"<p>{self._text(everything)}</p>\n"
            return
        if len(problems) > MOST_PROBLEMS:
            more = message("The first {shown} of {all}; the data set has all.", shown=MOST_PROBLEMS, all=len(problems))
            yield f'<p class="soft">{self._text(more)}</p>\n'
        rows = (
            f'<tr><td>{for_html(report)}</td><td class="short">{for_html(kind)}</td><td>{for_html(said)}</td></tr>'
            for report, kind, said in problems[:MOST_PROBLEMS]
        )
        yield from _table([self._head("report"), self._head("kind"), self._head("message")], rows)

    def _data(self) -> Iterator[str]:
        yield self._heading(label("page", "Data"))
        said = message(
            'Parquet, schema version {version}. Ask it with: disclosure-index query {folder} "SELECT …"',
            version=VERSION,
            folder=self._folder.name,
        )
        yield f"<p>{self._text(said)}</p>\n<ul>\n"
        for name in DATA_SETS:
            link = quote(Path(os.path.relpath((self._folder / name).resolve(), self._home)).as_posix())
            count = self._ask(f"SELECT count(*) FROM {name}")[0][0]  # noqa: S608 - names of our own
            rows = self._text(plural("{number} row", "{number} rows", count))
            yield f'<li><a href="{for_html(link)}/">{name}</a> <span class="soft">{rows}</span></li>\n'
        yield "</ul>\n"

    def _ask(self, sql: str) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql).fetchall()

    def _text(self, text: str) -> str:
        return for_html(render(text, self._language))

    def _heading(self, text: str) -> str:
        return f"<h2>{self._text(text)}</h2>\n"

    def _head(self, column: str, kind: str = "") -> str:
        return f'<th scope="col" class="{kind}">{for_html(head(column, self._language))}</th>'


def _titles(frameworks: Iterable[Framework], language: str) -> Iterator[tuple[str, str]]:
    """Yield the English titles of groups and headings, each with that in a language."""
    for framework in frameworks:
        headings = (disclosure.title for disclosure in framework.disclosures if disclosure.heading)
        for titles in (*(group.title for group in framework.groups), *headings):
            yield in_language(titles, "en"), in_language(titles, language)


def _table(heads: Sequence[str], rows: Iterable[str], kind: str = "") -> Iterator[str]:
    yield f'<table class="{kind}">\n<thead><tr>{"".join(heads)}</tr></thead>\n<tbody>\n'
    yield from (f"{row}\n" for row in rows)
    yield "</tbody>\n</table>\n"


def _number(value: object) -> str:
    return f'<td class="number">{value}</td>'


def _bar(percent: float) -> str:
    """Draw a bar; attributes of SVG need no style, which the policy of the page would forbid."""
    return (
        '<svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="track" width="100" height="4"/><rect class="part" width="{percent:g}" height="4"/></svg>'
    )
