"""Consistency of the facts of a report: the length of its year, its board and its size."""

from datetime import date

from disclosure_index.messages import message
from disclosure_index.model import Message

LONGEST_YEAR = 18
"""Months of the longest financial year: as long as a company may draw out one in which it moves its year end."""


def months_between(start: date, end: date) -> int:
    """Return the number of months from `start` to `end`, counting a begun month as whole."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months + (end.day >= start.day)


LARGE_CAP, MAIN_BOARD = "large-cap", "main-board"


def contradiction(board: str | None, size: str | None) -> Message | None:
    """Return why board and size contradict each other; only Main Board issuers can be large caps."""
    if size == LARGE_CAP and board not in (None, "", MAIN_BOARD):
        return message(
            'size = "{size}" does not go with board = "{board}": the Hang Seng Composite LargeCap Index has only Main '
            'Board issuers; set size = "other", or board = "{main}"',
            size=size,
            board=board,
            main=MAIN_BOARD,
        )
    return None


def board_of(board: str | None, size: str | None) -> str:
    """Return the board of an issuer; a large cap is on the Main Board even where that is not stated."""
    return board or (MAIN_BOARD if size == LARGE_CAP else "")
