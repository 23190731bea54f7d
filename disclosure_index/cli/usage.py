"""Wrong usage that the program itself finds: click's errors, in the language of the run."""

from typing import IO, Any

import click

from disclosure_index.cli.language import chosen_language, print_message
from disclosure_index.errors import error_lines


class UsageError(click.UsageError):
    """Options or arguments that do not go together."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the error to stderr: in English as click does."""
        if chosen_language() in (None, "en"):
            super().show(file)
        else:
            print_message(error_lines(self.message))


class BadParameter(click.BadParameter):
    """A value that an option or argument does not take."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the error to stderr: in English as click does."""
        if chosen_language() in (None, "en"):
            super().show(file)
            return
        hint = self.param_hint or (self.param.get_error_hint(self.ctx) if self.param and self.ctx else "")
        print_message(error_lines(self.message, hint if isinstance(hint, str) else " / ".join(hint)))
