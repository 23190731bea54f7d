"""The columns of a table: what parts them is where its words end and begin, and not how far apart they are."""

import time

from hypothesis import assume, given
from hypothesis import strategies as st

from disclosure_index.reading.page_layout.columns import column_at, columns_of
from disclosure_index.reading.page_layout.lines import Line, RuledLine, Word
from tests.support.tiers import examples

SIZE = 10.0
FEW = st.integers(3, 12)


def table(starts, rows, width=30.0):
    """Set a table: a word in each column of each row."""
    return [
        Line(tuple(Word("word", x, x + width, 20.0 * row, 20.0 * row + SIZE, SIZE) for x in starts))
        for row in range(rows)
    ]


def columns(lines, rules=(), verticals=()):
    """Give the column that each word of the first line stands in."""
    bounds = columns_of(lines, rules, verticals)
    return [column_at(bounds, word) for word in lines[0].words]


@given(FEW, st.lists(st.integers(20, 200), min_size=1, max_size=6), st.data())
def test_columns_may_be_any_distance_apart(rows, gaps, data):
    further = [gap * data.draw(st.integers(1, 10**12)) for gap in gaps]
    near = [float(30 * n + sum(gaps[:n])) for n in range(len(gaps) + 1)]
    far = [float(30 * n + sum(further[:n])) for n in range(len(gaps) + 1)]
    assert columns(table(near, rows)) == columns(table(far, rows)) == list(range(len(near)))


@given(FEW, st.lists(st.integers(20, 200), min_size=1, max_size=6), st.integers(0, 10**12))
def test_a_table_may_stand_anywhere(rows, gaps, away):
    starts = [float(30 * n + sum(gaps[:n])) for n in range(len(gaps) + 1)]
    here = columns_of(table(starts, rows), (), ())
    there = columns_of(table([x + away for x in starts], rows), (), ())
    assert [x - away for x in there] == here


@given(FEW, st.integers(1, 10**6))
def test_all_lengths_may_grow_alike(rows, factor):
    starts = [0.0, 60.0, 200.0]
    assert columns(table([x * factor for x in starts], rows, 30.0 * factor)) == columns(table(starts, rows))


@given(st.integers(1, 10**15))
def test_a_word_may_be_of_any_width(width):
    lines = table([0.0, 60.0, 200.0], 40)
    wide = Line((Word("word", 60.0, 60.0 + width, 900.0, 910.0, SIZE),))
    assert len(set(columns([*lines, wide]))) == 3


def test_rules_and_lines_may_be_many_and_far_apart():
    lines = table([0.0, 60.0, 200.0], 400)
    rules = [RuledLine(float(n), -1e12, 1e12) for n in range(5_000)]
    verticals = [float(10**9 * n) for n in range(5_000)] + [45.0]
    start = time.process_time()
    assert columns(lines, rules, verticals) == [0, 1, 2]
    assert time.process_time() - start < 5, "it takes some hundredths of a second, and much more if points are walked"


def answers(rows, words):
    """Set a table whose answers, in the second of three columns, have so many words."""
    return [
        Line(
            tuple(Word("word", x, x + 28.0, 20.0 * row, 20.0 * row + SIZE, SIZE) for x in (0.0, *_words(words), 700.0))
        )
        for row in range(rows)
    ]


def _words(count):
    return (100.0 + 31.0 * n for n in range(count))


@examples(25)
@given(FEW, st.integers(1, 12), st.floats(140, 680))
def test_rules_drawn_in_pieces_part_no_running_text(rows, words, at):
    rules = [RuledLine(20.0 * row - 5, *ends) for row in range(rows) for ends in ((0.0, at), (at, 730.0))]
    lines = [*answers(rows, words), *(Line(line.words[:1]) for line in answers(3, 1))]
    bounds = columns_of(lines, rules, ())
    across = any(word.x0 < at < word.x1 for word in lines[0].words)
    assume(across or not lines[0].words[1].x1 <= at <= lines[0].words[-2].x0)  # between two words, it may be a column's
    assert not (across and any(abs(x - at) < 1 for x in bounds))
    assert len({column_at(bounds, word) for word in lines[0].words[1:-1]}) == 1


def test_a_break_in_the_rules_parts_columns_below_a_caption_that_runs_across():
    rows = table([0.0, 60.0, 120.0], 30, 55.0)
    caption = Line((Word("caption", 0.0, 175.0, 900.0, 900.0 + SIZE, SIZE),))
    rules = [RuledLine(20.0 * row - 5, x, x + 58.0) for row in range(30) for x in (0.0, 60.0, 120.0)]
    assert columns([*rows, caption], rules) == [0, 1, 2]
