"""The command line: one file per command, imported when it is called."""

import sys

from disclosure_index.cli.program import process
from disclosure_index.cli.program.internal_errors import report, showing_tracebacks
from disclosure_index.cli.program.verbs import VERBS
from disclosure_index.errors import ExitCode

__all__ = ["VERBS", "main", "script"]


def main() -> None:
    """Run the command line; every error, of the user or of this program, is reported in a line."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        from disclosure_index.cli.program.running import run  # here, since a missing package is an internal error, too

        with showing_tracebacks():
            code = run()
    except BaseException as error:  # noqa: BLE001 - the end of the program: what is left is nobody else's
        code = report(error)
    sys.exit(code)


def script() -> None:
    """Run the command line as a process of its own."""
    code: object = ExitCode.INTERNAL  # also if even the report of an error fails
    try:
        process.tune()
        main()
    except SystemExit as leaving:
        code = leaving.code
    finally:
        process.end(code)
