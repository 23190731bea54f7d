"""What is asked of whom and when: each row of ``scenarios.toml``, read from a project file as ``check`` reads it."""

import re
import tomllib
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

import pytest

from disclosure_index.assessment.assess import Assessment, assess
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.errors import ConfigError, CouldNotCheckError
from disclosure_index.session import load_for, open_project
from tests.support.reports import TODAY, references, shipped

SCENARIOS = tomllib.loads((Path(__file__).parent / "scenarios.toml").read_text("utf-8"))["scenario"]
LISTS = ("sectors", "not-material", "topic-disclosures")
"""What a scenario says of its framework, as it stands in the project file."""


def write(scenario: Mapping[str, Any], folder: Path) -> None:
    """Write the project file and the report of a scenario."""
    start, end = scenario["year"].split()
    id, _, claim = scenario["claim"].partition(" ")
    lines = ["[report]", 'title = "A report"', 'issuer = "An issuer"']
    lines.append(f"financial-year = {{ start = {start}, end = {end} }}")
    if published := scenario.get("published"):
        day, _, estimate = published.partition(" ")
        lines += [f"published = {day}", *(["published-estimate = true"] if estimate else [])]
    lines += ["[[documents]]", 'path = "report.xhtml"', 'language = "en"', "[profile]", 'exchange = "hkex"']
    lines += (f"{key} = {_toml(value)}" for key, value in scenario.get("profile", {}).items())
    lines += ["[[frameworks]]", f'id = "{id}"', f'claim = "{claim}"']
    lines += (f"{key} = {_toml(scenario[key])}" for key in LISTS if key in scenario)
    lines += [f"first-year = {scenario['first-year']}"] if "first-year" in scenario else []
    (folder / "disclosure-index.toml").write_text("\n".join(lines) + "\n", "utf-8")
    tags = re.sub(r"\[(\S+) (\S+)\]", lambda named: references(named[1], named[2]), scenario.get("tags", ""))
    body = [f'<p data-disclosure="{tags}">We used 12 MWh.</p>'] if tags else []
    for omission in scenario.get("omissions", ()):
        reference, reason = f"{id}:{omission['code']}", omission["reason"]
        said = escape(omission["explanation"])
        body.append(f'<p data-omission="{reference}" data-reason="{reason}">{said}</p>')
    page = f'<html lang="en"><body>{"".join(body) or "<p>Text.</p>"}</body></html>'
    (folder / "report.xhtml").write_text(page, "utf-8")


def _toml(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    return "{ " + ", ".join(f'"{key}" = {_toml(item)}' for key, item in value.items()) + " }"


def assessed(folder: Path) -> Assessment:
    """Read, load and assess, as `check` does, with definitions that are loaded once for all scenarios."""
    project = open_project(folder)
    load_for(project.report)  # what cannot be checked is refused here
    return assess(project.report, shipped(), project.policy, today=TODAY)


def rows_of(assessment: Assessment, code: str) -> list[Coverage]:
    """Give the coverage of the disclosures with a code, which may name its edition."""
    wanted, _, edition = code.partition("@")
    return [
        row for row in assessment.coverage if row.disclosure.code == wanted and edition in ("", row.disclosure.edition)
    ]


def one(assessment: Assessment, code: str) -> Coverage:
    [row] = rows_of(assessment, code)
    return row


def found(assessment: Assessment) -> set[str]:
    """Give the rules that find something, alone and with the code that it is about."""
    return {name for f in assessment.verdict.findings for name in (f.rule, f"{f.rule}:{f.code}")}


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario["says"])
def test_scenario(scenario: Mapping[str, Any], tmp_path: Path) -> None:
    write(scenario, tmp_path)
    if scenario.get("refused"):
        with pytest.raises((ConfigError, CouldNotCheckError)):
            assessed(tmp_path)
        return
    assessment = assessed(tmp_path)
    asked = scenario.get("obligation", {})
    levels = {code: one(assessment, code).obligation or "unknown" for code in asked}
    assert levels == asked
    editions = scenario.get("edition", {})
    assert {code: " ".join(r.disclosure.edition for r in rows_of(assessment, code)) for code in editions} == editions
    reliefs = scenario.get("reliefs", {})
    granted = {code: " ".join(r.id for r in one(assessment, code).reasons if r.relief) for code in reliefs}
    assert granted == reliefs
    statuses = scenario.get("status", {})
    assert {code: one(assessment, code).status for code in statuses} == statuses
    told = found(assessment)
    assert set(scenario.get("finds", "").split()) <= told
    assert not set(scenario.get("finds-not", "").split()) & told
    assert [code for code in scenario.get("gone", "").split() if _is_listed(assessment, code)] == []
    if "unchecked" in scenario:
        assert assessment.verdict.unchecked is scenario["unchecked"]
    assert scenario.get("year-name", assessment.report.financial_year) == assessment.report.financial_year


def _is_listed(assessment: Assessment, code: str) -> bool:
    """Whether a code is among what applies; one that is only tagged is not."""
    return any(row.disclosure.uid in assessment.current_uids for row in rows_of(assessment, code))


def test_each_scenario_names_the_paragraph_that_decides_it() -> None:
    assert len(SCENARIOS) >= 60
    assert all(scenario["paragraph"].strip() for scenario in SCENARIOS)
    assert len({scenario["says"] for scenario in SCENARIOS}) == len(SCENARIOS)
