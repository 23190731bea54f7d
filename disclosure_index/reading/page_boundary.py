"""A page of an import: the one place where an error of this program does not end the run.

A report has hundreds of pages, and what reads the table of one may fail. The rest is worth having, so that page keeps
its plain text, a finding says that the program is at fault, and the import ends with exit code 3. Everywhere else an
unexpected exception ends the run as an internal error. Damage of the file is not met here: what raises it is caught
around the library that reads the file, by name.
"""

import logging
from collections.abc import Callable

from disclosure_index.messages import message
from disclosure_index.model import Finding, Location

_SHOWN = 120  # characters of an exception's own text: some quote the whole of what they are about


def _keep_traceback(error: Exception) -> None:
    """Log the traceback; the command line shows it under --debug."""
    logging.getLogger(__name__).debug("internal error while reading a page", exc_info=error)


on_internal_error: Callable[[Exception], None] = _keep_traceback
"""What is done with the exception itself; the tests put a function here that raises it again."""


def internal_error(error: Exception, page: Location) -> Finding:
    """Return the finding on an error of this program on a page, whose text was read without its table."""
    on_internal_error(error)
    text = " ".join(str(error).split())
    name = f"{type(error).__name__}: {text[:_SHOWN]}" if text else type(error).__name__
    problem = message(
        "Internal error, please report it: the table on this page was not read, only its text ({error})", error=name
    )
    hint = message("Report it with what --debug prints, and check this page of the import by hand")
    return Finding("DI609", problem, page, hint, unchecked=True)
