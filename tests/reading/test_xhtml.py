"""The XHTML reader: exact positions, whatever the encoding; what it refuses, and how it says so."""

import gc

import pytest

from disclosure_index.model import Document, Finding, Tag
from disclosure_index.reading.xhtml import read_xhtml
from disclosure_index.reading.xml import scan as xml_scan


def read(text: str, encoding: str = "utf-8") -> Document:
    return read_xhtml(text.encode(encoding), "r.xhtml", "en")


def places(document: Document) -> list[str]:
    return [str(tag.span.location) for tag in document.tags]


def refused(data: bytes | str) -> Finding:
    document = read_xhtml(data if isinstance(data, bytes) else data.encode(), "r.xhtml", "en")
    assert not document.readable
    assert (document.tags, document.passages) == ((), ())  # nothing half read
    [finding] = document.findings
    assert finding.rule == "DI601"
    assert finding.unchecked
    assert finding.hint
    return finding


TAGGED = '<b data-disclosure="sdg:1"/>'


class TestPositions:
    @pytest.mark.parametrize(
        ("text", "place"),
        [
            (f"<p>{TAGGED}</p>", "1:4"),
            (f"<p>\n{TAGGED}</p>", "2:1"),
            (f"<p>\r\n\r\n  {TAGGED}</p>", "3:3"),
            (f"<p>\t\t{TAGGED}</p>", "1:6"),  # a tab is one character
            (f"<p>關鍵績效指標{TAGGED}</p>", "1:10"),
            (f"<p>é\u00a0–{TAGGED}</p>", "1:7"),
            (f"<p>𠀀{TAGGED}</p>", "1:5"),  # beyond the basic plane, still one
            (f"<p>a&amp;b{TAGGED}</p>", "1:11"),  # as in the file, not as read
            (f"<!-- 一\n二 -->\n<p>{TAGGED}</p>", "3:4"),
            (f'<p\n id="x"\n>{TAGGED}</p>', "3:2"),
        ],
    )
    def test_a_place_counts_lines_and_characters_of_the_file(self, text: str, place: str) -> None:
        assert places(read(text)) == [f"r.xhtml:{place}"]

    def test_the_place_of_a_tag_is_that_of_its_start_tag(self) -> None:
        assert places(read('<p>\n  <b\n   data-disclosure="sdg:1 sdg:2"/></p>')) == ["r.xhtml:2:3"] * 2

    def test_a_file_of_one_line(self) -> None:
        text = "<div>" + "<p>廢物</p>" * 10_000 + TAGGED + "</div>"
        assert places(read(text)) == [f"r.xhtml:1:{5 + 9 * 10_000 + 1}"]

    def test_past_line_65535(self) -> None:
        assert places(read(f"<div>{chr(10) * 70_000} {TAGGED}</div>")) == ["r.xhtml:70001:2"]

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
    def test_the_encoding_does_not_matter(self, encoding: str) -> None:
        mark = "\ufeff" if encoding in ("utf-16-le", "utf-16-be") else ""
        document = read(f"{mark}<p>\n廢物 {TAGGED}</p>", encoding)
        assert document.readable
        assert places(document) == ["r.xhtml:2:4"]
        assert document.passages[0].text == "廢物"

    def test_an_encoding_that_the_file_declares(self) -> None:
        text = f'<?xml version="1.0" encoding="iso-8859-1"?><p>é {TAGGED}</p>'
        document = read(text, "iso-8859-1")
        assert document.passages[0].text == "é"
        assert places(document) == [f"r.xhtml:1:{text.index('<b') + 1}"]

    @pytest.mark.parametrize("encoding", ["gb18030", "gbk", "big5", "big5-hkscs", "shift_jis", "klingon", "utf-7"])
    def test_an_encoding_is_read_or_refused_with_a_way_out_and_never_misread(self, encoding: str) -> None:
        codec = encoding if encoding != "klingon" else "utf-8"
        data = f'<?xml version="1.0" encoding="{encoding}"?>\n<p>中文</p>'.encode(codec)
        document = read_xhtml(data, "r.xhtml", "en")
        if document.readable:
            assert [p.text for p in document.passages] == ["中文"]
        else:
            [finding] = document.findings
            assert (finding.rule, finding.unchecked) == ("DI601", True)
            assert "encoding" in finding.message
            assert "UTF-8" in finding.hint


class TestRefusal:
    @pytest.mark.parametrize(
        ("text", "place", "message", "hint"),
        [
            ("<p>Waste & water</p>", "1:11", "<p> from line 1 is still open", "&amp;"),
            ("<div>\n<p>\n</div>", "3:3", "<p> from line 2 is still open", "most recently opened"),
            ("<div>\n  <p>", "2:6", "<p> from line 2 is still open", "cut off"),
            ("", "1:1", "no element found", "empty"),
            ("   \n", "2:1", "no element found", "empty"),
            ("plain words", "1:1", "syntax error", "well-formed"),
            ("<p>a</p><p>b</p>", "1:9", "", "well-formed"),
            ("<p>&nbsp;</p>", "1:4", "undefined entity", "the character itself"),
            ('<p id="a" id="b"/>', "1:11", "duplicate attribute", "well-formed"),
            ("<p>\x01</p>", "1:4", "", ""),
        ],
    )
    def test_broken_files_say_where_and_what_is_open(self, text: str, place: str, message: str, hint: str) -> None:
        finding = refused(text)
        assert str(finding.location) == f"r.xhtml:{place}"
        assert message in finding.message
        assert hint in finding.hint

    def test_text_that_is_not_in_the_encoding(self) -> None:
        assert refused(b"<p>\n\xff\xfe</p>").location.line == 2

    @pytest.mark.parametrize(
        "doctype", ["<!DOCTYPE html>", "<!doctype html>".upper(), '<!DOCTYPE html SYSTEM "about:legacy-compat">']
    )
    def test_the_doctypes_of_html_are_fine(self, doctype: str) -> None:
        assert read(f"{doctype.replace('HTML', 'html')}<html><p>Text.</p></html>").readable

    @pytest.mark.parametrize(
        "doctype",
        [
            '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">',
            '<!DOCTYPE html SYSTEM "file:///etc/passwd">',
            '<!DOCTYPE html [<!ENTITY x "boom">]>',
            '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
            "<!DOCTYPE html []>",
        ],
    )
    def test_a_dtd_is_refused_before_anything_is_expanded(self, doctype: str) -> None:
        finding = refused(f"{doctype}<html><p>&x;</p></html>")
        assert "DTD" in finding.message
        assert "<!DOCTYPE html>" in finding.hint

    def test_a_billion_laughs_end_at_once(self) -> None:
        entities = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
        refused(f'<!DOCTYPE html [<!ENTITY l0 "ha">{entities}]><p>&l9;</p>')

    @pytest.mark.parametrize("name", ["div", "section", "span", "td"])
    def test_depth_is_capped(self, name: str) -> None:
        deep = xml_scan.MAX_DEPTH
        assert read(f"<{name}>" * deep + f"</{name}>" * deep).readable
        finding = refused(f"<{name}>\n" * (deep + 1) + f"</{name}>" * (deep + 1))
        assert finding.location.line == deep + 1
        assert str(deep) in finding.message

    def test_size_is_capped(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(xml_scan, "MAX_BYTES", 2**20)
        assert read("<p>" + "x" * 1000 + "</p>").readable
        assert "1 MiB" in refused(b"<p>" + b"x" * 2**20 + b"</p>").message


class TestWhatIsRead:
    def test_head_script_and_style_are_no_text(self) -> None:
        document = read(
            "<html><head><title> A\n report </title><style>p { color: red }</style></head>"
            "<body><script>if (a) b()</script><p>Text.</p>"
            "<noscript>No</noscript><template><p>No</p></template></body></html>"
        )
        assert document.title == "A report"
        assert [p.text for p in document.passages] == ["Text."]

    def test_tags_in_what_is_not_read_are_no_tags(self) -> None:
        assert read(f"<html><head>{TAGGED}</head><template>{TAGGED}</template></html>").tags == ()

    def test_comments_and_instructions_are_no_text(self) -> None:
        assert [p.text for p in read(f"<p>a<!-- {TAGGED} -->b<?x y?>c</p>").passages] == ["abc"]

    def test_character_references_are_read(self) -> None:
        assert read("<p>5 &lt; 6 &amp; 7&#160;&#x5428;</p>").passages[0].text == "5 < 6 & 7 吨"

    def test_prefixed_names_are_read_by_their_local_name(self) -> None:
        text = '<h:html xmlns:h="http://www.w3.org/1999/xhtml"><h:section><h:h1>Waste</h:h1></h:section></h:html>'
        assert [s.title for s in read(text).sections] == ["Waste"]

    @pytest.mark.parametrize("attribute", ["lang", "xml:lang"])
    def test_languages_come_from_the_nearest_element(self, attribute: str) -> None:
        document = read(f'<html {attribute}="zh-Hant"><p>甲</p><p {attribute}="en">b</p><p>丙</p></html>')
        assert [p.language for p in document.passages] == ["zh-Hant", "en", "zh-Hant"]

    def test_a_line_break_divides_words(self) -> None:
        assert [p.text for p in read("<p>one<br/>two</p>").passages] == ["one\ntwo"]

    def test_pages(self) -> None:
        document = read(
            '<html><span role="doc-pagebreak" aria-label="iii"/><p>a</p>\n'
            '<p>b <span role="doc-pagebreak" id="p4" title=" 4 "/> c</p><p>d</p></html>'
        )
        assert [(label, str(at)) for label, at in document.pages] == [("iii", "r.xhtml:1:7"), ("4", "r.xhtml:2:6")]
        assert (document.passages[0].page, document.passages[-1].page) == ("iii", "4")
        assert str(document.anchors["p4"]) == "r.xhtml:2:6"

    def test_a_page_break_without_a_page_is_told(self) -> None:
        document = read('<p><span role="other doc-pagebreak" id="p9"/></p>')
        assert document.readable
        assert [(f.rule, str(f.location)) for f in document.findings] == [("DI604", "r.xhtml:1:4")]
        assert document.pages == ()

    def test_references_are_divided_by_any_white_space(self) -> None:
        tags: tuple[Tag, ...] = read('<p data-disclosure=" sdg:1\n\tsdg:2  ">Text.</p>').tags
        assert [tag.text for tag in tags] == ["sdg:1", "sdg:2"]


@pytest.mark.parametrize("text", [f"<html>{TAGGED}</html>", "<html><p>", "<!DOCTYPE html [<!ENTITY a 'b'>]><html/>"])
def test_nothing_of_a_file_is_left_when_it_is_read(text):
    """A regulator reads thousands in one process: what a reader knew may not wait for the garbage collector."""
    read(text)
    gc.collect()
    read(text)
    assert gc.collect() == 0


class TestMergedCells:
    """A cell that covers others is read in each of them, as in looser HTML."""

    @pytest.mark.parametrize(
        ("table", "rows"),
        [
            (
                "<tr><td>x</td><td rowspan='2'>a</td><td>b</td></tr><tr><td>y</td><td>d</td></tr>",
                ["x\ta\tb", "y\ta\td"],
            ),
            ("<tr><td colspan='2'>a</td><td>b</td></tr><tr><td>c</td></tr>", ["a\ta\tb", "c"]),
            ("<tr><td>x</td><td rowspan='2'>a</td></tr><tr><td>y</td></tr><tr><td>z</td></tr>", ["x\ta", "y\ta", "z"]),
            ("<thead><tr><td rowspan='9'>a</td></tr></thead><tbody><tr><td>b</td></tr></tbody>", ["a", "b"]),
            (
                "<tr><td rowspan='0'>a</td><td>b</td></tr><tr><td>c</td></tr><tr><td>d</td></tr>",
                ["a\tb", "a\tc", "a\td"],
            ),
            ("<tr><td rowspan='two'>a</td><td>b</td></tr><tr><td>c</td></tr>", ["a\tb", "c"]),
        ],
    )
    def test_its_text_is_repeated(self, table, rows):
        assert [p.text for p in read(f"<html><body><table>{table}</table></body></html>").passages] == rows

    def test_a_tag_on_it_reaches_its_own_text_once(self):
        cell = '<td rowspan="2" colspan="2" data-disclosure="gri:2-1">a</td>'
        document = read(f"<html><body><table><tr>{cell}<td>b</td></tr><tr><td>c</td></tr></table></body></html>")
        assert [p.text for p in document.passages] == ["a\ta\tb", "a\ta\tc"]
        assert [tag.span.text for tag in document.tags] == ["a"]

    def test_those_that_repeat_without_end_are_refused(self):
        rows = f"<tr><td rowspan='9999' colspan='100'>{'x' * 1000}</td></tr>" + "<tr><td>y</td></tr>" * 50
        assert "merged cells" in refused(f"<html><body><table>{rows}</table></body></html>").message
