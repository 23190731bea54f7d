"""The headings of a PDF by font size: larger than the text, short, and not a figure, quotation or list."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from disclosure_index.reading.page_layout.lines import join_lines
from disclosure_index.reading.pdf.line_sizes import body_size
from disclosure_index.reading.plain_title import plain

_LARGER = 1.15  # times the size of the text
_ALIKE = 0.08  # the share by which sizes of one level may differ
_MOST_LINES = 3  # of a heading; longer text is a quotation
_MOST_SIDE_BY_SIDE = 6  # headings in a row without text between; more are a figure or a list
_MOST_ON_A_PAGE = 20
_LEVELS = 4
_LONGEST = 120  # characters
_WRAPPED = 24  # characters of a line that may continue in the next
_RUNNING = 3  # pages with a running head, at least, or a share of all
_RUNNING_SHARE = 0.05
_ENDS = re.compile(r"[.,;:。，；：、]$")
_LIST = re.compile(r"[•●▪◦■►➢–—*\-\uf0a7\uf0b7]")
_GOES_ON = re.compile(r"(?:\b(?:and|or|of|the|for|to|in|with|our|on|by|from|a|an)|[&,/–-])$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and its level; `sure` if it is on the page even without a matching line."""

    title: str
    level: int
    sure: bool = True


Sized = Sequence[tuple[str, float]]


def headings_by_size(pages: Sequence[Sized]) -> Mapping[int, list[Heading]]:
    """Return the headings of each page, by page number; `pages` are lines with their font sizes."""
    least = _LARGER * body_size(line for page in pages for line in page)
    if not least:
        return {}
    found = {number: list(_candidates(page, least)) for number, page in enumerate(pages)}
    times = Counter(title for titles in found.values() for title in {plain(title) for title, _ in titles})
    running = {title for title, count in times.items() if count > max(_RUNNING, _RUNNING_SHARE * len(pages))}
    kept = {
        number: [(title, size) for title, size in titles if plain(title) not in running]
        for number, titles in found.items()
        if len(titles) <= _MOST_ON_A_PAGE
    }
    level_of = _levels([size for titles in kept.values() for _, size in titles])
    return {
        number: [Heading(title, level_of[size], sure=False) for title, size in titles]
        for number, titles in kept.items()
        if titles
    }


def _candidates(page: Sized, least: float) -> Iterator[tuple[str, float]]:
    for large, group in groupby(page, key=lambda line: line[1] >= least):
        lines = list(group)
        if not large:
            continue
        titles = [title for _, same in groupby(lines, key=lambda line: line[1]) for title in _titles(list(same))]
        if len(titles) <= _MOST_SIDE_BY_SIDE:
            yield from ((title, size) for title, size in titles if _is_title(title))


def _titles(lines: Sequence[tuple[str, float]]) -> Iterator[tuple[str, float]]:
    """Yield the texts of lines of one size: a long or unfinished line continues in the next."""
    text, count = "", 0
    for line, size in lines:
        goes_on = text and (
            _GOES_ON.search(text) or line[:1].islower() or (len(text) >= _WRAPPED and not line[:1].isdigit())
        )
        if text and not goes_on:
            yield text, size
            text, count = "", 0
        text, count = join_lines(text, line), count + 1
        if count > _MOST_LINES:
            return  # a quotation; the next lines belong to it
    if text:
        yield text, lines[-1][1]


def _is_title(text: str) -> bool:
    letters = len(_LETTER.findall(text))
    return (
        letters >= 2
        and 2 * letters > len(text.replace(" ", ""))
        and len(text) <= _LONGEST
        and not _ENDS.search(text)
        and not _LIST.match(text)
    )


def _levels(sizes: Sequence[float]) -> Mapping[float, int]:
    """Return the level of each size; the largest has the first level."""
    level_of: dict[float, int] = {}
    level, last = 0, 0.0
    for size in sorted(set(sizes), reverse=True):
        if not last or size < (1 - _ALIKE) * last:
            level, last = min(level + 1, _LEVELS), size
        level_of[size] = level
    return level_of
