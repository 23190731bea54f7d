"""Cells as reports print them that this project was not built on: lists over frameworks, parts left out, links."""

import pytest

from disclosure_index.printed_index import read_printed_indexes
from disclosure_index.printed_index.placing.placement import place
from disclosure_index.reading.html import read_html

BODY = """<section id="env"><h2>2.1 Environment</h2><p>We emitted 3,400 t of CO2e.</p></section>
<section id="people"><h2>3 Our people</h2><p>We employ 500 people.</p></section>
<section id="gov"><h2>4 Governance</h2><p>The Board meets monthly.</p></section>
"""


@pytest.fixture
def read(frameworks):
    def call(head, *rows):
        table = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (head, *rows))
        page = f"<html lang=en><body><h1>Report 2024</h1>\n{BODY}<h2>Index</h2><table>{table}</table></body></html>"
        document = read_html(page.encode(), "report.html", "en")
        return document, read_printed_indexes(document, frameworks)

    return call


def claimed(printed):
    return {f"{claim.framework}:{claim.code}" for claim in printed.claims}


def titles(document, claims):
    """Return the titles of the sections that each claim is placed in, by code."""
    placed = place(document, claims).document
    found = {}
    for tag in placed.tags:
        sections = [s.title for s in placed.sections if s.location == tag.span.location]
        found.setdefault(tag.reference.code, []).extend(sections)
    return found


ENDS = ("GRI 401-1", "Turnover", "3 Our people")


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("GRI 305-1, HKEX A1.2, SASB EM-MM-110a.1", {"gri:305-1", "hkex-esg:A1.2", "sasb:EM-MM-110a.1"}),
        ("GRI 305-1／港交所 A1.2", {"gri:305-1", "hkex-esg:A1.2"}),
        ("HKEX A1.2 / GRI 305-1", {"gri:305-1", "hkex-esg:A1.2"}),
        ("GRI 305-5; SDG 13.2", {"gri:305-5", "sdg:13.2"}),
        ("UNGC Principle 7, GRI 305-1", {"gri:305-1", "ungc:7"}),
        ("GRI 2-9 & IFRS S2 29(a)", {"gri:2-9", "ifrs-s2:29(a)"}),
        ("GRI 305-1 Emissions, as SASB EM-MM-110a.1 asks", {"gri:305-1"}),
    ],
)
def test_a_cell_lists_the_codes_of_several_frameworks(read, cell, codes):
    rows = [(cell, "Emissions", "2.1 Environment"), ENDS, ("GRI 405-1", "Diversity", "3 Our people")]
    _, printed = read(("Standard", "Title", "Location"), *rows)
    assert claimed(printed) == codes | {"gri:401-1", "gri:405-1"}
    placed = {claim.sections for claim in printed.claims if claim.code not in ("401-1", "405-1")}
    assert placed == {(("2.1 Environment",),)}


def test_bare_numbers_below_the_name_of_a_framework_beside_an_announced_one(read):
    rows = [("305-1", "Principle 7", "2.1 Environment"), ("401-1", "6", "3 Our people"), ("2-9", "10", "4 Governance")]
    _, printed = read(("GRI", "UNGC", "Location"), *rows)
    assert claimed(printed) >= {"ungc:7", "ungc:6", "ungc:10"}
    assert printed.unread == ()


@pytest.mark.parametrize(
    "cell",
    ["GRI 403-5 a 403-7", "403-5 bis 403-7", "403-5 à 403-7", "403-5 hasta 403-7", "403-5 until -7", "403-5 a 7"],
)
def test_a_range_in_any_language_has_what_lies_between(read, cell):
    _, printed = read(("GRI", "Title", "Location"), (cell, "Safety", "3 Our people"), ENDS)
    assert claimed(printed) == {"gri:403-5", "gri:403-6", "gri:403-7", "gri:401-1"}


@pytest.mark.parametrize("cell", ["Ch. 2.1", "Kapitel 2.1", "Capítulo 2.1", "Par. 2.1", "Apartado 2.1", "§ 2.1"])
def test_a_section_by_its_number_in_any_language(read, cell):
    document, printed = read(("GRI", "Title", "Location"), ("305-1", "Emissions", cell), ENDS)
    assert titles(document, printed.claims)["305-1"] == ["2.1 Environment"]


@pytest.mark.parametrize("head", ["Page", "Seite", "Página / respuesta", "頁"])
def test_a_title_with_its_number_is_no_page(read, head):
    document, printed = read(
        ("GRI", "Title", head), ("2-9", "Board", "4 Governance"), ("305-1", "Emissions", "12"), ENDS
    )
    assert titles(document, printed.claims)["2-9"] == ["4 Governance"]


@pytest.mark.parametrize(
    ("reason", "letters"),
    [
        ("305-1-d: information unavailable", ("d",)),
        ("d. Information unavailable: not measured", ("d",)),
        ("Requirements b and c – confidentiality constraints", ("b", "c")),
        ("b to d: not applicable", ("b", "c", "d")),
        ("b、c：資料不可用", ("b", "c")),
        ("Information unavailable: not measured", ()),
    ],
)
def test_requirements_before_a_reason_are_what_is_omitted(read, reason, letters):
    head = ("GRI", "Title", "Location", "Omission")
    _, printed = read(head, ("305-1", "Emissions", "2.1 Environment", reason), (*ENDS, ""))
    claims = [claim for claim in printed.claims if claim.code == "305-1"]
    omitted = [claim for claim in claims if claim.omission_reason]
    assert [claim.datapoints for claim in omitted] == [letters]
    assert len(claims) == (2 if letters else 1)
    assert not letters or claims[0].sections == (("2.1 Environment",),)


@pytest.mark.parametrize("words", ["here", "link", "→", "閱讀"])
def test_a_link_says_where_in_loose_html_on_one_line(read, words):
    rows = [("2-9", "Board", f'<a href="#gov">{words}</a>'), ("305-1", "Emissions", f'<a href="#env">{words}</a>')]
    document, printed = read(("GRI", "Title", "Location"), *rows, ENDS)
    assert titles(document, printed.claims) == {
        "2-9": ["4 Governance"],
        "305-1": ["2.1 Environment"],
        "401-1": ["3 Our people"],
    }


def test_a_topic_with_a_place_is_told_where_its_column_is_of_topics(read):
    rows = [
        ("", "305-1", "2.1 Environment"),
        ("GRI 403 Safety 2018", "", "3 Our people"),
        ("", "401-1", "3 Our people"),
    ]
    _, printed = read(("Standard", "Disclosure", "Location"), ("GRI 305 Emissions", "", ""), *rows)
    assert [f.rule for f in printed.findings] == ["DI403"]
    assert printed.findings[0].framework == "gri"


@pytest.mark.parametrize(
    "answer",
    [
        "No legal actions",
        "None identified",
        "No se han producido casos",
        "HK$1.2百萬元",
        "零",
        "本年度並無產品因安全理由而須回收",
        "未发生重大违规",
        "(1) 12 (2) 34",
    ],
)
def test_a_denial_and_a_figure_are_answers_at_their_row(read, answer):
    document, printed = read(("GRI", "Title", "Location"), ("305-1", "Emissions", answer), ENDS)
    placed = place(document, printed.claims)
    assert placed.unplaced == ()
    [tag] = [tag for tag in placed.document.tags if tag.reference.code == "305-1"]
    row = document.passages[tag.span.first]
    assert (row.kind, row.text.split("\t")[0]) == ("table-row", "305-1")  # all rows stand on one line of the file


@pytest.mark.parametrize(
    "cell", ["2.1 Environment and 4 Governance", "See 2.1 Environment, 3 Our people & 4 Governance"]
)
def test_several_sections_in_one_sentence(read, cell):
    document, printed = read(("GRI", "Title", "Location"), ("305-1", "Emissions", cell), ENDS)
    assert set(titles(document, printed.claims)["305-1"]) >= {"2.1 Environment", "4 Governance"}


@pytest.mark.parametrize("cell", ["4 Governance > Board", "4 Governance - Board", "4 Governance → Board"])
def test_a_part_that_is_not_there_leads_to_the_section_around_it_and_is_told(read, cell):
    document, printed = read(("GRI", "Title", "Location"), ("2-9", "Board", cell), ENDS)
    assert titles(document, printed.claims)["2-9"] == ["4 Governance"]
    assert [doubt.section.title for doubt in place(document, printed.claims).doubts] == ["4 Governance"]
