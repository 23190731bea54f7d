"""User-named files, read under limits: regular files of bounded size, inside a folder where required.

A path in a project file is the text of whoever wrote that file: it may name a device that never ends, a pipe that
nobody writes to, or a file of this machine that has nothing to do with the report.
"""

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path

from disclosure_index.messages import foreign, message
from disclosure_index.model import Message

_REASONS = {
    errno.ENOENT: message("No such file or directory"),
    errno.EACCES: message("Permission denied"),
    errno.EPERM: message("Operation not permitted"),
    errno.EISDIR: message("Is a directory"),
    errno.ENOTDIR: message("Not a directory"),
    errno.ENAMETOOLONG: message("File name too long"),
    errno.ELOOP: message("Too many levels of symbolic links"),
    errno.EEXIST: message("File exists"),
    errno.ENOTEMPTY: message("Directory not empty"),
    getattr(errno, "EDQUOT", errno.ENOSPC): message("Disk quota exceeded"),
    errno.ENOSPC: message("No space left on device"),
    errno.EROFS: message("Read-only file system"),
    errno.EFBIG: message("File too large"),
    errno.EIO: message("Input/output error"),
    errno.EMFILE: message("Too many open files"),
    errno.EBUSY: message("Device or resource busy"),
    errno.EPIPE: message("Broken pipe"),
    errno.EADDRINUSE: message("Address already in use"),
    errno.EINVAL: message("Invalid argument"),
}
"""What the system says of the errors that reading and writing meet, which it says in English or in its own language."""

MAX_DOCUMENT = 256 * 2**20
"""Bytes of a source of any format; the readers know lower limits of their own, and none has a higher one."""

MAX_TEXT = 16 * 2**20
"""Bytes of a file that people write by hand, or a baseline: the largest definition has 80 kB, a baseline of 50,000
findings about 10 MiB."""

_CHUNK = 2**20
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Without O_NONBLOCK, opening a pipe waits until somebody writes to it."""

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


class RefusedFileError(OSError):
    """A file that exists but is not read: `strerror` is the reason, in each language, `hint` what to do."""

    def __init__(self, why: Message, hint: Message) -> None:
        super().__init__(errno.EINVAL, why)
        self.hint = hint


def reason(error: Exception) -> Message:
    """Return why a file could not be read or written, without its name."""
    if isinstance(error, UnicodeDecodeError):
        return message("byte {number} is not {encoding}", number=error.start + 1, encoding=error.encoding.upper())
    said = getattr(error, "strerror", None)
    if isinstance(said, Message):
        return said
    known = _REASONS.get(getattr(error, "errno", None) or 0)
    if isinstance(error, OSError):
        return known or foreign(said or error, message("the system does not allow it"))
    return foreign(error, message("its content is not valid"))


def read_file(path: Path, most: int, within: Path | None = None) -> bytes:
    """Return the bytes of a regular file.

    Args:
        path: of the file.
        most: the bytes that it may have.
        within: the folder that it has to be in when all links are resolved; None for anywhere.

    Raises:
        OSError: it cannot be read, or (`RefusedFileError`) is not a file to read; with the name of the file.
    """
    try:
        return _read_within(path, most, within)
    except OSError as error:
        error.filename = error.filename or str(path)  # an error of an open file does not know its name
        raise


def _read_within(path: Path, most: int, within: Path | None) -> bytes:
    try:
        if within is not None and not is_inside(path, within):
            raise RefusedFileError(
                message("it is outside the folder of the project file"),
                message("Move it into the folder, or allow it with --allow-outside"),
            )
        # What was looked at is what is opened: a link that takes its place meanwhile is not followed.
        handle = os.open(*((path, _FLAGS) if within is None else (os.path.realpath(path), _FLAGS | _NO_LINK)))
    except ValueError:  # a NUL, half of a surrogate pair
        raise RefusedFileError(
            message("no file can have this path: it contains a NUL or half of a character"),
            message("Correct the path in the project file"),
        ) from None
    except OSError as error:
        if error.errno == errno.ENXIO:  # a socket
            raise _special() from None
        raise
    try:
        return _read(handle, most)
    finally:
        os.close(handle)


def _read(handle: int, most: int) -> bytes:
    """Return the content of an open file; its size is checked first, and it may grow meanwhile."""
    found = os.fstat(handle)
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(found.st_mode):
        raise _special()
    pieces: list[bytes] = []
    with open(handle, "rb", closefd=False) as file:
        held, wanted = 0, found.st_size + 1
        while max(found.st_size, held) <= most and (piece := file.read(wanted)):
            pieces.append(piece)
            held, wanted = held + len(piece), _CHUNK
    if max(found.st_size, held) > most:
        raise RefusedFileError(
            message("it is larger than {most} MiB", most=most // 2**20), message("Split the report into documents")
        )
    return b"".join(pieces)


def read_into(sources: dict[str, bytes], most: int, within: Path | None) -> Callable[[Path], bytes]:
    """Return a function that reads files as `read_file` does and keeps their bytes in `sources`, by their paths.

    What is assessed is then what is edited, whoever writes meanwhile.
    """

    def read(path: Path) -> bytes:
        data = sources[path.as_posix()] = read_file(path, most, within)
        return data

    return read


def read_text(path: Path, most: int = MAX_TEXT) -> str:
    """Return the text of a UTF-8 file, its lines ended with a line feed.

    Raises:
        OSError: see `read_file`.
        UnicodeDecodeError: it is not UTF-8.
    """
    return read_file(path, most).decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def is_inside(path: Path, folder: Path) -> bool:
    """Whether a path is in a folder, or is the folder, when all links in both are resolved.

    Raises:
        ValueError: no file can have such a path.
    """
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


def exists(path: Path) -> bool:
    """Whether a path exists; False for a name that is too long, where `Path.exists` raises."""
    return os.path.exists(path)  # noqa: PTH110


def is_folder(path: Path) -> bool:
    """Whether a folder is at a path; see `exists`."""
    return os.path.isdir(path)  # noqa: PTH112


def _special() -> RefusedFileError:
    return RefusedFileError(
        message("it is a device, a pipe or a socket, not a regular file"), message("Name a regular file")
    )
