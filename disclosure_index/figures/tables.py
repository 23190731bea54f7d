"""The tables of a document: runs of rows with their captions, and paragraphs that are rows printed without rules."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from disclosure_index.figures.periods import YEAR
from disclosure_index.figures.unit_lines import unit_in
from disclosure_index.model import Document, Passage, Place

MOST_ABOVE = 3
"""Passages above a table in which its caption and the line of its units may stand."""
LONGEST_CAPTION = 120
_NUMBER = r"\(?[-−–+]?\d[\d,.]*\)?%?"
_VALUE = rf"(?:{_NUMBER}|[-–—]|n/?a\b\.?|N/A|n\. a\.?|k\.A\.)"
_LINE = re.compile(rf"(?P<label>.{{2,70}}?)(?P<values>(?:\s{_VALUE}){{1,10}})")
_SPLIT = re.compile(_VALUE)
_YEARS = re.compile(
    rf"(?P<before>.*?)(?<![\d,./-])(?P<years>(?:(?:FY\s?)?{YEAR}\s+){{1,9}}(?:FY\s?)?{YEAR})\)?\s*(?P<behind>[^\d]{{0,12}})"
)
_UNIT = re.compile(r"(?i)\b(units?|u\. ?m\.)\W*\d{0,2}\s*$")
_NOTE = re.compile(r"\(\d\)")
_LONGEST_LINE = 160
_MOST_NUMBERS = 2
"""Numbers that may stand before the years of a line: that of the table, the mark of a note."""
_LONGEST_GROUP = 60
_FARTHEST = 14
"""Passages below a line of years that may be its rows; a longer list repeats its years."""


class Row(NamedTuple):
    """A row: the number of its passage, its cells, and where each begins in the passage's text."""

    passage: int
    cells: tuple[str, ...]
    starts: tuple[int, ...]

    def place(self, cell: int) -> Place:
        """Return the place of a cell."""
        return Place(self.passage, self.starts[cell], self.starts[cell] + len(self.cells[cell]))


class Table(NamedTuple):
    """Rows that follow each other, and the passages above them that may be their caption, the nearest last."""

    rows: tuple[Row, ...]
    captions: tuple[int, ...]


def tables_in(document: Document) -> Iterator[Table]:
    """Yield the tables of a document, those of its printed index aside."""
    hidden = {number for first, last in document.indexes for number in range(first, last)}
    numbers = (n for n, passage in enumerate(document.passages) if passage.kind == "table-row" and n not in hidden)
    for _, run in groupby(enumerate(numbers), key=lambda pair: pair[1] - pair[0]):
        rows = tuple(_row(number, document.passages[number].text) for _, number in run)
        yield Table(rows, _captions(document, rows[0].passage))
    yield from _without_rules(document, hidden)


def _row(number: int, text: str) -> Row:
    cells = tuple(text.split("\t"))
    starts, at = [], 0
    for cell in cells:
        starts.append(at)
        at += len(cell) + 1
    return Row(number, cells, tuple(starts))


def _captions(document: Document, first: int) -> tuple[int, ...]:
    """Return the short passages right above a table, in its section; a row ends them."""
    found: list[int] = []
    section = document.passages[first].section
    for number in range(first - 1, max(-1, first - 1 - MOST_ABOVE), -1):
        passage = document.passages[number]
        if passage.kind == "table-row" or passage.section != section:
            break
        is_sentence = passage.text.endswith((".", "。", ";", "；"))
        if 0 < len(passage.text) <= LONGEST_CAPTION and passage.kind != "list-item" and not is_sentence:
            found.append(number)
        if passage.kind in ("heading", "table"):
            break
    return tuple(reversed(found))


def _without_rules(document: Document, hidden: set[int]) -> Iterator[Table]:
    """Yield the tables that a PDF prints without rules: a line of years, and below it labels with as many numbers."""
    passages = document.passages
    number = 0
    while number < len(passages):
        passage = passages[number]
        years = _years(passage) if number not in hidden else None
        if years is None:
            number += 1
            continue
        rows = [Row(number, ("", *years[0]), (0, *years[1]))]
        below = number + 1
        while below < min(len(passages), number + _FARTHEST) and below not in hidden:
            if passages[below].kind == "table-row" or _years(passages[below]) is not None:
                break
            text = passages[below].text
            if row := _line(below, text, years[0]):
                rows.append(row)
            elif len(text) <= _LONGEST_GROUP and passages[below].kind != "heading" and _is_group(text):
                rows.append(Row(below, (text,), (0,)))
            below += 1
        if any(len(row.cells) > 2 for row in rows[1:]):
            yield Table(tuple(rows), (*_captions(document, number), number))
        number = below


def _years(passage: Passage) -> tuple[list[str], list[int]] | None:
    """Return the years that end a line, with their places; None for one that is a sentence."""
    text = passage.text
    if passage.kind == "table-row" or not 8 < len(text) <= LONGEST_CAPTION or "20" not in text:
        return None
    match = _YEARS.fullmatch(text)
    if match is None:
        return None
    found = list(re.finditer(YEAR, match["years"]))
    years = [one[0] for one in found]
    if len(set(years)) < len(years):
        return None  # two halves side by side: which column a number is of is not known
    steps = {int(later) - int(earlier) for earlier, later in pairwise(years)}
    if len(_SPLIT.findall(match["before"])) > _MOST_NUMBERS and not (len(years) > 2 and steps in ({1}, {-1})):
        return None
    heads, starts = list(years), [match.start("years") + one.start() for one in found]
    if unit := _UNIT.search(match["before"]):
        heads, starts = [unit[1], *heads], [unit.start(1), *starts]
    return heads, starts


def _is_group(text: str) -> bool:
    """Whether a line may name the rows below it: no sentence, and no figures but the mark of a note."""
    return len(_SPLIT.findall(text)) <= 1 and not text.endswith((".", "。", ";"))


def _line(number: int, text: str, heads: Sequence[str]) -> Row | None:
    """Return the row that a line is: a label, and as many numbers as there are heads; the first may be the unit's."""
    if len(text) > _LONGEST_LINE or "\t" in text:
        return None
    match = _LINE.fullmatch(text)
    if match is None:
        return None
    has_unit = not heads[0][-1].isdigit()
    values = list(_SPLIT.finditer(text, match.start("values")))
    if len(values) == len(heads) - has_unit + 1 and _NOTE.fullmatch(values[0][0]):
        values = values[1:]
    label = text[: values[0].start()].rstrip()
    if len(values) != len(heads) - has_unit or not any(map(str.isalpha, label)):
        return None
    cells, starts = [label], [0]
    if has_unit:
        found = unit_in(label)
        at = found.start if found and found.end == len(label) and found.start else label.rfind(" ") + 1
        cells, starts = ([label[:at].strip(), label[at:]], [0, at]) if at else ([label, ""], [0, len(label)])
    return Row(number, (*cells, *(one[0] for one in values)), (*starts, *(one.start() for one in values)))
