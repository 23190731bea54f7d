"""Tables for a terminal: a line breaks where a reader of Chinese or English would break it, and nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from disclosure_index.outputs.tables import text
from disclosure_index.tables.table import Table, row

ASKED = st.text("有害废弃物总量水。，、；（）《》 2,8054AB.:-%", min_size=1, max_size=80)
WIDTH = 30


def _drawn(words, width=WIDTH):
    """Return the lines of the second column of a table of one row."""
    table = Table("answer", "Answer", ("code", "evidence"), (row("A1", words),))
    return [line[len(" A1") :].strip() for line in text([table], "en", width).splitlines()[3:] if line.strip()]


@pytest.mark.parametrize("before", range(1, 14))
@pytest.mark.parametrize("whole", ["36,280,169", "hkex-esg:A1.3", "2,008"])
def test_a_figure_or_a_code_among_chinese_stays_whole(whole, before):
    lines = _drawn(f"{'水' * before}；{whole}、{whole}吨")
    assert sum(line.count(whole) for line in lines) == 2


@pytest.mark.parametrize("before", range(1, 30))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(before):
    for line in _drawn(f"{'水' * before}（总量）、《指引》；{'水' * before}。"):
        assert line[0] not in "），、；》。"
        assert line[-1] not in "（《"


@given(ASKED)
def test_whatever_breaks_every_character_is_there_within_the_width(words):
    lines = _drawn(words)
    assert "".join("".join(lines).split()) == "".join(words.split())
    assert all(cell_len(line) <= WIDTH for line in lines)
