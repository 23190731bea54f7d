"""Every verb that writes, killed in the midst of writing: a server of processes, and the table of the verbs.

For each line of its input the server forks a process, which runs a verb and is killed where the line says. What is
imported is imported once. As a program (``python -m tests.support.kills``) this module is that server.
"""

import json
import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

TODAY = date(2026, 6, 1)
TEMPORARY = ".disclosure-index-"
WRITES = ("open", "os.", "shutil.", "tempfile.", "fcntl.")
"""How the names of those events begin that a program raises by what it does with files."""


class Verb(NamedTuple):
    """A verb that writes: how it is called, in the folder that holds the report, and what else there has to be."""

    arguments: tuple[str, ...]
    answers: str = ""  # given on a terminal
    before: tuple[tuple[str, ...], ...] = ()  # verbs that run first, unharmed
    again: tuple[str, ...] = ()  # what takes the place of it in the next run
    files: int = 1  # of the report or the output, that change


BASELINE = ("baseline", "create", "report")
UPDATE = ("update", "report", "draft-en.md", "draft-zh.md")
YEAR = ("--year-end", "2025-12-31")
AS = ("--as-of", f"{TODAY}")
VERBS = {
    "import into a new folder": Verb(
        ("import", "one.md", "two.md", "-o", "made"), again=("import", "two.md", "-o", "made"), files=3
    ),
    "import into an empty folder": Verb(
        ("import", "one.md", "two.md", "-o", "empty"), again=("import", "two.md", "-o", "empty"), files=3
    ),
    "init": Verb(("init", "untouched")),
    "check": Verb(("check", "report", "--format", "sarif", "-o", "out.sarif", *AS)),
    "check --fix": Verb(("check", "misspelt", "--fix", *AS), again=("check", "misspelt", "--fix", *AS), files=2),
    "gaps": Verb(("gaps", "report", "--format", "csv", "-o", "out.csv")),
    "suggest": Verb(("suggest", "report", "--format", "csv", "-o", "out.csv")),
    "suggest --apply": Verb(("suggest", "report", "A1.3", "--apply"), answers="y\n"),
    "suggest --apply: Markdown": Verb(("suggest", "markdown", "A1.3", "--apply"), answers="y\n"),
    "suggest --apply: Word": Verb(("suggest", "word", "A1.3", "--apply"), answers="y\n"),
    "explain": Verb(("explain", "hkex-esg:A1.3", "report", "-o", "out.txt")),
    "facts": Verb(("facts", "report", "--all", "-o", "out.csv")),
    "index": Verb(("index", "report", "--format", "docx", "-o", "out.docx")),
    "index --write": Verb(("index", "report", "--write"), files=2),
    "index --write: Markdown": Verb(
        ("index", "markdown", "--write", "--at", "index"),
        again=("index", "markdown", "--write", "--at", "index"),
        files=2,
    ),
    "index --write: Word": Verb(
        ("index", "word", "--write", "--at", "index"), again=("index", "word", "--write", "--at", "index"), files=2
    ),
    "view": Verb(("view", "report", "-o", "out.html")),
    "export": Verb(("export", "report", "-o", "out.xlsx")),
    "merge": Verb(("merge", "index.xlsx", "report", "--yes"), files=2),
    "update": Verb(UPDATE, files=3),
    "update --drop": Verb(("update", "report", "--drop", "1"), before=(UPDATE,)),
    "roll into a new folder": Verb(
        ("roll", "report", *UPDATE[2:], "-o", "made", *YEAR),
        again=("roll", "report", UPDATE[2], UPDATE[3], "-o", "made", "--year-end", "2026-12-31"),
        files=3,
    ),
    "baseline create": Verb(BASELINE),
    "baseline update": Verb(("baseline", "update", "report"), before=(BASELINE, ("browse", "tag"))),
    "baseline prune": Verb(("baseline", "prune", "report"), before=(BASELINE, ("browse", "tag"))),
    "frameworks new": Verb(("frameworks", "new", "our-code", "--from", "table.csv"), files=2),
    "browse: tag": Verb(("browse", "tag"), files=3),
    "browse: untag": Verb(("browse", "untag"), files=2),
    "browse: explain": Verb(("browse", "explain"), files=3),
    "browse: review": Verb(("browse", "review"), files=2),
    "browse: suppress": Verb(("browse", "suppress")),
    "browse: owner": Verb(("browse", "owner")),
    "browse: undo": Verb(("browse", "tag", "undo"), files=3),
    "browse: redo": Verb(("browse", "tag", "undo", "redo"), files=3),
    "browse: export of a view": Verb(("browse", "export")),
    "browse: its own state": Verb(("browse", "state")),
}
"""All that write. A verb of the command line that is not in it has to be in `READING`."""
READING = {
    "compare",
    "completion",
    "frameworks list",
    "frameworks show",
    "frameworks lint",
    "frameworks diff",
    "rules list",
    "rules show",
}
ELSEWHERE = {"screen", "query"}
"""Many processes take part in a screen: tests/screening/test_attacks.py kills them."""


class Outcome(NamedTuple):
    """What became of a run: its exit code (negative: the signal), its writing events, and the seconds between them."""

    code: int
    events: int
    seconds: float


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return the files below a folder by name, without what lies beside others until it takes their place."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and TEMPORARY not in name:
            found[name] = path.read_bytes()
    return found


def temporaries(folder: Path) -> list[str]:
    """Return what lies there that is of no use after a change."""
    return [p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.name.startswith(TEMPORARY)]


class Killer:
    """The client of the server."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.support.kills"]
        root = Path(__file__).parents[2]
        self.server = subprocess.Popen(
            command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8", bufsize=1
        )

    def run(self, folder: Path, verb: Verb, arguments: tuple[str, ...] = (), **when: float) -> Outcome:
        """Run a verb in a folder, killed at an event of writing (``event=``), or ``after=`` seconds from the first."""
        line = {"folder": str(folder), "arguments": arguments or verb.arguments, "answers": verb.answers, **when}
        assert self.server.stdin
        assert self.server.stdout
        self.server.stdin.write(json.dumps(line) + "\n")
        return Outcome(*json.loads(self.server.stdout.readline()))

    def close(self) -> None:
        """End the server."""
        self.server.communicate(timeout=60)
        assert self.server.returncode == 0


# --- the server ---


def _serve() -> None:
    _warm()
    for line in sys.stdin:
        asked = json.loads(line)
        reading, writing = os.pipe()
        if child := os.fork():
            os.close(writing)
            with os.fdopen(reading) as pipe:
                told = pipe.read()
            code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
            print(json.dumps([code, *(json.loads(told) if told else (0, 0.0))]), flush=True)
        else:
            os.close(reading)
            code = 70
            try:
                code = _run(asked, writing)
            finally:
                os._exit(code)


def _warm() -> None:
    import openpyxl  # noqa: F401

    from disclosure_index import cli, importing, workbench  # noqa: F401
    from disclosure_index.catalog.loading import load_frameworks
    from disclosure_index.cli.program.running import group

    for name in group.list_commands(None):  # type: ignore[arg-type]
        group.get_command(None, name)  # type: ignore[arg-type]
    load_frameworks()


def _run(asked: dict[str, Any], told: int) -> int:
    os.chdir(asked["folder"])
    _redirect(asked["answers"])
    times: list[float] = []
    begun = False

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal begun
        begun = begun or (event.startswith("tempfile.") and TEMPORARY in str(arguments))  # the first of any writing
        if begun and event.startswith(WRITES):
            if not times and "after" in asked:
                signal.setitimer(signal.ITIMER_REAL, max(asked["after"], 1e-6))  # its signal is deadly, unheard
            times.append(time.perf_counter())
            if len(times) == asked.get("event"):
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(hear)
    verb, *arguments = asked["arguments"]
    code = _browse(arguments) if verb == "browse" else _command([verb, *arguments])
    signal.setitimer(signal.ITIMER_REAL, 0)
    os.write(told, json.dumps([len(times), times[-1] - times[0] if times else 0.0]).encode())
    return code


def _redirect(answers: str) -> None:
    if answers:
        main, other = pty.openpty()
        os.write(main, answers.encode())
    else:
        other = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(other, stream)
    if not os.environ.get("SHOW"):
        os.dup2(other, 2)


def _command(arguments: list[str]) -> int:
    from disclosure_index.cli import main

    sys.argv = ["disclosure-index", *arguments]
    for number, stream in enumerate(("stdin", "stdout", "stderr")):  # their files may be of another kind now
        setattr(sys, stream, os.fdopen(number, "r" if stream == "stdin" else "w", encoding="utf-8", closefd=False))
    try:
        main()
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 70
    return 0


def _browse(actions: list[str]) -> int:
    """Do what the keys of `browse` do, on the workbench that it holds."""
    from disclosure_index.edits import write_atomically
    from disclosure_index.tui.settings.saved_state import SavedState, write_state
    from disclosure_index.workbench import do, open_workbench, redo, undo

    if actions == ["state"]:
        write_state(Path("state"), Path("report/disclosure-index.toml"), SavedState())
        return 0
    if actions == ["export"]:
        write_atomically(Path("out.md").resolve(), b"| a | b |\n" * 5000)
        return 0
    bench = open_workbench(Path("report"), today=TODAY)
    for action in actions:
        if action in ("undo", "redo"):
            bench = (undo if action == "undo" else redo)(bench)
        else:
            bench = do(bench, list(_steps(bench, action)), action)
    return 0


def _steps(bench: Any, action: str) -> Iterator[Any]:
    """Yield the steps of an action, in both documents of the report at once."""
    from disclosure_index.workbench import changes, steps

    row = next(c for c in bench.assessment.coverage if c.disclosure.code == "A1.3")
    if action in ("tag", "explain", "owner"):
        yield from changes.set_owner(bench, row.disclosure, "Ada Lau")
    if action in ("untag", "review"):
        links = [link for c in bench.assessment.coverage if c.disclosure.code == "A1.4" for link in c.links]
        yield from changes.untag(links) if action == "untag" else changes.mark_reviewed(links, True)
    if action == "suppress":
        findings = bench.assessment.verdict.findings
        finding = next(f for f in findings if f.location.path.endswith(".xhtml"))
        yield from changes.suppress(finding, "Agreed", "Ada Lau", "2026-12-31")
    for number, document in enumerate(bench.assessment.report.documents):
        if action == "tag":
            yield from changes.accept(bench, row.disclosure, document.passages[-1].location)
        if action == "explain":
            point = steps.InsertionPoint(document.passages[-1].location, "after")
            yield from changes.explain(bench, row.disclosure, point, "not-material", f"Why {number}.\nMore.")


if __name__ == "__main__":
    _serve()
