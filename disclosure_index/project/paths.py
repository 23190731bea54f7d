"""Where the project file of a report is, and where the files that it names may be."""

import os.path
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from disclosure_index.errors import CannotLookError, ConfigError
from disclosure_index.files import MAX_TEXT, exists, is_folder, is_inside, read_file
from disclosure_index.model import Location

FILE_NAME = "disclosure-index.toml"

ALLOW = "--allow-outside (allow_outside=True in Python)"
"""How a person who trusts a project allows it files outside its folder."""


def find_project(path: Path, *, allow_outside: bool = False) -> Path:
    """Find the project file for a folder, or for a document in it.

    Args:
        path: a folder, a document in it, or the project file itself, which may be a link to anywhere.
        allow_outside: whether the one that is found in a folder may be a link that leads out of it.

    Raises:
        CannotLookError: there is none.
        ConfigError: it is a link out of its folder, or cannot be read.
    """
    folder = path if is_folder(path) else path.parent
    if path.suffix == ".toml" and os.path.lexists(path) and not is_folder(path):
        return path
    if os.path.lexists(file := folder / FILE_NAME):
        return _in_folder(file, allow_outside)
    pyproject = folder / "pyproject.toml"
    if exists(pyproject) and not is_folder(pyproject) and _has_table(_in_folder(pyproject, allow_outside)):
        return pyproject
    if not exists(path):
        raise CannotLookError(f"{path}: error: no such file or folder")
    raise CannotLookError(f'{folder}: error: no {FILE_NAME} here; "disclosure-index init {folder}" writes one')


def _in_folder(file: Path, allow_outside: bool) -> Path:
    if not (allow_outside or is_inside(file, file.parent)):
        where = os.path.realpath(file)
        raise ConfigError(f"{file}: error: is a link to {where}, outside its folder; name that file, or give {ALLOW}")
    return file


def _has_table(pyproject: Path) -> bool:
    try:
        return b"[tool.disclosure-index" in read_file(pyproject, MAX_TEXT)
    except OSError as error:
        raise ConfigError(f"{pyproject}: error: cannot be read: {error.strerror or error}") from error


def wrong_paths(
    named: Sequence[str], paths: Sequence[Path], within: Path | None, at: Callable[[int], Location]
) -> Iterator[str]:
    """Yield what is wrong with the paths of documents: impossible, outside the folder, or the file of another one.

    Args:
        named: the paths as the project file has them.
        paths: the same from the folder of the project file.
        within: the folder that they have to be in when all links are resolved; None for anywhere.
        at: gives the place of a path in the project file.
    """
    files: dict[object, int] = {}
    for n, path in enumerate(paths):
        document = f'{at(n)}: error: the document "{named[n]}"'
        try:
            real = os.path.realpath(path)
            outside = within is not None and not is_inside(path, within)
            first = files.setdefault(_identity(real), n)
        except ValueError:
            yield f"{document}: no file can have this path: it contains a NUL, or half of a character"
            continue
        if outside:
            leads = "is" if real == os.path.normpath(path.absolute()) else f"leads to {real}, which is"
            yield f"{document} {leads} outside the folder of the project file; move it there, or give {ALLOW}"
        elif first != n:
            same = "is named" if named[first] == named[n] else f'is the same file as "{named[first]}"'
            yield f"{document} {same} in line {at(first).line} already; keep one"


def _identity(real: str) -> object:
    """Return what two paths of one file have in common, also where the file system ignores case."""
    try:
        found = Path(real).stat()
    except OSError:
        return real
    return (found.st_dev, found.st_ino) if found.st_ino else real
