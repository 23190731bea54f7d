"""The app in a browser: it opens at the address that is printed, a key works, and other pages get nothing."""

import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from tests.outputs.conftest import browser  # noqa: F401  (headless Chromium)
from tests.tui.web import serving

pytest.importorskip("textual_serve", reason="the extra web is not installed: pip install 'disclosure-index[web]'")

pytestmark = pytest.mark.sampled(1)
TERMINAL = ".xterm-helper-textarea"
CONNECT = """
const [address, answer] = arguments, socket = new WebSocket(address)
socket.onopen = () => { socket.close(); answer("open") }
socket.onerror = () => answer("refused")
"""
FETCH = """
const [address, answer] = arguments
fetch(address, {credentials: "include"}).then(got => got.text()).then(answer, () => answer("refused"))
"""


@pytest.fixture
def served(report, own_folders, interruptible):
    """Serve a sample report."""
    with serving(report("alibaba-2024"), "--language", "zh-Hans") as served:
        yield served


@pytest.fixture
def other_page():
    """Serve an empty page on another port, and keep the cookies that browsers send there."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self):
            self.server.cookies.append(self.headers["Cookie"] or "")
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!DOCTYPE html><title>other</title><p>Win a prize</p>")

        def log_message(self, *_):
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        server.cookies = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def _drawn(browser):  # noqa: F811
    """Give the picture of the page when it no longer changes: the terminal in it is a canvas."""
    before, end = b"", time.monotonic() + 60
    while before != (before := browser.get_screenshot_as_png()):
        assert time.monotonic() < end
        time.sleep(4)
    return before


def _open(browser, served):  # noqa: F811
    """Open the printed address, wait until the app draws, and give the element that takes keys."""
    from selenium.webdriver.common.by import By
    from selenium.webdriver.support.ui import WebDriverWait

    browser.get(served.address)
    WebDriverWait(browser, 60).until(lambda b: b.find_elements(By.CSS_SELECTOR, "body.-first-byte"))
    return browser.find_element(By.CSS_SELECTOR, TERMINAL)


def test_a_port_that_is_taken(script, report):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        result = script("browse", report("alibaba-2024"), "--web", "--port", port)
    assert result.returncode == 2
    assert f"cannot serve on 127.0.0.1:{port}" in result.stderr
    assert "--port" in result.stderr
    assert "Traceback" not in result.stderr
    assert "token" not in result.stderr


def test_the_token_does_not_stay_and_no_other_host_is_asked(served, browser):  # noqa: F811
    browser.get_log("browser")  # what other tests left
    _open(browser, served)
    assert browser.current_url.startswith(f"{served.origin}/")
    assert served.token not in browser.current_url + browser.page_source
    assert browser.execute_script("return document.cookie + document.referrer") == ""
    asked = browser.execute_script("return performance.getEntriesByType('resource').map(entry => entry.name)")
    assert len(asked) >= 2
    assert [address for address in asked if not address.startswith(f"{served.origin}/")] == []
    refused = [line["message"] for line in browser.get_log("browser") if line["level"] == "SEVERE"]
    assert [message for message in refused if "favicon.ico" not in message] == []
    here = browser.current_url
    browser.refresh()
    assert browser.find_elements("css selector", TERMINAL)
    assert browser.execute_async_script(CONNECT, f"{here.replace('http', 'ws', 1)}ws") == "open"


def test_opens_and_a_key_works(served, browser, report):  # noqa: F811
    source = report("alibaba-2024") / "report.xhtml"
    keys = _open(browser, served)
    opened = _drawn(browser)
    keys.send_keys("mjjjj")
    gaps = _drawn(browser)
    assert gaps != opened
    keys.send_keys("a")
    end = time.monotonic() + 60
    while 'data-disclosure="hkex-esg:A1.3"' not in source.read_text("utf-8"):
        assert time.monotonic() < end, "the key was not heard"
        time.sleep(0.1)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_another_page_gets_nothing(host, served, browser, other_page):  # noqa: F811
    """Not even where it knows the folder: on 127.0.0.1 it counts as the same site, so its requests have the cookie."""
    _open(browser, served)
    here = browser.current_url
    browser.get(f"http://{host}:{other_page.server_port}/")
    for address in (here, served.address, here.replace("127.0.0.1", "localhost")):
        browser.execute_async_script(
            "const [address, done] = arguments, frame = document.createElement('iframe');"
            "frame.onload = done; frame.src = address; document.body.append(frame)",
            address,
        )
        browser.switch_to.frame(browser.find_elements("css selector", "iframe")[-1])
        assert browser.find_elements("css selector", TERMINAL) == []
        browser.switch_to.default_content()
        assert browser.execute_async_script(CONNECT, f"{address.replace('http', 'ws', 1)}ws") == "refused"
        assert browser.execute_async_script(FETCH, address) == "refused"
    assert any("frame-ancestors" in line["message"] for line in browser.get_log("browser"))


def test_other_servers_are_not_sent_the_cookie(served, browser, other_page):  # noqa: F811
    _open(browser, served)
    folder = browser.current_url.removeprefix(served.origin)
    for path in ("/", "/ws", "/static/js/textual.js"):
        browser.get(f"http://127.0.0.1:{other_page.server_port}{path}")
    assert [cookie for cookie in other_page.cookies if "disclosure-index" in cookie] == []
    browser.get(f"http://127.0.0.1:{other_page.server_port}{folder}")
    assert "disclosure-index" in "".join(other_page.cookies)  # which is why nobody is told the folder
