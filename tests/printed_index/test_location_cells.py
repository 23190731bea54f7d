"""A cell of locations is read once: its pages, titles, section numbers, other documents, reasons and answers."""

import pytest

from disclosure_index.printed_index.location_cells.locations import PagesMention, PlaceReading
from disclosure_index.printed_index.location_cells.named_documents import OwnNames

OWN = OwnNames("Harbour Ferries | Sustainability Report 2024", frozenset({"2024"}))
TITLES = frozenset({"energy", "emissions", "21emissions", "nosafety", "能源消耗"})


def read(text, **column):
    return PlaceReading(TITLES, OWN, **column).cell(text)


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("Pag. 12", ("12",)),
        ("pág. 12-14", ("12-14",)),
        ("pagine 12, 14", ("12", "14")),
        ("Seite 12 bis 14", ("12-14",)),
        ("Report p. 12", ("12",)),
        ("Page: 12", ("12",)),
        ("S. 12", ("12",)),
        ("第12页", ("12",)),
    ],
)
def test_what_leads_a_page_in_other_languages(text, pages):
    assert read(text, paged=True).pages == pages


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("12, Appendix", ("12",)),
        ("12; report@example.com", ("12",)),
        ("12, see 404-2", ("12",)),
        ("12, 14 The board decides on it.", ("12", "14")),
        ("12-14 Our people", ("12-14",)),
        ("Our people 12", ("12",)),
        ("12,, 14", ("12", "14")),
        ("12; 14-", ("12", "14")),
        ("12;, 14", ("12", "14")),
        ("12: 14", ("12", "14")),
        ("6-8 18", ("6-8", "18")),
        ("15 MWh", ()),
        ("12 employees", ()),
        ("2024", ()),
    ],
)
def test_a_page_column_beside_other_words_and_slips(text, pages):
    assert read(text, paged=True).pages == pages


@pytest.mark.parametrize(
    ("text", "pages"),
    [
        ("See pages 1-2 of our 2024 Annual Report", ()),
        ("Page 2 of the Annual Report", ()),
        ("Pages 2-3 of the directors' remuneration report", ()),
        ("Annual Report 2024, p. 12; p. 14", ()),
        ("Annual Report 2024: 12, 14", ()),
        ("AR 2024: 115 et seqq.", ()),
        ("9, AR 2024: 28 et seqq.", ("9",)),
        ("AR 2024: 28; Sustainability Report 2024, p. 9", ("9",)),
        ("Sustainability Report 2022, p. 9", ()),
        ("this report, p. 9", ("9",)),
        ("年报，第12页", ()),
        ("本报告第12页", ("12",)),
        ("Bilancio consolidato, pag. 12", ()),
    ],
)
def test_pages_are_those_of_the_document_that_is_named(text, pages):
    assert read(text, paged=text[0].isdigit()).pages == pages


def test_other_documents_are_named_and_this_one_is_not():
    assert read("Annual Report 2024, p. 12; https://example.com").documents == ("Annual Report", "https://")
    assert read("Sustainability Report 2024, p. 9").documents == ()


def test_pages_of_an_index_that_is_a_document_of_its_own_are_those_of_the_report():
    alone = PlaceReading((), OwnNames("GRI content index 2024", frozenset({"2024"}), is_index_alone=True))
    assert alone.cell("Sustainability Report, p. 9").pages == ()
    assert alone.cell("p. 9").pages == ("9",)


def test_an_annual_report_has_its_parts():
    whole = PlaceReading((), OwnNames("Annual Report 2024", frozenset({"2024"})))
    assert whole.cell("Remuneration report, p. 9").pages == ("9",)
    assert whole.cell("Annual Report 2024, p. 9").pages == ("9",)


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("详见“能源消耗”章节", (("能源消耗",),)),
        ("请参阅「能源消耗」一节", (("能源消耗",),)),
        ("“能源消耗”一节", (("能源消耗",),)),
        ("詳見《能源消耗》部分", (("能源消耗",),)),
        ('see the section "Energy"', (("Energy",),)),
        ("see section Energy", (("Energy",),)),
        ("si veda il capitolo Energy", (("Energy",),)),
        ("Energy\nEmissions", (("Energy",), ("Emissions",))),
        ("Energy, Emissions", (("Energy",), ("Emissions",))),
        ("Emissions, Sustainability Report 2024", (("Emissions",),)),
    ],
)
def test_titles_of_sections(text, sections):
    assert read(text).sections == sections


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("1", (("1",),)),
        ("2.1", (("2.1",),)),
        ("Section 2.2", (("Section 2.2",),)),
        ("Sections 2.1, 2.2", (("Sections 2.1",), ("2.2",))),
        ("第三章", (("第三章",),)),
    ],
)
def test_numbers_of_sections_in_a_column_of_them(text, sections):
    cell = read(text, numbered=True)
    assert (cell.sections, cell.pages) == (sections, ())


@pytest.mark.parametrize(
    "text", ["15 MWh", "3 MWh per boat", "Emden, Germany", "Not an executive", "None", "report@x.org"]
)
def test_a_short_answer_is_no_title(text):
    assert read(text, answers=True).sections == ()


FIGURES = (
    "2,008 tonnes",
    "12\u202f300 t CO2e (location-based)",
    "9.23 MWh/ $M revenue (AUD).",
    "305 kg per tonne of product",
    "Approximately 450 tonnes",
    "123 new hires; 45 leavers",
    "LTIFR 1.7",
    "Average 12.4 hours per employee",
    "36% women, 64% men",
    "1:1.05",
    "84,5 % der Beschäftigten",
    "rund 450 Tonnen",
    "Environ 1,2 million de m³",
    "En promedio 12,4 horas por persona",
    "1 January 2023 to 31 December 2023, annual",
    "January 1, 2023 to December 31, 2023",
    "2023年1月1日至12月31日",
    "HKD 1.2 million",
    "約 450 噸",
    "共3宗",
    "女性 36%",
    "平均每名员工 12.4 小时",
    "男 120 人",
    "香港：23 家，內地：45 家",
    "捐款港幣 120 萬元",
    "過去三年均為零",
    "Men: 120",
)


@pytest.mark.parametrize("text", FIGURES)
def test_figures_and_days_are_answers_whatever_the_column(text):
    assert read(text).sections == ()


@pytest.mark.parametrize(
    "text",
    [
        "1.1 Risk management",
        "3 Water",
        "Scope 1 and 2 emissions",
        "Net Zero by 2050",
        "Top 10 risks",
        "Our 2030 targets",
        "ISO 14001 and ISO 45001",
        "COVID-19",
        "2023年可持續發展重點",
        "3.2 節約能源",
        "SDG 13: Climate action",
        "Average pay and equal opportunities",
        "Total reward",
        "約章與承諾",
        "第3章 以人為本",
        "2030 年目標",
        "聚焦2大範疇",
    ],
)
def test_titles_with_numbers_stay_titles(text):
    assert read(text).sections == ((text,),)


@pytest.mark.parametrize(("text", "path"), [("Energy", ("Energy",)), ("2.1 Emissions", ("2.1 Emissions",))])
def test_a_title_among_answers_is_one_where_the_document_has_it(text, path):
    assert read(text, answers=True).sections == (path,)
    assert read("See Water", answers=True).sections == (("Water",),)


def test_every_mention_has_its_place_in_the_cell():
    text = "Energy, p. 12; Annual Report, p. 14"
    pages = [m for m in read(text).mentions if isinstance(m, PagesMention)]
    assert [(text[m.start : m.end], m.document) for m in pages] == [("p. 12", ""), ("p. 14", "Annual Report")]
