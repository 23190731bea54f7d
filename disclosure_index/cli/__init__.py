"""The command line: one file per verb, imported when it is called."""

import sys

from disclosure_index.cli.program import process
from disclosure_index.cli.program.internal_errors import report, showing_tracebacks
from disclosure_index.cli.program.verbs import VERBS
from disclosure_index.errors import ExitCode

__all__ = ["VERBS", "main", "script"]


def main() -> None:
    """Run the command line; a mistake of the user's, and one of this program's, is reported in a line."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        from disclosure_index.cli.program.running import run  # here, as a package that lacks is an internal error too

        with showing_tracebacks():
            code = run()
    except BaseException as error:  # noqa: BLE001 - the end of the program: what is left is nobody else's
        code = report(error)
    sys.exit(code)


def script() -> None:
    """Run the command line as a process of its own."""
    code: object = ExitCode.INTERNAL  # also where not even the report of an error could be made
    try:
        process.tune()
        main()
    except SystemExit as leaving:
        code = leaving.code
    finally:
        process.end(code)
