"""Owners and notes of disclosures, and what was reviewed."""

from dataclasses import replace

import pytest

from disclosure_index.assessment.assess import assess
from disclosure_index.errors import ConfigError
from disclosure_index.model import Status
from disclosure_index.policy import Policy
from disclosure_index.session import load_for
from tests.support.reports import TODAY, report, row, shipped

CLAIMS = {"hkex-esg": "comply-or-explain", "gri": "in-accordance"}


def of(body="<p>Text.</p>", owners=None, notes=None, **policy):
    facts = replace(report(body, claims=CLAIMS), owners=owners or {}, notes=notes or {})
    return assess(facts, shipped(), Policy(**policy), today=TODAY)


@pytest.mark.parametrize(
    ("code", "owner"),
    [
        ("A1.3", "own"),
        ("A1.4", "group"),
        ("A2.1", "framework"),
        ("13(i)", "heading"),
        ("305-1", "standard"),
        ("2-1", ""),
    ],
)
def test_the_nearest_owner_counts(code, owner):
    owners = {
        "hkex-esg": "framework", "hkex-esg:a1": "group", "hkex-esg:a1.3": "own", "hkex-esg:13": "heading",
        "gri:gri 305": "standard",
    }  # fmt: skip
    assert row(of(owners=owners), code).owner == owner


def test_a_note_is_for_one_disclosure():
    assessment = of(notes={"gri:2-5": "p. 4 of the letter"})
    assert {c.disclosure.short: c.note for c in assessment.coverage if c.note} == {"gri:2-5": "p. 4 of the letter"}


@pytest.mark.parametrize(
    ("table", "key", "hint"),
    [
        ("owners", "hkex-esg:a13", "did you mean"),
        ("notes", "hkex-esg", "did you mean"),
        ("owners", "x:1", "write it as"),
    ],
)
def test_what_names_nothing_is_refused_by_name(table, key, hint):
    facts = replace(report("<p>Text.</p>", claims=CLAIMS), **{table: {key: "A"}})
    with pytest.raises(ConfigError, match=f'{table} "{key}" is not defined; {hint}'):
        load_for(facts)


REVIEWED = (
    '<p data-disclosure="hkex-esg:A1.1 hkex-esg:A1.2" data-reviewed="hkex-esg:A1.1">Text.</p>'
    '<p data-omission="hkex-esg:A1.3" data-reason="not-material">We make none.</p>'
    '<p data-omission="hkex-esg:A1.4" data-reason="not-material" data-reviewed="hkex-esg:A1.4">We make none.</p>'
)


def test_what_was_reviewed_is_known():
    assessment = of(REVIEWED)
    assert {c.disclosure.code for c in assessment.coverage if c.reviewed} == {"A1.1", "A1.4"}
    assert row(assessment, "A1.2").status == Status.DISCLOSED


def test_approved_only_counts_what_was_reviewed():
    assessment = of(REVIEWED, approved_only=True)
    found = [row(assessment, code).status for code in ("A1.1", "A1.2", "A1.3", "A1.4")]
    assert found == [Status.DISCLOSED, Status.MISSING, Status.MISSING, Status.OMITTED]
    assert "--approved-only: only reviewed statements count" in assessment.verdict.filters
