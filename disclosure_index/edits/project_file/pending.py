"""The ``[[pending]]`` entries of the project file, which an update writes and a person's decision removes."""

from collections.abc import Mapping
from typing import Any

from disclosure_index.edits.edits import RemovePending
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.project_file.tables import change_tables
from disclosure_index.messages import message
from disclosure_index.model import Location, Pending

KEY = "pending"


def pending_entry(one: Pending) -> dict[str, Any]:
    """Return a pending statement as a table of the project file, without what says nothing."""
    facts = {key: value for key, value in one._asdict().items() if key not in ("location", "candidates")}
    candidates = [{**candidate._asdict(), "digests": list(candidate.digests)} for candidate in one.candidates]
    return _said({**facts, "successors": list(one.successors), "candidates": candidates})


def remove_pending(source: bytes, edit: RemovePending) -> bytes:
    """Return a project file without a pending statement.

    Raises:
        EditError: the file is no TOML, or (`clash`) it has no such entry any more.
    """
    wanted = pending_entry(edit.entry)

    def change(home: Any) -> None:
        entries = home.get(KEY, [])
        number = next((n for n, entry in enumerate(entries) if _said(entry) == wanted), None)
        if number is None:
            why = message("{statement} is no longer pending", statement=edit.entry.statement)
            hint = message("Check what is pending now, and decide again")
            raise EditError(message("cannot edit"), Location(edit.path), why, hint, clash=True)
        del entries[number]
        if not entries:
            del home[KEY]

    return change_tables(source, edit.path, change)


def _said(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts of an entry that say something, as plain values; a person may have written the others, too."""
    facts = {key: value for key, value in entry.items() if value}
    if "candidates" in facts:
        facts["candidates"] = [_said(candidate) for candidate in facts["candidates"]]
    return facts
