"""The app in a browser, by textual-serve: for this machine alone, and for no page but its own."""

import shlex
from collections.abc import Sequence

import click
from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from textual_serve.server import Server

HOST = "127.0.0.1"


class LocalServer(Server):
    """Serves an app to the browsers of this machine.

    textual-serve asks nobody where a request comes from: any page that is open in the same browser might connect to
    the app and press its keys. Here a request has to name this server, and to come from its own page.

    Args:
        command: runs the app.
        port: to listen on.

    """

    def __init__(self, command: Sequence[str], port: int) -> None:
        super().__init__(shlex.join(command), host=HOST, port=port, title="Disclosure Index")

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(_guard(self.port))
        return app

    async def on_startup(self, app: web.Application) -> None:
        """Say where it is to be seen."""
        click.echo(f"browse is running at {self.public_url}, on this machine only; press Ctrl-C to stop", err=True)


def _guard(port: int) -> Middleware:
    own = {f"{HOST}:{port}", f"localhost:{port}"}
    sources = " ".join(f"http://{name}" for name in sorted(own))
    policy = (
        f"default-src {sources}; connect-src {sources} {sources.replace('http', 'ws')}; font-src {sources} data:; "
        f"img-src {sources} data:; script-src {sources} 'unsafe-inline'; style-src {sources} 'unsafe-inline'"
    )

    @web.middleware
    async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
        origin = request.headers.get("Origin", f"http://{request.host}")
        if request.host not in own or origin.removeprefix("http://") not in own:
            raise web.HTTPForbidden(text="Requests from other origins are not allowed.")
        response = await handler(request)
        if not response.prepared:
            response.headers["Content-Security-Policy"] = policy
        return response

    return guarded
