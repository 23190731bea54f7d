"""Output: to stdout, or to a file, which is written whole or not at all."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from disclosure_index.errors import ConfigError, note_errors
from disclosure_index.files import atomic_write
from disclosure_index.files.named_files import reason
from disclosure_index.messages import message
from disclosure_index.outputs.escape import for_terminal

T = TypeVar("T")
BLOCK = 2**16
"""Characters written at once: of 50,000 lines, writing one by one was three quarters of the time."""


def write(text: str | Iterable[str], output: Path | None) -> None:
    """Write `text`, whole or in pieces, to `output`, or to stdout if that is None.

    Raises:
        ConfigError: the file, or stdout, cannot be written; the file keeps its content.
    """
    pieces = (text,) if isinstance(text, str) else text
    with note_errors(f"while writing {output or 'to stdout'}"):
        if output is None:
            for block in _in_blocks(pieces):  # making a piece may fail, too, for reasons of its own
                _to_stdout(partial(click.echo, block, nl=False))
        else:
            _write((piece.encode("utf-8", "backslashreplace") for piece in pieces), output)


def _in_blocks(pieces: Iterable[str]) -> Iterator[str]:
    """Yield short pieces together: writing one costs more than making it. Pieces made before an error are written."""
    held: list[str] = []
    size = 0
    try:
        for piece in pieces:
            held.append(piece)
            size += len(piece)
            if size >= BLOCK:
                yield "".join(held)
                held, size = [], 0
    except Exception:
        yield "".join(held)
        raise
    if held:
        yield "".join(held)


def echo(line: str) -> None:
    """Write a line for people to stdout, as `language.print_message` writes it to stderr; raises as `write` does."""
    write(f"{for_terminal(line)}\n", None)


def flush() -> None:
    """Write the buffered output to stdout; raises as `write` does."""
    _to_stdout(sys.stdout.flush)


def _to_stdout(writes: Callable[[], None]) -> None:
    """Write to stdout; a reader that stops early (``| head``) does not change the exit code."""
    try:
        writes()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise ConfigError(message("stdout cannot be written: {why}", why=reason(error))) from error


def write_bytes(data: bytes, output: Path) -> None:
    """Write `data` to `output`; raises as `write` does."""
    _write((data,), output)


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write files into a new or empty folder, whole or not at all; raises as `write` does."""
    folder = folder.resolve()
    try:
        atomic_write.write_folder(folder, {name: text.encode() for name, text in files.items()})
    except OSError as error:
        raise ConfigError(message("cannot be written: {why}", why=reason(error)), folder) from error


def append(pieces: Iterable[str], output: Path) -> None:
    """Append to a file: the job summary of a build server, which is not a file of the user."""
    try:
        with output.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.writelines(_made(pieces))
    except _MakingError as made:
        raise made.error from None
    except OSError as error:
        raise ConfigError(message("cannot be written: {why}", why=reason(error)), output) from error


class _MakingError(Exception):
    """Carries an error of making the output past the errors of writing it."""

    def __init__(self, error: OSError) -> None:
        super().__init__(str(error))
        self.error = error


def _made(pieces: Iterable[T]) -> Iterator[T]:
    """Yield the pieces; an unreadable file that a piece is made from is not mistaken for the output."""
    try:
        yield from pieces
    except OSError as error:
        raise _MakingError(error) from error


def _write(pieces: Iterable[bytes], output: Path) -> None:
    output = output.resolve()
    try:
        atomic_write.write_file(output, _made(pieces))
    except _MakingError as made:
        raise made.error from None
    except OSError as error:
        raise ConfigError(message("cannot be written: {why}", why=reason(error)), output) from error
