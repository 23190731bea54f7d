"""The language of a run of the command line, and its messages on stderr."""

from collections.abc import Iterable
from contextlib import suppress
from contextvars import ContextVar

import click

from disclosure_index.messages import render
from disclosure_index.outputs.escape import for_terminal

_language: ContextVar[str | None] = ContextVar("language", default=None)


def choose_language(language: str | None) -> None:
    """Set the language of the following messages; None, as at the start of a run, is English."""
    _language.set(language)


def chosen_language() -> str | None:
    """Return the chosen language, as `messages.render` takes it."""
    return _language.get()


def in_chosen_language(text: str) -> str:
    """Return a text in the chosen language."""
    return render(text, chosen_language())


def print_message(text: str) -> None:
    """Write a text to stderr, in the chosen language."""
    with suppress(OSError):  # a full disk, a closed pipe: the exit code reports what follows
        for line in in_chosen_language(text).split("\n"):
            click.echo(for_terminal(line), err=True)


def print_messages(lines: Iterable[str]) -> None:
    """Write texts to stderr, each on lines of its own."""
    for line in lines:
        print_message(line)
