"""Tables of the project file that the program writes, such as the statements that an update could not carry."""

import codecs
import difflib
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from disclosure_index.edits.errors import EditError
from disclosure_index.files.named_files import reason
from disclosure_index.messages import foreign, message
from disclosure_index.model import Location, Message

CANNOT_SAVE = message("cannot save the note")
_CANNOT_CHANGE = message("cannot change the project file")
_NOT_TOML = message("something in it is not TOML")


def change_tables(source: bytes, path: str, change: Callable[[Any], None], what: Message = _CANNOT_CHANGE) -> bytes:
    """Return a project file with a change; everything else in it stays as written.

    Args:
        source: the bytes of the file.
        path: of the file; its name decides the tables that enclose the content.
        change: called with the content twice, as plain tables and as tables that keep their formatting; makes the same
            change in both.
        what: the failed action, for the error.

    Raises:
        EditError: the file is not TOML, or the result would read differently.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    at = Location(path)
    mark = codecs.BOM_UTF8 if source.startswith(codecs.BOM_UTF8) else b""  # not allowed in TOML, but editors write it
    try:
        text = source[len(mark) :].decode()
        wanted = tomllib.loads(text)
        document = tomlkit.parse(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, TOMLKitError) as error:
        problem = reason(error) if isinstance(error, UnicodeDecodeError) else foreign(error, _NOT_TOML)
        why = message("the project file is not valid TOML: {error}", error=problem)
        raise EditError(what, at, why, message("Correct it first")) from None
    for content in (wanted, document):
        home: Any = content
        for name in ("tool", "disclosure-index") if Path(path).name == "pyproject.toml" else ():
            home = home[name]
        change(home)
    again = tomlkit.dumps(tomlkit.parse(text))
    return mark + _checked(_as_written(text, again, tomlkit.dumps(document)), wanted, at)


def _as_written(text: str, again: str, edited: str) -> str:
    """Apply the change from `again` to `edited` to `text`, line by line.

    `again` is `text` as tomlkit writes it, which is not byte-exact: it drops a space after a date.
    """
    end = "\r\n" if "\r\n" in text else "\n"
    old, new = (said.replace("\r\n", "\n").replace("\n", end).split("\n") for said in (again, edited))
    lines = text.split("\n")
    if len(lines) != len(old):
        return "\n".join(new)  # equivalent, which is checked
    made: list[str] = []
    for what, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        made += lines[a:b] if what == "equal" else new[c:d]
    return "\n".join(made)


def _checked(result: str, wanted: dict[str, Any], at: Location) -> bytes:
    """Return the bytes of a text, provided it reads as intended."""
    try:
        if tomllib.loads(result) == wanted:
            return result.encode()
        why = message("the file would be read back differently")
    except (tomllib.TOMLDecodeError, UnicodeEncodeError) as error:
        why = message("the file cannot hold the note: {error}", error=foreign(error, _NOT_TOML))
    raise EditError(CANNOT_SAVE, at, why, message("Edit the file by hand"))
