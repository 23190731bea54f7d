"""Who may talk to `browse --web`: over HTTP, as another user of the machine does, who knows the port."""

import re
import shutil
import signal
import subprocess
import time

import pytest

from tests.tui.web import UPGRADE, serving

pytest.importorskip("textual_serve", reason="the extra web is not installed: pip install 'disclosure-index[web]'")

pytestmark = pytest.mark.sampled(3)


@pytest.fixture(scope="module")
def sample(root, tmp_path_factory):
    return shutil.copytree(root / "report_sources" / "harbour-ferries-2025", tmp_path_factory.mktemp("web") / "report")


@pytest.fixture(scope="module")
def served(sample):
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background is deaf to it
    with serving(sample) as served:
        yield served.enter()
    signal.signal(signal.SIGINT, before)


PATHS = ("", "ws", "static/js/textual.js", "static/", "download/key", "nothing")


def test_what_its_own_page_asks_for_is_served(served):
    page = served.get(served.folder, Cookie=served.cookie)
    assert page.status == 200
    for name in ("static/js/textual.js", "static/css/xterm.css"):
        assert f"{served.origin}{served.folder}{name}" in page.body
        assert served.get(served.folder + name, Cookie=served.cookie).status == 200
    websocket = re.search(r'data-session-websocket-url="ws://127\.0\.0\.1:\d+(/[^"]*)"', page.body)[1]
    assert served.get(websocket, Cookie=served.cookie, Origin=served.origin, **UPGRADE).status == 101


def test_the_page_names_no_other_host(served):
    page = served.get(served.folder, Cookie=served.cookie).body
    named = re.findall(r"""(?:href|src|url)\s*[=(]\s*["']?((?:\w+:)?//[^"')\s>]*)""", page)
    assert named
    assert [address for address in named if f"//127.0.0.1:{served.port}/" not in address] == []


def test_the_page_has_a_title_and_an_icon_of_its_own(served):
    page = served.get(served.folder, Cookie=served.cookie).body
    assert "<title>report · Disclosure Index</title>" in page
    assert re.search(r'<link rel="icon" href="data:image/svg\+xml,[^"]+">', page)
    assert re.search(r"<html lang=\"[\w-]+\">", page)


def test_the_token_is_exchanged_for_a_cookie_of_this_page_alone(served):
    response = served.get(f"/?token={served.token}")
    assert response.status == 303
    cookie = response.headers["Set-Cookie"]
    assert cookie.startswith(f"disclosure-index-{served.port}=")  # another session's, on another port, stays
    assert {"HttpOnly", "SameSite=Strict", f"Path={served.folder}"} <= set(cookie.split("; "))
    assert served.token not in cookie + response.headers["Location"]
    assert len(served.folder) > 40  # other ports of this host are sent the cookie if they are asked for this folder


@pytest.mark.parametrize(
    "path", ["/", "/?token=", "/?token=wrong", "/?token=%F0%9F%94%91", "/?token=%FF", "/?Token={}"]
)
@pytest.mark.parametrize("cookie", ["", "{}"])
def test_no_token_or_a_wrong_one(served, path, cookie):
    headers = {"Cookie": cookie.format(served.cookie)} if cookie else {}
    response = served.get(path.format(served.token), **headers)
    assert response.status == 403
    assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize("path", PATHS)
def test_no_cookie_or_a_wrong_one(served, path):
    name, value = served.cookie.split("=", 1)
    wrong = ["", f"{name}=", f"{name}=wrong", f"{name}={value[:-1]}", f"{name}={value}a", f"{name}={served.token}"]
    wrong += [f"other={value}", f"{name}=\xe9"]
    for cookie in wrong:
        headers = {**UPGRADE, "Origin": served.origin} if path == "ws" else {}
        assert served.get(served.folder + path, Cookie=cookie, **headers).status == 403, cookie
    assert served.get(f"{served.folder}{path}?token={served.token}").status == 403
    assert served.get(f"/{path}").status == 403


def test_the_cookie_of_another_run(served, sample, interruptible):
    with serving(sample) as other:
        other = other.enter()
        name = served.cookie.split("=")[0]
        assert other.folder != served.folder
        assert other.token != served.token
        for cookie in (other.cookie, f"{name}={other.cookie.split('=')[1]}"):
            assert served.get(served.folder, Cookie=cookie).status == 403
        assert served.get(f"/?token={other.token}").status == 403


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:{port}",
        "localhost:{port}",
        "127.0.0.1",
        "127.0.0.1:1",
        "127.0.0.1.evil.example:{port}",
        "[::1]:{port}",
    ],
)
def test_another_host(served, path, host):
    host = host.format(port=served.port)
    for asked in (served.folder + path, f"/?token={served.token}"):
        headers = {**UPGRADE, "Origin": f"http://{host}"} if path == "ws" else {}
        response = served.get(asked, host=host, Cookie=served.cookie, **headers)
        assert response.status == 403
        assert "Set-Cookie" not in response.headers


@pytest.mark.parametrize(
    "origin",
    [
        "null",
        "",
        "https://evil.example",
        "http://127.0.0.1",
        "http://127.0.0.1:1",
        "http://localhost:{port}",
        "https://127.0.0.1:{port}",
        "127.0.0.1:{port}",
        "http://127.0.0.1:{port}.evil.example",
        "http://127.0.0.1:{port}/",
    ],
)
def test_another_origin(served, origin):
    origin = origin.format(port=served.port)
    assert served.get(f"{served.folder}ws", Cookie=served.cookie, Origin=origin, **UPGRADE).status == 403
    assert served.get(served.folder, Cookie=served.cookie, Origin=origin).status == 403


def test_a_websocket_without_an_origin(served):
    assert served.get(f"{served.folder}ws", Cookie=served.cookie, **UPGRADE).status == 403
    assert served.get(f"{served.folder}ws", Cookie=served.cookie).status == 403


def test_every_response_may_neither_be_framed_nor_kept(served):
    of_page = {"Cookie": served.cookie, "Origin": served.origin}
    asked = [(served.folder + path, of_page) for path in PATHS if path != "ws"]
    asked += [(f"{served.folder}ws", of_page | UPGRADE), ("/", {}), (f"/?token={served.token}", {}), ("/ws", {})]
    statuses = set()
    for path, headers in asked:
        response = served.get(path, **headers)
        statuses.add(response.status)
        assert "frame-ancestors 'none'" in response.headers["Content-Security-Policy"], path
        assert response.headers["X-Frame-Options"] == "DENY", path
        assert response.headers["Cache-Control"] == "no-store", path
        assert response.headers["Referrer-Policy"] == "no-referrer", path
    assert statuses == {101, 200, 303, 403, 404}


def _processes(text):
    """Return the command lines and environments that hold this text."""
    listed = subprocess.run(
        ["ps", "axeww", "-o", "pid=,args="], capture_output=True, encoding="utf-8", errors="replace"
    )
    return [line for line in listed.stdout.splitlines() if text in line]


@pytest.mark.skipif(not shutil.which("ps"), reason="needs ps")
def test_secrets_are_in_no_command_line_or_environment_and_apps_end_with_a_killed_server(sample, interruptible):
    import asyncio

    import aiohttp

    async def watch(served):
        url = f"{served.origin}{served.folder}ws"
        async with (
            aiohttp.ClientSession(headers={"Cookie": served.cookie}) as client,
            client.ws_connect(url, origin=served.origin) as websocket,
        ):
            await websocket.receive_bytes()  # the app draws
            assert [line for line in _processes(str(sample)) if "--as-of" in line]
            for secret in (served.token, served.folder.strip("/"), served.cookie.split("=", 1)[1]):
                assert _processes(secret) == []
            served.process.kill()
        end = time.monotonic() + 30
        while any("--as-of" in line for line in _processes(str(sample))):
            assert time.monotonic() < end, "an app goes on without its server"
            await asyncio.sleep(0.2)

    with serving(sample) as served:
        asyncio.run(watch(served.enter()))
        served.process.wait()
