"""Edits of a start tag: the bytes before and after, and the way back."""

import gc

import pytest

from disclosure_index.edits import AddTag, EditError, MarkReviewed, RemoveTag, ReplaceTag, SetOmission, apply
from disclosure_index.edits.edits import Place

A = ("gri:305-1",)
NEW = 'data-disclosure="gri:305-1"'


def edited(text, edit, encoding="utf-8"):
    """Make one edit and give the text; the way back leads back."""
    source = text.encode(encoding)
    result, back = apply(source, [edit])
    assert apply(result, back)[0] == source
    assert bool(back) == (result != source)
    return result.decode(encoding)


HEAD = "<html>\r\n  <body><!-- <p> -->\t<div  >"
TAIL = "</div>\n\n</body></html >\n"


def check(at, before, after, make):
    """The start tag `before`, in a page made by hand, becomes `after`, and nothing else changes."""
    tail = TAIL if before.endswith("/>") else f"text</p>{TAIL}"
    place = at(HEAD + before + tail, "<p", 1)
    assert edited(HEAD + before + tail, make(place)) == HEAD + after + tail


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>", f"<p {NEW}>"),
        ("<p/>", f"<p {NEW}/>"),
        ("<p />", f"<p {NEW} />"),
        ("<p\n>", f"<p {NEW}\n>"),
        ('<p id="x">', f'<p id="x" {NEW}>'),
        ('<p id="x" >', f'<p id="x" {NEW} >'),
        ('<p id="x"/>', f'<p id="x" {NEW}/>'),
        ("<p id='x'>", "<p id='x' data-disclosure='gri:305-1'>"),
        ("<p title='a > b, \"c\"'>", "<p title='a > b, \"c\"' data-disclosure='gri:305-1'>"),
        ('<p title="/>" >', f'<p title="/>" {NEW} >'),
        ('<p\n    id="x"\n    lang="en">', f'<p\n    id="x"\n    lang="en"\n    {NEW}>'),
        ('<p\r\n\tid="x"\r\n>', f'<p\r\n\tid="x"\r\n\t{NEW}\r\n>'),
        ('<p id = "x"  lang="en">', f'<p id = "x"  lang="en"  {NEW}>'),
        ('<p data-disclosure="sdg:1">', '<p data-disclosure="sdg:1 gri:305-1">'),
        ('<p data-disclosure = "sdg:1" id="x">', '<p data-disclosure = "sdg:1 gri:305-1" id="x">'),
        ("<p data-disclosure='sdg:1' id=\"x\">", "<p data-disclosure='sdg:1 gri:305-1' id=\"x\">"),
        ('<p data-disclosure="sdg:1\n   sdg:2\n  ">', '<p data-disclosure="sdg:1\n   sdg:2 gri:305-1\n  ">'),
        ('<p data-disclosure="">', f"<p {NEW}>"),
        ('<p data-disclosure=" ">', '<p data-disclosure="gri:305-1 ">'),
        ('<p data-disclosure="a&quot;b&#x20;c">', '<p data-disclosure="a&quot;b&#x20;c gri:305-1">'),
        ('<p data-disclosure="GRI:305-1">', '<p data-disclosure="GRI:305-1">'),
        ('<p data-disclosure="x gri:&#51;05-1">', '<p data-disclosure="x gri:&#51;05-1">'),
        ('<p x:data-disclosure="sdg:1" xmlns:x="u">', f'<p x:data-disclosure="sdg:1" xmlns:x="u" {NEW}>'),
        ('<p 標題="廢物" title="環境𠀀">', f'<p 標題="廢物" title="環境𠀀" {NEW}>'),
    ],
)
def test_add(at, before, after):
    check(at, before, after, lambda place: AddTag(place, A))


def test_add_several_some_of_them_known_or_twice(at):
    new = ("sdg:2", "GRI:305-1", "gri:305-2", "GRI:305-2")
    check(
        at,
        '<p data-disclosure="gri:305-1">',
        '<p data-disclosure="gri:305-1 sdg:2 gri:305-2">',
        lambda p: AddTag(p, new),
    )


def test_what_is_special_in_markup_is_escaped(at):
    check(at, "<p>", '<p data-disclosure="x:a&amp;&lt;&quot;\'>">', lambda p: AddTag(p, ("x:a&<\"'>",)))
    check(at, "<p a=''>", "<p a='' data-disclosure='x:\"&apos;'>", lambda p: AddTag(p, ("x:\"'",)))


@pytest.mark.parametrize("text", ["gri", "gri:", "gri:1 2", "", "gri:1#", "gri:\x00", "gri:\ud800"])
def test_what_is_no_reference_is_not_written(at, text):
    page = "<html><body><p>廢物</p></body></html>"
    for edit in (
        AddTag(at(page, "<p"), (text,)),
        SetOmission(at(page, "<p"), ("sdg:1", text), "not-material"),
    ):
        with pytest.raises(EditError) as refused:
            apply(page.encode(), [edit])
        assert str(refused.value).startswith("report.xhtml:1:13: error: cannot ")
        assert refused.value.hint in str(refused.value).splitlines()[1]
        assert not refused.value.clash


@pytest.mark.parametrize(
    ("before", "after", "gone"),
    [
        (f"<p {NEW}>", "<p>", A),
        (f"<p {NEW}/>", "<p/>", A),
        (f"<p {NEW} />", "<p />", A),
        (f'<p id="x"  {NEW} >', '<p id="x" >', A),
        (f'<p {NEW} id="x">', '<p id="x">', A),
        (f'<p\n  id="x"\n  {NEW}\n  lang="en">', '<p\n  id="x"\n  lang="en">', A),
        ('<p data-disclosure="sdg:1 sdg:2 sdg:3">', '<p data-disclosure="sdg:2 sdg:3">', ("sdg:1",)),
        ('<p data-disclosure="sdg:1 sdg:2 sdg:3">', '<p data-disclosure="sdg:1 sdg:3">', ("SDG:2",)),
        ('<p data-disclosure="sdg:1 sdg:2 sdg:3">', '<p data-disclosure="sdg:1 sdg:2">', ("sdg:3",)),
        ('<p data-disclosure="sdg:1 sdg:2 sdg:3">', '<p data-disclosure="sdg:2">', ("sdg:3", "sdg:1")),
        ('<p data-disclosure="sdg:1 sdg:2 ">', "<p>", ("sdg:2", "sdg:1")),
        ('<p data-disclosure=" a\n\tb\n\tc ">', '<p data-disclosure=" a\n\tc ">', ("b",)),
        ('<p data-disclosure="a&#32;b c">', '<p data-disclosure="b c">', ("a",)),
        ('<p data-disclosure="a b A">', '<p data-disclosure="b">', ("a",)),
        ('<p data-disclosure="a　b">', '<p data-disclosure="a">', ("b",)),  # an ideographic space parts words, too
        ("<p data-disclosure='&quot; x'>", "<p data-disclosure='x'>", ('"',)),  # malformed is removed as well
    ],
)
def test_remove(at, before, after, gone):
    check(at, before, after, lambda place: RemoveTag(place, gone))


@pytest.mark.parametrize("before", ["<p>", '<p data-disclosure="gri:305-10">', '<p data-omission="gri:305-1">'])
def test_a_tag_that_is_not_there_is_not_removed(at, before):
    text = f"<html><body>{before}</p></body></html>"
    with pytest.raises(EditError, match="not tagged"):
        apply(text.encode(), [RemoveTag(at(text, "<p"), A)])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<p data-disclosure="a x:1#b&#32;c">', '<p data-disclosure="a x:1#b,c&#32;c">'),
        ('<p data-disclosure="X:1#B">', '<p data-disclosure="x:1#b,c">'),
        ('<p data-disclosure="x:1#b x:1#b,c">', '<p data-disclosure="x:1#b,c">'),
    ],
)
def test_replace(at, before, after):
    check(at, before, after, lambda place: ReplaceTag(place, "x:1#b", "x:1#b,c"))


@pytest.mark.parametrize(
    ("before", "after", "references", "reason"),
    [
        ("<p>", '<p data-omission="gri:2-5" data-reason="not-material">', ("gri:2-5",), "not-material"),
        ("<p id='x'>", "<p id='x' data-omission='gri:2-5 gri:2-6'>", ("gri:2-5", "gri:2-6"), ""),
        ('<p data-omission="a:1 a:2">', '<p data-omission="a:1 b:1">', ("a:1", "b:1"), ""),
        ('<p data-reason="" data-omission="a:1">', '<p data-reason="因&lt;" data-omission="a:1">', ("A:1",), "因<"),
        ('<p data-omission="a:1" data-reason="&#120;">', '<p data-omission="a:1" data-reason="&#120;">', ("a:1",), "x"),
        ('<p data-omission="a:1" id="q" data-reason="x">', '<p id="q">', (), "x"),
        ('<p data-omission="a:1" data-reason="x">', '<p data-omission="a:1">', ("a:1",), ""),
        ('<p data-omission="a:1  a:2"\n data-reason="x">', '<p data-omission="b:1"\n data-reason="x">', ("b:1",), "x"),
    ],
)  # fmt: skip
def test_omission(at, before, after, references, reason):
    check(at, before, after, lambda place: SetOmission(place, references, reason))


@pytest.mark.parametrize(
    ("before", "after", "references", "reviewed"),
    [
        ('<p data-disclosure="a:1 a:2">', '<p data-disclosure="a:1 a:2" data-reviewed="A:1">', ("A:1",), True),
        ('<p data-omission="a:1">', '<p data-omission="a:1" data-reviewed="a:1">', ("a:1",), True),
        ("<p data-disclosure='a:1' data-reviewed='a:1'>", "<p data-disclosure='a:1'>", ("a:1",), False),
        ('<p data-disclosure="a:1">', '<p data-disclosure="a:1">', ("a:1",), False),
    ],
)
def test_reviewed(at, before, after, references, reviewed):
    check(at, before, after, lambda place: MarkReviewed(place, references, reviewed))


def test_only_what_is_tagged_is_reviewed(at):
    text = '<html><body><p data-disclosure="a:2"/></body></html>'
    with pytest.raises(EditError, match='not tagged "a:1"'):
        apply(text.encode(), [MarkReviewed(at(text, "<p"), ("a:1",))])


@pytest.mark.parametrize(
    ("edit", "after"),
    [
        (lambda p: RemoveTag(p, ("a:1",)), '<p data-disclosure="a:2" data-reviewed="a:2">'),
        (lambda p: ReplaceTag(p, "a:1", "a:1#x"), '<p data-disclosure="a:1#x a:2" data-reviewed="a:2">'),
        (lambda p: AddTag(p, ("b:1",)), '<p data-disclosure="a:1 a:2 b:1" data-reviewed="a:1 a:2">'),
    ],
)
def test_a_reviewed_mark_goes_with_its_tag(at, edit, after):
    check(at, '<p data-disclosure="a:1 a:2" data-reviewed="a:1 a:2">', after, edit)


def test_several_edits_of_a_start_tag_are_made_in_their_order(at):
    text = '<html><body><p data-disclosure="a:1">x</p><p>y</p></body></html>'
    p, q = at(text, "<p"), at(text, "<p>y")
    edits = [
        *(RemoveTag(p, ("a:1",)), AddTag(p, ("b:1",)), MarkReviewed(p, ("b:1",))),
        *(AddTag(q, A), MarkReviewed(p, ("b:1",), False)),
    ]
    result, back = apply(text.encode(), edits)
    assert result.decode() == f'<html><body><p data-disclosure="b:1">x</p><p {NEW}>y</p></body></html>'
    assert len(back) == 2
    assert apply(result, back)[0] == text.encode()


def test_what_looks_like_a_tag_is_none(at):
    text = (
        "<!-- <p> --><?x <p>?>\n<html title='<p>'><body><![CDATA[<p>]]><!--\n<p>--><p>廢物</p><![CDATA[ </body> ]]>"
        "</body></html>"
    ).replace("title='<p>'", "title='&lt;p>'")
    place = at(text, "<p>廢")
    assert edited(text, AddTag(place, A)) == text.replace("<p>廢", f"<p {NEW}>廢")


def test_prefixed_elements(at):
    text = '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:body><h:p>x</h:p></h:body></h:html>'
    assert edited(text, AddTag(at(text, "<h:p"), A)) == text.replace("<h:p>", f"<h:p {NEW}>")


def test_a_start_tag_of_any_length(at):
    text = f'<html><body><p title="{"環境" * 9000}" id="x">y</p></body></html>'
    assert edited(text, AddTag(at(text, "<p"), A)) == text.replace(' id="x"', f' id="x" {NEW}')


def test_no_edits_change_nothing():
    assert apply(b"no xml", []) == (b"no xml", ())


def test_one_source_at_a_time():
    edits = [AddTag(Place(path, 1, 1, "p", b"<p>"), A) for path in ("a.xhtml", "b.xhtml")]
    with pytest.raises(EditError, match=r"^b\.xhtml:1:1: error: .* another edit is for a\.xhtml"):
        apply(b"<p></p>", edits)


def test_nothing_of_a_source_is_left_when_it_is_edited(at):
    """An editor's session is long: what a parser knew, the whole source, may not wait for the garbage collector."""
    text = f"{HEAD}<p>text</p>{TAIL}"
    place = at(text, "<p", 1)
    edited(text, AddTag(place, A))
    gc.collect()
    edited(text, AddTag(place, A))
    assert gc.collect() == 0
