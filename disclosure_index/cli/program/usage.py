"""Wrong usage that the program itself finds: click's errors, in the language of the run."""

from typing import IO, Any

import click

from disclosure_index.cli.program.language import chosen_language, print_message
from disclosure_index.did_you_mean import nearest
from disclosure_index.errors import error_lines
from disclosure_index.messages import message
from disclosure_index.outputs.escape import for_terminal


class UsageError(click.UsageError):
    """Options or arguments that do not go together."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the error to stderr: in English as click does."""
        if chosen_language() in (None, "en"):
            super().show(file)
        else:
            print_message(error_lines(self.message))


class Group(click.Group):
    """A group of verbs; it names the nearest one where a verb is misspelt."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the verb that the first argument names.

        Raises:
            UsageError: there is none.

        """
        name = args[0]
        known = self.list_commands(ctx)
        if name not in known and not name.startswith("-") and (near := nearest(name, known)):
            problem = message('no such command "{name}"; the nearest is {near}', name=for_terminal(name), near=near)
            raise UsageError(problem, ctx)
        return super().resolve_command(ctx, args)


class BadParameter(click.BadParameter):
    """A value that an option or argument does not take."""

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the error to stderr: in English as click does."""
        if chosen_language() in (None, "en"):
            super().show(file)
            return
        hint = self.param_hint or (self.param.get_error_hint(self.ctx) if self.param and self.ctx else "")
        print_message(error_lines(self.message, hint if isinstance(hint, str) else " / ".join(hint)))
