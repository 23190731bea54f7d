"""Themes in addition to Textual's: one of high contrast, and the user's own, from the config folder.

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
"""The colours that a user can set, by Textual's names; `primary` is required, and the others are derived from it."""

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
    """Return the themes that a user has made.

    Args:
        folder: the config folder.

    Returns:
        The themes, by name, and the problems of their files, one line each; an invalid theme is left out.

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
    """Return the problem of a theme; NO_MESSAGE if there is none."""
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
