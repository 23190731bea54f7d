"""Files beside the definitions, one per part, read on first use: terms, Chinese texts."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import rtoml

from disclosure_index.files.named_files import read_text
from disclosure_index.model import Disclosure

Rows = Mapping[tuple[str, str], Mapping[str, Any]]
NO_ROW: Mapping[str, Any] = {}


def row_of(folders: Mapping[str, Path], disclosure: Disclosure, kind: str, table: str) -> Mapping[str, Any]:
    """Return the row of a disclosure as written in the file, empty where the file cannot be read.

    Args:
        folders: the folder of each framework.
        disclosure: that is asked for.
        kind: of the file, which is the name of its folder.
        table: the key under which the file has its rows.

    """
    name = f"{disclosure.part.lower().replace(' ', '-')}.toml"
    folder = folders.get(disclosure.framework)
    if folder is None or Path(name).name != name:
        return NO_ROW  # a part is text of a definition file: it names no file of another folder
    rows = _read(folder / kind / name, table)
    code = disclosure.code.casefold()
    return rows.get((code, disclosure.edition)) or rows.get((code, "")) or NO_ROW


def files(folders: Mapping[str, Path], framework: str, kind: str) -> list[Path]:
    """List the files of a framework."""
    return sorted((folders[framework] / kind).glob("*.toml")) if framework in folders else []


@cache
def _read(path: Path, table: str) -> Rows:
    """Read a file without its schema, which would take longer than all else: what is of another form is passed over."""
    try:
        rows = rtoml.loads(read_text(path)).get(table)
    except (OSError, UnicodeDecodeError, rtoml.TomlParsingError):
        return {}
    found = [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []
    return {(str(row.get("code")).casefold(), str(row.get("edition", ""))): row for row in found}
