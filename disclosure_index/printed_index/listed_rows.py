"""Indexes that came as lines or items: "2-1 Organizational details About us 5", "GRI 305-1 Emissions: Climate"."""

import re
from collections.abc import Mapping, Sequence

from disclosure_index.model import Passage
from disclosure_index.printed_index.claims import FrameworkHints
from disclosure_index.printed_index.codes import codes_in, tidy
from disclosure_index.printed_index.framework_titles import title_length
from disclosure_index.printed_index.location_cells.page_references import last_pages
from disclosure_index.printed_index.table_rows import TableRow
from disclosure_index.printed_index.vocabulary import INDEX

ROWS = 4  # lines that begin with a code and make a table
GAP = 3  # lines without a code that end it
_BELOW_HEADING = 2  # the same below a heading that names an index
_CODED = 0.4  # of the passages below such a heading; the rest are what the items say, and an introduction
_PLACED = 0.5  # of the lines
_LONGEST = 400
_LONGEST_PLACE = 160
_CODE = 40  # characters that hold a code and what tells it from a number
_MARK = re.compile(r"\d|(?<![^\W\d_])[a-h][)）]")
"""What a line begins with that begins with a code: a number, or the letter of an item."""
_BEFORE_PLACE = re.compile(r"\s*(?:[:：→⇒➔]|\.{3,}|…+|\s[-–—|]\s)\s*")
Coded = tuple[FrameworkHints, str, int]  # a line's framework, its first code, and where its codes end
Listed = tuple[list[TableRow], Passage, Sequence[Passage]]  # rows, the first passage, and those above it
LINES_HEAD = ("Code", "Title", "Section", "Page")
"""The head of a table that came as lines."""


def rows_below_heading(run: Sequence[Passage], codes: Sequence[Coded | None]) -> Listed | None:
    """Read the passages below a heading that names an index: items with codes, each with what follows it."""
    heading = next((n for n in range(len(run) - 1, -1, -1) if run[n].kind == "heading"), None)
    if heading is None or not INDEX.search(run[heading].text):
        return None
    below = range(heading + 1, len(run))
    coded = [n for n in below if codes[n] is not None]
    if len(coded) < _BELOW_HEADING or len(coded) < _CODED * len(below):
        return None
    rows = []
    for number, end in zip(coded, [*coded[1:], len(run)], strict=True):
        found = codes[number]
        if found is None:
            continue
        row = line_row(run[number], found)
        said = " | ".join(run[n].text for n in range(number + 1, end))
        if said and len(said) <= _LONGEST_PLACE and not (row.cells[2] or row.cells[3]):
            row.cells[2] = said  # a definition list: the term has the code, and its description the place
        rows.append(row)
    if sum(bool(row.cells[2] or row.cells[3]) for row in rows) < _PLACED * len(rows):
        return None
    return [_head(run[coded[0]]), *rows], run[coded[0]], run[: coded[0]]


def rows_of_lines(run: Sequence[Passage], codes: Sequence[Coded | None], end: bool = False) -> Listed | None:
    """Read the run's last lines as rows, once a passage that is none has ended them."""
    last = len(run)
    while last > 0 and codes[last - 1] is None:
        last -= 1
        if not end and len(run) - last == GAP:
            break
    if not end and (last == len(run) or (len(run) - last < GAP and _between(run, len(run) - 1))):
        return None
    first = last
    while first > 0 and (codes[first - 1] is not None or (first < last and _between(run, first - 1))):
        first -= 1
    coded = zip(run[first:last], codes[first:last], strict=True)
    rows = [line_row(passage, found) for passage, found in coded if found is not None]
    paged = sum(bool(row.cells[3]) for row in rows)
    if len(rows) < ROWS or paged < _PLACED * len(rows):
        return None
    return [_head(run[first]), *rows], run[first], run[:first]


def _head(first: Passage) -> TableRow:
    return TableRow(list(LINES_HEAD), first.location, first.page)


def _between(run: Sequence[Passage], number: int) -> bool:
    """Whether a passage without a code may stand between rows: a short one, as the name of a Standard."""
    return len(run[number].text) < 80


def coded_line(passage: Passage, frameworks: Mapping[str, FrameworkHints]) -> Coded | None:
    """Return the framework, the first code of a line and where its codes end."""
    mark = _MARK.search(passage.text, 0, 40)
    if len(passage.text) > _LONGEST or passage.kind == "heading" or mark is None:
        return None
    text = tidy(passage.text)
    beginning = text[: mark.start() + _CODE]  # nothing of a code stands before: most lines end here
    for hints in frameworks.values():
        if hints.find(beginning) and (found := codes_in(text, hints)):
            return hints, found[0].code, max(item.end for item in found)
    return None


def line_row(passage: Passage, found: Coded) -> TableRow:
    """Return a line as a row: its codes, the title, the section and the pages."""
    hints, code, end = found
    text = tidy(passage.text)
    rest = text[end:].lstrip(" :：.-")
    length = title_length(rest, code, hints)
    title, place = rest[:length], rest[length:].strip()
    pages = last_pages(place or rest)
    section = place[: len(place) - len(pages)] if place else ""
    if not length:
        title = rest[: len(rest) - len(pages)]
        if joint := _BEFORE_PLACE.search(title):
            title, section = title[: joint.start()], title[joint.end() :]
    else:
        section = _BEFORE_PLACE.sub("", section, count=1) if _BEFORE_PLACE.match(section) else section
    return TableRow([text[:end], title.strip(), section.strip(), pages.strip()], passage.location, passage.page)
