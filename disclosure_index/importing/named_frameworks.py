"""The frameworks that a report may claim: those that it names, and those whose index it certainly prints.

Codes of one framework look like those of another, or of bodies without definitions: a bank's "A.1.1" is a principle of
responsible banking and not a KPI of a stock exchange.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from disclosure_index.importing.margin_codes import announces_code
from disclosure_index.model import Document
from disclosure_index.printed_index import FrameworkHints, IndexEntry
from disclosure_index.reading.plain_title import plain

_TITLED = 0.25
"""The share of an index's rows with the title of their code that makes it that framework's without its name."""
_LONG = 6
"""The least characters of a title, in the form for comparison, that distinguish it from a word."""
_OF_ONE_BODY = re.compile(r"\b[A-Z]{2,}-[A-Z]{2,}-\d")
"""The beginning of a code whose shape identifies its framework."""
_ENOUGH = 3
"""The least different codes of such a shape in tables, for a framework that is not named."""


def possible_frameworks(
    document: Document,
    claims: Sequence[IndexEntry],
    frameworks: Mapping[str, FrameworkHints],
    stated_as: Mapping[str, re.Pattern[str]],
) -> dict[str, FrameworkHints]:
    """Return the frameworks that a document may claim; all of them if it names and prints none.

    Args:
        document: from any reader.
        claims: the apparent claims of its indexes.
        frameworks: the printed forms of each, by id.
        stated_as: the names of each in statements that a report follows it.
    """
    named = {id for id, hints in frameworks.items() if _is_named(document, id, hints, stated_as)}
    claimed = {claim.framework for claim in claims}
    rows = {passage.location: passage.text for passage in document.passages if passage.kind == "table-row"}
    kept = named | _shown_by_shape(document, {id: hints for id, hints in frameworks.items() if id not in named})
    for id in claimed - kept:
        texts = [rows.get(claim.row, claim.title) + f" {claim.title}" for claim in claims if claim.framework == id]
        telling = sum(_is_telling(text, frameworks[id]) for text in texts)
        alone = not (claimed & named) and not any(claim.title for claim in claims if claim.framework == id)
        if telling >= _TITLED * len(texts) or alone:
            kept.add(id)
    return {id: hints for id, hints in frameworks.items() if id in kept or not kept}


def _shown_by_shape(document: Document, frameworks: Mapping[str, FrameworkHints]) -> set[str]:
    """Return the frameworks identified by the shape of codes in tables, such as "EM-MM-320a.1"."""
    rows = [p.text for p in document.passages if p.kind == "table-row" and _OF_ONE_BODY.search(p.text)]
    found = {
        id: {m.code for text in rows for m in hints.find(text) if _OF_ONE_BODY.match(text, m.start)}
        for id, hints in frameworks.items()
    }
    return {id for id, codes in found.items() if len(codes) >= _ENOUGH}


def _is_named(document: Document, id: str, hints: FrameworkHints, stated_as: Mapping[str, re.Pattern[str]]) -> bool:
    return any(_names(text, id, hints, stated_as) for text in _texts(document))


def _texts(document: Document) -> Iterator[str]:
    yield document.title
    yield from (passage.text for passage in document.passages)


def _names(text: str, id: str, hints: FrameworkHints, stated_as: Mapping[str, re.Pattern[str]]) -> bool:
    if any(pattern.search(text) for _, pattern in hints.name_patterns):
        return True
    return id in stated_as and re.search(stated_as[id].pattern, text, re.IGNORECASE) is not None


def _is_telling(row: str, hints: FrameworkHints) -> bool:
    """Whether a row identifies the framework of its code: by a word before codes, or by the title of one of them."""
    if announces_code(row):
        return True
    text = plain(row)
    codes = {mention.code for cell in row.split("\t") for mention in hints.find(cell)}
    titles = (title for code in codes for known in hints.by_code.get(code, ()) for title in known.titles)
    return any(len(short := plain(title)) >= _LONG and short in text for title in titles)
