"""Shared by all tests: the program, small reports to run it on, and golden files."""

import gc
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from unittest.mock import patch

import pytest
from click.testing import CliRunner, Result

from disclosure_index.catalog import definitions, loading
from disclosure_index.catalog.definitions import shipped_folder
from disclosure_index.catalog.notation import rules
from disclosure_index.catalog.notation.rules import Spelling
from disclosure_index.cli import main
from disclosure_index.cli.program import process
from disclosure_index.cli.program.internal_errors import VARIABLE
from disclosure_index.errors import ExitCode
from disclosure_index.model import Crosslink, Finding, Framework
from disclosure_index.reading import page_boundary
from tests.support import tiers


def _raise_again(error: Exception) -> None:
    raise error


page_boundary.on_internal_error = _raise_again  # an internal error fails the test that meets it
process.tune()  # as the program does, which the tests run in this process

ROOT = Path(__file__).parents[1]
PROJECT = """\
[report]
title = "{title}"
issuer = "Small Limited"
financial-year = {{ start = 2024-01-01, end = 2024-12-31 }}
published = 2025-04-30

[[documents]]
path = "report.xhtml"
language = "{language}"
{project}
"""
PAGE = """\
<html xmlns="http://www.w3.org/1999/xhtml" lang="{language}">
<head><title>{title}</title></head>
<body>
{body}
</body>
</html>
"""
UNGC = '[[frameworks]]\nid = "ungc"\nclaim = "participant"\n'


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="Rewrite the golden files; read what changed.")


@pytest.hookimpl(tryfirst=True)  # before tests are selected by their marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    tiers.mark_slow(items)


def pytest_collection_finish() -> None:
    """Exclude all modules and collected tests, ten thousand, from garbage collection."""
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def definitions_read_once() -> Iterator[None]:
    """Cache the shipped definitions that are read without a finding: a process of its own reads them once, too."""
    shipped, read, kept = shipped_folder(), loading._load_framework, {}

    def load(id: str, folder: Path, parts: Iterable[str] | None, findings: list[Finding]) -> Framework | None:
        key = folder, None if parts is None else tuple(parts)
        if folder.parent != shipped:
            return read(id, folder, parts, findings)
        if key not in kept:
            before = len(findings)
            found = read(id, folder, key[1], findings)
            if len(findings) > before:
                return found
            kept[key] = found
        return kept[key]

    read_links, links_kept = loading._load_crosswalk, {}

    def load_links(path: Path, findings: list[Finding], ended: list[tuple[str, str]]) -> list[Crosslink]:
        if path not in links_kept:
            before = len(findings)
            made = list(read_links(path, findings, own := [])), own
            if path.parent.parent != shipped or len(findings) > before:
                ended += own
                return made[0]
            links_kept[path] = made
        links, own = links_kept[path]
        ended += own
        return links

    look, found = definitions.in_folder, definitions.in_folder(shipped)
    read_spelling = rules.read_spelling
    spelling = cache(read_spelling)

    def spell(source: object) -> Spelling:
        ours = isinstance(source, Path) and source.parent.parent == shipped
        return spelling(source) if ours else read_spelling(source)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(loading, "_load_framework", load)
        patch.setattr(loading, "_load_crosswalk", load_links)
        patch.setattr(definitions, "in_folder", lambda folder: found if folder == shipped else look(folder))
        patch.setattr(rules, "read_spelling", spell)
        yield


@pytest.fixture(scope="session", autouse=True)
def no_power_failure() -> Iterator[None]:
    """Skip `fsync`, which is slow: it protects from a power failure, which no test has; a killed process needs none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: None)  # noqa: ARG005
        yield


@pytest.fixture
def untuned(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give a test the process of another program, without the settings of this one."""
    tuned = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    monkeypatch.delenv("PYDANTIC_DISABLE_PLUGINS")
    yield
    gc.set_threshold(*tuned)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


class _Program:
    """The function of the console script, in the form that CliRunner calls, with its handling of errors."""

    name = "disclosure-index"

    def main(self, args: tuple[str, ...], prog_name: str, **_: object) -> None:
        with patch.object(sys, "argv", [prog_name, *args]):
            main()


Run = Callable[..., Result]


@pytest.fixture(scope="session")
def run() -> Run:
    """Run the program in this process; return exit_code, stdout and stderr. An internal error fails the test."""

    def call(*arguments: object) -> Result:
        runner = CliRunner(env={VARIABLE: "1"})
        result = runner.invoke(_Program(), [str(a) for a in arguments], catch_exceptions=False)  # type: ignore[arg-type]
        assert result.exit_code != ExitCode.INTERNAL, result.stderr
        return result

    return call


@pytest.fixture(scope="session")
def script() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the installed console script in a process of its own."""
    path = Path(sys.executable).with_name("disclosure-index")

    def call(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [path, *(str(a) for a in arguments)],
            capture_output=True,
            encoding="utf-8",
            cwd=ROOT,
            env={**os.environ, **environment},
            timeout=300,  # the import of a published report, on a busy machine
        )

    return call


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Make the processes of a test stoppable by SIGINT, which a shell disables for its background jobs."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def make_report(tmp_path: Path) -> Callable[..., Path]:
    """Write a small report and its project file, and return their folder. Its body starts on line 4.

    By default it is in English, and answers the ten principles of the UN Global Compact, all of them.
    """

    return partial(write_report, tmp_path / "small")


def write_report(
    folder: Path,
    body: str = "",
    *,
    language: str = "en",
    title: str = "A small report",
    project: str = UNGC,
    head: str = "",
) -> Path:
    """Write a small report and its project file into a folder."""
    body = body or principles(*range(1, 11))
    folder.mkdir(exist_ok=True)
    text = PROJECT.format(title=title, language=language, project=project)
    (folder / "disclosure-index.toml").write_text(text, "utf-8")
    page = PAGE.format(title=head or "A small report", language=language, body=body)
    (folder / "report.xhtml").write_text(page, "utf-8")
    return folder


def principles(*numbers: int) -> str:
    """Return a section that answers these principles of the Global Compact, on one line."""
    tags = " ".join(f"ungc:{number}" for number in numbers)
    return f'<section id="all" data-disclosure="{tags}"><h1>Principles</h1><p>What we do.</p></section>'


@pytest.fixture(name="principles")
def principles_fixture() -> Callable[..., str]:
    """Return the function that makes a section answering some principles."""
    return principles


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare text, byte for byte, with a file in tests/golden/expected; rewrite the file under --update-golden."""

    def compare(name: str, text: str) -> None:
        file = ROOT / "tests" / "golden" / "expected" / name
        if request.config.getoption("--update-golden"):
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(text.encode())
        assert file.is_file(), f"no golden file {name}: run pytest with --update-golden, then read it"
        assert text == file.read_bytes().decode(), f"{name} changed; if rightly so, run pytest with --update-golden"

    return compare
