"""Rows that omit some requirements of a disclosure and answer the rest."""

import re
from collections.abc import Sequence
from dataclasses import replace

from disclosure_index.printed_index.claims import IndexEntry
from disclosure_index.printed_index.omissions import mentioned
from disclosure_index.printed_index.row_texts import Texts
from disclosure_index.reading.languages.index_words import words

_JOINT = words("page-and", "page-to")
_LETTERS = re.compile(
    rf"(?<![a-z])(?P<first>[a-k])(?![a-z])(?:\)?\s*(?:[-–~]|{words('page-to')})\s*\(?(?P<last>[a-k])(?![a-z]))?"
)
_PART = r"(?:(?:[A-Z]{3,5}\s*)?\d{1,3}-\d{1,2}[\s\-–]{0,3})?\(?[a-k](?:[-.]?[ivx]+)?\)?(?![a-z])"
_PARTS_BEFORE = re.compile(
    rf"\W*(?P<parts>(?:{words('part')}s?(?:\(s\))?(?: omitted)?[\s:：]*)?"
    rf"{_PART}(?:\s*(?:[,;/&、–-]|{_JOINT})\s*{_PART})*)"
    rf"(?:\s*{words('part-omitted')})?\s*(?:[:：.–—|]|\s-|-\s|\n)\s*",
    re.IGNORECASE,
)
"""The requirements before a reason for omission: "305-1-d: ", "b and c – "."""
_PARTS_BEHIND = re.compile(
    rf"(?:[(（]\s*|\s[-–—:：]\s*)(?P<parts>{_PART}(?:\s*(?:[,;/&、–-]|{_JOINT})\s*{_PART})*)\s*[)）]?\s*$",
    re.IGNORECASE,
)
"""The requirements after it: "Confidentiality constraints (a, b)"."""


def with_omitted_parts(claims: Sequence[IndexEntry], texts: Texts) -> list[IndexEntry]:
    """Return the claims of a row, with those of its omitted requirements if the rest has a location."""
    letters = letters_in(texts.parts or parts_omitted(texts.reason))
    whole: list[IndexEntry] = []
    omitted: list[IndexEntry] = []
    for claim in claims:
        placed = claim.pages or claim.sections or re.search(r"\w", claim.location_text)
        if not (letters and claim.omission_reason and placed):
            whole.append(claim)
            continue
        whole.append(replace(claim, omission_reason="", explanation=""))
        omitted.append(
            replace(claim, datapoints=letters, location_text="", pages=(), sections=(), documents=(), anchors=())
        )
    return [*whole, *omitted]


def letters_in(text: str) -> tuple[str, ...]:
    """Return the requirements of a disclosure that a cell lists.

    >>> letters_in("a, b"), letters_in("2-7-b"), letters_in("b to d")
    (('a', 'b'), ('b',), ('b', 'c', 'd'))
    """
    letters: list[str] = []
    for match in _LETTERS.finditer(text.lower()):
        first, last = match["first"], match["last"] or match["first"]
        letters += map(chr, range(ord(first), ord(last) + 1))
    return tuple(dict.fromkeys(letters))


def parts_omitted(reason: str) -> str:
    """Return the requirements of a reason for omission, as they are printed beside it; "" for all.

    >>> parts_omitted("305-1-d: information unavailable"), parts_omitted("Requirements b and c – confidential")
    ('305-1-d', 'Requirements b and c')
    >>> parts_omitted("Confidentiality constraints (a, b)")
    'a, b'
    >>> parts_omitted("Not applicable: we have no ships")
    ''
    """
    if match := _PARTS_BEFORE.match(reason):
        return match["parts"] if mentioned(reason[match.end() :]) else ""
    behind = _PARTS_BEHIND.search(reason)
    return behind["parts"].rstrip(")") if behind and mentioned(reason[: behind.start()]) else ""
