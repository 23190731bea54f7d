"""The user's own keys: what is right counts, what is wrong is told with the file."""

import pytest

from disclosure_index.tui.settings.keymap import read_keymap
from disclosure_index.tui.settings.user_folders import config_folder, state_folder


def test_without_a_file_there_are_none(tmp_path):
    assert read_keymap(tmp_path) == ({}, ())


def test_keys(tmp_path):
    (tmp_path / "keymap.toml").write_text('accept = "ctrl+a"\nquit = "Q"\n', "utf-8")
    assert read_keymap(tmp_path) == ({"accept": "ctrl+a", "quit": "Q"}, ())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('acept = "b"\nquit = "Q"', 'keymap.toml: no action "acept"; did you mean "accept"?'),
        ('accept = 1\nquit = "Q"', 'keymap.toml: accept: write a key, such as accept = "ctrl+a"'),
        ('accept = ""\nquit = "Q"', 'keymap.toml: accept: write a key, such as accept = "ctrl+a"'),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_counts(tmp_path, text, told):
    (tmp_path / "keymap.toml").write_text(text, "utf-8")
    keys, [wrong] = read_keymap(tmp_path)
    assert keys == {"quit": "Q"}
    assert wrong.endswith(told)


def test_a_broken_file(tmp_path):
    (tmp_path / "keymap.toml").write_text("accept = ", "utf-8")
    keys, [wrong] = read_keymap(tmp_path)
    assert keys == {}
    assert "keymap.toml: cannot read: " in wrong


def test_folders(tmp_path, monkeypatch):
    assert config_folder() == tmp_path / "config" / "disclosure-index"
    monkeypatch.setenv("XDG_STATE_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert state_folder() == tmp_path / ".local" / "state" / "disclosure-index"


def test_the_user_s_key_works_and_is_shown(browse, tmp_path):
    folder = tmp_path / "config" / "disclosure-index"
    folder.mkdir(parents=True)
    (folder / "keymap.toml").write_text('gaps-only = "z"\nhelpp = "x"\n', "utf-8")

    async def script(session):
        assert any('did you mean "help"' in text for text in session.told)
        assert "z gaps" in session.seen
        await session.press("m")
        assert len(session.codes) > 400
        await session.press("z")
        assert len(session.codes) == 8

    browse(script)
