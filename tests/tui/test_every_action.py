"""Every action in the table does what it says, by its own key, in the running app; none is without a proof."""

import subprocess
import sys
from collections.abc import Awaitable, Callable

import pytest

from disclosure_index.tui.actions import ACTIONS
from disclosure_index.tui.detail.targets import Answer
from tests.tui import test_alongside, test_mouse, test_report, test_views, test_waiting
from tests.tui import test_export_tables as test_exporting
from tests.tui.conftest import Session

Proof = Callable[[Session, Callable[[], Awaitable[None]]], Awaitable[None]]
PROOFS: dict[str, Proof] = {}
FIRST_KEY = {action.id: action.keys.split(",")[0] for action in ACTIONS}
ELSEWHERE = {
    "tag-passage": (test_report, "test_a_passage_is_found_tagged_and_untagged"),
    "search-passages": (test_report, "test_a_passage_is_found_tagged_and_untagged"),
    "suggest": (test_report, "test_what_a_passage_may_answer_is_told_when_asked_for"),
    "next-untagged": (test_report, "test_next_untagged_passage"),
    "previous-untagged": (test_report, "test_next_untagged_passage"),
    "other-document": (test_report, "test_the_other_language_version_at_the_same_place"),
    "view-report": (test_report, "test_to_a_disclosure_and_back_to_the_passage"),
    "leave-view": (test_report, "test_to_a_disclosure_and_back_to_the_passage"),
    "group": (test_views, "test_gaps_in_groups_the_worst_first"),
    "next-group": (test_views, "test_a_gap_is_closed_where_it_is_listed"),
    "view-gaps": (test_views, "test_gaps_in_groups_the_worst_first"),
    "severity": (test_views, "test_findings_with_the_doc_of_their_rules"),
    "this-rule": (test_views, "test_findings_with_the_doc_of_their_rules"),
    "suppress": (test_views, "test_a_finding_is_accepted_at_its_element_and_taken_back"),
    "view-findings": (test_views, "test_findings_with_the_doc_of_their_rules"),
    "export": (test_exporting, "test_the_filtered_disclosures_as_markdown"),
    "accept-place": (test_waiting, "test_a_statement_is_placed_at_a_candidate_and_taken_back"),
    "choose-place": (test_waiting, "test_a_statement_without_a_place_is_put_at_a_passage_that_is_chosen"),
    "drop": (test_waiting, "test_a_statement_is_dropped_and_the_document_stays"),
    "sort": (test_mouse, "test_a_key_sorts_by_one_column_after_the_other"),
    "pane-smaller": (test_mouse, "test_keys_resize_and_never_to_nothing"),
    "pane-larger": (test_mouse, "test_keys_resize_and_never_to_nothing"),
    "tag-alongside": (test_alongside, "test_the_twin_and_related_disclosures_are_tagged_in_one_step"),
    "view-overview": (test_views, "test_coverage_as_strips_leads_to_the_group"),
}
"""Proofs that stand with what they are of: the module, and the test that presses the key."""
TO_A13 = ("m", "j", "j", "j", "j")


def proves(*ids: str) -> Callable[[Proof], Proof]:
    """Keep a proof: it plays a script, in which `press` is the key of the action."""

    def keep(proof: Proof) -> Proof:
        PROOFS.update(dict.fromkeys(ids, proof))
        return proof

    return keep


def test_no_action_lacks_a_proof():
    assert sorted({*PROOFS, *ELSEWHERE}) == sorted(action.id for action in ACTIONS)
    assert [name for module, name in ELSEWHERE.values() if not hasattr(module, name)] == []


async def to(session, code):
    """Go to a disclosure."""
    await session.press("slash")
    await session.type(code)
    await session.press("enter")
    assert session.code == code


def target(session):
    """Give what is under the cursor in the detail."""
    return session.app.screen.panes.detail.current


# --- doing ---


@proves("accept")
async def accept(session, press):
    await session.press(*TO_A13)
    await press()
    assert '<tr id="kpi-hazardous-waste" data-disclosure="hkex-esg:A1.3">' in session.source.read_text("utf-8")


@proves("explain")
async def explain(session, press):
    await session.press("m", "G")
    await press()
    await session.press("space", "tab")
    await session.type("x")
    await session.press("ctrl+s")
    assert 'data-omission="hkex-esg:B6.1" data-reason="not-material">x</p>' in session.source.read_text("utf-8")


@proves("tag")
async def tag(session, press):
    await session.press(*TO_A13)
    await press()
    await session.type("2,008")
    await session.press("enter")
    assert "A1.3" not in session.codes


@proves("tag-other")
async def tag_other(session, press):
    await to(session, "A1.2")
    await session.press("l", "G")
    while not isinstance(target(session), Answer):
        await session.press("k")
    before = session.source.read_text("utf-8").count("gri:308-2")
    await press()
    await session.type("gri:308-2")
    await session.press("enter")
    assert session.source.read_text("utf-8").count("gri:308-2") == before + 1


@proves("untag")
async def untag(session, press):
    await to(session, "A2.5")
    answered = "hkex-esg:A2.5" in session.source.read_text("utf-8")
    await press()
    assert answered
    assert "hkex-esg:A2.5" not in session.source.read_text("utf-8")


@proves("select")
async def select(session, press):
    await to(session, "B1.2")
    await session.press("l", "g")
    first = target(session)
    assert first.answered
    await press()
    assert not target(session).answered
    assert "hkex-esg:B1.2#" in session.source.read_text("utf-8")
    await press()
    assert target(session) == first


@proves("review")
async def review(session, press):
    await to(session, "A2.5")
    await press()
    assert session.app.screen.row.reviewed
    assert 'data-reviewed="hkex-esg:A2.5"' in session.source.read_text("utf-8")


@proves("owner")
async def owner(session, press):
    await press()
    await session.type("陈")
    await session.press("ctrl+s")
    assert "owners" in session.source.with_name("disclosure-index.toml").read_text("utf-8")
    assert session.app.screen.row.owner == "陈"


@proves("undo", "redo")
async def undo_and_redo(session, press):
    before = session.source.read_bytes()
    await to(session, "A2.5")
    await session.press("d")
    after = session.source.read_bytes()
    assert after != before
    await session.press(FIRST_KEY["undo"])
    assert session.source.read_bytes() == before
    await session.press(FIRST_KEY["redo"])
    assert session.source.read_bytes() == after


@proves("save")
async def save(session, press):
    await session.press("w", "x")
    await press()
    assert session.app.screen.row.owner == "x"


@proves("cancel")
async def cancel(session, press):
    await session.press("w", "x")
    await press()
    assert session.app.screen.row.owner == ""


# --- showing ---


@proves("difference", "close")
async def difference(session, press):
    await to(session, "A2.5")
    await session.press("d", FIRST_KEY["difference"])
    assert "--- " in session.seen
    await session.press(FIRST_KEY["close"])
    assert session.code == "A2.5"


@proves("open-editor")
async def open_editor(session, press):
    """A real editor, of one line: it writes down where it was opened, as the app cannot be seen meanwhile."""
    script = session.source.with_name("editor.py")
    script.write_text("import sys\nopen(sys.argv[1], 'w').write(' '.join(sys.argv[2:]))\n", "utf-8")
    opened = session.source.with_name("opened")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VISUAL", f"{sys.executable} {script} {opened}")
        patch.setattr(type(session.app), "suspend", lambda _: subprocess.Popen(["true"]))  # the pilot has no terminal
        await to(session, "A2.5")
        await press()
    line = session.app.screen.row.links[0].statement.span.location.line
    assert opened.read_text("utf-8") == f"+{line} {session.source}"


@proves("copy")
async def copy(session, press):
    await to(session, "A1.3")
    await press()
    assert session.app.clipboard == 'data-disclosure="hkex-esg:A1.3"'
    assert any('data-disclosure="hkex-esg:A1.3"' in text for text in session.told)


@proves("jump")
async def jump(session, press):
    """Small letters for the rows in sight, capitals in turn for the tree and for what the detail can act on."""
    third = session.codes[2]
    await press()
    assert "Press a letter" in session.seen
    await session.press("d")
    assert session.code == third
    await press()
    await session.press("escape")
    assert session.code == third
    await press()
    await session.press("A")
    assert session.app.screen.panes.at == "outline"
    await press()
    await session.press("S")
    assert session.app.screen.panes.at == "detail"
    assert target(session) is not None


@proves("command-palette")
async def command_palette(session, press):
    await press()
    await session.see("tag the selected passage")


@proves("theme")
async def theme(session, press):
    """Has no key: it is in the palette."""
    await session.press("ctrl+p")
    await session.type("theme")
    await session.press("enter")
    await session.type("high-contrast")
    await session.press("enter")
    assert session.app.theme == "high-contrast"


@proves("view-browse")
async def view_browse(session, press):
    await session.press("2")
    assert session.app.screen.name == "report"
    await press()
    assert session.app.screen.name == "browse"


@proves("reload")
async def reload(session, press):
    text = session.source.read_text("utf-8").replace("hkex-esg:A2.5", "")
    session.source.write_text(text, "utf-8")
    await press()
    assert "9 open" in session.seen


@proves("language")
async def language(session, press):
    await press()
    assert session.app.language == "zh-Hans"
    assert "缺失" in session.seen


@proves("help")
async def help_(session, press):
    await press()
    assert "go to the next gap" in session.seen


@proves("waiting")
async def waiting(session, press):
    await press()
    assert "Nothing waits for you" in session.seen or "To confirm" in session.seen


@proves("quit")
async def quit_(session, press):
    await session.pilot.press(FIRST_KEY["quit"])
    await session.until(lambda: session.app._exit, "it has not left")


# --- finding ---


@proves("gaps-only")
async def gaps_only(session, press):
    await press()
    assert len(session.codes) == 8


@proves("obligation")
async def obligation(session, press):
    await press()
    assert {row.obligation for row in session.app.screen.rows.items} == {"mandatory"}


@proves("filter")
async def filter_(session, press):
    await press()
    await session.press("space", "ctrl+s")
    assert len(session.codes) == 8


@proves("clear-filter")
async def clear_filter(session, press):
    every = len(session.codes)
    await session.press("m")
    await press()
    assert len(session.codes) == every


@proves("search")
async def search(session, press):
    await press()
    await session.type("耗水量及")
    assert session.code == "A2.2"


@proves("next-match", "previous-match")
async def matches(session, press):
    await session.press("slash")
    await session.type("305")
    await session.press("enter")
    first = session.code
    await session.press(FIRST_KEY["next-match"])
    assert session.code != first
    await session.press(FIRST_KEY["previous-match"])
    assert session.code == first


@proves("leave")
async def leave(session, press):
    await session.press("m")
    await press()
    assert len(session.codes) > 400


# --- moving ---


@proves("next-gap", "previous-gap")
async def gaps(session, press):
    await session.press(FIRST_KEY["next-gap"])
    assert session.code == "14"
    await session.press(FIRST_KEY["previous-gap"])
    assert session.code == "13"


@proves("back", "forward")
async def back_and_forward(session, press):
    await to(session, "A2.5")
    await to(session, "B6.1")
    await session.press(FIRST_KEY["back"])
    assert session.code == "A2.5"
    await session.press(FIRST_KEY["forward"])
    assert session.code == "B6.1"


@proves("pane-left", "pane-right")
async def panes(session, press):
    await session.press(FIRST_KEY["pane-left"])
    assert session.app.focused.id == "outline"
    await session.press(FIRST_KEY["pane-right"], FIRST_KEY["pane-right"])
    assert session.app.focused.id == "detail"


@proves("cursor-down", "cursor-up", "page-down", "page-up", "first", "last")
async def cursor(session, press):
    rows = session.app.screen.rows
    for id, fits in (
        ("cursor-down", lambda: rows.cursor == 1),
        ("cursor-up", lambda: rows.cursor == 0),
        ("page-down", lambda: 20 < rows.cursor < 60),
        ("page-up", lambda: rows.cursor == 0),
        ("last", lambda: rows.cursor == len(rows.items) - 1),
        ("first", lambda: rows.cursor == 0),
    ):
        await session.press(FIRST_KEY[id])
        assert fits(), id


@proves("choose")
async def choose(session, press):
    await press()
    assert session.app.focused.id == "detail"
    await session.press("h", "h", "j")
    lines = len(session.app.screen.outline.items)
    await press()
    assert len(session.app.screen.outline.items) < lines


@proves("pick-next", "pick-previous")
async def pick(session, press):
    await session.press("t", FIRST_KEY["pick-next"], FIRST_KEY["pick-next"], FIRST_KEY["pick-previous"])
    assert session.app.screen.query_one("Rows").cursor == 1


@pytest.mark.parametrize("id", sorted(PROOFS))
@pytest.mark.sampled(3)
def test_action(id, browse, report):
    async def script(session):
        session.source = report("alibaba-2024") / "report.xhtml"
        await PROOFS[id](session, lambda: session.press(FIRST_KEY[id]))

    browse(script)
