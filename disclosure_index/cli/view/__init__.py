"""``disclosure-index view``."""

import base64
from contextlib import suppress
from functools import partial
from pathlib import Path

import click

from disclosure_index.cli import options
from disclosure_index.cli.assessed import finish, open_with_caveat
from disclosure_index.cli.options.report import ReportOptions, report_options
from disclosure_index.cli.page_progress import page_progress
from disclosure_index.cli.program.output import write
from disclosure_index.errors import ConfigError
from disclosure_index.files.named_files import MAX_DOCUMENT, read_file, read_into, reason
from disclosure_index.messages import message
from disclosure_index.model import Document
from disclosure_index.project.paths import find_project

PICTURES = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".webp": "webp"}
MAX_PICTURE, MAX_PICTURES = 2 * 2**20, 16 * 2**20
"""The most bytes of one picture, and of all: the page should fit in a mail, and base64 adds a third."""


@click.command(name="view")
@options.report_path
@options.language
@click.option("--serve", is_flag=True, help="Serve it on this machine, at an address for you alone.")
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True, help="Port of --serve.")
@click.option("--review", is_flag=True, help="Let the reader tick and comment; the page saves a workbook for merge.")
@click.option(
    "--source",
    "sources",
    multiple=True,
    type=click.Path(exists=True, path_type=Path),
    metavar="PATH",
    help="The PDF that a document was imported from, or its folder, to show its pages; repeatable.",
)
@click.option("--text", is_flag=True, help="Show the text of imported documents alone, without pages.")
@report_options(what_if=True)
@options.output
def command(
    path: Path,
    language: str | None,
    serve: bool,
    port: int,
    review: bool,
    sources: tuple[Path, ...],
    text: bool,
    given: ReportOptions,
    output: Path | None,
) -> None:
    """Write a report with its tags as one HTML file to look at.

    The report stands in the middle, its tags in the margin, the content index with every status at the left, and the
    card of a disclosure at the right. The pages of an imported PDF are shown as pictures where the file is at hand.
    The page loads nothing and changes nothing.

    \b
    Examples:
      disclosure-index view report_sources/alibaba-2024 -o report.html
      disclosure-index view . --language zh-Hant -o report.html
      disclosure-index view . --review --source report.pdf -o review.html
      disclosure-index view . --serve
    """
    data: dict[str, bytes] = {}
    read = read_into(data, MAX_DOCUMENT, None if given.allow_outside else find_project(path).parent)
    assessment = open_with_caveat(path, given, read=read)
    from disclosure_index.cli.view.imported_pages import imported_pages
    from disclosure_index.viewer import PageOptions, page

    pages = {}
    if not text:
        with page_progress(quiet=False) as page_read:
            documents = assessment.report.documents
            pages = imported_pages(path, documents, sources, page_read, allow_outside=given.allow_outside)
    shown = PageOptions(partial(_picture, [MAX_PICTURES]), pages, review)
    made = page(assessment, data, language, shown)
    if serve:
        _serve(made, port, language)
    else:
        write(made, output)
    finish(assessment)


def _serve(made: str, port: int, language: str | None) -> None:
    """Serve the page until Ctrl-C."""
    from disclosure_index.viewer.server import PageServer

    try:
        server = PageServer(made.encode("utf-8"), port)
    except OSError as error:
        problem = message("cannot serve on port {port}: {why}", port=port, why=reason(error))
        raise ConfigError(problem, hint=message("Choose another port with --port")) from error
    with server, suppress(KeyboardInterrupt):
        click.echo(server.announcement(language), err=True)
        server.serve_forever()


def _picture(left: list[int], document: Document, source: str) -> str:
    """Return a local picture of the document as a data address; "" for one elsewhere, or too large."""
    name = Path(source)
    kind = PICTURES.get(name.suffix.lower())
    if kind is None or name.is_absolute() or ".." in name.parts or ":" in source:
        return ""
    folder = Path(document.path).parent
    try:
        data = read_file(folder / name, MAX_PICTURE, folder)
    except OSError:
        return ""
    left[0] -= len(data)
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}" if left[0] >= 0 else ""
