"""Find the page and the characters of a PDF that each passage was read from, by its text. Pure.

Letters and figures alone are compared: an import changes white space, hyphens at the end of a line and the kinds of
quotation marks. Passages come in the order of pages, though not always in that of the text on a page.
"""

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from disclosure_index.reading.pdf.radicals import without_radicals

AHEAD = 12
"""The number of pages that are searched for a passage: so many are pictures, or hold an index alone."""
TELLING = 12
"""The fewest letters and figures of a passage that can move on to another page: "Energy 2023" is on many."""
BEGINNING = 40
"""The letters of a passage that are searched for where the rest is on the next page, or in another order."""


class PageKey(NamedTuple):
    """The letters and figures of a page, and for each the number of its character."""

    key: str
    characters: Sequence[int]


class PassagePlace(NamedTuple):
    """The page of a passage, and its characters: the first, and one past the last; -1 if unknown."""

    page: int
    first: int = -1
    last: int = -1


@lru_cache(maxsize=8192)
def key_of(text: str) -> str:
    """Return the letters and figures of a text, for comparison."""
    plain = unicodedata.normalize("NFKC", without_radicals(text)).casefold()
    return "".join(filter(str.isalnum, plain))


def page_key(characters: Sequence[str]) -> PageKey:
    """Return the letters and figures of a page, from its characters."""
    letters: list[str] = []
    numbers: list[int] = []
    for number, character in enumerate(characters):
        for letter in key_of(character):
            letters.append(letter)
            numbers.append(number)
    return PageKey("".join(letters), numbers)


def places(passages: Sequence[str], pages: Sequence[PageKey]) -> list[PassagePlace]:
    """Return the place of each passage.

    Args:
        passages: the texts of the passages, in order; the cells of a row are separated by tabs.
        pages: all pages of the file.

    """
    found = list(_forward(passages, pages))
    for number in range(len(found) - 2, -1, -1):  # a short heading above the text of its page
        here, after = found[number], found[number + 1]
        if here.first < 0 and after.page > here.page:
            at = _at(key_of(passages[number]), pages[after.page], 0)
            found[number] = _found(after.page, pages[after.page], at) if at else here
    return found


def _forward(passages: Sequence[str], pages: Sequence[PageKey]) -> Iterator[PassagePlace]:
    page = after = 0
    for text in passages:
        whole = key_of(text)
        cells = [key for cell in text.split("\t") if (key := key_of(cell))]
        last = page + AHEAD if len(whole) >= TELLING else page
        for number in range(page, min(last, len(pages) - 1) + 1):
            start = after if number == page else 0
            at = _at(whole, pages[number], start) or _beginning(whole, pages[number], start)
            at = at or (_row(cells, pages[number], start) if len(cells) > 1 else None)
            if at:
                page, after = number, at[1]
                yield _found(number, pages[number], at)
                break
        else:
            yield PassagePlace(page)


def _at(key: str, page: PageKey, start: int) -> tuple[int, int] | None:
    """Return the range of a key on a page, after `start`, or else before."""
    if not key:
        return None
    at = page.key.find(key, start)
    at = at if at >= 0 else page.key.find(key)
    return (at, at + len(key)) if at >= 0 else None


def _beginning(key: str, page: PageKey, start: int) -> tuple[int, int] | None:
    """Return the range of the beginning of a passage: to the end of its text if the rest is overleaf."""
    if len(key) <= BEGINNING or (at := _at(key[:BEGINNING], page, start)) is None:
        return None
    length = BEGINNING
    while at[0] + length < len(page.key) and length < len(key) and page.key[at[0] + length] == key[length]:
        length += 1
    return at[0], at[0] + length


def _row(cells: Sequence[str], page: PageKey, start: int) -> tuple[int, int] | None:
    """Return the range of the longest cell of a row, if most of its cells are on the page."""
    there = [cell for cell in cells if cell in page.key]
    return _at(max(there, key=len), page, start) if 2 * len(there) > len(cells) else None


def _found(number: int, page: PageKey, at: tuple[int, int]) -> PassagePlace:
    return PassagePlace(number, page.characters[at[0]], page.characters[at[1] - 1] + 1)
