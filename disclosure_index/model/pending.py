"""Statements that could not be carried to a new version of a document as they were."""

from typing import NamedTuple

from disclosure_index.model.locations import NOWHERE, Location

CHANGED, TO_CONFIRM, LOST = "changed", "to-confirm", "lost"
TEXT = "text"
"""The kind of a passage that was edited in the tagged document alone."""
SUPPRESSION = "suppression"
PENDING_STATES = (CHANGED, TO_CONFIRM, LOST)


class PendingCandidate(NamedTuple):
    """Passages of the new version that a statement may be about: the first words, and a digest of each text."""

    text: str
    page: str
    score: float
    digests: tuple[str, ...]


class Pending(NamedTuple):
    """A statement that a person has to look at, since the text that it was about is not there as it was.

    Attributes:
        document: as the project file names it.
        state: ``changed``: it stands at the changed text, and was reviewed at the old one. ``to-confirm``: it may stand
            at one of the candidates. ``lost``: nothing like its text was found.
        kind: ``tag``, ``omission``, ``suppression``, or ``text``: a passage that was edited in the tagged document
            alone, and that the new version does not have so.
        statement: as written, such as ``gri:305-1``; of a suppression its rules, of a text the document.
        was: the text that it was about.
        section: the title of the section that it stood in.
        page: the page that it stood on.
        reviewed: whether a person had marked it as reviewed.
        digest: of the text that a changed one is about now.
        reason: of an omission or a suppression.
        owner: of a suppression.
        until: of a suppression.
        candidates: where it may stand, the best first.
        location: of the entry in the project file.
        successors: the disclosures of which one goes on from it, where a Standard was superseded as a whole.
    """

    document: str
    state: str
    kind: str
    statement: str
    was: str = ""
    section: str = ""
    page: str = ""
    reviewed: bool = False
    digest: str = ""
    reason: str = ""
    owner: str = ""
    until: str = ""
    candidates: tuple[PendingCandidate, ...] = ()
    location: Location = NOWHERE
    successors: tuple[str, ...] = ()
