"""A pipe table shows what the report says, and nothing in it ends a cell, makes a link or formats a word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from disclosure_index.outputs import tables as render
from disclosure_index.tables.table import Table, row

ODD = [
    "a | b", "a \\| b", "*bold* _it_ **b**", "`code`", "``", "[link](x)", "![i](x)", "<b>bold</b>", "<!-- c -->",
    "&lt;b&gt;", "&copy; &#65;", "R&D", "~~gone~~", "# head", "- item", "1. item", "\\", "\\\\", "a\\", "a\nb", "$x$",
    "https://example.org/a_b", "me@example.org", "排放 | 物", "「|」", "العمل | x", "|", "||", "---", "=1+1",
]  # fmt: skip


def _shown(text):
    """Give the cells that a Markdown reader shows for a row of three, of which `text` is the middle one."""
    cells = (row("first")[0], row(text)[0], row("last")[0])
    markdown = render.markdown([Table("t", "index", ("code", "title", "pages"), (cells,))], "en")
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown)
    inline = [t for n, t in enumerate(tokens) if t.type == "inline" and tokens[n - 1].type == "td_open"]
    return [
        "".join(
            c.content if c.type in ("text", "html_inline", "code_inline", "text_special") else "" for c in t.children
        )
        for t in inline
    ], [c for t in inline for c in t.children]


@pytest.mark.parametrize("text", ODD)
def test_a_cell_shows_its_own_text(text):
    cells, children = _shown(text)
    assert cells == ["first", " ".join(text.split()), "last"]
    assert {c.type for c in children} <= {"text", "text_special"}


@given(st.text(st.sampled_from("ab |\\`*_[]<>()#&;~!-+=\n\t排放「」x1."), min_size=1, max_size=12).filter(str.strip))
def test_any_mixture_of_marks_stays_one_cell(text):
    cells, children = _shown(text)
    assert cells == ["first", " ".join(text.split()), "last"]
    assert {c.type for c in children} <= {"text", "text_special"}
