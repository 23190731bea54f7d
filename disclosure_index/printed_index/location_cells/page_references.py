"""Printed page references in the notation ``7;41-43;14+``, each with its offsets in the cell."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from disclosure_index.reading.languages.index_words import words

_DASH = r"[-~\u2010-\u2015\u2212\u301c\uff0d\uff5e]"
_LEAD_WORDS = words("page")
"""The words before a page in the languages of printed indexes."""
_BEHIND = rf"(?:{words('page-behind')})?"

_LEAD = rf"(?:{_LEAD_WORDS}|s|第)(?![^\W\d])[.:：]?\s*|(?:{_LEAD_WORDS}|第)[.:：]?(?=\d)|[【\[(（]\s*"
_NUMBER = r"(?!0+\b)(?!(?:19|20)\d\d(?!\d))\d{1,4}(?![\d%])(?!\.\d)"  # "0" is an answer, and 2024 a year
_ON = rf"\s*(?:{words('page-onwards')})"
_ITEM = (
    rf"(?:{_LEAD})*(?P<first>{_NUMBER})\s*{_BEHIND}"
    rf"(?:\s*(?:{_DASH}|{words('page-to')})+\s*(?:{_LEAD})*(?P<last>{_NUMBER}))?"
    rf"\s*{_BEHIND}(?:(?P<on>{_ON})|\s*(?P<following>{words('page-following')}))?\s*[】\])）]*"
)
_ITEMS = re.compile(_ITEM, re.IGNORECASE)
_NOTE_MARK = re.compile(r"(?<=[\d页頁])\s?(?:[*†‡]+|[¹²³\u2070-\u2079]+[⁾)]?)")
_JOINT = re.compile(
    rf"\s*(?:{_DASH}\s*(?=[,;、，；]))?(?:(?:[,;、，；/|&+•·\n]|:(?=\s)|{words('page-and')})\s*)+|\s+",
    re.IGNORECASE,
)
"""The separators of pages, including typing slips: "1,, 2", "1; 2-, 3"."""

_MARKED = re.compile(
    rf"(?<![A-Za-zÀ-ÿ])(?:(?:{_LEAD_WORDS}|s(?=\.))(?:[.:：]\s*|\s+|(?=\d))|第(?=\s?\d+\s?(?:[页頁至]|{_DASH})))\s*(?={_NUMBER})"
    rf"|(?=(?<![\d.,])\d{{1,4}}\s?{words('page-behind')})"
    rf"|(?:(?<=[^\W\d]\s)|(?<=[^\W\d]))(?=[(（]\d{{1,3}}(?:\s*(?:{_DASH}|[,、，至])\s*\d{{1,3}})*\s?{_BEHIND}[)）]\s*(?:[,;|、，；]|and\b|$))",
    re.IGNORECASE,
)
_UNIT = re.compile(
    rf"\s?(?:{words('counted')}|%|°|[kMGT]?(?:Wh|J)\b|t(?:CO2?|onnes?|ons?)?\b|kg\b|m[³3²2]\b|hours?\b|employees?\b|people\b|persons?\b|days?\b"
    r"|years?\b|(?:m|b)(?:illio)?n\b|percent|EUR|USD|RMB|HK\$|[人名次噸吨万萬亿億元家个個宗起件]|小时|小時|年)",
)
"""The text that makes a number at the beginning of an answer a figure."""
_SCATTERED = re.compile(
    rf"(?<![\w(.,/-])(?<!(?-i:[A-Z]) )(?<!scope )(?<!principle )(?:{_NUMBER})(?:\s?{_DASH}\s?(?:{_NUMBER}))?"
    rf"(?:,\s?(?:{_NUMBER})(?:\s?{_DASH}\s?(?:{_NUMBER}))?)*(?![\w)%.:-])",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"\d{{2,3}}\s?{_DASH}\s?\d{{2,3}}\s+(?=[A-Z]\w|[\u3400-\u9fff]{{2}})")
_GLUED = re.compile(r"[^\W\d_]{2}|[.,]\d|/\d")
"""The text directly after a number that is not a page."""
_AFTER_LIST = re.compile(r"[,;、，；|\n]\s*")


_BEFORE_LEAD = re.compile(rf"\d+\s+(?:{_LEAD_WORDS}|s\.|第)(?![^\W\d])", re.IGNORECASE)
"""A number before the word for a page belongs to the words before it: "Scope 1 p. 4"."""
_NUMBERED_ANSWERS = re.compile(r"[(（][1-9][)）]\s*\d[^(（]*[(（][2-9][)）]\s*\d")
"""Answers to the parts of a metric: "(1) 12 (2) 34"."""


class Run(NamedTuple):
    """Consecutive page numbers with their offsets, including their prefixes and brackets."""

    start: int
    end: int
    pages: tuple[str, ...]


def only_pages(text: str) -> tuple[str, ...] | None:
    """Return the pages of a cell that holds only page numbers; None for other cells."""
    text = _NOTE_MARK.sub("", text.strip()).rstrip(".,;、，；-–—").lstrip(",;、，； ")
    if not text or _NUMBERED_ANSWERS.match(text):
        return None
    pages, at = _run(text, 0)
    return pages if pages and at == len(text) else None


def last_pages(text: str) -> str:
    """Return the page numbers at the end of a line."""
    for match in re.finditer(rf"(?:(?<=^)|(?<=[\s\u3000-\u9fff]))(?={_LEAD}|\d)", text, re.IGNORECASE):
        if only_pages(text[match.start() :]) is not None and not _BEFORE_LEAD.match(text, match.start()):
            return text[match.start() :]
    return ""


def marked_runs(text: str) -> Iterator[Run]:
    """Yield the marked pages in a text: "Our people, p. 12-14"."""
    at = 0
    while match := _MARKED.search(text, at):
        pages, end = _run(text, match.start())
        if pages:
            yield Run(match.start(), end, pages)
        at = max(end, match.end(), match.start() + 1)


def listed_runs(text: str) -> Iterator[Run]:
    """Yield the pages listed in a cell of a page column, beside any other text: "1, Appendix"."""
    text = _NOTE_MARK.sub(lambda mark: " " * len(mark[0]), text)
    at = len(text) - len(text.lstrip())
    found = False
    while at < len(text):
        pages, end = _run(text, at)
        glued = end > at and not text[end - 1].isspace() and _GLUED.match(text, end)
        if pages and not glued and not _UNIT.match(text, end):
            found = True
            yield Run(at, end, pages)
            at = max(end, at + 1)
        if (following := _AFTER_LIST.search(text, at)) is None:
            break
        at = following.end()
    last = None if found else re.search(rf"(?<=[^\W\d]\s)(?:{_NUMBER})(?:\s?{_DASH}\s?(?:{_NUMBER}))?$", text)
    if last and not re.search(r"(?:scopes?|notes?|parts?|level|tier|phase|kpi)\s$", text[: last.start()], re.I):
        pages, end = _run(text, last.start())
        if pages and end == len(text):
            yield Run(last.start(), end, pages)


def scattered_pages(text: str) -> str:
    """Return the page numbers among the words of a title, from columns read as one cell.

    >>> scattered_pages("Management of material 50-52, 62 issues UNGC 10")
    '50-52, 62'
    """
    lines = (", ".join(match[0] for match in _SCATTERED.finditer(line)) for line in text.split(" | "))
    return next((line for line in lines if line), "")


def run_at(text: str, at: int) -> Run | None:
    """Return the pages at an offset in a text."""
    pages, end = _run(text, at)
    return Run(at, end, pages) if pages else None


def without_runs(text: str, runs: list[Run]) -> str:
    """Return a text without the pages, and without the brackets around them."""
    parts: list[str] = []
    at = 0
    for run in sorted(runs):
        parts.append(text[at : run.start])
        at = max(at, run.end)
    return re.sub(r"[\s,;:：(（\[【|]+$", "", "".join([*parts, text[at:]])).strip(" ,;|")


def leading_range(text: str) -> Iterator[Run]:
    """Yield the range of pages before a title at the start of a text: "24-27 Ethics"; "2-9 Governance" is a code."""
    if (match := _RANGE.match(text)) and (run := run_at(text, 0)) and run.end == match.end():
        yield run


def _run(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """Read consecutive page numbers; the second value is their end."""
    pages: list[str] = []
    end = at
    while match := _ITEMS.match(text, at):
        first, last = int(match["first"]), int(match["last"] or 0)
        if last and not first < last:
            break  # "305-1" is a code
        if match["following"]:  # "12 f." includes the page after it
            last = (last or first) + 1
        pages.append(f"{first}-{last}" if last else f"{first}{'+' if match['on'] else ''}")
        end = match.end()
        joint = _JOINT.match(text, end)
        if not joint and not text[end - 1].isspace():
            break
        at = joint.end() if joint else end
    return tuple(pages), end
