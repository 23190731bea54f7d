"""Codes that a report prints beside its text ("GRI 405-2" in a margin): tags made by the company itself."""

import re
from collections.abc import Iterator, Mapping

from disclosure_index.model import Document
from disclosure_index.printed_index import FrameworkHints, IndexEntry

LONGEST = 120
"""Characters of a passage that may be nothing but codes."""


_LONGEST_CODE = 40  # characters, with the name of the framework
_PARTED = re.compile(r"\d[-\u2010-\u2015]\d|[A-Z]\d\.\d|[A-Z]-\d{3}")
"""Codes of several parts; a number alone is a figure."""

_ANNOUNCED = re.compile(r"KPIs?\b|[關关][鍵键][績绩]效指[標标]|披露[项項]|揭露[項项]目?", re.IGNORECASE)
"""Words that stand before a code and before nothing else."""


def margin_claims(document: Document, frameworks: Mapping[str, FrameworkHints]) -> Iterator[IndexEntry]:
    """Yield the codes of passages that hold nothing else, outside the printed indexes; each for its page."""
    printed = {n for first, last in document.indexes for n in range(first, last)}
    for number, passage in enumerate(document.passages):
        if number in printed or passage.kind == "table-row" or len(passage.text) > LONGEST or not passage.page:
            continue
        folded = passage.text.casefold()
        announced = _ANNOUNCED.search(passage.text) is not None
        for id, hints in frameworks.items():
            # A bare number is no tag: the passage has to name the framework.
            named = announced or any(name.casefold() in folded for name in hints.names)
            mentions = hints.find(passage.text) if named else ()
            if mentions and not _rest(passage.text, [(m.start, m.end) for m in mentions], hints):
                for mention in mentions:
                    yield IndexEntry(
                        id, mention.code, passage.location, datapoints=mention.datapoints, pages=(passage.page,)
                    )
                break


def announces_code(text: str) -> bool:
    """Whether a text has a word that stands before codes, and before nothing else: "KPI"."""
    return _ANNOUNCED.search(text) is not None


def is_code_alone(cell: str, frameworks: Mapping[str, FrameworkHints]) -> str:
    """Return the code that a cell of a table is, with nothing else in it; "" where it is none.

    >>> is_code_alone("2023", {})
    ''
    """
    if not 2 < len(cell.strip()) <= _LONGEST_CODE or not _PARTED.search(cell):
        return ""
    for hints in frameworks.values():
        mentions = hints.find(cell)
        if mentions and not _rest(cell, [(m.start, m.end) for m in mentions], hints):
            return mentions[0].code
    return ""


def _rest(text: str, spans: list[tuple[int, int]], hints: FrameworkHints) -> str:
    """Return what is left of a text without its codes, the framework's names, numbers and separators."""
    for start, end in sorted(set(spans), reverse=True):
        text = text[:start] + " " + text[end:]
    for name in sorted(hints.names, key=len, reverse=True):
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    text = _ANNOUNCED.sub(" ", text)
    return re.sub(r"[\W\d_]|\b(?:and|to|see|disclosures?|及|和|与|與)\b", "", text, flags=re.IGNORECASE)
