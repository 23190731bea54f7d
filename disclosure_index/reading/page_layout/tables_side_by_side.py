"""Split tables side by side on a PDF page, such as an index in newspaper columns."""

from collections.abc import Iterator, Sequence

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.reading.page_layout.lines import Word, join_words, lines_of

_BEFORE_HEAD = 2.0  # points from the left end of a column's cells to that of its head, at most
_CODES, _MORE_CODES = 5, 3  # consecutive codes in two tables side by side, and in each further table
_EDGES = (12.0, 6.0, 3.0)  # points without words before the codes of the second of two tables


def side_by_side(words: Sequence[Word], shapes: CodeShapes, least: int = _CODES) -> list[Sequence[Word]]:
    """Split the words of similar tables side by side; the words above them stay together.

    `least` is the number of consecutive codes in each of two tables.
    """
    edge, top = _repeated_head(words) or _gutter(words, shapes, least)
    if not edge:
        return [words]
    above = [w for w in words if w.bottom < top]
    left = [w for w in words if w.bottom >= top and w.x0 < edge]
    right = [w for w in words if w.bottom >= top and w.x0 >= edge]
    return [part for part in (above, left) if part] + side_by_side(right, shapes, _MORE_CODES)


def _repeated_head(words: Sequence[Word]) -> tuple[float, float] | None:
    """Return the x between two tables with similar heads at one height, and their top; None without them."""
    lines = lines_of(words)
    for line in lines:
        pieces = line.pieces()
        texts = [join_words(piece).casefold() for piece in pieces]
        half = len(pieces) // 2
        if len(pieces) < 4 or len(pieces) % 2 or texts[:half] != texts[half:] or len(set(texts[:half])) < half:
            continue
        if not all(any(map(str.isalpha, text)) for text in texts):
            continue
        edge = pieces[half][0].x0 - _BEFORE_HEAD
        below = [word for word in words if word.top >= line.top - 1]
        if not any(word.x0 < edge < word.x1 for word in below):
            return edge, line.top - 1
    return None


def _gutter(words: Sequence[Word], shapes: CodeShapes, least: int) -> tuple[float, float]:
    """Return the x between two similar tables side by side, and their top; 0.0 for a single table."""
    coded = [w for w in words if shapes.word.match(w.text)]
    lefts = sorted({round(w.x0 / 4) * 4 for w in coded})
    counts = {x: sum(abs(w.x0 - x) < 6 for w in coded) for x in lefts}
    strong = [x for x in lefts if counts[x] >= least]
    if len(strong) < 2 or strong[-1] - strong[0] < 150:
        return 0.0, 0.0
    second = next(x for x in strong if x - strong[0] >= 150)
    columns = [[w for w in coded if abs(w.x0 - x) < 6] for x in (strong[0], second)]
    top = min(w.top for w in columns[1])
    edge = next((x for x in (second - e for e in _EDGES) if not any(w.bottom >= top for w in _across(words, x))), 0.0)
    kinds = [{w.text[0].isdigit() for w in column} for column in columns]
    first_column = strong[0] - min(w.x0 for w in words) < 30  # else perhaps a list of sections with a column each
    between = sum(strong[0] + 30 < w.x0 < second - 20 for w in words)
    behind = sum(w.x0 > second + 30 and w.text.isalpha() for w in words)
    alike = kinds[0] == kinds[1] or (first_column and behind > 2 * counts[second])
    if not edge or not alike or between <= 10:
        return 0.0, 0.0
    return edge, max((word.bottom for word in _across(words, edge)), default=0.0) + 1


def _across(words: Sequence[Word], x: float) -> Iterator[Word]:
    return (word for word in words if word.x0 < x < word.x1)
