"""The process that looks at reports: ``python -m disclosure_index.screening.child [DEFINITIONS]``.

It says that it has loaded the definitions, then reads one JSON request a line and answers each, one after the other. An
answer is a length and that many bytes of JSON; the first one is empty. Whoever started it kills
it where a report takes too long or too much: Dask cannot stop a task that runs. Its exit code says what ended it.
"""

import faulthandler
import gc
import json
import os
import struct
import sys
import threading
import time
from pathlib import Path
from typing import Any

from disclosure_index.catalog.definitions import NO_DEFINITIONS, find_definitions, in_folder
from disclosure_index.catalog.loading import load_frameworks, with_spellings
from disclosure_index.screening.one_report import Known, screen_report
from disclosure_index.screening.requests import Options, Rows, Source

OUT_OF_MEMORY = 71
"""The exit code where Python itself found that there is no memory left."""

GRACE = 20
"""How many times as long as allowed a process takes before it ends itself: whoever would kill it is gone."""

LENGTH = struct.Struct(">Q")
"""What stands before each answer."""


def main() -> None:
    """Answer requests until the input ends."""
    answers = os.dup(sys.stdout.fileno())
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()
    gc.disable()  # of a report's million small values none is part of a cycle; see docs/developing/README.md
    try:
        known = _load(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
        _write(answers, LENGTH.pack(0))
        for line in sys.stdin.buffer:
            request = json.loads(line)
            faulthandler.dump_traceback_later(request["options"]["timeout"] * GRACE, exit=True)
            answer = json.dumps(answer_to(request, known)).encode("ascii")
            faulthandler.cancel_dump_traceback_later()
            _write(answers, LENGTH.pack(len(answer)) + answer)
            gc.collect()
    except MemoryError:
        os._exit(OUT_OF_MEMORY)


def _end_with(parent: int) -> None:
    """End this process once its parent has ended: nobody waits for its answers or would stop it."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(0)


def answer_to(request: dict[str, Any], known: Known) -> Rows:
    """Return the rows of the report that a request names."""
    source, options = Source(**request["source"]), Options(**request["options"])
    os.chdir(request["folder"])  # findings name files as they are written in the request, whatever folder it is
    return screen_report(source, [Path(path) for path in request["paths"]], options, known)


def _load(folder: Path | None) -> Known:
    """Load the shipped definitions, and those of a folder."""
    own = in_folder(folder) if folder else NO_DEFINITIONS
    return Known(with_spellings(load_frameworks(definitions=find_definitions(own))), own)


def _write(handle: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]


if __name__ == "__main__":
    main()
