"""Contrast of a theme: shift the colours of texts and marks that do not stand out from their background. Pure.

Textual derives most colours from a few, and some come out too similar to their background: ``$text-muted``, for one,
is white on the light background of a list that draws itself. Ratios are those of WCAG 2.2: 1.4.3 for text, 1.4.11
for marks.
"""

from collections.abc import Iterable, Mapping

from textual.color import BLACK, WHITE, Color

TEXT_RATIO, MARK_RATIO = 4.5, 3.0

SURFACES = ("background", "surface", "panel", "panel-lighten-1", "surface-active", "block-cursor-blurred-background")
"""The backgrounds of texts, in lists, forms, the line at the top, and notices."""

TEXTS = ("foreground", "text-primary", "text-secondary", "text-warning", "text-error", "text-success", "text-accent")
FOOTER = ("footer-foreground", "footer-key-foreground", "footer-description-foreground")
"""Colours on the footer alone, which has a strong colour in some themes."""

MUTED = ("text-muted", "text-disabled")
"""Textual derives these from the colour behind, which a list that draws itself lacks; here, from the foreground."""

MUTED_SHARE = 0.3
"""The share of the background in a muted text, before it is shifted."""

MARKS = ("border", "border-blurred", "scrollbar", "scrollbar-hover", "scrollbar-active")
BLURRED_SHARE = 0.2
"""The share of the primary colour behind the row under an unfocused cursor."""

ANSI_MARKS = {"border-blurred": "ansi_bright_black", "input-cursor-foreground": "ansi_bright_white"}
"""Textual draws the border of a pane, and the cursor in a field, black in `ansi-dark` and white in `ansi-light`:
invisible on the background of the terminals that these themes are for."""

STEPS = 20
"""The number of steps between a colour and black or white."""


def readable(variables: Mapping[str, str]) -> dict[str, str]:
    """Return the variables of a theme with every text and mark readable on each of its backgrounds.

    A colour that stands out already is unchanged. So is a theme of terminal colours, except for marks in the exact
    colour of its background: only the terminal knows what the others look like.
    """
    background = _colour(variables["background"])
    if background is None or background.ansi is not None:
        return {**variables, **ANSI_MARKS, "input-cursor-background": variables["border"]}
    found = dict(variables)
    blurred = background.blend(Color.parse(variables["primary"]), BLURRED_SHARE, alpha=1)
    # with a theme's own, only where its author has set it: a derived one is too strong without its transparency
    kept = _colour(variables["block-cursor-blurred-background"])
    found["block-cursor-blurred-background"] = (kept if kept and kept.a == 1 else blurred).hex
    surfaces = [on for name in SURFACES if (on := _on(found.get(name, ""), background))]
    footer = [_on(found["footer-background"], background) or background]
    found["text-muted"] = found["text-disabled"] = _muted(variables, background).hex
    for name in (*TEXTS, *MUTED, *FOOTER):
        if colour := _on(found.get(name, ""), background):
            found[name] = moved(colour, footer if name in FOOTER else surfaces, TEXT_RATIO).hex
    behind_marks = [*surfaces[:2], *filter(None, [_on(variables.get("scrollbar-background", ""), background)])]
    for name in MARKS:
        if colour := _on(found.get(name, ""), background):
            found[name] = moved(colour, behind_marks, MARK_RATIO).hex
    for cursor in ("block-cursor", "input-cursor"):
        behind = _on(found[f"{cursor}-background"], background) or background
        colour = _on(found[f"{cursor}-foreground"], behind) or _contrasting(behind)
        found[f"{cursor}-foreground"] = moved(colour, [behind], TEXT_RATIO).hex
    return found


def _muted(variables: Mapping[str, str], background: Color) -> Color:
    """Return the theme's own muted colour, or one between its foreground and its background."""
    foreground = _on(variables["foreground"], background) or _contrasting(background)
    return _on(variables["text-muted"], background) or foreground.blend(background, MUTED_SHARE, alpha=1)


def moved(colour: Color, surfaces: Iterable[Color], ratio: float) -> Color:
    """Return a colour shifted towards black or white until it stands out from all surfaces, or as far as possible."""
    behind = tuple(surfaces)
    ends = sorted((BLACK, WHITE), key=lambda end: min(contrast(end, on) for on in behind))
    steps = (colour.blend(ends[-1], n / STEPS, alpha=1) for n in range(STEPS + 1))
    return next((step for step in steps if all(contrast(step, on) >= ratio for on in behind)), ends[-1])


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two opaque colours, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: Color) -> float:
    """Return the relative luminance of an opaque colour (WCAG 2.2), from 0 to 1."""
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.normalized]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), parts, strict=True))


def _contrasting(behind: Color) -> Color:
    return max(BLACK, WHITE, key=lambda end: contrast(end, behind))


def _colour(text: str) -> Color | None:
    """Return the parsed colour; None for none, and for one that depends on its background."""
    return None if not text or text.startswith("auto") else Color.parse(text)


def _on(text: str, background: Color) -> Color | None:
    """Return the parsed colour, blended with a background where it is transparent."""
    colour = _colour(text)
    return background.blend(colour.with_alpha(1), colour.a, alpha=1) if colour else None
