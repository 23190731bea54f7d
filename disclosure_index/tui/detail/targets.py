"""The targets of actions: what the detail of a disclosure shows."""

from typing import NamedTuple

from disclosure_index.assessment.linking import Link
from disclosure_index.model import Disclosure, Fact, Location, Pending
from disclosure_index.project.guesses import Guess


class Answer(NamedTuple):
    """A tag, or an omission, of the shown disclosure."""

    link: Link

    @property
    def location(self) -> Location:
        """The location of its element."""
        return self.link.statement.span.location


class Candidate(NamedTuple):
    """An element that may answer the disclosure; `score` is 0 for one that is only near, `fact` its figure."""

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


class GuessTarget(NamedTuple):
    """An unconfirmed guess in the project file."""

    location: Location
    guess: Guess


class PendingTarget(NamedTuple):
    """A pending statement, and its place or candidate; `at` is empty for its old text alone."""

    number: int
    one: Pending
    at: tuple[Location, ...] = ()

    @property
    def location(self) -> Location:
        """The location to go to: the text now, else the entry in the project file."""
        return self.at[0] if self.at else self.one.location
