"""The reference page of the rules is written from the rules: it is never behind them."""

from pathlib import Path

from tools.rules_page import page

ROOT = Path(__file__).resolve().parents[2]


def test_rules_page_is_current():
    assert (ROOT / "docs" / "rules.md").read_text("utf-8") == page(), "run: make docs"
