"""The table of actions, from which bindings, footer, command palette, help screen and reference page are made.

An action is carried out by the method ``action_<id>`` of the class for its place.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from textual.binding import Binding

from disclosure_index.messages import label
from disclosure_index.model import Message


class Place(StrEnum):
    """The place that an action applies in."""

    APP = "app"
    PANED = "paned"  # every view with panes
    VIEW = "view"  # every view but the first
    SOURCE = "source"  # every view of the report
    EDITED = "edited"  # every view of something in a file
    TAGS = "tags"  # every view with tags in it
    DISCLOSURE = "disclosure"  # every view with a disclosure under the cursor
    BROWSE = "browse"
    REPORT = "report"
    GAPS = "gaps"
    FINDINGS = "findings"
    SORTED = "sorted"  # every view whose list can be sorted
    ROWS = "rows"  # every list that has a cursor
    OUTLINE = "outline"
    FORM = "form"  # every screen that asks for input
    PICK = "pick"  # a form that asks for one of many
    SEVERAL = "several"  # a form that accepts several of them
    TEXTUAL = "textual"  # Textual's own bindings
    WAITING = "waiting"
    READING = "reading"  # every screen without input


class Kind(StrEnum):
    """The purpose of an action."""

    MOVING = "moving"
    FINDING = "finding"
    DOING = "doing"
    SHOWING = "showing"


HEADINGS = {
    Kind.MOVING: label("heading", "Navigate"),
    Kind.FINDING: label("heading", "Find"),
    Kind.DOING: label("heading", "Edit"),
    Kind.SHOWING: label("heading", "View"),
}
"""The headings of the kinds, on the help screen."""


PLACES = {
    Place.APP: label("place of keys", "everywhere"),
    Place.TEXTUAL: label("place of keys", "everywhere"),
    Place.ROWS: label("place of keys", "lists"),
    Place.PANED: label("place of keys", "panes"),
    Place.OUTLINE: label("place of keys", "panes"),
    Place.FORM: label("place of keys", "forms"),
    Place.PICK: label("place of keys", "choosing"),
    Place.SEVERAL: label("place of keys", "choosing a disclosure"),
    Place.READING: label("place of keys", "help, changes, waiting"),
    Place.WAITING: label("place of keys", "waiting"),
    Place.SOURCE: label("place of keys", "every view"),
    Place.EDITED: label("place of keys", "every view, waiting"),
    Place.TAGS: label("place of keys", "disclosures, report, gaps"),
    Place.DISCLOSURE: label("place of keys", "disclosures, gaps"),
    Place.BROWSE: label("place of keys", "disclosures"),
    Place.REPORT: label("place of keys", "report"),
    Place.GAPS: label("place of keys", "gaps"),
    Place.FINDINGS: label("place of keys", "findings"),
    Place.SORTED: label("place of keys", "disclosures, findings"),
    Place.VIEW: label("place of keys", "report, gaps, findings, coverage"),
}
"""The names of places, as the views have them at the top of the screen."""


class Action(NamedTuple):
    """An action. `id` names the action, its binding and its key in the keymap; `footer`: whether the footer shows it.

    `word` is its text in the footer, `help` its text in the palette and on the help screen.
    """

    id: str
    keys: str
    place: Place
    kind: Kind
    word: Message
    help: Message
    footer: bool = False
    priority: bool = False

    @property
    def method(self) -> str:
        """The name of its method in Textual."""
        return self.id.replace("-", "_")


# fmt: off
ACTIONS = (
    Action("accept", "a", Place.TAGS, Kind.DOING, label("key", "accept"),
           label("action", "tag the selected passage, or the first suggestion, with this disclosure"),
           footer=True),
    Action("explain", "x", Place.DISCLOSURE, Kind.DOING, label("key", "explain"),
           label("action", "explain why this disclosure is not reported"), footer=True),
    Action("tag", "t", Place.DISCLOSURE, Kind.DOING, label("key", "tag"),
           label("action", "choose a passage and tag it with this disclosure"), footer=True),
    Action("tag-other", "T", Place.DISCLOSURE, Kind.DOING, label("key", "tag other"),
           label("action", "tag the selected passage with another disclosure")),
    Action("tag-alongside", "A", Place.APP, Kind.DOING, label("key", "tag along"),
           label("action", "tag the twin of the passage tagged last, and related disclosures, too")),
    Action("untag", "d,delete", Place.TAGS, Kind.DOING, label("key", "untag"),
           label("action", "remove the selected tag or omission")),
    Action("select", "space", Place.DISCLOSURE, Kind.DOING, label("key", "select"),
           label("action", "select disclosures to act on together; in the detail, tick or untick the datapoint")),
    Action("select-down", "J,shift+down", Place.DISCLOSURE, Kind.DOING, label("key", "select down"),
           label("action", "select this disclosure and the next ones, one more with each press")),
    Action("select-up", "K,shift+up", Place.DISCLOSURE, Kind.DOING, label("key", "select up"),
           label("action", "select this disclosure and the ones before, one more with each press")),
    Action("review", "r", Place.TAGS, Kind.DOING, label("key", "review"),
           label("action", "mark as reviewed, or remove the mark")),
    Action("owner", "w", Place.DISCLOSURE, Kind.DOING, label("key", "owner"),
           label("action", "assign an owner and a due date to this disclosure")),
    Action("accept-place", "a", Place.WAITING, Kind.DOING, label("key", "accept"),
           label("action", "place the statement at the selected text, accept its changed text, or confirm the guess"),
           footer=True),
    Action("choose-place", "t", Place.WAITING, Kind.DOING, label("key", "choose"),
           label("action", "choose another passage for the statement"), footer=True),
    Action("drop", "d,delete", Place.WAITING, Kind.DOING, label("key", "drop"),
           label("action", "remove the statement from what waits, without placing it"), footer=True),
    Action("undo", "u", Place.APP, Kind.DOING, label("key", "undo"),
           label("action", "undo the last change, in the files too"), footer=True),
    Action("redo", "ctrl+r", Place.APP, Kind.DOING, label("key", "redo"),
           label("action", "redo the change last undone")),
    Action("difference", "v", Place.APP, Kind.SHOWING, label("key", "changes"),
           label("action", "show what the last change did to the files")),
    Action("open-editor", "e", Place.EDITED, Kind.DOING, label("key", "editor"),
           label("action", "open the source in your editor at this line and column")),
    Action("export", "E", Place.SOURCE, Kind.SHOWING, label("key", "export"),
           label("action", "export this view, with its filters, as a workbook or Markdown")),
    Action("copy", "y", Place.TAGS, Kind.DOING, label("key", "copy"),
           label("action", "copy the attribute that tags an element with this disclosure")),
    Action("gaps-only", "m", Place.BROWSE, Kind.FINDING, label("key", "gaps"),
           label("action", "show gaps only, or everything"), footer=True),
    Action("obligation", "o", Place.BROWSE, Kind.FINDING, label("key", "obligation"),
           label("action", "show all, mandatory only, or mandatory and comply-or-explain")),
    Action("filter", "f", Place.BROWSE, Kind.FINDING, label("key", "filter"),
           label("action", "set all filters in a form"), footer=True),
    Action("clear-filter", "F", Place.BROWSE, Kind.FINDING, label("key", "all"),
           label("action", "clear all filters")),
    Action("search", "slash", Place.BROWSE, Kind.FINDING, label("key", "search"),
           label("action", "search codes, titles and tagged text as you type"), footer=True),
    Action("next-match", "n", Place.BROWSE, Kind.FINDING, label("key", "next"),
           label("action", "go to the next match")),
    Action("previous-match", "N", Place.BROWSE, Kind.FINDING, label("key", "previous"),
           label("action", "go to the previous match")),
    Action("leave", "escape", Place.BROWSE, Kind.FINDING, label("key", "leave"),
           label("action", "leave the search, or clear the filters")),
    Action("tag-passage", "t", Place.REPORT, Kind.DOING, label("key", "tag"),
           label("action", "choose a disclosure and tag the passage with it"), footer=True),
    Action("suggest", "s", Place.REPORT, Kind.FINDING, label("key", "suggest"),
           label("action", "find disclosures that the passage may answer"), footer=True),
    Action("search-passages", "slash", Place.REPORT, Kind.FINDING, label("key", "search"),
           label("action", "search the report's text and go to a passage"), footer=True),
    Action("next-untagged", "right_square_bracket", Place.REPORT, Kind.MOVING, label("key", "next untagged"),
           label("action", "go to the next untagged passage")),
    Action("previous-untagged", "left_square_bracket", Place.REPORT, Kind.MOVING, label("key", "previous untagged"),
           label("action", "go to the previous untagged passage")),
    Action("other-document", "o", Place.REPORT, Kind.SHOWING, label("key", "language version"),
           label("action", "switch to the next document of the report, at the same place")),
    Action("group", "o", Place.GAPS, Kind.FINDING, label("key", "group"),
           label("action", "group by obligation, framework, section or owner"), footer=True),
    Action("next-group", "right_square_bracket", Place.GAPS, Kind.MOVING, label("key", "next group"),
           label("action", "go to the next group")),
    Action("severity", "m", Place.FINDINGS, Kind.FINDING, label("key", "severity"),
           label("action", "show all findings, errors only, or errors and warnings"), footer=True),
    Action("suppress", "x", Place.FINDINGS, Kind.DOING, label("key", "suppress"),
           label("action", "accept the finding at its element until a day, with a reason and an owner"), footer=True),
    Action("this-rule", "f", Place.FINDINGS, Kind.FINDING, label("key", "this rule"),
           label("action", "show only this rule's findings, or all"), footer=True),
    Action("next-gap", "right_square_bracket", Place.BROWSE, Kind.MOVING, label("key", "next gap"),
           label("action", "go to the next gap")),
    Action("previous-gap", "left_square_bracket", Place.BROWSE, Kind.MOVING, label("key", "previous gap"),
           label("action", "go to the previous gap")),
    Action("back", "ctrl+o,backspace", Place.BROWSE, Kind.MOVING, label("key", "back"),
           label("action", "go back to where you were")),
    Action("forward", "ctrl+f", Place.BROWSE, Kind.MOVING, label("key", "forward"),
           label("action", "go forward")),
    Action("jump", "semicolon", Place.PANED, Kind.MOVING, label("key", "jump"),
           label("action", "show a letter beside each item in view; press one to go there")),
    Action("pane-left", "h,left", Place.PANED, Kind.MOVING, label("key", "left"),
           label("action", "go to the pane on the left")),
    Action("pane-right", "l,right", Place.PANED, Kind.MOVING, label("key", "right"),
           label("action", "go to the pane on the right")),
    Action("pane-smaller", "less_than_sign", Place.PANED, Kind.SHOWING, label("key", "smaller pane"),
           label("action", "make the pane smaller; its border can be dragged, too")),
    Action("pane-larger", "greater_than_sign", Place.PANED, Kind.SHOWING, label("key", "larger pane"),
           label("action", "make the pane larger")),
    Action("sort", "S", Place.SORTED, Kind.SHOWING, label("key", "sort"),
           label("action", "sort by the next column, or by none; a click on a head sorts, too")),
    Action("view-browse", "1", Place.APP, Kind.SHOWING, label("view", "disclosures"),
           label("action", "show the disclosures")),
    Action("view-report", "2", Place.APP, Kind.SHOWING, label("view", "report"),
           label("action", "show the report, passage by passage")),
    Action("view-gaps", "3", Place.APP, Kind.SHOWING, label("view", "gaps"),
           label("action", "show the gaps, most severe first")),
    Action("view-findings", "4", Place.APP, Kind.SHOWING, label("view", "findings"),
           label("action", "show the findings")),
    Action("view-overview", "5", Place.APP, Kind.SHOWING, label("view", "coverage"),
           label("action", "show the coverage of each framework")),
    Action("waiting", "6", Place.APP, Kind.SHOWING, label("key", "waiting"),
           label("action", "decide what waits for a person: statements to place, guesses to confirm, lost reviews")),
    Action("leave-view", "escape,ctrl+o,backspace", Place.VIEW, Kind.MOVING, label("view", "back"),
           label("action", "go back to the previous view"), footer=True),
    Action("cursor-down", "j,down", Place.ROWS, Kind.MOVING, label("key", "down"),
           label("action", "go down")),
    Action("cursor-up", "k,up", Place.ROWS, Kind.MOVING, label("key", "up"),
           label("action", "go up")),
    Action("page-down", "ctrl+d,pagedown", Place.ROWS, Kind.MOVING, label("key", "page down"),
           label("action", "go down one page")),
    Action("page-up", "ctrl+u,pageup", Place.ROWS, Kind.MOVING, label("key", "page up"),
           label("action", "go up one page")),
    Action("first", "g,home", Place.ROWS, Kind.MOVING, label("key", "top"),
           label("action", "go to the top")),
    Action("last", "G,end", Place.ROWS, Kind.MOVING, label("key", "bottom"),
           label("action", "go to the bottom")),
    Action("choose", "enter", Place.ROWS, Kind.MOVING, label("key", "open"),
           label("action", "open the selected item; expand or collapse a branch")),
    Action("pick-next", "down", Place.PICK, Kind.MOVING, label("key", "down"),
           label("action", "go down while typing")),
    Action("pick-previous", "up", Place.PICK, Kind.MOVING, label("key", "up"),
           label("action", "go up while typing")),
    Action("tick", "tab", Place.SEVERAL, Kind.DOING, label("key", "take too"),
           label("action", "tick a disclosure, or untick it, while typing: all that are ticked are tagged"),
           footer=True, priority=True),
    Action("command-palette", "ctrl+p", Place.TEXTUAL, Kind.SHOWING, label("key", "commands"),
           label("action", "search all commands")),
    Action("theme", "", Place.TEXTUAL, Kind.SHOWING, label("key", "theme"),
           label("action", "choose a colour theme")),
    Action("reload", "f5", Place.APP, Kind.SHOWING, label("key", "reload"),
           label("action", "reload all files")),
    Action("language", "L", Place.APP, Kind.SHOWING, label("key", "language"),
           label("action", "switch to the next language: English, simplified Chinese, traditional Chinese")),
    Action("help", "question_mark,f1", Place.APP, Kind.SHOWING, label("key", "help"),
           label("action", "show every key"), footer=True),
    Action("quit", "q", Place.APP, Kind.SHOWING, label("key", "quit"),
           label("action", "save this position and quit"), footer=True),
    Action("save", "ctrl+s", Place.FORM, Kind.DOING, label("key", "save"),
           label("action", "save what was entered"), footer=True, priority=True),
    Action("cancel", "escape", Place.FORM, Kind.DOING, label("key", "cancel"),
           label("action", "discard what was entered"), footer=True),
    Action("close", "escape,q", Place.READING, Kind.SHOWING, label("key", "close"),
           label("action", "go back"), footer=True),
)
# fmt: on

CHANGING = frozenset(
    a.method for a in ACTIONS if a.kind is Kind.DOING and a.place not in (Place.FORM, Place.SEVERAL, Place.READING)
)
"""The methods of the actions that change the report, or start a change."""


def bindings(*places: Place) -> list[Binding]:
    """Return the bindings of the actions that apply in these places; their texts are rendered where they are shown."""
    return [
        Binding(a.keys, a.method, a.id, show=a.footer, id=a.id, priority=a.priority)
        for a in ACTIONS
        if a.place in places
    ]


def of_kind(kind: Kind) -> Iterable[Action]:
    """Return the actions of a kind, in the order of the table."""
    return (action for action in ACTIONS if action.kind == kind)
