"""What supports the tags of a disclosure: the figure that is shown for it, and the datapoints that it ticks."""

from datetime import date

import pytest

from disclosure_index.assessment.evidence import Support
from disclosure_index.tables.evidence import evidence_cell
from tests.support.reports import assessed, row

CLAIMS = {"hkex-esg": "comply-or-explain"}
HEAD = "<tr><th>Indicator</th><th>Unit</th><th>2023</th><th>2024</th></tr>"
TABLE = f"""<table>{HEAD}
<tr id="all"><th>Total waste</th><td>t</td><td>320.1</td><td>322.4</td></tr>
<tr id="hazardous"><th>Hazardous waste</th><td>t</td><td>11.9</td><td>12.4</td></tr>
<tr id="other"><th>Non-hazardous waste</th><td>t</td><td>308.2</td><td>310.0</td></tr>
<tr id="less"><th>Hazardous waste per thousand trips</th><td>t</td><td>0.3</td><td>0.2</td></tr></table>"""
CHINESE = """<table><tr><th>指標</th><th>單位</th><th>2023</th><th>2024</th></tr>
<tr><th>廢棄物總量</th><td>噸</td><td>320.1</td><td>322.4</td></tr>
<tr><th>有害廢棄物</th><td>噸</td><td>11.9</td><td>12.4</td></tr></table>"""
SAID = "<p>Hazardous waste came to 12.4 t in 2024 (2023: 11.9 t). The target for 2030 is 9.0 t of hazardous waste.</p>"
STAFF = f"""<table>{HEAD}
<tr><th>Employees: women</th><td>persons</td><td>280</td><td>290</td></tr>
<tr><th>Employees in total</th><td>persons</td><td>700</td><td>720</td></tr></table>"""


def _section(inner: str, code: str) -> str:
    return f'<section data-disclosure="hkex-esg:{code}"><h1>Data</h1><p>The figures of the year.</p>{inner}</section>'


def _row_tagged(id: str, code: str) -> str:
    return f"<section><h1>Data</h1>{TABLE}</section>".replace(
        f'<tr id="{id}"', f'<tr id="{id}" data-disclosure="{code}"'
    )


SHOWN = [
    # situation, the body, the code, what stands in its cell
    ("the row that is tagged", _row_tagged("hazardous", "hkex-esg:A1.3"), "A1.3", "12.4 t, 2024"),
    ("a row need not name it if the tag is its own", _row_tagged("all", "hkex-esg:A1.3"), "A1.3", "322.4 t, 2024"),
    ("of a section, the row that names it", _section(TABLE, "A1.3"), "A1.3", "12.4 t, 2024"),
    ("and not one that says its opposite", _section(TABLE, "A1.4"), "A1.4", "310.0 t, 2024"),
    ("the report's year, wherever its column", _section(TABLE.replace("2024", "2022"), "A1.3"), "A1.3", "11.9 t, 2023"),
    ("a figure before a target", _section(SAID, "A1.3"), "A1.3", "12.4 t, 2024"),
    ("the whole before a part", _section(STAFF, "B1.1"), "B1.1", "720 persons, 2024"),
    ("words", '<p data-disclosure="hkex-esg:A1.3">We sort hazardous waste.</p>', "A1.3", "words only"),
    ("another unit", '<p data-disclosure="hkex-esg:A1.3">Of it 12.4% was hazardous waste.</p>', "A1.3", "words only"),
    ("figures, none of them named", _section(STAFF, "B5.1"), "B5.1", "figures, none of them named"),
    ("what asks for no figure", '<p data-disclosure="hkex-esg:A1">12.4 t of waste in 2024.</p>', "A1", ""),
    ("what is not tagged", f"<section><h1>Data</h1>{TABLE}</section>", "A1.3", ""),
]


@pytest.mark.parametrize(("body", "code", "shown"), [one[1:] for one in SHOWN], ids=[one[0] for one in SHOWN])
def test_the_figure_that_is_shown(body: str, code: str, shown: str) -> None:
    year = date(2023 if "2022" in body else 2024, 1, 1)
    assessment = assessed(body, claims=CLAIMS, year=year)
    assert evidence_cell(assessment, row(assessment, code), "en").text == shown


def test_the_page_and_a_link_stand_with_it() -> None:
    body = '<span role="doc-pagebreak" aria-label="7"/>' + _row_tagged("hazardous", "hkex-esg:A1.3")
    assessment = assessed(body, claims=CLAIMS)
    cell = evidence_cell(assessment, row(assessment, "A1.3"), "zh-Hant", 0)
    assert cell.parts == (("12.4 t、2024、第 7 頁", "report.xhtml#hazardous"),)


def test_each_language_version_shows_its_own_figure_else_the_others_without_a_link() -> None:
    bodies = _section(TABLE, "A1.3"), _section(CHINESE, "A1.3")
    assessment = assessed(*bodies, claims=CLAIMS)
    found = row(assessment, "A1.3")
    assert [evidence_cell(assessment, found, "en", n).text for n in (0, 1)] == ["12.4 t, 2024", "12.4 噸, 2024"]
    bodies = _row_tagged("hazardous", "hkex-esg:A1.3"), '<p data-disclosure="hkex-esg:A1.3">有害廢棄物。</p>'
    assessment = assessed(*bodies, claims=CLAIMS)
    assert evidence_cell(assessment, row(assessment, "A1.3"), "en", 1).parts == (("12.4 t, 2024", ""),)


def test_a_section_of_many_passages_is_not_read_to_its_end() -> None:
    text = "".join(f"<p>Paragraph {letter * 3} of the year.</p>" for letter in "abcdefghij" * 10)
    assessment = assessed(_section(text, "A1.3"), claims=CLAIMS)
    found = row(assessment, "A1.3")
    assert assessment.support(found) == Support.UNREAD
    assert evidence_cell(assessment, found, "en").text == "too long to be read"


def test_the_figures_of_a_disclosure_are_those_that_name_it() -> None:
    assessment = assessed(_section(TABLE, "A1.3"), claims=CLAIMS)
    found = assessment.figures(row(assessment, "A1.3"))
    assert {one.figure.fact.printed for one in found} == {"12.4", "11.9", "0.3", "0.2"}


TICKS = [
    # situation, the body, the code, the ticks with the words that say so
    ("a tag that names it", '<p data-disclosure="hkex-esg:B1.1#gender">Of 700.</p>', {"gender": ()}),
    ("words and a figure", '<p data-disclosure="hkex-esg:B1.1">Women: 290.</p>', {"gender": ("Women", "290")}),
    ("words without the figure", '<p data-disclosure="hkex-esg:B1.1">Women work here.</p>', {}),
    ("a section", _section("<p>Full-time: 611.</p><p>Women: 290.</p>", "B1.1"), {
        "gender": ("Women", "290"), "employment-type": ("Full-time", "611"),
    }),
    ("nothing of it", _section("<p>Our people matter.</p>", "B1.1"), {}),
    ("no tag", "<p>Women: 290.</p>", {}),
]  # fmt: skip


@pytest.mark.parametrize(("body", "ticks"), [one[1:] for one in TICKS], ids=[one[0] for one in TICKS])
def test_datapoints_are_ticked_by_a_tag_that_names_them_or_by_what_the_text_says(body: str, ticks: object) -> None:
    assessment = assessed(body, claims=CLAIMS)
    assert assessment.ticks(row(assessment, "B1.1")) == ticks


def test_chinese_text_ticks_by_chinese_words() -> None:
    assessment = assessed("<p>Text.</p>", '<p data-disclosure="hkex-esg:B1.1">女性僱員290名。</p>', claims=CLAIMS)
    assert list(assessment.ticks(row(assessment, "B1.1"))) == ["gender"]


@pytest.mark.parametrize("body", ['<p data-disclosure="hkex-esg:B1.1">Our people.</p>', _section(STAFF, "B1.1")])
def test_ticks_change_no_status(body: str) -> None:
    found = row(assessed(body, claims=CLAIMS), "B1.1")
    assert (found.status.value, found.answered, found.open) == ("disclosed", (), ())
