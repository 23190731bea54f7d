"""Import made-up sources with the program itself, and look at what it wrote."""

import multiprocessing
import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from disclosure_index.model import Document
from disclosure_index.reading.xhtml import read_xhtml

HARBOUR = """\
# Harbour Limited sustainability report 2024

<!-- page: 1 -->

This report covers 1 January 2024 to 31 December 2024 and is prepared in accordance with the GRI Standards.

## 1. Climate

<!-- page: 2 -->

We emitted 120 tonnes of carbon dioxide equivalent.

## 2. Water

<!-- page: 3 -->

We used 40 cubic metres of water.

## GRI content index

<!-- page: 4 -->

| GRI Standard | Disclosure | Location | Omission |
|---|---|---|---|
| GRI 305: Emissions 2016 | 305-1 Direct (Scope 1) GHG emissions | Climate | |
| GRI 303: Water and Effluents 2018 | 303-5 Water consumption | Page 3 | |
| GRI 401: Employment 2016 | 401-1 New employee hires and employee turnover | | Information unavailable |
| GRI 403: Occupational Health and Safety 2018 | 403-9 Work-related injuries | Work and water | |
| GRI 205: Anti-corruption 2016 | 205-3 Confirmed incidents of corruption | There were none in 2024. | |
"""


class Folder:
    """What an import wrote."""

    def __init__(self, path: Path, said: str) -> None:
        self.path = path
        self.said = said  # on stderr

    @property
    def project_text(self) -> str:
        return (self.path / "disclosure-index.toml").read_text("utf-8")

    @property
    def project(self) -> dict:
        return tomllib.loads(self.project_text)

    def document(self, name: str = "report") -> Document:
        path = self.path / f"{name}.xhtml"
        document = read_xhtml(path.read_bytes(), path.as_posix(), "")
        assert document.readable, document.findings
        return document

    def tags(self, name: str = "report") -> set[tuple[str, str]]:
        """Give each tag with the title of its section, or the text of the passage that it is on."""
        document = self.document(name)
        found = set()
        for tag in document.tags:
            whole = tag.span.element == "section"
            here = document.sections[tag.span.section].title if whole else document.passages[tag.span.first].text
            found.add((tag.text, here))
        return found

    def omissions(self, name: str = "report") -> set[tuple[str, str]]:
        return {(omission.text, omission.reason) for omission in self.document(name).omissions}


@pytest.fixture
def import_sources(run, tmp_path: Path) -> Callable[..., Folder]:
    """Import sources, given as name=text or as paths, into a new folder."""

    def call(*paths: Path, into: str = "imported", **texts: str) -> Folder:
        sources = list(paths)
        for name, text in texts.items():
            stem, suffix = name.rsplit("_", 1)
            sources.append(tmp_path / f"{stem}.{suffix}")
            sources[-1].write_text(text, "utf-8")
        result = run("import", *sources, "-o", tmp_path / into)
        assert result.exit_code == 0, result.stderr
        assert result.stdout == "", "stdout is for data"
        assert not re.search(r"Traceback", result.stderr)
        return Folder(tmp_path / into, result.stderr)

    return call


@pytest.fixture
def harbour() -> str:
    """A small report in Markdown, whose index has a claim of every kind."""
    return HARBOUR


SECONDS = 30  # of the processor: far more than any of these imports takes on a slow machine
MEMORY = 2**30  # beyond what the process has already


@pytest.fixture
def limited(run) -> Callable[..., SimpleNamespace]:
    """Run the program in a process of its own, whose time and memory are limited; it has `exit_code` and `stderr`."""
    resource = pytest.importorskip("resource", reason="this system does not limit processes")
    context = multiprocessing.get_context("fork")

    def child(end, arguments: tuple[object, ...]) -> None:
        held = int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (held + MEMORY, held + MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        result = run(*arguments)
        end.send((result.exit_code, result.stderr))

    def call(*arguments: object) -> SimpleNamespace:
        receiving, sending = context.Pipe(duplex=False)
        process = context.Process(target=child, args=(sending, arguments))
        process.start()
        sending.close()
        try:
            exit_code, said = receiving.recv()
        except EOFError:
            pytest.fail("it takes too much time or memory, or does not end as programs do")
        finally:
            process.join()
        return SimpleNamespace(exit_code=exit_code, stderr=said)

    return call
