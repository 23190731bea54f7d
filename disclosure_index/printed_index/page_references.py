"""Printed page references -> the notation ``7;41-43;14+``."""

import re

from disclosure_index.printed_index.vocabulary import OTHER_DOCUMENT

_DASH = r"[-~\u2010-\u2015\u2212\u301c\uff0d\uff5e]"
_LEAD = r"(?:pages?|pgs?|pp?|seiten?|s|第)\.?\s*|[【\[(（]\s*"
_NUMBER = r"(?!0+\b)\d{1,4}(?![\d%])"  # "0" is an answer
_ITEM = (
    rf"(?:{_LEAD})*(?P<first>{_NUMBER})\s*[页頁]?"
    rf"(?:\s*(?:{_DASH}|to\b|through\b|至|到)+\s*(?:{_LEAD})*(?P<last>{_NUMBER}))?"
    r"\s*[页頁]?(?P<on>\s*(?:et\s*seqq?\.?|ff?\b\.?|onwards?|起|及以后))?\s*[】\])）]*"
)
_ITEMS = re.compile(_ITEM, re.IGNORECASE)
_NOTE_MARK = re.compile(r"(?<=[\d页頁])\s?(?:[*†‡]+|[¹²³\u2070-\u2079]+[⁾)]?)")
_JOINT = re.compile(r"\s*(?:[,;、，；/|&+]|and\b|und\b|及|和|与|與|\s)\s*", re.IGNORECASE)
_MARKED = re.compile(
    rf"(?<![A-Za-z])(?:pages?|pgs?\.?|pp?\.|p(?=\s?\d)|第(?=\s?\d+\s?(?:[页頁至]|{_DASH})))\s*(?={_NUMBER})"
    r"|(?=(?<![\d.,])\d{1,4}\s?[页頁])"
    rf"|(?:(?<=[^\W\d]\s)|(?<=[^\W\d]))(?=[(（]\d{{1,3}}(?:\s*(?:{_DASH}|[,、，至])\s*\d{{1,3}})*\s?[页頁]?[)）]\s*(?:[,;|、，；]|and\b|$))",
    re.IGNORECASE,
)


def only_pages(text: str) -> tuple[str, ...] | None:
    """Read a cell that holds page numbers and nothing else; None for any other."""
    text = _NOTE_MARK.sub("", text.strip()).rstrip(".,;、，；")
    if not text:
        return None
    pages, at = _run(text, 0)
    return pages if pages and at == len(text) else None


def last_pages(text: str) -> str:
    """Return the page numbers that a line ends with."""
    for match in re.finditer(rf"(?:(?<=^)|(?<=[\s\u3000-\u9fff]))(?={_LEAD}|\d)", text):
        if only_pages(text[match.start() :]) is not None:
            return text[match.start() :]
    return ""


def marked_pages(text: str) -> tuple[str, ...]:
    """Return the pages that a text names as such ("Our people, p. 12-14"), without those of other documents."""
    found: list[str] = []
    at = 0
    while match := _MARKED.search(text, at):
        pages, end = _run(text, match.start())
        before = text[at : match.start()]
        if pages and not OTHER_DOCUMENT.search(before):
            found += pages
        at = max(end, match.end(), match.start() + 1)
    return tuple(found)


def without_pages(text: str) -> str:
    """Take the marked pages out of a text, and the brackets that held them."""
    parts: list[str] = []
    at = 0
    while match := _MARKED.search(text, at):
        _, end = _run(text, match.start())
        parts.append(text[at : match.start()])
        at = max(end, match.end(), match.start() + 1)
    return re.sub(r"[\s,;:：(（\[【|]+$", "", "".join([*parts, text[at:]])).strip(" ,;|")


def _run(text: str, at: int) -> tuple[tuple[str, ...], int]:
    """Read page numbers one after the other; the second value is where they end."""
    pages: list[str] = []
    end = at
    while match := _ITEMS.match(text, at):
        first, last = int(match["first"]), int(match["last"] or 0)
        if last and not first < last:
            return (), at  # "305-1" is a code
        pages.append(f"{first}-{last}" if last else f"{first}{'+' if match['on'] else ''}")
        end = match.end()
        joint = _JOINT.match(text, end)
        if not joint:
            break
        at = joint.end()
    return tuple(pages), end
