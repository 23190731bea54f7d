"""The page about a screen: readable without script, harmless whatever reports say, in three languages."""

import re

import pytest

from disclosure_index.model import LANGUAGES
from disclosure_index.screening.page import page
from disclosure_index.screening.schema import DATA_SETS
from tests.screening.conftest import report


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_in_each_language(language, market, tmp_path):
    folder, _ = market
    said = page(folder, language, tmp_path / "page.html")
    assert f'<html lang="{language}">' in said
    assert "<script" not in said
    assert " style=" not in said
    assert all(f'coverage/">{name}' in said or f">{name}</a>" in said for name in DATA_SETS)
    assert "reports/truncated.pdf" in said
    title = {"en": "Screen of 8 reports", "zh-Hans": "8 份报告", "zh-Hant": "8 份報告"}[language]
    assert title in said
    assert {"en": "GRI 305: Emissions", "zh-Hans": "GRI 305：排放", "zh-Hant": "GRI 305：排放"}[language] in said
    assert said == page(folder, language, tmp_path / "page.html")


def test_links_lead_to_the_data_from_where_the_page_lies(market):
    folder, _ = market
    said = page(folder, "en", folder / "report.html")
    for link in re.findall(r'href="([^"]+)"', said):
        assert (folder / link).is_dir()


def test_what_reports_say_is_text(in_market, tmp_path):
    (tmp_path / "<b onclick=x>.md").write_text(report("<script>alert(1)</script> Limited"), "utf-8")
    (tmp_path / "<img src=x>.pdf").write_text("%PDF", "utf-8")
    in_market([str(tmp_path / "*")], tmp_path / "out")
    said = page(tmp_path / "out", "en", tmp_path / "page.html")
    assert "<img" not in said
    assert "<script" not in said
    assert "&lt;img src=x&gt;.pdf" in said
