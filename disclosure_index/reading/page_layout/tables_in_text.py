"""Small tables on a page of text: its texts unchanged, with the rows of the tables between them."""

from collections import Counter
from collections.abc import Iterable, Sequence

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.reading.page_layout.aligned_rows import FEWEST, tables_among
from disclosure_index.reading.page_layout.broken_codes import joined_words
from disclosure_index.reading.page_layout.lines import Line, RuledLine, Word, lines_of
from disclosure_index.reading.page_layout.tables import Block, Read, Upright, blocks_of

_OTHER = 0.05
"""The share of a table's characters by which its lines in the file may differ from its words."""


def may_have_table(texts: Iterable[str], shapes: CodeShapes) -> bool:
    """Whether the lines of a page have enough codes for a table; only then are the positions of its words read."""
    return sum(shapes.tells_cells(text) for text in texts) >= FEWEST


def read_among(
    texts: Sequence[str],
    words: Sequence[Word],
    rules: Sequence[RuledLine],
    verticals: Sequence[Upright],
    shapes: CodeShapes,
) -> Read | None:
    """Read the tables of a page; None without tables. `texts` are its lines, which are kept around them."""
    lines = lines_of(joined_words(words))
    tables: list[tuple[int, int, Read]] = []
    for first, end in tables_among(lines, rules, shapes):
        inside = [word for line in lines[first:end] for word in line.words]
        read = blocks_of(inside, rules, verticals, shapes=shapes)
        if any(block.row for block in read.blocks):
            tables.append((first, end, read))
    if not tables:
        return None
    blocks = _in_order(texts, lines, tables)
    return Read(_as_they_stand(lines, tables) if blocks is None else blocks, tables[-1][2].columns)


def _in_order(
    texts: Sequence[str], lines: Sequence[Line], tables: Sequence[tuple[int, int, Read]]
) -> list[Block] | None:
    """Place each table at its lines among the texts, which are in file order; None if its lines are not found."""
    blocks: list[Block] = []
    start = 0
    for first, end, read in tables:
        place = _place(texts, start, "".join(line.text for line in lines[first:end]))
        if place is None:
            return None
        blocks += [Block((text,), False) for text in texts[start : place[0]]]
        blocks += read.blocks
        start = place[1]
    return [*blocks, *(Block((text,), False) for text in texts[start:])]


def _as_they_stand(lines: Sequence[Line], tables: Sequence[tuple[int, int, Read]]) -> list[Block]:
    """Place the texts around tables by height."""
    blocks: list[Block] = []
    start = 0
    for first, end, read in [*tables, (len(lines), len(lines), Read([]))]:
        blocks += [Block((line.text,), False, line.top) for line in lines[start:first]]
        blocks += read.blocks
        start = end
    return blocks


def _place(texts: Sequence[str], start: int, table: str) -> tuple[int, int] | None:
    """Return the run of texts that has the characters of a table, in any order."""
    wanted = Counter(_bare(table))
    runs = []
    for first in range(start, len(texts)):
        found: Counter[str] = Counter()
        for end in range(first + 1, len(texts) + 1):
            found.update(_bare(texts[end - 1]))
            other = (found - wanted).total()
            if other > _OTHER * wanted.total():
                break
            runs.append((other + (wanted - found).total(), first, end))
    least = min(runs, default=None)
    return least[1:] if least and least[0] <= _OTHER * wanted.total() else None


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))
