"""The progress of a screen: a bar on a terminal, and a line per problem."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.text import Text

from disclosure_index.cli.program.language import in_chosen_language
from disclosure_index.messages import AFTER_PLACE, COMMA, joined, message
from disclosure_index.model import Message
from disclosure_index.outputs.escape import for_line, for_terminal
from disclosure_index.screening.requests import Looked
from disclosure_index.screening.run import Progress as ScreenProgress
from disclosure_index.screening.run import Screened


@contextmanager
def shown(*, quiet: bool) -> Iterator[ScreenProgress]:
    """Yield the display of a screen's progress on stderr; an empty one if `quiet`."""
    if quiet:
        yield lambda _, __: None
        return
    console = Console(file=sys.stderr, highlight=False, soft_wrap=True)
    bar = Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.description}"),
        TimeRemainingColumn(),
        console=console,
        disable=not console.is_terminal,
    )
    with bar:
        task = bar.add_task("", total=None)
        begun = time.monotonic()

        def show(state: Screened, looked: Looked | None) -> None:
            if looked is None:
                for line in _passed_over(state):
                    console.print(Text(for_terminal(in_chosen_language(line))))
            for problem in looked.problems if looked else ():
                text = in_chosen_language(joined(AFTER_PLACE, (looked.id, problem["message"]))) if looked else ""
                console.print(Text(for_line(text)))
            rate = _rate(state, time.monotonic() - begun)
            bar.update(task, completed=state.done, total=state.total, description=for_line(in_chosen_language(rate)))

        yield show


def _rate(state: Screened, seconds: float) -> Message:
    rate = (state.done - state.unchanged) / seconds if seconds > 0 else 0.0
    return message("{rate} a second, could not be checked: {problems}", rate=f"{rate:.1f}", problems=state.not_checked)


def _passed_over(state: Screened) -> Iterator[Message]:
    if state.passed_over:
        counted = (f"{suffix or '?'} ({number})" for suffix, number in sorted(state.passed_over.items()))
        yield message("Files in the folders that are no reports: {files}", files=joined(COMMA, counted))
    if state.further:
        yield message("Columns of the table that are only kept: {columns}", columns=joined(COMMA, state.further))
