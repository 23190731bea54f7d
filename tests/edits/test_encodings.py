"""Every encoding that expat reads and that can be written back; line breaks and byte order marks stay."""

import pytest

from disclosure_index.edits import AddTag, EditError, ExplainOmission, SetOmission, apply, find_place
from disclosure_index.model import Location
from disclosure_index.reading.xhtml import read_xhtml

WIDE = ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"]
TRAP = "ਁ一ਊഁ一഍一ਊ"  # in UTF-16 of either order, bytes of neighbours look like line breaks
BODY = f"<html>{{0}}<body>{{0}}  <p>环境𠀀{TRAP}</p><p>廢物</p><!-- {TRAP} -->{{0}}</body>{{0}}</html>"


def declared(encoding):
    return f'<?xml version="1.0" encoding="{encoding}"?>'


def tagged(data):
    return [(tag.text, str(tag.span.location)) for tag in read_xhtml(data, "r.xhtml", "en").tags]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", WIDE)
def test_unicode(at, encoding, line_break):
    text = BODY.format(line_break)
    source = text.encode(encoding)
    place = at(text, "<p>廢", encoding=encoding)
    edits = [
        AddTag(place, ("sdg:12",)),
        SetOmission(place, ("gri:1",), "陈小姐𠀀"),
        ExplainOmission(place, "after", ("sdg:1",), "不重大", "不是重大議題𠀀"),
    ]
    result, back = apply(source, edits)
    tag = '<p data-disclosure="sdg:12" data-omission="gri:1" data-reason="陈小姐𠀀">'
    new = '<p data-omission="sdg:1" data-reason="不重大">不是重大議題𠀀</p>'
    expected = text.replace("<p>廢", f"{tag}廢").replace(f"-->{line_break}", f"-->{line_break}  {new}{line_break}")
    assert result.decode(encoding) == expected
    assert result[:4] == source[:4]
    assert apply(result, back)[0] == source
    [tag] = read_xhtml(result, "r.xhtml", "zh-Hant").tags
    assert (tag.span.location.line, tag.span.location.column) == (place.line, place.column)


@pytest.mark.parametrize(
    "encoding", ["iso-8859-1", "latin-1", "us-ascii", "windows-1252", "koi8-r", "raw_unicode_escape"]
)
def test_a_character_that_the_encoding_lacks_becomes_a_reference(at, encoding):
    own = {"koi8-r": "ж", "us-ascii": "z"}.get(encoding, "é")
    text = f"{declared(encoding)}\n<html><body>{own}<p title='{own}'>{own}</p>\n</body></html>"
    source = text.encode(encoding)
    place = find_place(source, Location("r.xhtml", 2, 14))
    edits = [
        SetOmission(place, ("gri:1",), f"{own}陳"),
        ExplainOmission(place, "after", ("sdg:1",), "", f"{own}因"),
        AddTag(place, ("sdg:2",)),
    ]
    result, back = apply(source, edits)
    marks = f" data-omission='gri:1' data-reason='{own}&#38515;' data-disclosure='sdg:2'"
    tail = f'{marks}>{own}</p>\n<p data-omission="sdg:1">{own}&#22240;</p>\n'
    assert result == text.encode(encoding).replace(f">{own}</p>\n".encode(encoding), tail.encode(encoding))
    assert apply(result, back)[0] == source
    document = read_xhtml(result, "r.xhtml", "en")
    assert document.omissions[1].explanation == f"{own}因"
    assert tagged(result) == [("sdg:2", "r.xhtml:2:14")]


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ((declared("big5") + "<p>廢</p>").encode("big5"), "multi-byte encodings are not supported"),
        ((declared("klingon") + "<p/>").encode(), "unknown encoding"),
        (b"<p>\xff</p>", "not in UTF-8"),
        (b"\xef\xbb\xbf" + declared("utf-16").encode() + b"<p/>", "incorrect"),
        (b"", "no element found"),
        (b"<p><b></p>", "mismatched tag"),
        (b"<!DOCTYPE p [<!ENTITY a '<b/>'>]><p>&a;</p>", "has a DTD"),
        (b"<!DOCTYPE p SYSTEM 'x.dtd'><p/>", "has a DTD"),
        (b"<p>&nbsp;</p>", "undefined entity"),
        (b"<p>" * 501 + b"</p>" * 501, "nested more than 500 deep"),
        (b"# Waste {disclosure=sdg:1}\n", "not well-formed"),
    ],
)
def test_what_is_not_read_is_not_edited(data, why):
    with pytest.raises(EditError, match=why) as refused:
        find_place(data, Location("r.xhtml", 1, 1))
    assert refused.value.hint
    finding = read_xhtml(data, "r.xhtml", "en").findings[0]  # where and why are the same to both
    assert (finding.location, finding.message) == (
        refused.value.location,
        f"Cannot read the file: {refused.value.why}",
    )


def test_what_each_byte_means_is_as_the_parser_reads_it():
    """Python's codec would make one character of the six; expat goes byte by byte."""
    source = declared("raw_unicode_escape").encode() + b'<p title="\\u5ee2"/>'
    place = find_place(source, Location("r.xhtml", 1, len(declared("raw_unicode_escape")) + 1))
    result, _ = apply(source, [SetOmission(place, ("gri:1",), "\\u5ee2廢")])
    assert result == source.replace(b"/>", b' data-omission="gri:1" data-reason="\\u5ee2&#24290;"/>')


def test_a_byte_order_mark_against_the_declaration():
    """Expat then reads Latin-1 with three characters before it: what is written is read back, or refused."""
    source = b"\xef\xbb\xbf" + declared("iso-8859-1").encode() + "<p>é</p>".encode("latin-1")
    place = find_place(source, Location("r.xhtml", 1, len(declared("iso-8859-1")) + 4))
    result, _ = apply(source, [SetOmission(place, ("gri:1",), "é")])
    assert result == source.replace(b"<p>", b'<p data-omission="gri:1" data-reason="\xe9">')


def test_an_outcome_that_readers_refuse_is_refused(at):
    text = "<html><body>" + "<div>" * 498 + "</div>" * 498 + "</body></html>"
    place = at(text, "<div>", 497)
    with pytest.raises(EditError, match="the result cannot be read: elements are nested more than 500 deep"):
        apply(text.encode(), [ExplainOmission(place, "inside", ("sdg:1",), "", "x")])


def test_far_into_a_large_file():
    text = "<html>" + "<p>廢物</p>\n" * 200_000 + "<p>last</p></html>"
    place = find_place(text.encode(), Location("r.xhtml", 200_001, 1))
    result, back = apply(text.encode(), [AddTag(place, ("sdg:1",))])
    assert result == text.replace("<p>last", '<p data-disclosure="sdg:1">last').encode()
    assert apply(result, back)[0] == text.encode()
