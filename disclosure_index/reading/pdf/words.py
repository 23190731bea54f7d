"""The words of a PDF page from its characters: struck twice read once, spaced-out words joined, turned ones ordered."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from disclosure_index.reading.page_layout.lines import Word
from disclosure_index.reading.pdf.characters import Character
from disclosure_index.reading.pdf.frame import TURNS, Frame
from disclosure_index.reading.pdf.radicals import without_radicals

_GAP = 0.15
"""Of the font size: a wider gap separates words; a space is 0.25 wide, and letters of a word are 0.1 apart at most."""
_LOOSE_GAP = 0.6
"""The same between characters that pdfium puts in one word: a gap is loose setting, or else a column's."""
_SAME_LINE = 0.25  # of the font size: between the heights of characters in one line; a raised figure is 0.33 above
_NUDGE = 0.05  # points
_SAME_SIZE = 0.05  # of the font size
_STRUCK = 0.12  # of the font size: the distance of a character struck twice, to make it bold
_SPACED = 4  # consecutive single letters that make a spaced-out word
_EVEN = 1.6  # times the usual gap of such a word: a wider one separates two words
_MOST_TURNED = 0.5  # the share of a page's characters that makes the whole page turned


class _Glyph(NamedTuple):
    """A character on the displayed page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    drawn_by: int
    number: int
    follows: int


@dataclass(frozen=True, slots=True)
class PageWords:
    """The words of a page in reading direction, and those across it, each line separately."""

    words: list[Word]
    across: list[str]
    frame: Frame


def words_of(characters: Sequence[Character], frame: Frame) -> PageWords:
    """Return the words of a page; if most text is turned, the page is read as if turned back."""
    turns = Counter((character.turn + frame.turn) % 360 for character in characters if not character.text.isspace())
    most = max(turns, key=lambda turn: turns[turn], default=0)
    upright = most if turns[most] > _MOST_TURNED * turns.total() else 0
    frame = frame.turned(-upright)
    by_turn: dict[int, list[Character]] = defaultdict(list)
    for character in characters:
        by_turn[(character.turn + frame.turn) % 360].append(character)
    words = list(_words(by_turn.pop(0, []), frame))
    across = [
        " ".join(word.text for word in line)
        for turn in TURNS
        for line in _lines(_words(by_turn.get(turn, []), frame.turned(-turn)))
    ]
    return PageWords(words, across, frame)


def _lines(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Split words in reading order at the ends of lines."""
    line: list[Word] = []
    for word in words:
        if line and (abs(word.middle - line[-1].middle) > _SAME_LINE * word.size or word.x0 - line[-1].x1 > word.size):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _words(characters: Iterable[Character], frame: Frame) -> Iterator[Word]:
    glyphs: list[_Glyph] = []
    for c in characters:
        x0, top, x1, bottom = frame.seen(c.box)
        if glyphs and c.turn and c.drawn_by == glyphs[-1].drawn_by and 0 < x0 - glyphs[-1].x1 < _LOOSE_GAP * c.size:
            glyphs[-1] = glyphs[-1]._replace(x1=x0)  # the width of a turned character is that of its ink
        glyphs.append(_Glyph(c.text, x0, x1, top, bottom, c.size, c.drawn_by, c.number, c.follows))
    for line in _by_height(glyphs):
        yield from _joined([_word(glyphs) for glyphs in _parted(_struck_once(line))])


def _by_height(glyphs: Sequence[_Glyph]) -> Iterator[list[_Glyph]]:
    """Yield the characters of each line, from left to right."""
    line: list[_Glyph] = []
    for glyph in sorted(glyphs, key=lambda g: (g.bottom, g.x0)):
        if line and glyph.bottom - line[-1].bottom > _SAME_LINE * min(glyph.size, line[-1].size):
            yield sorted(line, key=_place)
            line = []
        line.append(glyph)
    if line:
        yield sorted(line, key=_place)


def _place(glyph: _Glyph) -> float:
    """Return a character's position in its line: a space of pdfium, without width, precedes the next character."""
    return glyph.x0 - _NUDGE if glyph.x0 == glyph.x1 else glyph.x0


def _struck_once(line: Sequence[_Glyph]) -> Iterator[_Glyph]:
    """Yield the characters of a line, without those drawn again in the same place."""
    last: dict[str, _Glyph] = {}
    for glyph in line:
        before = last.get(glyph.text)
        if before is not None and abs(glyph.size - before.size) <= _SAME_SIZE * glyph.size:
            near = glyph.x0 - before.x0 < _STRUCK * glyph.size and glyph.x0 < (before.x0 + before.x1) / 2
            # One object draws "ff" in one place if that is a single glyph of its font.
            if near and (glyph.drawn_by != before.drawn_by or glyph.x0 > before.x0):
                continue
        last[glyph.text] = glyph
        yield glyph


def _parted(line: Iterable[_Glyph]) -> Iterator[list[_Glyph]]:
    """Split the characters of a line into words."""
    word: list[_Glyph] = []
    for glyph in line:
        if glyph.text.isspace():
            if word:
                yield word
                word = []
            continue
        loose = word and glyph.follows == word[-1].number
        if word and (
            glyph.x0 - word[-1].x1 > (_LOOSE_GAP if loose else _GAP) * word[-1].size
            or abs(glyph.size - word[-1].size) > _SAME_SIZE * max(glyph.size, word[-1].size)
        ):
            yield word
            word = []
        word.append(glyph)
    if word:
        yield word


def _word(glyphs: Sequence[_Glyph]) -> Word:
    return Word(
        without_radicals("".join(glyph.text for glyph in glyphs)),
        glyphs[0].x0,
        max(glyph.x1 for glyph in glyphs),
        min(glyph.top for glyph in glyphs),
        max(glyph.bottom for glyph in glyphs),
        glyphs[0].size,
    )


def _joined(words: Sequence[Word]) -> Iterator[Word]:
    """Join the letters of words that are spaced out: "I N D E X"."""
    start = 0
    while start < len(words):
        end = start
        while end < len(words) and _is_letter(words[end]) and (end == start or _is_near(words[end - 1], words[end])):
            end += 1
        if end - start < _SPACED:
            yield from words[start : end or 1] if end > start else words[start : start + 1]
            start = max(end, start + 1)
            continue
        yield from _spaced_out(words[start:end])
        start = end


def _is_letter(word: Word) -> bool:
    return len(word.text) == 1 and word.text.isascii()


def _is_near(left: Word, right: Word) -> bool:
    return right.x0 - left.x1 < 2 * left.size and left.size == right.size


def _spaced_out(letters: Sequence[Word]) -> Iterator[Word]:
    usual = median(b.x0 - a.x1 for a, b in pairwise(letters))
    word = [letters[0]]
    for letter in letters[1:]:
        if letter.x0 - word[-1].x1 > _EVEN * usual:
            yield _of_letters(word)
            word = []
        word.append(letter)
    yield _of_letters(word)


def _of_letters(letters: Sequence[Word]) -> Word:
    first, last = letters[0], letters[-1]
    return Word("".join(w.text for w in letters), first.x0, last.x1, first.top, first.bottom, first.size)
