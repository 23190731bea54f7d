"""Reports that never end, take all memory or crash, and killed processes: all else is done, and each is told."""

import json
import os
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import psutil
import pytest

from disclosure_index.screening import report_process
from disclosure_index.screening.results import STATE, UNFINISHED
from tests.screening.conftest import AS_OF, REPORTS, data_of, log_of, report, rows

FAULTY = Path(__file__).parent / "faulty"
KINDS = {
    "crash": "crashed",  # the first is the sample of the quick tier: it waits for no limit
    "endless": "timeout",
    "greedy": "memory",
    "error": "internal",
    "out_of_memory": "memory",
}
CHILD = "disclosure_index.screening.child"
PATIENCE = 300
"""Seconds that anything may take: six processes start on a machine that may be busy."""


@pytest.fixture
def faulty(monkeypatch):
    """Have reports with certain names fail in the processes that look at them."""
    monkeypatch.setenv("PYTHONPATH", str(FAULTY))
    report_process.stop_all()
    yield
    report_process.stop_all()


@pytest.mark.sampled(1)
@pytest.mark.parametrize("name", KINDS)
def test_a_report_that_breaks_its_process_is_told(name, faulty, in_market, tmp_path):
    (tmp_path / f"{name}.md").write_text(REPORTS["amber.md"], "utf-8")
    (tmp_path / "zebra.md").write_text(REPORTS["birch.md"], "utf-8")  # looked at after it, by the same worker
    done = in_market([str(tmp_path / "*.md")], tmp_path / "out", timeout=1, memory=400)
    assert (done.checked, done.not_checked) == (1, 1)
    ((kind, said),) = rows(tmp_path / "out", "problems", "kind, message")
    assert kind == KINDS[name]
    assert {"timeout": "--timeout", "memory": "--memory", "crashed": "signal 11", "internal": "a bug"}[kind] in said


def _zip_bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", "<Types/>")
        with file.open("word/document.xml", "w", force_zip64=True) as document:
            for _ in range(1024):
                document.write(b" " * 2**20)


@pytest.mark.slow
def test_all_of_them_at_once_change_nothing_of_the_others(faulty, in_market, market, reports, tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    for name in KINDS:
        (folder / f"{name}.md").write_text(REPORTS["amber.md"], "utf-8")
    _zip_bomb(folder / "bomb.docx")
    (folder / "empty.pdf").touch()
    (folder / "truncated.docx").write_bytes((folder / "bomb.docx").read_bytes()[:5000])
    done = in_market(["reports", str(folder)], tmp_path / "out", timeout=1, memory=400, workers=2)
    assert done.total == 8 + len(KINDS) + 3
    found = rows(tmp_path / "out", "reports", "report, status")
    assert len(found) == len({name for name, _ in found}) == done.total
    bad = {Path(name).name for name, status in found if status == "not-checked"} - {"no-framework.md", "truncated.pdf"}
    assert bad == {*(f"{name}.md" for name in KINDS), "bomb.docx", "empty.pdf", "truncated.docx"}
    for data_set in ("coverage", "findings", "facts", "suggestions", "claims"):
        here = rows(tmp_path / "out", data_set, "*", "WHERE report LIKE 'reports/%'")
        assert here == rows(market[0], data_set)


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A folder of reports that take half a second each."""
    folder = tmp_path_factory.mktemp("many") / "slow"
    folder.mkdir()
    for number in range(12):
        text = report(f"Issuer {number} Limited", codes=("305-1", "303-5"), emissions=f"{number + 1}")
        (folder / f"slow-{number:02}.md").write_text(text, "utf-8")
    return folder


@pytest.fixture(scope="module")
def clean(many):
    """The data of a screen that nothing happened to."""
    _screen(many, "clean").communicate(timeout=PATIENCE)
    return data_of(many.parent / "clean")


def _screen(folder: Path, output: str, *more: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "disclosure_index", "screen", folder.name, "-o", output]
    command += ["--as-of", AS_OF.isoformat(), *(more or ("--workers", "2"))]
    environment = {**os.environ, "PYTHONPATH": str(FAULTY)}
    return subprocess.Popen(command, cwd=folder.parent, env=environment, stderr=subprocess.PIPE)


def _wait_for(condition, seconds: float = PATIENCE) -> None:
    deadline = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def _is_at_work(output: Path, reports: int = 3) -> bool:
    return (output / "run.jsonl").exists() and len(log_of(output)) >= reports


def _children_of(pid: int) -> list[psutil.Process]:
    """Return the processes below one that look at reports; one that is ending has no command any more."""
    children = psutil.Process(pid).children(recursive=True)
    return [child for child in children if CHILD in child.as_dict(["cmdline"], ad_value=[])["cmdline"]]


@pytest.mark.slow
@pytest.mark.parametrize("ending", [signal.SIGKILL, signal.SIGINT])
def test_a_screen_that_is_ended_goes_on_where_it_was(ending, many, clean, interruptible):
    output = many.parent / f"ended-{ending}"
    process = _screen(many, output.name)
    _wait_for(lambda: _is_at_work(output))
    children = _children_of(process.pid)
    process.send_signal(ending)
    process.communicate(timeout=PATIENCE)
    assert process.returncode == (130 if ending == signal.SIGINT else -ending)
    assert (output / STATE / UNFINISHED).exists()
    assert psutil.wait_procs(children, timeout=PATIENCE)[1] == []
    if ending == signal.SIGINT:
        assert 3 <= len(rows(output, "reports")) < 12
    process = _screen(many, output.name, "--workers", "1", "--resume")
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert data_of(output) == clean
    assert not (output / STATE / UNFINISHED).exists()
    looked = [line for line in log_of(output) if line["ended"] != "unchanged"]
    assert len(looked) <= 12 + 2, "what was there is not looked at again"


@pytest.fixture
def cluster(tmp_path):
    """Start a scheduler and two workers by hand, as a person would, over loopback."""
    file = tmp_path / "scheduler.json"
    once_more = {"DASK_DISTRIBUTED__SCHEDULER__ALLOWED_FAILURES": "1"}
    environment = {**os.environ, "PYTHONPATH": str(FAULTY), **once_more}
    started = []

    def start(*arguments: str) -> psutil.Process:
        command = [sys.executable, "-m", "dask", *arguments]
        silent = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        started.append(subprocess.Popen(command, env=environment, cwd=tmp_path, **silent))
        return psutil.Process(started[-1].pid)

    def scheduler() -> psutil.Process:
        file.unlink(missing_ok=True)
        process = start(
            "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)
        )
        _wait_for(file.exists)
        return process

    def worker() -> psutil.Process:
        options = ["--nthreads", "1", "--no-dashboard", "--no-nanny", "--host", "127.0.0.1"]
        return start("worker", "--scheduler-file", str(file), "--death-timeout", "120", *options)

    def address() -> str | None:
        try:
            return json.loads(file.read_text("utf-8"))["address"]
        except (OSError, ValueError):  # not there yet, or being written
            return None

    yield scheduler, worker, address
    for process in started:
        process.kill()
        process.wait()


@pytest.mark.slow
def test_a_worker_that_is_killed_loses_no_report(cluster, many, clean):
    scheduler, worker, address = cluster
    scheduler()
    workers = [worker(), worker()]
    output = many.parent / "killed-worker"
    process = _screen(many, output.name, "--scheduler", address())
    _wait_for(lambda: _is_at_work(output))
    workers[0].kill()
    said = process.communicate(timeout=PATIENCE)[1].decode()
    assert process.returncode == 0, said
    assert data_of(output) == clean


@pytest.mark.slow
def test_when_the_scheduler_is_gone_the_screen_goes_on_with_another(cluster, many, clean):
    scheduler, worker, address = cluster
    first = scheduler()
    workers = [worker(), worker()]
    output = many.parent / "killed-scheduler"
    process = _screen(many, output.name, "--scheduler", address())
    _wait_for(lambda: _is_at_work(output))
    first.kill()
    said = process.communicate(timeout=PATIENCE)[1].decode()
    assert process.returncode == 3, said
    assert "--resume" in said
    for one in workers:
        one.kill()
    scheduler()
    worker()
    process = _screen(many, output.name, "--scheduler", address(), "--resume")
    said = process.communicate(timeout=PATIENCE)[1].decode()
    assert process.returncode == 0, said
    assert data_of(output) == clean


@pytest.mark.slow
def test_a_report_whose_workers_are_killed_is_told(cluster, many, tmp_path):
    scheduler, worker, address = cluster
    folder = tmp_path / "endless"
    folder.mkdir()
    (folder / "endless.md").write_text(REPORTS["amber.md"], "utf-8")
    scheduler()
    process = _screen(folder, "out", "--scheduler", address(), "--timeout", "100")
    for _ in range(2):
        at_work = worker()
        _wait_for(lambda one=at_work: any(child.cpu_times().user > 3 for child in _children_of(one.pid)))
        children = _children_of(at_work.pid)
        at_work.kill()
        assert psutil.wait_procs(children, timeout=PATIENCE)[1] == [], "what looks at a report ends with its worker"
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 3
    assert rows(tmp_path / "out", "problems", "kind") == [("worker-lost",)]
