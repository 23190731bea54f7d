"""Tables as companies print them that nobody here has seen: columns of two documents, lists, answers, glued cells."""

import pytest

from disclosure_index.printed_index.reader import read_printed
from disclosure_index.reading.xhtml import read_xhtml
from tests.printed_index.test_odd_tables import BODY, table


@pytest.fixture
def read(placed, frameworks):
    """Return the places of each code, and the other documents that the index names."""

    def call(caption, *rows):
        _, found = placed(BODY, index := table(caption, *rows))
        document = read_xhtml(f"<html lang='en'><body>{BODY}{index}</body></html>".encode(), "r", "en")
        claims = read_printed(document, frameworks).claims
        return found, {name.casefold() for claim in claims for name in claim.documents}

    return call


@pytest.mark.parametrize(
    ("head", "document"),
    [
        ("GRI | Title | Page | Annual Report page", "annual report"),
        ("GRI | Title | Page (SR) | Page (AR)", "ar"),
        ("Angabe | Titel | Seite | Seite im Geschäftsbericht", "geschäftsbericht"),
        ("Informativa | Titolo | Pagina | Pagina Relazione finanziaria", "relazione finanziaria"),
        ("Contenido | Título | Página | Página del informe anual", "informe anual"),
        ("編號 | 標題 | 頁碼 | 年報頁碼", "年報"),
        ("编号 | 标题 | 页码 | 年报页码", "年报"),
    ],
)
def test_pages_below_the_name_of_another_document_are_its_own(read, head, document):
    found, documents = read("GRI index", head, "GRI 2-1 | A | 2 | 5", "GRI 302-1 | B | 3 | 6", "GRI 305-1 | C | | 4")
    assert found == {"2-1": ["p. 2"], "302-1": ["p. 3"], "305-1": ["row"]}
    assert document in documents


def test_a_second_line_of_heads_names_the_documents(read):
    rows = ("Disclosure | Title | Page | Page", "| | Sustainability Report | Annual Report")
    found, documents = read("GRI content index", *rows, "2-1 | Details | 2 | 5", "302-1 | Energy | 3 | 6")
    assert (found, documents) == ({"2-1": ["p. 2"], "302-1": ["p. 3"]}, {"annual report"})


@pytest.mark.parametrize(
    "rows",
    [
        ("GRI 2-1: p. 2 | GRI 305-1: p. 4", "GRI 302-1: p. 3 | GRI 401-1: p. 5"),
        ("GRI 2-1: S. 2 | GRI 305-1: S. 4", "GRI 302-1: S. 3 | GRI 401-1: S. 5"),
        ("GRI 2-1：第2頁 | GRI 305-1：第4頁", "GRI 302-1：第3頁 | GRI 401-1：第5頁"),
        (
            "GRI 2-1 | GRI 305-1",
            "Details | Scope 1",
            "p. 2 | p. 4",
            "GRI 302-1 | GRI 401-1",
            "Used | New",
            "p. 3 | p. 5",
        ),
        ("GRI 2-1 | 2 | GRI 305-1 | 4", "GRI 302-1 | 3 | GRI 401-1 | 5"),
    ],
)
def test_entries_in_columns_as_of_a_newspaper(read, rows):
    found, _ = read("GRI content index", *rows)
    assert found == {"2-1": ["p. 2"], "302-1": ["p. 3"], "305-1": ["p. 4"], "401-1": ["p. 5"]}


@pytest.mark.parametrize(
    ("head", "cell", "place"),
    [
        ("Location", "Energy (relief used)", ["Energy"]),
        ("Location", "Energy (in part)", ["Energy"]),
        ("Location", "3 GRI 305: Emissions (2016)", ["p. 3"]),
        ("Page", "3 GRI 305: Emissions (2016)", ["p. 3"]),
        ("Page", "3-4 Ethics and integrity", ["p. 3", "p. 4"]),
        ("Page", "2. Finance P.5", ["p. 5"]),
        ("Page", "2. 永續金融 P.5", ["p. 5"]),
        ("Page", "2、永续金融（第5页）", ["p. 5"]),
        ("Page", "1,203,441戶", ["row"]),
        # answers
        ("Location", "Nothing received", ["row"]),
        ("Location", "We do not have one yet", ["row"]),
        ("Location", "1.9 billion", ["row"]),
        ("Fundstelle", "1,9 Milliarden", ["row"]),
        ("Fundstelle", "Haben wir noch nicht", ["row"]),
        ("Ubicación", "Aún no tenemos", ["row"]),
        ("位置", "我們目前尚未有相關政策", ["row"]),
        ("位置", "尚未发生", ["row"]),
    ],
)
def test_a_cell_is_read_as_a_person_reads_it(read, head, cell, place):
    rows = ("2-1 | Details | 2", "2-2 | Entities | 3", f"302-1 | Energy | {cell}", "305-1 | Emissions | 4")
    found, _ = read("GRI content index", f"GRI | Title | {head}", *rows)
    assert found["302-1"] == place


@pytest.mark.parametrize(
    ("rows", "codes"),
    [
        (("Framework | Reference | Where", "IFRS S2 | Para. 6(a) | Energy", "IFRS S2 | Para. 29(a) | Emissions"), 2),
        (("Framework | Reference", "IFRS S2 6(a) | Energy", "IFRS S2 29(a) | Emissions"), 2),
        (("Para. | Topic | Where", "6(a) | Board | Energy", "29(a) | Metrics | Emissions"), 2),
        (("Part D | Topic | Where", "Paragraph 19 | Board | Energy", "28 | Metrics | Emissions"), 2),
    ],
)
def test_a_bare_number_of_a_paragraph_is_a_code(read, rows, codes):
    found, _ = read("ESG Code and IFRS S2 index", *rows)
    assert list(found.values()) == [["Energy"], ["Emissions"]][:codes]


@pytest.mark.parametrize(("title", "cell"), [("Water (m³)", "Water (m3)"), ("CO2 emissions", "CO₂ emissions")])
def test_a_raised_figure_in_a_title_is_a_figure(placed, title, cell):
    index = table("GRI content index", "GRI | Location", f"302-1 | {cell}", "305-1 | About us")
    _, found = placed(BODY, f"<section><h1>{title}</h1><p>What we did.</p></section>", index)
    assert found == {"302-1": [title], "305-1": ["About us"]}
