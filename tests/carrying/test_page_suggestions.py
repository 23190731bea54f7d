"""This year's page of what was written anew: by last year's page, and by what is suggested for the disclosure."""

from dataclasses import replace
from datetime import date

import pytest

from disclosure_index.assessment.linking import applicable
from disclosure_index.carrying.alignment import align
from disclosure_index.carrying.rolling.page_likeness import YearPages
from disclosure_index.carrying.rolling.page_suggestions import PageSuggestions
from disclosure_index.catalog.loading import with_spellings
from disclosure_index.importing.pipeline import import_sources
from disclosure_index.printed_index.reader import hints, without_listed_indexes
from tests.support.reports import document, report, shipped

OLD = "<h1>Anniversary</h1><p>Quite different words stood here.</p>"
PAGES = {
    "en": (
        "<section><h1>Letters</h1><p>The committee met and read what the towns had sent.</p></section>",
        "<section><h1>Health and safety</h1><p>12 work-related injuries were recorded, the rate of recordable "
        "work-related injuries was 1.2 per million hours worked, and there were no fatalities.</p></section>",
    ),
    "zh-Hant": (
        "<section><h1>來函</h1><p>委員會開會四次，閱讀各鎮來函。</p></section>",
        "<section><h1>職業健康與安全</h1><p>年內錄得工傷 12 宗，"
        "因工傷損失工作日數 36 日，並無因工死亡個案。</p></section>",
    ),
}


@pytest.mark.parametrize(("language", "code"), [("en", "gri:403-9"), ("zh-Hant", "hkex-esg:B2.2")])
def test_a_page_without_a_word_of_last_years_is_proposed_where_it_is_suggested(language, code):
    framework = code.partition(":")[0]
    new = document("".join(PAGES[language]), language=language)
    made = replace(report("", claims={framework: "with-reference"}, year=date(2022, 1, 1)), documents=(new,))
    current = applicable(made, shipped())
    (wanted,) = [d for found in current.values() for d in found if d.short.casefold() == code.casefold()]
    suggested = PageSuggestions(made, new, shipped(), current).pages([wanted])
    safety = f"§{new.passages[-1].section}"
    assert max(suggested, key=suggested.__getitem__) == safety
    old = document(OLD)
    pages = YearPages(old, new, align([p.text for p in old.passages], [p.text for p in new.passages]))
    labels = [f"§{old.passages[0].section}"]
    assert safety not in [one.label for one in pages.like(labels)]
    assert pages.like(labels, suggested)[0].label == safety


def test_a_page_of_the_printed_index_is_not_proposed():
    old = new = document(OLD)
    pages = YearPages(old, new, align([p.text for p in old.passages], [p.text for p in new.passages]))
    assert "99" not in [one.label for one in pages.like([f"§{old.passages[0].section}"], {"99": 1.0})]


@pytest.mark.parametrize(("rows", "hidden"), [(2, False), (3, True)], ids=["two codes are quoted", "an index"])
def test_a_page_of_an_index_in_lines_is_marked(tmp_path, rows, hidden):
    lines = ["305-1 2 Direct (Scope 1) GHG emissions", "305-2 2 Energy indirect (Scope 2) GHG emissions"]
    lines += ["403-9 2 Work-related injuries"]
    shown = ["<!-- page: 1 -->", "# GRI content index", *lines[:rows], "<!-- page: 2 -->", "# Air", "Smoke."]
    (tmp_path / "report.md").write_text("\n\n".join(shown), "utf-8")
    catalog = with_spellings(shipped())
    found = import_sources([tmp_path / "report.md"], catalog)[0].document
    marked = without_listed_indexes(found, hints(catalog)).indexes
    assert {found.passages[first].page for first, _ in marked} == ({"1"} if hidden else set())
