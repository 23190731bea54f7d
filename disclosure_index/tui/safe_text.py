"""Report text on the screen: control characters removed, and cut to a width in cells."""

from rich.cells import cell_len, chop_cells, set_cell_size

from disclosure_index.outputs.escape import for_terminal

ELLIPSIS = "…"
CELL_END = " | "


def line(text: str) -> str:
    """Return a text on one line, without control characters; the cells of a row stay separate."""
    cells = (" ".join(cell.split()) for cell in text.split("\t"))
    return for_terminal(CELL_END.join(cell for cell in cells if cell))


def fit(text: str, width: int) -> str:
    """Return a text exactly `width` cells wide: padded, or cut with an ellipsis; a wide character is never split."""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + ELLIPSIS, width) if width > 0 else ""


def wrap(text: str, width: int) -> list[str]:
    """Return a line as lines of at most `width` cells, broken between words and between any two Chinese characters."""
    lines: list[str] = []
    rest = text
    while rest:
        start = rest[: 2 * width + 2]  # chop_cells would break all of the rest, for every line
        piece = (chop_cells(start, max(2, width)) or [start])[0]  # characters without width give no piece
        if len(piece) < len(rest) and (at := _last_break(piece, rest[len(piece)])):
            piece = piece[:at]
        lines.append(piece.rstrip(" "))
        rest = rest[len(piece) :].lstrip(" ")
    return lines or [""]


def _last_break(piece: str, following: str) -> int:
    """Return the end of a piece: before `following`, after a space, or beside a wide character; 0 if there is none."""
    signs = piece + following
    for at in range(len(piece), 0, -1):
        before, after = signs[at - 1], signs[at]
        apart = " " in (before, after) or _is_wide(before) or _is_wide(after)
        if apart and after not in _NOT_FIRST and before not in _NOT_LAST:
            return at
    return 0


_NOT_FIRST = "，。、；：！？）」』”’》〉】,.;:!?)]%％"
_NOT_LAST = "（「『“‘《〈【(["


def _is_wide(sign: str) -> bool:
    return cell_len(sign) == 2
