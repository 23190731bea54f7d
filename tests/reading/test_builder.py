"""The outline of a document: sections, passages, what a tag reaches, what an omission explains, pages.

The texts are XHTML because that is how people know documents; the builder is the same for every reader.
"""

import pytest

from disclosure_index.model import Document, Location, Span
from disclosure_index.reading.builder import DocumentBuilder, Kind, Marks
from disclosure_index.reading.xhtml import read_xhtml


def read(text: str) -> Document:
    document = read_xhtml(f"<html>{text}</html>".encode(), "r.xhtml", "en")
    assert document.readable, document.findings
    return document


def outline(text: str) -> list[str]:
    """The sections, indented by the sections around them."""
    document = read(text)
    return ["  " * (len(document.path_of(n)) - 1) + s.title for n, s in enumerate(document.sections)]


def passages(text: str) -> list[tuple[str, str]]:
    return [(p.kind, p.text) for p in read(text).passages]


def reached(text: str) -> tuple[Span, list[str]]:
    """The span of the one tag, and the passages in it."""
    document = read(text)
    [tag] = document.tags
    return tag.span, [p.text for p in document.passages[tag.span.first : tag.span.last]]


class TestSections:
    def test_section_elements_nest(self) -> None:
        text = "<section><h1>A</h1><section><h2>B</h2></section><section><h2>C</h2></section></section>"
        assert outline(text) == ["A", "  B", "  C"]

    def test_headings_alone_open_sections_by_their_level(self) -> None:
        text = "<h1>A</h1><p>a</p><h2>B</h2><h3>C</h3><h2>D</h2><h1>E</h1><h3>F</h3>"
        assert outline(text) == ["A", "  B", "    C", "  D", "E", "  F"]

    def test_a_second_heading_in_a_section_opens_one_in_it(self) -> None:
        text = "<section><h1>A</h1><h2>B</h2><p>b</p><h2>C</h2></section><section><h1>D</h1></section>"
        assert outline(text) == ["A", "  B", "  C", "D"]

    def test_a_section_element_ends_what_headings_opened(self) -> None:
        assert outline("<section><h1>A</h1><h4>B</h4></section><p>x</p><h5>C</h5>") == ["A", "  B", "C"]

    def test_a_section_without_a_heading_has_no_title(self) -> None:
        assert outline("<section><p>a</p></section>") == [""]

    def test_titles_are_read_through_inline_elements(self) -> None:
        assert outline("<h1>Our <b>waste</b>\n and <i>water</i></h1>") == ["Our waste and water"]

    def test_places_and_anchors(self) -> None:
        sections = read('\n<section id="a"><h1>A</h1>\n <h2 id="b">B</h2></section>').sections
        assert [(str(s.location), s.anchor, s.level) for s in sections] == [
            ("r.xhtml:2:1", "a", 1),
            ("r.xhtml:3:2", "b", 2),
        ]

    def test_a_passage_knows_its_section(self) -> None:
        document = read("<p>0</p><h1>A</h1><p>1</p><h2>B</h2><p>2</p><section><h1>C</h1><p>3</p></section>")
        titles = [document.sections[p.section].title if p.section is not None else "" for p in document.passages]
        assert titles == ["", "A", "A", "B", "B", "C", "C"]


class TestPassages:
    def test_kinds(self) -> None:
        text = "<h1>A</h1><p>b</p><ul><li>c</li></ul><table><caption>d</caption><tr><td>e</td></tr></table>"
        assert passages(text) == [
            ("heading", "A"), ("paragraph", "b"), ("list-item", "c"), ("table", "d"), ("table-row", "e"),
        ]  # fmt: skip

    def test_there_is_no_passage_without_words(self) -> None:
        assert passages("<p/> <p>  </p><ul>\n<li/>\n</ul><table><tr><td/><td> </td></tr></table><div><br/></div>") == []

    @pytest.mark.parametrize("space", ["  ", "\n", "\t", "\u00a0", "\u3000", "\u2003", "\n\t \u00a0"])
    def test_white_space_is_folded(self, space: str) -> None:
        assert passages(f"<p>{space}waste{space}water{space}</p>") == [("paragraph", "waste water")]

    def test_inline_elements_do_not_divide_words(self) -> None:
        assert passages("<p>2<sub>n</sub>d <a href='#x'>li<b>n</b>k</a>, end</p>") == [("paragraph", "2nd link, end")]

    def test_text_around_a_block_in_a_block(self) -> None:
        assert passages("<li>one<p>two</p>three</li>") == [
            ("list-item", "one"),
            ("paragraph", "two"),
            ("list-item", "three"),
        ]

    def test_cells_are_divided_by_tabs_and_empty_ones_hold_their_column(self) -> None:
        text = "<table><tr><th/><th>2023</th><th>2024</th></tr><tr><td>Waste,\n t</td><td/><td> 12 </td></tr></table>"
        assert passages(text) == [("table-row", "\t2023\t2024"), ("table-row", "Waste, t\t\t12")]

    def test_a_cell_may_hold_blocks(self) -> None:
        assert passages("<table><tr><td><p>a</p><p>b</p></td><td><ul><li>c</li></ul></td></tr></table>") == [
            ("table-row", "a b\tc")
        ]

    def test_tables_in_tables_keep_all_the_words(self) -> None:
        text = (
            "<table><tr><td>a</td><td><table><tr><td>b</td></tr></table></td><td>c</td></tr><tr><td>d</td></tr></table>"
        )
        words = " ".join(text for _, text in passages(text)).split()
        assert sorted(words) == ["a", "b", "c", "d"]

    def test_text_outside_all_blocks_is_kept(self) -> None:
        document = read_xhtml(b"<b>loose</b>", "r.xhtml", "en")
        assert [p.text for p in document.passages] == ["loose"]


class TestTags:
    def test_a_tag_reaches_the_whole_element(self) -> None:
        span, texts = reached(
            '<p>0</p><section data-disclosure="sdg:1"><h1>A</h1><p>1</p><ul><li>2</li></ul></section>3'
        )
        assert texts == ["A", "1", "2"]
        assert (span.element, span.text) == ("section", None)

    def test_a_tag_on_an_inline_element_reaches_its_words(self) -> None:
        span, _ = reached('<p>We employ <b data-disclosure="sdg:1">212\n <i>people</i></b>, all of them here.</p>')
        assert (span.element, span.text) == ("b", "212 people")

    def test_a_tag_on_a_cell_reaches_the_cell(self) -> None:
        span, texts = reached('<table><tr><td>Waste</td><td data-disclosure="sdg:1">12</td><td>13</td></tr></table>')
        assert (span.element, span.text) == ("td", "12")
        assert texts == ["Waste\t12\t13"]  # the passage that it stands in

    def test_a_tag_on_a_row_reaches_the_row(self) -> None:
        span, texts = reached('<table><tr><td>x</td></tr><tr data-disclosure="sdg:1"><td>a</td><td>b</td></tr></table>')
        assert (span.text, texts) == (None, ["a\tb"])

    def test_a_tag_on_an_empty_element_reaches_nothing(self) -> None:
        span, texts = reached('<p>a</p><p data-disclosure="sdg:1"/><p>b</p>')
        assert (span.text, texts) == (None, [])

    def test_a_tag_on_an_inline_element_around_blocks_reaches_them(self) -> None:
        span, texts = reached('<div><a href="#x" data-disclosure="sdg:1"><p>a</p><p>b</p></a></div>')
        assert texts == ["a", "b"]
        assert span.text != ""  # "" would say that it is empty

    def test_tags_in_tags_keep_the_order_of_their_start_tags(self) -> None:
        document = read(
            '<div data-disclosure="sdg:1"><p data-disclosure="sdg:2">a <b data-disclosure="sdg:3">b</b></p></div>'
        )
        assert [tag.text for tag in document.tags] == ["sdg:1", "sdg:2", "sdg:3"]

    def test_the_anchor_is_the_nearest_one(self) -> None:
        assert reached('<section id="a"><p><b data-disclosure="sdg:1">b</b></p></section>')[0].anchor == "a"
        assert reached('<section id="a"><p id="b" data-disclosure="sdg:1">b</p></section>')[0].anchor == "b"

    def test_the_section_of_a_tag(self) -> None:
        document = read('<section data-disclosure="sdg:1"><h1>A</h1><section><h2>B</h2><p data-disclosure="sdg:2">b</p>'
                        '</section></section><p data-disclosure="sdg:3">c</p>')  # fmt: skip
        titles = [
            document.sections[t.span.section].title if t.span.section is not None else None for t in document.tags
        ]
        assert titles == ["A", "B", None]

    def test_what_is_no_reference_is_kept_as_it_was_written(self) -> None:
        [tag] = read('<p data-disclosure="sdg/1">a</p>').tags
        assert (tag.text, tag.reference) == ("sdg/1", None)


class TestOmissions:
    @pytest.mark.parametrize(
        ("text", "explanation"),
        [
            ('<p data-omission="sdg:1" data-reason=" not-material ">We make\n none.</p>', "We make none."),
            ('<p>x <span data-omission="sdg:1" data-reason="not-material">None.</span> y</p>', "None."),
            ('<div data-omission="sdg:1" data-reason="not-material"><p>a</p><p>b</p></div>', "a\nb"),
            ('<p data-omission="sdg:1" data-reason="not-material"><br/></p>', ""),
            ('<table><tr><td>x</td><td data-omission="sdg:1" data-reason="not-material">無</td></tr></table>', "無"),
        ],
    )
    def test_the_explanation_is_the_text_of_the_element(self, text: str, explanation: str) -> None:
        [omission] = read(text).omissions
        assert (omission.reason, omission.explanation) == ("not-material", explanation)

    def test_a_heading_alone_explains_nothing(self) -> None:
        [omission] = read('<section data-omission="sdg:1" data-reason="x"><h2>Waste</h2></section>').omissions
        assert omission.explanation == ""

    def test_one_element_may_omit_several_and_disclose_others(self) -> None:
        document = read('<p data-omission="sdg:1 sdg:2" data-disclosure="sdg:3">a</p>')
        assert [o.text for o in document.omissions] == ["sdg:1", "sdg:2"]
        assert [t.text for t in document.tags] == ["sdg:3"]


BREAK = '<span role="doc-pagebreak" aria-label="{}"/>'


class TestPages:
    def test_the_pages_of_a_section_run_from_its_first_words_to_its_last(self) -> None:
        text = BREAK.format(1) + "<section><h1>A</h1><p>a</p>" + BREAK.format(2) + "<p>b</p></section>"
        text += "<section>" + BREAK.format(3) + "<h1>B</h1><p>c</p></section>"
        assert [(s.page, s.last_page) for s in read(text).sections] == [("1", "2"), ("3", "3")]

    def test_a_heading_left_at_the_foot_of_a_page_does_not_count(self) -> None:
        text = BREAK.format(1) + "<section><h1>A</h1>" + BREAK.format(2) + "<p>a</p></section>"
        assert [(s.page, s.last_page) for s in read(text).sections] == [("2", "2")]

    def test_a_passage_is_on_the_page_where_it_begins(self) -> None:
        text = BREAK.format(1) + "<p data-disclosure='sdg:1'>We are" + BREAK.format(2) + " here.</p><p>Text.</p>"
        document = read(text)
        assert [p.page for p in document.passages] == ["1", "2"]
        assert (document.tags[0].span.page, document.tags[0].span.last_page) == ("1", "2")

    def test_a_tag_has_the_pages_of_what_it_reaches(self) -> None:
        text = BREAK.format(4) + "<div data-disclosure='sdg:1'><p>a</p>" + BREAK.format(5) + "<p>b</p></div>"
        [tag] = read(text).tags
        assert (tag.span.page, tag.span.last_page) == ("4", "5")


def test_what_a_reader_leaves_open_is_closed_at_the_end() -> None:
    builder = DocumentBuilder("r.md", "zh-Hant")
    builder.start(Kind.SECTION, "section", Location("r.md", 1, 1), Marks(disclosure="sdg:1"))
    builder.start(Kind.HEADING, "h1", Location("r.md", 1, 1), level=1)
    builder.text("廢物")
    builder.end()
    builder.start(Kind.PARAGRAPH, "p", Location("r.md", 2, 1))
    builder.text("十二噸")
    document = builder.finish("報告")
    assert [(p.kind, p.text, p.language) for p in document.passages] == [
        ("heading", "廢物", "zh-Hant"),
        ("paragraph", "十二噸", "zh-Hant"),
    ]
    assert document.sections[0].title == "廢物"
    assert (document.tags[0].span.first, document.tags[0].span.last) == (0, 2)
