"""Atomic writes: after a kill at any moment, either the old file or the new one is there, whole."""

import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from disclosure_index.files.locks import hold, is_held, locked
from disclosure_index.files.named_files import RefusedFileError
from disclosure_index.messages import message

_PREFIX = ".disclosure-index-"
TEMPORARY, STAGED, FOLDER = ".tmp", ".staged", ".folder"
"""How the names begin and end that files are written under before they take another one's place: alone, together
with others, by a journal that may have to be carried out first, or in a folder of their own."""


def write_file(path: Path, pieces: Iterable[bytes], check: Callable[[], None] = lambda: None) -> None:
    """Write a file through a temporary one beside it, which replaces it once it is safely on disk.

    What a symbolic link points at is written, and the link stays. Owner, mode and extended attributes are kept. A pipe
    or a device, of which there is nothing to keep whole, is written to. What a killed run left beside it is removed.

    Args:
        path: of the file.
        pieces: all that is to be in it.
        check: is called last, before the file changes, and raises what keeps it as it is.

    Raises:
        OSError: it cannot be written; it is as it was.

    """
    path = Path(os.path.realpath(path))
    if path.exists() and not path.is_file():
        with path.open("wb") as file:
            file.writelines(pieces)
        return
    check_replaceable(path)
    with locked([path.parent]):
        remove_stale(path.parent)
        handle, beside = _open_beside(path, TEMPORARY)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            _finish(file)
            _make_like(beside, path)
            with locked([path.parent]):
                check()
                if os.name == "nt":  # no open file is moved there
                    file.close()
                beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


def stage(path: Path, data: bytes) -> Path:
    """Write the replacement of a file beside it, safely on disk, and return its path."""
    handle, beside = _open_beside(path, STAGED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            _finish(file)
        _make_like(beside, path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    return beside


def check_replaceable(path: Path) -> None:
    """Refuse a file that must not be replaced.

    Raises:
        RefusedFileError: it may not be written, or has other names that would keep the old content.
    """
    if not path.exists():
        return
    found = path.stat()
    if not os.access(path, os.W_OK):  # the superuser may write any file
        why = message("it is read-only (mode {mode})", mode=f"{stat.S_IMODE(found.st_mode):04o}")
        raise RefusedFileError(why, message("Make the file writable, or write elsewhere"))
    if found.st_nlink > 1:
        why = message("it has {number} names (hard links), and only this one would change", number=found.st_nlink)
        raise RefusedFileError(why, message("Put a copy in its place, or edit it by hand"))


def remove_stale(folder: Path, kind: str = TEMPORARY) -> None:
    """Remove what killed runs left in a locked folder; files still being written are locked by their process."""
    with suppress(OSError), os.scandir(folder) as entries:
        for name in [entry.name for entry in entries if is_beside(entry.name, kind)]:
            if not is_held(folder / name):
                with suppress(OSError):  # on Windows: it is open
                    (folder / name).unlink()


def is_beside(name: str, kind: str) -> bool:
    """Whether a name is that of a temporary file of an atomic write."""
    return name.startswith(_PREFIX) and name.endswith(kind)


def sync_folder(folder: Path) -> None:
    """Flush the entries of a folder to disk."""
    with suppress(OSError):  # some file systems know no such thing
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _open_beside(path: Path, kind: str) -> tuple[int, Path]:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=_PREFIX, suffix=kind)
    hold(handle)
    return handle, Path(name)


def _finish(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _make_like(beside: Path, path: Path) -> None:
    """Give a new file the mode, attributes and, where permitted, owner of the file it replaces."""
    if not path.exists():
        beside.chmod(0o644)
        return
    like = path.stat()
    with suppress(OSError):
        os.chown(beside, like.st_uid, like.st_gid)
    beside.chmod(like.st_mode & 0o7777)
    if sys.platform == "linux":
        for name in _attributes(path):
            with suppress(OSError):  # one that only the system sets
                os.setxattr(beside, name, os.getxattr(path, name))


def _attributes(path: Path) -> list[str]:
    try:
        return os.listxattr(path) if sys.platform == "linux" else []
    except OSError:  # a file system without them
        return []


def is_free(folder: Path) -> bool:
    """Whether a folder can be written: it is missing, or empty once the remains of a killed run are removed."""
    if folder.is_dir():
        with locked([folder]):
            remove_stale_folders(folder)
        return not any(folder.iterdir())
    return not os.path.lexists(folder)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a missing or empty folder: all of them or none.

    A new folder is made beside its place and moved there. One that is there stays, since a person or a program may be
    in it: the files are made in a folder inside, and get their second names in it one by one. One that is killed
    before the last has its name is undone by the next run.

    Raises:
        OSError: it cannot be written; it is not there, or empty as it was.

    """
    folder = Path(os.path.realpath(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    home = folder if folder.exists() else folder.parent
    with locked([home]):
        remove_stale_folders(home)
        work = Path(tempfile.mkdtemp(dir=home, prefix=_PREFIX, suffix=FOLDER))
        try:
            for name, data in files.items():
                with (work / name).open("xb") as file:
                    file.write(data)
                    _finish(file)
            if home == folder:
                for name in files:
                    _give_name(work / name, folder / name)
                shutil.rmtree(work)
            else:
                work.chmod(0o755)
                work.rename(folder)
        except BaseException:
            _undo_folder(work)
            raise
    sync_folder(home)


def remove_stale_folders(home: Path) -> None:
    """Undo what a killed `write_folder` left in a folder; the caller holds its lock, so no other one is at work."""
    with suppress(OSError):
        for one in list(home.iterdir()):
            if is_beside(one.name, FOLDER) and one.is_dir() and not one.is_symlink():
                _undo_folder(one)


def _give_name(made: Path, place: Path) -> None:
    try:
        place.hardlink_to(made)
    except OSError:
        if os.path.lexists(place):
            raise
        made.replace(place)  # a file system without links: here a kill between two files leaves one of them


def _undo_folder(work: Path) -> None:
    """Remove a half-written folder, and its files from the parent, unless all of them are there."""
    made = list(work.iterdir()) if work.exists() else []
    placed = [file for file in made if (other := work.parent / file.name).exists() and other.samefile(file)]
    if len(placed) < len(made):
        for file in placed:
            (work.parent / file.name).unlink()
    shutil.rmtree(work, ignore_errors=True)
