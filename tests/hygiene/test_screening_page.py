"""The page of the data of a screen is written from the table of its schema: it is never behind it."""

from pathlib import Path

from tools.screening_page import page

ROOT = Path(__file__).resolve().parents[2]


def test_screening_page_is_current():
    assert (ROOT / "docs" / "screening-data.md").read_text("utf-8") == page(), "run: make docs"
