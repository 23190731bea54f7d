"""Where output goes: stdout, or a file that is written whole or not at all."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

import click

from disclosure_index.errors import ConfigError, note_errors
from disclosure_index.files import reason
from disclosure_index.messages import message


def write(text: str | Iterable[str], output: Path | None) -> None:
    """Write `text`, whole or in pieces, to `output`, to stdout without one.

    Raises:
        ConfigError: the file, or stdout, cannot be written; what was in the file stays.
    """
    pieces = (text,) if isinstance(text, str) else text
    with note_errors(f"while writing {output or 'to stdout'}"):
        if output is None:
            for piece in pieces:  # making one may fail, too, and not for the sake of stdout
                _to_stdout(partial(click.echo, piece, nl=False))
        else:
            _write(map(str.encode, pieces), output)


def echo(line: str) -> None:
    """Write a line to stdout; raises as `write` does."""
    write(f"{line}\n", None)


def flush() -> None:
    """Write what is left to be written to stdout; raises as `write` does."""
    _to_stdout(sys.stdout.flush)


def _to_stdout(writes: Callable[[], None]) -> None:
    """Write to stdout; a reader that has seen enough (``| head``) does not change the exit code."""
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
    """Write files into a new or empty folder: beside its place first, so that they are there whole, or not at all.

    Raises:
        ConfigError: it cannot be written.
    """
    folder = folder.resolve()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        work = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}."))
    except OSError as error:
        raise ConfigError(message("cannot be written: {why}", why=reason(error)), folder) from error
    try:
        for name, text in files.items():
            (work / name).write_text(text, "utf-8", newline="\n")
        work.chmod(0o755)
        if folder.exists():  # an empty folder, perhaps the one that the person is in: it stays
            for name in files:
                (work / name).replace(folder / name)
            work.rmdir()
        else:
            work.rename(folder)
    except OSError as error:
        shutil.rmtree(work, ignore_errors=True)
        raise ConfigError(message("cannot be written: {why}", why=reason(error)), folder) from error
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise


def append(pieces: Iterable[str], output: Path) -> None:
    """Write behind what is there: the job summary of a build server, which is no file of the user's."""
    try:
        with output.open("a", encoding="utf-8") as file:
            file.writelines(pieces)
    except OSError as error:
        raise ConfigError(message("cannot be written: {why}", why=reason(error)), output) from error


def _write(pieces: Iterable[bytes], output: Path) -> None:
    output = output.resolve()  # a link stays a link
    try:
        if output.exists() and not output.is_file():  # a pipe, a device: there is nothing to keep whole
            with output.open("wb") as file:
                file.writelines(pieces)
            return
        handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(pieces)
            Path(name).chmod(output.stat().st_mode & 0o777 if output.exists() else 0o644)
            Path(name).replace(output)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ConfigError(message("cannot be written: {why}", why=reason(error)), output) from error
