"""Quotations in messages: cut at a word, with an ellipsis, by the columns that they take."""

from unicodedata import east_asian_width

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.messages.shortening import shortened


@pytest.mark.parametrize(
    ("text", "most", "cut"),
    [
        ("Direct greenhouse gas emissions", 31, "Direct greenhouse gas emissions"),
        ("Direct greenhouse gas emissions", 30, "Direct greenhouse gas…"),
        ("Direct\tgreenhouse\ngas", 60, "Direct greenhouse gas"),
        ("Donaudampfschifffahrtsgesellschaft", 20, "Donaudampfschifffah…"),
        ("直接溫室氣體排放", 16, "直接溫室氣體排放"),
        ("直接溫室氣體排放", 15, "直接溫室氣體排…"),
        ("能源，水及废弃物", 7, "能源…"),
    ],
)
def test_a_text_is_cut_at_a_word(text, most, cut):
    assert shortened(text, most) == cut


@given(st.text(), st.integers(10, 80))
def test_it_takes_no_more_columns_than_it_may(text, most):
    found = shortened(text, most)
    assert sum(1 + (east_asian_width(c) in "WF") for c in found) <= most + sum(c not in text for c in found) or (
        found == " ".join(text.split())
    )
    assert "\n" not in found
