"""The outcome of carrying a statement, as it is shown and as the project file keeps it."""

from typing import NamedTuple

from disclosure_index.carrying.alignment import Candidate
from disclosure_index.carrying.carriage import State
from disclosure_index.edits.text_identity import digest_of
from disclosure_index.model import Document, PendingCandidate

LONGEST_CANDIDATE = 120
MOST_DIGESTS = 40
"""The most passages of a candidate; a longer one is too long for a person to review."""


class Outcome(NamedTuple):
    """The outcome of one statement, with excerpts of the old and the new text."""

    kind: str  # tag, omission, suppression, text
    statement: str
    state: State
    was: str
    now: str = ""
    page_before: str = ""
    page: str = ""
    score: float = 0.0
    candidates: tuple[PendingCandidate, ...] = ()
    is_kept: bool = False  # an explanation that the new text lacks was added to it again
    was_reviewed: bool = False


def shown_candidate(document: Document, candidate: Candidate) -> PendingCandidate:
    """Return a candidate as the project file keeps it: by its text, since its place in the file will change."""
    passages = document.passages[candidate.first : candidate.last]
    text = " ".join(passages[0].text.split())
    text = text if len(text) <= LONGEST_CANDIDATE else f"{text[:LONGEST_CANDIDATE]}…"
    digests = tuple(digest_of(passage.text) for passage in passages[:MOST_DIGESTS])
    return PendingCandidate(text, passages[0].page, candidate.score, digests)
