"""Indexes in the form of lines or items: "2-1 Organizational details About us 5", "GRI 305-1 Emissions: Climate"."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from disclosure_index.model import Passage
from disclosure_index.printed_index.claims import FrameworkHints
from disclosure_index.printed_index.codes import codes_in, tidy
from disclosure_index.printed_index.framework_titles import title_length
from disclosure_index.printed_index.location_cells.page_references import last_pages
from disclosure_index.printed_index.table_rows import TableRow
from disclosure_index.printed_index.vocabulary import HEADS, INDEX, Role
from disclosure_index.reading.plain_title import plain

ROWS = 4  # lines that begin with a code and make a table
GAP = 3  # lines without a code that end it
_BELOW_HEADING = 2  # the same below a heading that names an index
_CODED = 0.4  # of the passages below such a heading; the rest are the texts of items, and an introduction
_PLACED = 0.5  # of the lines
_LONGEST = 600
_LONGEST_PLACE = 160
_CODE = 40  # characters that contain a code and distinguish it from a number
_MARK = re.compile(r"\d|(?<![^\W\d_])[a-h][)）]")
"""The beginning of a line with a code: a number, or the letter of an item."""
_FAR = 160
"""Characters of an entry in which its title begins, after a location."""
_STARTS = 8
"""Words with a capital at which a title in another spelling may begin: "organisation"."""
_SHORTEST_TITLE = 6
"""Characters of a title that is searched after other words."""
_PAGE = r"(?!(?:19|20)\d\d(?!\d))\d{1,3}(?:\s?[-\u2010-\u2015]\s?\d{1,3})?"
_PAGES_BEFORE = re.compile(
    rf"\s*(?P<pages>{_PAGE}(?:\s*[;,&]\s*{_PAGE})*)(?:\s*[;,])?\s+(?=[A-Z\u4e00-\u9fff][^\W\d_]*[a-z\u4e00-\u9fff])"
    r"(?!(?:MWh|GWh|TWh|kWh|Mt|Gt|HKD|EUR|USD|RMB)\b)"
)
"""Pages directly after a code, before its title, which begins with a capital: a unit or a sentence does not."""
_PAGES_WITHIN = re.compile(rf"(?<=\s){_PAGE}(?:\s*[;,&]\s*{_PAGE})*(?=\s|$)")
_PAGE_HEAD = re.compile(next(words for role, words in HEADS if role is Role.PAGE), re.IGNORECASE)
_BEFORE_PLACE = re.compile(r"\s*(?:[:：→⇒➔]|\.{3,}|…+|\s[-–—|]\s)\s*")
Coded = tuple[FrameworkHints, str, int]  # a line's framework, its first code, and the end of its codes
Listed = tuple[list[TableRow], Passage, Sequence[Passage]]  # rows, the first passage, and the passages above it
LINES_HEAD = ("Code", "Title", "Section", "Page")
"""The head of a table in the form of lines."""


def rows_below_heading(run: Sequence[Passage], codes: Sequence[Coded | None]) -> Listed | None:
    """Read the passages below a heading that names an index: items with codes, each with the passages after it."""
    heading = next((n for n in range(len(run) - 1, -1, -1) if run[n].kind == "heading"), None)
    if heading is None or not INDEX.search(run[heading].text):
        return None
    below = range(heading + 1, len(run))
    coded = [n for n in below if codes[n] is not None]
    if len(coded) < _BELOW_HEADING or len(coded) < _CODED * len(below):
        return None
    described = 0  # rows whose location is the description after them
    rows = []
    for number, end in zip(coded, [*coded[1:], len(run)], strict=True):
        found = codes[number]
        if found is None:
            continue
        row = line_row(run[number], found)
        description = " | ".join(run[n].text for n in range(number + 1, end))
        if description and len(description) <= _LONGEST_PLACE and not (row.cells[2] or row.cells[3]):
            row.cells[2] = description  # a definition list: the term has the code, and its description the location
            described += 1
        rows.append(row)
    if not (described or _are_placed(rows)) and _has_pages(run[heading + 1 :], codes[heading + 1 :]):
        rows = [_with_page_within(row) for row in rows]
    if sum(bool(row.cells[2] or row.cells[3]) for row in rows) < _PLACED * len(rows):
        return None
    return [_head(run[coded[0]]), *rows], run[coded[0]], run[: coded[0]]


def rows_of_lines(run: Sequence[Passage], codes: Sequence[Coded | None], end: bool = False) -> Listed | None:
    """Read the run's last lines as rows, once a passage of another kind has ended them."""
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
    if (
        len(rows) >= ROWS
        and not _are_placed(rows)
        and _has_pages(run[max(0, first - ROWS) : last], codes[max(0, first - ROWS) : last])
    ):
        rows = [_with_page_within(row) for row in rows]
    if len(rows) < ROWS or not _are_placed(rows):
        return None
    return [_head(run[first]), *rows], run[first], run[:first]


def _are_placed(rows: Sequence[TableRow]) -> bool:
    return sum(bool(row.cells[3]) for row in rows) >= _PLACED * len(rows)


def _has_pages(run: Sequence[Passage], codes: Sequence[Coded | None]) -> bool:
    """Whether a line without a code is the head of an index, and names a column of pages."""
    lines = zip(run, codes, strict=True)
    return any(code is None and _PAGE_HEAD.search(passage.text) for passage, code in lines)


def _with_page_within(row: TableRow) -> TableRow:
    """Return a row whose title runs over several lines, with its page at the end of the first line.

    "102-2 Primary brands, products 4 and services": the text after the page belongs to the title or to a note; a row
    without a page has an answer, which is read with its title.
    """
    code, title, section, pages = row.cells[: len(LINES_HEAD)]
    if len(row.cells) > len(LINES_HEAD):
        return row  # the row has an answer
    text = " ".join(filter(None, (title, section if section != title else "", pages)))
    found = _PAGES_WITHIN.search(text)
    if found is None or re.search(r"\d", text[: found.start()]):
        return row if pages else TableRow([code, title, "", "", text], row.location, row.page)
    title = " ".join(f"{text[: found.start()]} {text[found.end() :]}".split())
    return TableRow([code, title, "", found[0]], row.location, row.page)


def _head(first: Passage) -> TableRow:
    return TableRow([*LINES_HEAD, "Note"], first.location, first.page)


def _between(run: Sequence[Passage], number: int) -> bool:
    """Whether a passage without a code may be between rows: a short one, such as the name of a Standard."""
    return len(run[number].text) < 80


def coded_line(passage: Passage, frameworks: Mapping[str, FrameworkHints]) -> Coded | None:
    """Return the framework, the first code of a line, and the end of its codes."""
    mark = _MARK.search(passage.text, 0, 40)
    if len(passage.text) > _LONGEST or passage.kind == "heading" or mark is None:
        return None
    text = tidy(passage.text)
    beginning = text[: mark.start() + _CODE]  # without the beginning of a code, as in most lines
    for hints in frameworks.values():
        if hints.find(beginning) and (found := codes_in(text, hints)):
            paged = _PAGES_BEFORE.match(text, found[0].end)  # "102-14 2-3 Statement": pages, and not a code
            return hints, found[0].code, found[0].end if paged else max(item.end for item in found)
    return None


def entries_on_line(passage: Passage, frameworks: Mapping[str, FrameworkHints]) -> list[tuple[Passage, Coded | None]]:
    """Return the entries on a line: "102-2 7; 25 Activities 102-3 Back cover Location" has two.

    A later code begins an entry if a title or pages follow it, and also follow the code before it.
    """
    found = coded_line(passage, frameworks)
    if found is None:
        return [(passage, None)]
    hints, text = found[0], tidy(passage.text)
    starts = [0]
    for mention in hints.find(text)[1:]:
        if _is_entry(text[starts[-1] : mention.start], hints) and _is_entry(text[mention.start :], hints):
            starts.append(mention.start)
    if len(starts) == 1:
        return [(passage, found)]
    pieces = (passage._replace(text=text[start:end].strip()) for start, end in pairwise([*starts, len(text)]))
    return [(piece, coded_line(piece, frameworks)) for piece in pieces]


def _is_entry(text: str, hints: FrameworkHints) -> bool:
    codes = codes_in(text, hints)
    if not codes or _PAGES_BEFORE.match(text, codes[0].end):
        return bool(codes)
    rest = text[codes[0].end :].lstrip(" :：.-")
    return title_length(rest, codes[0].code, hints) > 0 or _title_behind(rest, codes[0].code, hints) > 0


def _title_behind(text: str, code: str, hints: FrameworkHints) -> int:
    """Return the offset of the title of a code after other words; 0 without a title."""
    titles = [plain(title) for entry in hints.by_code.get(code, ()) for title in entry.titles]
    titles = [title for title in titles if len(title) >= _SHORTEST_TITLE]
    starts = [match.start() for match in re.finditer(r"(?<=\s)[^\W\d_]", text[:_FAR]) if not match[0].islower()]
    for at in starts:
        behind = plain(text[at:])
        if any(behind.startswith(title) for title in titles):
            return at
    return next((at for at in starts[:_STARTS] if title_length(text[at:], code, hints)), 0)


def line_row(passage: Passage, found: Coded) -> TableRow:
    """Return a line as a row: its codes, the title, the section and the pages."""
    hints, code, end = found
    text = tidy(passage.text)
    if paged := _PAGES_BEFORE.match(text, end):
        title = text[paged.end() :]
        at = 0 if (length := title_length(title, code, hints)) else _title_behind(title, code, hints)
        note, title = title[:at].strip(), title[at : at + length if length else len(title)].strip()
        return TableRow([text[:end], title, "", paged["pages"], note], passage.location, passage.page)
    rest = text[end:].lstrip(" :：.-")
    length = title_length(rest, code, hints)
    if not length and (at := _title_behind(rest, code, hints)):
        title = rest[at : at + title_length(rest[at:], code, hints)]
        return TableRow([text[:end], title.strip(), "", "", rest[:at].strip()], passage.location, passage.page)
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
