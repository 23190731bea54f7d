"""Tables without rules in a PDF or a text: a line of years, and below it labels with as many numbers.

Lines of such a table may be cut in other places than its rows: one may contain several rows, or the first row after
the years.
"""

import re
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import NamedTuple

from disclosure_index.figures.dimensions import dimensions_in
from disclosure_index.figures.periods import YEAR
from disclosure_index.figures.table_heads import is_change
from disclosure_index.figures.table_rows import LONGEST_CAPTION, Caption, Row, Table, captions_of
from disclosure_index.figures.unit_lines import unit_in
from disclosure_index.figures.units import unit_of
from disclosure_index.model import Document, Passage

_NUMBER = r"(?:\([-−–+]?\d[\d.,]*%?\)|[-−–+]?\d[\d.,]*)%?"
_VALUE = re.compile(rf"(?<!\S)(?:{_NUMBER}|[-–—]|n/?a\b\.?|N/A|n\. a\.?|k\.A\.)(?!\S)")
_YEAR = re.compile(rf"(?<![\d,./-])({YEAR})(?P<note>\d{{1,2}})?(?![\d,%]|\.\d)")
_FIGURE = re.compile(r"\d[\d,.]*")
_UNIT = re.compile(r"(?i)\b(units?|u\. ?m\.)\W*\d{0,2}\s*$")
_DASHES = ("-", "–", "—")
_NOTE = re.compile(r"\(\d\)")
_IN_LABEL = re.compile(r"\d{1,3}")
"""A number in a label: Scope 1 emissions."""
_NOTE_BEHIND = re.compile(r"[1-9]")
_REPEATED = re.compile(r"(?P<label>.*?)(?P<unit>\S.{0,40}?)(?:\s+(?P=unit))+(?=\s|$)")
LONGEST_LINE = 600
_LONGEST_LABEL = 90
_LONGEST_GROUP = 60
_SHORT = 12
"""Characters before the years of a line: the unit, or the head of the first column; a caption is longer."""
_MOST_NUMBERS = 2
"""Numbers that may precede the years of a line: that of the table, a footnote mark."""
_LONGEST_BEHIND = 24
"""Characters of the head of a column after the years: "Change in %"."""
_FARTHEST = 14
"""Passages below a line of years that may be its rows; a longer list repeats its years."""


class _Heads(NamedTuple):
    """A line of years: the heads of its columns, their offsets, and the start of the rest of the line."""

    before: str
    cells: tuple[str, ...]
    starts: tuple[int, ...]
    rest: int
    has_unit: bool
    has_change: bool

    @property
    def width(self) -> int:
        """The number of values in a row."""
        return len(self.cells) - self.has_unit


def unruled_tables(document: Document, hidden: Set[int]) -> Iterator[Table]:
    """Yield the tables of a document that are lines of text.

    Args:
        document: read.
        hidden: passages that are left out.
    """
    passages = document.passages
    number = 0
    while number < len(passages):
        passage = passages[number]
        may_be = passage.kind != "table-row" and "20" in passage.text and number not in hidden
        heads = heads_in(passage) if may_be else None
        if heads is None:
            number += 1
            continue
        rows = [Row(number, (heads.before, *heads.cells), (0, *heads.starts))]
        rows += rows_in(number, passages[number].text, heads, heads.rest)
        below = number + 1
        while below < min(len(passages), number + _FARTHEST) and below not in hidden:
            passage = passages[below]
            if passage.kind == "table-row" or heads_in(passage) is not None:
                break
            if heads.has_change and unit_of(passage.text.strip(" ()")):
                below += 1  # the unit of the changes
                continue
            if len(rows) == 1 and (units := _unit_heads(below, passage.text, heads.width)):
                rows.append(units[0])
                found = rows_in(below, passage.text, heads, units[1])
            else:
                found = rows_in(below, passage.text, heads)
            if found:
                rows += found
            elif len(passage.text) <= _LONGEST_GROUP and passage.kind != "heading" and _is_group(passage.text):
                rows.append(Row(below, (passage.text,), (0,)))
            below += 1
        if any(len(row.cells) > 2 for row in rows[1:]):
            caption = (Caption(number, heads.before),) if len(heads.before) > _SHORT else ()
            yield Table(tuple(rows), (*captions_of(document, number), *caption))
        number = below


def heads_in(passage: Passage) -> _Heads | None:
    """Return the years at the end of a line, or before its first row; None for a sentence."""
    text = passage.text
    if passage.kind == "table-row" or not 8 < len(text) <= LONGEST_LINE or "20" not in text:
        return None
    run = _run_of_years(text)
    if run is None:
        return None
    before = text[: run[0].start()]
    years = [match[1] for match in run]
    steps = {int(later) - int(earlier) for earlier, later in pairwise(years)}
    if len(before) > LONGEST_CAPTION or (
        len(_FIGURE.findall(before)) > _MOST_NUMBERS and not (len(years) > 2 and steps in ({1}, {-1}))
    ):
        return None
    if any(match["note"] for match in run) and steps not in ({1}, {-1}):
        return None
    cells, starts = years, [match.start() for match in run]
    end = run[-1].end()
    unit = _UNIT.search(before)
    if unit:
        cells, starts = [unit[1], *cells], [unit.start(1), *starts]
    rest = text[end:].lstrip(" )")
    at = len(text) - len(rest)
    if rest and len(rest) <= _LONGEST_BEHIND and not any(map(str.isdigit, rest)) and is_change(rest):
        cells, starts, at = [*cells, rest], [*starts, at], len(text)
        rest = ""
    before = before[: unit.start()] if unit else before.rstrip().removesuffix(_prefix(text, run))
    heads = _Heads(
        before.strip(" :"), tuple(cells), tuple(starts), at, unit is not None, len(cells) > len(years) + bool(unit)
    )
    if len(rest) > _SHORT and not rows_in(0, text, heads, at) and not _is_group(rest):
        return None
    if len(rest) > _SHORT and len(years) < 3 and rest[:1].islower():
        return None  # the sentence continues
    return heads


def rows_in(number: int, text: str, heads: _Heads, begin: int = 0) -> list[Row]:
    """Return the rows in a line from an offset on: labels, each with as many numbers as there are columns."""
    if len(text) > LONGEST_LINE or "\t" in text:
        return []
    rows: list[Row] = []
    at = begin
    for values in _runs(text, begin):
        if len(values) == 1 < heads.width and _IN_LABEL.fullmatch(values[0][0]):
            continue
        label = text[at : values[0].start()].rstrip()
        values = _without_notes(label, values, heads.width)
        label = text[at : values[0].start()].rstrip()
        if len(values) != heads.width or not any(map(str.isalpha, label)) or len(label) > _LONGEST_LABEL:
            return []
        rows.append(_row(number, text, at, label, values, heads.has_unit))
        at = values[-1].end() + 1
    rest = text[at:].strip()
    if not rest or not rows:
        return rows
    if len(rest) > _LONGEST_GROUP or not _is_group(rest):
        return []
    return [*rows, Row(number, (rest,), (at,))]


def _prefix(text: str, run: Sequence[re.Match[str]]) -> str:
    """Return the words before each year of a line, such as "Jan–Dec"."""
    return text[run[0].end() : run[1].start()].strip()


def _run_of_years(text: str) -> list[re.Match[str]] | None:
    """Return the first consecutive years of a line, with nothing or the same words before each."""
    run: list[re.Match[str]] = []
    for match in _YEAR.finditer(text):
        if run:
            between = text[run[-1].end() : match.start()]
            repeated = between.strip()
            same = not repeated or text[: run[0].start()].rstrip().endswith(repeated)
            if between[:1] not in ("", " ") or not same or any(map(str.isdigit, repeated)):
                if len(run) > 1:
                    break
                run = []
        run.append(match)
    years = [match[1] for match in run]
    if len(run) < 2 or len(set(years)) < len(years):
        return None  # two halves side by side: the column of a number is unknown
    return run


def _runs(text: str, begin: int) -> Iterator[list[re.Match[str]]]:
    """Yield the runs of adjacent numbers in a text."""
    run: list[re.Match[str]] = []
    for match in _VALUE.finditer(text, begin):
        if run and text[run[-1].end() : match.start()].strip():
            yield run
            run = []
        run.append(match)
    if run:
        yield run


def _without_notes(label: str, values: list[re.Match[str]], count: int) -> list[re.Match[str]]:
    """Return the values of a row without the numbers in its label, and without a footnote mark."""
    if len(values) == count + 1:
        first = values[0]
        if _NOTE.fullmatch(first[0]) or dict(dimensions_in(f"{label} {first[0]}")).get("age"):
            return values[1:]
        if _NOTE_BEHIND.fullmatch(values[-1][0]):
            return values[:-1]
        if first[0] in _DASHES and not label:
            return values[1:]
        if values[-1][0] in _DASHES:
            return values[:-1]  # the bullet of the next row
    return values


def _row(number: int, text: str, at: int, label: str, values: Sequence[re.Match[str]], has_unit: bool) -> Row:
    at += len(label) - len(label.lstrip(" -–—"))
    label = text[at : values[0].start()].rstrip()
    cells, starts = [label], [at]
    if has_unit:
        found = unit_in(label)
        split = found.start if found and found.end == len(label) and found.start else label.rfind(" ") + 1
        cells, starts = ([label[:split].strip(), label[split:]], [at, at + split]) if split else (
            [label, ""], [at, at + len(label)]
        )  # fmt: skip
    return Row(number, (*cells, *(one[0] for one in values)), (*starts, *(one.start() for one in values)))


def _unit_heads(number: int, text: str, count: int) -> tuple[Row, int] | None:
    """Return the line below the years that repeats the unit of each column, and its end."""
    match = _REPEATED.match(text)
    if match is None or len(text) > LONGEST_LINE:
        return None
    unit = match["unit"]
    times = text[match.start("unit") : match.end()].count(unit)
    if times != count or unit_in(unit) is None or _VALUE.search(match["label"]):
        return None
    starts = [one.start() for one in re.finditer(re.escape(unit), text[: match.end()])][-count:]
    return Row(number, (match["label"].strip(), *[unit] * count), (0, *starts)), match.end()


def _is_group(text: str) -> bool:
    """Whether a line may name the rows below it: it is not a sentence, and has no figures but a footnote mark."""
    return len(_FIGURE.findall(text)) <= 1 and not text.endswith((".", "。", ";"))
