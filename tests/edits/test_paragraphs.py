"""A new paragraph on a line of its own, and an element that goes."""

import pytest

from disclosure_index.edits import AddTag, EditError, ExplainOmission, RemoveElement, Reword, apply, find_element
from disclosure_index.model import Location
from disclosure_index.reading.xhtml import read_xhtml

P = '<p data-omission="gri:2-5" data-reason="not-material">why</p>'
TURN = '<span role="doc-pagebreak" aria-label="9"></span>'


def explain(place, where="after", text="why", reason="not-material", references=("gri:2-5",)):
    return ExplainOmission(place, where, references, reason, text)


def done(text, *edits):
    """Make edits and give the text; the way back leads back, and forth again."""
    result, back = apply(text.encode(), edits)
    old, forth = apply(result, back)
    assert old == text.encode()
    assert apply(old, forth) == (result, back)
    return result.decode()


def new(said):
    return P.replace("why", said)


def page(body):
    return f"<html>\n<body>\n{body}\n</body>\n</html>\n"


AFTER = [
    ("    <p>a</p>\n    <p>b</p>", f"    <p>a</p>\n    {P}\n    <p>b</p>"),
    ("\t<p>a</p>", f"\t<p>a</p>\n\t{P}"),
    ("<p>a</p>", f"<p>a</p>\n{P}"),
    ("  <p\n   >a\n     b\n  </p\n>\n", f"  <p\n   >a\n     b\n  </p\n>\n  {P}\n"),
    ("  <p>a</p>  \n", f"  <p>a</p>  \n  {P}\n"),
    ("  <p>a</p> <!-- of a -->\n", f"  <p>a</p> <!-- of a -->\n  {P}\n"),
    ("  <p>a</p><!-- 1 --> <!-- - -->\n", f"  <p>a</p><!-- 1 --> <!-- - -->\n  {P}\n"),
    ("  <p>a</p><!-- of\n b -->\n", f"  <p>a</p>\n  {P}\n  <!-- of\n b -->\n"),
    ("  <p>a</p><i>b</i>\n", f"  <p>a</p>\n  {P}\n  <i>b</i>\n"),
    ("  <i>b</i><p>a</p>\n", f"  <i>b</i><p>a</p>\n  {P}\n"),
    ("  <p/>\n", f"  <p/>\n  {P}\n"),
    ("  <p />b\n", f"  <p />\n  {P}\n  b\n"),
]


@pytest.mark.parametrize(("before", "after"), AFTER)
@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_after_an_element(at, before, after, line_break):
    before, after = (page(text).replace("\n", line_break) for text in (before, after))
    assert done(before, explain(at(before, "<p"))) == after


def test_after_an_element_with_what_looks_like_its_end(at):
    text = page(" <p>a > ]] <b>c</b><!-- </p> --><![CDATA[</p>]]></p>")
    assert done(text, explain(at(text, "<p"))) == text.replace("]]></p>", f"]]></p>\n {P}")


def test_all_on_one_line(at):
    text = "<html><body><p>a</p></body></html>"
    assert done(text, explain(at(text, "<p"))) == f"<html><body><p>a</p>\n{P}\n</body></html>"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("  <section>\n    <h2>a</h2>\n  </section>", f"  <section>\n    <h2>a</h2>\n    {P}\n  </section>"),
        (
            "  <section>\n      <p>a\n   b</p>\n\n\n  </section>",
            f"  <section>\n      <p>a\n   b</p>\n      {P}\n\n\n  </section>",
        ),
        (
            "  <section><h2>a</h2><p>b</p></section>",
            f"  <section><h2>a</h2><p>b</p>\n    {P}\n  </section>",
        ),
        ("\t<section></section>", f"\t<section>\n\t\t{P}\n\t</section>"),
        ("  <section\n id='x'>\n  </section>", f"  <section\n id='x'>\n    {P}\n  </section>"),
        (
            "  <section>\n    <p>a</p> <!-- of a -->\n  </section>",
            f"  <section>\n    <p>a</p> <!-- of a -->\n    {P}\n  </section>",
        ),
        (
            "  <section>\n    <p>a</p></section>",
            f"  <section>\n    <p>a</p>\n    {P}\n  </section>",
        ),
        (
            "  <section>\n    <div>\n      <p>a</p>\n    </div>\n  </section>",
            f"  <section>\n    <div>\n      <p>a</p>\n    </div>\n    {P}\n  </section>",
        ),
        (
            f"  <section>\n    <p>a</p>\n    {TURN}\n  </section>",
            f"  <section>\n    <p>a</p>\n    {P}\n    {TURN}\n  </section>",
        ),
        (
            f"  <section>\n    <p>a</p>{TURN}\n    <hr title='x' role='doc-pagebreak'/>\n  </section>",
            f"  <section>\n    <p>a</p>\n    {P}{TURN}\n    <hr title='x' role='doc-pagebreak'/>\n  </section>",
        ),
        (
            f"  <section>{TURN}\n    {TURN}\n  </section>",
            f"  <section>{TURN}\n    {TURN}\n    {P}\n  </section>",
        ),
        (
            f"  <section>\n    {TURN}\n    <p>a {TURN}b</p>\n  </section>",
            f"  <section>\n    {TURN}\n    <p>a {TURN}b</p>\n    {P}\n  </section>",
        ),
        (
            "  <section>\n    <p>a</p>\n    <span title='doc-pagebreak'></span>\n  </section>",
            f"  <section>\n    <p>a</p>\n    <span title='doc-pagebreak'></span>\n    {P}\n  </section>",
        ),
    ],
)
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_inside_an_element(at, before, after, line_break):
    before, after = (page(text).replace("\n", line_break) for text in (before, after))
    assert done(before, explain(at(before, "<section"), "inside")) == after


def test_the_reader_finds_the_omission(at):
    text = page('<section id="s">\n  <h2>Waste</h2>\n</section>')
    said = 'Less than 1 % & "small" <0.1 t>: 不重大。\n\n  Second   line'
    result = done(text, explain(at(text, "<section"), "inside", said, "", ("gri:2-5", 'x:"1&<'))).encode()
    [first, second] = read_xhtml(result, "r.xhtml", "en").omissions
    assert (first.text, second.text, first.reason) == ("gri:2-5", 'x:"1&<', "")
    assert first.explanation == 'Less than 1 % & "small" <0.1 t>: 不重大。\nSecond line'
    assert str(first.span.location) == "r.xhtml:5:3"


def test_a_prefixed_document_gets_a_prefixed_paragraph(at):
    text = '<h:html xmlns:h="http://www.w3.org/1999/xhtml">\n<h:body>\n<h:p>x</h:p>\n</h:body></h:html>'
    new = '<h:p data-omission="gri:2-5" data-reason="not-material">a b</h:p>'
    assert done(text, explain(at(text, "<h:p"), text="a\nb")) == text.replace("</h:p>", f"</h:p>\n{new}")


@pytest.mark.parametrize(
    ("body", "sign", "where", "why"),
    [
        ("<ul><li>a</li></ul>", "<li", "after", "not allowed in <ul>"),
        ("<table><tr><td>a</td></tr></table>", "<tr", "after", "not allowed in <table>"),
        ("<p><b>a</b></p>", "<b>", "after", "not allowed in <p>"),
        ("<p>a</p>", "<p", "inside", "not allowed in <p>"),
        ("<p>a</p>", "<html", "after", "not allowed outside the document"),
        ("<div/>", "<div", "inside", "<div/> has no content"),
    ],
)
def test_where_a_paragraph_cannot_stand(at, body, sign, where, why):
    text = page(body)
    with pytest.raises(EditError, match=why):
        apply(text.encode(), [explain(at(text, sign), where)])


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"text": " \n"}, "the explanation is empty"),
        ({"text": "a\x1bb"}, r"U\+001B"),
        ({"reason": "\0"}, r"U\+0000"),
        ({"references": ()}, "no disclosure is named"),
        ({"references": ("gri",)}, '"gri" is not a reference'),
    ],
)
def test_what_cannot_be_written(at, facts, why):
    text = page("<p>a</p>")
    with pytest.raises(EditError, match=why):
        apply(text.encode(), [explain(at(text, "<p"), **facts)])


class TestRemove:
    @pytest.mark.parametrize(
        ("before", "after"),
        [
            ("  <p>a\n  </p>\n  <i>b</i>", "  <i>b</i>"),
            ("  <i>b</i><p>a</p>\n", "  <i>b</i>\n"),
            ("  <i>b</i>\n\n  <p>a</p> \n\n", "  <i>b</i>\n\n\n"),
            ("<p/>", None),
        ],
    )
    def test_an_element_goes_with_its_line(self, before, after):
        text = page(before)
        line = text[: text.index("<p")].count("\n") + 1
        column = text.index("<p") - text.rfind("\n", 0, text.index("<p"))
        edit = find_element(text.encode(), Location("report.xhtml", line, column))
        assert done(text, edit) == (page(after) if after else "<html>\n<body>\n</body>\n</html>\n")

    def test_it_undoes_an_explanation_where_lines_are_kept(self, at):
        text = page("    <p>a</p>\n    <p>b</p>")
        result = done(text, explain(at(text, "<p"))).encode()
        edit = find_element(result, Location("report.xhtml", 4, 5))
        assert edit.whole.decode() == P
        assert apply(result, [edit])[0] == text.encode()

    def test_what_is_in_it_has_changed(self, at):
        text = page("<div><p>a</p></div>")
        edit = RemoveElement(at(text, "<div"), b"<div><p>b</p></div>")
        with pytest.raises(EditError, match="has changed since it was read") as refused:
            apply(text.encode(), [edit])
        assert refused.value.clash

    def test_the_outermost_stays(self, at):
        text = "<html><body/></html>"
        with pytest.raises(EditError, match="the whole document"):
            apply(text.encode(), [RemoveElement(at(text, "<html"), text.encode())])

    def test_an_edit_within_what_goes_is_refused(self, at):
        text = page("<div><p>a</p></div>")
        edits = [RemoveElement(at(text, "<div"), b"<div><p>a</p></div>"), AddTag(at(text, "<p"), ("gri:2-5",))]
        with pytest.raises(EditError, match="two edits overlap"):
            apply(text.encode(), edits)

    def test_a_paragraph_after_what_goes(self, at):
        text = page("<p>a</p> <!-- x -->")
        edits = [RemoveElement(at(text, "<p"), b"<p>a</p>"), explain(at(text, "<p"))]
        result, back = apply(text.encode(), edits)
        assert result.decode() == page(f" <!-- x -->\n{P}")
        assert apply(result, back)[0] == text.encode()


def test_many_edits_at_once(at):
    text = page("  <section>\n    <p>a</p><p>b</p>\n  </section>")
    edits = [
        explain(at(text, "<p>b"), text="1"),
        explain(at(text, "<section"), "inside", "2"),
        AddTag(at(text, "<p>b"), ("sdg:1",)),
        explain(at(text, "<p>a"), text="3"),
        AddTag(at(text, "<section"), ("sdg:2",)),
        explain(at(text, "<p>b"), text="4"),
    ]

    assert done(text, *edits) == page(
        '  <section data-disclosure="sdg:2">\n'
        f"    <p>a</p>\n    {new('3')}\n    " + '<p data-disclosure="sdg:1">b</p>\n'
        f"    {new('1')}\n    {new('2')}\n    {new('4')}\n  </section>"
    )


def reword(at, text, said):
    return Reword(at(text, "<p"), find_element(text.encode(), at(text, "<p").location).whole, said)


@pytest.mark.parametrize("said", ["why", "why<br/>not", "a &amp; b", "", "\n  why\n"])
def test_reword_what_an_element_says(at, said):
    text = page(f' <p id="x">{said}</p> after')
    assert done(text, reword(at, text, "1 < 2\nand so")) == text.replace(f">{said}<", ">1 &lt; 2<br/>and so<")


def test_reword_beside_an_edit_of_the_start_tag(at):
    text = page("<p>old</p><p>b</p>")
    place = at(text, "<p")
    assert done(text, AddTag(place, ("gri:2-5",)), reword(at, text, "new"), explain(place)) == page(
        f'<p data-disclosure="gri:2-5">new</p>\n{P}\n<p>b</p>'
    )


@pytest.mark.parametrize("inside", ["a <b>b</b>", "<!-- a -->", "<![CDATA[a]]>"])
def test_reword_loses_no_markup(at, inside):
    text = page(f"<p>{inside}</p>")
    with pytest.raises(EditError, match="contains more than text"):
        apply(text.encode(), [reword(at, text, "b")])


def test_reword_refuses_an_empty_element_and_what_has_changed(at):
    text = page("<p/>")
    with pytest.raises(EditError, match="has no content"):
        apply(text.encode(), [reword(at, text, "b")])
    edit = reword(at, page("<p>a</p>"), "b")
    with pytest.raises(EditError, match="has changed since") as caught:
        apply(page("<p>c</p>").encode(), [edit])
    assert caught.value.clash
