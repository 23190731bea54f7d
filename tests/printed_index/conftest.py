"""What the tests of printed indexes share."""

import pytest

from disclosure_index.catalog.loading import definitions_folder, load_frameworks
from disclosure_index.catalog.notation.rules import read_spelling
from disclosure_index.printed_index.reader import hints


@pytest.fixture(scope="session")
def frameworks():
    """What a printed index is read with: the codes and words of every framework."""
    loaded = load_frameworks().frameworks
    return hints(loaded, {id: read_spelling(definitions_folder() / id / "spelling.toml") for id in loaded})
