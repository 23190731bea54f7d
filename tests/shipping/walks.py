"""The walks of ``docs/developing``: follow a page, writing and running what it tells the reader to.

A page's fenced blocks say what to do by their title. ``PATH`` is a new file; ``PATH, at the end`` and ``PATH, below:
LINE`` add to one, ``PATH, instead of: LINE`` replaces a line. In a ``console`` block, lines that begin with ``$`` are
run, and what stands below each has to be among what it prints, in that order; ``…`` stands for anything. The block
``Files changed`` lists what the walk leaves changed or new.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

COPIED = (
    "disclosure_index",
    "frameworks",
    "report_sources",
    "tests",
    "tools",
    "benchmarks",
    "docs",
    "CHANGELOG.md",
    "pyproject.toml",
)
PROGRAMS = {
    "disclosure-index": ("-m", "disclosure_index"),
    "python": (),
    "pytest": ("-m", "pytest", "-p", "no:cacheprovider", "--override-ini", "addopts=--import-mode=importlib"),
}
_BLOCK = re.compile(r"^```(\w+)(?: title=\"([^\n]*)\")?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_UNKEPT = {"__pycache__", ".pytest_cache", ".hypothesis"}


class Block(NamedTuple):
    """A fenced block of a page."""

    language: str
    title: str
    text: str


def blocks_of(page: Path) -> Iterator[Block]:
    for match in _BLOCK.finditer(page.read_text("utf-8")):
        yield Block(match[1], match[2] or "", match[3])


class Checkout:
    """A copy of the repository, with programs that run its own code."""

    def __init__(self, root: Path, folder: Path) -> None:
        for name in COPIED:
            source = root / name
            if source.is_dir():
                ignored = shutil.ignore_patterns("__pycache__", "__snapshots__", "*.mo")
                shutil.copytree(source, folder / name, ignore=ignored)
            else:
                shutil.copy(source, folder / name)
        self.folder = folder
        self._before = self._files()

    def _files(self) -> dict[str, bytes]:
        files = (f for f in self.folder.rglob("*") if f.is_file() and not _UNKEPT & set(f.parts) and f.suffix != ".mo")
        return {file.relative_to(self.folder).as_posix(): file.read_bytes() for file in files}

    def changed(self) -> set[str]:
        """Return the files that differ from those of the repository."""
        after = self._files()
        return {name for name in after.keys() | self._before.keys() if after.get(name) != self._before.get(name)}

    def write(self, title: str, text: str) -> None:
        """Do what the title of a block asks."""
        path, _, where = title.partition(", ")
        file = self.folder / path
        if not where:
            assert not file.exists(), f"{path} is there already"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
            return
        old = file.read_text("utf-8")
        how, _, line = where.partition(": ")
        if how == "at the end":
            file.write_text(old + text, "utf-8")
            return
        found = [whole for whole in old.splitlines(keepends=True) if whole.strip() == line.strip()]
        assert len(found) == 1, f"{path} has {len(found)} lines {line!r}"
        file.write_text(old.replace(found[0], found[0] + text if how == "below" else text, 1), "utf-8")

    def run(self, command: str) -> str:
        program, *arguments = shlex.split(command)
        done = subprocess.run(
            [sys.executable, *PROGRAMS[program], *arguments],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1"},
            timeout=300,
        )
        return done.stdout

    def follow(self, page: Path) -> None:
        """Follow a page, and compare the output with the one it shows."""
        for block in blocks_of(page):
            if block.title == "Files changed":
                assert self.changed() == set(block.text.split()), page.name
            elif block.language == "console":
                for command, shown in _commands(block.text):
                    _compare(self.run(command), shown, command)
            elif block.title:
                self.write(block.title, block.text)


def _commands(text: str) -> Iterator[tuple[str, list[str]]]:
    for part in re.split(r"(?m)^\$ ", text)[1:]:
        command, *shown = part.rstrip("\n").split("\n")
        yield command, [line for line in shown if line.strip()]


def _compare(printed: str, shown: list[str], command: str) -> None:
    rest = printed
    for line in shown:
        pattern = ".*?".join(re.escape(piece) for piece in line.strip().split("…"))
        match = re.search(pattern, rest)
        assert match, f"{command} does not print {line!r}, but:\n{printed}"
        rest = rest[match.end() :]
