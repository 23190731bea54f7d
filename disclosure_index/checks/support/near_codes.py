"""Did you mean …? For codes, by how the framework builds them: in letters A1.7 is as near to B1.7 as to A1.6."""

import re
from collections.abc import Iterable
from functools import lru_cache

from disclosure_index.did_you_mean import nearest
from disclosure_index.messages import message

LEADS = r"kpi|disclosure|principle|goal|target|para(?:graph)?"
"""Words that stand before the codes of any framework."""
_LAST_NUMBER = re.compile(r"\d+(?!.*\d)")
_BELOW = frozenset("-.(")
"""What stands between a code and the part of one below it."""

_LEAST = 2
"""Characters that a shared beginning has at least."""


def near_code(code: str, codes: Iterable[str], short: str = "") -> str:
    """Propose what a code that does not exist may mean; "" where nothing is near.

    First the same letters and digits with other signs between them, then the numbers that the code's group has, then
    what is below it, then what is most alike. `short` is the framework's short name, which may stand before its codes.

    >>> known = ["A1.1", "A1.2", "A1.3", "B1.1", "305-1", "305-2"]
    >>> near_code("KPI-A.1.2", known), near_code("A1.7", known), near_code("305", known)
    ('A1.2', 'A1.3 (A1.1 to A1.3 exist)', '305-1 (305-1 to 305-2 exist)')
    """
    known = tuple(codes)
    code = re.sub(rf"^(?:{LEADS}{_names(short)})[\s_.:-]*", "", code, flags=re.IGNORECASE)
    by_bare, by_stem = _index(known)
    if same := by_bare.get(_bare(code)):
        return same
    if siblings := by_stem.get(_stem(code)):
        return _among(nearest(code, siblings) or siblings[0], siblings)
    start, at = code.casefold(), len(code)
    below = [other for other in known if other[at : at + 1] in _BELOW and other[:at].casefold() == start]
    if below:
        return _among(below[0], below)
    return nearest(code, known)


def siblings(code: str, codes: Iterable[str]) -> list[str]:
    """Return the codes that differ from one in their last number only.

    >>> siblings("305-99", ["305-1", "305-2", "306-1"])
    ['305-1', '305-2']
    """
    return _index(tuple(codes))[1].get(_stem(code), [])


def _names(short: str) -> str:
    """Return a pattern for the name of a framework: "IFRS S2 6", and "S2.6" by its last word."""
    if not short:
        return ""
    *_, last = words = short.split()
    by_last = rf"|{re.escape(last)}(?=\.)" if len(words) > 1 else ""
    return rf"|{re.escape(short)}{by_last}"


@lru_cache(maxsize=16)
def _index(known: tuple[str, ...]) -> tuple[dict[str, str], dict[str, list[str]]]:
    """Return the codes by their letters and digits alone, and those that differ in the last number only."""
    by_bare: dict[str, str] = {}
    by_stem: dict[str, list[str]] = {}
    for code in known:
        by_bare.setdefault(_bare(code), code)
        if stem := _stem(code):
            by_stem.setdefault(stem, []).append(code)
    return by_bare, by_stem


def _bare(code: str) -> str:
    return "".join(character for character in code.casefold() if character.isalnum())


def _stem(code: str) -> str:
    """Return what stands before the last number of a code; "" where that is too little to tell a group by."""
    match = _LAST_NUMBER.search(code)
    stem = code[: match.start()].casefold() if match else ""
    return stem if len(stem) >= _LEAST else ""


def _among(code: str, codes: list[str]) -> str:
    return (
        message("{code} ({first} to {last} exist)", code=code, first=codes[0], last=codes[-1])
        if len(codes) > 1
        else code
    )
