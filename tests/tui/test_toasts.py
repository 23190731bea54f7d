"""What is told at the edge of the screen is whole, whatever lies under it."""

import asyncio

import pytest

from disclosure_index.tui.app import BrowseApp
from tests.tui.conftest import TODAY, Session

SIGNS = "龍鳳麒麟龜鶴鯤鵬饕餮窮奇檮杌混沌應燭嬰貔貅猙獰"
"""Each twice as wide as a letter, and none of them on the screen otherwise."""


@pytest.mark.sampled(1)
@pytest.mark.parametrize("size", [(140, 45), (121, 40), (100, 30), (80, 24)])
def test_no_character_is_lost_at_the_border_of_a_pane(report, size):
    folder = report("alibaba-2024")
    app = BrowseApp(folder, folder / "disclosure-index.toml", today=TODAY, language="zh-Hant")

    async def run():
        async with app.run_test(size=size, notifications=True) as pilot:
            session = Session(app, pilot)
            await session.settle()
            for before in ("", "a"):  # so that a character begins in every column
                app.clear_notifications()
                app.show_message(f"{before}{SIGNS}")
                await session.until(lambda: SIGNS[-1] in session.seen, "the end of what is told")
                assert [sign for sign in SIGNS if sign not in session.seen] == []

    asyncio.run(run())
