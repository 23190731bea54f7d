"""The tables of the page on definitions are counted from the definitions: they are never behind them."""

from pathlib import Path

from tools.definitions_page import page

ROOT = Path(__file__).resolve().parents[2]


def test_definitions_page_is_current():
    text = (ROOT / "docs" / "definitions.md").read_text("utf-8")
    assert text == page(text), "run: make docs"
    assert "| hkex-esg | 2025 |" in text
