"""Where the baseline of a report is, and how it is read."""

from pathlib import Path

from disclosure_index.errors import ConfigError
from disclosure_index.policy import Baseline
from disclosure_index.policy.baseline import BaselineError, read_baseline

NAME = "disclosure-index-baseline.json"
"""Beside the project file; a baseline that is there is used."""


def beside(project_file: Path) -> Path:
    """Give the place of a project's baseline, whether or not there is one."""
    return project_file.with_name(NAME)


def load(file: Path) -> Baseline:
    """Read a baseline file.

    Raises:
        ConfigError: it is not there, cannot be read, or is no baseline.
    """
    try:
        return read_baseline(file.read_text("utf-8"), file.as_posix())
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ConfigError(f"{file}: error: cannot be read: {reason}") from error
    except BaselineError as error:
        raise ConfigError(str(error)) from error
