"""Codes broken at their dash by a narrow column: "302-" with "1" below it is 302-1."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from disclosure_index.reading.page_layout.lines import Word, join_lines

_FIRST = re.compile(r"(?:.*\s)?[A-Z\d][A-Z\d-]{0,8}[-\u2010-\u2013]")
_FIRST_WORD = re.compile(r"[(\[]?[A-Z\d][A-Z\d-]{0,8}[-\u2010-\u2013]")
_SECOND = re.compile(r"(?:[A-Z]{2}[-\u2010-\u2013]|\d{1,3}[a-z]?(?:[.-][\da-z]{1,2})?[)\]]?)(?=\s|$)")
_ENDS_IN_NUMBER = re.compile(r"(?:.*\s)?\d{1,3}")
_DASHED = re.compile(r"[-\u2010-\u2013]\d{1,2}(?=\s|$)")
_WITHIN = re.compile(r"(?<!\S)[A-Z\d][A-Z\d-]{0,8}[-\u2010-\u2013](?!\S)")
_BEHIND = re.compile(r"(?<!\S)\d{1,2}(?!\S)\s?")
_LINES_BELOW = 2  # in which the second part is searched: another cell may be between
_BELOW = 0.8  # of the font size: between the lines of one cell, at most
_FLUSH = 2.0  # points between the left ends of both parts


def is_broken(text: str, is_code: Callable[[str], bool]) -> bool:
    """Whether a cell is the first part of a code whose second part is on another page."""
    return _FIRST_WORD.fullmatch(text) is not None and is_code(f"{text}1")


def joined_lines(lines: Sequence[str]) -> Iterator[str]:
    """Yield lines; a line that begins with a code's second part is joined to the line above.

    A dash in another font, such as a non-breaking one, may begin the second line.
    """
    open_line = ""
    for line in lines:
        if open_line and (_DASHED if open_line[-1].isdigit() else _SECOND).match(line):
            open_line += line
            if not _FIRST.fullmatch(open_line):
                yield open_line
                open_line = ""
            continue
        if open_line:
            yield open_line
            open_line = ""
        if _FIRST.fullmatch(line) or _ENDS_IN_NUMBER.fullmatch(line):
            open_line = line
        else:
            yield line
    if open_line:
        yield open_line


def joined_within(lines: Sequence[str], is_code: Callable[[str], bool]) -> list[str]:
    """Return lines, where a code's second part joins it from the next line, among other cells.

    "305- Direct emissions 12" above "1 of the year" is "305-1 Direct emissions 12" above "of the year".
    """
    found = list(lines)
    for number, line in enumerate(lines):
        for first in _WITHIN.finditer(line):
            for below in range(number + 1, min(number + 1 + _LINES_BELOW, len(found))):
                second = _BEHIND.search(found[below])
                if second and is_code(first[0] + second[0].rstrip()):
                    found[number] = line[: first.end()] + second[0].rstrip() + line[first.end() :]
                    found[below] = found[below][: second.start()] + found[below][second.end() :]
                    break
    return found


def joined_words(words: Sequence[Word]) -> list[Word]:
    """Return words, where the second part of a broken code is joined to the first."""
    firsts = [word for word in words if _FIRST_WORD.fullmatch(word.text)]
    if not firsts:
        return list(words)
    put: dict[int, Word] = {}
    gone: set[int] = set()
    for first in firsts:
        text, above = first.text, None if id(first) in gone else first
        while above is not None and _FIRST_WORD.fullmatch(text):
            above = next((word for word in words if id(word) not in gone and _is_below(above, word)), None)
            if above is not None:
                text += above.text
                gone.add(id(above))
        put[id(first)] = replace(first, text=text)
    return [put.get(id(word), word) for word in words if id(word) not in gone]


def _is_below(first: Word, word: Word) -> bool:
    flush = abs(word.x0 - first.x0) < _FLUSH or abs(word.x0 + word.x1 - first.x0 - first.x1) < 2 * _FLUSH  # or centred
    return (
        flush
        and word.middle - first.middle > 0
        and word.top - first.bottom < _BELOW * first.size
        and _SECOND.fullmatch(word.text) is not None
    )


def joined_rows(last: Sequence[str], first: Sequence[str]) -> tuple[str, ...] | None:
    """Return the last row of a page joined with the first row of the next page.

    None for two separate rows: the first has no broken code, or the second part is not below it.
    """
    if len(last) != len(first):
        return None
    broken = [
        bool(_FIRST_WORD.fullmatch(above) and _SECOND.fullmatch(below))
        for above, below in zip(last, first, strict=True)
    ]
    if not any(broken):
        return None
    return tuple(
        above + below if is_broken else join_lines(above, below)
        for above, below, is_broken in zip(last, first, broken, strict=True)
    )
