"""The exit codes of the command line, whatever the output format."""

from enum import IntEnum


class ExitCode(IntEnum):
    """The promise of the command line."""

    CLEAN = 0  # nothing at or above the threshold
    FINDINGS = 1
    USAGE = 2  # wrong option, wrong configuration
    COULD_NOT_CHECK = 3  # something could not be checked: never "fine"
    INTERNAL = 70  # a fault of this program, as sysexits.h has it: nothing is said about the report
    STOPPED = 130  # Ctrl-C, as shells have it
