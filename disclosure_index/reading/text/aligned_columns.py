"""Index tables in plain text whose columns are aligned with spaces, as ``pdftotext -layout`` writes them.

Every character has the same width, Chinese or not, as in such text.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.reading.page_layout.index_pages import index_pages
from disclosure_index.reading.page_layout.lines import Word
from disclosure_index.reading.page_layout.tables import blocks_of

_GAP = re.compile(r"\S {2,}\S")
_SPACES = re.compile(r" {2,}")
_WORD = re.compile(r"\S+")
_LEAST = 4  # lines with a gap from which on a page has columns
_LONGEST = 1000  # lines
_WIDTH, _HEIGHT, _PITCH = 5.0, 10.0, 12.75  # one space separates words, two columns; an empty line ends a table


def aligned_rows(lines: Sequence[str], shapes: CodeShapes) -> tuple[Mapping[int, Sequence[str]], set[int]]:
    """Return the cells of the rows by the number of their first line, and all lines of the rows."""
    pages = [page for page in _pages(lines) if sum(_GAP.search(lines[n]) is not None for n in page) >= _LEAST]
    rows: dict[int, Sequence[str]] = {}
    taken: set[int] = set()
    # Two spaces separate columns, however many the text has, because patterns look at each of them.
    texts_of = [[_SPACES.sub("  ", lines[n].strip()) for n in page if lines[n].strip()] for page in pages]
    for number in index_pages(texts_of, shapes):
        page = pages[number]
        blocks = blocks_of([word for n in page for word in _words(lines[n], n)], shapes=shapes).blocks
        found = {round(block.top / _PITCH): block.cells for block in blocks if block.row}
        if found and max(map(len, found.values())) > 1:
            texts = {round(block.top / _PITCH) for block in blocks if not block.row}
            rows |= found
            taken |= {n for n in page if lines[n].strip() and n not in texts}
    return rows, taken


def _pages(lines: Sequence[str]) -> Iterator[range]:
    """Split the lines at form feeds and runs of empty lines, without parts that are too long for a page."""
    start = 0
    for number, line in enumerate(lines):
        if line.startswith("\f") or (number > 1 and not lines[number - 1].strip() and not lines[number - 2].strip()):
            if 0 < number - start <= _LONGEST:
                yield range(start, number)
            start = number
    if len(lines) - start <= _LONGEST:
        yield range(start, len(lines))


def _words(line: str, number: int) -> Iterator[Word]:
    top = number * _PITCH
    for match in _WORD.finditer(line):
        yield Word(match[0], match.start() * _WIDTH, match.end() * _WIDTH, top, top + _HEIGHT, _HEIGHT)
