"""Tables with the disclosures of a group in order, without their letters: three sentences below Strategy.

If a group has as many rows as the framework has letters for it, each row gets its letter.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from disclosure_index.printed_index.claims import FrameworkHints, stem
from disclosure_index.printed_index.codes import codes_in
from disclosure_index.printed_index.column_heads import named
from disclosure_index.printed_index.table_rows import TableRow

_LONGEST_NAME = 60
_FOOTNOTE = re.compile(r"\W*(?:註|注|备注|備註|notes?\b|\d{1,2}\s?[.)：:]|[¹²³])|[*†]", re.IGNORECASE)
_GROUPS = 2  # groups that must have the right number of rows


@dataclass(slots=True)
class _Group:
    code: str
    rows: list[tuple[TableRow, int]] = field(default_factory=list)  # with the cell that gets the letter


def lettered(rows: Sequence[TableRow], captions: Sequence[str], frameworks: Mapping[str, FrameworkHints]) -> None:
    """Put letters before the texts of such a table, in place; other tables are unchanged."""
    for framework in dict.fromkeys(f for text in captions for f in named(text, frameworks)):
        hints = frameworks[framework]
        groups = _groups(rows, hints)
        if any(codes_in(cell, hints) for row in rows for cell in row.cells):
            continue
        fitting = [
            (group, letters) for group in groups if len(letters := _letters(group.code, hints)) == len(group.rows)
        ]
        if len(fitting) < _GROUPS:
            continue
        for group, letters in fitting:
            for (row, c), letter in zip(group.rows, letters, strict=True):
                row.cells[c] = f"({letter}) {row.cells[c]}"


def _groups(rows: Sequence[TableRow], hints: FrameworkHints) -> list[_Group]:
    groups: list[_Group] = []
    _close(rows, hints)
    for row in rows:
        filled = row.filled
        code = _group(row.cells[filled[0]], hints) if filled else ""
        if code and not (groups and groups[-1].code == code and len(filled) > 1):
            groups.append(_Group(code))
        if len(filled) == 1 and _FOOTNOTE.match(row.cells[filled[0]]):
            continue
        cells = filled[1:] if code else filled
        if cells and groups and (len(cells) > 1 or not code):
            groups[-1].rows.append((row, cells[0]))
    return groups


def _close(rows: Sequence[TableRow], hints: FrameworkHints) -> None:
    """Join the name of a group that is broken over two rows in the first of them: "Metrics and", "targets"."""
    for row, below in pairwise(rows):
        first, second = row.cell(0), below.cell(0)
        whole = f"{first} {second}"
        is_name = first and second and len(whole) < _LONGEST_NAME and _group(whole, hints)
        if is_name and not _group(first, hints) and not _group(second, hints):
            row.cells[0], below.cells[0] = whole, ""


def _group(text: str, hints: FrameworkHints) -> str:
    """Return the group that is the only text of a cell, "" for other cells."""
    name = text if len(text) < _LONGEST_NAME else hints.group_at(text)
    found = codes_in(f"{name} (a)", hints) if name else []
    return stem(found[0].code) if len(found) == 1 and found[0].start == 0 else ""


def _letters(group: str, hints: FrameworkHints) -> list[str]:
    last = (code.removeprefix(f"{group}-") for code in hints.by_code if code.startswith(f"{group}-"))
    return [letter for letter in last if len(letter) == 1 and letter.isalpha()]
