"""What an action can be done to: the things that the detail of a disclosure shows."""

from typing import NamedTuple

from disclosure_index.assessment.linking import Link
from disclosure_index.model import Disclosure, Fact, Location


class Answer(NamedTuple):
    """A tag, or an omission, of the disclosure that is shown."""

    link: Link

    @property
    def location(self) -> Location:
        """Where its element begins."""
        return self.link.statement.span.location


class Candidate(NamedTuple):
    """An element that may answer the disclosure; `score` is 0 for one that is only near, `fact` the figure it gives."""

    document: int
    location: Location
    score: int = 0
    fact: Fact | None = None


class DatapointTarget(NamedTuple):
    """A datapoint, or a letter, of the disclosure."""

    id: str
    answered: bool


class RelatedDisclosure(NamedTuple):
    """Another disclosure, by its uid."""

    uid: str


class FindingTarget(NamedTuple):
    """A finding about the disclosure."""

    location: Location


class Proposal(NamedTuple):
    """A disclosure that the passage at a location may answer."""

    disclosure: Disclosure
    location: Location
