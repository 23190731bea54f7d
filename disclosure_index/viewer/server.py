"""The page at an address of this machine, for the user who started it: the address contains a random token.

Other users of the machine can reach the port, too, and so can pages open in a browser: without the token every
request is refused, and the host of a request must be the bound one (DNS rebinding).
"""

import secrets
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from disclosure_index.messages import message, render

HOST = "127.0.0.1"
HTTP_PORT = 80  # browsers omit it in an address
HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class PageServer(ThreadingHTTPServer):
    """Serves one page.

    Args:
        data: the page.
        port: the port to listen on; 0 for any free one.

    Raises:
        OSError: the port is taken.

    """

    daemon_threads = True

    def __init__(self, data: bytes, port: int) -> None:
        super().__init__((HOST, port), _Handler)
        self.data, self.token = data, secrets.token_urlsafe()
        number = self.server_address[1]
        self.host = HOST if number == HTTP_PORT else f"{HOST}:{number}"

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"http://{self.host}/{self.token}/"

    def announcement(self, language: str | None) -> str:
        """Return the announcement of the address."""
        notice = message("The report is served to this machine alone; Ctrl-C ends it. Open this address:")
        return f"{render(notice, language)}\n  {self.address}"


class _Handler(BaseHTTPRequestHandler):
    server: PageServer
    server_version, sys_version = "disclosure-index", ""

    def do_GET(self) -> None:
        """Answer with the page, or refuse."""
        wanted = f"/{self.server.token}/"
        allowed = secrets.compare_digest(self.path.encode("utf-8", "backslashreplace"), wanted.encode())
        if not allowed or self.headers.get_all("Host") != [self.server.host]:
            self.send_error(HTTPStatus.FORBIDDEN)
            return
        self.send_response(HTTPStatus.OK)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(self.server.data)))
        self.end_headers()
        self.wfile.write(self.server.data)

    def log_message(self, *_: object) -> None:
        """Log nothing: a request contains the token."""
