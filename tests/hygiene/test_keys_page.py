"""The page of the keys is written from the table of actions: it is never behind it."""

from pathlib import Path

from tools.keys_page import page

ROOT = Path(__file__).resolve().parents[2]


def test_keys_page_is_current():
    assert (ROOT / "docs" / "keys.md").read_text("utf-8") == page(), "run: make docs"
