"""How machine formats name a file: relative to the folder they are made in, with forward slashes."""

import os.path
from pathlib import Path
from urllib.parse import quote


def relative(path: str) -> str:
    """Return the path from the current folder where it is inside, as build servers know files; else as it is."""
    try:
        return Path(os.path.realpath(path)).relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return Path(path).as_posix()


def uri(path: str) -> str:
    """Return the path as a URI reference: percent-encoded, relative where `relative` is."""
    name = relative(path)
    return Path(name).as_uri() if Path(name).is_absolute() else quote(name)
