"""The tables behind the outputs: what stands in them, in which order, and once."""

from datetime import date

import pytest

from disclosure_index.session import open_assessment
from disclosure_index.tables import by_disclosure, by_section
from disclosure_index.tables.gaps import gaps

DAY = date(2025, 6, 1)
TCFD = '[[frameworks]]\nid = "tcfd"\nclaim = "in-accordance"\n'
HKEX = '[profile]\nboard = "main-board"\nsize = "other"\n[[frameworks]]\nid = "hkex-esg"\nclaim = "comply-or-explain"\n'


@pytest.fixture
def assessed(make_report):
    """Assess a body of text."""

    def make(body, project=TCFD, language="en"):
        return open_assessment(make_report(body, project=project, language=language), today=DAY)

    return make


def _records(table):
    return list(table.records())


def _section(title, tags="", inner="", page=""):
    mark = f' data-disclosure="{tags}"' if tags else ""
    turn = f'<span role="doc-pagebreak" aria-label="{page}"/>' if page else ""
    return f"<section{mark}>{turn}<h1>{title}</h1><p>Text.</p>{inner}</section>"


def test_sections_stand_in_the_report_s_order_not_the_frameworks(assessed):
    table = by_section.claims(
        assessed(_section("Z", "tcfd:strategy-b tcfd:governance-a") + _section("A", "tcfd:strategy-a"))
    )
    assert [(r["chapter"], r["code"]) for r in _records(table)] == [
        ("Z", "strategy-b"),
        ("Z", "governance-a"),
        ("A", "strategy-a"),
    ]


def test_a_code_stands_once_per_section_however_often_it_is_tagged(assessed):
    inner = '<p data-disclosure="tcfd:strategy-a">One.</p><p data-disclosure="tcfd:strategy-a">Two.</p>'
    assert len(_records(by_section.claims(assessed(_section("A", "tcfd:strategy-a", inner))))) == 1


def test_what_stands_deeper_is_listed_under_its_section(assessed):
    deep = _section("Section", "", _section("Deeper", "tcfd:strategy-a"))
    (row,) = _records(by_section.claims(assessed(_section("Chapter", "", deep))))
    assert (row["chapter"], row["section"]) == ("Chapter", "Section")


def test_section_that_answers_nothing_keeps_its_row_beside_those_that_do(assessed):
    chapter = _section("Chapter", "", _section("Full", "tcfd:strategy-a") + _section("Empty"))
    rows = _records(by_section.by_section(assessed(_section("Foreword") + chapter)))
    assert [(r["chapter"], r["section"], r["TCFD"]) for r in rows] == [
        ("Chapter", "", ""),
        ("", "Full", "Strategy (a)"),
        ("", "Empty", ""),
    ]


def test_two_sections_of_one_name_are_two_rows(assessed):
    """Two chapters may each have an “Overview”; so may one."""
    body = _section("Chapter", "", _section("Overview", "tcfd:strategy-a") + _section("Overview", "tcfd:strategy-b"))
    rows = _records(by_section.by_section(assessed(body)))
    assert [(r["section"], r["TCFD"]) for r in rows[1:]] == [("Overview", "Strategy (a)"), ("Overview", "Strategy (b)")]


def test_pages_are_those_of_the_tagged_element(assessed):
    turn = '<span role="doc-pagebreak" aria-label="14"/><p>More.</p>'
    body = _section("A", "tcfd:strategy-a", turn, page="12") + _section("B", "tcfd:strategy-b")
    assert [r["pages"] for r in _records(by_section.claims(assessed(body)))] == ["12–14", "14"]


def test_disclosures_list_each_section_once_in_reading_order(assessed):
    body = _section("B", "tcfd:strategy-a", '<p data-disclosure="tcfd:strategy-a">x</p>', page="1")
    (table,) = by_disclosure.by_disclosure(assessed(body + _section("A", "tcfd:strategy-a", page="3")), "en")
    (row,) = [r for r in _records(table) if r["code"] == "strategy-a"]
    assert (row["section"], row["pages"], row["status"]) == ("B; A", "1; 3", "disclosed")


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Not material: We have none."), ("zh-Hans", "不重要"), ("zh-Hant", "不重要")],
)
def test_omission_gives_reason_and_explanation(assessed, language, said):
    body = '<p data-omission="hkex-esg:A1.1" data-reason="not-material">We have none.</p>'
    (table,) = by_disclosure.by_disclosure(assessed(body, HKEX), language)
    (row,) = [r for r in _records(table) if r["code"] == "A1.1"]
    assert said in row["omission"]
    assert "We have none." in row["omission"]


def test_omission_says_where_it_stands(assessed):
    """A reader of the index wants to find the explanation as well as a disclosure."""
    omission = '<p data-omission="hkex-esg:A1.1" data-reason="not-material">We have none.</p>'
    (table,) = by_disclosure.by_disclosure(assessed(_section("What is left out", "", omission, page="9"), HKEX), "en")
    (row,) = [r for r in _records(table) if r["code"] == "A1.1"]
    assert (row["section"], row["pages"]) == ("What is left out", "9")


def test_gaps_stand_hardest_first_and_in_the_framework_s_order(assessed):
    rows = _records(gaps(assessed("<p>Nothing.</p>", HKEX), "en"))
    levels = [r["obligation"] for r in rows]
    assert levels == sorted(levels, key=["mandatory", "comply-or-explain", "recommended"].index)
    assert [r["code"] for r in rows][:5] == ["13", "14", "15", "A1", "A1.1"]


def test_partial_stands_below_missing_and_only_where_something_is_owed(assessed):
    rows = _records(gaps(assessed('<p data-disclosure="hkex-esg:B1.1#gender">x</p>', HKEX), "en"))
    assert (rows[-1]["code"], rows[-1]["status"]) == ("B1.1", "partial")
    assert [r["status"] for r in rows[:-1]] == ["missing"] * (len(rows) - 1)


def test_gap_that_is_told_at_its_heading_is_not_told_again(assessed):
    codes = [r["code"] for r in _records(gaps(assessed("<p>Nothing.</p>"), "en"))]
    assert codes == ["governance", "strategy", "risk-management", "metrics-targets"]
    codes = [r["code"] for r in _records(gaps(assessed(_section("A", "tcfd:strategy-a")), "en"))]
    assert codes == ["governance", "strategy-b", "strategy-c", "risk-management", "metrics-targets"]


def test_valid_omission_is_no_gap_and_an_invalid_one_is(assessed):
    valid = '<p data-omission="hkex-esg:A1.1" data-reason="not-material">We have none.</p>'
    codes = {r["code"] for body in (valid,) for r in _records(gaps(assessed(body, HKEX), "en"))}
    assert "A1.1" not in codes
    unexplained = '<p data-omission="hkex-esg:A1.1" data-reason="not-material"/>'
    assert "A1.1" in {r["code"] for r in _records(gaps(assessed(unexplained, HKEX), "en"))}
