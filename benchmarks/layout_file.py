"""Read the index layouts of ``layouts/**/*.txt``: made-up reports with the content of their indexes.

A layout begins with its facts, one a line: ``language``, the ``styles`` in which its PDF is set, and per framework
what the index says, ``code pages`` or ``code =location``, parted by `` // ``. Behind an empty line stands the report:
``#`` headings, paragraphs, and ``|`` table rows, of which the first is the head. A cell ``^`` belongs to the cell above
it, ``<`` to the one on its left; ``~`` breaks a line, ``~~`` is a tilde.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

LAYOUTS = Path(__file__).resolve().parent / "layouts"
UP, LEFT, BREAK = "^", "<", "\N{LINE SEPARATOR}"

Cells = list[str]


@dataclass(frozen=True)
class Expected:
    """A row of the true index."""

    framework: str
    code: str
    pages: str
    location: str


@dataclass(frozen=True)
class Layout:
    """A made-up report."""

    name: str
    language: str
    styles: tuple[str, ...]
    expected: tuple[Expected, ...]
    blocks: tuple[tuple[str, list[Cells]], ...]  # "#", "p" or "|", with its lines; those of a table as cells


def read_layout(path: Path) -> Layout:
    """Return the layout of a file."""
    facts, _, report = path.read_text("utf-8").partition("\n\n")
    pairs = [line.split(": ", 1) for line in facts.splitlines()]
    known = dict(pairs)
    expected = tuple(
        _expected(framework, item)
        for framework, items in pairs
        if framework not in ("language", "styles")
        for item in items.split(" // ")
    )
    styles = tuple(style.strip() for style in known.get("styles", "").split(",") if style.strip())
    return Layout(path.stem, known["language"], styles, expected, tuple(_blocks(report)))


def _expected(framework: str, item: str) -> Expected:
    code, _, place = item.strip().partition(" ")
    return Expected(framework, code, "" if place.startswith("=") else place, place[1:] if place[:1] == "=" else "")


def _blocks(report: str) -> Iterator[tuple[str, list[Cells]]]:
    lines = [line for line in report.splitlines() if line.strip()]
    for kind, group in groupby(lines, key=lambda line: line[0] if line[0] in "#|" else "p"):
        if kind == "|":
            yield kind, [[_cell(cell) for cell in line.strip("|").split("|")] for line in group]
        else:
            yield from ((kind, [[line]]) for line in group)


def _cell(text: str) -> str:
    return "~".join(part.replace("~", BREAK) for part in text.strip().split("~~"))
