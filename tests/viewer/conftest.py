"""The browser for pages of the viewer."""

import pytest

from tests.support.chromium import browser as browser


@pytest.fixture
def forgetful(browser, tmp_path):
    """The browser, without the storage of pages opened before: all local files share one."""
    blank = tmp_path / "blank.html"
    blank.touch()
    browser.get(blank.as_uri())
    browser.execute_script("localStorage.clear()")
    return browser
