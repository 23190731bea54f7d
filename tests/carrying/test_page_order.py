"""Where last year's pages stand among this year's."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.carrying.rolling.page_order import PagePair, expected_places, in_order, mutual_pairs

PAIRS = st.dictionaries(st.integers(0, 9), st.tuples(st.integers(0, 9), st.integers(1, 9)), max_size=7)


@given(PAIRS)
def test_the_pairs_in_one_order_have_the_most_letters(drawn: dict[int, tuple[int, int]]) -> None:
    pairs = [PagePair(before, *rest) for before, rest in sorted(drawn.items())]
    found = in_order(pairs)
    assert all(a.before < b.before and a.now < b.now for a, b in combinations(found, 2))
    rows = (row for size in range(len(pairs) + 1) for row in combinations(pairs, size))
    ordered = (row for row in rows if all(a.now < b.now for a, b in combinations(row, 2)))
    assert sum(p.letters for p in found) == max(sum(p.letters for p in row) for row in ordered)


def test_a_page_counts_only_with_the_one_that_most_of_its_text_came_from() -> None:
    assert mutual_pairs({0: {3: 10}, 1: {3: 50, 4: 20}, 2: {}}) == [PagePair(1, 3, 50)]


@pytest.mark.parametrize(
    ("pairs", "now", "places"),
    [
        pytest.param([], 7, [1.0, 3.0, 5.0], id="nothing went over: evenly"),
        pytest.param([PagePair(0, 4, 1)], 8, [4.0, 4 + 4 / 3, 4 + 8 / 3], id="a new chapter in front"),
        pytest.param([PagePair(1, 1, 1)], 8, [0.0, 1.0, 4.5], id="new pages at the end"),
    ],
)
def test_a_page_is_expected_between_its_neighbours(pairs: list[PagePair], now: int, places: list[float]) -> None:
    assert expected_places(pairs, 3, now) == pytest.approx(places)
