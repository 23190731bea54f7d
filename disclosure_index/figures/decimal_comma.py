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
LEAST_TIMES = 3
"""How many times more often than the other habit one has to show, to be that of a document in spite of its language."""
_COMMA = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:\.\d{3})+,\d{1,2}|\d{1,3}(?:\.\d{3}){2,}|\d+,\d{1,2}(?=\s?%)|(?<=\t)\d+,\d{1,2}(?=\t|$))(?![\d.,])",
    re.MULTILINE,
)
_POINT = re.compile(
    r"(?<![\d.,])(?:\d{1,3}(?:,\d{3})+\.\d{1,2}|\d{1,3}(?:,\d{3}){2,}|\d+\.\d{1,2}(?=\s?%)|(?<=\t)\d+\.\d{1,2}(?=\t|$))(?![\d.,])",
    re.MULTILINE,
)


def has_decimal_comma(document: Document) -> bool:
    """Return whether a document writes 43,7 for 43.7, and may write 1.234 for 1,234."""
    comma = point = 0
    for passage in document.passages:
        if "," in passage.text or "." in passage.text:
            comma += len(_COMMA.findall(passage.text))
            point += len(_POINT.findall(passage.text))
            if comma + point >= ENOUGH:
                break
    if document.language[:2] in COMMA_LANGUAGES:
        return comma * LEAST_TIMES >= point
    return comma >= LEAST_TIMES and comma >= LEAST_TIMES * point
