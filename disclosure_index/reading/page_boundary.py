"""The error boundary around each page of an import: the only place where an error of this program does not end the run.

A report has hundreds of pages, and the code that reads the table of one may fail. The other pages are still useful, so
that page keeps its plain text, a finding reports an error of the program, and the import ends with exit code 3.
Everywhere else an unexpected exception ends the run as an internal error. Damage of the file does not come here: its
exceptions are caught by name, around the library that reads the file.
"""

import logging
from collections.abc import Callable

from disclosure_index.messages import message
from disclosure_index.model import Finding, Location

_SHOWN = 120  # characters of an exception's text: some quote a whole page


def _keep_traceback(error: Exception) -> None:
    """Log the traceback; the command line shows it under --debug."""
    logging.getLogger(__name__).debug("internal error while reading a page", exc_info=error)


on_internal_error: Callable[[Exception], None] = _keep_traceback
"""The handling of the exception itself; the tests replace it to raise the exception again."""


def internal_error(error: Exception, page: Location) -> Finding:
    """Return the finding on an error of this program on a page, whose text is kept without its table."""
    on_internal_error(error)
    text = " ".join(str(error).split())
    name = f"{type(error).__name__}: {text[:_SHOWN]}" if text else type(error).__name__
    problem = message(
        "Internal error, please report it: the table on this page was not read, only its text ({error})", error=name
    )
    hint = message("Report it with what --debug prints, and check this page of the import by hand")
    return Finding("DI609", problem, page, hint, unchecked=True)
