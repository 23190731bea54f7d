"""Folding of white space in a passage, and the two control characters that are kept."""

NEXT_CELL = "\x1f"  # begins each cell of a row
LINE_BREAK = "\x1e"
# XML text allows neither.


def collapse(text: str) -> str:
    """Fold white space, keep line breaks of the source, and put tabs between a row's cells.

    An empty cell keeps its column.
    """
    if text.isprintable() and "  " not in text:  # only single spaces, as in most text
        return text.strip()
    if NEXT_CELL in text:
        first, *cells = (collapse(cell) for cell in text.split(NEXT_CELL))
        return "\t".join([first, *cells] if first else cells)
    if LINE_BREAK in text:
        return "\n".join(filter(None, (" ".join(line.split()) for line in text.split(LINE_BREAK))))
    return " ".join(text.split())
