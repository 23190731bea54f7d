"""The command line: one file per verb, imported when it is called."""

import gc
import os
import sys
from contextlib import suppress

from disclosure_index.cli.internal_errors import report, showing_tracebacks
from disclosure_index.cli.verbs import VERBS
from disclosure_index.exit_codes import ExitCode

__all__ = ["VERBS", "main", "script"]


def main() -> None:
    """Run the command line; a mistake of the user's, and one of this program's, is reported in a line."""
    gc.disable()  # a run is short, and what it makes has no cycles: collecting costs more than it frees
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would look for some in every package installed
    try:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")
        from disclosure_index.cli.running import run  # here, as a package that lacks is an internal error too

        with showing_tracebacks():
            code = run()
    except BaseException as error:  # noqa: BLE001 - the end of the program: what is left is nobody else's
        code = report(error)
    sys.exit(code)


def script() -> None:
    """Run the command line as a process of its own, which ends at once: freeing all objects takes a tenth of a run."""
    code: object = ExitCode.INTERNAL  # also where not even the report of an error could be made
    try:
        main()
    except SystemExit as leaving:
        code = leaving.code
    finally:
        for stream in (sys.stdout, sys.stderr):
            with suppress(OSError, ValueError, AttributeError):  # a closed one, none: `run` has said what it could
                stream.flush()
        os._exit(int(code) if isinstance(code, int) else ExitCode.INTERNAL)
