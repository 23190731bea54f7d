"""The app in a browser: it opens, a key works, and no page but its own may talk to it."""

import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection

import pytest

from tests.outputs.conftest import browser  # noqa: F401  (headless Chromium)

pytest.importorskip("textual_serve", reason="the extra web is not installed: pip install 'disclosure-index[web]'")


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def served(report, port, own_folders, interruptible):
    """Serve a sample report, and give the address; what is said on leaving is looked at."""
    command = [sys.executable, "-m", "disclosure_index", "browse", str(report("alibaba-2024")), "--web"]
    command += ["--port", str(port), "--language", "zh-Hans"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stderr.readline() == (
            f"browse is running at http://127.0.0.1:{port}, on this machine only; press Ctrl-C to stop\n"
        )
        yield f"http://127.0.0.1:{port}"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert "Traceback" not in out + err


def _drawn(browser):  # noqa: F811
    """Give the picture of the page when it no longer changes: the terminal in it is a canvas."""
    before, end = b"", time.monotonic() + 60
    while before != (before := browser.get_screenshot_as_png()):
        assert time.monotonic() < end
        time.sleep(4)
    return before


def test_opens_and_a_key_works(served, browser, report):  # noqa: F811
    from selenium.webdriver.common.by import By

    browser.get(served)
    source = report("alibaba-2024") / "report.xhtml"
    opened = _drawn(browser)
    keys = browser.find_element(By.CSS_SELECTOR, ".xterm-helper-textarea")
    keys.send_keys("mjjjj")
    gaps = _drawn(browser)
    assert gaps != opened
    keys.send_keys("a")
    end = time.monotonic() + 60
    while 'data-disclosure="hkex-esg:A1.3"' not in source.read_text("utf-8"):
        assert time.monotonic() < end, "the key was not heard"
        time.sleep(0.1)


def _status(served, path="/", **headers):
    connection = HTTPConnection(served.removeprefix("http://"), timeout=30)
    connection.putrequest("GET", path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    status = connection.getresponse().status
    connection.close()
    return status


def test_no_page_but_its_own_may_connect(served):
    for _ in range(100):  # it says that it serves a moment before it does
        try:
            assert _status(served) == 200
            break
        except ConnectionRefusedError:
            time.sleep(0.1)
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec_WebSocket_Version": "13",
        "Sec_WebSocket_Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    assert _status(served, Host="evil.example") == 403
    assert _status(served, "/ws", Origin="https://evil.example", **upgrade) == 403
    assert _status(served, "/ws", Origin=served, **upgrade) == 101


def test_a_port_that_is_taken(script, report, port):
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        result = script("browse", report("alibaba-2024"), "--web", "--port", port)
    assert result.returncode == 2
    assert f"127.0.0.1:{port} cannot be served on" in result.stderr
    assert "--port" in result.stderr
    assert "Traceback" not in result.stderr
