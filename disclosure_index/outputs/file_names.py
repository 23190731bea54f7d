"""How machine formats name a file: relative to the root of the repository, with forward slashes."""

import os.path
from pathlib import Path
from urllib.parse import quote


def repository_root() -> Path:
    """Return the root of the repository that the run started in; outside of any, the folder that it started in.

    Build servers know a file by its path from there, also where the run started in a subfolder.
    """
    try:
        start = Path.cwd()
    except OSError:  # it has been removed meanwhile: every path is printed as it is
        return Path()
    return next((folder for folder in (start, *start.parents) if os.path.lexists(folder / ".git")), start)


def relative(path: str, root: Path) -> str:
    """Return the path from `root` where it is inside, else as it is."""
    try:
        return Path(os.path.realpath(path)).relative_to(root).as_posix()
    except (ValueError, OSError):
        return Path(path).as_posix()


def uri(path: str, root: Path) -> str:
    """Return the path as a URI reference: percent-encoded, relative where `relative` is."""
    name = relative(path, root)
    return Path(name).as_uri() if Path(name).is_absolute() else quote(name)
