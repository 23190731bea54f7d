"""An index in two languages: what differs stands one under the other, the places are those of one document."""

import pytest

from disclosure_index.cli.index.tables import VIEWS, Wanted, tables_of
from disclosure_index.outputs import tables as render

BOTH = ("en", "zh-Hant")


def _tables(assessment, view, languages=BOTH, **wanted):
    return tables_of(assessment, Wanted(view, **wanted), 0, languages, lambda path: path)


def _cells(tables, code):
    return next(dict(zip(t.columns, r, strict=True)) for t in tables for r in t.rows if r[3].text == code)


def test_titles_words_and_sections_stand_in_both(ferries):
    cells = _cells(_tables(ferries, "disclosures"), "B6.3")
    assert cells["title"].text == "Intellectual property practices\n知識產權慣例"
    assert cells["status"].text == "omitted\n從略"
    assert cells["code"].text == "B6.3"
    assert cells["pages"].text == "30"
    said = cells["omission"].text.split("\n")
    assert said[0].startswith("Not material: KPI B6.3: the Group owns")
    assert said[1].startswith("不重要：")
    assert "the Group" not in said[1]


def test_sections_of_the_second_language_are_those_of_its_document_and_lead_into_the_first(ferries):
    (table,) = _tables(ferries, "sections")
    row = next(r for r in table.rows if r[1].text.startswith("Air quality"))
    assert row[1].text == "Air quality\n空氣質素"
    assert {to.rpartition("#")[0][-15:] for _, to in (*row[1].parts, *row[1].under)} == {"report-en.xhtml"}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("languages", [BOTH, ("zh-Hant", "en"), ("en", "zh-Hans")])
def test_every_view_has_the_rows_that_it_has_in_the_first_language(ferries, view, languages):
    alone = _tables(ferries, view, languages[:1])
    for one, two in zip(alone, _tables(ferries, view, languages), strict=True):
        assert [[c.parts for c in r] for r in one.rows] == [[c.parts for c in r] for r in two.rows]


def test_topics_are_listed_in_both(ferries):
    facts = {r[0].parts[0][0]: r[1] for r in _tables(ferries, "filing", framework="gri")[0].rows}
    topics = facts["List of material topics"]
    assert (topics.parts[3][0], topics.under[3][0]) == ("Air quality", "空氣質素")


def test_without_a_document_in_the_second_language_titles_stand_once(alibaba):
    (table,) = _tables(alibaba, "sections", ("zh-Hans", "en"))
    assert table.title == "内容索引 / Content index"
    assert not any(c.under for r in table.rows for c in r)


def test_outputs_keep_the_lines_apart(ferries):
    tables = _tables(ferries, "disclosures")
    assert "Intellectual property practices<br>知識產權慣例" in render.markdown(tables, *BOTH)
    assert "| Code<br>編號 |" in render.markdown(tables, *BOTH)
    assert '"Intellectual property practices\n知識產權慣例"' in render.comma_separated(tables)


@pytest.mark.parametrize("value", ["en,fr", "en,zh-Hans,zh-Hant", "zh"])
def test_languages_that_are_none_are_wrong_usage(run, root, value):
    result = run("index", root / "report_sources" / "harbour-ferries-2025", "--language", value)
    assert (result.exit_code, result.stdout) == (2, "")
