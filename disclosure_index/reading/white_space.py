"""White space in a passage: what is folded, and the two signs that are kept through it."""

NEXT_CELL = "\x1f"  # stands before each cell of a row
LINE_BREAK = "\x1e"
# Neither is in a text that XML allows.


def collapse(text: str) -> str:
    """Fold white space; keep line breaks that were set, and put tabs between a row's cells.

    An empty cell still holds its column.
    """
    if text.isprintable() and "  " not in text:  # no white space but single spaces: so is most text
        return text.strip()
    if NEXT_CELL in text:
        first, *cells = (collapse(cell) for cell in text.split(NEXT_CELL))
        return "\t".join([first, *cells] if first else cells)
    if LINE_BREAK in text:
        return "\n".join(filter(None, (" ".join(line.split()) for line in text.split(LINE_BREAK))))
    return " ".join(text.split())
