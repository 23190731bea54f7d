"""What ends a run with a line for the user; each has its own exit code."""

from collections.abc import Iterator
from contextlib import contextmanager


class ConfigError(Exception):
    """The project file cannot be used; the text says why, line by line."""


class CannotLookError(Exception):
    """There is nothing to check, or nothing to check it against. Never the same as "fine"."""


@contextmanager
def note_errors(note: str) -> Iterator[None]:
    """Add to an exception what was being done, such as "while reading a.xhtml", for the line on an internal error."""
    try:
        yield
    except Exception as error:
        error.add_note(note)
        raise


def without_frames(error: MemoryError) -> MemoryError:
    """Return the error without the frames that it came through: they hold what fills the memory.

    What follows needs some. With none left at all, Python 3.11 hangs where an exception is caught behind the 256th
    instruction of a function, the first whose number is no ready-made object; click has such functions.
    """
    error.__context__ = None
    return error.with_traceback(None)
