"""Shared by update and roll: the progress bar, and the report of a refused edit."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from disclosure_index.edits import EditError
from disclosure_index.errors import ConfigError


@contextmanager
def progress(steps: int) -> Iterator[Callable[[], None]]:
    """Show a bar on a terminal; what it gives is called after each step. Raises as `edit_errors`."""
    with click.progressbar(length=steps, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar, edit_errors():
        yield lambda: bar.update(1)


@contextmanager
def edit_errors() -> Iterator[None]:
    """Report an edit that cannot be made as the command line reports what is wrong in files that were named.

    Raises:
        ConfigError: with what the edit's error says.
    """
    try:
        yield
    except EditError as error:
        raise ConfigError.of_lines([error.message]) from error
