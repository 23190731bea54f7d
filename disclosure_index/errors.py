"""Errors that end a run with a line for the user, each with its exit code."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import IntEnum
from typing import Self

from disclosure_index.messages import AFTER_PLACE, COLON, NEW_LINE, joined, message
from disclosure_index.messages.states import SEVERITY
from disclosure_index.model import NO_MESSAGE, Message, Severity


class ExitCode(IntEnum):
    """The exit codes of the command line, stable across versions and formats."""

    CLEAN = 0  # nothing at or above the threshold
    FINDINGS = 1
    USAGE = 2  # wrong option, wrong configuration
    COULD_NOT_CHECK = 3  # something could not be checked: never the same as no findings
    INTERNAL = 70  # a fault of this program, as in sysexits.h: it says nothing about the report
    STOPPED = 130  # Ctrl-C, as in shells


def error_lines(problem: str, at: object = "", hint: str = NO_MESSAGE) -> Message:
    """Return an error for people: where, what is wrong, and on a line of its own what to do next.

    Args:
        problem: what is wrong.
        at: where: a path, a location, an option; "" for nowhere.
        hint: what to do next; "" where the problem says so.
    """
    place = (at,) if str(at) else ()
    line = joined(AFTER_PLACE, (*place, joined(COLON, (SEVERITY[Severity.ERROR], problem))))
    return message("{error}\n  help: {hint}", error=line, hint=hint) if hint else line


class ReportedError(Exception):
    """An error that ends the command, with lines for the user; `str` returns them in English.

    Args:
        problem: what is wrong, as in `error_lines`.
        at: where.
        hint: what to do next.

    Attributes:
        message: the lines, to be rendered in the user's language.
    """

    def __init__(self, problem: str, at: object = "", hint: str = NO_MESSAGE) -> None:
        super().__init__(problem, at, hint)
        self.message: Message = error_lines(problem, at, hint)

    @classmethod
    def of_lines(cls, lines: Iterable[str]) -> Self:
        """Return the error of complete lines, each with its place and severity."""
        error = cls(NO_MESSAGE)
        error.message = joined(NEW_LINE, lines)
        return error

    def __str__(self) -> str:
        return str(self.message)


class ConfigError(ReportedError):
    """The project file, an option or another input cannot be used as it is."""


class CouldNotCheckError(ReportedError):
    """There is nothing to check, or nothing to check it against. Never the same as "fine"."""


@contextmanager
def note_errors(note: str) -> Iterator[None]:
    """Add the current activity to an exception, such as "while reading a.xhtml", for the line on an internal error."""
    try:
        yield
    except Exception as error:
        error.add_note(note)
        raise


def without_frames(error: MemoryError) -> MemoryError:
    """Return the error without the frames that it passed: they hold what fills the memory.

    The code that follows needs some. With none left at all, Python 3.11 hangs where an exception is caught after the
    256th instruction of a function, the first whose number is not a cached object; click has such functions.
    """
    error.__context__ = None
    return error.with_traceback(None)
