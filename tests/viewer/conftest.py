"""A real browser for the tests of HTML pages."""

from tests.support.chromium import browser as browser
