"""Several at once: a range of disclosures in the list, several disclosures for one passage, an owner with a date."""

import tomllib
from datetime import date

import pytest

from tests.tui.conftest import SMALL


@pytest.fixture
def source(report):
    return report("alibaba-2024") / "report.xhtml"


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    ("view", "keys", "number"),
    [
        ("1", ("J", "J"), 3),
        ("1", ("shift+down", "shift+down", "shift+up"), 2),
        ("1", ("j", "j", "K", "K"), 3),
        ("1", ("space", "j", "J"), 3),  # what was selected before stays
        ("1", ("J", "j", "j", "J"), 4),  # a second range begins where the cursor is
        ("1", ("J", "escape"), 0),
        ("3", ("j", "J"), 2),
    ],
)
def test_a_range_is_selected(browse, view, keys, number):
    async def script(session):
        await session.press(view, "g", *keys)
        assert len(session.app.screen.panes.selected) == number

    browse(script)


def test_a_range_gets_an_owner_and_a_date_in_one_step(browse, source):
    project = source.with_name("disclosure-index.toml")
    before = project.read_bytes()

    async def script(session):
        await session.press("m", "g", "j", "j", "J", "w")
        await session.type("王小明")
        await session.press("tab")
        await session.type("31.1.2026")
        await session.press("enter")
        await session.see("2026-01-31")
        assert project.read_bytes() == before
        await session.press(*["backspace"] * 9)
        await session.type("2026/1/31")
        await session.press("enter")
        said = tomllib.loads(project.read_text("utf-8"))
        assert list(said["due"].values()) == [date(2026, 1, 31)] * 2
        assert list(said["owners"].values()) == ["王小明"] * 2
        await session.press("w")
        await session.type("!")
        await session.press("enter")
        assert len(tomllib.loads(project.read_text("utf-8"))["due"]) == 2
        await session.press("u", "u")
        assert project.read_bytes() == before

    browse(script)


@pytest.mark.sampled(1)
@pytest.mark.parametrize("size", [SMALL, (140, 45)])
def test_a_passage_gets_several_disclosures_from_the_report_in_one_step(browse, source, size):
    before = source.read_bytes()

    async def script(session):
        await session.press("2", "]", "t")
        await session.type("A1.3")
        await session.press("tab")
        assert "1 selected" in session.seen
        await session.press(*["backspace"] * 4)
        await session.type("gri:305-1")
        await session.press("tab", "enter")
        added = set(source.read_text("utf-8").split('"')) - set(before.decode().split('"'))
        assert {"hkex-esg:A1.3 gri:305-1"} <= added
        await session.press("u")
        assert source.read_bytes() == before
        await session.press("t", "tab", "up", "tab", "escape")
        assert source.read_bytes() == before

    browse(script, size=size)


def test_one_passage_is_chosen_where_only_one_may_be(browse):
    async def script(session):
        await session.press("t", "tab")
        assert "selected" not in session.seen
        await session.press("escape")

    browse(script)


@pytest.mark.parametrize("size", [SMALL, (140, 45)])
def test_a_long_code_is_read_in_full(browse, report, size):
    folder = report("harbour-ferries-2025")

    async def script(session):
        await session.press("slash")
        await session.type("14(quantitative)")
        await session.press("enter")
        assert session.code == "14(quantitative)"
        assert "14(quantitative) " in session.seen

    browse(script, folder, size=size)
