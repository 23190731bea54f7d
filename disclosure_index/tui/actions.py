"""The table of actions: bindings, footer, command palette, help screen and the reference page are made from it.

What an action does stands in the method ``action_<id>`` of the place it applies in. How it is said stands in
``words.actions``, as ``action-<id>`` for the help and the palette, and ``key-<id>`` for the footer.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from textual.binding import Binding


class Place(StrEnum):
    """Where an action applies."""

    APP = "app"
    PANED = "paned"  # every view with panes
    VIEW = "view"  # every view but the first
    SOURCE = "source"  # every view of the report
    TAGS = "tags"  # every view with tags in it
    DISCLOSURE = "disclosure"  # every view in which a disclosure is looked at
    BROWSE = "browse"
    REPORT = "report"
    GAPS = "gaps"
    FINDINGS = "findings"
    ROWS = "rows"  # every list that has a cursor
    OUTLINE = "outline"
    FORM = "form"  # every screen that asks for something
    PICK = "pick"  # one that asks for one of many
    TEXTUAL = "textual"  # what Textual does by itself
    READING = "reading"  # every screen that only shows something


class Kind(StrEnum):
    """What an action is for: the headings of the help screen."""

    MOVING = "moving"
    FINDING = "finding"
    DOING = "doing"
    SHOWING = "showing"


class Action(NamedTuple):
    """`id` is the name of the action, of its binding and in the user's keymap. `footer`: the footer shows its key."""

    id: str
    keys: str
    place: Place
    kind: Kind
    footer: bool = False
    priority: bool = False

    @property
    def method(self) -> str:
        """The name that Textual finds its method by."""
        return self.id.replace("-", "_")


ACTIONS = (
    Action("accept", "a", Place.TAGS, Kind.DOING, footer=True),
    Action("explain", "x", Place.DISCLOSURE, Kind.DOING, footer=True),
    Action("tag", "t", Place.DISCLOSURE, Kind.DOING, footer=True),
    Action("tag-other", "T", Place.DISCLOSURE, Kind.DOING),
    Action("untag", "d,delete", Place.TAGS, Kind.DOING),
    Action("datapoint", "space", Place.DISCLOSURE, Kind.DOING),
    Action("review", "r", Place.TAGS, Kind.DOING),
    Action("owner", "w", Place.DISCLOSURE, Kind.DOING),
    Action("undo", "u", Place.APP, Kind.DOING, footer=True),
    Action("redo", "ctrl+r", Place.APP, Kind.DOING),
    Action("difference", "v", Place.APP, Kind.SHOWING),
    Action("open-editor", "e", Place.SOURCE, Kind.DOING),
    Action("export", "E", Place.SOURCE, Kind.SHOWING),
    Action("copy", "y", Place.TAGS, Kind.DOING),
    Action("gaps-only", "m", Place.BROWSE, Kind.FINDING, footer=True),
    Action("obligation", "o", Place.BROWSE, Kind.FINDING),
    Action("filter", "f", Place.BROWSE, Kind.FINDING, footer=True),
    Action("clear-filter", "F", Place.BROWSE, Kind.FINDING),
    Action("search", "slash", Place.BROWSE, Kind.FINDING, footer=True),
    Action("next-match", "n", Place.BROWSE, Kind.FINDING),
    Action("previous-match", "N", Place.BROWSE, Kind.FINDING),
    Action("leave", "escape", Place.BROWSE, Kind.FINDING),
    Action("tag-passage", "t", Place.REPORT, Kind.DOING, footer=True),
    Action("suggest", "s", Place.REPORT, Kind.FINDING, footer=True),
    Action("search-passages", "slash", Place.REPORT, Kind.FINDING, footer=True),
    Action("next-untagged", "right_square_bracket", Place.REPORT, Kind.MOVING),
    Action("previous-untagged", "left_square_bracket", Place.REPORT, Kind.MOVING),
    Action("other-document", "o", Place.REPORT, Kind.SHOWING),
    Action("group", "o", Place.GAPS, Kind.FINDING, footer=True),
    Action("next-group", "right_square_bracket", Place.GAPS, Kind.MOVING),
    Action("severity", "m", Place.FINDINGS, Kind.FINDING, footer=True),
    Action("this-rule", "f", Place.FINDINGS, Kind.FINDING, footer=True),
    Action("next-gap", "right_square_bracket", Place.BROWSE, Kind.MOVING),
    Action("previous-gap", "left_square_bracket", Place.BROWSE, Kind.MOVING),
    Action("back", "ctrl+o,backspace", Place.BROWSE, Kind.MOVING),
    Action("forward", "ctrl+f", Place.BROWSE, Kind.MOVING),
    Action("jump", "semicolon", Place.PANED, Kind.MOVING),
    Action("pane-left", "h,left", Place.PANED, Kind.MOVING),
    Action("pane-right", "l,right", Place.PANED, Kind.MOVING),
    Action("view-browse", "1", Place.APP, Kind.SHOWING),
    Action("view-report", "2", Place.APP, Kind.SHOWING),
    Action("view-gaps", "3", Place.APP, Kind.SHOWING),
    Action("view-findings", "4", Place.APP, Kind.SHOWING),
    Action("view-overview", "5", Place.APP, Kind.SHOWING),
    Action("leave-view", "escape,ctrl+o,backspace", Place.VIEW, Kind.MOVING, footer=True),
    Action("cursor-down", "j,down", Place.ROWS, Kind.MOVING),
    Action("cursor-up", "k,up", Place.ROWS, Kind.MOVING),
    Action("page-down", "ctrl+d,pagedown", Place.ROWS, Kind.MOVING),
    Action("page-up", "ctrl+u,pageup", Place.ROWS, Kind.MOVING),
    Action("first", "g,home", Place.ROWS, Kind.MOVING),
    Action("last", "G,end", Place.ROWS, Kind.MOVING),
    Action("choose", "enter", Place.ROWS, Kind.MOVING),
    Action("pick-next", "down", Place.PICK, Kind.MOVING),
    Action("pick-previous", "up", Place.PICK, Kind.MOVING),
    Action("command-palette", "ctrl+p", Place.TEXTUAL, Kind.SHOWING),
    Action("theme", "", Place.TEXTUAL, Kind.SHOWING),
    Action("reload", "f5", Place.APP, Kind.SHOWING),
    Action("language", "L", Place.APP, Kind.SHOWING),
    Action("help", "question_mark,f1", Place.APP, Kind.SHOWING, footer=True),
    Action("quit", "q", Place.APP, Kind.SHOWING, footer=True),
    Action("save", "ctrl+s", Place.FORM, Kind.DOING, footer=True, priority=True),
    Action("cancel", "escape", Place.FORM, Kind.DOING, footer=True),
    Action("close", "escape,q", Place.READING, Kind.SHOWING, footer=True),
)


def bindings(*places: Place) -> list[Binding]:
    """Give the bindings of the actions that apply in these places; their words are put in where they are shown."""
    return [
        Binding(a.keys, a.method, a.id, show=a.footer, id=a.id, priority=a.priority)
        for a in ACTIONS
        if a.place in places
    ]


def of_kind(kind: Kind) -> Iterable[Action]:
    """Give the actions of a kind, in the order of the table."""
    return (action for action in ACTIONS if action.kind == kind)
