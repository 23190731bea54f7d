"""Usage errors that the program itself finds: click's errors, in the language of the run."""

import io
import sys

import click

from disclosure_index.cli.program.help import summary
from disclosure_index.cli.program.language import choose_language, chosen_language, print_message
from disclosure_index.cli.program.usage_sentences import sentence, typed_language
from disclosure_index.did_you_mean import nearest
from disclosure_index.errors import error_lines
from disclosure_index.messages import message
from disclosure_index.model import LANGUAGES, NO_MESSAGE
from disclosure_index.outputs.escape import for_terminal


class UsageError(click.UsageError):
    """Options or arguments that do not combine."""


class Group(click.Group):
    """A group of commands; it suggests the nearest one where a command is misspelt."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that the first argument names.

        Raises:
            UsageError: there is none.

        """
        name = args[0]
        known = self.list_commands(ctx)
        if name not in known and not name.startswith("-") and (near := nearest(name, known)):
            problem = message('no such command "{name}"; the nearest is {near}', name=for_terminal(name), near=near)
            raise UsageError(problem, ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands, each with the first paragraph of its help: click cuts it to a width, in English only."""
        verbs = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary(verb)) for name, verb in verbs if verb])


class BadParameter(click.BadParameter):
    """A value that an option or argument does not allow."""


def print_usage_error(error: click.ClickException) -> None:
    """Write an error to stderr: in English as click does, in other languages in our own words."""
    if chosen_language() is None and (typed := typed_language(sys.argv)) in LANGUAGES:
        choose_language(typed)
    if chosen_language() in (None, "en"):
        buffer = io.StringIO()
        error.show(buffer)
        print_message(buffer.getvalue().rstrip("\n"))
        return
    hint: object = ""
    if isinstance(error, click.BadParameter) and not isinstance(error, click.MissingParameter):
        hint = error.param_hint or (error.param.get_error_hint(error.ctx) if error.param and error.ctx else "")
        hint = hint.replace("'", "") if isinstance(hint, str) else " / ".join(hint)
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    more = message("Run: {command}", command=f"{ctx.command_path} --help") if ctx else NO_MESSAGE
    print_message(error_lines(sentence(error), hint, more))
