"""Pages where they are marked all through, else sections; printed indexes are left out."""

from dataclasses import replace

from disclosure_index.suggest.index import LONGEST, DocumentIndex
from tests.support.reports import document


def paged(*pages):
    return document("".join(
        f'<section><h1>S{n}</h1><span role="doc-pagebreak" aria-label="{page}"></span><p>text {n}</p></section>'
        for n, page in enumerate(pages)
    ))  # fmt: skip


def test_each_page_is_a_unit_where_pages_are_marked_all_through():
    index = DocumentIndex(paged(*range(1, 21)))
    assert index.paged
    assert len(index.units) == 21  # the first heading stands before the first page


def test_a_page_that_half_of_the_document_stands_on_is_none():
    index = DocumentIndex(paged(*range(1, 8), *([9] * 9)))
    assert not index.paged
    assert len(index.units) == 16


def test_a_printed_index_is_left_out():
    read = document("<p>Waste is sorted.</p><table><tr><td>Waste</td><td>A1.3</td></tr></table>")
    rows = [n for n, passage in enumerate(read.passages) if passage.kind == "table-row"]
    index = DocumentIndex(replace(read, indexes=((rows[0], rows[-1] + 1),)))
    assert index.hits(" wast ") == [0]


def test_a_text_without_sections_is_cut():
    index = DocumentIndex(document("".join(f"<p>waste {n}</p>" for n in range(LONGEST + 1))))
    assert [len(unit.passages) for unit in index.units] == [LONGEST, 1]
    assert index.hits(" wast ") == list(range(LONGEST + 1))


def test_a_section_is_weighed_by_how_many_of_its_passages_have_a_word_on_whatever_page():
    index = DocumentIndex(document("".join(
        f"<section><h1>S{n}</h1>{'<p>waste</p>' * n}{'<p>water</p>' * (9 - n)}</section>" for n in range(9)
    )))  # fmt: skip
    weights = index.weigh_sections(["wast"])
    assert sorted(weights, key=lambda section: -weights[section]) == list(range(8, 0, -1))
    assert [index.units[n].sections for n in range(3)] == [(0,), (1,), (2,)]
