"""The baseline file of a report: its path, and reading it."""

import os.path
from pathlib import Path

from disclosure_index.errors import ConfigError
from disclosure_index.files.named_files import is_inside, read_text, reason
from disclosure_index.messages import message
from disclosure_index.policy import Baseline
from disclosure_index.policy.baseline import read_baseline
from disclosure_index.project.paths import ALLOW

NAME = "disclosure-index-baseline.json"
"""Beside the project file; a baseline that is there is used."""


def beside(project_file: Path, *, allow_outside: bool = False) -> Path:
    """Return the path of a project's baseline, whether or not it exists.

    Raises:
        ConfigError: it is a link that leads out of the folder, and `allow_outside` does not allow that.
    """
    file = project_file.with_name(NAME)
    if not (allow_outside or is_inside(file, file.parent)):
        where = os.path.realpath(file)
        problem = message(
            "is a link to {where}, outside the project; copy that file, or give {allow}", where=where, allow=ALLOW
        )
        raise ConfigError(problem, file)
    return file


def load(file: Path) -> Baseline:
    """Read a baseline file.

    Raises:
        ConfigError: it is not there, cannot be read, or is no baseline.
    """
    try:
        return read_baseline(read_text(file), file.as_posix())
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(message("cannot be read: {why}", why=reason(error)), file) from error
