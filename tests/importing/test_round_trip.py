"""Import, and import what was written: the same bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.importing.writer import write_xhtml
from disclosure_index.reading.xhtml import read_xhtml
from tests.support.reports import without_source
from tests.support.tiers import examples

MARKDOWN = """\
# Harbour Limited sustainability report 2024

<!-- page: 1 -->

From 1 January 2024 to 31 December 2024, with reference to the GRI Standards. R&D < 5 %

## Climate 氣候

<!-- page: 2 -->

We emitted 120 tonnes. {disclosure="tcfd:metrics-targets-b"}

- scope 1
- scope 2

| Year | Tonnes |
|---|---|
| 2024 | 120 |

## GRI content index

| GRI Standard | Disclosure | Location |
|---|---|---|
| GRI 305: Emissions 2016 | 305-1 Direct (Scope 1) GHG emissions | Climate 氣候 |
| GRI 303: Water and Effluents 2018 | 303-5 Water consumption | Page 2 |
| GRI 401: Employment 2016 | 401-1 New employee hires and employee turnover | Not applicable |
| GRI 205: Anti-corruption 2016 | 205-3 Confirmed incidents of corruption and actions taken | There were none in 2024. |
| GRI 403: Occupational Health and Safety 2018 | 403-9 Work-related injuries | Safety |
"""
TEXT = """\
海港有限公司2024年环境报告

目录
气候变化\t2
水资源\t3
人才发展\t4

气候变化

我们排放了120吨二氧化碳当量，比上年减少，并设定了减排目标。

水资源

我们使用了40立方米的水，全部来自市政供水，没有取水困难。

人才发展

我们为员工提供培训，平均每人二十小时，涵盖所有职级。

内容索引

关键绩效指标\t章节
关键绩效指标A1.2 温室气体排放\t气候变化
关键绩效指标A2.2 耗水量\t水资源
关键绩效指标B6.1 回收产品百分比\t不适用
"""


@pytest.mark.parametrize(("name", "text"), [("report_md", MARKDOWN), ("report_txt", TEXT)])
def test_what_was_imported_is_imported_to_the_same_bytes(import_sources, name, text):
    first = import_sources(**{name: text})
    second = import_sources(first.path / "report.xhtml", into="again")
    assert len(first.tags()) >= 2
    assert len(first.omissions()) == 1
    for file in ("report.xhtml", "disclosure-index.toml"):
        written = [without_source((folder.path / file).read_bytes()) for folder in (first, second)]
        assert written[0] == written[1], file


def test_the_same_source_gives_the_same_bytes(import_sources):
    first, second = (import_sources(report_md=MARKDOWN, into=into) for into in ("one", "two"))
    assert (first.path / "report.xhtml").read_bytes() == (second.path / "report.xhtml").read_bytes()


# --- any document ---------------------------------------------------------------------------------

WORDS = st.sampled_from(
    [
        "廢物",
        "废物 A1",
        "a b",
        "a<br/>b",
        "x &amp; &lt;y&gt;",
        'a <b data-disclosure="sdg:9">b</b>',
        "一\n二",
        'a <span role="doc-pagebreak" aria-label="8"/>b',
        'a<span role="doc-pagebreak" aria-label="9"/> ',
        ' <span role="doc-pagebreak" aria-label="7"/>b',
    ]
)
MARKS = st.sampled_from(
    ["", "", ' data-disclosure="sdg:1 x"', ' data-disclosure="sdg:2 sdg:2"', ' lang="zh-Hant"',
     ' data-omission="sdg:3 sdg:4" data-reason="r &amp; q"', ' data-disclosure="gri:2-1@2021#a" lang="zh-Hans"']
)  # fmt: skip
BREAKS = st.sampled_from(["", "", '<span role="doc-pagebreak" aria-label="7"/>'])


@st.composite
def blocks(draw, depth=3):
    """What reports are made of, nested as it comes."""
    kind = draw(st.sampled_from(["p", "ul", "table", "index", *(("div", "section") if depth else ())]))
    before, mark = draw(BREAKS), draw(MARKS)
    if kind == "p":
        return f"{before}<p{mark}>{draw(WORDS)}</p>"
    if kind == "ul":
        items = "".join(f"<li{m}>{w}</li>" for m, w in draw(st.lists(st.tuples(MARKS, WORDS), min_size=1, max_size=3)))
        return f"{before}<ul{mark}>{items}</ul>"
    if kind in ("table", "index"):
        role = ' role="doc-index"' if kind == "index" else ""
        rows = draw(st.lists(st.tuples(MARKS, st.lists(WORDS, min_size=1, max_size=3)), min_size=1, max_size=3))
        cells = "".join(f"<tr{m}>{''.join(f'<td>{w}</td>' for w in words)}</tr>" for m, words in rows)
        return f"{before}<table{mark}{role}>{cells}</table>"
    inner = "".join(draw(st.lists(blocks(depth - 1), min_size=1, max_size=2)))
    heading = f"<h2>{draw(st.sampled_from(['A', '水資源']))}</h2>" if kind == "section" else ""
    return f"{before}<{kind}{mark}>{heading}{inner}</{kind}>"


def kept(document):
    """Give what may not change: texts and languages, pages, titles, and what each tag and omission reaches.

    Two omissions on one element share its one reason, so reasons are compared elsewhere.
    """
    passages = document.passages
    return (
        [(p.kind, p.text, p.page, p.breaks, p.language) for p in passages],
        [(s.title, s.level, s.parent, s.page, s.last_page) for s in document.sections],
        [label for label, _ in document.pages],
        {(tag.text, *(p.text for p in passages[tag.span.first : tag.span.last])) for tag in document.tags},
        {omission.text for omission in document.omissions},
        set(document.indexes),
    )


@given(st.lists(blocks(), min_size=1, max_size=3).map("".join))
@examples(60)
def test_any_document_is_written_readable_whole_and_stable(body):
    first = read_xhtml(f'<html lang="en"><body>{body}</body></html>'.encode(), "r.xhtml", "en")
    written = write_xhtml(first)
    second = read_xhtml(written.encode(), "r.xhtml", "en")
    assert second.readable, written[written.index("<body>") :]
    assert kept(second) == kept(first)
    assert write_xhtml(second) == written
