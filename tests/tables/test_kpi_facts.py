"""The figures of quantitative disclosures, and the places of what is answered at several: what the workbook lists."""

import pytest

from disclosure_index.tables.kpi_facts import MOST, SENTENCE, kpi_facts
from disclosure_index.tables.places import places
from tests.support.reports import assessed

CLAIMS = {"hkex-esg": "comply-or-explain"}
HEAD = "<tr><th>Indicator</th><th>Unit</th><th>2023</th><th>2024</th></tr>"
WASTE = '<tr id="w"{tag}><th>Hazardous waste</th><td>kg</td><td>11,900</td><td>12,400</td></tr>'
TAG = ' data-disclosure="hkex-esg:{code}"'


def _table(rows: str) -> str:
    return f"<section><h1>Data</h1><table>{HEAD}{rows}</table></section>"


def _records(body: str) -> list[dict[str, str]]:
    return list(kpi_facts(assessed(body, claims=CLAIMS), "en").records())


def test_a_row_of_a_table_is_a_row_per_year_in_base_units() -> None:
    found = _records(_table(WASTE.format(tag=TAG.format(code="A1.3"))))
    assert [(one["amount"], one["unit"], one["period"], one["printed"]) for one in found] == [
        ("11.9", "t", "2023", "11,900 kg"),
        ("12.4", "t", "2024", "12,400 kg"),
    ]
    assert {(one["framework"], one["code"], one["indicator"]) for one in found} == {("HKEX", "A1.3", "Hazardous waste")}


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ("", set()),
        ("<tr><th>Hazardous waste: Hong Kong</th><td>kg</td><td>8</td><td>9</td></tr>", {"dimensions"}),
    ],
)
def test_columns_that_no_figure_fills_are_left_out(rows: str, columns: set[str]) -> None:
    body = _table(WASTE.format(tag="") + rows).replace("<table>", f"<table{TAG.format(code='A1.3')}>")
    table = kpi_facts(assessed(body, claims=CLAIMS), "en")
    assert {"dimensions", "role"} & set(table.columns) == columns
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_a_target_is_told_from_a_figure() -> None:
    said = "In 2024 hazardous waste was 12 t. Our target is 9 t of hazardous waste in 2030."
    found = _records(f"<p{TAG.format(code='A1.3')}>{said}</p>")
    assert [(one["amount"], one["period"], one["role"]) for one in found] == [
        ("12", "2024", ""),
        ("9", "2030", "target"),
    ]


def test_a_long_sentence_is_shown_by_its_beginning() -> None:
    said = f"Hazardous waste of the {'very ' * 30}large fleet came to 12 t in 2024."
    [one] = _records(f"<p{TAG.format(code='A1.3')}>{said}</p>")
    assert len(one["indicator"]) == SENTENCE
    assert one["indicator"].endswith("…")


def test_of_very_many_figures_the_one_that_stands_for_them_is_listed() -> None:
    rows = "".join(
        f"<tr><th>Hazardous waste, pier {n}</th><td>t</td><td>{n}</td><td>{n}</td></tr>" for n in range(1, 99)
    )
    body = _table(rows).replace("<table>", f"<table{TAG.format(code='A1.3')}>")
    assert MOST < 2 * 98
    assert len(_records(body)) == 1


@pytest.mark.parametrize("code", ["A1", "A1.6"])
def test_what_asks_for_no_figure_is_not_listed(code: str) -> None:
    assert _records(_table(WASTE.format(tag=TAG.format(code=code)))) == []


def _places(body: str) -> list[tuple[str, str]]:
    table, first = places(assessed(body, claims=CLAIMS), "en")
    assert sorted(first.values()) == [n for n in first.values() if n < len(table.rows)]
    return [(row[1].text, row[3].text) for row in table.rows]


def _section(title: str, code: str) -> str:
    return f'<section id="{title}"{TAG.format(code=code)}><h1>{title}</h1><p>Text.</p></section>'


PLACES = [
    ("one place", _section("Air", "A1.1"), []),
    ("two places", _section("Air", "A1.1") + _section("Waste", "A1.1"), [("A1.1", "Air"), ("A1.1", "Waste")]),
    ("two of one, one of another", _section("Air", "A1.1") + _section("Waste", "A1.1") + _section("Sea", "A1.3"),
     [("A1.1", "Air"), ("A1.1", "Waste")]),
    ("a section in another",
     f'<section id="o"><h1>Outer</h1>{_section("Air", "A1.1")}{_section("Sea", "A1.1")}</section>',
     [("A1.1", "Outer > Air"), ("A1.1", "Outer > Sea")]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), [one[1:] for one in PLACES], ids=[one[0] for one in PLACES])
def test_the_places_of_what_is_answered_at_several(body: str, expected: list[tuple[str, str]]) -> None:
    assert _places(body) == expected
