"""Figures of last year that this year's text still has: told where the figures around them are others now."""

from datetime import date

import pytest

from disclosure_index.carrying.alignment import align
from disclosure_index.carrying.rolling.stale_figures import stale_figures
from disclosure_index.figures.reader import DocumentFacts
from tests.support.reports import report

LAST_YEAR = ("1,240", "3,512", "2023", "88")
PAGES = {
    "en": "<p>Boilers emitted {0} t of CO2.</p><p>Power came to {1} MWh.</p><p>In {2} we sent {3} t to landfill.</p>",
    "zh-Hant": "<p>鍋爐排放二氧化碳{0}公噸。</p><p>用電量為{1}兆瓦時。</p><p>{2}年堆填廢物{3}公噸。</p>",
    "zh-Hans": "<p>锅炉排放二氧化碳{0}吨。</p><p>用电量为{1}兆瓦时。</p><p>{2}年填埋废弃物{3}吨。</p>",
}


def _facts(body, year):
    made = report(f"<section><h1>Air</h1>{body}</section>", claims={"gri": "with-reference"}, year=date(year, 1, 1))
    return DocumentFacts(made.documents[0], str(year))


def _stale(old, new):
    texts = [[passage.text for passage in facts.document.passages] for facts in (old, new)]
    return [(one.fact.printed, one.names_last_year) for one in stale_figures(old, new, align(*texts))]


@pytest.mark.parametrize("language", PAGES)
def test_a_sentence_that_kept_its_figure_or_its_year(language):
    page, last = PAGES[language], LAST_YEAR
    old = _facts(page.format(*last), 2023)
    kept_figure = _facts(page.format("1,240", "3,498", "2024", "79"), 2024)
    assert _stale(old, kept_figure) == [("1,240", False)]
    kept_year = _facts(page.format("1,180", "3,498", "2023", "88"), 2024)
    assert _stale(old, kept_year) == [("88", True)]


def test_nothing_is_told_where_the_text_around_is_the_same_too():
    page, last = PAGES["en"], LAST_YEAR
    assert _stale(_facts(page.format(*last), 2023), _facts(page.format(*last), 2024)) == []


def test_a_row_below_a_head_that_moved_on():
    def table(head, *rows):
        cells = "".join(f"<tr><td>{'</td><td>'.join(row)}</td></tr>" for row in rows)
        return f"<table><tr><th>t</th><th>{head[0]}</th><th>{head[1]}</th></tr>{cells}</table>"

    old = table(("2023", "2022"), ("Paper", "310", "298"), ("Metal", "87", "90"), ("Glass", "45", "44"))
    new = table(("2024", "2023"), ("Paper", "310", "298"), ("Metal", "88", "87"), ("Glass", "46", "45"))
    assert _stale(_facts(old, 2023), _facts(new, 2024)) == [("310", False)]
