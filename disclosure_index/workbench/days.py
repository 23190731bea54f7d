"""Days as people type them, year first; which number is the month is never guessed."""

import re
import unicodedata
from datetime import date

from disclosure_index.messages import message
from disclosure_index.model import Message

AS_DAY = message("Write the date as 2026-01-31")

_DAY = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?")


def day_of(text: str) -> date | None:
    """Return the day of a text such as 2026-01-31, 2026/1/31 or 2026年1月31日; None for any other text."""
    found = _DAY.fullmatch("".join(unicodedata.normalize("NFKC", text).split()))
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def no_day(text: str) -> Message:
    """Return the message that a text is not a day."""
    return message('"{text}" is not a date', text=text)
