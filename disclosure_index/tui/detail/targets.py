"""What an action can be done to: the things that the detail of a disclosure shows."""

from typing import NamedTuple

from disclosure_index.assessment.linking import Link
from disclosure_index.model import Disclosure, Fact, Location, Pending
from disclosure_index.project.guesses import Guess


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


class GuessTarget(NamedTuple):
    """A guess in the project file that waits for a person."""

    location: Location
    guess: Guess


class PendingTarget(NamedTuple):
    """A statement that waits for a decision, and where it stands or may stand; `at` is empty for its old text alone."""

    number: int
    one: Pending
    at: tuple[Location, ...] = ()

    @property
    def location(self) -> Location:
        """What to go to: the text now, else the entry in the project file."""
        return self.at[0] if self.at else self.one.location
