"""The user's own folders, as defined by the XDG base directory specification."""

import os
from pathlib import Path

NAME = "disclosure-index"


def config_folder() -> Path:
    """Return the folder of the user's keymap and themes; it may not exist."""
    return _base("XDG_CONFIG_HOME", Path(".config")) / NAME


def state_folder() -> Path:
    """Return the folder of the saved state of each report; it may not exist."""
    return _base("XDG_STATE_HOME", Path(".local", "state")) / NAME


def _base(variable: str, otherwise: Path) -> Path:
    named = os.environ.get(variable, "")
    return Path(named) if Path(named).is_absolute() else Path.home() / otherwise  # a relative one is invalid
