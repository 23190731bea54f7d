"""A session of a whole day grows no fatter: what is done with goes, though the report is kept from the collector."""

import gc
import weakref


def test_forms_that_were_closed_go_with_the_next_change(browse):
    async def script(session):
        await session.press("m", "j", "j", "j", "j")
        opened = []
        for key in ("t", "w"):
            await session.press(key)
            opened.append(weakref.ref(session.app.screen))
            await session.press("escape")
        await session.press("a")
        await session.press("v")
        opened.append(weakref.ref(session.app.screen))
        await session.press("escape")
        await session.press("u")
        await session.press("ctrl+r")
        assert [form() for form in opened] == [None, None, None]

    browse(script)


def test_nothing_is_kept_from_the_collector_when_the_app_has_ended(browse):
    async def script(session):
        assert gc.get_freeze_count() > 0

    browse(script)
    assert gc.get_freeze_count() == 0
