"""Paths: the project file of a report, and the files that it may name."""

import os.path
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from disclosure_index.errors import ConfigError, CouldNotCheckError, error_lines
from disclosure_index.files.named_files import MAX_TEXT, exists, is_folder, is_inside, read_file, reason
from disclosure_index.messages import message
from disclosure_index.model import NO_MESSAGE, Location, Message
from disclosure_index.reading.registry import SOURCES, published_at

FILE_NAME = "disclosure-index.toml"

ALLOW = message("--allow-outside (allow_outside=True in Python)")
"""How a person who trusts a project allows it files outside its folder."""


def find_project(path: Path, *, allow_outside: bool = False) -> Path:
    """Find the project file for a folder, or for a document in it.

    Args:
        path: a folder, a document in it, or the project file itself, which may be a link to anywhere.
        allow_outside: whether the one that is found in a folder may be a link that leads out of it.

    Raises:
        CouldNotCheckError: there is none.
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
        raise CouldNotCheckError(message("no such file or folder"), path)
    hint = import_hint(path)
    if hint and path.suffix.lower() not in SOURCES:
        raise CouldNotCheckError(message("there is no {name} here", name=FILE_NAME), folder, hint)
    problem = message(
        'there is no {name} here; to create one, run "disclosure-index init {folder}"', name=FILE_NAME, folder=folder
    )
    raise CouldNotCheckError(problem, folder, hint)


def import_hint(path: Path) -> Message:
    """Return the hint to import the published report at a path, empty where there is none."""
    file = published_at(path)
    if file is None:
        return NO_MESSAGE
    return message('To read {file}, run "disclosure-index import {file} -o {folder}"', file=file, folder=file.stem)


def _in_folder(file: Path, allow_outside: bool) -> Path:
    if not (allow_outside or is_inside(file, file.parent)):
        where = os.path.realpath(file)
        problem = message(
            "is a link to {where}, outside its folder; name that file, or give {allow}", where=where, allow=ALLOW
        )
        raise ConfigError(problem, file)
    return file


def _has_table(pyproject: Path) -> bool:
    try:
        return b"[tool.disclosure-index" in read_file(pyproject, MAX_TEXT)
    except OSError as error:
        raise ConfigError(message("cannot be read: {why}", why=reason(error)), pyproject) from error


def wrong_paths(
    named: Sequence[str], paths: Sequence[Path], within: Path | None, at: Callable[[int], Location]
) -> Iterator[Message]:
    """Yield what is wrong with the paths of documents: impossible, outside the folder, or the file of another one.

    Args:
        named: the paths as the project file has them.
        paths: the same from the folder of the project file.
        within: the folder that they have to be in when all links are resolved; None for anywhere.
        at: gives the place of a path in the project file.
    """
    files: dict[object, int] = {}
    for n, path in enumerate(paths):
        try:
            real = os.path.realpath(path)
            outside = within is not None and not is_inside(path, within)
            first = files.setdefault(_identity(real), n)
        except ValueError:
            impossible = message(
                'the document "{name}" has a path that no file can have: it contains a NUL, or half of a character',
                name=named[n],
            )
            yield error_lines(impossible, at(n))
            continue
        if outside:
            yield error_lines(_outside(named[n], real, path), at(n))
        elif first != n:
            yield error_lines(_twice(named[n], named[first], at(first).line), at(n))


def _outside(name: str, real: str, path: Path) -> Message:
    if real == os.path.normpath(path.absolute()):
        return message(
            'the document "{name}" is outside the folder of the project file; move it there, or give {allow}',
            name=name,
            allow=ALLOW,
        )
    return message(
        'the document "{name}" leads to {real}, which is outside the folder of the project file; move it there, or '
        "give {allow}",
        name=name,
        real=real,
        allow=ALLOW,
    )


def _twice(name: str, first: str, line: int) -> Message:
    if name == first:
        return message('the document "{name}" is already named in line {line}; keep one', name=name, line=line)
    return message(
        'the document "{name}" is the same file as "{first}" in line {line}; keep one',
        name=name,
        first=first,
        line=line,
    )


def _identity(real: str) -> object:
    """Return what two paths of one file have in common, also where the file system ignores case."""
    try:
        found = Path(real).stat()
    except OSError:
        return real
    return (found.st_dev, found.st_ino) if found.st_ino else real
