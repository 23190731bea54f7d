"""A workbench on real files, in a temporary folder of the test."""

import shutil
from datetime import date

import pytest

from disclosure_index.workbench import open_workbench

TODAY = date(2026, 6, 1)


@pytest.fixture
def sample(root, tmp_path):
    """Copy a sample report, and return its folder."""

    def copy(name="alibaba-2024"):
        return shutil.copytree(root / "report_sources" / name, tmp_path / name)

    return copy


@pytest.fixture
def bench(sample):
    """The report with eight gaps."""
    return open_workbench(sample(), today=TODAY)


@pytest.fixture
def row():
    """Return the coverage of a disclosure."""

    def find(bench, code, framework="hkex-esg"):
        [found] = [c for c in bench.assessment.coverage if c.disclosure.short == f"{framework}:{code}"]
        return found

    return find


@pytest.fixture
def gaps():
    """Return the codes of missing disclosures."""
    return lambda bench: [row.disclosure.code for row in bench.assessment.coverage if row.is_gap]


@pytest.fixture
def passage():
    """Return the location of the only passage of a kind that contains some words."""

    def find(bench, words, kind="table-row", document=0):
        passages = bench.assessment.report.documents[document].passages
        [found] = [p.location for p in passages if p.kind == kind and words in p.text]
        return found

    return find
