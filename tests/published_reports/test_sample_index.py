"""What is computed from the tags of the sample is what the published report prints, and what a person found in it."""

import csv
import io
from collections import Counter

import pytest

from tests.samples.test_alibaba_gaps import GAPS

KNOWN_DIFFERENCE = {"附录 5 气候相关披露报告": "附录 4 气候相关披露报告"}
"""The printed row points at the wrong appendix; the tags stand at the right one."""


@pytest.fixture
def printed(published):
    """The printed rows, by how they are indexed: (sections, principles)."""
    with published("alibaba-2024/printed-index.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    return [r for r in rows if r["framework"] != "ungc"], [r for r in rows if r["framework"] == "ungc"]


@pytest.fixture
def alibaba_folder(root):
    return root / "report_sources" / "alibaba-2024"


def _index(run, folder, view):
    result = run("index", folder, "--view", view, "--format", "csv")
    assert result.exit_code == 0
    return list(csv.DictReader(io.StringIO(result.stdout)))


def _keys(rows):
    return Counter((r["chapter"], r["section"], r["framework"], r["code"]) for r in rows)


def test_sections_are_the_printed_ones(run, alibaba_folder, printed):
    sections, _ = printed
    wanted = Counter()
    for (chapter, section, framework, code), times in _keys(sections).items():
        wanted[chapter, KNOWN_DIFFERENCE.get(section, section), framework, code] += times
    assert any(r["section"] in KNOWN_DIFFERENCE for r in sections)
    assert _keys(_index(run, alibaba_folder, "sections")) == wanted


def test_principles_are_the_printed_ones(run, alibaba_folder, printed):
    _, principles = printed
    found = [r for r in _index(run, alibaba_folder, "principles") if r["framework"] == "ungc"]
    for row in found:  # Appendix 6 names chapters without their number, Appendix 7 with it
        row["chapter"] = row["chapter"].partition(" - ")[2]
    assert _keys(found) == _keys(principles)


def test_gaps_are_those_that_a_person_found(published):
    lines = published("alibaba-2024/gaps-hkex-esg-2020.csv").read_text("utf-8").splitlines()[1:]
    assert {line.split(",")[0]: line.split(",")[1] for line in lines} == {code: o for code, (o, _) in GAPS.items()}
