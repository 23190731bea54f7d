"""Every theme with colours of its own: texts and marks stand out from all that they are on."""

import pytest
from textual.app import App
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from disclosure_index.tui.settings.contrast import FOOTER, MARKS, MUTED, SURFACES, TEXTS, contrast, readable
from disclosure_index.tui.settings.themes import HIGH_CONTRAST

DOCUMENTED = Theme("house", primary="#004578", background="#fffff8", dark=False)
"""The example of docs/browse.md."""

PAINTED = [
    theme for theme in (*BUILTIN_THEMES.values(), HIGH_CONTRAST, DOCUMENTED) if not theme.name.startswith("ansi")
]


@pytest.mark.parametrize("theme", PAINTED, ids=lambda theme: theme.name)
def test_every_theme_is_readable(theme):
    found = readable({**theme.to_color_system().generate(), **theme.variables})
    on = {name: Color.parse(found[name]) for name in (*SURFACES, "footer-background")}
    footer, others = [on.pop("footer-background")], list(on.values())
    assert _low(found, (*TEXTS, *MUTED), others, 4.5) == []
    assert _low(found, FOOTER, footer, 4.5) == []
    assert _low(found, ("block-cursor-foreground",), [Color.parse(found["block-cursor-background"])], 4.5) == []
    assert _low(found, MARKS, others[:2], 3.0) == []


def _low(found, names, surfaces, ratio):
    return [
        (name, surface.hex, round(contrast(Color.parse(found[name]), surface), 2))
        for name in names
        for surface in surfaces
        if contrast(Color.parse(found[name]), surface) < ratio
    ]


def test_what_stands_out_stays_as_it_is():
    theme = HIGH_CONTRAST
    before = {**theme.to_color_system().generate(), **theme.variables}
    after = readable(before)
    kept = (*TEXTS[:1], "text-muted", "text-error", "border", "scrollbar", "block-cursor-foreground")
    assert [name for name in kept if Color.parse(before[name]).hex != Color.parse(after[name]).hex] == []


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_in_the_colours_of_the_terminal_marks_are_not_in_that_of_its_background(theme):
    app = App()
    app.theme = theme
    before, after = app.get_css_variables(), readable(app.get_css_variables())
    hidden = "ansi_black" if theme == "ansi-dark" else "ansi_white"
    assert before["border-blurred"] == hidden  # what this is for
    assert hidden not in (after["border-blurred"], after["border"], after["input-cursor-background"])
    assert after["input-cursor-background"] != after["input-cursor-foreground"]
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed <= {"border-blurred", "input-cursor-foreground", "input-cursor-background"}
