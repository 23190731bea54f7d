"""Reports spread over workers by Dask, here or on a scheduler that runs already."""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import dask
from distributed import Client, Scheduler, SpecCluster, Worker, as_completed
from distributed.client import Future

from disclosure_index.errors import CouldNotCheckError
from disclosure_index.messages import message
from disclosure_index.screening.report_process import Answer, stop_all
from disclosure_index.screening.requests import Kind, Looked, Options, Source
from disclosure_index.screening.worker import look_at, result

CONNECT = "20s"
"""How long a scheduler may take to answer at first."""

FAILURES = 1
"""How many workers may be lost with a report before it is given up: it is tried once more."""


SETTINGS = {
    "distributed.scheduler.allowed-failures": FAILURES,
    "distributed.scheduler.http.routes": [],  # no pages about the cluster
    "distributed.worker.http.routes": [],
    "distributed.worker.profile.enabled": False,  # a hundred looks a second at threads that only wait
}
"""Of Dask, for a cluster in this process."""

LOOPBACK = "127.0.0.1:0"
"""Dask's nodes open a port for pages about themselves, on all interfaces where none is named."""


@contextmanager
def connected(workers: int, scheduler: str = "") -> Iterator[Client]:
    """Yield a client of a cluster: of the scheduler at an address, or of a local one with this many workers.

    The workers here are threads of this process, each with a process of its own for the reports.

    Raises:
        CouldNotCheckError: the scheduler does not answer.
    """
    if scheduler:
        try:
            client = Client(scheduler, timeout=CONNECT, set_as_default=False)
        except (OSError, ValueError) as error:
            raise CouldNotCheckError(message("no scheduler answers here"), scheduler) from error
        with client:
            yield client
        return
    with (
        dask.config.set(SETTINGS),
        _cluster(workers) as cluster,
        Client(cluster, set_as_default=False) as client,
    ):
        try:
            yield client
        finally:
            stop_all()  # before the cluster waits for its threads


def _cluster(workers: int) -> SpecCluster:
    """Return a cluster in this process."""
    common = {"protocol": "inproc", "dashboard": False, "dashboard_address": LOOPBACK}
    worker = {"cls": Worker, "options": {**common, "nthreads": 1, "memory_limit": None}}
    return SpecCluster(
        scheduler={"cls": Scheduler, "options": common},
        workers=dict.fromkeys(range(workers), worker),
        silence_logs=logging.CRITICAL,
    )


def look_at_all(
    client: Client, sources: Sequence[Source], options: Options, before: Mapping[str, str]
) -> Iterator[Looked]:
    """Screen all reports, and yield each result once, as it arrives.

    Args:
        client: of a cluster.
        sources: the reports.
        options: what holds for every one.
        before: the digests of the files that were looked at already, by the id of the report.

    Raises:
        CouldNotCheckError: the scheduler is gone.
    """
    by_key: dict[Any, Source] = {}
    futures: list[Future[Any]] = []
    for source in sources:
        future = client.submit(look_at, source, options, before.get(source.id, ""), pure=False)
        by_key[future.key] = source
        futures.append(future)
    waiting = as_completed(futures, loop=client.loop)
    futures.clear()  # a result is let go when it has been yielded
    for future in waiting:
        yield _outcome(future, by_key.pop(future.key), options)
    if by_key:
        raise CouldNotCheckError(_gone())


def _outcome(future: Future[Any], source: Source, options: Options) -> Looked:
    if future.status == "cancelled":
        raise CouldNotCheckError(_gone())
    if future.status == "error":
        error = future.exception()
        lost = type(error).__name__ == "KilledWorker"
        why = (
            message("Each of the workers that looked at it was lost")
            if lost
            else message("Internal error, please report it: {error}", error=f"{type(error).__name__}: {error}")
        )
        answer = Answer(None, Kind.WORKER_LOST if lost else Kind.INTERNAL, why)
        return result(source, options, answer, "", {"ended": str(answer.kind), "worker": "", "seconds": 0, "memory": 0})
    looked = future.result()
    assert isinstance(looked, Looked)
    return looked


def _gone() -> str:
    return message("the scheduler is gone; when it runs again, go on with --resume")
