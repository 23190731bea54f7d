"""The command line: one file per verb, imported when it is called."""

import gc
import importlib
import os
import sys

import click

from disclosure_index.errors import CannotLookError, ConfigError
from disclosure_index.exit_codes import ExitCode

VERBS = (
    "import", "init", "browse", "check", "gaps", "suggest", "explain", "index", "export", "merge", "baseline",
    "frameworks", "rules",
)  # fmt: skip
MODULES = {"import": "import_"}  # where the verb is a word of Python's


class _Verbs(click.Group):
    """Finds the verbs by name, so that calling one does not import the others."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in VERBS:
            return None
        command: click.Command = importlib.import_module(
            f"disclosure_index.cli.{MODULES.get(cmd_name, cmd_name)}"
        ).command
        return command


@click.group(cls=_Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="disclosure-index")
def group() -> None:
    """Check a tagged sustainability report against the frameworks it answers.

    \b
    Exit codes: 0 nothing at or above the threshold, 1 findings, 2 wrong usage or
    configuration, 3 something could not be looked at.
    """


def main() -> None:
    """Run the command line; a mistake of the user's is told in a line, never in a traceback."""
    gc.disable()  # a run is short, and what it makes has no cycles: collecting costs more than it frees
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would look for some in every package installed
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        try:
            sys.exit(group(standalone_mode=False))
        finally:
            if sys.stdout:  # none where the shell has closed it
                sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except ConfigError as error:
        _tell(str(error))
        sys.exit(ExitCode.USAGE)
    except CannotLookError as error:
        _tell(str(error))
        sys.exit(ExitCode.BLIND)
    except (click.Abort, KeyboardInterrupt):
        _tell("stopped: nothing was decided")
        sys.exit(ExitCode.STOPPED)
    except OSError as error:  # of files is told where they are read and written: what is left is stdout
        _tell(f"error: stdout cannot be written: {error.strerror or error}")
        sys.exit(ExitCode.USAGE)


def script() -> None:
    """Run the command line as a process of its own, which ends at once: freeing all objects takes a tenth of a run."""
    try:
        main()
    except SystemExit as leaving:
        sys.stderr.flush()
        os._exit(int(leaving.code or 0))


def _tell(text: str) -> None:
    from disclosure_index.outputs.escape import for_terminal

    for line in text.split("\n"):
        click.echo(for_terminal(line), err=True)
