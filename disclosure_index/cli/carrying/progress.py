"""Shared by update and roll: the progress bar, and the report of a refused edit."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from disclosure_index.edits import EditError
from disclosure_index.errors import ConfigError


@contextmanager
def progress(steps: int) -> Iterator[Callable[[], None]]:
    """Show a bar on a terminal; yield the function to call after each step. Raises as `edit_errors`."""
    with click.progressbar(length=steps, file=sys.stderr, hidden=not sys.stderr.isatty()) as bar, edit_errors():
        yield lambda: bar.update(1)


@contextmanager
def edit_errors() -> Iterator[None]:
    """Turn the error of an edit into the error of a file that the user named.

    Raises:
        ConfigError: with the message of the edit's error.
    """
    try:
        yield
    except EditError as error:
        raise ConfigError.of_lines([error.message]) from error
