"""A published report in Markdown, as a converter wrote it."""

import pytest

from disclosure_index.reading.markdown.reader import read_markdown

pytestmark = pytest.mark.slow


def test_a_converted_report(published):
    document = read_markdown(published("samsung-sds-2024/report.md").read_bytes(), "report.md", "en")
    row = next(p for p in document.passages if p.text.startswith("\t2-1\t"))
    assert (row.page, row.text.split("\t")[3]) == ("138", "2, 7-15")
    assert len(document.pages) > 130
