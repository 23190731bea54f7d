"""The table of actions: complete, said in every language, and without two meanings of a key in one place."""

from collections import Counter

import pytest

from disclosure_index.messages import render
from disclosure_index.tui.actions import ACTIONS, HEADINGS, Kind, Place
from disclosure_index.tui.app import BrowseApp
from disclosure_index.tui.browse.screen import BrowseScreen
from disclosure_index.tui.findings.screen import FindingsScreen
from disclosure_index.tui.gaps.screen import GapsScreen
from disclosure_index.tui.overview.screen import OverviewScreen
from disclosure_index.tui.report.screen import ReportScreen
from disclosure_index.tui.screens.difference import DifferenceScreen
from disclosure_index.tui.screens.export import ExportScreen
from disclosure_index.tui.screens.filter import FilterScreen
from disclosure_index.tui.screens.help import HelpScreen
from disclosure_index.tui.screens.omission import OmissionScreen
from disclosure_index.tui.screens.owner import OwnerScreen
from disclosure_index.tui.screens.pick import PickScreen
from disclosure_index.tui.screens.waiting import WaitingScreen
from disclosure_index.tui.widgets.blocks import Blocks
from disclosure_index.tui.widgets.disclosure_panes import DisclosurePanes
from disclosure_index.tui.widgets.panes import Panes
from disclosure_index.tui.widgets.row_table import Rows

OWNERS = {
    Place.APP: (BrowseApp,),
    Place.TEXTUAL: (BrowseApp,),
    Place.SOURCE: (BrowseScreen, ReportScreen, GapsScreen, FindingsScreen, OverviewScreen),
    Place.PANED: (Panes,),
    Place.VIEW: (ReportScreen, GapsScreen, FindingsScreen, OverviewScreen),
    Place.TAGS: (DisclosurePanes, ReportScreen),
    Place.GAPS: (GapsScreen,),
    Place.FINDINGS: (FindingsScreen,),
    Place.REPORT: (ReportScreen,),
    Place.DISCLOSURE: (DisclosurePanes,),
    Place.BROWSE: (BrowseScreen,),
    Place.SORTED: (BrowseScreen, FindingsScreen),
    Place.ROWS: (Rows, Blocks),
    Place.FORM: (ExportScreen, FilterScreen, OmissionScreen, OwnerScreen, PickScreen),
    Place.PICK: (PickScreen,),
    Place.SEVERAL: (PickScreen,),
    Place.EDITED: (BrowseScreen, ReportScreen, GapsScreen, FindingsScreen, OverviewScreen, WaitingScreen),
    Place.WAITING: (WaitingScreen,),
    Place.READING: (HelpScreen, DifferenceScreen, WaitingScreen),
}
VIEW = (Place.APP, Place.SOURCE, Place.EDITED, Place.PANED, Place.ROWS)


def test_every_action_is_done_where_it_applies():
    for action in ACTIONS:
        for owner in OWNERS[action.place]:
            assert callable(getattr(owner, f"action_{action.method}", None)), (action.id, owner.__name__)


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant"])
def test_every_action_has_a_word_and_a_line_of_help_in_chinese(language):
    texts = [text for action in ACTIONS for text in (action.word, action.help)] + [HEADINGS[kind] for kind in Kind]
    assert [text for text in texts if render(text, language) == text] == []


def test_ids_are_unique():
    assert max(Counter(action.id for action in ACTIONS).values()) == 1


@pytest.mark.parametrize(
    "places",
    [
        (*VIEW, Place.DISCLOSURE, Place.TAGS, Place.BROWSE),
        (*VIEW, Place.VIEW, Place.TAGS, Place.REPORT),
        (*VIEW, Place.VIEW, Place.TAGS, Place.DISCLOSURE, Place.GAPS),
        (*VIEW, Place.VIEW, Place.FINDINGS),
        (Place.APP, Place.ROWS, Place.WAITING, Place.EDITED),
        (Place.FORM, Place.PICK, Place.SEVERAL),
    ],
    ids=str,
)
def test_a_key_means_one_thing(places):
    keys = Counter(key for a in ACTIONS if a.place in places for key in a.keys.split(",") if key)
    assert [key for key, count in keys.items() if count > 1] == []
