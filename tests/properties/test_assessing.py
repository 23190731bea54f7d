"""What has to hold for any report: the same again, no better with less, and findings that keep their identity."""

import pickle
from datetime import date

from hypothesis import assume, example, given
from hypothesis import strategies as st

from disclosure_index.assessment.assess import Assessment
from disclosure_index.model import Status
from tests.support.reports import assessed
from tests.support.tiers import examples

CLAIMS = {"hkex-esg": "comply-or-explain", "gri": "in-accordance"}
REFERENCES = [
    *("hkex-esg:13", "hkex-esg:13(i)", "hkex-esg:A1.3", "hkex-esg:A1.4", "hkex-esg:A1", "hkex-esg:B1.1#gender"),
    *("hkex-esg:B1.1", "hkex-esg:B1.1#age-group,employment-type", "hkex-esg:A9", "gri:2-7#a", "gri:2-7#b,c,d,e"),
    *("gri:2-7#total-by-gender", "gri:2-1", "gri:305-1", "gri:306-3", "gri:102-16", "tcfd:strategy-a", "nonsense"),
]
OMISSIONS = ["hkex-esg:A1.4", "hkex-esg:13", "gri:2-21", "hkex-esg:B1.1#gender", "gri:2-7#a"]
REASONS = ["not-material", "not-applicable", "", "no time"]

tags = st.lists(st.sampled_from(REFERENCES), min_size=1, max_size=4).map(" ".join)
tagged = st.builds('<p data-disclosure="{}">Text.</p>'.format, tags)
omitted = st.builds(
    '<p data-omission="{}" data-reason="{}">Why.</p>'.format, st.sampled_from(OMISSIONS), st.sampled_from(REASONS)
)
bodies = st.lists(tagged | omitted, min_size=1, max_size=6)

RANK = {Status.OMITTED: 1, Status.PARTIAL: 2, Status.DISCLOSED: 3}
some = examples(40)


def assess(body: str, *more: str) -> Assessment:
    return assessed(body, *more, claims=CLAIMS)


def standing(assessment: Assessment) -> dict[str, int]:
    return {c.disclosure.uid: RANK.get(c.status, 0) for c in assessment.coverage if not c.disclosure.heading}


def fingerprints(assessment: Assessment) -> set[str]:
    return {f.fingerprint for f in assessment.verdict.findings}


@given(bodies)
@some
def test_the_same_report_gives_the_same_assessment(parts: list[str]) -> None:
    body = "".join(parts)
    first, second = assess(body), assess(body)
    assert first.verdict == second.verdict
    assert first.coverage == second.coverage


@given(bodies)
@examples(5)
def test_an_assessment_can_be_sent_to_another_process(parts: list[str]) -> None:
    assessment = assess("".join(parts))
    again = pickle.loads(pickle.dumps(assessment))
    assert again.verdict == assessment.verdict
    assert again.coverage == assessment.coverage


@given(bodies)
@some
def test_findings_are_sorted_and_each_has_a_fingerprint_of_its_own(parts: list[str]) -> None:
    found = assess("".join(parts)).verdict.findings
    assert [f.location for f in found] == sorted(f.location for f in found)
    assert len({f.fingerprint for f in found}) == len(found)
    assert all(f.name and f.message and f.location.path for f in found)


@given(st.lists(tagged, min_size=1, max_size=6), st.lists(omitted, max_size=2), st.data())
@example(
    ['<p data-disclosure="gri:2-7#a">x</p>', '<p data-disclosure="gri:2-7#b,c,d,e">x</p>',
     '<p data-disclosure="gri:2-7#total-by-gender">x</p>'], [], None,
)  # fmt: skip
@some
def test_to_remove_a_tag_never_improves_coverage(parts: list[str], rest: list[str], data: st.DataObject | None) -> None:
    gone = data.draw(st.integers(0, len(parts) - 1)) if data else len(parts) - 1
    with_it = standing(assess("".join([*parts, *rest])))
    without = standing(assess("".join([*parts[:gone], *parts[gone + 1 :], *rest])))
    assert {uid: (with_it[uid], without[uid]) for uid in with_it if without[uid] > with_it[uid]} == {}


@given(
    bodies,
    st.integers(0, 6),
    st.sampled_from(["<p>A word.</p>", "\n\n\n", "<h4>!</h4>", "<table><tr><td>1</td></tr></table>"]),
)
@some
def test_a_passage_without_a_tag_changes_no_fingerprint(parts: list[str], at: int, passage: str) -> None:
    before = fingerprints(assess("".join(parts)))
    assert fingerprints(assess("".join([*parts[:at], passage, *parts[at:]]))) == before


@given(st.lists(tagged | omitted, min_size=2, max_size=4), st.randoms(use_true_random=False))
@example(['<p data-disclosure="hkex-esg:A1.3">x</p>', '<p data-disclosure="hkex-esg:A1.3">y</p>'], None)
@some
def test_to_move_a_section_changes_no_fingerprint(parts: list[str], random: object) -> None:
    sections = [f'<section id="s{n}"><h2>{n}</h2>{part}</section>' for n, part in enumerate(parts)]
    moved = list(reversed(sections))
    if random is not None:
        random.shuffle(moved)  # type: ignore[attr-defined]
    assert fingerprints(assess("".join(moved))) == fingerprints(assess("".join(sections)))


@given(bodies)
@some
def test_a_twin_that_says_the_same_adds_no_finding_of_coverage(parts: list[str]) -> None:
    alone, twins = assess("".join(parts)), assess("".join(parts), "".join(parts))
    assert standing(alone) == standing(twins)
    assert "DI605" not in {f.rule for f in twins.verdict.findings}


@given(bodies, st.dates(date(2020, 7, 1), date(2028, 12, 31)))
@some
def test_any_year_can_be_assessed(parts: list[str], year: date) -> None:
    assume((year.month, year.day) != (2, 29))
    assessment = assessed("".join(parts), claims=CLAIMS, year=year, published=None)
    assert {c.disclosure.framework for c in assessment.coverage} == {"hkex-esg", "gri"}
    gaps = [c for c in assessment.coverage if c.is_gap]
    above = {c.disclosure.code: c for c in assessment.coverage if c.reported_with}
    assert not {c.disclosure.code for c in gaps} & above.keys()
