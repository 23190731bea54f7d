"""A place is kept per report; what is broken or not ours says nothing."""

import pytest

from disclosure_index.tui.filters import Filter
from disclosure_index.tui.settings.saved_state import SavedState, read_state, write_state

KEPT = SavedState(
    "hkex-esg:A1.3@2020", Filter(gaps=True, obligations=frozenset({"mandatory"}), owner="陈"), "zh-Hans", "nord"
)


def test_kept_and_read(tmp_path):
    write_state(tmp_path / "state", tmp_path / "a.toml", KEPT)
    assert read_state(tmp_path / "state", tmp_path / "a.toml") == KEPT
    assert read_state(tmp_path / "state", tmp_path / "b.toml") == SavedState()


@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"disclosure": 1, "filter": 2}', "\x00"])
def test_a_broken_file_says_nothing(tmp_path, text):
    write_state(tmp_path, tmp_path / "a.toml", KEPT)
    [file] = tmp_path.glob("*.json")
    file.write_text(text, "utf-8")
    assert read_state(tmp_path, tmp_path / "a.toml") == SavedState()


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "state").write_text("a file", "utf-8")
    write_state(tmp_path / "state", tmp_path / "a.toml", KEPT)
    assert read_state(tmp_path / "state", tmp_path / "a.toml") == SavedState()


def test_the_place_is_restored(browse):
    async def first(session):
        await session.press("m", "j", "j", "j", "j", "L", "q")

    async def second(session):
        assert len(session.codes) == 8
        assert session.code == "A1.3"
        assert session.app.language == "zh-Hans"

    browse(first)
    browse(second, language="")
