"""`browse --web` as a process of its own, and HTTP requests to it."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

ENDING = 30  # seconds; one or two on an idle machine
UPGRADE = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
}


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@dataclass(frozen=True)
class Served:
    """The served app: the printed address and, once the token is exchanged, the folder and the cookie."""

    port: int
    address: str
    process: subprocess.Popen[str]
    folder: str = ""
    cookie: str = ""

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def token(self) -> str:
        return self.address.partition("token=")[2]

    def get(self, path: str, *, host: str | None = "", **headers: str) -> HTTPResponse:
        """Return the response, read, to a request with these headers (`_` stands for `-`) and no other ones."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.putrequest("GET", path, skip_host=True)
        if host is not None:
            connection.putheader("Host", host or f"127.0.0.1:{self.port}")
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        if response.status != 101:
            response.body = response.read().decode()
        connection.close()
        return response

    def enter(self) -> "Served":
        """Exchange the token, as a browser does."""
        response = self.get(self.address.removeprefix(self.origin))
        assert response.status == 303
        cookie = (response.headers["Set-Cookie"] or "").partition(";")[0]
        return replace(self, folder=response.headers["Location"], cookie=cookie)


@contextmanager
def serving(report: Path, *arguments: str, port: int = 0) -> Iterator[Served]:
    """Serve a report, and end it by Ctrl-C; the output on exit is checked."""
    port = port or free_port()
    command = [sys.executable, "-m", "disclosure_index", "browse", str(report), "--web", "--port", str(port)]
    with subprocess.Popen(
        [*command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        try:
            assert "Ctrl-C" in process.stderr.readline()
            address = process.stderr.readline().strip()
            assert re.fullmatch(rf"http://127\.0\.0\.1:{port}/\?token=[\w-]{{43}}", address)
        except AssertionError:
            process.kill()  # otherwise it is waited for
            raise
        yield Served(port, address, process)
        killed = process.poll()
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=ENDING)
    assert killed or process.returncode == 0
    assert (out, err) == ("", "")
