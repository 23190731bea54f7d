"""Codes that stand alone beside the text are the company's own tags; codes in sentences are not."""

import pytest

from disclosure_index.importing.margin_codes import margin_claims
from disclosure_index.printed_index.reader import hints
from disclosure_index.reading.xhtml import read_xhtml
from tests.support.reports import shipped_with_spellings


@pytest.fixture(scope="module")
def found():
    catalog = shipped_with_spellings()
    frameworks = hints(catalog)

    def call(body, page="34"):
        broken = f'<span role="doc-pagebreak" aria-label="{page}"/>' if page else ""
        document = read_xhtml(f'<html lang="en"><body>{broken}{body}</body></html>'.encode(), "r.xhtml", "en")
        return [(claim.framework, claim.code, claim.pages) for claim in margin_claims(document, frameworks)]

    return call


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("GRI 405-2", ["405-2"]),
        ("GRI 405-1, 405-2", ["405-1", "405-2"]),
        ("GRI 405-1 and GRI 405-2", ["405-1", "405-2"]),
        ("[GRI 2-7]", ["2-7"]),
        ("GRI 302-1 | GRI 302-3", ["302-1", "302-3"]),
        ("披露项 GRI 405-1、405-2", ["405-1", "405-2"]),
        ("GRI 405-1 及 405-2", ["405-1", "405-2"]),
        ("GRI 405-1 与 405-2", ["405-1", "405-2"]),
    ],
)
def test_nothing_but_codes_is_a_tag_of_its_page(found, text, codes):
    assert found(f"<p>{text}</p><p>Text.</p>") == [("gri", code, ("34",)) for code in codes]


@pytest.mark.parametrize(
    ("text", "code"), [("KPI A1.2", "A1.2"), ("關鍵績效指標A1.2", "A1.2"), ("关键绩效指标B6.1", "B6.1")]
)
def test_the_exchange_s_codes_too(found, text, code):
    assert found(f"<p>{text}</p>") == [("hkex-esg", code, ("34",))]


@pytest.mark.parametrize(
    "text",
    [
        "405-2",
        "In 2024 we followed GRI 405-2 for the first time.",
        "我们按照GRI 405-2计算了性别薪酬比。",
        "Page 34",
        "2-7",
        "GRI",
        "A1.2 million",
    ],
)
def test_a_bare_number_or_a_sentence_is_none(found, text):
    assert found(f"<p>{text}</p>") == []


def test_rows_of_tables_and_pages_unknown_are_none(found):
    assert found("<table><tr><td>GRI 405-2</td></tr></table>") == []
    assert found("<p>GRI 405-2</p>", page="") == []
