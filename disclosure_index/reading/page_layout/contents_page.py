"""The table of contents of a document without markup: the lines that are headings, and their levels."""

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from rapidfuzz import fuzz

from disclosure_index.catalog.notation.shipped_shapes import shipped_shapes
from disclosure_index.reading.plain_title import plain

_START = re.compile(
    r"\W*(?:table of contents|contents?|indice|sommario|contenuti|inhalt(?:sverzeichnis)?|sommaire|índice|inhoud"
    r"|目\s*[录錄次])\W*$",
    re.IGNORECASE,
)
_INDEX = re.compile(r"\W*index\W*$", re.IGNORECASE)  # also contents, if leaders follow
_SOON = 12  # lines below the head of contents
_PAGE = re.compile(r"\W*(\d{1,3})(?:\s?[-\u2013~]\s?\d{1,3})?\W*")
_LEADERS = re.compile(r"[.…·\s]{3,}(?=\d{1,3}\W*$)|\t+| {3,}")
_DOTS = re.compile(r"(?:[.…·]\s{0,2}){4,}\d{1,3}\W*$")
_PAGE_FIRST = re.compile(r"(\d{1,3})\s+(\D.{2,})")
_PAGE_LAST = re.compile(r"(\D.{2,}?)\s+(\d{1,3})")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d+)*[.、]?\s+|[一二三四五六七八九十]+、\s*)(?=\D)")
_LONGEST = 90
_BREAK = 12  # lines without an entry that end the contents
_ALIKE = 90.0
_LEADS_ELSEWHERE = re.compile(r"\t|^\s*>|>\s*$")  # a table row, or a link to another section in a running head
_RUNNING = 3  # occurrences of a title in the file from which on it is a running head
_HEAD = 6  # lines of a running head, with empty ones
_SENTENCE = 25  # characters: longer than a line of a list of titles


@dataclass(frozen=True, slots=True)
class Entry:
    """A title of the contents; page 0 for a chapter without a page, above its sections."""

    title: str
    level: int
    page: int = 0


def find_contents(lines: Sequence[str]) -> tuple[tuple[Entry, ...], int]:
    """Return the entries of the table of contents in page order, and the number of the line after it."""
    start = next((i for i, line in enumerate(lines[:2000]) if _is_start(line, lines[i + 1 : i + _SOON])), None)
    if start is None:
        return (), 0
    cells: list[tuple[int, int, str]] = []  # column, row, text
    at, last = start + 1, start
    while at < len(lines) and at - last <= _BREAK:
        line = lines[at]
        if len(line) > 400 or (len(_LEADERS.sub(" ", line)) > _LONGEST and "\t" not in line):
            break
        if shipped_shapes().starts_with_code(line):
            break  # rows of an index are not entries of the contents, though they also end in page numbers
        parts = _cells(line)
        if any(_PAGE.fullmatch(part) for part in parts):
            last = at
        cells += [(column, at, part.strip()) for column, part in enumerate(parts) if part.strip()]
        at += 1
    entries = _entries([cell for cell in cells if cell[1] <= last])
    return (tuple(entries), last + 1) if sum(bool(e.page) for e in entries) >= 3 else ((), 0)


def _is_start(line: str, following: Sequence[str]) -> bool:
    """Whether a line is the head of the contents."""
    if _INDEX.match(line.strip()):
        return sum(_DOTS.search(below) is not None for below in following) > 1
    return _START.match(line.strip()) is not None


def _cells(line: str) -> list[str]:
    if "\t" in line:
        return line.split("\t")
    if match := _PAGE_FIRST.fullmatch(line.strip()):
        return [match[2], match[1]]
    if match := _PAGE_LAST.fullmatch(_LEADERS.sub("  ", line.strip())):
        return [match[1].rstrip(" .…·"), match[2]]
    return [line]


def _entries(cells: list[tuple[int, int, str]]) -> list[Entry]:
    """Join titles with the pages to their right, and put chapters before their sections."""
    pages = {(column, row): int(m[1]) for column, row, text in cells if (m := _PAGE.fullmatch(text))}
    found: list[Entry] = []
    for column, row, text in sorted(cells):
        if (column, row) in pages or not re.search(r"[^\W\d]", text) or len(text) > _LONGEST:
            continue
        number = _NUMBERED.match(text)
        title = text[number.end() :] if number else text
        page = pages.get((column + 1, row), 0)
        found.append(Entry(title.strip(), 2 if number or page else 1, page))
    if not any(not e.page for e in found) and not any(e.level == 1 for e in found):
        found = [replace(e, level=1) for e in found]
    nested = [(e.page or next((o.page for o in found[i:] if o.page), 10**6), i) for i, e in enumerate(found)]
    return [found[i] for _, i in sorted(nested)]


def place_entries(entries: Sequence[Entry], lines: Sequence[str], start: int) -> dict[int, Entry]:
    """Return the entries by the line of their titles, in order; a chapter's is the last before its first section."""
    where: dict[str, list[int]] = {}
    for number in range(start, len(lines)):
        if 1 < len(lines[number].strip()) <= _LONGEST and not _LEADS_ELSEWHERE.search(lines[number]):
            where.setdefault(plain(lines[number]), []).append(number)
    placed: dict[int, Entry] = {}
    titles = {plain(entry.title) for entry in entries}
    at = start
    before: list[int] = []
    for entry in (e for e in entries if e.page):
        after = [n for n in _occurrences(entry.title, where) if n >= at]
        if after:
            runs = len(after) >= _RUNNING
            begun = [n for n in after if runs and _is_under_its_head(n, entry, lines)]
            begun = begun or [n for n in after if not _still_runs(before, after, n)] or after
            best = next((n for n in begun if has_text(n, lines, titles)), begun[0])
            placed[best] = entry
            at = best + 1
            before = after
    for index, entry in enumerate(entries):
        if entry.page:
            continue
        first = next((n for e in entries[index + 1 :] for n, p in placed.items() if p is e), None)
        before = [n for n in _occurrences(entry.title, where) if first is None or n < first]
        if before:
            placed[before[-1]] = entry
    return dict(sorted(placed.items()))


def _is_under_its_head(number: int, entry: Entry, lines: Sequence[str]) -> bool:
    """Whether the page's head, above the line, already has the title: the section begins here."""
    return any(plain(entry.title) in plain(line) for line in lines[max(0, number - _HEAD) : number])


def _still_runs(before: Sequence[int], titles: Sequence[int], number: int) -> bool:
    """Whether the previous title is still the running head of later pages, so that a line only announces the next."""
    following = sorted([(n, True) for n in before if n > number] + [(n, False) for n in titles if n > number])
    return len(following) >= _RUNNING and all(prior for _, prior in following[: _RUNNING - 1])


def has_text(number: int, lines: Sequence[str], titles: Container[str]) -> bool:
    """Whether text follows a title, and not another title: a chapter's first page lists its sections."""
    following = [line for line in lines[number + 1 : number + 12] if line.strip()][:4]
    before_title = takewhile(lambda line: plain(line) not in titles, following)
    return any(len(line.strip()) > _SENTENCE for line in before_title)


def _occurrences(title: str, where: dict[str, list[int]]) -> list[int]:
    want = plain(title)
    if want in where or len(want) < 6:
        return where.get(want, [])
    best = max(where, key=lambda text: fuzz.ratio(text, want, score_cutoff=_ALIKE), default="")
    return where[best] if best and fuzz.ratio(best, want) >= _ALIKE else []
