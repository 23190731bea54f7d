"""The words of the shipped definitions, and what `frameworks lint` tells of broken ones."""

from pathlib import Path

import pytest

from disclosure_index.catalog.definitions import in_folder, shipped_folder
from disclosure_index.catalog.lint import lint
from disclosure_index.catalog.loading import load_frameworks
from disclosure_index.model import LANGUAGES
from tests.support.reports import shipped

ANSWERED = ("hkex-esg", "gri", "tcfd", "ungc", "ifrs-s2")
INDUSTRIES = ("CG-EC", "TC-SI", "FN-CB", "FN-AC", "FN-IN", "IF-RE", "IF-EU", "TR-AF", "HC-BP", "CG-MR")
ROW = """
[[terms]]
code = "{code}"
units = []
en = {{ names = ["air"], terms = ["soot"], needs = ["soot"], against = [{against}] }}
zh-Hans = {{ names = ["空气"], terms = ["烟尘"] }}
zh-Hant = {{ names = ["空氣"], terms = ["煙塵"] }}
"""


def of(disclosure):
    return shipped().vocabulary.of(disclosure)


@pytest.mark.parametrize("framework", ANSWERED)
def test_every_disclosure_that_is_asked_for_has_words_in_every_language(framework):
    asked = [d for d in shipped().frameworks[framework].disclosures if d.required and not d.heading]
    assert [d.uid for d in asked if set(of(d).words) != set(LANGUAGES)] == []


@pytest.mark.parametrize("industry", INDUSTRIES)
def test_every_metric_of_the_common_industries_has_words(industry):
    asked = [d for d in shipped().frameworks["sasb"].disclosures if d.part == industry and d.in_force.end is None]
    assert len(asked) > 8
    assert [d.uid for d in asked if set(of(d).words) != set(LANGUAGES)] == []


def test_an_edition_has_words_of_its_own_where_a_code_means_something_else():
    spills, waste = [d for d in shipped().frameworks["gri"].disclosures if d.code == "306-3"]
    assert "spill" in of(spills).words["en"].terms
    assert "spill" not in of(waste).words["en"].terms


def test_lint_finds_nothing_in_what_is_shipped():
    assert [f.message for f in lint(load_frameworks(["hkex-esg"])) if "terms/" in f.message] == []


def broken(tmp_path: Path, rows: str) -> list[tuple[str, str, int]]:
    source = shipped_folder() / "ungc"
    target = tmp_path / "ungc"
    (target / "terms").mkdir(parents=True)
    for file in source.glob("*.toml"):
        (target / file.name).write_bytes(file.read_bytes())
    (target / "terms" / "2004.toml").write_text(f'framework = "ungc"\npart = "2004"\n{rows}', "utf-8")
    catalog = load_frameworks(definitions=in_folder(tmp_path))
    return [(f.rule, f.message, f.location.line) for f in lint(catalog) if "terms/" in f.message]


@pytest.mark.parametrize(
    ("rows", "rule", "said", "line"),
    [
        (ROW.format(code="1", against='"soot"'), "DI507", "1: en: soot is listed under both needs and against", 4),
        (ROW.format(code="11", against=""), "DI505", "11: is not defined in this part", 4),
        (ROW.format(code="1", against="") * 2, "DI502", "1: is listed twice", 11),
        (ROW.format(code="1", against="").replace("terms = [", "term = ["), "DI501", 'did you mean "terms"?', 7),
        ("terms = 3", "DI501", "terms", 3),
    ],
)
def test_broken_terms_are_told_with_their_line_and_read_as_none(tmp_path, rows, rule, said, line):
    found = broken(tmp_path, rows)
    assert any(r == rule and said in message and at == line for r, message, at in found), found
    disclosures = load_frameworks(definitions=in_folder(tmp_path)).frameworks["ungc"].disclosures
    assert all(
        isinstance(load_frameworks(definitions=in_folder(tmp_path)).vocabulary.of(d).units, tuple) for d in disclosures
    )
