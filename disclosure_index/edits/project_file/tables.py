"""Tables of the project file that the program writes, such as what an update could not carry."""

import codecs
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from disclosure_index.edits.errors import EditError
from disclosure_index.edits.project_file.notes import NOT_TOML, as_written, checked
from disclosure_index.files.named_files import reason
from disclosure_index.messages import foreign, message
from disclosure_index.model import Location

_WHAT = message("cannot change the project file")


def change_tables(source: bytes, path: str, change: Callable[[Any], None]) -> bytes:
    """Return a project file with a change, all else in it as it was written.

    Args:
        source: the bytes of the file.
        path: of the file, which says under which tables its content stands.
        change: is called with the content twice, as plain tables and as tables that keep how they are written, and
            makes the same change in both.

    Raises:
        EditError: the file is no TOML, or would be read back differently.
    """
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    at = Location(path)
    mark = codecs.BOM_UTF8 if source.startswith(codecs.BOM_UTF8) else b""  # TOML knows none, editors write it
    try:
        text = source[len(mark) :].decode()
        wanted = tomllib.loads(text)
        document = tomlkit.parse(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, TOMLKitError) as error:
        said = reason(error) if isinstance(error, UnicodeDecodeError) else foreign(error, NOT_TOML)
        why = message("the project file is not valid TOML: {error}", error=said)
        raise EditError(_WHAT, at, why, message("Correct it first")) from None
    for content in (wanted, document):
        home: Any = content
        for name in ("tool", "disclosure-index") if Path(path).name == "pyproject.toml" else ():
            home = home[name]
        change(home)
    again = tomlkit.dumps(tomlkit.parse(text))
    return mark + checked(as_written(text, again, tomlkit.dumps(document)), wanted, at)
