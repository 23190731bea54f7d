"""The browser for tests of HTML pages."""

from tests.support.chromium import browser as browser
