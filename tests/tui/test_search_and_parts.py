"""Whole phrases before words, what stands below a heading, and the keys in the palette."""

import pytest
from textual.command import CommandList


@pytest.mark.parametrize(
    ("language", "query", "code"),
    [
        ("en", "305-1", "305-1"),
        ("en", "hazardous waste produced", "A1.3"),
        ("zh-Hans", "有害废弃物总量", "A1.3"),
        ("zh-Hant", "有害廢棄物總量", "A1.3"),
    ],
)
@pytest.mark.sampled(2)
def test_the_whole_phrase_is_found_first(browse, language, query, code):
    async def script(session):
        await session.press("slash")
        await session.type(query)
        await session.until(lambda: session.app.screen.search.found, "nothing found")
        assert session.code == code

    browse(script, language=language)


def test_words_in_another_order_are_found_behind_the_phrase(browse):
    async def script(session):
        await session.press("slash")
        await session.type("包装")
        await session.until(lambda: session.app.screen.search.found, "nothing found")
        await session.press("enter")
        found = session.app.screen.search.found
        met = []
        for _ in range(len(found)):
            met.append(found[session.app.screen.row.disclosure.uid])
            await session.press("n")
        start = met.index(min(met))
        assert met[start:] + met[:start] == sorted(met)
        assert len(set(met)) > 1

    browse(script)


@pytest.mark.parametrize(
    ("language", "parts", "status"), [("en", "Parts (", "not required"), ("zh-Hant", "組成部分 (", "無須披露")]
)
@pytest.mark.sampled(1)
def test_a_heading_shows_its_parts_and_leads_to_them(browse, language, parts, status):
    async def script(session):
        await session.press("slash")
        await session.type("sdg:12")
        await session.press("enter")
        assert session.app.screen.row.disclosure.short == "sdg:12"
        assert parts in session.seen
        detail = session.app.screen.panes.detail
        said = ["".join(part.text for part in block.parts) for block in detail.blocks]
        below = [text for text in said if text.startswith("12.")]
        assert [text.split()[0] for text in below[:8]] == [f"12.{n}" for n in range(1, 9)]
        assert any(status in text for text in below)
        await session.press("l")
        number = next(n for n, text in enumerate(said) if text.startswith("12.3 "))
        detail.cursor = number
        await session.press("enter")
        assert session.code == "12.3"

    browse(script, language=language)


@pytest.mark.parametrize(("language", "word"), [("en", "explain  x"), ("zh-Hant", "解釋  x")])
def test_the_palette_shows_keys(browse, language, word):
    async def script(session):
        await session.press("ctrl+p")
        await session.until(lambda: session.app.screen.query_one(CommandList).option_count > 5, "no commands")
        prompts = [str(option.prompt) for option in session.app.screen.query_one(CommandList).options]
        assert any(word in prompt for prompt in prompts), prompts

    browse(script, language=language)


def test_a_key_right_after_enter_is_not_typed_into_the_search(browse):
    async def script(session):
        await session.press("slash")
        await session.type("B6.1")
        await session.until(lambda: session.app.screen.search.found, "nothing found")
        line = session.app.screen.search.query_line
        await session.press_at_once("enter", "n", "N")
        assert line.value == "B6.1"
        assert not line.has_focus

    browse(script)
