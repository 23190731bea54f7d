"""The app in a browser, by textual-serve: on this machine, and only for the user who started it.

textual-serve answers every request, and whoever gets an answer can press the app's keys with the rights of the user
who started it. Others can reach a port of this machine, too: its other users, and every page open in the browser.

- Users: the printed address contains a random token, which is exchanged for a cookie; without one of them every
  request is refused.
- Pages: SameSite keeps the cookie from pages of other sites, but a page on another port of this machine counts as the
  same site. So the websocket must come from this origin, and no page may frame this one. The host of a request must be
  the bound address: whoever owns another name could make it resolve to that address (DNS rebinding).
- Servers on other ports, of other users: a browser sends a cookie to every port of its host. So the cookie belongs to
  a folder with a random name, which is requested from no other server.
"""

import asyncio
import re
import secrets
import shlex
from collections.abc import Sequence
from typing import cast
from urllib.parse import quote

import click
from aiohttp import web
from aiohttp.typedefs import Handler
from textual_serve.server import Server

from disclosure_index.messages import in_languages, label, message, render
from disclosure_index.outputs.escape import for_html

HOST = "127.0.0.1"
HTTP_PORT = 80  # browsers omit it in an address
SHUTDOWN_SECONDS = 5  # for the apps to end by themselves; each ends within one second when asked to
OTHER_HOSTS = re.compile(r"""<link\b[^>]*\bhref=["'](?:https?:)?//[^>]*>""")
NAME = "Disclosure Index"
ICON = quote(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0a5c8f"/>'
    '<path d="M4 4h8v2H4zM4 7h5v2H4zM4 10h8v2H4z" fill="#fff"/></svg>'
)
"""Lines of an index, one of them too short; embedded in the page, so that no request is needed."""
REFUSED = "".join(
    f"403: {line}\n"
    for line in in_languages(
        message("Requests from other origins are not allowed. Open the address that browse printed in the terminal.")
    )
)


ENDED = (
    ("Session ended.", message("Session ended.")),
    ("Restart", label("button", "Restart")),
    ("Start", label("button", "Start")),
)
"""The texts of the page itself, in English in textual-serve."""


class LocalServer(Server):
    """Serves an app to the browser of the user who started it.

    Args:
        command: the command that runs the app.
        port: the port to listen on.
        language: of the line with the address, and of the page around the app; None for English.
        report: the name of the report, for the title of the page.

    """

    def __init__(self, command: Sequence[str], port: int, language: str | None = None, report: str = "") -> None:
        self._language = language
        self._origin = f"http://{HOST}" if port == HTTP_PORT else f"http://{HOST}:{port}"
        self._token, self._session = secrets.token_urlsafe(), secrets.token_urlsafe()
        self._folder = f"/{secrets.token_urlsafe()}"
        self._cookie = f"disclosure-index-{port}"
        self._sockets: set[asyncio.Task[object]] = set()
        # textual-serve makes the addresses in its page from this one and the paths of its routes
        title = " · ".join(filter(None, (report, NAME)))
        super().__init__(shlex.join(command), HOST, port, title=title, public_url=self._origin)

    def serve(self, debug: bool = False) -> None:
        """Serve until Ctrl-C. Requests are not logged: the first contains the token."""
        web.run_app(
            self._make_app(),
            host=HOST,
            port=self.port,
            access_log=None,
            shutdown_timeout=SHUTDOWN_SECONDS,
            print=self._print_address,
        )

    def _print_address(self, _: str) -> None:
        """Print the address, once it is served. No browser is started: its command line is visible to all users."""
        announcement = message(
            "browse is served to this machine alone; Ctrl-C ends it. Open this address, and keep it to yourself:"
        )
        click.echo(f"{render(announcement, self._language)}\n  {self._origin}/?token={self._token}", err=True)

    async def _make_app(self) -> web.Application:
        app = web.Application(middlewares=[self._guard])
        app.on_response_prepare.append(self._add_headers)
        app.router.add_get("/", self._exchange_token)
        app.add_subapp(self._folder, await super()._make_app())
        return app

    async def on_startup(self, app: web.Application) -> None:
        """Print nothing: stdout is for data, and the address is printed once it is served."""

    async def on_shutdown(self, app: web.Application) -> None:
        """End the apps: they would keep the server waiting until their pages are closed."""
        for task in self._sockets:
            task.cancel()

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        host, origin = (request.headers.getall(name, []) for name in ("Host", "Origin"))
        if host != [self._origin.removeprefix("http://")] or origin not in ([], [self._origin]):
            raise web.HTTPForbidden(text=REFUSED)
        # the root is for the token alone, which it checks itself
        if request.path != "/" and not _is_same(request.cookies.get(self._cookie, ""), self._session):
            raise web.HTTPForbidden(text=REFUSED)
        return await handler(request)

    async def _add_headers(self, _: web.Request, response: web.StreamResponse) -> None:
        websocket = self._origin.replace("http", "ws", 1)  # not every browser includes it in 'self'
        response.headers.update(
            {
                "Content-Security-Policy": (
                    f"default-src 'none'; connect-src 'self' {websocket}; font-src 'self' data:; "
                    "img-src 'self' data:; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
                    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
                ),
                "X-Frame-Options": "DENY",
                "Cross-Origin-Opener-Policy": "same-origin",
                "Cross-Origin-Resource-Policy": "same-origin",
                "Referrer-Policy": "no-referrer",
                "Cache-Control": "no-store",
                "X-Content-Type-Options": "nosniff",
            }
        )

    async def _exchange_token(self, request: web.Request) -> web.Response:
        """Return the cookie for the token, and redirect to the address without it: browsers remember addresses."""
        if not _is_same(request.query.get("token", ""), self._token):
            raise web.HTTPForbidden(text=REFUSED)
        response = web.Response(status=303, headers={"Location": f"{self._folder}/"})
        response.set_cookie(self._cookie, self._session, path=f"{self._folder}/", httponly=True, samesite="Strict")
        return response

    async def handle_index(self, request: web.Request) -> web.Response:
        """Return the page with a title and an icon, without the fonts that it would load from another host."""
        response = cast(web.Response, await super().handle_index(request))
        text = OTHER_HOSTS.sub(lambda link: link[0] if f"{self._origin}/" in link[0] else "", response.text or "")
        for english, said in ENDED:
            text = text.replace(f">{english}<", f">{for_html(render(said, self._language))}<")
        head = f'<title>{for_html(self.title)}</title><link rel="icon" href="data:image/svg+xml,{ICON}">'
        response.text = text.replace("<html>", f'<html lang="{self._language or "en"}">', 1).replace(
            "<head>", f'<head><meta charset="utf-8">{head}', 1
        )
        return response

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run an app for a page of this origin. Browsers always send the origin of a websocket."""
        if "Origin" not in request.headers:  # a wrong origin was refused before
            raise web.HTTPForbidden(text=REFUSED)
        task = asyncio.current_task()
        assert task is not None  # aiohttp runs handlers in tasks
        self._sockets.add(task)
        try:
            return await super().handle_websocket(request)
        finally:
            self._sockets.discard(task)


def _is_same(given: str, wanted: str) -> bool:
    """Whether two secrets are the same, in a time that does not depend on where they differ."""
    return secrets.compare_digest(given.encode("utf-8", "backslashreplace"), wanted.encode())
