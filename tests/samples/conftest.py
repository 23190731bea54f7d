"""The sample reports, each assessed once."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from disclosure_index.assessment.assess import Assessment
from disclosure_index.session import open_assessment

DAY = date(2026, 6, 30)


@pytest.fixture(scope="session")
def alibaba_folder(root: Path) -> Path:
    """The tagged real report."""
    return root / "report_sources" / "alibaba-2024"


@pytest.fixture(scope="session")
def ferries_folder(root: Path) -> Path:
    """The fictional report with its twenty faults."""
    return root / "report_sources" / "harbour-ferries-2025"


@pytest.fixture(scope="session")
def alibaba(alibaba_folder: Path) -> Assessment:
    """The real report, assessed as its project file says."""
    return open_assessment(alibaba_folder, today=DAY)


@pytest.fixture(scope="session")
def ferries(ferries_folder: Path) -> Assessment:
    """The fictional report, assessed as its project file says."""
    return open_assessment(ferries_folder, today=DAY)


@pytest.fixture
def untagged_ferries(ferries_folder: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Copy the fictional report without its tags and omissions; `kept` is the language to keep, or "both"."""

    def copy(kept: str) -> Path:
        for file in ferries_folder.glob("*.xhtml"):
            text = re.sub(r'\sdata-(disclosure|omission|reason)="[^"]*"', "", file.read_text("utf-8"))
            assert "data-disclosure" not in text
            (tmp_path / file.name).write_text(text, "utf-8")
        project = (ferries_folder / "disclosure-index.toml").read_text("utf-8")
        if kept != "both":
            other = {"en": "zh-Hant", "zh-Hant": "en"}[kept]
            entry = f'[[documents]]\npath = "report-{other}.xhtml"\nlanguage = "{other}"\n'
            assert entry in project
            project = project.replace(entry, "")
        (tmp_path / "disclosure-index.toml").write_text(project, "utf-8")
        return tmp_path

    return copy
