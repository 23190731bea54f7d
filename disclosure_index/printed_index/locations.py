"""What a cell of locations says: pages, title paths, answers, other documents, reasons for omission."""

import re
from collections.abc import Collection

from disclosure_index.printed_index.omissions import begins_with_reason, stated
from disclosure_index.printed_index.page_references import marked_pages, only_pages, without_pages
from disclosure_index.printed_index.vocabulary import OTHER_DOCUMENT, SEE
from disclosure_index.reading.plain_title import plain
from disclosure_index.reading.superscripts import without_marks

_ITEMS = re.compile(r"\s*(?:[|;；\n•●]|(?<=\S)\s{2,})\s*")
_PATH = re.compile(r"\s*(?:→|➔|›|»|＞|>|——|\s[-–—/]\s)\s*")
_QUOTES = "“”\"'《》「」『』[]【】()（） .,，、;；:："
_LONGEST_TITLE = 90
_NOWHERE = re.compile(r"[-–—/\\.\s]*|n/?a|none|nil|无|無", re.IGNORECASE)


def pages_in(text: str) -> tuple[str, ...]:
    """Return the pages of this report that a cell points at."""
    text = without_marks(text)
    items = [item for item in _ITEMS.split(text) if item]
    whole = only_pages(" ; ".join(items)) if items else None
    return whole if whole is not None else marked_pages(text)


def sections_in(text: str, titles: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """Return the title paths that a cell points at.

    Args:
        text: the cell, items apart by " | ", ";" or bullets.
        titles: the plain titles of the document's sections, which tell where a comma parts two of them.

    """
    found: list[tuple[str, ...]] = []
    omitted = False
    for raw in _ITEMS.split(without_marks(text)):
        item = _bare(SEE.sub("", without_pages(raw)))
        if not item or only_pages(item) is not None or _NOWHERE.fullmatch(item):
            continue
        if stated(item) or (titles and begins_with_reason(item) and plain(item) not in titles):
            omitted = True
            continue
        if omitted and titles and plain(item) not in titles:
            continue  # the explanation of what is omitted
        if re.search(r"\w{2}\.$|。$", raw.strip()) and len(item.split()) > 4 and plain(item) not in titles:
            continue  # an answer
        for name in _names(item, titles):
            path = tuple(bare for step in _PATH.split(name) if (bare := _bare(step)))
            if path and _is_title(path, titles):
                found.append(path)
    return tuple(dict.fromkeys(found))


def _bare(text: str) -> str:
    """Take the marks around a title away, and leave a bracket that closes one in it: "Research (Electronics)"."""
    bare = text.strip(_QUOTES)
    behind = text[text.find(bare) + len(bare) :]
    for opening, closing in ("()", "（）"):
        if bare.count(opening) > bare.count(closing) and behind.startswith(closing):
            return bare + closing
    return bare


def _names(item: str, titles: Collection[str]) -> list[str]:
    if plain(item) in titles:
        return [item]
    for mark in (r"[,，]\s*", r"[,，、]\s*"):
        parts = [part for part in re.split(mark, item) if part]
        if len(parts) > 1 and all(plain(part) in titles for part in parts):
            return parts
    return [item]


def _is_title(path: tuple[str, ...], titles: Collection[str]) -> bool:
    if plain(path[-1]) in titles:
        return True
    text = " ".join(path)
    if OTHER_DOCUMENT.search(text) or "。" in text or len(text) > _LONGEST_TITLE:
        return False
    return not re.search(r"[a-z]\.(?:\s|$)", text) and len(text.split()) <= 12
