"""The definitions of frameworks: editions, disclosures, datapoints, obligations, reliefs."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from disclosure_index.model.conventions import Conventions
from disclosure_index.model.enumerations import Basis, Obligation
from disclosure_index.model.languages import Titles
from disclosure_index.model.locations import NOWHERE, Location


class Datapoint(NamedTuple):
    """One separately answerable part of a disclosure; an optional one is never a gap by itself."""

    id: str
    title: str
    optional: bool = False
    element: tuple[str, ...] = ()  # of the framework's taxonomy


class ObligationRule(NamedTuple):
    """`level` holds where every condition does; an empty condition always holds.

    `since` is compared with the first day of the financial year. Of `industry` the issuer has one, of `sector` one
    applies, of `used` the report tags one, of `omitted` it explains one as left out.
    """

    level: Obligation
    board: tuple[str, ...] = ()
    size: tuple[str, ...] = ()
    claim: tuple[str, ...] = ()
    since: date | None = None
    industry: tuple[str, ...] = ()
    sector: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    omitted: tuple[str, ...] = ()
    basis: Basis = Basis.VERIFIED


class InForce(NamedTuple):
    """When an edition applies: `start` included, `end` excluded, by one of two dates of the report.

    Before it was `issued` nobody could know it, let alone use it early.
    """

    by: str = "financial-year-start"  # or "publication-date"
    start: date | None = None
    end: date | None = None
    issued: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the edition is in force on `day`."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)

    def is_issued(self, day: date) -> bool:
        """Whether the edition had been issued by `day`, in force or not."""
        return self.issued is None or self.issued <= day


class Group(NamedTuple):
    """A heading in a framework's own order (a part, an aspect, a pillar, a topic); not a disclosure itself."""

    id: str
    title: Titles
    parent: str = ""
    edition: str = ""
    location: Location = NOWHERE
    kind: str = ""  # what it is called in its framework: part, subject-area, aspect, pillar
    general: bool = (
        False  # its disclosures are about the report and the organisation, of which every page says something
    )


ALWAYS = InForce()


class Disclosure(NamedTuple):
    """One coded item of a framework, in one edition."""

    framework: str
    code: str
    edition: str
    title: Titles
    group: str = ""
    parent: str = ""  # the code of the heading disclosure above, whose tag reaches this one
    kind: str = ""
    heading: bool = False
    required: bool = True  # False: background that no report is asked to answer (an objective, a relief)
    obligation: tuple[ObligationRule, ...] = ()
    in_force: InForce = ALWAYS
    summary: str = ""
    datapoints: tuple[Datapoint, ...] = ()
    requirements: tuple[str, ...] = ()  # the framework's own letters (GRI 305-1-a), another way to name parts
    data: str = "qualitative"
    units: tuple[str, ...] = ()
    omission_allowed: bool = True
    superseded_by: tuple[str, ...] = ()
    title_basis: Basis = Basis.VERIFIED  # of the Chinese titles
    basis: Basis = Basis.VERIFIED
    source: str = ""
    note: str = ""
    part: str = ""  # the definition file: a GRI Standard, a SASB industry, an edition
    location: Location = NOWHERE
    printed: str = ""  # the code as a report prints it
    element: tuple[str, ...] = ()  # of the framework's taxonomy, for the whole
    letters: tuple[tuple[str, tuple[str, ...]], ...] = ()  # for each of its own letters that is no datapoint by itself

    @property
    def uid(self) -> str:
        """The unique key: ``framework:code@edition``."""
        return f"{self.framework}:{self.code}@{self.edition}"

    @property
    def short(self) -> str:
        """``framework:code``, as a tag names it."""
        return f"{self.framework}:{self.code}"


class Statement(NamedTuple):
    """A statement that the explanation of an omission has to contain, and the words that show it."""

    title: Titles
    words: tuple[str, ...]


class Relief(NamedTuple):
    """The conditions under which a reason lets a disclosure be left out, even a mandatory one.

    Attributes:
        editions: in which it is granted.
        reaches: the codes that it reaches, with what stands below them.
        paragraph: that grants it.
        says: what the explanation has to say.
        first_year: whether it is granted only for the first year in which the framework is applied.
        board: of the issuers that it is granted to; () for all.
        size: of these issuers.
        since: the first day of the financial year from which it is granted.
        until: the first day of the financial year from which it is granted no longer.
        basis: how sure all this is.
        source: where it comes from.
    """

    editions: tuple[str, ...]
    reaches: tuple[str, ...]
    paragraph: str = ""
    says: tuple[Statement, ...] = ()
    first_year: bool = False
    board: tuple[str, ...] = ()
    size: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    basis: Basis = Basis.VERIFIED
    source: str = ""


class Reason(NamedTuple):
    """A reason for omission that a framework accepts: for any disclosure that may be omitted, or as a relief."""

    id: str
    title: Titles
    relief: Relief | None = None


class ClaimPeriod(NamedTuple):
    """When a claim can be made: by reports published from `start`, included, to `end`, excluded."""

    claim: str
    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether a report published on `day` can make the claim."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


class Edition(NamedTuple):
    """One dated version of a framework, or of one of its parts (a GRI Standard, a SASB industry)."""

    id: str
    part: str
    title: Titles
    in_force: InForce
    basis: Basis = Basis.VERIFIED
    source: str = ""
    complete: bool = True  # False: it is known only by what later editions dropped
    superseded_by: tuple[str, ...] = ()  # the parts that take its place, where no disclosure has a successor of its own


class SectorListing(NamedTuple):
    """One line of a GRI Sector Standard's topic: a disclosure it lists, or one of its own."""

    ref: str  # the sector reference number, 11.1.5; "" where it is not known
    kind: str  # management, topic-standard, additional
    code: str = ""
    edition: str = ""
    summary: str = ""
    basis: Basis = Basis.VERIFIED


class SectorTopic(NamedTuple):
    """A topic that a GRI Sector Standard finds likely to be material for its sector."""

    part: str
    number: str
    title: Titles
    listings: tuple[SectorListing, ...] = ()


class Alias(NamedTuple):
    """A name under which a jurisdiction has taken a framework over, with the same numbers."""

    id: str
    short: str
    title: Titles


class Framework(NamedTuple):
    """A published set of disclosures with its rules."""

    id: str
    short: str
    title: Titles
    owner: str
    index_by: str = "section"  # or "principle", "goal": how reports print its index
    early_use: bool = False
    claims: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    editions: tuple[Edition, ...] = ()
    groups: tuple[Group, ...] = ()
    disclosures: tuple[Disclosure, ...] = ()  # in the framework's own order
    sector_topics: tuple[SectorTopic, ...] = ()
    conventions: Conventions = Conventions()
    claim_periods: tuple[ClaimPeriod, ...] = ()  # of the claims that could not be made at all times
    aliases: tuple[Alias, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """Its id and its aliases: the names a person may type."""
        return frozenset((self.id, *(other.id for other in self.aliases)))

    def called(self, alias: str) -> "Framework":
        """Return the framework under the name of an alias, unchanged where it has no alias of that id."""
        for other in self.aliases:
            if other.id == alias:
                editions = tuple(edition._replace(title=other.title) for edition in self.editions)
                return self._replace(short=other.short, title=other.title, editions=editions)
        return self


class Relation(StrEnum):
    """How the disclosure on the left stands to the one on the right."""

    EQUIVALENT = "equivalent"
    SUBSET = "subset"
    SUPERSET = "superset"
    INTERSECTS = "intersects"


class Crosslink(NamedTuple):
    """One typed relation between disclosures of two frameworks, both given as uids or ``framework:code``."""

    left: str
    right: str
    relation: Relation
    basis: Basis
    source: str = ""
    note: str = ""
    location: Location = NOWHERE
