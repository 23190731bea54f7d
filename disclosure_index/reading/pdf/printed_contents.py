"""The printed contents of a PDF: lists of titles with page numbers, in one column or several."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.reading.page_layout.contents_page import Entry
from disclosure_index.reading.page_layout.lines import Line, Word, join_words

_HEAD = re.compile(
    r"\W*(?:table of contents|contents?|index|indice(?: dei contenuti)?|sommario|contenuti|inhalt(?:sverzeichnis)?"
    r"|sommaire|índice|inhoud|目\s*[录錄次])\W*",
    re.IGNORECASE,
)
_LEADERS = re.compile(r"(?:[.…·‧﹒_．]\s?){3,}")
_PAGE_OF = r"(?:pp?\.\s?|[Pp]age\s)?"
_TO = r"(?:\s?[-\u2013]\s?\d{1,3})?"
_LAST = re.compile(rf"(.*?\S)\s*(?:(?:[.…·‧﹒_．]\s?){{3,}}|\s|\||(?<=[)）]))\s*{_PAGE_OF}(\d{{1,3}}){_TO}\W*")
_FIRST = re.compile(r"(?:pp?\.\s?)?(\d{1,3})(?:\s?[-\u2013]\s?\d{1,3})?\s*[|/]?\s+(\D.*)")
_NUMBER = re.compile(r"\W{0,3}(?:pp?\.\s?|[Pp]age\s)?(\d{1,3})(?:\s?[-\u2013]\s?\d{1,3})?\W{0,3}")
_LEAST = 3  # entries below a head of contents
_LEAST_LED = 5  # entries with leaders, without a head
_LEAST_BARE, _BARE = 6, 0.5  # entries, and their share of the lines, without head and leaders
_MEAN_BARE = 50  # characters of their entries, at most: longer ones are lines of text that end with numbers
_RISING = 0.8  # the share of entries whose page is not before that of the previous entry
_CODES = 2  # entries that begin with a code: the index of a framework instead of contents
_CHAPTER = r"第?[一二三四五六七八九十\d]+[章部編编篇]|chapter|section|part|[一二三四五六七八九十]+[、.]|[IVX]+\."
_DEEP = (
    (1, re.compile(_CHAPTER, re.IGNORECASE)),
    (2, re.compile(r"[(（][一二三四五六七八九十]+[)）]")),
    (3, re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}")),
    (2, re.compile(r"\d{1,2}\.\d{1,2}")),
    (1, re.compile(r"\d{1,2}[.、)]?\s")),
)
_COLUMN = 100.0  # points between the left ends of two columns
_INDENT = 6.0  # points from the left end of a title to that of a lower level
_LONGEST = 120  # characters of a title
_WRAPPED = 1.6  # font sizes between two lines of a title, at most
_NUMERAL = re.compile(
    r"(?:\d{1,2}(?:\.\d{1,2}){0,2}[.、)]?\s*|[一二三四五六七八九十]+、\s*|[(（][一二三四五六七八九十]+[)）]\s*)(?=\D)"
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A separate part of a line."""

    text: str
    x0: float
    top: float
    size: float


def may_be_contents(lines: Sequence[str]) -> bool:
    """Whether a page may be contents: a line is a head of contents, or many have leaders."""
    numbered = sum(_LAST.fullmatch(line) is not None and line[:1].isalpha() for line in lines)
    return (
        any(_HEAD.fullmatch(line) for line in lines)
        or numbered >= max(_LEAST_BARE, _BARE * len(lines))
        or sum(_LEADERS.search(line) is not None for line in lines) >= _LEAST_LED
    )


def read_contents(lines: Sequence[Line], shapes: CodeShapes) -> list[Entry]:
    """Return the entries of a page of contents, in page order; none for other pages."""
    pieces = [[_Piece(_text(words), words[0].x0, line.top, line.size) for words in line.pieces()] for line in lines]
    headed = any(_HEAD.fullmatch(piece.text) for line in pieces for piece in line)
    led = sum(_LEADERS.search(line.text) is not None for line in lines)
    texts = [piece.text for line in pieces for piece in line]
    numbers_first = sum(_FIRST.fullmatch(text) is not None and not _LAST.fullmatch(text) for text in texts)
    numbers_last = sum(_LAST.fullmatch(text) is not None for text in texts)
    numbers_first += sum(len(line) > 1 and _NUMBER.fullmatch(line[0].text) is not None for line in pieces)
    numbers_last += sum(len(line) > 1 and _NUMBER.fullmatch(line[-1].text) is not None for line in pieces)
    found = list(_first(pieces) if numbers_first > numbers_last else _last(pieces))
    found = [
        (piece, page) for piece, page in found if re.search(r"[^\W\d_]", piece.text) and len(piece.text) <= _LONGEST
    ]
    if sum(shapes.starts_with_code(piece.text) for piece, _ in found) >= _CODES:
        return []
    shown = headed or led >= _LEAST_LED
    least = _LEAST if headed else _LEAST_LED if shown else max(_LEAST_BARE, _BARE * len(lines))
    if len(found) < least:
        return []
    if not shown and sum(len(piece.text) for piece, _ in found) > _MEAN_BARE * len(found):
        return []
    in_order = _by_column(found)
    rising = sum(a[1] <= b[1] for a, b in pairwise(in_order))
    if rising < (_RISING if shown else 1) * (len(in_order) - 1):
        return []
    return [
        Entry(_title(piece.text), _level(piece, in_order), page) for piece, page in sorted(in_order, key=lambda e: e[1])
    ]


def _text(words: Sequence[Word]) -> str:
    return join_words(words).strip()


def _last(lines: Sequence[Sequence[_Piece]]) -> Iterator[tuple[_Piece, int]]:
    """Yield titles with the number after them, on their line or, for wrapped titles, on the last one."""
    open_pieces: list[_Piece] = []
    for line in lines:
        waiting: _Piece | None = None
        for piece in line:
            if waiting is not None and (number := _NUMBER.fullmatch(piece.text)):
                yield _joined(open_pieces, waiting), int(number[1])
                waiting = None
            elif match := _LAST.fullmatch(piece.text):
                yield _joined(open_pieces, _Piece(match[1], piece.x0, piece.top, piece.size)), int(match[2])
                waiting = None
            else:
                if waiting is not None:
                    open_pieces.append(waiting)
                waiting = piece
        if waiting is not None:
            open_pieces.append(waiting)
        open_pieces = [p for p in open_pieces if line[0].top - p.top < _WRAPPED * p.size]


def _joined(open_pieces: list[_Piece], last: _Piece) -> _Piece:
    """Put the lines above before the last line of a title if it continues in lower case, or lacks its beginning."""
    above = next(
        (
            p
            for p in open_pieces
            if abs(p.x0 - last.x0) < 2 and p.top < last.top and last.top - p.top < _WRAPPED * last.size
        ),
        None,
    )
    if above is None or abs(above.size - last.size) > 0.5 or not last.text[:1].islower():
        return last
    open_pieces.remove(above)
    return _Piece(f"{above.text} {last.text}", above.x0, above.top, above.size)


def _first(lines: Sequence[Sequence[_Piece]]) -> Iterator[tuple[_Piece, int]]:
    """Yield titles with the number before them."""
    for line in lines:
        number = 0
        for piece in line:
            if match := _FIRST.fullmatch(piece.text):
                yield _Piece(match[2], piece.x0, piece.top, piece.size), int(match[1])
                number = 0
            elif alone := _NUMBER.fullmatch(piece.text):
                number = int(alone[1])
            elif number:
                yield piece, number
                number = 0


def _by_column(found: Sequence[tuple[_Piece, int]]) -> list[tuple[_Piece, int]]:
    """Return the entries column by column: with left ends far apart, they are in several."""
    lefts: list[float] = []
    for x in sorted(piece.x0 for piece, _ in found):
        if not lefts or x - lefts[-1] > _COLUMN:
            lefts.append(x)
    return sorted(found, key=lambda e: (sum(left <= e[0].x0 for left in lefts), e[0].top))


def _level(piece: _Piece, all_of_them: Sequence[tuple[_Piece, int]]) -> int:
    for level, pattern in _DEEP:
        if pattern.match(piece.text):
            return level
    column = [p.x0 for p, _ in all_of_them if abs(p.x0 - piece.x0) < _COLUMN]
    largest = max(p.size for p, _ in all_of_them)
    return 1 if piece.x0 - min(column) < _INDENT and piece.size > 0.9 * largest else 2


def _title(text: str) -> str:
    """Return a title without the leaders after it."""
    return _LEADERS.sub(" ", text).strip(" .…·_|")


def without_numeral(title: str) -> str:
    """Return a title without the number of its section."""
    return _NUMERAL.sub("", title, count=1)
