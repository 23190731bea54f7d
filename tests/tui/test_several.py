"""What will be done is in sight before the key is pressed, for one disclosure or for several; or nothing may be."""

import re

import pytest
from openpyxl import load_workbook
from rich.cells import cell_len

from disclosure_index.tui.app import BrowseApp
from tests.tui.conftest import SMALL, TODAY, WIDE

pytestmark = pytest.mark.sampled(3)


@pytest.fixture
def source(report):
    return report("alibaba-2024") / "report.xhtml"


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_what_will_be_tagged_is_in_sight_in_a_small_terminal_and_said(browse, language):
    async def script(session):
        await session.press("m", "j", "j", "j", "j")
        await session.see("2,008")
        [line] = [line for line in session.lines if line.startswith(" a ") and "%  " in line]
        assert re.search(r"%  2,008 吨[,、] ?2024  有害废弃物总量", line)
        await session.press("a")
        assert "有害废弃物总量" in "".join(session.told)

    browse(script, size=SMALL, language=language)


def test_several_get_one_passage(browse, source):
    async def script(session):
        await session.press("m", "j", "j", "j", "space", "space")
        assert "2 selected" in session.seen
        assert sum(line.lstrip("┃│ ").startswith("*") or "*✗" in line for line in session.lines) == 2
        await session.press("a")
        assert "press t to choose" in "".join(session.told)
        await session.press("t")
        assert "2 disclosures" in session.seen
        await session.type("有害废弃物总量")
        assert "1 match" in session.seen
        await session.press("enter")
        assert 'data-disclosure="hkex-esg:A1.1 hkex-esg:A1.3"' in source.read_text("utf-8")
        assert "selected" not in session.seen
        await session.press("u")

    browse(script)


def test_several_get_one_owner_and_one_explanation(browse, source):
    async def script(session):
        await session.press("m", "j", "j", "j", "space", "space", "w")
        await session.type("王小明")
        await session.press("enter")
        project = source.with_name("disclosure-index.toml").read_text("utf-8")
        assert project.count("王小明") == 2
        await session.press("k", "space", "space", "x", "space", "tab")
        await session.type("本年度不适用")
        await session.press("ctrl+s")
        assert source.read_text("utf-8").count("本年度不适用") == 2
        await session.press("u")
        assert source.read_text("utf-8").count("本年度不适用") == 0

    browse(script)


def test_nothing_matches_and_enter_chooses_nothing(browse, source):
    before = source.read_bytes()

    async def script(session):
        await session.press("m", "t")
        await session.type("量子")
        await session.see("No match")
        await session.press("enter", "escape")

    browse(script)
    assert source.read_bytes() == before


def test_the_other_chinese_before_english(browse, report):
    async def script(session):
        await session.press("2")
        assert session.app.assessment.report.documents[session.app.screen.document].language == "zh-Hant"

    browse(script, "harbour-ferries-2025", language="zh-Hans")


def test_read_only(report, source):
    import asyncio

    from tests.tui.conftest import Session

    before = source.read_bytes()
    app = BrowseApp(source.parent, source.parent / "disclosure-index.toml", today=TODAY, read_only=True, language="en")

    async def run():
        async with app.run_test(size=WIDE) as pilot:
            session = Session(app, pilot)
            await session.settle()
            assert "read only" in session.seen
            await session.press("m", "j", "j", "j", "j", "a", "t", "x", "w", "d", "e", "2", "t", "a")
            assert len(app.screen_stack) == 3  # no form has opened

    asyncio.run(run())
    assert source.read_bytes() == before


def test_a_click_on_a_view_shows_it(browse):
    async def script(session):
        x = cell_len(session.lines[0].partition("3 gaps")[0])
        await session.pilot.click(offset=(x, 0))
        await session.settle()
        assert "[3 gaps]" in session.seen

    browse(script)


def test_an_exported_view_says_that_it_does_not_come_back(browse, tmp_path):
    async def script(session):
        await session.press("m", "E", "ctrl+u")
        await session.type(str(tmp_path / "gaps.xlsx"))
        await session.press("enter")
        await session.until((tmp_path / "gaps.xlsx").exists, "the workbook")

    browse(script)
    sheet = load_workbook(tmp_path / "gaps.xlsx")["Note"]
    assert "does not come back" in sheet["A1"].value


def test_help_says_where_a_key_holds(browse):
    async def script(session):
        await session.press("question_mark")
        assert "[report]" in session.seen
        assert "[gaps]" in session.seen

    browse(script)


def test_what_waits_for_a_person(browse, report):
    folder = report("harbour-ferries-2025")
    project = folder / "disclosure-index.toml"
    ends = '[[policy.suppressions]]\nrule = "DI103"\ncode = "A2.1"\nreason = "分拆中"\nowner = "王小明"\nexpires = {}\n'
    project.write_text(project.read_text("utf-8") + ends.format("2026-06-20") + ends.format("2027-06-20"), "utf-8")

    async def script(session):
        await session.press("6")
        assert "ends in 19 days" in session.seen
        assert "分拆中 | 王小明" in session.seen
        assert session.seen.count("DI103") == 1  # the other has a year to go
        await session.press("escape")
        assert session.code

    browse(script, folder)
