"""The published reports, which belong to their companies and are not shipped: see docs/published-reports.md."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.published_reports import VARIABLE, reports_folder


@pytest.fixture(scope="session")
def published_reports() -> Path:
    """The folder of the reports; without one, the tests here are skipped, with one line in the summary."""
    folder = reports_folder()
    if not folder.is_dir():
        if os.environ.get(VARIABLE):
            pytest.fail(f"{VARIABLE} names no folder: {folder}")
        pytest.skip(f"no published reports: set {VARIABLE} to their folder (docs/published-reports.md)")
    return folder


@pytest.fixture(scope="session")
def published(published_reports: Path) -> Callable[[str], Path]:
    """Return a file or folder of the reports by its relative path; the test is skipped if it does not exist."""

    def find(name: str) -> Path:
        path = published_reports / name
        if not path.exists():
            pytest.skip(f"no {name} among the published reports")
        if path.suffix == ".pdf" or (path / "report.pdf").exists():
            pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
        return path

    return find
