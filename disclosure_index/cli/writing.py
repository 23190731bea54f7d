"""Where output goes: stdout, or a file that is written whole or not at all."""

import os
import tempfile
from pathlib import Path

import click

from disclosure_index.config import ConfigError


def write(text: str, output: Path | None) -> None:
    """Write `text` to `output`, to stdout without one.

    Raises:
        ConfigError: the file cannot be written; what was there stays.
    """
    if output is None:
        click.echo(text, nl=False)
        return
    write_bytes(text.encode("utf-8"), output)


def write_bytes(data: bytes, output: Path) -> None:
    """Write `data` to `output`; raises as `write` does."""
    output = output.resolve()  # a link stays a link
    try:
        if output.exists() and not output.is_file():  # a pipe, a device: there is nothing to keep whole
            output.write_bytes(data)
            return
        handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).chmod(output.stat().st_mode & 0o777 if output.exists() else 0o644)
            Path(name).replace(output)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ConfigError(f"{output}: error: cannot be written: {error.strerror or error}") from error
