"""The ``[[pending]]`` entries of the project file: an update writes them, a person's decision removes them."""

from collections.abc import Mapping
from typing import Any

from disclosure_index.edits.edits import RemovePending
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.project_file.tables import change_tables
from disclosure_index.messages import message
from disclosure_index.model import Location, Pending

KEY = "pending"


def pending_entry(one: Pending) -> dict[str, Any]:
    """Return a pending statement as a table of the project file, without its empty fields."""
    facts = {key: value for key, value in one._asdict().items() if key not in ("location", "candidates")}
    candidates = [{**candidate._asdict(), "digests": list(candidate.digests)} for candidate in one.candidates]
    return _filled({**facts, "successors": list(one.successors), "candidates": candidates})


def remove_pending(source: bytes, edit: RemovePending) -> bytes:
    """Return a project file without a pending statement.

    Raises:
        EditError: the file is not TOML, or (`clash`) it no longer has such an entry.
    """
    wanted = pending_entry(edit.entry)

    def change(home: Any) -> None:
        entries = home.get(KEY, [])
        number = next((n for n, entry in enumerate(entries) if _filled(entry) == wanted), None)
        if number is None:
            why = message("{statement} is no longer pending", statement=edit.entry.statement)
            hint = message("Check what is pending now, and decide again")
            raise EditError(message("cannot edit"), Location(edit.path), why, hint, clash=True)
        del entries[number]
        if not entries:
            del home[KEY]

    return change_tables(source, edit.path, change)


def _filled(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return the non-empty fields of an entry as plain values; a person may have written the empty ones, too."""
    facts = {key: value for key, value in entry.items() if value}
    if "candidates" in facts:
        facts["candidates"] = [_filled(candidate) for candidate in facts["candidates"]]
    return facts
