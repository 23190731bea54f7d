"""The mark of a footnote is no part of the code, the figure, the page or the title before it."""

import pytest

from disclosure_index.figures.numbers import figures_in
from disclosure_index.printed_index.location_cells.locations import pages_in, sections_in
from disclosure_index.reading.html import read_html
from disclosure_index.reading.markdown.reader import read_markdown
from disclosure_index.reading.superscripts import raised, without_marks
from disclosure_index.reading.xhtml import read_xhtml


@pytest.mark.parametrize("read", [read_xhtml, read_html, read_markdown])
@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("GRI 2-1<sup>2</sup>", "GRI 2-1²"),
        ("1,234<sup>1</sup> t", "1,234¹ t"),
        ('1,234<sup><a href="#n1">1</a></sup>', "1,234¹"),
        ("1,234<sup>(1)</sup>", "1,234⁽¹⁾"),
        ("1,234<sup>[12]</sup>", "1,234¹²"),
        ("305-1<sup>a</sup>", "305-1ᵃ"),
        ("300 m<sup>2</sup>", "300 m²"),
        ("the 1<sup>st</sup>", "the 1st"),
        ("<sup>1</sup> Restated", "1 Restated"),
    ],
)
def test_a_superscript_is_read_as_one(read, source: str, text: str) -> None:
    assert [p.text for p in read(f"<div><p>{source}</p></div>\n".encode(), "r", "en").passages] == [text]


@pytest.mark.parametrize("text", ["1,234¹ t", "1,234⁽¹⁾ t", "1,234ᵃ t", "1,234¹,² t", "1,234 ¹ t"])
def test_a_figure_with_a_mark(text: str) -> None:
    [figure] = figures_in(text)
    assert (figure.text, figure.value, figure.unit) == ("1,234 t", 1234.0, "t")


@pytest.mark.parametrize(("text", "unit"), [("300 m²", "m²"), ("12 m³", "m³"), ("5 km²", "km²")])
def test_a_power_is_part_of_the_unit(text: str, unit: str) -> None:
    assert [figure.unit for figure in figures_in(text)] == [unit]


def test_places_with_marks() -> None:
    assert pages_in("p. 12¹") == pages_in("12²") == ("12",)
    assert sections_in("Our approach¹", ()) == (("Our approach",),)


@pytest.mark.parametrize("text", ["1", "12", "(3)", "a", "1, 2"])
def test_what_is_raised_is_no_digit_any_more(text: str) -> None:
    assert without_marks("2-1" + raised(text)) == "2-1"
