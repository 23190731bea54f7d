"""The indexes printed in a document, read with the words and codes of the catalog."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from disclosure_index.catalog.notation.printed_codes import find_indexed, index_of
from disclosure_index.catalog.notation.rules import Spelling
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Disclosure, Document, Framework
from disclosure_index.printed_index import (
    FrameworkHints,
    IndexEntry,
    KnownCode,
    PrintedIndexes,
    read_printed_indexes,
    remembering,
)
from disclosure_index.reading.plain_title import plain

_MARKED = re.compile(r"\d|[(（]\s?[a-z]\s?[)）]|\b[a-z][)）]|[一二三四五六七八九十]")
"""A number, or a letter in brackets: most codes have one, and most texts have none."""


def read_printed(document: Document, frameworks: Mapping[str, FrameworkHints]) -> PrintedIndexes:
    """Read the indexes of a document, with every framework of `hints`.

    If the document marks its indexes, no other table is read as one.
    """
    if document.indexes:
        marked = {n for first, last in document.indexes for n in range(first, last)}
        passages = (  # unmarked text above a table may be its caption, but is not a row
            passage if number in marked else passage._replace(kind="heading")
            for number, passage in enumerate(document.passages)
        )
        document = replace(document, passages=tuple(passages))
    return read_printed_indexes(document, frameworks)


def hints(catalog: Catalog) -> dict[str, FrameworkHints]:
    """Return the printed forms of each framework in a catalog with spellings, with cached searches."""
    known = catalog.spellings.items()
    printed = {id: _hints(catalog.frameworks[id], spelling, catalog.columns) for id, spelling in known}
    return {id: remembering(one) for id, one in printed.items()}


def _hints(
    framework: Framework, spelling: Spelling, columns: tuple[tuple[str, tuple[str, ...]], ...]
) -> FrameworkHints:
    codes = tuple(dict.fromkeys(d.code for d in framework.disclosures))
    entries = tuple(KnownCode(d.code, d.edition, tuple(_titles(d, spelling)), d.part) for d in framework.disclosures)
    groups = {title: g.id for g in framework.groups if g.id in codes for title in g.title.values()}
    groups |= {title: d.code for d in framework.disclosures if d.heading for title in d.title.values()}
    find = partial(find_indexed, spelling=spelling, index=index_of(codes, spelling.blocks))
    headed = {plain(name): code for code, names in spelling.headed.items() for name in names}
    under = "|".join(map(re.escape, sorted(spelling.under_group, key=len, reverse=True))) or "(?!)"
    return FrameworkHints(
        find,
        entries,
        spelling.called,
        spelling.announced_by,
        groups,
        framework.reasons,
        headed,
        framework.short,
        columns,
        re.compile(rf"[\W\d]*(?:{under})", re.IGNORECASE),
        spelling.without_disclosures or re.compile("(?!)"),
        _may_hold(codes, spelling.codes_in_words),
    )


def _titles(disclosure: Disclosure, spelling: Spelling) -> Iterator[str]:
    """Yield the titles that a report may print: the framework's in every language, and those of other translations."""
    yield from disclosure.title.values()
    for key in (disclosure.code, f"{disclosure.code}@{disclosure.edition}"):
        yield from spelling.titled.get(key, ())


def _may_hold(codes: Sequence[str], in_words: Sequence[str]) -> re.Pattern[str] | None:
    """Return a pattern that matches every text with a code; None if some codes are words without such a pattern."""
    if not in_words and not all(_MARKED.search(code) for code in codes):
        return None
    return re.compile("|".join((_MARKED.pattern, *in_words)), re.IGNORECASE)


def with_indexes(document: Document, claims: tuple[IndexEntry, ...]) -> Document:
    """Mark the tables of the claims as the document's indexes."""
    rows = {claim.row for claim in claims}
    found = list(document.indexes)
    start = None
    for number in range(len(document.passages) + 1):
        kind = document.passages[number].kind if number < len(document.passages) else ""
        if kind == "table-row":
            start = number if start is None else start
            continue
        if start is not None:
            claiming = any(document.passages[n].location in rows for n in range(start, number))
            if claiming and not any(first <= start and number <= last for first, last in found):
                found.append((start, number))
        start = None
    return replace(document, indexes=tuple(sorted(found)))
