"""The pages that are opened in a browser."""

import pytest

from tests.support.chromium import browser as browser


@pytest.fixture
def forgetful(browser, tmp_path):
    """The browser, with nothing kept of the pages that were opened before: what they keep is that of all files."""
    blank = tmp_path / "blank.html"
    blank.touch()
    browser.get(blank.as_uri())
    browser.execute_script("localStorage.clear()")
    return browser
