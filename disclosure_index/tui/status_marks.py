"""The sign and style of each status, so that it is recognised without colour, too; and bars of coverage."""

from typing import NamedTuple

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.model import Severity, Status


class Mark(NamedTuple):
    """A sign one cell wide in every font and locale, and the name of a style."""

    sign: str
    style: str


STATUS = {
    Status.DISCLOSED: Mark("✓", "good"),
    Status.PARTIAL: Mark("~", "warn"),
    Status.OMITTED: Mark("⊘", "good"),
    Status.MISSING: Mark("✗", "bad"),
    Status.NOT_REQUIRED: Mark("-", "dim"),
    Status.UNDETERMINED: Mark("?", "warn"),
}

SEVERITY = {
    Severity.ERROR: Mark("✗", "bad"),
    Severity.WARNING: Mark("!", "warn"),
    Severity.NOTE: Mark("i", "dim"),
}

UNKNOWN = "?"
"""The mark of a tag that names nothing applicable."""

FULL, EMPTY = "▰", "▱"


def mark_of(row: Coverage) -> Mark:
    """Return the mark of a disclosure; one whose gap is reported at the heading above is marked, but not stressed."""
    mark = STATUS[row.status]
    return Mark(mark.sign, "dim") if row.reported_with else mark


def bar(done: int, asked: int, width: int = 8) -> str:
    """Return a bar of progress: full only when everything is done, empty only when nothing is."""
    if not asked:
        return EMPTY * width
    filled = round(done / asked * width)
    filled = min(filled, width - 1) if done < asked else width
    return FULL * max(filled, 1 if done else 0) + EMPTY * (width - max(filled, 1 if done else 0))
