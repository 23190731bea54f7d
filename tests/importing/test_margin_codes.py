"""Codes that stand alone beside the text are the company's own tags; codes in sentences are not."""

import pytest

from disclosure_index.importing.margin_codes import margin_claims
from disclosure_index.printed_index.reader import hints
from disclosure_index.reading.xhtml import read_xhtml
from tests.support.reports import shipped_with_spellings


@pytest.fixture(scope="module")
def found():
    catalog = shipped_with_spellings()
    frameworks = hints(catalog)

    def call(body, page="34"):
        broken = f'<span role="doc-pagebreak" aria-label="{page}"/>' if page else ""
        document = read_xhtml(f'<html lang="en"><body>{broken}{body}</body></html>'.encode(), "r.xhtml", "en")
        return [(claim.framework, claim.code, claim.pages) for claim in margin_claims(document, frameworks)]

    return call


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("GRI 405-2", ["405-2"]),
        ("GRI 405-1, 405-2", ["405-1", "405-2"]),
        ("GRI 405-1 and GRI 405-2", ["405-1", "405-2"]),
        ("[GRI 2-7]", ["2-7"]),
        ("GRI 302-1 | GRI 302-3", ["302-1", "302-3"]),
        ("披露项 GRI 405-1、405-2", ["405-1", "405-2"]),
        ("GRI 405-1 及 405-2", ["405-1", "405-2"]),
        ("GRI 405-1 与 405-2", ["405-1", "405-2"]),
    ],
)
def test_nothing_but_codes_is_a_tag_of_its_page(found, text, codes):
    assert found(f"<p>{text}</p><p>Text.</p>") == [("gri", code, ("34",)) for code in codes]


@pytest.mark.parametrize(
    ("text", "code"), [("KPI A1.2", "A1.2"), ("關鍵績效指標A1.2", "A1.2"), ("关键绩效指标B6.1", "B6.1")]
)
def test_the_exchange_s_codes_too(found, text, code):
    assert found(f"<p>{text}</p>") == [("hkex-esg", code, ("34",))]


@pytest.mark.parametrize(
    ("label", "text"),
    [
        ("GRI: 302-1, 302-3", "We sail all year, and use power from the wind, the sun and the sea."),
        ("GRI：302-1、302-3", "我们全年航行，并使用风能、太阳能和海洋能。" * 5),
        ("我們的能源 GRI：302-1、302-3", "我們全年航行，並使用風能、太陽能及海洋能。" * 5),
    ],
)
def test_codes_behind_a_label_are_tags_of_their_page(found, label, text):
    assert found(f"<p>{label} {text} {text}</p>") == [("gri", code, ("34",)) for code in ("302-1", "302-3")]


@pytest.mark.parametrize(
    "text",
    [
        "405-2",
        "In 2024 we followed GRI 405-2 for the first time.",
        "我们按照GRI 405-2计算了性别薪酬比。",
        "Page 34",
        "2-7",
        "GRI",
        "A1.2 million",
    ],
)
def test_a_bare_number_or_a_sentence_is_none(found, text):
    assert found(f"<p>{text}</p>") == []


def test_rows_of_tables_and_pages_unknown_are_none(found):
    assert found("<table><tr><td>GRI 405-2</td></tr></table>") == []
    assert found("<p>GRI 405-2</p>", page="") == []


@pytest.fixture(scope="module")
def beside():
    frameworks = hints(shipped_with_spellings())

    def call(body):
        document = read_xhtml(f'<html lang="en"><body>{body}</body></html>'.encode(), "r.xhtml", "en")
        return document, list(margin_claims(document, frameworks))

    return call


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("GRI 2-17 TRAINING OF DIRECTORS", ["2-17"]),
        ("Pay committee GRI 2-19, 2-20", ["2-19", "2-20"]),
        ("Emissions (GRI 305-1)", ["305-1"]),
        ("GRI 305-1, 305-2: Emissions", ["305-1", "305-2"]),
        ("溫室氣體 GRI 305-1", ["305-1"]),
        ("關鍵績效指標A1.2 溫室氣體", ["A1.2"]),
    ],
)
def test_a_heading_with_codes_tags_its_section(beside, title, codes):
    _, claims = beside(f"<section><h1>{title}</h1><p>Text.</p></section>")
    assert [(claim.code, claim.sections) for claim in claims] == [(code, ((title,),)) for code in codes]


@pytest.mark.parametrize("title", ["How GRI 305-1 changed our view", "Emissions 305-1", "Our 2-17 club", "GRI content"])
def test_another_heading_tags_nothing(beside, title):
    assert beside(f"<section><h1>{title}</h1><p>Text.</p></section>")[1] == []


def figures(*codes, head="GRI Indicator"):
    rows = "".join(f"<tr><td>Figure {n}</td><td>12</td><td>14</td><td>{code}</td></tr>" for n, code in enumerate(codes))
    return f"<table><tr><td>Figure</td><td>2024</td><td>2023</td><td>{head}</td></tr>{rows}</table>"


@pytest.mark.parametrize(
    ("cells", "codes"),
    [
        (("302-1", "305-1", "305-2"), ["302-1", "305-1", "305-2"]),
        (("GRI 302-1", "", "GRI 305-1, 305-2", "401-1"), ["302-1", "305-1", "305-2", "401-1"]),
        (("TR-MT-110a.1", "TR-MT-110a.2", "TR-MT-110a.3"), ["TR-MT-110a.1", "TR-MT-110a.2", "TR-MT-110a.3"]),
    ],
)
def test_a_row_of_figures_with_a_code_is_tagged_itself(beside, cells, codes):
    document, claims = beside(figures(*cells))
    rows = {passage.location: passage.text for passage in document.passages}
    assert [claim.code for claim in claims] == codes
    assert all(claim.code in rows[claim.row] and not claim.pages and not claim.sections for claim in claims)


@pytest.mark.parametrize("cells", [("302-1", "305-1"), ("12-14", "13-15", "14-16"), ("302 kWh", "305 t", "401 t")])
def test_a_column_of_anything_else_is_none_of_codes(beside, cells):
    assert beside(figures(*cells, head="Range"))[1] == []


TEXT = "What we did in the year, and what came of it, in a few words."


@pytest.mark.parametrize(
    "line", ["Energy we use (GRI 302-1)", "Energy we use | GRI 302-1", "GRI 302-1 Energy we use", "能源使用 GRI 302-1"]
)
def test_codes_beside_a_subtitle_are_claims_of_its_page(found, line):
    assert found(f"<p>{line}</p><p>{TEXT}</p>") == [("gri", "302-1", ("34",))]


@pytest.mark.parametrize(
    "line",
    ["GRI 302-1 Energy 45", "All that GRI 302-1 asks for", "We report by GRI 302-1.", "GRI 302-1 asks for this:"],
)
def test_codes_in_sentences_and_in_lines_of_an_index_are_not(found, line):
    assert found(f"<p>{line}</p><p>{TEXT}</p>") == []


def test_many_lines_of_codes_on_one_page_are_an_index_and_no_subtitles(found):
    lines = "".join(f"<p>GRI 305-{n} Emissions of a kind</p>" for n in range(1, 8))
    assert found(lines) == []


@pytest.mark.parametrize("between", [", ", "; ", " / ", "、"])
def test_codes_of_two_frameworks_in_one_cell_of_a_table_of_figures(found, between):
    pairs = (("302-1", "130a.1"), ("306-3", "150a.1"), ("205-3", "510a.1"))
    rows = "".join(f"<tr><td>Figure</td><td>12</td><td>GRI {g}{between}RT-AE-{s}</td></tr>" for g, s in pairs)
    claims = {(framework, code) for framework, code, _ in found(f"<table>{rows}</table>")}
    assert claims == {("gri", g) for g, _ in pairs} | {("sasb", f"RT-AE-{s}") for _, s in pairs}
