"""Inline XBRL: its elements become tags of the imported copy, others are told, and the filed file is not edited."""

import re

import pytest

from disclosure_index.edits.errors import EditError
from disclosure_index.edits.targets import find_place
from disclosure_index.importing.inline_xbrl import with_tags
from disclosure_index.model import Location
from disclosure_index.reading.ixbrl.facts import is_inline_xbrl
from disclosure_index.reading.ixbrl.reader import read_ixbrl
from disclosure_index.reading.xhtml import read_xhtml

NAMES = (
    'xmlns="http://www.w3.org/1999/xhtml" xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" '
    'xmlns:xbrli="http://www.xbrl.org/2003/instance" '
    'xmlns:g="https://taxonomy.globalreporting.org/gri-sustainability-taxonomy/gri_srs/core" '
    'xmlns:esrs="https://xbrl.efrag.org/taxonomy/esrs/2023-12-22"'
)
HEADER = """<div style="display:none"><ix:header>
<ix:hidden><ix:nonNumeric name="g:CountryOfOperation" contextRef="c">Norway</ix:nonNumeric></ix:hidden>
<ix:resources><xbrli:context id="c"><xbrli:entity><xbrli:identifier scheme="s">X</xbrli:identifier></xbrli:entity>
<xbrli:period><xbrli:startDate>2024-04-01</xbrli:startDate><xbrli:endDate>2025-03-31</xbrli:endDate></xbrli:period>
</xbrli:context><xbrli:unit id="t"><xbrli:measure>utr:t</xbrli:measure></xbrli:unit></ix:resources>
</ix:header></div>"""
BODY = """<h1>About <ix:nonNumeric name="g:LegalName" contextRef="c">Harbour Limited</ix:nonNumeric></h1>
<ix:nonNumeric name="g:Policy" contextRef="c" escape="true" continuedAt="more"><p>We care.</p>
<p>We do.</p></ix:nonNumeric>
<table><tr><td>Scope 1</td><td><ix:nonFraction name="g:Scope1" contextRef="c" unitRef="t"
 decimals="0">1,203</ix:nonFraction></td></tr></table>
<ix:continuation id="more"><p>And we go on.</p></ix:continuation>
<p><ix:nonNumeric name="esrs:Strategy" contextRef="c">We sail.</ix:nonNumeric></p>"""
FILED = f"<html {NAMES}><head><title>Report</title></head><body>\n{HEADER}\n{BODY}\n</body></html>".encode()
ELEMENTS = {"gri:legalname": ("gri:2-1",), "gri:policy": ("gri:2-23#a",), "gri:scope1": ("gri:305-1",)}


def tagged():
    document, stated = read_ixbrl(FILED, "r.xhtml", "en")
    return with_tags(document, ELEMENTS), stated


def test_facts_become_tags_where_they_stand():
    document, _ = tagged()
    texts = {
        (tag.text, tag.span.text or " ".join(p.text for p in document.passages[tag.span.first : tag.span.last]))
        for tag in document.tags
    }
    assert texts == {
        ("gri:2-1", "Harbour Limited"),
        ("gri:2-23#a", "We care. We do."),
        ("gri:2-23#a", "And we go on."),
        ("gri:305-1", "1,203"),
    }


def test_a_place_is_that_of_the_element_in_the_filed_file():
    lines = FILED.decode().splitlines()
    for tag in tagged()[0].tags:
        line, column = tag.span.location.line, tag.span.location.column
        assert lines[line - 1][column - 1 :].startswith("<ix:")


def test_contexts_and_units_are_read():
    _, stated = tagged()
    assert [day.isoformat() for day in stated.period()] == ["2024-04-01", "2025-03-31"]
    assert stated.units == {"t": "utr:t"}


def test_hidden_facts_and_unknown_elements_are_told():
    document, _ = tagged()
    told = {finding.rule: str(finding.message) for finding in document.findings}
    assert "gri:CountryOfOperation" in told["DI613"]
    assert "esrs" in told["DI617"]


def test_a_hidden_fact_is_no_tag():
    assert not any("CountryOfOperation" in tag.text for tag in read_ixbrl(FILED, "r.xhtml", "en")[0].tags)


@pytest.mark.parametrize(
    "change",
    [
        (b"g:LegalName", b"g:&quot; onclick=&quot;x"),
        (b'continuedAt="more"', b'continuedAt="more" id="more"'),
        (b'<ix:continuation id="more">', b'<ix:continuation id="more" continuedAt="more">'),
        (b"<ix:hidden>", b"<ix:hidden><ix:hidden></ix:hidden>"),
    ],
)
def test_odd_files_are_read_or_refused(change):
    document, _ = read_ixbrl(FILED.replace(*change), "r.xhtml", "en")
    assert document.readable
    assert not any("onclick" in tag.text for tag in document.tags)


def test_a_file_that_is_no_xml_is_refused():
    document, _ = read_ixbrl(FILED[:-20], "r.xhtml", "en")
    assert not document.readable


@pytest.mark.parametrize(
    ("prefix", "namespace", "element", "reference"),
    [
        ("gri", "https://taxonomy.globalreporting.org/gri_srs/core", "LegalName", "gri:2-1"),
        ("x", "https://taxonomy.globalreporting.org/gri_srs/core", "GrossDirectScope1GHGEmissions", "gri:305-1"),
        ("i", "https://xbrl.ifrs.org/taxonomy/2024/ifrs-sds", "AbsoluteGrossScope1GHGEmissions", "ifrs-s2:29(a)(i)"),
    ],
)
def test_elements_of_the_shipped_definitions_are_tags(run, tmp_path, prefix, namespace, element, reference):
    source = tmp_path / "filed.xhtml"
    fact = f'<ix:nonNumeric name="{prefix}:{element}" contextRef="c">Harbour Limited 12</ix:nonNumeric>'
    names = f'xmlns="http://www.w3.org/1999/xhtml" xmlns:{prefix}="{namespace}"'
    body = f"<body>{HEADER}<h1>Report 2024</h1><p>{fact}</p></body>".replace("g:Country", f"{prefix}:Country")
    text = f'<html {names} xmlns:ix="http://www.xbrl.org/2013/inlineXBRL" xmlns:xbrli="x">{body}</html>'
    source.write_text(text, "utf-8")
    run("import", source, "-o", tmp_path / "o")
    written = (tmp_path / "o" / "filed.xhtml").read_text("utf-8")
    tag = rf'data-disclosure="{re.escape(reference)}(?:@\d+)?(#[\w-]+)?(?: [^"]*)?"[^>]*>(<[^>]*>)?Harbour Limited 12'
    assert re.search(tag, written), written
    assert f'id = "{reference.partition(":")[0]}"' in (tmp_path / "o" / "disclosure-index.toml").read_text("utf-8")


@pytest.mark.parametrize("suffix", ["xhtml", "html"])
def test_import_of_a_filed_report(run, tmp_path, suffix):
    source = tmp_path / f"filed.{suffix}"
    source.write_bytes(FILED)
    result = run("import", source, "-o", tmp_path / "o")
    assert result.exit_code in (0, 3)
    assert "DI617" in result.stderr
    assert source.read_bytes() == FILED
    written = (tmp_path / "o" / "filed.xhtml").read_bytes()
    assert not is_inline_xbrl(written)
    assert b"1,203" in written
    assert "start = 2024-04-01, end = 2025-03-31" in (tmp_path / "o" / "disclosure-index.toml").read_text("utf-8")


def test_the_filed_file_is_not_edited():
    with pytest.raises(EditError, match="inline XBRL"):
        find_place(FILED, Location("filed.xhtml", 1, 1))


def test_a_filed_file_that_is_read_as_a_tagged_one_says_so():
    filed = read_xhtml(FILED, "filed.xhtml", "en")
    (told,) = [finding for finding in filed.findings if finding.rule == "DI610"]
    assert "import" in told.hint
