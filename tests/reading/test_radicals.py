"""Signs that PDFs give as radicals."""

import pytest

from disclosure_index.reading.pdf.radicals import without_radicals


@pytest.mark.parametrize(
    ("given", "meant"), [("⾴码", "頁码"), ("第3⻚", "第3页"), ("⻛险", "风险"), ("Page 3", "Page 3")]
)
def test_the_sign_that_is_meant(given, meant):
    assert without_radicals(given) == meant
