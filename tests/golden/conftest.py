"""One assessment for all golden files: a small report and small definitions, full of odd characters."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from disclosure_index.assessment.assess import Assessment, assess
from disclosure_index.catalog.definitions import in_folder
from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.session import open_project


@pytest.fixture
def assessment(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Assessment:
    """The report in this folder, in traditional Chinese with parts in the two other languages."""
    for folder in ("report", "frameworks"):
        shutil.copytree(root / "tests" / "golden" / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)  # so that paths are the same on every machine, in a repository or not
    project = open_project(Path("report"))
    catalog = load_frameworks(["odd", "pact"], definitions=in_folder(Path("frameworks")))  # without the shipped ones
    return assess(project.report, catalog, project.policy, today=date(2026, 6, 30))
