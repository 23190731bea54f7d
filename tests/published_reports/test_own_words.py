"""The tagged source of the real report has words of our own: the company's sentences belong to the company."""

import re

import pytest

from disclosure_index.session import read_report

RUN = 12
"""So many characters alike, white space and punctuation aside, are no accident; names and figures are shorter."""


def _bare(text):
    return "".join(re.findall(r"\w", text.casefold()))


def _runs(text):
    return {text[n : n + RUN] for n in range(len(text) - RUN + 1)}


@pytest.fixture(scope="module")
def report(root):
    return read_report(root / "report_sources" / "alibaba-2024")


def test_no_sentence_of_the_report_is_in_our_source(report, published):
    theirs = _runs(_bare(published("alibaba-2024/report.txt").read_text("utf-8")))
    prose = [p for d in report.documents for p in d.passages if p.kind in ("paragraph", "list-item")]
    assert len(prose) > 30
    copied = {str(p.location): sorted(_runs(_bare(p.text)) & theirs) for p in prose}
    assert {place: runs for place, runs in copied.items() if runs} == {}


def test_the_comparison_sees_what_is_taken_over(report, published):
    """Labels and headings of tables are facts, taken as printed: so they must be recognised."""
    theirs = _runs(_bare(published("alibaba-2024/report.txt").read_text("utf-8")))
    tables = [p for p in report.documents[0].passages if p.kind == "table-row"]
    assert any(_runs(_bare(p.text)) & theirs for p in tables)
