"""No code of a printed index is lost in silence: it is claimed, or a finding names it."""

import pytest

from benchmarks.silence import known_codes, outcome, page_texts
from disclosure_index.importing.pipeline import import_sources
from tests.support.reports import shipped_with_spellings


@pytest.mark.slow
@pytest.mark.parametrize(
    ("report", "lost"),
    [
        ("alibaba-2024/report.txt", 0),
        ("pairs/sol-2017/report.md", 0),
        ("unlabelled/fastweb-2018.txt", 0),
        ("unlabelled/asx-wisetech-2023.pdf", 0),
        ("unlabelled/tw-esun-2022.pdf", 0),
        ("vonovia-2020/report.pdf", 4),  # principles in a footnote below the index
    ],
)
def test_each_code_of_an_index_is_claimed_or_named(published, report, lost):
    path = published(report)
    catalog = shipped_with_spellings()
    (one,) = import_sources([path], catalog)
    found = outcome(list(page_texts(path)), one, known_codes(catalog))
    assert found.seen
    assert len(found.lost) <= lost, found.lost


@pytest.mark.parametrize("report", ["GRI content index\n\nSee 302-1, 303-3 and 305-1 of GRI.\n"])
def test_codes_that_nothing_names_are_lost(tmp_path, report):
    path = tmp_path / "report.txt"
    path.write_text(report, "utf-8")
    catalog = shipped_with_spellings()
    (one,) = import_sources([path], catalog)
    silent = type(one)(one.file, one.document, one.guess, 0, (), ())
    found = outcome(list(page_texts(path)), silent, known_codes(catalog))
    assert [(framework, code) for framework, code, _ in found.lost] == [("gri", c) for c in ("302-1", "303-3", "305-1")]
