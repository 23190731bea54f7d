"""What is to be added most often is added to a copy of the repository, and counted in files: see CONTRIBUTING.md."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

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
MODULE = "disclosure_index/checks/di703_prior_years.py"
RULE = '''
def shouting(facts: Facts) -> Iterator[Finding]:
    """Report the headings that are written in capitals alone."""
    for document in facts.report.documents:
        for section in document.sections:
            if section.title.isupper():
                problem = message("The heading is written in capitals alone")
                yield Finding("DI799", problem, section.location, message("Write it in small letters"))


RULES = (
    *RULES,
    Rule(
        "DI799",
        "shouting-heading",
        Severity.NOTE,
        message("a heading in capitals alone"),
        message("A heading in capitals alone is hard to read."),
        "<h2>WASTE</h2>",
        "<h2>Waste</h2>",
        shouting,
    ),
)
'''
CASES = """
[[case]]
rule = "DI799"
kind = "pass"
says = "a heading in small letters"
en = '<html><h1>Waste</h1><p data-disclosure="gri:2-1">12 t.</p></html>'

[[case]]
rule = "DI799"
kind = "fail"
says = "a heading in capitals"
en = '<html><h1>WASTE</h1><p data-disclosure="gri:2-1">12 t.</p></html>'
finds = ["en.xhtml:1:7 DI799 The heading is written in capitals alone"]

[[case]]
rule = "DI799"
kind = "edge"
says = "a heading without letters"
en = '<html><h1>2024</h1><p data-disclosure="gri:2-1">12 t.</p></html>'
"""
REPORT = """\
[report]
title = "A report"
issuer = "An issuer"
financial-year = { start = 2024-01-01, end = 2024-12-31 }
published = 2025-04-30

[[documents]]
path = "report.xhtml"
language = "en"

[[frameworks]]
id = "local-compact"
claim = "participant"
"""


class Copy:
    """A copy of the repository, whose programs run its own code."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.before = self._files()

    def _files(self) -> dict[str, bytes]:
        unkept = {"__pycache__", ".pytest_cache", ".hypothesis"}
        files = (file for file in self.folder.rglob("*") if file.is_file() and not unkept & set(file.parts))
        return {file.relative_to(self.folder).as_posix(): file.read_bytes() for file in files}

    def append(self, name: str, text: str) -> None:
        with (self.folder / name).open("a", encoding="utf-8") as file:
            file.write(text)

    def run(self, *arguments: object, code: int = 0) -> str:
        result = subprocess.run(
            [sys.executable, *map(str, arguments)],
            capture_output=True,
            encoding="utf-8",
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder), "PYTHONDONTWRITEBYTECODE": "1"},
            timeout=300,
        )
        assert result.returncode == code, result.stdout + result.stderr
        return result.stdout

    def touched(self) -> set[str]:
        """Return the files that differ from those of the repository."""
        after = self._files()
        return {name for name in after.keys() | self.before.keys() if after.get(name) != self.before.get(name)}


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Copy:
    for name in COPIED:
        source = root / name
        if source.is_dir():
            shutil.copytree(source, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__", "__snapshots__"))
        else:
            shutil.copy(source, tmp_path / name)
    return Copy(tmp_path)


def test_a_rule_touches_its_module_its_cases_the_reference_and_the_changelog(copy: Copy) -> None:
    copy.append(MODULE, RULE)
    copy.append("tests/rules/figures.toml", CASES)
    copy.append("CHANGELOG.md", "- DI799 shouting-heading: a heading in capitals alone.\n")
    copy.run("-m", "tools.rules_page", "docs/rules.md")
    copy.run("-m", "tools.schemas", "docs/schemas")
    assert copy.touched() == {MODULE, "tests/rules/figures.toml", "docs/rules.md", "CHANGELOG.md"}
    assert "shouting-heading" in copy.run("-m", "disclosure_index", "rules", "list")
    # What is told of it in Chinese is for the release: a contributor may leave that to others.
    in_english = "not test_case or DI799-pass or DI799-edge"
    tests = ("tests/rules", "tests/hygiene/test_rules_page.py", "tests/golden", "tests/outputs/test_schemas.py")
    copy.run("-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests, "-k", in_english)


@pytest.fixture
def compact(copy: Copy) -> Callable[[], None]:
    """Give the ten principles another id, as a framework that is new."""

    def add() -> None:
        old, new = copy.folder / "frameworks" / "ungc", copy.folder / "frameworks" / "local-compact"
        shutil.copytree(old, new)
        for file in new.rglob("*.toml"):
            text = file.read_text("utf-8").replace('"ungc"', '"local-compact"').replace('"UNGC"', '"Local Compact"')
            file.write_text(text, "utf-8")

    return add


def test_a_framework_is_a_folder_and_no_code(copy: Copy, compact: Callable[[], None]) -> None:
    compact()
    assert {Path(name).parts[:2] for name in copy.touched()} == {("frameworks", "local-compact")}
    copy.run("-m", "disclosure_index", "frameworks", "lint")
    (copy.folder / "report").mkdir()
    (copy.folder / "report" / "disclosure-index.toml").write_text(REPORT, "utf-8")
    body = '<html lang="en"><h1>Rights</h1><p data-disclosure="local-compact:1">We respect them.</p></html>'
    (copy.folder / "report" / "report.xhtml").write_text(body, "utf-8")
    assert "Local Compact" in copy.run("-m", "disclosure_index", "gaps", "report")
    assert "Rights" in copy.run("-m", "disclosure_index", "index", "report", "--view", "disclosures")
