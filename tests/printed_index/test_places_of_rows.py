"""Each place that an index row names is found in the report, in another document, or reported."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.printed_index.placing.placement import Why, place
from disclosure_index.printed_index.placing.placer import Placer
from disclosure_index.printed_index.reader import read_printed, with_indexes
from disclosure_index.reading.xhtml import read_xhtml
from tests.printed_index.conftest import PAGE
from tests.support.tiers import examples

TEXT = "What we did in the year, and what came of it, in a few words."
TITLES = ("Harbour life", "Energy we use", "Our crew", "碼頭安全", "水資源管理")
BODY = "".join(
    f"<section><h1>{title}</h1>{PAGE.format(number)}<p>{TEXT}</p></section>" for number, title in enumerate(TITLES, 2)
)


def index(*rows, heads=("Disclosure", "Location")):
    cells = "".join(f"<th>GRI {head}</th>" if head == "Disclosure" else f"<th>{head}</th>" for head in heads)
    written = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"{PAGE.format(9)}<h1>GRI content index</h1><table><tr>{cells}</tr>{written}</table>"


ROWS = (("2-1", "Harbour life"), ("2-2", "Energy we use"))


@pytest.mark.parametrize(
    ("cell", "found", "lost"),
    [
        ("Harbour life / Our crew", ["Harbour life", "Our crew"], []),
        ("Harbour life; A title that is not there", ["Harbour life"], ["A title that is not there"]),
        ("Harbour life<br/>A title that is not there", ["Harbour life"], ["A title that is not there"]),
        ("1.1 Fog signals / 1.2 Tide tables", [], ["1.1 Fog signals", "1.2 Tide tables"]),
        ("碼頭安全；水資源管理；漁業", ["碼頭安全", "水資源管理"], ["漁業"]),
        ("Harbour life, p. 2; p. 77", ["Harbour life"], ["77"]),
        ("2, 3, 77", ["p. 2", "p. 3"], ["77"]),
    ],
)
def test_each_place_of_a_cell_is_found_or_reported(placed, cell, found, lost):
    placement, tags = placed(BODY, index(*ROWS, ("2-3", cell)))
    assert sorted(tags.get("2-3", [])) == sorted(found)
    assert [one.place for one in placement.unplaced if one.claim.code == "2-3"] == lost
    assert all(one.is_whole == (not found) for one in placement.unplaced if one.claim.code == "2-3")


@given(
    known=st.lists(st.sampled_from(TITLES), unique=True, max_size=3),
    unknown=st.lists(st.sampled_from(("Fog signals", "Tide tables", "燈塔維修")), unique=True, max_size=3),
    mark=st.sampled_from(("; ", "<br/>", " | ")),
)
@examples(20)
def test_no_place_is_lost_without_a_word(frameworks, known, unknown, mark):
    body = f'<html lang="en"><body>{BODY}{index(*ROWS, ("2-3", mark.join([*known, *unknown])))}</body></html>'
    document = read_xhtml(body.encode(), "r", "en")
    claims = [claim for claim in read_printed(document, frameworks).claims if claim.code == "2-3"]
    if known or unknown:
        placement = place(with_indexes(document, tuple(claims)), claims)
        titles = [document.sections[tag.span.section].title for tag in placement.document.tags]
        assert sorted(titles) == sorted(known)
        assert sorted(one.place for one in placement.unplaced) == sorted(unknown)


@pytest.mark.parametrize("own", ["Highlights", "2. Highlights", "第二章 摘要"])
def test_a_heading_without_text_is_not_answered_by_the_next_one(placed, own):
    bare = f"<section><h1>{own}</h1></section><section><h1>3. Letter</h1><p>{TEXT}</p></section>"
    placement, tags = placed(BODY, bare, index(*ROWS, ("2-3", own)))
    assert "2-3" not in tags
    assert [(one.claim.code, one.why) for one in placement.unplaced] == [("2-3", Why.NO_TEXT)]


def test_a_chapter_is_the_sections_that_its_number_has_below_it(placed):
    chapter = "".join(
        f"<section><h1>{title}</h1>{'' if title == '4. Sea' else f'<p>{TEXT}</p>'}</section>"
        for title in ("4. Sea", "4.1 Whales", "4.2 Tides", "5. Land")
    )
    assert placed(BODY, chapter, index(*ROWS, ("2-3", "4. Sea")))[1]["2-3"] == ["4.1 Whales", "4.2 Tides"]


@pytest.mark.parametrize(
    ("heads", "cells"),
    [
        (("Disclosure", "Location"), ("",)),
        (("Disclosure", "Location", "Omission"), ("", "")),
        (("Disclosure", "Page", "Notes"), ("", "–")),
        (("Disclosure", "章節", "備註"), ("", "")),
    ],
)
def test_a_row_whose_cells_are_all_empty_discloses_nothing(placed, heads, cells):
    rows = [(code, "Harbour life" if heads[1] != "Page" else "2", *cells[1:]) for code in ("2-1", "2-2", "2-4")]
    placement, tags = placed(BODY, index(*rows, ("2-3", *cells), heads=heads))
    assert "2-3" not in tags
    assert [(one.claim.code, one.why) for one in placement.unplaced] == [("2-3", Why.BLANK)]


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Nachhaltigkeitsstrategie 2030, p. 2", "Nachhaltigkeitsstrategie 2030"),
        ("Fleet Renewal Plan (page 3)", "Fleet Renewal Plan"),
        ("Informativa al pubblico, pag. 4", "Informativa al pubblico"),
        ("See the review of piers in the Harbour Masterplan on pages 3-4", "Harbour Masterplan"),
        ("船員手冊，第3頁", "船員手冊"),
        ("2023 Tariff Tables – pg 2", "2023 Tariff Tables"),
    ],
)
def test_words_beside_a_page_that_are_nowhere_in_the_report_are_another_document(placed, cell, name):
    placement, tags = placed(BODY, index(*ROWS, ("2-3", cell)))
    assert tags["2-3"] == ["row"]
    assert [(told, claim.code) for told, claim in placement.elsewhere] == [(name, "2-3")]


@pytest.mark.parametrize(
    ("cell", "found"),
    [
        ("Report p. 3", ["p. 3"]),
        ("See page 3 of this document", ["p. 3"]),
        ("Page 3", ["p. 3"]),
        ("Tariff section, p. 3", ["p. 3"]),
        ("What we did in the year, p. 3", ["p. 3"]),
        ("Our crew, p. 4", ["Our crew"]),
        ("Harbour life, p. 2 Our crew, p. 4", ["Harbour life", "Our crew"]),
    ],
)
def test_pages_beside_other_words_are_those_of_the_report(placed, cell, found):
    placement, tags = placed(BODY, index(*ROWS, ("2-3", cell)))
    assert tags["2-3"] == found
    assert placement.elsewhere == ()


@pytest.mark.parametrize("words", [8, 11, 12])
def test_a_title_that_is_not_there_is_reported_however_long_it_is(placed, words):
    title = " ".join(["Harbours"] * words)
    placement, tags = placed(BODY, index(*ROWS, ("2-3", title[:88])))
    assert "2-3" not in tags
    assert [one.why for one in placement.unplaced] == [Why.NOT_THERE]


def test_an_answer_in_the_row_s_own_words_is_tagged_there_however_short_it_is(placed):
    rows = (("2-1", "There were none in the year."), ("2-3", f"{TEXT} {TEXT}"))
    assert placed(BODY, index(*ROWS, *rows))[1] | {} == {
        "2-1": ["Harbour life", "row"],
        "2-2": ["Energy we use"],
        "2-3": ["row"],
    }


@pytest.mark.parametrize("line", ["Tugs and pilots", "拖船與領航員"])
def test_a_title_that_is_a_line_of_the_text_is_found_there(placed, line):
    contents = f"<p>{line}</p><p>Lighthouses</p>"
    text = f"{PAGE.format(7)}<p>{TEXT}</p><p>{line}</p><p>{TEXT} {TEXT}</p>"
    placement, tags = placed(contents, BODY, text, index(*ROWS, ("2-3", line)))
    assert tags["2-3"] == ["p. 7"]
    assert placement.unplaced == ()


def test_an_index_that_cites_another_pagination_is_not_placed_by_page(placed):
    rows = [(f"2-{n}", f"{n}, {n + 100}, {n + 120}") for n in range(1, 9)]
    placement, tags = placed(BODY, index(*rows, heads=("Disclosure", "Page")))
    assert tags == {}
    assert len(placement.refused) == 8
    assert not placement.is_index_alone


def test_a_few_pages_behind_the_last_do_not_make_another_pagination(placed):
    rows = [(f"2-{n}", "2, 3, 4") for n in range(1, 9)]
    placement, tags = placed(BODY, index(*rows, ("2-9", "2, 140"), heads=("Disclosure", "Page")))
    assert tags["2-9"] == ["p. 2"]
    assert [one.place for one in placement.unplaced] == ["140"]
    assert placement.refused == ()


def test_places_of_an_index_that_is_published_by_itself_are_in_the_report_that_it_belongs_to(placed):
    rows = [(f"2-{n}", "Data tables" if n % 2 else "Fleet Plan, p. 1") for n in range(1, 11)]
    placement, tags = placed(index(*rows))
    assert set(map(tuple, tags.values())) == {("row",)}
    assert placement.is_index_alone
    assert {name for name, _ in placement.elsewhere} == {"Data tables", "Fleet Plan"}
    assert placement.unplaced == ()


@pytest.mark.parametrize("head", ["Document", "Documento nel quale è presentata", "文件名稱"])
def test_a_column_of_documents_says_where_the_places_beside_it_are(placed, head):
    rows = [
        ("2-1", "DNF 2024", "Harbour life"),
        ("2-2", "DNF 2024", "Our crew"),
        ("2-3", "Statuto", "Article 4"),
        ("2-4", "DNF 2024", "Energy we use"),
    ]
    placement, tags = placed(BODY, index(*rows, heads=("Disclosure", head, "Section")))
    assert tags == {"2-1": ["Harbour life"], "2-2": ["Our crew"], "2-3": ["row"], "2-4": ["Energy we use"]}
    assert placement.unplaced == ()


@pytest.mark.parametrize(
    "said", ["Informazione non presentata", "Not reported", "keine Angabe", "non disponible", "未披露", "不適用"]
)
@pytest.mark.parametrize("heads", [("Disclosure", "Document", "Section"), ("Disclosure", "Document")])
def test_a_row_without_information_names_no_document(placed, said, heads):
    rows = [
        ("2-1", "This report", "Harbour life"),
        ("2-2", said, ""),
        ("2-3", "Statute", "Article 4"),
        ("2-4", said, ""),
    ]
    placement, tags = placed(BODY, index(*(row[: len(heads)] for row in rows), heads=heads))
    assert "2-2" not in tags
    assert "2-4" not in tags
    assert {omission.reference.code for omission in placement.document.omissions} >= {"2-2", "2-4"}
    assert said not in {name for name, _ in placement.elsewhere}


def test_a_placer_without_claims_refuses_nothing():
    document = read_xhtml(f'<html lang="en"><body>{BODY}</body></html>'.encode(), "r", "en")
    placer = Placer(document)
    assert not placer.is_index_alone
    assert not placer.pages_are_others
