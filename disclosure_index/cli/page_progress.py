"""The progress bar of pages being read, on a terminal: for work that takes longer than a moment."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from disclosure_index.cli.program.language import chosen_language
from disclosure_index.messages import label, render

PageRead = Callable[[Path, int, int], None]
"""A callback after each page: the file, the number of pages read, and their total."""


@contextmanager
def page_progress(*, quiet: bool) -> Iterator[PageRead]:
    """Show a bar for each file on stderr, if that is a terminal, and remove all at the end."""
    if quiet or not sys.stderr.isatty():
        yield lambda *_: None
        return
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    pages = render(label("progress", "pages"), chosen_language())
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn(pages),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        tasks = {}

        def page_read(file: Path, done: int, of: int) -> None:
            if file not in tasks:
                tasks[file] = bar.add_task(escape(file.name), total=of)
            bar.update(tasks[file], completed=done)

        yield page_read
