"""Beside a gap stands how many peers disclose it, and where, when a screen is at hand."""

import asyncio

import pytest

from disclosure_index.screening.peers import PeerPlace, Peers
from disclosure_index.tui.app import BrowseApp
from tests.tui.conftest import TODAY, WIDE, Session

FOUND = Peers(
    9, {("hkex-esg", "A1.3"): [PeerPlace("港口有限公司", "", "12"), PeerPlace("Small [b] Limited", "Waste", "")]}
)


def play(folder, language, script, market):
    app = BrowseApp(folder, folder / "disclosure-index.toml", today=TODAY, language=language, market=market)

    async def run():
        async with app.run_test(size=WIDE) as pilot:
            session = Session(app, pilot)
            await session.settle()
            await script(session)

    asyncio.run(run())


@pytest.mark.parametrize(
    ("language", "counted", "place"),
    [
        ("en", "2 of 9 peers disclose it", "港口有限公司, page 12"),
        ("zh-Hant", "9 家同業中有 2 家披露", "港口有限公司，第 12 頁"),
    ],
)
def test_a_gap_says_how_many_peers_disclose_it_and_where(report, monkeypatch, tmp_path, language, counted, place):
    monkeypatch.setattr("disclosure_index.screening.peers.peers_of", lambda *_: FOUND)

    async def script(session):
        await session.press("m", "j", "j", "j", "j", "l", "G")
        assert session.code == "A1.3"
        await session.see(counted)
        assert place in session.seen
        assert "Small [b] Limited" in session.seen

    play(report("alibaba-2024"), language, script, tmp_path)


def test_a_folder_that_is_no_screen_is_said_and_the_report_is_shown(report, tmp_path):
    async def script(session):
        await session.until(lambda: session.told, "nothing is said")
        assert session.codes

    play(report("alibaba-2024"), "en", script, tmp_path)
