"""Printed page numbers and running heads, learned from the lines at the edges of the pages."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_EDGE = 3  # lines at the top and at the bottom
_NUMBER = re.compile(r"(?<![\d%/-])(?<!\d[.,])\d{1,4}(?![\d%]|[.,/-]\d)|(?<=[-\u2013])\s?\d{1,4}(?=\s?[-\u2013]$)")
_OF_COUNT = re.compile(r"(?<![\d%])(?<!\d[.,])(\d{1,4})\s?[/|]\s?\d{1,4}(?!\d)")  # "3/6": page 3 of 6
_LONGEST = 160  # characters of a line at the edge: a longer one is text
_SHORT = 25  # characters: "Page 3 of 120" and the like; in a longer line, the number of the page is at one end
_MOST_UNNUMBERED = 4, 0.2  # pages before page 1: so many, or this share
_YEARS = range(1980, 2061)  # no report has so many pages
_AGREE = 0.3  # the share of pages that must agree on the distance between printed and counted number
_SURE = 5  # pages; where so many, and half of those with a number, agree, the others have none: every second has one
_AGREE_OF_TELLING = 0.5
_CONSTANT = 0.5  # the share of pages on which a number stands that is none of a page


@dataclass(frozen=True, slots=True)
class Numbering:
    """The printed numbers of each sheet of a file: one, or two where a sheet is a spread; "" for none."""

    labels: tuple[tuple[str, ...], ...]

    @property
    def has_spreads(self) -> bool:
        """Whether some sheets have two pages."""
        return any(len(labels) > 1 for labels in self.labels)


def printed_numbers(pages: Sequence[Sequence[str]], labels: Sequence[str], wide: Sequence[bool]) -> Numbering:
    """Return the printed numbers of each page: by those at its edge, else the file's labels, else by counting.

    Args:
        pages: the lines of each.
        labels: what the file calls each.
        wide: whether each is wider than it is high.

    """
    seen = [_numbers(lines, is_wide) for lines, is_wide in zip(pages, wide, strict=True)]
    full = sum(bool(lines) for lines in pages)
    counts = Counter(number for numbers in seen for number in numbers)
    constant = {number for number, count in counts.items() if count > max(2, _CONSTANT * full)}
    least = -max(_MOST_UNNUMBERED[0], _MOST_UNNUMBERED[1] * len(pages))
    votes: Counter[tuple[str, int]] = Counter()
    for index, numbers in enumerate(seen):
        for number in numbers - constant:
            votes["one", number - index] += 1
            votes["every other", number - 2 * index] += 1
            if wide[index] and number + 1 in numbers - constant:
                votes["two", number - 2 * index] += 1
    order = {"two": 2, "one": 1, "every other": 0}  # where as many pages agree
    votes = Counter({key: count for key, count in votes.items() if key[1] >= least})
    # "10 | 11" at the foot of every right page is page 11: of two numbers with as many votes, the higher one.
    best = max(votes, key=lambda key: (votes[key], order[key[0]], key[1]), default=None)
    telling = sum(bool(numbers - constant) for numbers in seen)
    if best is None or votes[best] < min(max(2, _AGREE * full), max(_SURE, _AGREE_OF_TELLING * telling)):
        return Numbering(tuple((label or str(index + 1),) for index, label in enumerate(labels)))
    kind, offset = best
    if kind == "two":
        spreads = (2 * index + offset for index in range(len(pages)))
        return Numbering(
            tuple(
                (_label(first), _label(first + 1)) if wide[index] else (_label(first),)
                for index, first in enumerate(spreads)
            )
        )
    step = 1 if kind == "one" else 2
    return Numbering(tuple((_label(step * index + offset),) for index in range(len(pages))))


def _label(number: int) -> str:
    return str(number) if number > 0 else ""


def _numbers(lines: Sequence[str], wide: bool) -> set[int]:
    """Return what may be the number of a page; the text of a spread has the foot of its first page in the middle."""
    found = {int(line) for line in lines if wide and len(line) < 5 and line.isdecimal()}
    for line in _edges(lines):
        if len(line) <= _LONGEST:
            found.update(int(match[1]) for match in _OF_COUNT.finditer(line))
            short = len(line) <= _SHORT
            found.update(
                int(match[0])
                for match in _NUMBER.finditer(line)
                if short or match.start() == 0 or match.end() == len(line)
            )
    return found - set(_YEARS)


def running_lines(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the lines that stand at the edge of many pages, with "#" for their numbers."""
    counts = Counter(text for lines in pages for text in {re.sub(r"\d+", "#", line) for line in _edges(lines)})
    enough = max(3, len(pages) // 25)
    return frozenset(text for text, count in counts.items() if count >= enough and len(text) < _LONGEST)


def _edges(lines: Sequence[str]) -> list[str]:
    return [*lines[:_EDGE], *lines[-_EDGE:]]
