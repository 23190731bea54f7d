"""What an update left to a person, on the page of what waits: old text, candidates, and what to run."""

from dataclasses import replace
from datetime import date

import pytest

from disclosure_index.assessment.assess import assess
from disclosure_index.edits.text_identity import digest_of
from disclosure_index.model import Pending, PendingCandidate
from disclosure_index.tui.detail.targets import FindingTarget
from disclosure_index.tui.findings.waiting import waiting
from tests.support.reports import TODAY, report, shipped

WAS = "有害廢棄物 2,008 噸"
TEXTS = ("有害廢棄物 1,950 噸。", "Hazardous waste: 1,950 tonnes.")


def _waiting(*pending, body="", language="en"):
    page = "".join(f"<p>{text}</p>" for text in TEXTS) + body
    made = report(page, claims={"hkex-esg": "comply-or-explain"}, year=date(2023, 1, 1), published=date(2024, 4, 30))
    assessment = assess(replace(made, pending=pending), shipped(), today=TODAY)
    return assessment.report.documents[0], waiting(assessment, TODAY, language)


def _text(blocks):
    return "\n".join(part.text for block in blocks for part in block.parts)


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_candidates_stand_below_the_old_text_with_the_command(language):
    places = tuple(PendingCandidate(text, "12", 80.0, (digest_of(text),)) for text in TEXTS)
    one = Pending("report.xhtml", "to-confirm", "tag", "hkex-esg:A1.3", WAS, "廢棄物", "9", candidates=places)
    document, blocks = _waiting(one, language=language)
    said = _text(blocks)
    assert said.index(WAS) < said.index(TEXTS[0]) < said.index(TEXTS[1])
    assert "update --accept 1=2" in said
    assert "update --drop 1" in said
    targets = [block.target for block in blocks if isinstance(block.target, FindingTarget)]
    assert [p.location for p in document.passages] == [t.location for t in targets][1:3]


def test_a_candidate_that_is_gone_cannot_be_gone_to():
    place = PendingCandidate("Gone", "", 80.0, (digest_of("Gone"),))
    one = Pending("report.xhtml", "to-confirm", "tag", "hkex-esg:A1.3", WAS, candidates=(place,))
    _, blocks = _waiting(one)
    assert "not there exactly once" in _text(blocks)
    assert "--accept" not in _text(blocks)


def test_a_changed_text_stands_beside_the_one_that_was_reviewed():
    body = f'<p data-disclosure="hkex-esg:A1.3">{TEXTS[0]} 減少。</p>'
    one = Pending("report.xhtml", "changed", "tag", "hkex-esg:A1.3", WAS, reviewed=True)
    _, blocks = _waiting(one, body=body)
    assert f"{TEXTS[0]} 減少。" in _text(blocks)
    _, settled = _waiting(one, body=body.replace("<p ", '<p data-reviewed="hkex-esg:A1.3" '))
    assert WAS not in _text(settled)
