"""The mouse on heads and borders, and the keys that do the same; both are there the next time."""

import pytest
from textual.events import MouseDown, MouseMove, MouseUp

from disclosure_index.tui.settings.saved_state import read_state
from disclosure_index.tui.settings.user_folders import state_folder
from tests.tui.conftest import SMALL, WIDE

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh-Hant"])


async def click_on_head(session, head):
    rows = session.app.screen.rows
    number = next(n for n, column in enumerate(rows._columns) if column.head == head)
    at = 1 + sum(width + 1 for width in rows._widths[:number])
    await session.pilot.click(rows, offset=(at, 0))
    await session.settle()


@pytest.mark.parametrize(
    ("language", "head", "up", "down"), [("en", "Code", "▲Code", "▼Code"), ("zh-Hant", "編號", "▲編號", "▼編號")]
)
def test_a_head_sorts_and_puts_back(browse, language, head, up, down):
    async def script(session):
        before, here = session.codes, session.code
        await click_on_head(session, head)
        assert up in session.seen
        assert session.codes[:3] == ["1", "2", "3"] or session.codes[0] < session.codes[-1]
        assert session.codes != before
        assert session.code == here  # the cursor stays on its disclosure
        ascending = session.codes
        await click_on_head(session, head)
        assert down in session.seen
        assert session.codes == list(reversed(ascending)) or session.codes[0] == ascending[-1]
        await click_on_head(session, head)
        assert session.codes == before

    browse(script, language=language)


def test_numbers_in_codes_are_sorted_as_numbers(browse):
    async def script(session):
        await click_on_head(session, "Code")
        codes = [code for code in session.codes if code.startswith("305-")]
        assert codes == sorted(codes, key=lambda code: int(code.partition("-")[2]))

    browse(script)


def test_a_key_sorts_by_one_column_after_the_other(browse):
    async def script(session):
        before = session.codes
        await session.press("S")
        assert "▲Status" in session.seen
        statuses = [row.status for row in session.app.screen.rows.items]
        assert statuses[0] == "missing"
        await session.press("S")
        assert "▲Code" in session.seen
        await session.press("m", "m")  # what is shown anew stays sorted
        assert "▲Code" in session.seen
        while session.codes != before:
            await session.press("S")
        assert "▲" not in session.seen

    browse(script)


def test_findings_are_sorted_too(browse):
    async def script(session):
        await session.press("4", "S", "S")
        rules = [finding.rule for finding in session.app.screen.rows.items]
        assert rules == sorted(rules)

    browse(script, "harbour-ferries-2025")


async def drag(session, start, end):
    app = session.app
    widget, _ = app.screen.get_widget_at(*start)
    common = {"delta_x": 0, "delta_y": 0, "button": 1, "shift": False, "meta": False, "ctrl": False}
    for kind, (x, y) in ((MouseDown, start), (MouseMove, end), (MouseUp, end)):
        event = kind(widget, x, y, **common, screen_x=x, screen_y=y)
        app.screen._forward_event(event)
        await session.settle()


@LANGUAGES
@pytest.mark.sampled(1)
def test_borders_are_dragged_and_stay_so(browse, report, language):
    async def script(session):
        outline, detail = session.app.screen.outline, session.app.screen.panes.detail
        await drag(session, (outline.region.right - 1, 10), (49, 10))
        assert outline.region.width == 50
        left = detail.region.x
        await drag(session, (left, 10), (left - 20, 10))
        assert abs(detail.region.x - (left - 20)) <= 1
        await session.press("2")
        await session.press("1")
        assert outline.region.width == 50
        await session.press("q")

    browse(script, language=language)
    folder = report("alibaba-2024")
    kept = read_state(state_folder(), folder / "disclosure-index.toml").panes
    assert kept["outline"] == 50

    async def again(session):
        assert session.app.screen.outline.region.width == 50

    browse(again, language=language)


@pytest.mark.parametrize("size", [WIDE, SMALL])
def test_keys_resize_and_never_to_nothing(browse, size):
    async def script(session):
        panes = session.app.screen.panes
        rows = session.app.screen.rows

        def extent(pane):
            return pane.region.width if size == WIDE else pane.region.height

        before = extent(rows)
        await session.press("greater_than_sign", "greater_than_sign")
        assert extent(rows) > before
        await session.press_at_once(*["greater_than_sign"] * 30)
        assert extent(panes.detail) >= 2
        await session.press_at_once(*["less_than_sign"] * 40)
        assert extent(rows) >= 2

    browse(script, size=size)


def test_a_broken_size_in_the_state_is_forgotten(browse, report):
    async def leave(session):
        await session.press("greater_than_sign", "q")

    browse(leave)
    [file] = state_folder().glob("*.json")
    file.write_text(file.read_text("utf-8").replace('"panes": {', '"panes": {"outline": "x", '), "utf-8")

    async def script(session):
        assert session.app.screen.outline.region.width == 36

    browse(script)
