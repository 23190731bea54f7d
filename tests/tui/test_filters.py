"""Filters combine; and a bar is full only when all is done."""

from dataclasses import replace

import pytest

from disclosure_index.tui.disclosure_table import sections_of
from disclosure_index.tui.filters import NO_FILTER, Filter, passes
from disclosure_index.tui.framework_tree import branches
from disclosure_index.tui.search import haystack, matches
from disclosure_index.tui.status_marks import EMPTY, FULL, bar
from tests.support.reports import assessed, references

OTHERS = references("hkex-esg", "2020", ("A1.1", "A1.2", "A1.3"))
BODY = f"""<section id="a" data-disclosure="hkex-esg:A1.2"><h2>排放 Emissions</h2><p>范围一为 12 吨。</p></section>
<section id="b" data-disclosure="{OTHERS}" data-reviewed="hkex-esg:13">
<h2>Governance</h2><p>The board oversees it.</p></section>"""


@pytest.fixture(scope="module")
def assessment():
    return assessed(BODY, claims={"hkex-esg": "comply-or-explain"})


def codes(assessment, asked, groups=frozenset()):
    return [
        row.disclosure.code
        for row in assessment.coverage
        if passes(row, asked, groups, [title for path in sections_of(assessment, row) for title in path])
    ]


def test_nothing_asked_shows_all(assessment):
    assert len(codes(assessment, NO_FILTER)) == len(assessment.coverage)


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Filter(gaps=True), ["A1.1", "A1.3"]),
        (Filter(gaps=True, obligations=frozenset({"mandatory"})), []),
        (Filter(section="排放"), ["A1.2"]),
        (Filter(section="emissions"), ["A1.2"]),
        (Filter(owner="nobody"), []),
        (Filter(framework="gri"), []),
    ],
)
def test_filters(assessment, asked, expected):
    assert codes(assessment, asked) == expected


def test_unreviewed_asks_for_something_to_review(assessment):
    shown = codes(assessment, Filter(unreviewed=True))
    assert "13" not in shown
    assert "A1.1" not in shown  # there is nothing to review
    assert "A1.2" in shown


def test_a_group_and_what_is_under_it(assessment):
    assert codes(assessment, replace(NO_FILTER, framework="hkex-esg", group="A"), frozenset({"A", "A1"}))[:2] == [
        "A1",
        "A1.1",
    ]


def test_branches_sum_up(assessment):
    [top] = branches(assessment)
    assert (top.framework, top.open) == ("hkex-esg", 2)
    assert top.done == top.asked - 2
    assert sum(branch.asked for branch in top.branches) == top.asked


@pytest.mark.parametrize(
    ("done", "asked", "drawn"),
    [(0, 0, 0), (0, 9, 0), (1, 99, 1), (98, 99, 4), (99, 99, 5), (1, 2, 2)],
)
def test_bar(done, asked, drawn):
    assert bar(done, asked, 5) == FULL * drawn + EMPTY * (5 - drawn)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("a1.3", ["A1.3"]),
        ("HKEX A1.3", ["A1.3"]),
        ("有害废弃物总量", ["A1.3"]),
        ("有害廢棄物總量", ["A1.3"]),
        ("范围一为", ["A1.2"]),
        ("以千個千瓦時計", ["A2.1"]),  # what it asks for, said in Chinese
        ("no such words", []),
        ("", []),
        ("  ", []),
    ],
)
def test_matches(assessment, query, expected):
    found = matches(assessment, haystack(assessment, lambda: None), query)
    assert [row.disclosure.code for row in assessment.coverage if row.disclosure.uid in found] == expected
