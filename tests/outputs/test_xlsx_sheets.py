"""The workbook as Excel gets it: its sheets, and all that makes them fit to read, to print and to fill in."""

import io
import re
import zipfile
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook
from rich.cells import cell_len

from disclosure_index.assessment.evidence import Support
from disclosure_index.messages import label, states
from disclosure_index.messages import render as rendered
from disclosure_index.model import LANGUAGES, Status, in_language
from disclosure_index.outputs.xlsx import render
from disclosure_index.outputs.xlsx.book import VIEWS
from disclosure_index.outputs.xlsx.columns import YES
from disclosure_index.outputs.xlsx.coverage_sheet import TITLE as COVERAGE
from disclosure_index.session import open_assessment
from disclosure_index.suggest import THRESHOLD, Suggester
from disclosure_index.tables.by_section import INDEX, by_section
from disclosure_index.tables.columns import head, separator
from disclosure_index.tables.evidence import figure_text
from disclosure_index.tables.filing import filed_tables
from disclosure_index.tables.gaps import gaps, in_order
from disclosure_index.tables.places import TITLE as PLACES
from disclosure_index.tables.suggestions import HINTS

ROOT = Path(__file__).resolve().parents[2]
SAMPLES = [
    ("harbour-ferries-2025", "en"),
    pytest.param(("alibaba-2024", "zh-Hans"), marks=pytest.mark.slow),
    pytest.param(("harbour-ferries-2025", "zh-Hant"), marks=pytest.mark.slow),
]
HEADS = ("id", "code", "title", "obligation", "status", "section", "pages", "owner", "reviewed", "reason",
         "explanation", "note", "evidence", "open", "group", "due")  # fmt: skip
STATUS_AT, REASON_AT, EXPLANATION_AT = (HEADS.index(id) for id in ("status", "reason", "explanation"))
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


@cache
def written(name, language):
    """Give a report, the language, and its workbook as bytes and read back; nobody changes them."""
    assessment = open_assessment(ROOT / "report_sources" / name, today=date(2026, 6, 30))
    data = render(assessment, language)
    return assessment, language, data, load_workbook(io.BytesIO(data))


@pytest.fixture(scope="module", params=SAMPLES, ids="-".join)
def sample(request):
    """What is written of a report in a language."""
    return written(*request.param)


def _lists(sample):
    """The sheets that are one list: not the legend, nor the indexes as the frameworks' owners lay them out."""
    _, language, _, book = sample
    return [s for s in book.worksheets[1:-3] if not s.title.endswith(f"· {rendered(INDEX, language)}")]


def _texts(table, row, language):
    return [cell.joined(separator(column, language)) for column, cell in zip(table.columns, row, strict=True)]


def _frameworks(assessment):
    return {c.framework: assessment.catalog.frameworks[c.framework] for c in assessment.report.claims}


def _document(assessment, language):
    return next((n for n, d in enumerate(assessment.report.documents) if d.language == language), 0)


def test_sheets_stand_in_their_order(sample):
    assessment, language, _, book = sample
    shorts = [f.short for f in _frameworks(assessment).values()]
    views = [rendered(name, language) for name in VIEWS]
    filed = dict.fromkeys(filed.framework for filed in filed_tables(assessment, language))
    indexes = [f"{_frameworks(assessment)[id].short} · {rendered(INDEX, language)}" for id in filed]
    names = [rendered(label("heading", "Legend"), language), rendered(COVERAGE, language), *shorts, *indexes, *views]
    assert [s.title for s in book if s.sheet_state == "visible"] == names
    assert [s.title for s in book if s.sheet_state == "hidden"] == ["_lists", "_meta", "_cells"]


def test_every_disclosure_stands_on_its_sheet_in_the_framework_s_order(sample):
    assessment, language, _, book = sample
    for id, framework in _frameworks(assessment).items():
        marks, heads, *rows = book[framework.short].values
        assert marks == tuple(f"di:{head}" for head in HEADS)
        assert heads == tuple(rendered(head(id), language) for id in HEADS)
        expected = [c for c in assessment.coverage if c.disclosure.framework == id]
        assert [row[:3] for row in rows] == [
            (c.disclosure.uid, c.disclosure.code, in_language(c.disclosure.title, language)) for c in expected
        ]
        assert [row[STATUS_AT] for row in rows] == [rendered(states.STATUS[c.status], language) for c in expected]


def test_omissions_are_told_with_reason_and_explanation():
    *_, book = written("harbour-ferries-2025", "en")
    sheet = book["SASB"]
    [row] = [row for row in sheet.values if row[1] == "TR-MT-110a.4"]
    assert row[STATUS_AT] == "omitted"
    assert row[REASON_AT] == "Not applicable"
    assert row[EXPLANATION_AT].startswith("TR-MT-110a.4: the design index applies")


def test_ids_codes_and_pages_are_text(sample):
    """Excel would make a date of 2-1, and of 25-37."""
    assessment, _, _, book = sample
    for framework in _frameworks(assessment).values():
        for row in book[framework.short].iter_rows(min_row=3):
            for cell in (row[HEADS.index(id)] for id in ("id", "code", "pages", "owner", "reviewed")):
                assert cell.number_format == "@"
                assert cell.value is None or (cell.data_type == "s" and isinstance(cell.value, str))


def test_panes_are_frozen_and_the_ids_are_hidden(sample):
    assessment, _, _, book = sample
    for framework in _frameworks(assessment).values():
        sheet = book[framework.short]
        assert sheet.freeze_panes == "D3"
        assert sheet.row_dimensions[1].hidden
        assert not sheet.row_dimensions[2].hidden
        assert sheet.column_dimensions["A"].hidden
        assert not sheet.column_dimensions["B"].hidden


def test_every_list_is_a_defined_table_with_a_filter(sample):
    assessment, _, data, _ = sample
    own = {framework.short for framework in _frameworks(assessment).values()}
    names = []
    for sheet in _lists(sample):
        [table] = sheet.tables.values()
        head = 2 if sheet.title in own else 1
        assert table.ref == sheet.dimensions.replace("A1:", f"A{head}:")
        assert table.autoFilter.ref == table.ref
        assert sheet.auto_filter.ref is None  # a second filter over a table's own breaks the file
        heads = [cell.value for cell in sheet[head]]
        assert [column.name for column in table.tableColumns] == heads
        assert len({head.casefold() for head in heads}) == len(heads)
        assert re.fullmatch(r"[^\W\d]\w{3,254}", table.displayName)
        names.append(table.displayName.casefold())
    assert len(set(names)) == len(names)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [etree.fromstring(archive.read(n)) for n in archive.namelist() if n.startswith("xl/tables/")]
    assert len({part.get("id") for part in parts}) == len(parts) == len(names)


def test_columns_are_as_wide_as_their_text_up_to_a_limit(sample):
    assessment, _, _, book = sample
    for framework in _frameworks(assessment).values():
        dimensions = [d for d in book[framework.short].column_dimensions.values() if not d.hidden]
        widths = [d.width for d in dimensions for _ in range(d.min, d.max + 1)]  # equal neighbours are one
        assert len(widths) == len(HEADS) - 1
        assert all(6 <= width <= 50 for width in widths)
        assert sum(widths) < 300


def test_chinese_characters_count_double():
    *_, book = written("alibaba-2024", "zh-Hans")
    sheet = book[rendered(VIEWS[0], "zh-Hans")]
    longest = max((row[0] or "" for row in sheet.values), key=cell_len)
    assert cell_len(longest) > 1.8 * len(longest)
    assert cell_len(longest) <= sheet.column_dimensions["A"].width <= cell_len(longest) + 3


def test_text_wraps_at_the_top_and_long_rows_are_higher(sample):
    assessment, _, _, book = sample
    for framework in _frameworks(assessment).values():
        sheet = book[framework.short]
        cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
        assert all(cell.alignment.wrap_text and cell.alignment.vertical == "top" for cell in cells)
        for number, row in enumerate(sheet.values, 1):
            if row[EXPLANATION_AT] and len(row[EXPLANATION_AT]) > 100:
                assert sheet.row_dimensions[number].height > 30


def test_height_of_rows_follows_what_is_typed(sample):
    """A height that is set, not guessed, would cut off longer texts."""
    _, _, data, _ = sample
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.startswith("xl/worksheets/sheet"):
                assert b"customHeight" not in archive.read(name)


def test_pages_print_landscape_one_page_wide_with_heads_header_and_footer(sample):
    assessment, _, _, book = sample
    for sheet in book.worksheets[:-3]:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.oddHeader.left.text == assessment.report.issuer
        assert sheet.oddHeader.right.text == sheet.title
        assert assessment.report.title in sheet.oddFooter.left.text
        assert sheet.oddFooter.right.text == "&P / &N"
        if sheet in _lists(sample):
            head = 2 if sheet.freeze_panes.endswith("3") else 1
            assert sheet.print_title_rows == f"${head}:${head}"


def test_links_lead_to_anchors_of_the_report(sample):
    assessment, language, _, book = sample
    document = assessment.report.documents[_document(assessment, language)]
    found = 0
    for sheet in book.worksheets[2:-3]:
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                if cell.hyperlink and not cell.hyperlink.location.startswith("'"):  # a place in the workbook
                    found += 1
                    assert cell.hyperlink.target == document.path
                    assert cell.hyperlink.location in document.anchors
                    assert cell.font.underline == "single"
    assert found > 100


def test_legend_links_to_every_sheet(sample):
    _, _, _, book = sample
    places = [c.hyperlink.location for row in book.worksheets[0].iter_rows() for c in row if c.hyperlink]
    assert places == [f"'{sheet.title}'!A1" for sheet in book.worksheets[1:-3]]


def test_statuses_and_reasons_are_chosen_from_lists(sample):
    assessment, language, _, book = sample
    for framework in _frameworks(assessment).values():
        sheet = book[framework.short]
        rules = {str(rule.sqref)[0]: rule for rule in sheet.data_validations.dataValidation}
        assert _choices(book, rules["E"]) == [rendered(states.STATUS[status], language) for status in Status]
        assert str(rules["E"].sqref) == f"E3:E{sheet.max_row}"
        assert _choices(book, rules["I"]) == [rendered(YES, language)]
        if framework.reasons:
            assert _choices(book, rules["J"]) == [in_language(r.title, language) for r in framework.reasons]
        assert set(rules) == ({"E", "I", "J"} if framework.reasons else {"E", "I"})
        assert all(rule.type == "list" and rule.showErrorMessage and rule.allowBlank for rule in rules.values())


def _choices(book, rule):
    name, place = rule.formula1.split("!")
    return [cell.value for (cell,) in book[name.strip("'")][place.replace("$", "")]]


def test_looks_follow_the_word_in_the_cell(sample):
    assessment, language, _, book = sample
    for framework in _frameworks(assessment).values():
        [formatting] = book[framework.short].conditional_formatting
        said = [rule.formula[0] for rule in formatting.rules]
        assert said == [f'$E3="{rendered(states.STATUS[status], language)}"' for status in Status]
        fills = {rule.dxf.fill.bgColor.rgb for rule in formatting.rules}
        assert len(fills) == len(Status)


def test_requirement_is_told_in_a_comment_on_the_code(sample):
    assessment, language, _, book = sample
    for id, framework in _frameworks(assessment).items():
        sheet = book[framework.short]
        rows = [c for c in assessment.coverage if c.disclosure.framework == id]
        for number, coverage in enumerate(rows, 3):
            said = assessment.catalog.texts.of(coverage.disclosure, language)
            comment = sheet.cell(number, 2).comment
            if said.summary:
                assert comment.text.startswith(said.summary)
            else:
                assert coverage.disclosure.heading or comment.text
            ticks = assessment.ticks(coverage)
            for id, title in said.datapoints.items():
                assert f"{'☑' if id in ticks else '☐'} {title}" in comment.text.splitlines()
    point = {"en": "Employment type", "zh-Hans": "雇佣类型", "zh-Hant": "僱傭類型"}[language]
    comments = [cell.comment.text for (cell,) in book["HKEX"].iter_rows(3, None, 2, 2) if cell.comment]
    assert any(f"\n☐ {point}\n" in text for text in comments)


def test_coverage_counts_and_a_chart_draws_them(sample):
    assessment, language, data, book = sample
    sheet = book[rendered(COVERAGE, language)]
    rows = list(sheet.values)
    for row, id in zip(rows[1:], _frameworks(assessment), strict=True):
        counted = [c for c in assessment.coverage if c.disclosure.framework == id and c.counts]
        *statuses, total, with_figure, without = row[1:]
        assert statuses == [sum(c.status == status for c in counted) for status in Status]
        assert total == len(counted)
        tagged = [c for c in counted if c.disclosure.data == "quantitative" and c.links]
        assert with_figure == sum(assessment.support(c) == Support.FIGURE for c in tagged)
        assert with_figure + without == len(tagged)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        [name] = [n for n in archive.namelist() if n.startswith("xl/charts/chart")]
        chart = etree.fromstring(archive.read(name))
    series = chart.findall(".//{*}ser")
    assert len(series) == len(Status)
    assert series[0].findtext("{*}val//{*}f") == f"'{sheet.title}'!$B$2:$B${len(rows)}"
    assert series[0].findtext("{*}tx//{*}f") == f"'{sheet.title}'!B1"


def test_indexes_are_the_tables_that_are_filed(sample):
    assessment, language, _, book = sample
    document = _document(assessment, language)
    for id, framework in _frameworks(assessment).items():
        tables = [filed.table for filed in filed_tables(assessment, language, document) if filed.framework == id]
        name = f"{framework.short} · {rendered(INDEX, language)}"
        assert (name in book.sheetnames) == bool(tables)
        rows = [[value for value in row if value] for row in book[name].values] if tables else []
        expected = []
        for table in tables:
            expected += [
                [rendered(table.title, language)],
                [rendered(head(id, table.framework), language) for id in table.columns],
            ]
            for row in table.rows:
                texts = zip(row, _texts(table, row, language), strict=True)
                expected.append([text for cell, text in texts if cell.kind != "same" and text])
            expected.append([])
        assert rows == expected[: len(rows)]
        assert not any(expected[len(rows) :])


def test_cross_reference_and_gaps_are_the_tables_of_that_name(sample):
    assessment, language, _, book = sample
    document = _document(assessment, language)
    tables = by_section(assessment, document), gaps(assessment, language, document)
    for name, table in zip(VIEWS, tables, strict=False):
        rows = [row[: len(table.columns)] for row in list(book[rendered(name, language)].values)[1:]]
        shown = [tuple(None if value is None else str(value) for value in row) for row in rows]
        assert shown == [tuple(text or None for text in _texts(table, row, language)) for row in table.rows]


def test_gaps_have_a_suggestion_beside_them(sample):
    """It names the place, the score, the figure and the words; a low score is not worth a look."""
    assessment, language, _, book = sample
    document = _document(assessment, language)
    suggester = Suggester(assessment.report, assessment.catalog, assessment.coverage)
    rows = list(book[rendered(VIEWS[1], language)].values)
    assert rows[0][-5:] == tuple(rendered(head(id), language) for id in HINTS)
    told = 0
    for row, coverage in zip(rows[1:], in_order(assessment), strict=True):
        found = suggester.for_disclosure(coverage.disclosure, 1, document)
        text, page, score, figure, matched = row[-5:]
        assert bool(text) == bool(found and found[0].score >= THRESHOLD)
        if text:
            told += 1
            passage = assessment.report.documents[document].passages[found[0].passage]
            assert " ".join(passage.text.split()).startswith(text[:200])
            fact = found[0].fact
            assert (figure or "") == (figure_text(fact, language) if fact else "")
            assert (page or "", score, matched) == (
                passage.page,
                found[0].score,
                separator("matched", language).join(found[0].matched),
            )
    assert told


def _facts(book):
    heads, *rows = book["KPI facts"].values
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_the_kpi_sheet_has_value_unit_period_and_place_of_each_quantitative_disclosure():
    assessment, *_, book = written("alibaba-2024", "en")
    rows = _facts(book)
    found = [
        (row["Value"], row["Unit"], row["Period"], row["As printed"], row["Pages"])
        for row in rows
        if (row["Framework"], row["Code"], row["Indicator"]) == ("GRI", "305-1", "范围 1 排放量")
    ]
    printed = {"2024": "718,491", "2023": "928,939", "2022": "926,779"}
    assert sorted(found, reverse=True) == sorted(
        (
            (int(figure.replace(",", "")), "tCO2e", year, f"{figure} 吨二氧化碳当量", "159")
            for year, figure in printed.items()
        ),
        reverse=True,
    )
    quantitative = {(d.framework, d.code) for c in assessment.coverage if (d := c.disclosure).data == "quantitative"}
    shorts = {framework.short: id for id, framework in _frameworks(assessment).items()}
    assert {(shorts[row["Framework"]], row["Code"]) for row in rows} <= quantitative


def test_a_row_says_whose_part_its_figure_is():
    *_, book = written("harbour-ferries-2025", "en")
    rows = _facts(book)
    of_b11 = {
        (row["Indicator"], row["Dimensions"]): row["Value"]
        for row in rows
        if (row["Code"], row["Period"]) == ("B1.1", "2025")
    }
    assert of_b11["Men", "male"] == 842
    assert of_b11["All employees", None] == 1146


def test_the_places_of_what_is_answered_at_several_have_a_link_each(sample):
    assessment, language, _, book = sample
    sheet = book[rendered(PLACES, language)]
    rows = [(row[0].value, row[1].value, [one for one in row if one.hyperlink]) for row in sheet.iter_rows(min_row=2)]
    assert all(len(linked) == 1 for *_, linked in rows)
    shorts = {id: framework.short for id, framework in _frameworks(assessment).items()}
    document = _document(assessment, language)
    for c in assessment.coverage:
        anchors = {link.statement.span.anchor for link in c.links if link.document == document}
        own = [
            linked[0]
            for short, code, linked in rows
            if (short, code) == (shorts[c.disclosure.framework], c.disclosure.code)
        ]
        if len(anchors - {""}) > 1:
            assert {cell.hyperlink.location for cell in own} == anchors


def test_printed_pages_of_an_index_repeat_the_heads():
    *_, book = written("harbour-ferries-2025", "en")
    for name, first in (("HKEX", "Group"), ("GRI", "Standard"), ("SASB", "Topic"), ("TCFD", "Pillar")):
        sheet = book[f"{name} · Content index"]
        head = int(sheet.print_title_rows.split(":")[0].strip("$"))
        assert sheet.cell(head, 1).value == first


def test_figures_and_codes_kept_as_text_get_no_green_corner(sample):
    assessment, _, data, book = sample
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for number, sheet in enumerate(book.worksheets[:-3], 1):
            tree = etree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
            ignored = [e.get("sqref") for e in tree.iter(f"{MAIN}ignoredError")]
            if sheet.title in {f.short for f in _frameworks(assessment).values()}:
                assert ignored == [" ".join(f"{letter}3:{letter}{sheet.max_row}" for letter in "ABEFGHIJMP")]
            order = [etree.QName(child).localname for child in tree]
            assert order == sorted(order, key=SCHEMA.index)


SCHEMA = ["sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "autoFilter",
          "mergeCells", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins",
          "pageSetup", "headerFooter", "rowBreaks", "colBreaks", "ignoredErrors", "drawing", "legacyDrawing",
          "tableParts"]  # fmt: skip


@pytest.mark.slow
def test_fonts_are_those_of_the_script():
    *_, book = written("alibaba-2024", "en")
    english = book["HKEX"]
    cells = [c for row in english.iter_rows(min_row=3) for c in row if c.value]
    fonts = {(bool(re.search("[一-鿿]", c.value)), c.font.name) for c in cells}
    assert fonts == {(False, "Arial"), (True, "Microsoft YaHei")}
    for language, font in (("zh-Hans", "Microsoft YaHei"), ("zh-Hant", "Microsoft JhengHei")):
        *_, book = written("alibaba-2024", language)
        assert {c.font.name for row in book["HKEX"].iter_rows() for c in row} == {font}


def test_cells_are_grey_where_no_omission_is_allowed():
    *_, book = written("harbour-ferries-2025", "en")
    sheet = book["GRI"]
    filled = {row[1].value: row[REASON_AT].fill.fill_type for row in sheet.iter_rows(min_row=3)}
    assert {code for code, fill in filled.items() if fill} == {"2-1", "2-2", "2-3", "2-4", "2-5", "3-1", "3-2"}


def test_properties_say_what_it_is_and_have_no_clock(sample):
    assessment, language, _, book = sample
    properties = book.properties
    assert assessment.report.title in properties.title
    assert assessment.report.issuer in properties.subject
    assert properties.creator.startswith("Disclosure Index ")
    assert properties.language == language
    day = datetime.combine(assessment.report.published, datetime.min.time())
    assert properties.created == properties.modified == day


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.sampled(1)
def test_legend_says_every_status_obligation_and_framework(language):
    assessment, *_, book = written("harbour-ferries-2025", language)
    sheet = book.worksheets[0]
    said = {value for row in sheet.values for value in row if value}
    assert {rendered(states.STATUS[status], language) for status in Status} <= said
    assert {f.owner for f in _frameworks(assessment).values()} <= said
    assert assessment.report.title in said
