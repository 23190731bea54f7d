"""The words of a cell of locations: possible names, and the pages beside each."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from disclosure_index.printed_index.location_cells.page_references import Run
from disclosure_index.printed_index.omissions import begins_with_reason
from disclosure_index.reading.languages.index_words import words

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
