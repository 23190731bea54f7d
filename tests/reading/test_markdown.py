"""Markdown: what is read, and exactly where it stands."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from disclosure_index.model import Document
from disclosure_index.reading.markdown.inline_attributes import add_rules
from disclosure_index.reading.markdown.reader import read_markdown


def read(text: str, language: str = "en") -> Document:
    return read_markdown(dedent(text).encode(), "r.md", language)


def passages(document: Document) -> list[tuple[str, str, str]]:
    return [(p.kind, str(p.location), p.text) for p in document.passages if p.text]


def tags(document: Document) -> list[tuple[str, str, str]]:
    return [(t.text, t.span.element, str(t.span.location)) for t in document.tags]


def reached(document: Document, text: str) -> list[str]:
    (span,) = [tag.span for tag in document.tags if tag.text == text]
    return [span.text] if span.text is not None else [p.text for p in document.passages[span.first : span.last]]


def test_headings_paragraphs_lists_and_tables_stand_where_they_are_written() -> None:
    document = read("""\
        # 環境

        第一段
        續行

        > 1. one
        >    - two

        | 指標 | 頁碼 |
        |------|------|
        | A1.1 |      |
        """)
    assert passages(document) == [
        ("heading", "r.md:1:1", "環境"),
        ("paragraph", "r.md:3:1", "第一段續行"),
        ("list-item", "r.md:6:3", "one"),
        ("list-item", "r.md:7:6", "two"),
        ("table-row", "r.md:9:1", "指標\t頁碼"),
        ("table-row", "r.md:11:1", "A1.1\t"),
    ]
    assert [(s.title, s.level, str(s.location)) for s in document.sections] == [("環境", 1, "r.md:1:1")]
    assert document.title == "環境"


@pytest.mark.parametrize(
    ("text", "tag", "reaches"),
    [
        ('# Air {disclosure="gri:305-1"}\n\none\n\n## Sub\n\n# Next\n', ("section", "r.md:1:1"), ["Air", "one", "Sub"]),
        ('one\ntwo {disclosure="gri:305-1"}\n', ("p", "r.md:1:1"), ["one two"]),
        ('{disclosure="gri:305-1"}\none\n', ("p", "r.md:1:1"), ["one"]),
        ("one {disclosure=“gri:305-1”}\n", ("p", "r.md:1:1"), ["one"]),
        ('- one {disclosure="gri:305-1"}\n  - below\n- two\n', ("li", "r.md:1:1"), ["one", "below"]),
        ('- a\n\n- one {disclosure="gri:305-1"}\n', ("li", "r.md:3:1"), ["one"]),
        ('{disclosure="gri:305-1"}\n\n- one\n- two\n', ("ul", "r.md:3:1"), ["one", "two"]),
        ('|a|b|\n|-|-|\n|c|d| {disclosure="gri:305-1"}\n', ("tr", "r.md:3:1"), ["c\td"]),
        ('|a|b|\n|-|-|\n|c|{disclosure="gri:305-1"}|\n', ("tr", "r.md:3:1"), ["c\t"]),
        ('|a|b|\n|-|-|\n|c\\|x| d {disclosure="gri:305-1"}|\n', ("td", "r.md:3:8"), ["d"]),
        ('|a|b|\n|-|-|\n|c|d|\n{disclosure="gri:305-1"}\n', ("table", "r.md:1:1"), ["a\tb", "c\td"]),
        ('one [廢氣 5 噸]{disclosure="gri:305-1"} two\n', ("span", "r.md:1:5"), ["廢氣 5 噸"]),
        ('> one\n> two **five**{disclosure="gri:305-1"} x\n', ("span", "r.md:2:15"), ["five"]),
        ("<!-- disclosure: gri:305-1 -->\none\n", ("p", "r.md:2:1"), ["one"]),
        ("one <!-- disclosure: gri:305-1 -->\n\ntwo\n", ("p", "r.md:1:1"), ["one"]),
        ("<!-- disclosure: gri:305-1 -->\n\n|a|\n|-|\n|b|\n", ("table", "r.md:3:1"), ["a", "b"]),
        ('x\n\n  <div data-disclosure="gri:305-1">\n\none\n\n</div>\n\ntwo\n', ("div", "r.md:3:3"), ["one"]),
        ('one <span data-disclosure="gri:305-1">two</span>\n', ("span", "r.md:1:5"), ["two"]),
    ],
)  # fmt: skip
def test_a_tag_reaches_its_element(text: str, tag: tuple[str, str], reaches: list[str]) -> None:
    document = read_markdown(text.encode(), "r.md", "en")
    assert tags(document) == [("gri:305-1", *tag)]
    assert reached(document, "gri:305-1") == reaches
    assert not document.findings


def test_several_tags_on_one_element_are_all_kept() -> None:
    document = read("""\
        <!-- disclosure: gri:305-1, gri:305-2; hkex-esg:A1.2 -->
        {disclosure="gri:305-4"}
        one {disclosure="tcfd:metrics-b ungc:7"} <!-- #disc sdg:13 -->
        """)
    assert sorted(t.text for t in document.tags) == [
        "gri:305-1", "gri:305-2", "gri:305-4", "hkex-esg:A1.2", "sdg:13", "tcfd:metrics-b", "ungc:7",
    ]  # fmt: skip
    assert {str(t.span.location) for t in document.tags} == {"r.md:2:1"}


def test_omissions_keep_their_own_reasons() -> None:
    document = read("""\
        <!-- omission: hkex-esg:A1.1 reason: not-material -->
        <!-- omission: hkex-esg:A1.3 reason: unavailable -->
        本集團並無產生有害廢棄物。 {omission="gri:306-3" reason="not-material"}
        """)
    assert sorted((o.text, o.reason, o.explanation) for o in document.omissions) == [
        ("gri:306-3", "not-material", "本集團並無產生有害廢棄物。"),
        ("hkex-esg:A1.1", "not-material", "本集團並無產生有害廢棄物。"),
        ("hkex-esg:A1.3", "unavailable", "本集團並無產生有害廢棄物。"),
    ]


def test_anchors_and_the_facts_at_the_top() -> None:
    document = read("""\
        ---
        title: 2024 年度 ESG 報告
        lang: zh-Hant
        ---
        # 環境 {#env}

        [水]{#water} 資源
        """)
    assert {name: str(at) for name, at in document.anchors.items()} == {"env": "r.md:5:1", "water": "r.md:7:1"}
    assert document.title == "2024 年度 ESG 報告"
    assert document.passages[0].language == "zh-Hant"


def test_html_tables_repeat_merged_cells() -> None:
    document = read("""\
        <table>
        <tr><th rowspan="2">Code<th colspan="2">2024
        <tr><th>kg <th>t
        <tr data-disclosure="gri:306-3"><td>A1.3</td>

        <td>1</td><td>2</td></tr>
        </table>

        after
        """)
    assert passages(document) == [
        ("table-row", "r.md:2:1", "Code\t2024\t2024"),
        ("table-row", "r.md:3:1", "Code\tkg\tt"),
        ("table-row", "r.md:4:1", "A1.3\t1\t2"),
        ("paragraph", "r.md:9:1", "after"),
    ]
    assert reached(document, "gri:306-3") == ["A1.3\t1\t2"]


@pytest.mark.parametrize(
    "marker",
    [
        "<!-- page: 25 -->", "<!-- Page 25 -->", "<!-- 第25頁 -->", "<!-- 页码：25 -->", "<!-- page 025 of 148 -->",
        '<span role="doc-pagebreak" aria-label="25"/>', "--- Page 25 ---", "{24}" + 48 * "-",
    ],
)  # fmt: skip
def test_page_markers(marker: str) -> None:
    document = read_markdown(f"before\n\n{marker}\n\nafter\n".encode(), "r.md", "en")
    assert [(label, str(at)) for label, at in document.pages] == [("25", "r.md:3:1")]
    assert [(p.text, p.page) for p in document.passages if p.text] == [("before", ""), ("after", "25")]


def lone_numbers(pages: range, foot: bool) -> str:
    text = "Words that fill a page.\n\n"
    return "".join(f"{text}{page}\n\n" if foot else f"{page:02}\n\n{text}" for page in pages)


@pytest.mark.parametrize("foot", [False, True])
def test_lone_numbers_that_run_through_the_text_are_pages(foot: bool) -> None:
    document = read_markdown(lone_numbers(range(2, 12), foot).encode(), "r.md", "en")
    assert [p.page for p in document.passages if p.text] == [str(page) for page in range(2, 12)]


def test_lone_numbers_that_do_not_run_through_the_text_are_text() -> None:
    document = read_markdown(("12\n\n3\n\n40\n\n" + "words\n\n" * 20).encode(), "r.md", "en")
    assert not document.pages
    assert document.passages[0].text == "12"


def test_running_heads_that_were_taken_for_tables_are_page_numbers_and_no_text() -> None:
    head = "| Our report | A |  |\n|---|---|---|\n| {} |  | Climate Water People |\n\n"
    pages = [(f"{n}\n\n" if n % 2 else head.format(n)) + f"Words of page {n}.\n\n" for n in range(20, 31)]
    document = read_markdown("".join(pages).encode(), "r.md", "en")
    assert [(p.text, p.page) for p in document.passages] == [(f"Words of page {n}.", str(n)) for n in range(20, 31)]


def test_a_small_table_that_stands_alone_stays_one_though_its_number_is_the_page_s() -> None:
    table = "| Boats | Routes |\n|---|---|\n| 25 | 7 |\n\n"
    pages = [(table if n == 25 else f"{n}\n\n") + f"Words of page {n}.\n\n" for n in range(20, 31)]
    document = read_markdown("".join(pages).encode(), "r.md", "en")
    assert "25\t7" in [p.text for p in document.passages]


def test_page_breaks_are_numbered_by_what_is_printed_between_them() -> None:
    page = '<!-- PageHeader="x" -->\n\nwords {0}\n\n<!-- PageNumber="{0}" -->\n<!-- PageBreak -->\n\n'
    document = read_markdown("".join(page.format(n) for n in (5, 6, 7)).encode(), "r.md", "en")
    assert [(p.text, p.page) for p in document.passages if p.text] == [
        ("words 5", "5"),
        ("words 6", "6"),
        ("words 7", "7"),
    ]


def test_what_is_not_understood_is_told() -> None:
    document = read("one {disclosure gri:305-1} two\n\n<!-- disclosure: gri:305-2 -->\n")
    assert [(f.rule, str(f.location)) for f in document.findings] == [("DI210", "r.md:1:1")]
    assert reached(document, "gri:305-2") == []  # before nothing: DI206 tells it


@pytest.mark.parametrize(
    "text",
    [">" * 10**6, "<div>" * 10**6, "<div>\n" * 10**5, "<table>" + "<tr><td rowspan=65000 colspan=100>xxxxxxxx" * 9000],
    ids=["quotes", "elements", "lines of elements", "merged cells"],
)
def test_nesting_and_repetition_are_limited(text: str) -> None:
    document = read_markdown(text.encode(), "r.md", "en")
    assert not document.readable
    assert [(f.rule, f.unchecked) for f in document.findings] == [("DI601", True)]


@pytest.mark.parametrize("text", ["[" * 10**5, "![" * 10**5, "a <![CDATA[" * 10**4, "x <!--" * 10**5, "`a" * 10**5])
def test_hostile_text_is_read_as_text(text: str) -> None:
    assert read_markdown(text.encode(), "r.md", "en").readable


@given(st.binary(max_size=300) | st.text(alphabet='#|-<>!{}[]"= \n\tda*`:披露1', max_size=300).map(str.encode))
def test_any_bytes_give_a_document(data: bytes) -> None:
    assert isinstance(read_markdown(data, "r.md", "zh-Hant"), Document)


@given(st.integers(0, 2_000))
def test_a_truncated_file_gives_a_document(length: int) -> None:
    whole = (
        '# T {#a disclosure="gri:1"}\n\n<table><tr><td rowspan=2>x\n\n|a|b|\n|-|-|\n|c|d {reason="x"}|\n' * 20
    ).encode()
    assert isinstance(read_markdown(whole[:length], "r.md", "en"), Document)


@given(st.text(st.characters(exclude_characters="\n\\`~*_[]!<&{}", exclude_categories=["Cs"]), min_size=1))
def test_text_without_a_sign_of_markdown_is_read_as_the_parser_reads_it(text):
    """Such text is not given to the parser, which takes longer than all else on large tables."""
    md = MarkdownIt("commonmark").enable(["strikethrough"]).disable(["text_join"])
    add_rules(md)
    children = []
    md.inline.parse(text, md, {}, children)
    assert [(child.type, child.content) for child in children] == [("text", text)]
