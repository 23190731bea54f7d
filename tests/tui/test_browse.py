"""An editor at work, by keys: what is done stands in the files, and what is seen follows."""

from pathlib import Path

import pytest

from tests.tui.conftest import SMALL

pytestmark = pytest.mark.sampled(10)


@pytest.fixture
def source(report):
    return report("alibaba-2024") / "report.xhtml"


def test_opens_with_everything_in_sight(browse):
    async def script(session):
        assert "118 of 126 answered, 8 open" in session.seen
        assert "HKEX 13 Governance structure" in session.seen
        assert "✗ missing" in session.seen
        assert "▰▰▰▰▱ 43/51" in session.seen

    browse(script)


def test_eight_gaps_then_all_again(browse):
    async def script(session):
        await session.press("m")
        assert session.codes == ["13", "14", "15", "A1.1", "A1.3", "A1.4", "A2.2", "B6.1"]
        assert "8 shown: gaps" in session.seen
        await session.press("o")
        assert session.codes == ["13", "14", "15"]
        await session.press("o")
        assert len(session.codes) == 8
        await session.press("F")
        assert len(session.codes) > 400

    browse(script)


def test_a_passage_is_chosen_and_tagged_and_taken_back(browse, source):
    before = source.read_bytes()

    async def script(session):
        await session.press("m", "j", "j", "j", "j", "t")
        await session.type("有害废弃物总量")
        await session.press("enter")
        assert "A1.3" not in session.codes
        assert "119 of 126 answered, 7 open" in session.seen
        assert b'data-disclosure="hkex-esg:A1.3"' in source.read_bytes()
        await session.press("v")
        assert "hkex-esg:A1.3" in session.seen
        await session.press("escape", "u")
        assert "8 open" in session.seen
        assert source.read_bytes() == before
        await session.press("ctrl+r")
        assert "7 open" in session.seen
        await session.press("u")

    browse(script)
    assert source.read_bytes() == before


def test_an_omission_is_explained_in_a_form(browse, source):
    async def script(session):
        await session.press("m", "G", "x")
        assert "hkex-esg:B6.1" in session.seen
        await session.press("ctrl+s")
        assert any("needs both" in text for text in session.told)
        await session.press("space", "tab")
        await session.type("我们不生产可回收的产品")
        await session.press("ctrl+s")
        assert "B6.1" not in session.codes

    browse(script)
    new = '<p data-omission="hkex-esg:B6.1" data-reason="not-material">我们不生产可回收的产品</p>'
    assert new in source.read_text("utf-8")


def test_the_first_suggestion_is_accepted(browse, source):
    """The row of hazardous waste, by a suggestion that shows its score, its figure and the words that matched."""

    async def script(session):
        await session.press("m", "j", "j", "j", "j")
        assert "Suggestions" in session.seen
        assert "有害废弃物总量 | 吨 | 2,008" in session.seen
        assert "2,008 吨, 2024" in str(session.app.screen.query_one("#accept").render())
        await session.press("a")
        assert "A1.3" not in session.codes

    browse(script)
    assert '<tr id="kpi-hazardous-waste" data-disclosure="hkex-esg:A1.3">' in source.read_text("utf-8")


def test_accepting_right_after_a_move_is_meant_for_the_row_moved_to(browse, source):
    """The detail follows the rows a moment later; a key does not wait for it."""

    async def script(session):
        await session.press("m", "j", "j", "j", "j", "j")
        assert session.code == "A1.4"
        await session.press_at_once("k", "a")
        assert "A1.3" not in session.codes

    browse(script)
    assert '<tr id="kpi-hazardous-waste" data-disclosure="hkex-esg:A1.3">' in source.read_text("utf-8")


def test_what_is_suggested_for_the_row_before_is_not_accepted_for_the_next(browse, source):
    before = source.read_bytes()

    async def script(session):
        await session.press("m", "j", "j", "j", "j")
        assert "Suggestions" in session.seen
        await session.press_at_once("j", "a")  # nobody has looked for A1.4 yet
        assert session.code == "A1.4"
        assert len(session.told) == 1

    browse(script)
    assert source.read_bytes() == before


def test_what_is_only_near_is_not_accepted_for_a_suggestion(browse, source):
    """Nothing in the text answers A1.1: what is shown for it are places to look at."""
    before = source.read_bytes()

    async def script(session):
        await session.press("m", "j", "j", "j")
        assert session.code == "A1.1"
        await session.press("a")
        assert len(session.told) == 1
        assert "A1.1" in session.codes

    browse(script)
    assert source.read_bytes() == before


def test_what_is_mandatory_cannot_be_explained(browse, source):
    before = source.read_bytes()

    async def script(session):
        await session.press("m", "x")
        assert session.told == ["The framework does not accept an explanation for hkex-esg:13"]

    browse(script)
    assert source.read_bytes() == before


def test_search_goes_to_what_fits_in_any_language(browse):
    async def script(session):
        await session.press("slash")
        await session.type("廢棄物總量")
        assert session.code == "A1.3"  # by its title; its neighbours fit by their text, in simplified characters
        assert "1/26" in session.seen  # it is named so, whole
        await session.press("enter", "n")
        assert session.code != "A1.3"
        await session.press("N")
        assert session.code == "A1.3"
        await session.press("escape")
        assert session.code == "A1.3"

    browse(script)


def test_leaving_a_search_leads_back(browse):
    async def script(session):
        await session.press("j", "slash")
        await session.type("B6.1")
        assert session.code == "B6.1"
        await session.press("escape")
        assert session.code == "13(i)"

    browse(script)


def test_language_is_switched_at_once(browse):
    async def script(session):
        assert "Governance structure" in session.seen
        await session.press("L")
        assert "管治架构（董事会声明）" in session.seen
        assert "采纳" in session.seen
        assert "董事会就其如何管治ESG事宜" in session.seen
        await session.press("L")
        assert "管治架構（董事會聲明）" in session.seen
        assert "採納" in session.seen
        assert "董事會就其如何管治ESG事宜" in session.seen
        assert "Governance structure" not in session.seen

    browse(script)


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("size", [(140, 45), (100, 30), SMALL, (60, 20)], ids=str)
@pytest.mark.sampled(1)
def test_every_line_fills_the_screen_exactly(browse, language, size):
    from rich.cells import cell_len

    async def script(session):
        for key in ("m", "l", "h", "h", "l"):
            await session.press(key)
            assert {cell_len(text) for text in session.lines} == {size[0]}
            assert len(session.lines) == size[1]

    browse(script, size=size, language=language)


def test_panes_fold_where_there_is_no_room(browse):
    async def script(session):
        pane = {name: session.app.screen.query_one(f"#{name}") for name in ("outline", "rows", "detail")}
        assert [name for name in pane if pane[name].display] == ["rows", "detail"]
        await session.press("h")
        assert [name for name in pane if pane[name].display] == ["outline", "rows"]
        await session.pilot.resize_terminal(60, 20)
        await session.settle()
        assert [name for name in pane if pane[name].display] == ["outline"]
        await session.press("l")
        assert [name for name in pane if pane[name].display] == ["rows"]
        await session.pilot.resize_terminal(140, 45)
        await session.settle()
        assert all(pane[name].display for name in pane)

    browse(script, size=SMALL)


def test_what_others_write_is_read_and_the_place_kept(browse, source):
    async def script(session):
        await session.press("m", "j", "j", "j", "j")
        text = (
            source.read_text("utf-8")
            .replace('id="carbon-neutrality"', 'id="cn"')
            .replace("hkex-esg:A1.2 hkex-esg:A1.5", "hkex-esg:A1.2 hkex-esg:A1.4 hkex-esg:A1.5")
        )
        source.write_text(text, "utf-8")
        await session.app.editor.reload_if_changed()
        await session.settle()
        assert session.code == "A1.3"
        assert "A1.4" not in session.codes
        assert "Files changed: reloaded" in session.told

    browse(script)


def test_what_somebody_else_writes_elsewhere_stays(browse, source, monkeypatch):
    monkeypatch.setattr("disclosure_index.tui.app.RELOAD_EVERY", 3600)  # or the app might see in time what was written

    async def script(session):
        await session.press("m", "j", "j", "j", "j")
        source.write_bytes(source.read_bytes() + b"<!-- theirs -->\n")
        await session.press("a")

    browse(script)
    assert source.read_bytes().endswith(b"<!-- theirs -->\n")
    assert b"A1.3" in source.read_bytes()


def test_an_element_that_somebody_else_changed_is_refused(browse, source, monkeypatch):
    monkeypatch.setattr("disclosure_index.tui.app.RELOAD_EVERY", 3600)

    async def script(session):
        await session.press("m", "j", "j", "j", "j")
        theirs = source.read_bytes().replace("有害废弃物总量".encode(), "改写".encode())
        source.write_bytes(theirs)
        await session.press("a")
        assert session.told
        assert not any("tagged" in text for text in session.told)
        assert source.read_bytes() == theirs

    browse(script)


def test_owner_and_reviewed(browse, report):
    async def script(session):
        await session.press("slash")
        await session.type("A2.5")
        await session.press("enter", "w")
        await session.type("陈小姐")
        await session.press("enter")
        assert "陈小姐" in session.seen
        await session.press("r")
        assert session.app.screen.row.reviewed
        await session.press("u", "u")
        assert not session.app.screen.row.reviewed
        assert session.app.screen.row.owner == ""

    browse(script)
    folder = report("alibaba-2024")
    original = Path(__file__).parents[2] / "report_sources" / "alibaba-2024"
    for name in ("report.xhtml", "disclosure-index.toml"):
        assert (folder / name).read_bytes() == (original / name).read_bytes()


def test_markup_in_a_report_is_shown_as_it_is(browse, make_report):
    body = '<section data-disclosure="ungc:1"><h1>[bold]x[/bold] [/] [@click=app.quit]y[/]</h1>'
    body += "<p>[red]z[/red]</p></section>"

    async def script(session):
        assert "[bold]x[/bold]" in session.seen
        assert "[red]z[/red]" in session.seen

    browse(script, make_report(body, title="[b]T[/b]"))


def test_help_shows_every_key(browse):
    async def script(session):
        await session.press("question_mark")
        seen = session.seen
        await session.press("pagedown")
        seen += session.seen
        for text in (
            "tag the selected passage",
            "go to the next gap",
            "undo the last change",
        ):
            assert text in seen
        await session.press("q")
        assert session.code == "13"

    browse(script)


def test_palette_has_the_actions(browse):
    async def script(session):
        await session.press("ctrl+p")
        await session.type("gaps")
        await session.see("show gaps only")
        await session.press("enter")
        assert len(session.codes) == 8

    browse(script)


@pytest.mark.parametrize(
    ("language", "commands", "themes", "none", "leave"),
    [
        ("en", "Search for commands…", "Search for themes…", "No matches found", "Press ctrl+q to quit"),
        ("zh-Hans", "搜索命令……", "搜索主题……", "没有匹配的结果", "按 ctrl+q 退出"),
        ("zh-Hant", "搜尋命令……", "搜尋主題……", "沒有相符的結果", "按 ctrl+q 離開"),
    ],
)
def test_what_textual_says_itself_is_in_the_language(browse, language, commands, themes, none, leave):
    async def script(session):
        await session.press("ctrl+p")
        await session.see(commands)
        await session.type("nosuch")
        await session.see(none)
        await session.press("escape", "ctrl+c")
        await session.see(leave)
        session.app.action_theme()
        await session.settle()
        await session.see(themes)

    browse(script, language=language)


def test_filters_in_a_form(browse):
    async def script(session):
        await session.press("f", "space", "ctrl+s")
        assert len(session.codes) == 8
        await session.press("f", "escape")
        assert len(session.codes) == 8

    browse(script)
