"""The words of a cell of locations: possible names, and the pages beside each."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from disclosure_index.printed_index.location_cells.page_references import Run, only_pages
from disclosure_index.printed_index.omissions import begins_with_reason
from disclosure_index.printed_index.vocabulary import SECTION_NUMBER
from disclosure_index.reading.languages.index_words import words
from disclosure_index.reading.plain_title import plain

LONGEST_TITLE = 90
MOST_WORDS = 12
"""Words of a title: of 1,094 titles of sections 97 % have no more, and 98 % have no more than `LONGEST_TITLE`."""
SENTENCE = re.compile(r"[a-z]\.(?:\s|$)|。")
_QUOTES = "“”\"'《》「」『』[]【】()（） .,，、;；:："
_BETWEEN = re.compile(rf"[\W\d]*(?:{words('between-pages')}(?:\b|(?<=[\u3400-\u9fff]))[\W\d]*)*", re.IGNORECASE)
"""The text between two runs of pages that belong to the same words."""
_EDGES = re.compile(
    rf"^(?:{words('edge-before')}\b\s*)+|[\s–—-]*\b{words('edge-behind')}$"
    r"|[\s–—-]+$|^[\s–—-]+",
    re.IGNORECASE,
)
"""The text around words beside pages that is not part of them: "under … on", a dash."""
_DASHES = re.compile(r"^\s*[–—-]\s+|\s+[–—-]+\s*$")
_GENERIC = re.compile(words("generic-document"), re.IGNORECASE)
"""The words beside a page of this report that name no other: "Report p. 3"."""
_WITHIN = re.compile(rf".*\b{words('within')}\b\s*(?P<name>[^,;]{{4,60}})$", re.IGNORECASE)
"""The words before the document of a name: "the review of associations in the Climate Change Report"."""

_LISTED = (r"[,，]\s*", r"[,，、]\s*", rf"[,，、]\s*(?:and\s+)?|\s+{words('page-and')}\s+|\s*[&及和与與]\s*")
"""The separators of titles in a list; the first that leaves the document's titles whole is used."""
NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+(?=[^\W\d])")
ITEM_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*(?:[.、]\s*|\s+)(?=[^\W\d])")
"""The number of a section, beside pages that are marked as such: "2. Finance P.5"."""
_NEXT_HEADING = re.compile(r"(?<=\d)\s+[A-Z]{3,6}\s\d{3}\s?[:：–—-]\s?[^\W\d].*$", re.DOTALL)
"""The heading of the next group, which a PDF may glue to the pages above it: "52 GRI 303: Water (2016)"."""


def without_next_heading(text: str) -> str:
    """Return a cell of pages without the heading of the next group after them.

    >>> without_next_heading("52 GRI 303: Water (2016)"), without_next_heading("Water, 52 GRI 303: Water")
    ('52', 'Water, 52 GRI 303: Water')
    """
    heading = _NEXT_HEADING.search(text)
    return text[: heading.start()] if heading and only_pages(text[: heading.start()]) is not None else text


def bare_title(text: str) -> str:
    """Return a title without the marks around it, but with the last bracket of "Research (Electronics)"."""
    text = _DASHES.sub("", text)
    bare = text.strip(_QUOTES)
    behind = text[text.find(bare) + len(bare) :]
    for opening, closing in ("()", "（）"):
        if bare.count(opening) > bare.count(closing) and behind.startswith(closing):
            return bare + closing
    return bare


def parts_with_pages(item: str, runs: Sequence[Run]) -> Iterator[tuple[int, int]]:
    """Yield the parts of an item, each some words and the pages beside them: "Water, p. 4 Waste, p. 12" has two."""
    if len(runs) < 2 or SENTENCE.search(item.rstrip(" .。")):
        yield 0, len(item)
        return
    words_first = _BETWEEN.fullmatch(item[: runs[0].start]) is None
    at = 0
    for run, after in pairwise(runs):
        if not _BETWEEN.fullmatch(item[run.end : after.start]):
            end = run.end if words_first else after.start
            yield at, end
            at = end
    yield at, len(item)


def _within_edges(words: str) -> str:
    """Return words without the text around them."""
    while words != (bare := bare_title(_EDGES.sub("", words))):
        words = bare
    return words


def name_beside(words: str) -> str:
    """Return the words beside pages if they may be the name of a section or of another document."""
    words = _within_edges(words)
    if within := _WITHIN.search(words):
        words = _within_edges(within["name"])
    if _GENERIC.fullmatch(words):
        return ""
    is_name = len(words) <= LONGEST_TITLE and len(words.split()) <= MOST_WORDS and not SENTENCE.search(words)
    return words if is_name and re.search(r"[^\W\d_]{2}", words) and not begins_with_reason(words) else ""


def each_number(path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a path; for "Sections 2.1, 2.2" one for each number."""
    numbers = re.split(r"\s*(?:,|、|/|&|\band\b|及|和)\s*", path[-1])
    if len(numbers) > 1 and all(SECTION_NUMBER.fullmatch(number) for number in numbers):
        yield from ((*path[:-1], number) for number in numbers)
    else:
        yield path


def listed_titles(item: str, titles: Collection[str]) -> list[str]:
    """Return the titles in a list; a text that is not a list alone."""
    if plain(item) in titles:
        return [item]
    parts = [part for part in re.split(r"\s*/\s*", item) if part]
    if len(parts) > 1 and (all(map(NUMBERED.match, parts)) or all(plain(part) in titles for part in parts)):
        return parts
    for mark in _LISTED:
        parts = [part for part in re.split(mark, item) if part]
        if len(parts) > 1 and all(plain(part) in titles for part in parts):
            return parts
    return [item]
