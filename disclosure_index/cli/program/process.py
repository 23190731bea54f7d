"""The setup of the command line's own process; the library leaves a process as it is."""

import gc
import os
import sys
from contextlib import suppress
from typing import NoReturn

from disclosure_index.errors import ExitCode

FEW_COLLECTIONS = (100_000, 20, 10)
"""The number of new objects before the youngest are collected, and how often before older ones are, too.

A report is a million small values without a cycle, visited in vain: with Python's own thresholds (700, 10, 10) a
check of 20 MB takes 5.9 s of the processor's time, with these 4.3. Without any collection it takes 4.3 s as well, but
`browse` runs all day, and screens that were closed are cycles.
"""


def tune() -> None:
    """Prepare for a run: short for most commands, hours for `browse`."""
    gc.set_threshold(*FEW_COLLECTIONS)
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would search every installed package for some


def end(code: object) -> NoReturn:
    """End the process at once: freeing all objects takes a tenth of a run."""
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError, AttributeError):  # a closed stream, or none: `run` has printed what it could
            stream.flush()
    os._exit(int(code) if isinstance(code, int) else ExitCode.INTERNAL)
