"""Set or remove a note on a disclosure in the project file; everything else in it stays as written."""

from datetime import date
from typing import Any

from disclosure_index.edits.edits import SetNote
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.project_file.tables import CANNOT_SAVE, change_tables
from disclosure_index.messages import message
from disclosure_index.model import Location


def set_note(source: bytes, edit: SetNote) -> bytes:
    """Return a project file with a new note on a disclosure, or without one.

    Raises:
        EditError: the file is not TOML, or the result would read differently.
    """

    def change(content: Any) -> None:
        table = content.get(edit.table, {})
        if not isinstance(table, dict):
            why = message("{table} is not a table", table=edit.table)
            raise EditError(CANNOT_SAVE, Location(edit.path), why, message("Write [{table}]", table=edit.table))
        old = [key for key in table if key.casefold() == edit.disclosure.casefold()]
        if edit.value is None:
            for key in old:
                del content[edit.table][key]
            if old and not content[edit.table]:
                del content[edit.table]
            return
        value = date.fromisoformat(edit.value) if edit.table == "due" else edit.value
        if not old or table[old[0]] != value:
            if edit.table not in content:
                content[edit.table] = {}
            content[edit.table][old[0] if old else edit.disclosure] = value

    return change_tables(source, edit.path, change, CANNOT_SAVE)
