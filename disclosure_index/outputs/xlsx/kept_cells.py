"""The hidden sheet with digests of what was exported in the sheets that are not merged back.

One row per row of theirs: the sheet, the row's number, a digest of each cell. One more per sheet with comments. A merge
finds by them what was typed where it cannot be merged.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from disclosure_index.outputs.xlsx import meta
from disclosure_index.outputs.xlsx.styles import Styles

SHEET = "_cells"
COMMENTS = "comments"
"""Stands in place of the row's number before the digests of a sheet's comments."""

_LONGEST = 3000
"""Digests in one cell: eight signs and a blank each, of the 32,767 that a cell may hold."""


def digest(text: str) -> str:
    """Return the digest of a cell's text: short, since a collision only leaves out a note."""
    return meta.digest(text)[:8]


class Recorded(NamedTuple):
    """What was appended to one sheet: digests of its rows and of its comments."""

    title: str
    rows: list[list[str]]
    comments: list[str]


def record(sheet: Any, *, rows: bool = True) -> Recorded:
    """Record digests of everything appended to a sheet from now on; `rows` are those not merged back."""
    kept = Recorded(sheet.title, [], [])
    append = sheet.append

    def recording(row: Sequence[Any]) -> None:
        if rows:
            kept.rows.append([digest("" if cell.value is None else str(cell.value)) for cell in row])
        kept.comments.extend(digest(cell.comment.text) for cell in row if cell.comment)
        append(row)

    sheet.append = recording
    return kept


def write(sheet: Any, recorded: Sequence[Recorded], styles: Styles) -> None:
    """Write the recorded digests."""
    for kept in recorded:
        for line in _lines(kept):
            sheet.append([styles.cell(sheet, "kept", text) for text in line])


def _lines(kept: Recorded) -> Iterator[tuple[str, str, str]]:
    for number, digests in enumerate(kept.rows, 1):
        yield kept.title, str(number), " ".join(digests)
    for at in range(0, len(kept.comments), _LONGEST):
        yield kept.title, COMMENTS, " ".join(kept.comments[at : at + _LONGEST])
