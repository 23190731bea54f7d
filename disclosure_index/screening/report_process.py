"""The child process in which a worker screens reports under limits: started, asked, watched, killed."""

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from queue import Empty, SimpleQueue

import psutil  # type: ignore[import-untyped]

from disclosure_index.messages import message
from disclosure_index.model import Message
from disclosure_index.screening.child import LENGTH, OUT_OF_MEMORY
from disclosure_index.screening.requests import Kind, Options, Rows, Source

MIB = 2**20
WATCHED_EVERY = 0.05
"""Seconds between two looks at the memory: what allocates 2 GiB a second is 100 MiB above its limit when it is seen."""

WAITING = 10
"""How many times as long a report may take by the clock as it may by the processor."""

STARTING = 60.0
"""Seconds that a process may take to start and to load the definitions, which takes two."""

REPORTS_PER_PROCESS = 50
"""How many reports a process looks at: what C libraries keep does not add up, and starting one takes two seconds."""

_TAIL = 2000  # bytes of what a process that failed said last


@dataclass(frozen=True, slots=True)
class Answer:
    """The outcome of a request: rows, or why there are none; and the peak of memory."""

    rows: Rows | None
    kind: Kind | None = None
    why: Message | None = None
    peak: int = 0  # MiB


class ReportProcess:
    """One child process, started on the first request, and anew after a kill or after many reports.

    Args:
        definitions: the folder of frameworks besides the shipped ones; "" for none.
    """

    def __init__(self, definitions: str = "") -> None:
        self.definitions = definitions
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: SimpleQueue[bytes | None] = SimpleQueue()
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the process
        self._asked = 0

    def ask(self, source: Source, paths: list[str], folder: Path, options: Options) -> Answer:
        """Screen a report, and return the outcome; a report never makes it raise."""
        if self._asked >= REPORTS_PER_PROCESS:
            self.stop()
        process = self._process
        if process is None:
            process = self._start()
            starting = _Limits(process.pid, replace(options, timeout=STARTING))
            answer = self._wait(process, starting)
            if answer.kind:
                return answer
        self._asked += 1
        request = {"source": asdict(source), "paths": paths, "folder": str(folder), "options": asdict(options)}
        try:
            assert process.stdin
            process.stdin.write(json.dumps(request).encode("ascii") + b"\n")
            process.stdin.flush()
        except OSError:  # it has ended between two reports: that is seen below
            pass
        return self._wait(process, _Limits(process.pid, options))

    def stop(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream:
                    stream.close()

    def close(self) -> None:
        """End the process for good."""
        self.stop()
        self._said.close()

    def _start(self) -> "subprocess.Popen[bytes]":
        self._said.seek(0)
        self._said.truncate()
        command = [sys.executable, "-m", "disclosure_index.screening.child", *filter(None, [self.definitions])]
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            start_new_session=True,  # Ctrl-C is for whoever started the screen
        )
        self._process, self._answers, self._asked = process, SimpleQueue(), 0
        threading.Thread(target=_read, args=(process, self._answers), daemon=True).start()
        return process

    def _wait(self, process: "subprocess.Popen[bytes]", limits: "_Limits") -> Answer:
        while True:
            try:
                answer = self._answers.get(timeout=WATCHED_EVERY)
            except Empty:
                if kind := limits.broken():
                    self.stop()
                    return limits.answer(kind)
                continue
            limits.broken()  # for the peak
            if answer is None:
                return self._ended(process, limits)
            return Answer(json.loads(answer) if answer else {}, peak=limits.peak)

    def _ended(self, process: "subprocess.Popen[bytes]", limits: "_Limits") -> Answer:
        """Return the outcome of a process that ended instead of answering."""
        code = process.wait()
        self._said.seek(0, os.SEEK_END)
        self._said.seek(max(0, self._said.tell() - _TAIL))
        last = self._said.read().decode("utf-8", "replace").strip().rpartition("\n")[2]
        self.stop()
        if code == OUT_OF_MEMORY:
            return limits.answer(Kind.MEMORY)
        if code < 0:
            why = message("The process that looked at it was ended by signal {number}", number=-code)
            return Answer(None, Kind.CRASHED, why, limits.peak)
        why = message("Internal error, please report it: {error}", error=last or f"exit code {code}")
        return Answer(None, Kind.INTERNAL, why, limits.peak)


class _Limits:
    """What a process may use for one report, and the most memory that it has been seen with.

    Time is the processor's, so that the same reports are given up on a busy machine and on an idle one; a process that
    only waits is given up after `WAITING` times as long.
    """

    def __init__(self, pid: int, options: Options) -> None:
        self.peak = 0  # MiB
        self._options = options
        self._pid = pid
        self._seconds = options.timeout + _used(pid)[1]
        self._deadline = time.monotonic() + options.timeout * WAITING

    def broken(self) -> Kind | None:
        """Return the limit that is exceeded now, if any."""
        memory, seconds = _used(self._pid)
        self.peak = max(self.peak, memory // MIB)
        if memory > self._options.memory * MIB:
            return Kind.MEMORY
        return Kind.TIMEOUT if seconds > self._seconds or time.monotonic() > self._deadline else None

    def answer(self, kind: Kind) -> Answer:
        """Return the outcome for an exceeded limit."""
        if kind == Kind.MEMORY:
            limit = self._options.memory
            why = message("It takes more than {limit} MiB of memory; raise --memory to look at it", limit=limit)
        else:
            limit_ = f"{self._options.timeout:g}"
            why = message("It takes more than {limit} seconds; raise --timeout to look at it", limit=limit_)
        return Answer(None, kind, why, self.peak)


def _used(pid: int) -> tuple[int, float]:
    """Return the memory of a process in bytes, and the seconds of a processor that it has had."""
    try:
        process = psutil.Process(pid)
        times = process.cpu_times()
        return int(process.memory_info().rss), float(times.user + times.system)
    except psutil.Error:  # it has just ended
        return 0, 0.0


def _read(process: "subprocess.Popen[bytes]", answers: "SimpleQueue[bytes | None]") -> None:
    """Put each answer of a process into a queue, and None when it has ended."""
    stream = process.stdout
    assert stream
    try:
        while len(head := stream.read(LENGTH.size)) == LENGTH.size:
            wanted = LENGTH.unpack(head)[0]
            if len(answer := stream.read(wanted)) < wanted:
                break
            answers.put(answer)
    except (OSError, ValueError):  # closed by `stop`
        pass
    answers.put(None)


_idle: SimpleQueue[ReportProcess] = SimpleQueue()
"""The processes of this worker that look at nothing now."""
_started: set[ReportProcess] = set()
"""All of this worker: as many as it has threads."""


@contextmanager
def report_process(definitions: str) -> Iterator[ReportProcess]:
    """Lend one of the processes of this worker."""
    try:
        process: ReportProcess | None = _idle.get_nowait()
    except Empty:
        process = None
    if process and process.definitions != definitions:
        _started.discard(process)
        process.close()
        process = None
    if process is None:
        process = ReportProcess(definitions)
        _started.add(process)
    try:
        yield process
    except BaseException:
        _started.discard(process)
        process.close()
        raise
    _idle.put(process)


def stop_all() -> None:
    """End the processes of this worker without waiting for their reports."""
    for process in list(_started):
        process.stop()
