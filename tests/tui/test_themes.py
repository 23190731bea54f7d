"""Colours: none where the user wants none, strong ones, the terminal's own, the user's; no meaning by colour alone."""

import pytest
from textual.color import Color

from disclosure_index.tui.settings.contrast import contrast
from disclosure_index.tui.settings.themes import read_themes
from disclosure_index.tui.status_marks import SEVERITY, STATUS


def _write(folder, name, text):
    (folder / "themes").mkdir(parents=True, exist_ok=True)
    (folder / "themes" / f"{name}.toml").write_text(text, "utf-8")


def test_the_user_s_themes(tmp_path):
    _write(tmp_path, "house", 'primary = "#004578"\nbackground = "#fffff8"\ndark = false\n')
    [theme], wrong = read_themes(tmp_path)
    assert (theme.name, theme.primary, theme.background, theme.dark) == ("house", "#004578", "#fffff8", False)
    assert wrong == ()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('primery = "#004578"', 'no colour "primery"; did you mean "primary"?'),
        ('primary = "blueish"', 'primary: write a colour, such as primary = "#004578"'),
        ("primary = 4", 'primary: write a colour, such as primary = "#004578"'),
        ('primary = "#004578"\ndark = "no"', "dark: must be true or false"),
        ('error = "#ff0000"', "primary is missing: the other colours are derived from it"),
        ("primary = ", "cannot read: "),
    ],
)
def test_what_is_wrong_is_told_and_the_others_count(tmp_path, text, told):
    _write(tmp_path, "bad", text)
    _write(tmp_path, "good", 'primary = "#004578"')
    [theme], [wrong] = read_themes(tmp_path)
    assert theme.name == "good"
    assert f"bad.toml: {told}" in wrong


@pytest.mark.slow
def test_a_theme_is_kept_for_the_next_time(browse, tmp_path):
    _write(tmp_path / "config" / "disclosure-index", "house", 'primary = "#004578"')

    async def choose(session):
        session.app.theme = "house"
        await session.press("q")

    async def look(session):
        assert session.app.theme == "house"

    browse(choose)
    browse(look)


@pytest.mark.parametrize("theme", ["textual-light", "solarized-light", "textual-dark", "tokyo-night"])
@pytest.mark.sampled(1)
def test_what_is_drawn_is_readable(browse, theme):
    """The heads, the scores, the places and the caveats: what is drawn by itself takes its colours from the theme."""

    async def script(session):
        session.app.theme = theme
        for keys in (("m",), ("l",), ("question_mark",), ("escape", "2"), ("4",), ("5",)):
            await session.press(*keys)
            assert _faint(session, 4.5) == []

    browse(script)


@pytest.mark.slow
def test_high_contrast(browse):
    async def script(session):
        session.app.theme = "high-contrast"
        for keys in (("m",), ("l",), ("h", "h"), ("x",), ("f",), ("question_mark",)):
            await session.press(*keys)
            assert _faint(session, 7.0) == []
            await session.press("escape")

    browse(script)


def _faint(session, ratio):
    """Give the texts in sight that do not stand out enough; a screen below another is meant to be faint."""
    strips = session.app.screen._compositor.render_strips()
    return [
        segment.text
        for strip in strips
        for segment in strip
        if segment.text.strip(" ▀▔▁▂▃▄▅▆▇▌▐▊▎▏█│─╭╮╰╯┃") and segment.style and not session.app.screen.is_modal
        if _contrast(segment.style) < ratio
    ]


def _contrast(style):
    return contrast(*(Color.from_rich_color(part) for part in (style.color, style.bgcolor)))


@pytest.mark.slow
def test_the_colours_of_the_terminal(browse):
    """With an ANSI theme nothing is painted but in the terminal's own sixteen colours, and its own background."""

    async def script(session):
        session.app.theme = "ansi-dark"
        await session.press("m", "l")
        colours = {
            colour.triplet
            for strip in session.app.screen._compositor.render_strips()
            for segment in strip
            if segment.style
            for colour in (segment.style.color, segment.style.bgcolor)
            if colour is not None
        }
        assert colours == {None}

    browse(script)


def test_without_colour_all_is_told(browse, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    async def script(session):
        await session.press("m", "j")
        assert "✗ missing" in session.seen
        assert "▸✗ missing" in session.seen  # the cursor
        await session.press("x")
        assert session.app.no_color

    browse(script)


def test_no_two_marks_look_the_same():
    for marks in (STATUS, SEVERITY):
        assert len({mark.sign for mark in marks.values()}) == len(marks)
