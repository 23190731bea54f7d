"""What a typed place means: the rows below are the specification of titles, anchors and pages in a cell."""

import pytest

from disclosure_index.messages import render
from disclosure_index.reading.xhtml import read_xhtml
from disclosure_index.workbook_merge.typed_places import Places
from disclosure_index.workbook_merge.values import RefusedCell
from disclosure_index.workbook_merge.vocabulary import fold

REPORT = """<html lang="en"><body>
<span role="doc-pagebreak" aria-label="1"/><section id="env"><h1>2 Environment</h1>
<section id="water"><h2>Water</h2><p id="w">We drew 3 m3.</p></section>
<span role="doc-pagebreak" aria-label="2"/><section id="goals"><h2>Goals</h2><p>Less.</p></section></section>
<span role="doc-pagebreak" aria-label="3"/><section id="people"><h1>People</h1><p id="p">We are 40.</p>
<section id="goals-2"><h2>Goals</h2><p>More.</p></section></section>
<span role="doc-pagebreak" aria-label="4"/><section id="law"><h1>Law</h1><p id="l1">We obey.</p></section>
<section id="tax"><h1>Tax</h1><p id="t1">We pay.</p></section>
<span role="doc-pagebreak" aria-label="5"/><h1 id="bare">Only a heading</h1><p id="b1">Below it.</p>
<span role="doc-pagebreak" aria-label="IV"/><h1>Annex</h1><p id="a1">Tables.</p><p id="a2">More tables.</p>
</body></html>"""


@pytest.fixture(scope="module")
def places():
    return Places(read_xhtml(REPORT.encode(), "report.xhtml", "en"))


# what is typed, the id of the element that is meant
FOUND = [
    ("#w", "w"),
    ("# W", "w"),
    ("Water", "water"),
    ("WATER", "water"),
    ("2 Environment", "env"),
    ("Environment", "env"),
    ("2 Environment > Goals", "goals"),
    ("People › Goals", "goals-2"),
    ("People > Goals", "goals-2"),
    ("3", "people"),
    ("p. 3", "people"),
    ("page 3", "people"),
    ("第 3 頁", "people"),
    ("第3页", "people"),
    ("2", "goals"),
    ("1", "water"),
    ("5", "b1"),
    ("iv", "a1"),
    ("p. IV", "a1"),
]


@pytest.mark.parametrize(("typed", "id"), FOUND)
def test_a_place_that_is_there(places, typed, id):
    assert places.find(fold(typed)) == places.document.anchors[id]


# what is typed, words of the refusal, words of its hint
REFUSED = [
    ("#xyz123", 'no anchor "#xyz123"', "Write a section title"),
    ("#wtaer", 'no anchor "#wtaer"', 'Did you mean "water"?'),
    ("#goal", 'no anchor "#goal"', 'Did you mean "goals"?'),
    ("Goals", '2 sections have the title "goals"', "parent title first"),
    ("Law > Goals", 'no section, anchor or page "law > goals"', "Write a section title"),
    ("Peple", 'no section, anchor or page "peple"', 'Did you mean "People"?'),
    ("4", "Page 4 has several sections: Law; Tax", "Write the title of one of them"),
    ("Only a heading", '"Only a heading" is only a heading', "Name the passage by #anchor or page"),
    ("99", 'no section, anchor or page "99"', ""),
]


@pytest.mark.parametrize(("typed", "problem", "hint"), REFUSED)
def test_a_place_that_is_not_there_or_not_one(places, typed, problem, hint):
    with pytest.raises(RefusedCell) as refused:
        places.find(fold(typed))
    assert problem in render(refused.value.why, "en")
    assert hint in render(refused.value.hint, "en")


@pytest.mark.parametrize(
    ("id", "where"),
    [("water", "inside"), ("w", "after"), ("env", "inside"), ("bare", "after"), ("b1", "after")],
)
def test_an_explanation_stands_inside_a_section_and_after_anything_else(places, id, where):
    point = places.insertion_point(places.document.anchors[id])
    assert (point.at, point.where) == (places.document.anchors[id], where)


def _home(body, framework="gri"):
    document = read_xhtml(f'<html lang="en"><body>{body}</body></html>'.encode(), "report.xhtml", "en")
    point = Places(document).home(framework)
    return point and (next((id for id, at in document.anchors.items() if at == point.at), ""), point.where)


OMISSION = '<p id="{0}" data-omission="{1}" data-reason="not-applicable">None.</p>'
GRI, HKEX = OMISSION.format("g", "gri:305-6"), OMISSION.format("h", "hkex-esg:B6.1")
SECTION = '<section id="s"><h1>People</h1><p id="p">We are 40.</p></section>'


@pytest.mark.parametrize(
    ("body", "home"),
    [
        (SECTION, ("s", "inside")),
        (SECTION + GRI + HKEX, ("g", "after")),
        (SECTION + HKEX, ("h", "after")),
        (GRI + OMISSION.format("g2", "gri:306-1") + HKEX, ("g2", "after")),
        ('<h1>People</h1><p id="p">We are 40.</p>', ("p", "after")),
        ('<section id="a"><h1>A</h1><p>x</p></section>' + SECTION, ("s", "inside")),
        ("", None),
    ],
)
def test_an_explanation_without_a_place_stands_with_its_likes_or_at_the_end(body, home):
    assert _home(body) == home


@pytest.mark.parametrize(
    ("id", "title"),
    [("water", "Water"), ("w", "Water"), ("p", "People"), ("goals-2", "Goals"), ("b1", "Only a heading")],
)
def test_the_title_of_the_section_that_an_element_is_or_stands_in(places, id, title):
    assert places.title(places.document.anchors[id]) == title
