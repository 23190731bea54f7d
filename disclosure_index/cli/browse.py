"""``disclosure-index browse``."""

import os
import sys
from pathlib import Path

import click

from disclosure_index.cli import options
from disclosure_index.cli.options.report import ReportOptions, report_options
from disclosure_index.cli.program.language import print_message
from disclosure_index.cli.program.output import write
from disclosure_index.cli.screen.extra import SCREEN, require
from disclosure_index.errors import ConfigError, ExitCode
from disclosure_index.files.named_files import reason
from disclosure_index.messages import message
from disclosure_index.project.paths import find_project

HOST, PORT = "127.0.0.1", 8000
SERVED = "TEXTUAL_DRIVER"  # textual-serve sets it where it runs the app


@click.command(name="browse")
@options.report_path
@options.language
@click.option("--no-kitty-keys", is_flag=True, help="For terminals that lose Chinese input, such as iTerm2.")
@click.option("--read-only", is_flag=True, help="Look, and write nothing.")
@click.option(
    "--peers",
    "market",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Also show how many peers in this screen disclose a gap, and where.",
)
@click.option("--web", is_flag=True, help="Serve it on this machine, at an address for you alone.")
@click.option("--port", type=click.IntRange(1, 65535), default=PORT, show_default=True, help="Port of --web.")
@report_options()
def command(
    path: Path,
    language: str | None,
    no_kitty_keys: bool,
    read_only: bool,
    market: Path | None,
    web: bool,
    port: int,
    given: ReportOptions,
) -> None:
    """Browse and edit a report in the terminal.

    Find gaps, tag the passages that answer them, explain omissions.

    ? lists all keys. Every change is written at once; u undoes it.

    \b
    Examples:
      disclosure-index browse report_sources/alibaba-2024
      disclosure-index browse . --language en
      disclosure-index browse . --web
      disclosure-index browse . --peers market
    """
    if no_kitty_keys:
        os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"  # read when Textual is imported
    if market:
        require("screen", SCREEN)
    if web:
        _serve(path, language, given, port, read_only, market)
    elif _is_seen():
        _run(path, language, given, read_only, market)
    else:
        _print(path, language, given)


def _is_seen() -> bool:
    """Whether there is a terminal; or a browser, where textual-serve runs the app."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return SERVED in os.environ or all(stream.isatty() for stream in streams)


def _run(
    path: Path,
    language: str | None,
    given: ReportOptions,
    read_only: bool,
    market: Path | None,
) -> None:
    project = find_project(path, allow_outside=given.allow_outside)
    from disclosure_index.tui.app import BrowseApp  # slow to import: textual

    if sys.platform != "win32":
        from disclosure_index.tui.pasting import filter_pastes

        filter_pastes()

    app = BrowseApp(
        path,
        project,
        today=given.today,
        language=language or "",
        allow_outside=given.allow_outside,
        definitions=given.definitions,
        read_only=read_only,
        market=market,
    )
    if SERVED in os.environ:
        from disclosure_index.tui.web.driver import ServedDriver

        app.driver_class = ServedDriver
    app.run()
    if app.failure:
        raise app.failure
    if app.return_code:
        raise RuntimeError("Textual has ended the app, and has not said why")


def _print(path: Path, language: str | None, given: ReportOptions) -> None:
    """Print the output of `check`, if there is no terminal."""
    from disclosure_index.outputs import text
    from disclosure_index.session import open_assessment

    write(
        text.render(open_assessment(path, today=given.today, **given.of_project()), language),
        None,
    )
    print_message(message('browse needs a terminal; in a build, use "disclosure-index check"'))
    sys.exit(ExitCode.USAGE)


def _serve(
    path: Path,
    language: str | None,
    given: ReportOptions,
    port: int,
    read_only: bool,
    market: Path | None,
) -> None:
    try:
        from disclosure_index.tui.web.server import LocalServer
    except ImportError:
        problem = message('--web needs textual-serve; install it with: pip install "disclosure-index[web]"')
        raise ConfigError(problem) from None
    project = find_project(path, allow_outside=given.allow_outside)
    chosen = ["--language", language] if language else []
    command = [
        sys.executable,
        "-m",
        "disclosure_index",
        "browse",
        *chosen,
        *(["--allow-outside"] if given.allow_outside else []),
        *(["--read-only"] if read_only else []),
        *(["--peers", str(market)] if market else []),
        *(["--definitions", str(given.definitions)] if given.definitions else []),
        "--as-of",
        given.today.isoformat(),
        "--",
        str(path),
    ]
    try:
        LocalServer(command, port, language, project.resolve().parent.name).serve()
    except OSError as error:
        problem = message("cannot serve on {address}: {why}", address=f"{HOST}:{port}", why=reason(error))
        raise ConfigError(problem, hint=message("Choose another port with --port")) from None
