"""Fixtures for the tests of edits: an element is named by the beginning of its start tag in the source."""

from collections.abc import Callable

import pytest

from disclosure_index.edits import Place, find_place
from disclosure_index.model import Location

PATH = "report.xhtml"
Find = Callable[..., Place]


def location(text: str, sign: str, number: int = 0, bom: bool = False) -> Location:
    """Return the location of the `number`-th `sign` in a text, counted as expat counts."""
    at = -1
    for _ in range(number + 1):
        at = text.index(sign, at + 1)
    before = text[:at].replace("\r\n", "\n").replace("\r", "\n")
    line = before.count("\n") + 1
    return Location(PATH, line, len(before) - before.rfind("\n") + (1 if bom and line == 1 else 0))


@pytest.fixture(scope="session")
def at() -> Find:
    """Return the place of the element whose start tag begins with `sign`."""

    def find(text: str, sign: str, number: int = 0, encoding: str = "utf-8") -> Place:
        bom = encoding in ("utf-8-sig", "utf-16")
        return find_place(text.encode(encoding), location(text, sign, number, bom))

    return find
