"""The letters of GRI's requirements (305-1-a, 305-1-b, …), read from the references of its taxonomy."""

import re
from collections import defaultdict
from pathlib import Path
from string import ascii_lowercase

from tools.definitions.sheets import read_sheet

Letters = dict[tuple[str, str], list[str]]

_REFERENCE = re.compile(r"(\d+-\d+)-([a-z])(?:-|$)")
_TWICE = {"306-3": ("2016", "2020")}
"""A code that the taxonomy holds in two editions; the elements on spills are those of the older one."""


def read_letters(facts: Path) -> Letters:
    """Map code and edition to the top-level letters.

    The taxonomy folds some letters into an element of another (303-4-b), so all letters up to the last are given.
    """
    editions = {row["code"]: row["edition"] for row in read_sheet(facts, "gri-disclosures")}
    last: defaultdict[tuple[str, str], str] = defaultdict(str)
    for row in read_sheet(facts, "gri-xbrl-elements"):
        match = _REFERENCE.match(row["reference"])
        if match and match[1] == row["disclosure"] and match[1] in editions:
            older, newer = _TWICE.get(match[1], (editions[match[1]],) * 2)
            key = match[1], older if "Spill" in row["element"] else newer
            last[key] = max(last[key], match[2])
    return {key: list(ascii_lowercase[: ascii_lowercase.index(letter) + 1]) for key, letter in last.items()}
