"""Python imports this first where the folder is on its path: some reports then act like a bug or an attack.

The worker processes are real, and so are their limits and their ends; only the reader is made to fail.
"""

import os
import signal
import sys
import time


def _endless() -> None:
    while True:
        pass


def _greedy() -> None:
    held = []
    while True:
        held.append(bytearray(os.urandom(1) * 2**24))


def _crash() -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _error() -> None:
    raise ZeroDivisionError("a bug")


def _out_of_memory() -> None:
    raise MemoryError


def _slow() -> None:
    time.sleep(0.5)


FAULTS = {name.strip("_"): fault for name, fault in list(globals().items()) if name[:1] == "_" and callable(fault)}

if "disclosure_index.screening.child" in " ".join(sys.orig_argv):
    from disclosure_index.importing import pipeline

    real = pipeline.read_source

    def read_source(source, *arguments):
        FAULTS.get(source.stem.partition("-")[0], lambda: None)()
        return real(source, *arguments)

    pipeline.read_source = read_source
