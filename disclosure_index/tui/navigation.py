"""Navigation from one view to another, to a place in it."""

from enum import StrEnum
from typing import NamedTuple

from textual.message import Message

from disclosure_index.model import Location


class View(StrEnum):
    """The views of a report; each is a screen that stays as it was left."""

    BROWSE = "browse"
    REPORT = "report"
    GAPS = "gaps"
    FINDINGS = "findings"
    OVERVIEW = "overview"


class GroupGoal(NamedTuple):
    """A framework, or (`group`) one of its groups."""

    framework: str
    group: str = ""


Goal = str | Location | GroupGoal | None
"""The goal of a view: a disclosure by its uid, a place in a file, a group; None keeps the cursor where it is."""


class GoTo(Message):
    """Ask to show something in another view."""

    def __init__(self, view: View, goal: Goal = None) -> None:
        super().__init__()
        self.view, self.goal = view, goal


class LeaveView(Message):
    """Ask to go back to the previous view."""


class LanguageChanged(Message, bubble=False):
    """The language of the app has changed."""
