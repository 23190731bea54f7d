"""The workbench: a report as read, and the steps of its editing, each of which is written to the files.

It knows nothing of screens: the TUI shows a workbench and returns the next one.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from disclosure_index.workbench.changes import (
        accept,
        confirm,
        explain,
        insertion_points,
        mark_reviewed,
        project_guesses,
        reference_to,
        set_datapoints,
        set_due,
        set_owner,
        suppress,
        untag,
    )
    from disclosure_index.workbench.steps import InsertionPoint, Step
    from disclosure_index.workbench.workbench import (
        Workbench,
        caught_up,
        changed_outside,
        do,
        no_longer_readable,
        open_workbench,
        redo,
        reload,
        stamps_of,
        undo,
    )

_MODULES = ("workbench", "changes", "steps")

__all__ = [
    "InsertionPoint",
    "Step",
    "Workbench",
    "accept",
    "caught_up",
    "changed_outside",
    "confirm",
    "do",
    "explain",
    "insertion_points",
    "mark_reviewed",
    "no_longer_readable",
    "open_workbench",
    "project_guesses",
    "redo",
    "reference_to",
    "reload",
    "set_datapoints",
    "set_due",
    "set_owner",
    "stamps_of",
    "suppress",
    "undo",
    "untag",
]


def __getattr__(name: str) -> Any:
    """Import a name on first use: the first screen is painted before anything is read or changed."""
    if name in __all__:
        for module in _MODULES:
            found = importlib.import_module(f"{__name__}.{module}")
            if hasattr(found, name):
                return getattr(found, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
