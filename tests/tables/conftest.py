"""The sample reports, each assessed once, and small reports made of a few lines."""

from datetime import date

import pytest

from disclosure_index.session import open_assessment

DAY = date(2026, 6, 30)


@pytest.fixture(scope="session")
def ferries(root):
    """The fictional report with its twenty faults, in English and in traditional Chinese."""
    return open_assessment(root / "report_sources" / "harbour-ferries-2025", today=DAY)


@pytest.fixture(scope="session")
def alibaba(root):
    """The real report, in simplified Chinese."""
    return open_assessment(root / "report_sources" / "alibaba-2024", today=DAY)
