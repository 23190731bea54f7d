"""Rows beside the hidden id of another row: sorted, pasted or filled down without the hidden column."""

from collections.abc import Mapping, Sequence

from disclosure_index.messages import message
from disclosure_index.model import parse_reference
from disclosure_index.workbook_merge.values import Kept, Refusal, SheetRow

_NAMING = ("code", "title")
"""The computed columns that identify the disclosure of a row."""


def own_rows(rows: Sequence[SheetRow], kept: Mapping[str, Kept]) -> tuple[list[SheetRow], list[Refusal]]:
    """Return the rows that show their own code and title; refuse those that show another disclosure's."""
    known: dict[tuple[str, str], list[str]] = {}
    for uid, exported in kept.items():
        for column in _NAMING:
            known.setdefault((column, exported.computed.get(column, "")), []).append(uid)
    own, refused = [], []
    for row in rows:
        expected = kept[row.uid].computed
        shown = [(column, row.computed[column]) for column in _NAMING if column in row.computed]
        others = [(c, known[c, said]) for c, said in shown if said != expected.get(c) and (c, said) in known]
        if others:
            refused.append(_refusal(row, *others[0]))
        else:
            own.append(row)
    return own, refused


def _refusal(row: SheetRow, column: str, others: Sequence[str]) -> Refusal:
    same_framework = [uid for uid in others if uid.partition(":")[0] == row.uid.partition(":")[0]]
    other, own = _code((same_framework or others)[0]), _code(row.uid)
    if column == "code":
        why = message(
            "The row shows the code of {other}, but its hidden identifier is that of {own}", other=other, own=own
        )
    else:
        why = message(
            "The row shows the title of {other}, but its hidden identifier is that of {own}", other=other, own=own
        )
    hint = message("Unhide column A, and sort or paste whole rows including it; nothing in this row is taken")
    return Refusal(row.sheet, row.number, row.uid, column, why, hint)


def _code(uid: str) -> str:
    reference = parse_reference(uid)
    return reference.code if reference else uid
