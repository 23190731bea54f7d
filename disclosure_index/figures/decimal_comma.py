"""Detection of the decimal comma, as in German and Italian, by the figures of a document.

A report in English may keep the habit of its company's country, and the language of a report may be detected as
English by mistake: the numbers themselves decide. ``1.234,5`` and ``43,7 %`` show the comma, ``1,234.5`` and ``43.7 %``
the point; ``1,234`` and ``1.234`` are ambiguous, and are read like the others.
"""

import re

from disclosure_index.model import Document

COMMA_LANGUAGES = ("cs", "da", "de", "es", "fi", "fr", "it", "nl", "no", "pl", "pt", "sv")
"""Languages with a decimal comma."""
ENOUGH = 200
"""The most numbers that are counted for the habit of a document."""
LEAST = 3
"""The least numbers of the other habit, and their least ratio to the others, that override the habit of a document's
language."""
_EDGE, _END = r"(?<![\d.,])", r"(?![\d.,])"
_COMMA = re.compile(
    rf"{_EDGE}(?:\d{{1,3}}(?:\.\d{{3}})+,\d{{1,2}}|\d{{1,3}}(?:\.\d{{3}}){{2,}}|\d+,\d{{1,2}}(?=\s?%|\t)){_END}"
)
_POINT = re.compile(
    rf"{_EDGE}(?:\d{{1,3}}(?:,\d{{3}})+\.\d{{1,2}}|\d{{1,3}}(?:,\d{{3}}){{2,}}|\d+\.\d{{1,2}}(?=\s?%|\t)){_END}"
)
_POINT_BEFORE_THREE = re.compile(rf"{_EDGE}[1-9]\d{{0,2}}\.\d{{3}}{_END}")
_COMMA_BEFORE_THREE = re.compile(rf"{_EDGE}[1-9]\d{{0,2}},\d{{3}}{_END}")
"""Thousands in one habit, or three decimals in the other, which are rare."""


def has_decimal_comma(document: Document) -> bool:
    """Whether a document writes 43,7 for 43.7, and may write 1.234 for 1,234."""
    comma = point = points = commas = 0
    for passage in document.passages:
        if "," in passage.text or "." in passage.text:
            text = f"{passage.text}\t" if passage.kind == "table-row" else passage.text
            comma += len(_COMMA.findall(text))
            point += len(_POINT.findall(text))
            points += len(_POINT_BEFORE_THREE.findall(text))
            commas += len(_COMMA_BEFORE_THREE.findall(text))
            if comma + point >= ENOUGH:
                break
    if document.language[:2] in COMMA_LANGUAGES:
        return (comma + points) * LEAST >= point + commas
    return comma >= LEAST and comma + points >= LEAST * (point + commas)
