"""Codes of another body that look like a framework's: "A1.1" is a KPI of one, and an indicator of many others."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from disclosure_index.model import Document, Finding
from disclosure_index.printed_index.claims import FrameworkHints, IndexEntry
from disclosure_index.printed_index.framework_titles import title_score
from disclosure_index.printed_index.unread_codes import unread_code

_WORD = re.compile(r"[^\W\d_]{2,}(?=\W*$)")
_ANNOUNCED = 0.5  # of the cells with codes
_OWN_SHAPE = "-"
"""The parts of codes that no other body prints: 305-1, FN-CB-230a.1."""
_ALIKE = 45.0  # of 100: a title in the issuer's words is still this similar to the framework's own
_SHARE = 0.3  # of the claims of a framework


def without_strangers(
    document: Document, claims: Sequence[IndexEntry], frameworks: Mapping[str, FrameworkHints]
) -> tuple[list[IndexEntry], list[Finding]]:
    """Return the claims without those of frameworks that lack evidence, and the findings in their place.

    A document that prints a framework's codes also names it, or prints its titles beside them, or a word before
    them that announces them: "KPI A1.1", "Principle 1".
    """
    doubtful = {
        id
        for id in dict.fromkeys(claim.framework for claim in claims)
        if not _is_its_own([claim for claim in claims if claim.framework == id], frameworks[id])
        and not _is_named(document, frameworks[id])
        and not _is_announced(document, [claim for claim in claims if claim.framework == id], frameworks[id])
    }
    strange = (claim for claim in claims if claim.framework in doubtful)
    unread = [finding for claim in strange for finding in unread_code(claim.code, claim.row, {})]
    return [claim for claim in claims if claim.framework not in doubtful], unread


def _is_its_own(claims: Sequence[IndexEntry], hints: FrameworkHints) -> bool:
    if any(_OWN_SHAPE in claim.code for claim in claims):
        return True
    return sum(title_score(claim.title, claim.code, hints) >= _ALIKE for claim in claims) >= _SHARE * len(claims)


def _is_named(document: Document, hints: FrameworkHints) -> bool:
    """Whether a document names a framework: in its text, its title or a heading."""
    patterns = [pattern for _, pattern in hints.name_patterns]
    texts = (document.title, *(passage.text for passage in document.passages))
    return any(pattern.search(text) for text in texts for pattern in patterns)


def _is_announced(document: Document, claims: Sequence[IndexEntry], hints: FrameworkHints) -> bool:
    """Whether the same word precedes most of the codes."""
    rows = {claim.row for claim in claims}
    cells = [cell for passage in document.passages if passage.location in rows for cell in passage.text.split("\t")]
    before = [_WORD.search(cell[: found[0].start]) for cell in cells if (found := hints.find(cell))]
    words = Counter(match[0].casefold() for match in before if match)
    return bool(words) and max(words.values()) >= _ANNOUNCED * len(before)
