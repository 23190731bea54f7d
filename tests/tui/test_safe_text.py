"""Text on the screen: as wide as it should be, in any language, and obeyed by nothing."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len

from disclosure_index.tui.safe_text import fit, line, wrap

pytestmark = pytest.mark.sampled(6)

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Mn", "Me", "Cf", "Zl", "Zp")), max_size=60
)


@pytest.mark.parametrize(
    ("text", "width", "shown"),
    [
        ("abc", 5, "abc  "),
        ("abcdef", 5, "abcd…"),
        ("有害废弃物", 10, "有害废弃物"),
        ("有害废弃物", 9, "有害废弃…"),
        ("有害废弃物", 8, "有害废… "),
        ("ab cdef", 4, "ab… "),
        ("abc", 0, ""),
        ("a", 1, "a"),
        ("ab", 1, "…"),
    ],
)
def test_fit(text, width, shown):
    assert fit(text, width) == shown


@given(TEXTS, st.integers(1, 30))
def test_what_fits_is_as_wide_as_was_asked(text, width):
    assert cell_len(fit(text, width)) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 8, ["one two", "three"]),
        ("范围 1 和 2 的净排放合计，减排", 14, ["范围 1 和 2 的", "净排放合计，减", "排"]),
        ("净排放合计，减排", 10, ["净排放合", "计，减排"]),
        ("他说「废物」多", 6, ["他说", "「废", "物」多"]),
        ("unbreakablelongword", 8, ["unbreaka", "blelongw", "ord"]),
        ("", 8, [""]),
    ],
    ids=["words", "mixed", "no comma first", "no bracket last", "a long word", "nothing"],
)
def test_wrap(text, width, lines):
    assert wrap(text, width) == lines


@given(TEXTS, st.integers(2, 30))
@example("\U0001f3fb", 2)  # a tone of skin alone has no width
def test_nothing_is_lost_in_wrapping(text, width):
    lines = wrap(text, width)
    assert all(cell_len(piece) <= width for piece in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_line_shows_what_a_terminal_would_obey():
    assert line("a\x1b[31m\nb\tc\u202e") == r"a\x1b[31m b | c\u202e"
