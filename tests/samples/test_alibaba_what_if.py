"""What would become missing under another edition or for another issuer, as the definitions say."""

import re
from datetime import date

import pytest

from disclosure_index.project.file import with_editions
from disclosure_index.session import open_assessment, open_project

DAY = date(2026, 6, 30)
NEW = {"hkex-esg": "2025"}
PART_D = {str(n) for n in range(19, 41)}
"""The climate paragraphs, which the Code of 2025 adds; 41 is a rule of preparation."""


def _gaps(folder, **changes):
    assessment = open_assessment(folder, today=DAY, **changes)
    return {c.disclosure.code: c for c in assessment.coverage if c.is_gap and c.disclosure.framework == "hkex-esg"}


def test_code_of_2025_adds_its_climate_paragraphs(alibaba_folder):
    assert _gaps(alibaba_folder, editions=NEW).keys() - _gaps(alibaba_folder).keys() == PART_D


def test_a_framework_can_be_asked_that_the_report_does_not_claim(alibaba_folder):
    assessment = open_assessment(alibaba_folder, today=DAY, editions={"ifrs-s2": "2023"})
    assert any(c.disclosure.framework == "ifrs-s2" for c in assessment.coverage)


def test_every_unverified_gap_says_so_and_no_other(run, alibaba_folder):
    result = run("check", alibaba_folder, "--edition", "hkex-esg=2025")
    assert result.exit_code == 1
    gaps = _gaps(alibaba_folder, editions=NEW)
    lines = [line for line in result.stdout.splitlines() if " missing-" in line]
    assert len(lines) == len(gaps)
    for line in lines:
        code = re.search(r"HKEX (\S+) ", line)[1]
        assert ("this definition is unverified" in line) == (gaps[code].disclosure.basis == "unverified"), line
    assert any("unverified" in line for line in lines)


def test_an_edition_asked_for_is_named(run, alibaba_folder):
    lines = run("check", alibaba_folder, "--edition", "hkex-esg=2025").stdout.splitlines()
    assert all("for FY2024 under edition 2025" in line for line in lines if " missing-" in line)


def test_tags_of_the_old_edition_are_told_with_what_replaces_them(run, alibaba_folder):
    lines = run("check", alibaba_folder, "--edition", "hkex-esg=2025").stdout.splitlines()
    told = [(line, lines[n + 1]) for n, line in enumerate(lines) if "DI203 wrong-edition: HKEX A1.2 " in line]
    assert told
    assert all(hint == "  help: Use hkex-esg:28(a) or hkex-esg:28(b)" for _, hint in told)


def test_gem_issuer_owes_only_scope_1_and_2_of_the_climate_part(alibaba_folder):
    climate = _gaps(alibaba_folder, editions=NEW, profile={"board": "gem"}).keys() - _gaps(alibaba_folder).keys()
    assert climate == {"28(a)", "28(b)"}  # and not 28 as a whole, of which 28(c) is voluntary


@pytest.mark.parametrize(
    ("size", "starts", "obligation"),
    [("large-cap", 2025, "comply-or-explain"), ("large-cap", 2026, "mandatory"), ("other", 2026, "comply-or-explain")],
)
def test_climate_governance_is_mandatory_for_large_caps_from_2026(make_report, size, starts, obligation):
    folder = make_report(
        "<p>Nothing is tagged.</p>",
        project=f'[profile]\nboard = "main-board"\nsize = "{size}"\n[[frameworks]]\nid = "hkex-esg"\n',
    )
    file = folder / "disclosure-index.toml"
    file.write_text(file.read_text("utf-8").replace("2024-", f"{starts}-"), "utf-8")
    assert _gaps(folder)["19"].obligation == obligation


@pytest.mark.parametrize(("board", "size"), [("main-board", "large-cap"), ("main-board", "other"), ("gem", "other")])
def test_scope_1_and_2_are_mandatory_for_every_issuer(alibaba_folder, board, size):
    assessment = open_assessment(alibaba_folder, today=DAY, editions=NEW, profile={"board": board, "size": size})
    levels = {c.disclosure.code: c.obligation for c in assessment.coverage}
    assert levels["28(a)"] == levels["28(b)"] == "mandatory"


def test_asking_changes_nothing_in_the_project(alibaba_folder):
    report = open_project(alibaba_folder).report
    with_editions(report, NEW)
    assert [claim.edition for claim in report.claims] == [None] * len(report.claims)
