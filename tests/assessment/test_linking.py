"""What a tag names: the status of a link. Dates and industries are tried in tests/frameworks/test_editions.py."""

import pytest

from disclosure_index.assessment.linking import Link, LinkStatus
from tests.support.reports import assessed

GRI = {"gri": "with-reference"}


def link(reference: str, **facts: object) -> Link:
    [found] = assessed(f'<p data-disclosure="{reference}">Text.</p>', **({"claims": GRI} | facts)).tags
    return found


@pytest.mark.parametrize(
    ("reference", "status"),
    [
        ("gri:305-1", LinkStatus.COVERS),
        ("GRI:305-1", LinkStatus.COVERS),
        ("gri:2-9#a", LinkStatus.COVERS),
        ("gri:306-3@2016", LinkStatus.COVERS),
        ("gri:306-3", LinkStatus.AMBIGUOUS),
        ("gri:305-99", LinkStatus.UNKNOWN),
        ("gri:102-16", LinkStatus.WRONG_EDITION),
        ("gri:305-1@1999", LinkStatus.WRONG_EDITION),
        ("esrs:E1-6", LinkStatus.UNKNOWN_FRAMEWORK),
        ("tcfd:strategy-a", LinkStatus.UNWANTED),
        ("gri-305-1", LinkStatus.MALFORMED),
    ],
)
def test_every_status_has_its_cause(reference: str, status: LinkStatus) -> None:
    assert link(reference).status == status


@pytest.mark.parametrize("status", LinkStatus)
def test_only_what_reaches_a_disclosure_counts(status: LinkStatus) -> None:
    assert status.counts == (status in (LinkStatus.COVERS, LinkStatus.AMBIGUOUS))


@pytest.mark.parametrize("reference", ["hkex-esg:a1.1", "HKEX-ESG:A1.1", "hkex-esg:A1.1@2020"])
def test_case_and_a_named_edition_do_not_matter_where_one_disclosure_is_meant(reference: str) -> None:
    found = link(reference, claims={"hkex-esg": ""})
    assert found.status == LinkStatus.COVERS
    assert found.disclosure is not None
    assert found.disclosure.uid == "hkex-esg:A1.1@2020"


def test_an_omission_is_linked_like_a_tag() -> None:
    body = '<p data-omission="gri:2-21 gri:2-99 nonsense" data-reason="not-applicable">Why.</p>'
    assert [o.status for o in assessed(body, claims=GRI).omissions] == [
        LinkStatus.COVERS,
        LinkStatus.UNKNOWN,
        LinkStatus.MALFORMED,
    ]


def test_links_keep_the_order_of_the_documents_and_tell_which_one_they_are_in() -> None:
    english = '<p data-disclosure="gri:2-1">One.</p><p data-disclosure="gri:2-2">Two.</p>'
    chinese = '<p data-disclosure="gri:2-1">一。</p>'
    tags = assessed(english, chinese, claims=GRI).tags
    assert [(t.document, t.statement.text) for t in tags] == [(0, "gri:2-1"), (0, "gri:2-2"), (1, "gri:2-1")]
