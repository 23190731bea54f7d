"""The report of an internal error: one line with its type and the current activity; the traceback on request."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from disclosure_index.errors import ExitCode

DEBUG = "--debug"
VARIABLE = "DISCLOSURE_INDEX_DEBUG"
"""The environment variable for the same, where a build server leaves no room for an option; "0" is off."""
SHOWN = 300
"""The most characters of an exception's own text: some quote all of their subject."""

_SECOND = (MemoryError, OSError, ValueError, AttributeError, ImportError, RecursionError)
"""The errors that the report of an error can meet: no memory, a closed stream or none, a missing package."""


def report(error: BaseException) -> ExitCode:
    """Report an uncaught error on stderr, and return the exit code; never raises."""
    if isinstance(error, KeyboardInterrupt):
        return ExitCode.STOPPED
    try:
        shown = _asks_for_traceback()
        if not shown:  # the frames hold what filled the memory
            error.__traceback__ = error.__context__ = error.__cause__ = None
        _print(error, shown)
    except _SECOND:  # such as no memory for the line: the facts known without it are printed
        with suppress(*_SECOND):  # the exit code still reports it
            os.write(2, b"internal error, please report it: %b\n" % type(error).__name__.encode())
    return ExitCode.INTERNAL


@contextmanager
def showing_tracebacks() -> Iterator[None]:
    """Show the tracebacks from the log on stderr, if requested: see `reading.page_boundary`."""
    if not _asks_for_traceback():
        yield
        return
    import logging

    from disclosure_index.outputs.escape import for_terminal

    class Handler(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            for line in self.format(record).splitlines():
                print(for_terminal(line), file=sys.stderr)

    logger, handler = logging.getLogger("disclosure_index"), Handler()
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        logger.setLevel(level)
        logger.removeHandler(handler)


def _asks_for_traceback() -> bool:
    """Whether the traceback is requested; read from the arguments themselves, which may not have been parsed yet."""
    return DEBUG in sys.argv[1:] or os.environ.get(VARIABLE, "0") not in ("", "0")


def _print(error: BaseException, with_traceback: bool) -> None:
    from disclosure_index.cli.program.language import in_chosen_language
    from disclosure_index.messages import message
    from disclosure_index.outputs.escape import for_terminal

    if with_traceback:
        import traceback

        for line in "".join(traceback.format_exception(error)).splitlines():
            print(for_terminal(line), file=sys.stderr)
        notice = message(
            "internal error, please report it with the lines above: {facts}", facts="; ".join(_facts(error))
        )
    else:
        notice = message(
            "internal error, please report it with what {option} prints: {facts}",
            option=DEBUG,
            facts="; ".join(_facts(error)),
        )
    print(for_terminal(in_chosen_language(notice)), file=sys.stderr, flush=True)


def _facts(error: BaseException) -> list[str]:
    """Return type and text of an exception, the current activity, and the command; each on one line."""
    text = " ".join(str(error).split())
    cut = text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
    notes = [" ".join(str(note).split()) for note in getattr(error, "__notes__", ())]
    command = " ".join(" ".join(argument.split()) for argument in sys.argv[1:])
    return [f"{type(error).__name__}{': ' if cut else ''}{cut}", *notes, f"command: {command}"]
