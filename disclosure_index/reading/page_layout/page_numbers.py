"""Printed page numbers and running heads, found in the lines at the edges of the pages."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

EDGE = 3  # lines at the top and at the bottom
_LONGEST_HEAD = 12  # lines of a running head or foot; after a longer one no number is searched
_BEHIND_HEAD = 2  # lines after a running head or foot: the numbers of a spread may be on two
_NUMBER = re.compile(r"(?<![\d%/-])(?<!\d[.,])\d{1,4}(?![\d%]|[.,/-]\d)|(?<=[-\u2013])\s?\d{1,4}(?=\s?[-\u2013]$)")
_OF_COUNT = re.compile(r"(?<![\d%])(?<!\d[.,])(\d{1,4})\s?[/|]\s?\d{1,4}(?!\d)")  # "3/6": page 3 of 6
_LONGEST = 160  # characters of a line at the edge: a longer one is text
_SHORT = 25  # characters: "Page 3 of 120" and the like; in a longer line, the page number is at one end
_MOST_UNNUMBERED = 4, 0.2  # pages before page 1: at most this number or this share
_YEARS = range(1980, 2061)  # no report has as many pages
_AGREE = 0.3  # the share of pages that must agree on the offset between printed and counted numbers
_SURE = 5  # pages; if as many agree, and half of those with a number, the others have none: every second page has
_AGREE_OF_TELLING = 0.5
_AGREE_FARTHER = 3, 0.4  # pages, and their share, that must agree on numbers away from the edge of the text
_MOST_WITH_BOTH = 0.8  # the share of wide sheets with both numbers that makes all spreads: a picture may hide one
_CONSTANT = 0.5  # the share of pages with a number from which on it is not a page number


@dataclass(frozen=True, slots=True)
class Numbering:
    """The printed numbers of each sheet of a file: one, or two for a spread; "" for none."""

    labels: tuple[tuple[str, ...], ...]
    every_other: bool = False  # each sheet has one number, and they increase by two

    @property
    def has_spreads(self) -> bool:
        """Whether some sheets have two pages."""
        return any(len(labels) > 1 for labels in self.labels)


def printed_numbers(
    pages: Sequence[Sequence[str]],
    labels: Sequence[str],
    wide: Sequence[bool],
    strips: Callable[[], Sequence[Sequence[str]]] | None = None,
) -> Numbering:
    """Return the printed numbers of each page: those at its edge, else the file's labels, else counted ones.

    The edge is that of the text; if the pages disagree there, the lines after running heads, then the strips.

    Args:
        pages: the lines of each.
        labels: the file's label of each.
        wide: whether each is wider than it is high.
        strips: returns the lines nearest the upper and lower edges of each, wherever they are in its text.

    """
    full = sum(bool(lines) for lines in pages)
    found: Numbering | None = None
    for number, sources in enumerate(_sources(pages, strips)):
        seen = [_numbers(lines, edges, is_wide) for lines, edges, is_wide in zip(pages, sources, wide, strict=True)]
        enough = max(_AGREE_FARTHER[0], _AGREE_FARTHER[1] * full) if number else 0
        numbering = _agreed(seen, wide, full, enough)
        if found is None or (numbering and numbering.has_spreads):
            found = numbering
        # A wide sheet that seems to have every other number may have the missing one elsewhere.
        if found and (found.has_spreads or not (found.every_other and any(wide))):
            break
    return found or Numbering(tuple((label or str(index + 1),) for index, label in enumerate(labels)))


def _sources(
    pages: Sequence[Sequence[str]], strips: Callable[[], Sequence[Sequence[str]]] | None
) -> Iterator[Sequence[Sequence[str]]]:
    """Yield the lines that may contain the number of each page, the most reliable first, the most costly last."""
    yield [_edges(lines) for lines in pages]
    yield _behind_heads(pages)
    if strips is not None:
        yield strips()


def _agreed(seen: Sequence[set[int]], wide: Sequence[bool], full: int, enough: float = 0) -> Numbering | None:
    """Return the numbering that at least `enough` pages agree on; None if they do not.

    Args:
        seen: the possible numbers of each page.
        wide: whether each is wider than it is high.
        full: the number of pages with text.
        enough: the number of pages that must agree; 0 for the usual share.

    """
    counts = Counter(number for numbers in seen for number in numbers)
    constant = {number for number, count in counts.items() if count > max(2, _CONSTANT * full)}
    least = -max(_MOST_UNNUMBERED[0], _MOST_UNNUMBERED[1] * len(seen))
    votes: Counter[tuple[str, int]] = Counter()
    for index, numbers in enumerate(seen):
        for number in numbers - constant:
            votes["one", number - index] += 1
            votes["every other", number - 2 * index] += 1
            if wide[index] and number + 1 in numbers - constant:
                votes["two", number - 2 * index] += 1
    order = {"two": 2, "one": 1, "every other": 0}  # the order between numberings with equal votes
    votes = Counter({key: count for key, count in votes.items() if key[1] >= least})
    # "10 | 11" at the foot of every right page is page 11: the higher of two numbers with equal votes.
    best = max(votes, key=lambda key: (votes[key], order[key[0]], key[1]), default=None)
    telling = sum(bool(numbers - constant) for numbers in seen)
    enough = enough or min(max(2, _AGREE * full), max(_SURE, _AGREE_OF_TELLING * telling))
    if best is None or votes[best] < enough:
        return None
    kind, offset = best
    spread = max((offset, offset - 1), key=lambda first: votes["two", first])
    if kind == "every other" and votes["two", spread] >= _MOST_WITH_BOTH * votes[best]:
        kind, offset = "two", spread
    if kind == "two":
        spreads = (2 * index + offset for index in range(len(seen)))
        return Numbering(
            tuple(
                (_label(first), _label(first + 1)) if wide[index] else (_label(first),)
                for index, first in enumerate(spreads)
            )
        )
    step = 1 if kind == "one" else 2
    return Numbering(tuple((_label(step * index + offset),) for index in range(len(seen))), every_other=step > 1)


def _label(number: int) -> str:
    return str(number) if number > 0 else ""


def _numbers(lines: Sequence[str], edges: Sequence[str], wide: bool) -> set[int]:
    """Return the possible numbers of a page with these lines at its edges.

    The text of a spread has the foot of its first page in the middle.
    """
    found = {int(line) for line in lines if wide and len(line) < 5 and line.isdecimal()}
    for line in edges:
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
    """Return the lines at the edge of many pages, once on each, with "#" for their numbers."""
    counts: Counter[str] = Counter()
    for lines in pages:
        times = Counter(re.sub(r"\d+", "#", line) for line in lines)
        edges = {re.sub(r"\d+", "#", line) for line in _edges(lines)}
        counts.update(text for text in edges if times[text] == 1 or len(text) < _SHORT)
    enough = _many(pages)
    return frozenset(text for text, count in counts.items() if count >= enough and len(text) < _LONGEST)


def _edges(lines: Sequence[str]) -> list[str]:
    return [*lines[:EDGE], *lines[-EDGE:]]


def _behind_heads(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the lines directly after the running head of each page, and directly before its running foot."""
    sides = [[(*lines[:_LONGEST_HEAD],) for lines in pages], [(*lines[: -_LONGEST_HEAD - 1 : -1],) for lines in pages]]
    found: list[list[str]] = [[] for _ in pages]
    for side in sides:
        counts = Counter(text for lines in side for text in set(lines))
        for edges, lines in zip(found, side, strict=True):
            head = next((n for n, text in enumerate(lines) if counts[text] < _many(pages)), len(lines))
            edges += lines[: max(EDGE, head + _BEHIND_HEAD)]
    return found


def _many(pages: Sequence[Sequence[str]]) -> int:
    """Return the number of pages with a line from which on it is a running head."""
    return max(3, len(pages) // 25)
