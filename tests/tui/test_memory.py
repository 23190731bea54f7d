"""A session of a whole day grows no fatter: what is done with goes, though nobody collects garbage on purpose."""

import gc
import weakref

import pytest


@pytest.mark.slow
def test_forms_that_were_closed_are_kept_by_nothing(browse):
    async def script(session):
        await session.press("m", "j", "j", "j", "j")
        opened = []
        for key in ("t", "w", "f", "question_mark"):
            await session.press(key)
            opened.append(weakref.ref(session.app.screen))
            await session.press("escape")
        await session.press("a")
        await session.press("v")
        opened.append(weakref.ref(session.app.screen))
        await session.press("escape")
        await session.press("u")
        await session.press("ctrl+r")
        gc.collect()
        assert [form() for form in opened] == [None] * 5

    browse(script)


def test_the_collector_is_left_as_it_is(browse, untuned):
    before = gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()

    async def script(session):
        await session.press("m", "j", "a")
        assert (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()) == before

    browse(script)
    assert (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()) == before
