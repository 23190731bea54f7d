"""Where a claim of a printed index goes: to the section of its title, to its page, or to its own row."""

from dataclasses import replace

import pytest

from disclosure_index.printed_index import IndexEntry
from disclosure_index.printed_index.claims import Place
from disclosure_index.printed_index.placing.placement import place
from disclosure_index.reading.html import read_html
from disclosure_index.reading.xhtml import read_xhtml

PAGE = '<span role="doc-pagebreak" aria-label="{}"/>'


def read(body):
    return read_xhtml(f'<html lang="en"><body>{body}</body></html>'.encode(), "r.xhtml", "en")


def sections(*titles):
    return read("".join(f"<section><h1>{title}</h1><p>{title}.</p></section>" for title in titles))


def claim(document, *path, **facts):
    """Claim GRI 305-1 on the last passage of the document, which is its index row."""
    row = document.passages[-1].location
    return IndexEntry("gri", "305-1", row, sections=(path,) if path else (), **facts)


def reached(document, *claims):
    """Give the texts that the tags of the claims reach, a list for each tag."""
    placed = place(document, claims).document
    return [[p.text for p in placed.passages[tag.span.first : tag.span.last]] for tag in placed.tags]


def titles(document, *path):
    placed = place(document, [claim(document, *path)]).document
    return [placed.sections[tag.span.section].title for tag in placed.tags if tag.span.element == "section"]


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Climate change", "1. Climate Change"),
        ("2.1 Climate change", "Climate change"),
        ("Chapter 3: Climate change", "CLIMATE CHANGE"),
        ("Climate – change", "Climate change"),
        ("Ｃｌｉｍａｔｅ　ｃｈａｎｇｅ", "Climate change"),
        ("气候变化", "一、气候变化"),
        ("第三章 氣候變化", "氣候變化"),
        ("「氣候變化」", "氣候變化"),
        ("３．氣候變化", "氣候變化"),
        ("IV. Governance of risk", "Governance of risk"),
    ],
)
def test_numbers_width_case_and_punctuation_do_not_matter(printed, title):
    assert titles(sections("Water", title, "水资源"), printed) == [title]


@pytest.mark.parametrize("printed", ["Indicators: water", "Indicators：水"])
def test_what_stands_behind_a_colon_is_in_the_section_before_it(printed):
    assert titles(sections("Profile", "Indicators", "Climate"), printed) == ["Indicators"]
    assert titles(sections("Indicators", printed), printed) == [printed]


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("持续发展负责任的科技", "持续发展负责的科技"),
        ("構建可持續的供應鏈管理", "建構可持續的供應鏈管理"),
        ("Responsable technology", "Responsible technology"),
    ],
)
def test_a_slip_in_a_title_is_forgiven(printed, title):
    assert titles(sections("Water", title, "水资源"), printed) == [title]


@pytest.mark.parametrize("printed", ["有害废弃物", "Safety", "人才發展"])
def test_another_title_is_not(printed):
    document = sections("无害废弃物的管理", "Security", "人才招聘與留任")
    placement = place(document, [claim(document, printed)])
    assert placement.document.tags == ()
    assert [unplaced.claim.code for unplaced in placement.unplaced] == ["305-1"]


def test_the_nearest_titles_are_proposed_best_first():
    document = sections("Water use", "Waste water", "人才發展", "Governance")
    (unplaced,) = place(document, [claim(document, "Water usages in")]).unplaced
    assert unplaced.near[0] == "Water use"
    assert "Governance" not in unplaced.near


@pytest.mark.parametrize(
    ("first", "second", "name"), [("Climate", "People", "Targets"), ("气候", "人才", "目标与进展")]
)
def test_the_chapter_tells_two_sections_of_one_title_apart(first, second, name):
    document = read(
        "".join(
            f"<section><h1>{chapter}</h1><section><h2>{name}</h2><p>of {chapter}</p></section></section>"
            for chapter in (first, second)
        )
    )
    for chapter in (first, second):
        assert reached(document, claim(document, chapter, name)) == [[name, f"of {chapter}"]]


def test_a_claim_at_two_sections_is_two_tags():
    document = sections("Climate", "Water", "Waste")
    two = IndexEntry("gri", "305-1", document.passages[-1].location, sections=(("Climate",), ("Waste",)))
    assert reached(document, two) == [["Climate", "Climate."], ["Waste", "Waste."]]


# --- pages ----------------------------------------------------------------------------------------

PAGES = "".join(PAGE.format(n) + f"<p>page {n}</p>" for n in range(40, 46))


@pytest.mark.parametrize(
    ("pages", "found"),
    [
        (("41",), ["page 41"]),
        (("41-43",), ["page 41", "page 42", "page 43"]),
        (("40", "44"), ["page 40", "page 44"]),
        (("44+",), ["page 44"]),
        (("41-42", "42"), ["page 41", "page 42"]),
        (("99", "45"), ["page 45"]),
        (("99",), []),
    ],
)
def test_pages_ranges_and_pages_that_follow(pages, found):
    document = read(PAGES)
    assert reached(document, claim(document, pages=pages)) == [[text] for text in found]


def test_a_page_that_is_not_there_is_told():
    document = read(PAGES)
    assert len(place(document, [claim(document, pages=("99",), location_text="99")]).unplaced) == 1


def test_a_page_is_its_longest_run_within_one_section():
    document = read(
        "<section><h1>A</h1>" + PAGE.format(7) + "<p>short</p></section>"
        "<section><h1>B</h1><p>a much longer text</p><p>and more of it</p></section>" + PAGE.format(8) + "<p>x</p>"
    )
    assert reached(document, claim(document, pages=("7",))) == [["B", "a much longer text", "and more of it"]]


def test_a_section_that_is_found_comes_before_the_page():
    document = read("<section><h1>Climate</h1><p>x</p></section>" + PAGES)
    assert reached(document, claim(document, "Climate", pages=("41",))) == [["Climate", "x"]]
    assert reached(document, claim(document, "No such title at all", pages=("41",))) == [["page 41"]]


INDEX = '<table role="doc-index">' + "<tr><td>305-1</td><td>a long row of the index</td></tr>" * 9 + "</table>"


@pytest.mark.parametrize("headed", [False, True], ids=["bare", "with a heading"])
def test_a_page_that_the_index_shares_is_what_stands_beside_it(headed):
    heading = "<section><h1>GRI content index</h1>" if headed else ""
    document = read(PAGE.format(9) + "<p>Our own text.</p>" + heading + INDEX + ("</section>" if headed else ""))
    assert reached(document, claim(document, pages=("9",))) == [["Our own text."]]


# --- the row itself -------------------------------------------------------------------------------


def test_an_answer_in_the_row_s_own_words_is_tagged_there():
    document = read(INDEX)
    assert reached(document, claim(document)) == [["305-1\ta long row of the index"]]
    wordy = "There were no incidents of corruption in the year, and none in the year before: see our policy. " * 2
    answer = claim(document, location_text=wordy, places=(Place(wordy),))
    assert reached(document, answer) == [["305-1\ta long row of the index"]]


def test_an_omission_stands_on_its_row_once():
    document = read(INDEX)
    omitted = claim(document, omission_reason="not-applicable")
    placed = place(document, [omitted, omitted]).document
    assert [(o.text, o.reason, o.span.location) for o in placed.omissions] == [
        ("gri:305-1", "not-applicable", document.passages[-1].location)
    ]
    assert placed.tags == ()


def test_an_omission_whose_row_is_not_in_the_document_is_not_lost():
    document = read("<p>x</p>")
    claimed = IndexEntry(
        "gri", "305-1", document.passages[0].location._replace(path="map.csv"), omission_reason="legal"
    )
    placement = place(document, [claimed])
    assert placement.document.omissions or placement.unplaced


@pytest.mark.parametrize(("title", "omitted"), [("Water", False), ("Nowhere", True)])
def test_what_is_left_out_in_part_is_an_omission_where_its_place_is_not_found(title, omitted):
    document = read(
        "<section><h1>Water</h1><p>12 m³.</p></section>"
        "<table><tr><td>305-1</td><td>Water</td><td>Not available: no meters</td></tr></table>"
    )
    stated = claim(document, title, omission_reason="unavailable", explanation="Not available: no meters")
    placed = place(document, [stated])
    assert bool(placed.document.omissions) == omitted
    assert bool(placed.document.tags) == (not omitted)
    assert bool(placed.unplaced) == omitted


def test_what_is_tagged_already_is_not_tagged_again():
    document = sections("Climate", "Water")
    once = place(document, [claim(document, "Climate")]).document
    assert place(once, [claim(once, "Climate")]).document == once


def test_a_part_is_not_tagged_where_the_whole_is_nor_a_code_again_without_its_edition():
    document = sections("Climate", "Water")
    row = document.passages[-1].location
    same = [IndexEntry("gri", "3-2", row, edition, parts, sections=(("Climate",),))
            for edition, parts in (("2021", ()), (None, ()), (None, ("a",)))]  # fmt: skip
    placed = place(document, same).document
    assert [tag.text for tag in placed.tags] == ["gri:3-2@2021"]
    assert [tag.text for tag in place(document, same[2:]).document.tags] == ["gri:3-2#a"]
    assert place(placed, same).document == placed


@pytest.mark.parametrize("between", ["", "\n"])
@pytest.mark.parametrize(("anchor", "title"), [("a", "Report"), ("b", "Energy"), ("c", "Water")])
def test_a_link_leads_to_its_own_heading_where_html_stands_on_one_line(between: str, anchor: str, title: str) -> None:
    headings = [("a", "Report"), ("b", "Energy"), ("c", "Water")]
    body = between.join(f'<h2 id="{id}">{name}</h2><p>{name} text.</p>' for id, name in headings)
    document = read_html(f"<body>{body}<p>Row</p></body>".encode(), "r.html", "en")
    placed = place(document, [claim(document, anchors=(anchor,))]).document
    assert [placed.sections[t.span.section].title for t in placed.tags if t.span.section is not None] == [title]


@pytest.mark.parametrize(("anchor", "reached_by_it"), [("top", []), ("index", []), ("energy", ["Energy"])])
def test_a_link_to_the_index_or_to_the_top_of_the_report_answers_nothing(anchor: str, reached_by_it: list[str]) -> None:
    document = read(
        '<section id="top"><h1>Report</h1><section id="energy"><h2>Energy</h2><p>5 MWh</p></section>'
        '<section id="index"><h2>GRI content index</h2><p>Row</p></section></section>'
    )
    document = replace(document, indexes=((len(document.passages) - 2, len(document.passages)),))
    placed = place(document, [claim(document, anchors=(anchor,))]).document
    assert [placed.sections[t.span.section].title for t in placed.tags if t.span.element == "section"] == reached_by_it
