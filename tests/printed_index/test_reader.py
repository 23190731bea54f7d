"""Which tables of a document are its indexes, and where they are marked."""

import pytest

from disclosure_index.printed_index.reader import hints, read_printed, with_indexes
from disclosure_index.reading.xhtml import read_xhtml
from tests.support.reports import shipped_with_spellings


def frameworks():
    catalog = shipped_with_spellings()
    return hints(catalog)


HEADS = {
    "en": ("GRI Standard", "Disclosure", "Location"),
    "zh-Hans": ("GRI标准", "披露项", "章节"),
    "zh-Hant": ("GRI準則", "披露項目", "章節"),
}


def table(heads, *rows, mark=""):
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in (heads, *rows))
    return f"<table{mark}>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"


def read(body, language="en"):
    return read_xhtml(f'<html lang="{language}"><body>{body}</body></html>'.encode(), "r.xhtml", language)


ROWS = (("GRI 305", "305-1", "Climate"), ("GRI 303", "303-5", "Water"))
OTHER = table(("Year", "Tonnes"), ("2023", "120"), ("2024", "110"))


@pytest.mark.parametrize("language", HEADS)
def test_the_table_that_claims_is_marked_and_no_other(language):
    document = read(f"<p>x</p>{OTHER}<p>y</p>{table(HEADS[language], *ROWS)}<p>z</p>{OTHER}", language)
    claims = read_printed(document, frameworks()).claims
    assert [claim.code for claim in claims] == ["305-1", "303-5"]
    ((first, last),) = with_indexes(document, claims).indexes
    assert [p.text.split("\t")[1] for p in document.passages[first:last]] == [HEADS[language][1], "305-1", "303-5"]


def test_where_indexes_are_marked_no_other_table_is_looked_at():
    marked = table(HEADS["en"], *ROWS, mark=' role="doc-index"')
    other = table(HEADS["en"], ("GRI 302", "302-1", "Energy"), ("GRI 306", "306-3", "Waste"))
    both = read(f"<p>x</p>{marked}<p>y</p>{other}")
    assert [claim.code for claim in read_printed(both, frameworks()).claims] == ["305-1", "303-5"]
    assert len(read_printed(read(f"<p>x</p>{other}"), frameworks()).claims) == 2


def test_an_index_that_is_marked_already_is_not_marked_twice():
    document = read(table(HEADS["en"], *ROWS, mark=' role="doc-index"'))
    claims = read_printed(document, frameworks()).claims
    assert with_indexes(document, claims).indexes == document.indexes == ((0, 3),)


def test_a_document_without_an_index_has_none():
    document = read(f"<p>We follow GRI 305-1.</p>{OTHER}")
    claims = read_printed(document, frameworks()).claims
    assert claims == ()
    assert with_indexes(document, claims).indexes == ()
