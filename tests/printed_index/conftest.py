"""What the tests of printed indexes share."""

import pytest

from disclosure_index.printed_index.reader import hints
from tests.support.reports import shipped_with_spellings


@pytest.fixture(scope="session")
def frameworks():
    """What a printed index is read with: the codes and words of every framework."""
    return hints(shipped_with_spellings())
