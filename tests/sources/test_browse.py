"""`browse` on a Markdown and on a Word report: tag, explain, undo, and the last change, by keys."""

from pathlib import Path

import pytest

from disclosure_index.session import read_report
from tests.tui.conftest import browse, no_clock, own_folders, report

__all__ = ["browse", "no_clock", "own_folders", "report"]


def _stated(folder: Path) -> list[str]:
    document = read_report(folder).documents[0]
    return [statement.text for statement in (*document.tags, *document.omissions)]


@pytest.mark.parametrize("why", ["我們沒有產生這類廢物"])
@pytest.mark.sampled(1)
def test_tag_explain_and_undo(browse, folder, files, why):
    before = {file: file.read_bytes() for file in files}

    async def script(session):
        await session.press("m", "/")
        await session.type("A1.3")
        await session.press("enter")
        await session.see("Hazardous waste produced | tonnes | 3.2")
        await session.press("a")
        await session.see("tag")
        assert _stated(folder) == ["hkex-esg:A1.1", "hkex-esg:A1.3"]
        await session.press("/")
        await session.type("A1.4")
        await session.press("enter", "x")
        await session.see("Not material")
        await session.press("space", "tab")
        await session.type(why)
        await session.press("ctrl+s")
        assert _stated(folder) == ["hkex-esg:A1.1", "hkex-esg:A1.3", "hkex-esg:A1.4"]
        assert read_report(folder).documents[0].omissions[0].explanation == why
        await session.press("u", "u")
        assert {file: file.read_bytes() for file in files} == before
        await session.press("ctrl+r")
        assert _stated(folder) == ["hkex-esg:A1.1", "hkex-esg:A1.3"]
        await session.press("q")

    browse(script, folder)
