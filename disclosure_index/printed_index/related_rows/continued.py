"""Rows that continue the title of the row above."""

import re

from disclosure_index.printed_index.claims import FrameworkHints, IndexEntry
from disclosure_index.printed_index.framework_titles import title_score
from disclosure_index.printed_index.row_texts import Texts
from disclosure_index.reading.languages.index_words import words

_BETTER = 3  # of 100: the gain in similarity to the framework's title when the next line is added
_OPEN = re.compile(rf"(?:\b{words('open-end')}|[,\-–/&])$", re.IGNORECASE)
"""The end of an unfinished line of a title."""


def goes_on(line: str, texts: Texts, claim: IndexEntry, above: Texts, hints: FrameworkHints, *, in_codes: bool) -> bool:
    """Whether words without a code are the next line of a title, and the other cells belong to its row.

    Args:
        line: the words.
        texts: of their row.
        claim: of the row above, whose title it is.
        above: the texts of that row.
        hints: of the claim's framework.
        in_codes: the words stand in the column of codes.

    """
    if not line or re.search(r"\d", line) or not re.search(r"\w", texts.place):
        return False
    whole = title_score(f"{claim.title} {line}", claim.code, hints)
    if whole > title_score(claim.title, claim.code, hints) + _BETTER:
        return True
    place = texts.section or texts.page
    return line[0].islower() and (
        in_codes or not above.place or place[0].islower() or _OPEN.search(claim.title) is not None
    )
