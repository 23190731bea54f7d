"""Notes on disclosures in the project file: one value comes or goes, all else in the file stays as written."""

import codecs
import difflib
import tomllib
from pathlib import Path
from typing import Any

from disclosure_index.edits.edits import SetNote
from disclosure_index.edits.errors import EditError
from disclosure_index.files.named_files import reason
from disclosure_index.messages import foreign, message
from disclosure_index.model import Location

NOT_TOML = message("something in it is not TOML")
_WHAT = message("cannot save the note")


def set_note(source: bytes, edit: SetNote) -> bytes:
    """Return a project file that says something else of a disclosure.

    Raises:
        EditError: the file is no TOML, or would be read back differently.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    at = Location(edit.path)
    try:
        mark = codecs.BOM_UTF8 if source.startswith(codecs.BOM_UTF8) else b""  # TOML knows none, editors write it
        text = source[len(mark) :].decode()
        wanted = tomllib.loads(text)
        document = tomlkit.parse(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, TOMLKitError) as error:
        said = reason(error) if isinstance(error, UnicodeDecodeError) else foreign(error, NOT_TOML)
        why = message("the project file is not valid TOML: {error}", error=said)
        raise EditError(_WHAT, at, why, message("Correct it first")) from None
    within, home = wanted, document
    for name in ("tool", "disclosure-index") if Path(edit.path).name == "pyproject.toml" else ():
        within, home = within[name], home[name]
    table = within.get(edit.table, {})
    if not isinstance(table, dict):
        why = message("{table} is not a table", table=edit.table)
        raise EditError(_WHAT, at, why, message("Write [{table}]", table=edit.table))
    old = [key for key in table if key.casefold() == edit.disclosure.casefold()]
    if edit.value is None:
        for key in old:
            del home[edit.table][key], table[key]
        if old and not table:
            del home[edit.table], within[edit.table]
    elif not old or table[old[0]] != edit.value:
        if edit.table not in home:
            home[edit.table] = tomlkit.table()
            within[edit.table] = table
        key = old[0] if old else edit.disclosure
        home[edit.table][key] = table[key] = edit.value
    result = as_written(text, tomlkit.dumps(tomlkit.parse(text)), tomlkit.dumps(document))
    return mark + checked(result, wanted, at)


def as_written(text: str, again: str, edited: str) -> str:
    """Make the change from `again` to `edited` in `text`, line by line.

    `again` is `text` as tomlkit writes it, which is not to the byte: it drops a space after a date.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    old, new = (said.replace("\r\n", "\n").replace("\n", end).split("\n") for said in (again, edited))
    lines = text.split("\n")
    if len(lines) != len(old):
        return "\n".join(new)  # it says the same, which is checked
    made: list[str] = []
    for what, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        made += lines[a:b] if what == "equal" else new[c:d]
    return "\n".join(made)


def checked(result: str, wanted: dict[str, Any], at: Location) -> bytes:
    """Return the bytes of a text that is read back as it was meant."""
    try:
        if tomllib.loads(result) == wanted:
            return result.encode()
        why = message("the file would be read back differently")
    except (tomllib.TOMLDecodeError, UnicodeEncodeError) as error:
        why = message("the file cannot hold the note: {error}", error=foreign(error, NOT_TOML))
    raise EditError(_WHAT, at, why, message("Edit the file by hand"))
