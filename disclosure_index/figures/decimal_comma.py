"""Whether a document writes decimals with a comma, as German and Italian do, or with a point: by its own figures.

A report in English may keep the habit of its company's home, and one that is read as English may be in another
language: what its numbers show is certain. ``1.234,5`` and ``43,7 %`` show the comma, ``1,234.5`` and ``43.7 %`` the
point; ``1,234`` and ``1.234`` show neither, and are read as the others are.
"""

import re

from disclosure_index.model import Document

COMMA_LANGUAGES = ("cs", "da", "de", "es", "fi", "fr", "it", "nl", "no", "pl", "pt", "sv")
"""Languages that write decimals with a comma."""
ENOUGH = 200
"""Numbers that show the habit of a document; further ones are not looked for."""
LEAST = 3
"""Numbers that can only be of the other habit, and how many times more often it has to show, where a document has it in
spite of its language."""
_EDGE, _END = r"(?<![\d.,])", r"(?![\d.,])"
_COMMA = re.compile(
    rf"{_EDGE}(?:\d{{1,3}}(?:\.\d{{3}})+,\d{{1,2}}|\d{{1,3}}(?:\.\d{{3}}){{2,}}|\d+,\d{{1,2}}(?=\s?%|\t)){_END}"
)
_POINT = re.compile(
    rf"{_EDGE}(?:\d{{1,3}}(?:,\d{{3}})+\.\d{{1,2}}|\d{{1,3}}(?:,\d{{3}}){{2,}}|\d+\.\d{{1,2}}(?=\s?%|\t)){_END}"
)
_POINT_BEFORE_THREE = re.compile(rf"{_EDGE}[1-9]\d{{0,2}}\.\d{{3}}{_END}")
_COMMA_BEFORE_THREE = re.compile(rf"{_EDGE}[1-9]\d{{0,2}},\d{{3}}{_END}")
"""Thousands of one habit, or three decimals of the other, which are rare."""


def has_decimal_comma(document: Document) -> bool:
    """Return whether a document writes 43,7 for 43.7, and may write 1.234 for 1,234."""
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
