"""Printed page numbers and running heads, learned from the lines at the edges of the pages."""

import re
from collections import Counter
from collections.abc import Sequence

_EDGE = 3  # lines at the top and at the bottom
_NUMBER = re.compile(r"^\D{0,3}(\d{1,4})\D{0,3}$|(?:^|\s)(\d{1,4})$|^(\d{1,4})\s")
_AGREE = 0.3  # the share of pages that must agree on the distance between printed and counted number


def printed_labels(pages: Sequence[Sequence[str]], labels: Sequence[str]) -> list[str]:
    """Return the printed number of each page: by the numbers at its edge, else the file's labels, else by counting."""
    votes: Counter[tuple[int, int]] = Counter()
    for index, lines in enumerate(pages):
        found = (match for line in _edges(lines) for match in _NUMBER.finditer(line))
        seen = {int(next(filter(None, match.groups()))) for match in found}
        for number in seen:
            votes[(1, number - index)] += 1
            votes[(2, number - 2 * index)] += 1  # two printed pages on each
    best = max(votes, key=lambda key: (votes[key], -key[0]), default=None)
    full = sum(bool(lines) for lines in pages)
    if best is not None and votes[best] >= max(2, _AGREE * full):
        step, offset = best
        return [str(step * index + offset) if step * index + offset > 0 else "" for index in range(len(pages))]
    return [label or str(index + 1) for index, label in enumerate(labels)]


def running_lines(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the lines that stand at the edge of many pages, with "#" for their numbers."""
    counts = Counter(text for lines in pages for text in {re.sub(r"\d+", "#", line) for line in _edges(lines)})
    enough = max(3, len(pages) // 25)
    return frozenset(text for text, count in counts.items() if count >= enough and len(text) < 160)


def _edges(lines: Sequence[str]) -> list[str]:
    return [*lines[:_EDGE], *lines[-_EDGE:]]
