"""The nouns of the house (see docs/glossary.md) as frozen values. Imports nothing of ours.

Everything downstream of a reader or a loader speaks in these types, and in nothing else.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache

Titles = Mapping[str, str]
"""A text per language: keys are ``en``, ``zh-Hans``, ``zh-Hant``."""

LANGUAGES = ("en", "zh-Hans", "zh-Hant")

_FALLBACK = {
    "zh-Hans": ("zh-Hans", "zh-Hant", "en"),
    "zh-Hant": ("zh-Hant", "zh-Hans", "en"),
}


def in_language(titles: Titles, language: str) -> str:
    """Give the text in `language`, else in the nearest one that exists; "" where there is none."""
    for choice in (*_FALLBACK.get(language, ("en",)), *LANGUAGES):
        if text := titles.get(choice):
            return text
    return ""


class Obligation(StrEnum):
    """What a framework asks of a disclosure, for one issuer and one financial year."""

    MANDATORY = "mandatory"
    COMPLY_OR_EXPLAIN = "comply-or-explain"
    RECOMMENDED = "recommended"
    VOLUNTARY = "voluntary"


class Basis(StrEnum):
    """How sure a definition is."""

    VERIFIED = "verified"
    DERIVED = "derived"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


class Status(StrEnum):
    """The coverage of one disclosure."""

    DISCLOSED = "disclosed"
    PARTIAL = "partial"
    OMITTED = "omitted"
    MISSING = "missing"
    NOT_REQUIRED = "not-required"
    UNDETERMINED = "undetermined"


class Severity(StrEnum):
    """How bad a finding is; ERROR fails a build unless the policy says otherwise."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """A place in a file. Line and column count from 1, columns in Unicode code points; 0 is unknown."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        parts = [self.path, *(str(n) for n in (self.line, self.column) if n)]
        return ":".join(parts)


# --- references -----------------------------------------------------------------------------------

_REFERENCE = re.compile(
    r"(?P<framework>[a-z][a-z0-9-]*):(?P<code>[^\s@#:]+)(?:@(?P<edition>[^\s@#:]+))?(?:#(?P<datapoints>[^\s@#:]+))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reference:
    """``framework:code[@edition][#datapoint,…]``, as written; matching ignores case."""

    framework: str
    code: str
    edition: str | None = None
    datapoints: tuple[str, ...] = ()

    def __str__(self) -> str:
        edition = f"@{self.edition}" if self.edition else ""
        datapoints = f"#{','.join(self.datapoints)}" if self.datapoints else ""
        return f"{self.framework}:{self.code}{edition}{datapoints}"


@lru_cache(maxsize=4096)
def parse_reference(text: str) -> Reference | None:
    """Read one reference; None where `text` does not have the form of one."""
    match = _REFERENCE.fullmatch(text)
    if match is None:
        return None
    datapoints = tuple((match["datapoints"] or "").split(",")) if match["datapoints"] else ()
    if not all(datapoints):
        return None
    return Reference(match["framework"].lower(), match["code"], match["edition"], tuple(d.lower() for d in datapoints))


# --- definitions ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Datapoint:
    """One separately answerable part of a disclosure; an optional one is never a gap by itself."""

    id: str
    title: str
    optional: bool = False


@dataclass(frozen=True, slots=True)
class ObligationRule:
    """`level` holds where every condition does; an empty condition always holds.

    `since` is compared with the first day of the financial year.
    """

    level: Obligation
    board: tuple[str, ...] = ()
    size: tuple[str, ...] = ()
    claim: tuple[str, ...] = ()
    since: date | None = None


@dataclass(frozen=True, slots=True)
class InForce:
    """When an edition applies: `start` included, `end` excluded, by one of two dates of the report."""

    by: str = "financial-year-start"  # or "publication-date"
    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Tell whether the edition is in force on `day`."""
        return (self.start is None or self.start <= day) and (self.end is None or day < self.end)


@dataclass(frozen=True, slots=True)
class Group:
    """A heading in a framework's own order (a part, an aspect, a pillar, a topic); not a disclosure itself."""

    id: str
    title: Titles
    parent: str = ""
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Disclosure:
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
    in_force: InForce = InForce()
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
    location: Location = Location("")

    @property
    def uid(self) -> str:
        """The one safe key: ``framework:code@edition``."""
        return f"{self.framework}:{self.code}@{self.edition}"

    @property
    def short(self) -> str:
        """``framework:code``, as a tag names it."""
        return f"{self.framework}:{self.code}"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason for omission that a framework accepts."""

    id: str
    title: Titles


@dataclass(frozen=True, slots=True)
class Edition:
    """One dated version of a framework, or of one of its parts (a GRI Standard, a SASB industry)."""

    id: str
    part: str
    title: Titles
    in_force: InForce
    basis: Basis = Basis.VERIFIED
    source: str = ""
    complete: bool = True  # False: it is known only by what later editions dropped


@dataclass(frozen=True, slots=True)
class SectorListing:
    """One line of a GRI Sector Standard's topic: a disclosure it lists, or one of its own."""

    ref: str  # the sector reference number, 11.1.5; "" where it is not known
    kind: str  # management, topic-standard, additional
    code: str = ""
    edition: str = ""
    summary: str = ""
    basis: Basis = Basis.VERIFIED


@dataclass(frozen=True, slots=True)
class SectorTopic:
    """A topic that a GRI Sector Standard finds likely to be material for its sector."""

    part: str
    number: str
    title: Titles
    listings: tuple[SectorListing, ...] = ()


@dataclass(frozen=True, slots=True)
class Framework:
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


class Relation(StrEnum):
    """How the disclosure on the left stands to the one on the right."""

    EQUIVALENT = "equivalent"
    SUBSET = "subset"
    SUPERSET = "superset"
    INTERSECTS = "intersects"


@dataclass(frozen=True, slots=True)
class Crosslink:
    """One typed relation between disclosures of two frameworks, both given as uids or ``framework:code``."""

    left: str
    right: str
    relation: Relation
    basis: Basis
    source: str = ""
    note: str = ""
    location: Location = Location("")


# --- reports --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """A node of a document's tree; `parent` is the index of the section around it."""

    title: str
    level: int
    location: Location
    parent: int | None = None
    anchor: str = ""
    page: str = ""
    last_page: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, list item, table, table row or heading, with its text."""

    kind: str
    text: str
    location: Location
    section: int | None = None
    anchor: str = ""
    page: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """What a tag or an omission reaches: the passages `first` to `last` (excluded).

    An element inside a passage (a `span`, a cell) reaches only its own `text`; elsewhere `text` is None.
    """

    element: str  # the element's name, "section" or "p"
    location: Location
    section: int | None = None
    first: int = 0
    last: int = 0
    text: str | None = None
    anchor: str = ""
    page: str = ""
    last_page: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """The statement that an element answers a disclosure; `reference` is None where `text` is malformed."""

    text: str
    reference: Reference | None
    span: Span


@dataclass(frozen=True, slots=True)
class Omission:
    """The statement that a disclosure is not reported."""

    text: str
    reference: Reference | None
    reason: str
    explanation: str
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """One language version of a report, in reading order."""

    path: str
    language: str
    title: str = ""
    sections: tuple[Section, ...] = ()
    passages: tuple[Passage, ...] = ()
    tags: tuple[Tag, ...] = ()
    omissions: tuple[Omission, ...] = ()
    pages: tuple[tuple[str, Location], ...] = ()
    anchors: Mapping[str, Location] = field(default_factory=dict)
    indexes: tuple[tuple[int, int], ...] = ()  # where content indexes are printed: passages from, to (excluded)
    findings: tuple["Finding", ...] = ()
    readable: bool = True

    def path_of(self, section: int | None) -> tuple[Section, ...]:
        """Give the sections from the outermost down to `section`."""
        path: list[Section] = []
        while section is not None:
            path.append(self.sections[section])
            section = self.sections[section].parent
        return tuple(reversed(path))


@dataclass(frozen=True, slots=True)
class Profile:
    """What decides obligations besides the financial year."""

    exchange: str = ""
    board: str = ""
    size: str = ""
    industries: tuple[str, ...] = ()  # SASB industry codes


@dataclass(frozen=True, slots=True)
class Claim:
    """A framework that a report says it answers."""

    framework: str
    claim: str = ""
    edition: str | None = None
    location: Location = Location("")


@dataclass(frozen=True, slots=True)
class Report:
    """One report: its facts from the project file, and one document per language."""

    title: str
    issuer: str
    year_start: date
    year_end: date
    published: date | None
    profile: Profile
    claims: tuple[Claim, ...]
    documents: tuple[Document, ...] = ()
    crosswalk_counts: bool = False
    location: Location = Location("")

    @property
    def financial_year(self) -> str:
        """``FY2024``: named after the year it ends in, as Hong Kong issuers do."""
        return f"FY{self.year_end.year}"

    @property
    def language(self) -> str:
        """The language of the first document: the one that titles are shown in."""
        return self.documents[0].language if self.documents else "en"


# --- findings -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Finding:
    """One result of a check. `anchor` and `code`, never the line, make its fingerprint.

    `name`, `severity` and `fingerprint` are filled in where the rule is known (`checks.registry`).
    """

    rule: str
    message: str
    location: Location
    hint: str = ""
    name: str = ""
    severity: Severity = Severity.ERROR
    framework: str = ""
    edition: str = ""
    code: str = ""
    anchor: str = ""
    blind: bool = False  # the tool could not look: never the same as "fine"
    fingerprint: str = ""
