"""Operating-system locks on the folders being written: they end with the process that holds them."""

import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from hashlib import sha256
from pathlib import Path

from disclosure_index.files.named_files import RefusedFileError
from disclosure_index.messages import message

PATIENCE = 10.0
"""Seconds to wait for another writer, who holds the lock for the milliseconds of one change."""

_PAUSE = 0.01


@contextmanager
def locked(folders: Iterable[Path]) -> Iterator[None]:
    """Hold the locks of folders. On POSIX the folders themselves are locked, so nothing is written.

    Raises:
        RefusedFileError: another program holds one of them.
    """
    with ExitStack() as held:
        for folder in sorted({os.path.realpath(folder) for folder in folders}):  # in one order, so that nobody waits
            with suppress(FileNotFoundError, PermissionError, NotADirectoryError):  # writing there says why not
                held.enter_context(_locked(folder))
        yield


def is_held(path: Path) -> bool:
    """Whether a process that still runs has locked a file; see `hold`."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        return not hold(handle)
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def hold(handle: int) -> bool:
        """Lock an open file until it is closed; return whether the lock was free."""
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    @contextmanager
    def _locked(folder: str) -> Iterator[None]:
        """Lock a file in the folder's place: Windows cannot lock folders."""
        name = sha256(os.path.normcase(folder).encode()).hexdigest()[:32]
        file = Path(tempfile.gettempdir()) / f"disclosure-index-{name}.lock"
        handle = os.open(file, os.O_RDWR | os.O_CREAT)
        try:
            _wait(handle, folder)
            yield
        finally:
            os.close(handle)
            with suppress(OSError):  # another one waits for it
                file.unlink()

else:
    import fcntl

    def hold(handle: int) -> bool:
        """Lock an open file or folder until it is closed; return whether the lock was free."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # some file systems of a network know no locks
            return True
        return True

    @contextmanager
    def _locked(folder: str) -> Iterator[None]:
        handle = os.open(folder, os.O_RDONLY)
        try:
            _wait(handle, folder)
            yield
        finally:
            os.close(handle)


def _wait(handle: int, folder: str) -> None:
    end = time.monotonic() + PATIENCE
    while not hold(handle):
        if time.monotonic() > end:
            why = message("another program is writing in {folder}", folder=folder)
            raise RefusedFileError(why, message("Wait until it is done, or end it"))
        time.sleep(_PAUSE)
