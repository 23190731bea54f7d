"""One assessment for all golden files: a small report and small definitions, full of odd characters."""

from datetime import date
from pathlib import Path

import pytest

from disclosure_index.assessment.assess import Assessment, assess
from disclosure_index.catalog.definitions import in_folder
from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.session import open_project


@pytest.fixture
def assessment(root: Path, monkeypatch: pytest.MonkeyPatch) -> Assessment:
    """The report in this folder, in traditional Chinese with parts in the two other languages."""
    monkeypatch.chdir(root / "tests" / "golden")  # so that paths are the same on every machine
    project = open_project(Path("report"))
    catalog = load_frameworks(["odd", "pact"], definitions=in_folder(Path("frameworks")))  # without the shipped ones
    return assess(project.report, catalog, project.policy, today=date(2026, 6, 30))
