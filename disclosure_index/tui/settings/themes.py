"""Colours beside those that Textual has: one of high contrast, and the user's own, from the config folder.

A theme of the user is a file ``themes/<name>.toml``, a line per colour, such as ``primary = "#004578"``.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from textual.color import Color, ColorParseError
from textual.theme import Theme

from disclosure_index.did_you_mean import nearest
from disclosure_index.files.named_files import read_text, reason
from disclosure_index.messages import COLON, joined, message
from disclosure_index.model.messages import NO_MESSAGE, Message

FOLDER = "themes"
COLOURS = ("primary", "secondary", "warning", "error", "success", "accent", "foreground", "background", "surface",
           "panel", "boost")  # fmt: skip
"""What a user may set, in Textual's words; `primary` has to be there, and the others follow from it."""

_BLACK, _WHITE, _YELLOW = "#000000", "#ffffff", "#ffff00"
HIGH_CONTRAST = Theme(
    name="high-contrast",
    primary="#80c0ff",
    secondary="#80c0ff",
    warning=_YELLOW,
    error="#ff9090",
    success="#60ff60",
    accent="#60ffff",
    foreground=_WHITE,
    background=_BLACK,
    surface=_BLACK,
    panel=_BLACK,
    boost=_BLACK,
    variables={
        "text": _WHITE,
        "text-muted": "#d8d8d8",
        "text-disabled": "#b8b8b8",
        "text-warning": _YELLOW,
        "text-error": "#ff9090",
        "text-success": "#60ff60",
        "text-accent": "#60ffff",
        "warning-muted": _BLACK,
        "block-cursor-background": _YELLOW,
        "block-cursor-foreground": _BLACK,
        "block-cursor-blurred-background": "#1c1c1c",
        "block-cursor-blurred-foreground": _WHITE,
        "footer-background": _BLACK,
        "footer-foreground": _WHITE,
        "footer-key-foreground": _YELLOW,
        "footer-description-foreground": _WHITE,
        "border": _YELLOW,
        "border-blurred": _WHITE,
        "scrollbar": _WHITE,
    },
)


def read_themes(folder: Path) -> tuple[tuple[Theme, ...], tuple[str, ...]]:
    """Read the themes that a user has made.

    Args:
        folder: the config folder.

    Returns:
        The themes, by name, and what is wrong with their files, a line each; a theme that is not right is left out.

    """
    themes, wrong = [], []
    for file in sorted((folder / FOLDER).glob("*.toml")):
        try:
            problem = _problem(colours := tomllib.loads(read_text(file)))
        except (OSError, ValueError) as error:
            problem = message("cannot read: {error}", error=reason(error))
        if problem:
            wrong.append(joined(COLON, (file, problem)))
        else:
            dark = colours.pop("dark", True)
            themes.append(Theme(name=file.stem, dark=dark, **colours))
    return tuple(themes), tuple(wrong)


def _problem(colours: Mapping[str, Any]) -> Message:
    """Say what is wrong with a theme; NO_MESSAGE where nothing is."""
    for name, value in colours.items():
        if name == "dark":
            if not isinstance(value, bool):
                return message("dark: must be true or false")
        elif name not in COLOURS:
            if near := nearest(name, COLOURS):
                return message('no colour "{name}"; did you mean "{near}"?', name=name, near=near)
            return message('no colour "{name}"', name=name)
        elif not _is_colour(value):
            return message('{name}: write a colour, such as {name} = "#004578"', name=name)
    derived = message("primary is missing: the other colours are derived from it")
    return NO_MESSAGE if "primary" in colours else derived


def _is_colour(value: object) -> bool:
    try:
        Color.parse(str(value))
    except ColorParseError:
        return False
    return True
