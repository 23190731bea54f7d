"""One run of the command line: the command is found and called, and an error becomes a line and an exit code."""

import errno
import importlib
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import click

from disclosure_index.cli.program.help import HelpContext
from disclosure_index.cli.program.internal_errors import DEBUG, VARIABLE
from disclosure_index.cli.program.language import choose_language, print_message
from disclosure_index.cli.program.usage import Group, print_usage_error
from disclosure_index.cli.program.verbs import VERBS
from disclosure_index.errors import ConfigError, CouldNotCheckError, ExitCode, error_lines, without_frames
from disclosure_index.files.named_files import reason
from disclosure_index.messages import message
from disclosure_index.model import LANGUAGES

MODULES = {"import": "import_", "update": "carrying.update", "compare": "carrying.compare", "roll": "carrying.roll"}
"""The modules of commands whose name is a keyword of Python, or that are in a subpackage."""
_FULL = (errno.ENOSPC, errno.EROFS, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
"""The errors that only writing meets."""

_debug = click.Option(
    [DEBUG], is_flag=True, expose_value=False, help=f"Print the traceback of an internal error. Also: {VARIABLE}=1."
)


class _ClaimedError(Exception):
    """Carries an exception past click, which takes any EOFError for Ctrl-C and exits with 1 on a closed pipe."""

    def __init__(self, error: OSError | EOFError) -> None:
        super().__init__(str(error))
        self.error = error


@contextmanager
def _past_click() -> Iterator[None]:
    try:
        yield
    except (OSError, EOFError) as error:
        raise _ClaimedError(error) from error


class _Verbs(Group):
    """Finds the commands by name, so that calling one does not import the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command: click.Command = importlib.import_module(
            f"disclosure_index.cli.{MODULES.get(cmd_name, cmd_name)}"
        ).command
        return _prepared(command)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name, command, rest = super().resolve_command(ctx, args)
        if name and command and (typed_language := ctx.params.get("language")):
            ctx.default_map = {name: _defaults(command, typed_language)}
        return name, command, rest

    def make_context(self, *args: Any, **extra: Any) -> click.Context:
        with _past_click():
            return super().make_context(*args, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        with _past_click():
            return super().invoke(ctx)


def _defaults(command: click.Command, language: str) -> dict[str, Any]:
    """Return the default languages of a command and its subcommands, for where none is typed after their names."""
    inner = command.commands if isinstance(command, click.Group) else {}
    return {"language": language, "languages": language} | {n: _defaults(c, language) for n, c in inner.items()}


def _prepared(command: click.Command) -> click.Command:
    """Return a command that takes the option after its name, too, frees its memory, and has Chinese help."""
    command.context_class = HelpContext
    if _debug not in command.params:
        command.params.append(_debug)
        command.callback = _freeing(command.callback)
    for inner in command.commands.values() if isinstance(command, click.Group) else ():
        _prepared(inner)
    return command


def _language(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    choose_language(value)
    return value


def _freeing(callback: Callable[..., Any] | None) -> Callable[..., Any] | None:
    if callback is None:
        return None

    @wraps(callback)
    def call(*args: Any, **options: Any) -> Any:
        try:
            return callback(*args, **options)
        except MemoryError as error:
            raise without_frames(error) from None

    return call


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="disclosure-index", prog_name="disclosure-index")
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    callback=_language,
    is_eager=True,
    help="Language of messages, headings and titles, for every command; also taken after its name.",
)
def group(language: str | None) -> None:
    """Check a tagged sustainability report against the frameworks it answers.

    Exit codes: 0 nothing at or above the threshold, 1 findings, 2 wrong usage or
    configuration, 3 something could not be checked, 70 internal error,
    130 stopped by Ctrl-C.
    """


group.params.append(_debug)
group.context_class = HelpContext


def run() -> int:
    """Run the command that the arguments name, and return the exit code.

    An error that is not the user's is raised: the caller reports it as an internal error.
    """
    choose_language(None)
    try:
        code = _call()
    except click.ClickException as error:
        print_usage_error(error)
        code = error.exit_code
    except ConfigError as error:
        print_message(error.message)
        code = ExitCode.USAGE
    except CouldNotCheckError as error:
        print_message(error.message)
        code = ExitCode.COULD_NOT_CHECK
    except (click.Abort, KeyboardInterrupt):
        print_message(message("interrupted: no result"))
        code = ExitCode.STOPPED
    except OSError as error:
        code = _of_file(error)
    return code


def _call() -> int:
    """Call the command; click returns the code of --help, a command raises its own."""
    try:
        code = group(standalone_mode=False)
    except SystemExit as leaving:
        code = leaving.code
    except _ClaimedError as claimed:
        raise claimed.error from None
    if sys.stdout:  # none if the shell has closed it
        from disclosure_index.cli.program.output import flush

        flush()
    if code is not None and not isinstance(code, int):
        raise TypeError(f"{code!r} is no exit code")
    return code or ExitCode.CLEAN


def _of_file(error: OSError) -> ExitCode:
    """Report a file that could not be read, or an output that could not be written, and that no other place reported.

    Raises:
        OSError: it names no file, so its subject is unknown.
    """
    full = error.errno in _FULL or error.filename2 is not None  # with two names, one was to replace the other
    name: str
    if isinstance(error, BrokenPipeError) and error.filename is None:
        name, full = message("stdout or stderr"), True
    elif isinstance(error.filename, str | bytes):
        name = os.fsdecode(error.filename2 or error.filename)
    elif full:
        name = message("a file")
    else:
        raise error
    why = reason(error)
    cannot = message("cannot be written: {why}", why=why) if full else message("cannot be read: {why}", why=why)
    print_message(error_lines(cannot, name))
    return ExitCode.USAGE if full else ExitCode.COULD_NOT_CHECK
