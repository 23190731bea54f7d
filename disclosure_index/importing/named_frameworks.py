"""Which frameworks a report may claim: those that it names, and those whose index it prints beyond doubt.

Codes of one framework look like those of another, or of what no definition knows: a bank's "A.1.1" is a principle of
responsible banking and no KPI of a stock exchange.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from disclosure_index.importing.margin_codes import announces_code
from disclosure_index.model import Document
from disclosure_index.printed_index import FrameworkHints, IndexEntry
from disclosure_index.reading.plain_title import plain

_TITLED = 0.25
"""Share of the rows of an index that print the title of their code, for it to be that framework's without its name."""
_LONG = 6
"""Characters of a title, as titles are compared, that tell it from a word."""
_OF_ONE_BODY = re.compile(r"\b[A-Z]{2,}-[A-Z]{2,}-\d")
"""How a code begins that names its framework by its shape."""
_ENOUGH = 3
"""Different codes of such a shape in tables, for a framework that is nowhere named."""


def possible_frameworks(
    document: Document,
    claims: Sequence[IndexEntry],
    frameworks: Mapping[str, FrameworkHints],
    stated_as: Mapping[str, re.Pattern[str]],
) -> dict[str, FrameworkHints]:
    """Return the frameworks that a document may claim; all of them where it names and prints none.

    Args:
        document: as any reader gives it.
        claims: what its indexes seem to claim.
        frameworks: by id, how each is printed.
        stated_as: what each is called where a report says that it follows it.
    """
    named = {id for id, hints in frameworks.items() if _is_named(document, id, hints, stated_as)}
    claimed = {claim.framework for claim in claims}
    rows = {passage.location: passage.text for passage in document.passages if passage.kind == "table-row"}
    kept = named | _shown_by_shape(document, {id: hints for id, hints in frameworks.items() if id not in named})
    for id in claimed - kept:
        own = [rows.get(claim.row, claim.title) + f" {claim.title}" for claim in claims if claim.framework == id]
        telling = sum(_is_telling(text, frameworks[id]) for text in own)
        alone = not (claimed & named) and not any(claim.title for claim in claims if claim.framework == id)
        if telling >= _TITLED * len(own) or alone:
            kept.add(id)
    return {id: hints for id, hints in frameworks.items() if id in kept or not kept}


def _shown_by_shape(document: Document, frameworks: Mapping[str, FrameworkHints]) -> set[str]:
    """Return the frameworks that codes in tables show by their shape alone, such as "EM-MM-320a.1"."""
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
    """Whether a row says whose code it has: by a word that announces its codes, or by the title of one of them."""
    if announces_code(row):
        return True
    text = plain(row)
    codes = {mention.code for cell in row.split("\t") for mention in hints.find(cell)}
    titles = (title for code in codes for known in hints.by_code.get(code, ()) for title in known.titles)
    return any(len(short := plain(title)) >= _LONG and short in text for title in titles)
