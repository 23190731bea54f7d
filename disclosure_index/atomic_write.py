"""Files that are written whole or not at all: killed at any moment, what is there is the old file or the new one."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path


def write_file(path: Path, pieces: Iterable[bytes], check: Callable[[], None] = lambda: None) -> None:
    """Write a file by way of another one beside it, which takes its place when it is safely on the disk.

    What a symbolic link points at is written, and the link stays. Owner and mode are kept. A pipe or a device, of which
    there is nothing to keep whole, is written to.

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
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".tmp")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(file.fileno())
        _make_like(beside, path)
        check()
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    with suppress(OSError):  # some file systems know no such thing
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _make_like(beside: Path, path: Path) -> None:
    """Set the owner of a new file, where one may, and the mode of the file that it takes the place of."""
    if not path.exists():
        beside.chmod(0o644)
        return
    like = path.stat()
    with suppress(OSError):
        os.chown(beside, like.st_uid, like.st_gid)
    beside.chmod(like.st_mode & 0o7777)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a new folder beside its place and move it there; into an empty one that is there, its files are moved.

    Raises:
        OSError: it cannot be written; it is not there, or empty as it was.

    """
    folder = Path(os.path.realpath(folder))
    folder.parent.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    try:
        for name, data in files.items():
            (work / name).write_bytes(data)
        work.chmod(0o755)
        if folder.exists():  # perhaps the one that the person is in: it stays
            for name in files:
                (work / name).replace(folder / name)
            work.rmdir()
        else:
            work.rename(folder)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise
