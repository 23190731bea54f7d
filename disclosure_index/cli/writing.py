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
    output = output.resolve()  # a link stays a link
    try:
        if output.exists() and not output.is_file():  # a pipe, a device: there is nothing to keep whole
            output.write_text(text, "utf-8", newline="")
            return
        handle, name = tempfile.mkstemp(dir=output.parent, prefix=f".{output.name}.")
        try:
            with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
                file.write(text)
            Path(name).chmod(output.stat().st_mode & 0o777 if output.exists() else 0o644)
            Path(name).replace(output)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise ConfigError(f"{output}: error: cannot be written: {error.strerror or error}") from error
