"""Columns with the status of each disclosure, "Included" or the reason why not, and columns with answers."""

import re
from collections.abc import Sequence

from disclosure_index.printed_index.omissions import stated
from disclosure_index.printed_index.vocabulary import STATUS_HEAD
from disclosure_index.reading.languages.index_words import words

TICK = re.compile(rf"[✓✔√☑☒●◐◑◒◓◔◕○◯•■□▲△x×✕✖✗–-]+|{words('tick')}", re.IGNORECASE)
"""A mark that gives only the status."""
_WORDS = 4  # "included", "partly included", "not included", a tick: a column with more words holds other texts
_LONGEST = 30  # characters: longer cells are answers
_WORDED = re.compile(r"[^\W\d_]{3}.*?\s[^\W\d_]{3}|[\u3400-\u9fff]{4}", re.DOTALL)
_MOST = 0.5  # of the cells of a column of answers that have several words
_OWN = 0.7  # of them that differ: words of obligation and of status repeat
_FIGURE = re.compile(r"\d")


def is_status_head(head: str) -> bool:
    """Whether a head is that of a status column."""
    return STATUS_HEAD.search(head) is not None


def are_status(cells: Sequence[str]) -> bool:
    """Whether cells hold at least one reason for omission, and a few short words that repeat."""
    texts = [" ".join(cell.casefold().split()) for cell in cells]
    words = [text for text in texts if not stated(text)]
    few = {*words}
    repeated = len(few) == 1 or len(words) > len(few)
    short = all(len(word) <= _LONGEST and not _FIGURE.search(word) for word in few)
    return len(words) < len(texts) and len(few) <= _WORDS and repeated and short


def are_answers(cells: Sequence[str]) -> bool:
    """Whether most cells have several words that differ from cell to cell."""
    worded = sum(_WORDED.search(cell) is not None for cell in cells)
    return worded >= max(1, _MOST * len(cells)) and len({*cells}) >= _OWN * len(cells)
