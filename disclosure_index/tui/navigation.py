"""Going from one view to another, to a place in it."""

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


class Group(NamedTuple):
    """A framework, or (`group`) one of its groups."""

    framework: str
    group: str = ""


Goal = str | Location | Group | None
"""What is looked at in a view: a disclosure by its uid, a place in a file, a group; None stays where one was."""


class GoTo(Message):
    """Somebody wants to see something in another view."""

    def __init__(self, view: View, goal: Goal = None) -> None:
        super().__init__()
        self.view, self.goal = view, goal


class LeaveView(Message):
    """Somebody wants to go back to the view that one came from."""


class LanguageChanged(Message, bubble=False):
    """The app speaks another language now."""
