"""Habits of real index tables: where each disclosure is tagged, as a reader would understand its row."""

import pytest

from tests.printed_index.conftest import PAGE

TEXT = "What we did in the year, and what came of it, in a few words."
TITLES = ("About us", "Energy", "Emissions", "Our crew", "員工", "水資源")
BODY = "".join(
    f'{PAGE.format(number)}<section id="s{number}"><h1>{title}</h1><p>{TEXT}</p></section>'
    for number, title in enumerate(TITLES, 2)
)


def table(caption, *rows):
    """Return an index; a row is its cells with bars between them, the first one the head."""
    head, *below = ("".join(f"<td>{cell.strip()}</td>" for cell in row.split("|")) for row in rows)
    lines = "".join(f"<tr>{row}</tr>" for row in (head, *below))
    return f"{PAGE.format(20)}<h1>{caption}</h1><table>{lines}</table>"


@pytest.fixture
def tags(placed):
    def call(caption, *rows):
        placement, found = placed(BODY, table(caption, *rows))
        omitted = {o.reference.code: [f"omitted: {o.reason}"] for o in placement.document.omissions if o.reference}
        return found | omitted

    return call


ENERGY = {"302-1": ["p. 3"], "302-3": ["p. 3"]}


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (("GRI 302 | Energy | 3", "302-1 | Energy consumption |", "302-3 | Energy intensity |"), ENERGY),
        (("GRI 302: Energy 2016, p. 3 | |", "302-1 | Energy consumption |", "302-3 | Energy intensity |"), ENERGY),
        # beside a row with a place, a blank one has none
        (("GRI 302 | Energy | 3", "302-1 | Energy consumption | 4", "302-3 | Energy intensity |"), {"302-1": ["p. 4"]}),
        (("GRI 302 | Energy | 3", "305-1 | Direct emissions |", "302-3 | Energy intensity | 4"), {"302-3": ["p. 4"]}),
        (("Aspect A2: Use of Resources | | 3", "A2.1 | Energy |", "A2.2 | Water |"), {"A2.1": ["p. 3"]}),
    ],
)
def test_the_place_of_a_topic_is_that_of_its_blank_rows(tags, rows, wanted):
    found = tags("HKEX and GRI content index", "Code | Title | Page", "2-1 | Details | 2", "2-2 | Entities | 2", *rows)
    assert {code: found.get(code) for code in wanted} == wanted
    assert {"305-1"}.isdisjoint(found)


@pytest.mark.parametrize(
    "cell",
    [
        *("See above", "see above.", "ibid.", "Idem", "Same as above", "the same", "ditto", "do.", "″", "〃", '"'),
        *("同上", "见上", "同前", "ebd.", "siehe oben", "s. o.", "ci-dessus", "Voir ci-dessus", "Ver arriba", "ídem"),
        *("Come sopra", "Ver acima", "Zie hierboven", "Se ovan", "上記参照", "상동"),
        *("Same as 302-1", "See 302-1", "See GRI 302-1", "Ver GRI 302-1", "同302-1", "与302-1相同", "wie 302-1"),
    ],
)
def test_a_row_that_names_another_has_its_place(tags, cell):
    found = tags(
        "GRI content index", "Disclosure | Location", "2-1 Details | About us", "302-1 | Energy", f"302-3 | {cell}"
    )
    assert found["302-3"] == ["Energy"]


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        ("See 401-1", []),  # which the index does not have
        ("Above all, our crew is safe.", ["row"]),
        ("Same-day repairs in 12 ports", []),
        ("Energy, see also About us", ["Energy", "About us"]),
    ],
)
def test_a_row_that_names_no_other_row_has_none_of_its_places(tags, cell, place):
    found = tags("GRI content index", "Disclosure | Location", "2-1 | About us", "302-1 | Our crew", f"302-3 | {cell}")
    assert found.get("302-3", []) == place


@pytest.mark.parametrize(
    ("cell", "codes"),
    [
        ("GRI 2-1, a 2-4", ["2-1", "2-2", "2-3", "2-4"]),
        ("GRI 2-1 a 2-4", ["2-1", "2-2", "2-3", "2-4"]),
        ("GRI 2-1, to 2-4", ["2-1", "2-2", "2-3", "2-4"]),
        ("GRI 2-1, 2-4", ["2-1", "2-4"]),
    ],
)
def test_a_comma_before_a_word_of_range_makes_no_list(tags, cell, codes):
    found = tags("GRI content index", "GRI | Location", f"{cell} | About us", "302-1 | Energy")
    assert sorted(set(found) - {"302-1"}) == codes


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        ("No legal actions", ["row"]),
        ("Keine Verfahren", ["row"]),
        ("The Group had no products recalled", ["row"]),
        ("To be disclosed next year", ["row"]),
        ("本集團並無產品回收", ["row"]),
        ("0 spills", ["row"]),
        # titles, which the report does not have
        ("No poverty", []),
        ("Zero hunger", []),
        ("Keine Armut", []),
        ("無貧窮", []),
        ("See No time to waste", []),
        ("The Group and its history", []),
    ],
)
def test_an_answer_is_tagged_and_a_title_that_is_not_there_is_not(tags, cell, place):
    found = tags("GRI content index", "Disclosure | Location", "2-1 | About us", "302-1 | Energy", f"206-1 | {cell}")
    assert found.get("206-1", []) == place


def test_a_number_in_a_column_of_answers_is_a_figure(tags):
    rows = ("TR-MT-110a.1 | Scope 1 | Emissions, p. 4", "TR-MT-540a.1 | Casualties | 0", "TR-MT-000.A | Crew | 3")
    found = tags("SASB index", "Code | Metric | Response", *rows)
    assert found == {"TR-MT-110a.1": ["Emissions"], "TR-MT-540a.1": ["row"], "TR-MT-000.A": ["row"]}


def test_numbers_of_notes_beside_a_column_of_pages_are_no_pages(tags):
    rows = ("2-1 Details | 2 |", "302-1 Energy | 3 | 4", "305-1 Emissions | 4 | 5")
    found = tags("GRI content index", "Disclosure | Page | Omission", *rows)
    assert found == {"2-1": ["p. 2"], "302-1": ["p. 3"], "305-1": ["p. 4"]}


@pytest.mark.parametrize(
    ("cell", "pages"),
    [
        ("S. 3 f.", ["p. 3", "p. 4"]),
        ("pp. 3f.", ["p. 3", "p. 4"]),
        ("pp. 3-4", ["p. 3", "p. 4"]),
        ("3ページ", ["p. 3"]),
        ("3 and https://ferries.example/energy", ["p. 3"]),
    ],
)
def test_pages_of_a_column_of_pages_and_links(tags, cell, pages):
    rows = ("2-1 | 2", "2-23 | https://ferries.example/policies", f"302-1 | {cell}")
    assert tags("GRI content index", "Disclosure | Page / URL", *rows)["302-1"] == pages


@pytest.mark.parametrize(
    ("cell", "place"),
    [
        ('<a href="https://ferries.example/policy">Human rights policy</a>', ["row"]),
        ('<a href="#s3">the chapter</a>', ["Energy"]),
        ("Human rights policy", []),
    ],
)
def test_a_link_out_of_the_document_is_an_answer(tags, cell, place):
    found = tags("GRI content index", "Disclosure | Location", "2-1 | About us", "302-1 | Energy", f"2-23 | {cell}")
    assert found.get("2-23", []) == place


@pytest.mark.parametrize(
    ("reason", "cell"),
    [
        ("confidentiality-constraints", "Nicht berichtet, da vertraulich"),
        ("confidentiality-constraints", "Contraintes de confidentialité"),
        ("confidentiality-constraints", "Restricciones de confidencialidad"),
        ("not-applicable", "n/a"),
        ("not-applicable", "Niet van toepassing"),
        ("information-unavailable", "暫未統計"),
    ],
)
def test_a_reason_for_omission_in_the_column_of_pages(tags, reason, cell):
    found = tags("GRI content index", "Disclosure | Page", "2-1 | 2", "302-1 | 3", f"305-3 | {cell}")
    assert found["305-3"] == [f"omitted: {reason}"]


def test_frameworks_named_in_a_column_of_their_own(tags):
    rows = ("IFRS S1 | 27(a) | 2", "IFRS S1 | 27(b) | 2", "IFRS S2 | 6(a) | 3", " | 29(b) | 4", "IFRS S2 | 29(c) | 4")
    found = tags("IFRS index", "Standard | Paragraph | Page", *rows)
    assert found == {"27(a)": ["p. 2"], "27(b)": ["p. 2"], "6(a)": ["p. 3"], "29(b)": ["p. 4"], "29(c)": ["p. 4"]}


def test_paragraphs_of_a_cell_are_its_lines(tags):
    found = tags(
        "GRI content index", "Disclosure | Location", "2-1 | About us", "302-1 | <p>Energy</p><p>Emissions</p>"
    )
    assert found["302-1"] == ["Energy", "Emissions"]
