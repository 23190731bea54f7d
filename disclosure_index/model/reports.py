"""Reports: documents, sections, passages, tags, omissions and claims."""

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import MAXYEAR, date
from typing import NamedTuple

from disclosure_index.model.findings import Finding
from disclosure_index.model.languages import LANGUAGES
from disclosure_index.model.locations import NOWHERE, Location, Reference
from disclosure_index.model.pending import Pending


class Section(NamedTuple):
    """A node of a document's tree; `parent` is the index of the section around it."""

    title: str
    level: int
    location: Location
    parent: int | None = None
    anchor: str = ""
    page: str = ""
    last_page: str = ""
    language: str = ""


class Passage(NamedTuple):
    """A paragraph, list item, table, table row or heading, with its text."""

    kind: str
    text: str
    location: Location
    section: int | None = None
    anchor: str = ""
    page: str = ""  # where its first word stands
    language: str = ""
    breaks: tuple[tuple[int, str], ...] = ()  # pages that begin between its words: where in `text`, and the label

    @property
    def last_page(self) -> str:
        """The page of its last word."""
        return self.breaks[-1][1] if self.breaks else self.page

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages on which it stands, in order."""
        return (self.page, *(label for _, label in self.breaks))


class Span(NamedTuple):
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


class Tag(NamedTuple):
    """The statement that an element answers a disclosure; `reference` is None where `text` is malformed."""

    text: str
    reference: Reference | None
    span: Span
    reviewed: bool = False  # a person has marked it as right


class Omission(NamedTuple):
    """The statement that a disclosure is not reported."""

    text: str
    reference: Reference | None
    reason: str
    explanation: str
    span: Span
    reviewed: bool = False


class DataSuppress(NamedTuple):
    """The suppression that the ``data-suppress`` attributes of an element state; all as written."""

    rules: str  # ids or names
    reason: str
    owner: str
    until: str
    location: Location
    anchor: str = ""


class InternalLink(NamedTuple):
    """A link to an anchor of its own document; `passage` is the number of the passage in which it stands."""

    anchor: str
    location: Location
    passage: int


class ExternalLink(NamedTuple):
    """A link out of the document; `passage` is the number of the passage in which it stands, `cell` of its cell."""

    target: str
    passage: int
    cell: int = 0


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
    links: tuple[InternalLink, ...] = ()
    indexes: tuple[tuple[int, int], ...] = ()  # where content indexes are printed: passages from, to (excluded)
    findings: tuple[Finding, ...] = ()
    readable: bool = True
    suppressions: tuple[DataSuppress, ...] = ()
    external_links: tuple[ExternalLink, ...] = ()
    recognised: frozenset[int] = frozenset()  # lines of locations: pages of a file whose text was recognised (OCR)

    def path_of(self, section: int | None) -> tuple[Section, ...]:
        """Return the sections from the outermost down to `section`."""
        path: list[Section] = []
        while section is not None:
            path.append(self.sections[section])
            section = self.sections[section].parent
        return tuple(reversed(path))


class NotRead(NamedTuple):
    """Something that looks like an index, of which an import read few rows or none; a person confirms it."""

    document: str
    pages: tuple[str, ...]
    seen: int  # different codes
    unclaimed: tuple[str, ...]  # framework:code, those of them that no claim was read for
    heading: str = ""  # of an index of which no row was read
    confirmed: bool = False
    location: Location = NOWHERE


@dataclass(frozen=True, slots=True)
class Profile:
    """What decides obligations besides the financial year."""

    exchange: str = ""
    board: str = ""
    size: str = ""
    industries: tuple[str, ...] = ()  # SASB industry codes


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim: a framework that a report states it answers."""

    framework: str
    claim: str = ""
    edition: str | None = None
    location: Location = NOWHERE
    sectors: tuple[str, ...] | None = None  # GRI Sector Standards that apply, such as "GRI 11"; None: not said
    not_material: tuple[tuple[str, str], ...] = ()  # topics of these that are not, each with the explanation
    topic_disclosures: tuple[tuple[str, tuple[str, ...]], ...] = ()  # what a person read in a topic's reissued list
    first_year: date | None = None  # first day of the first financial year in which the framework was applied
    alias: str = ""  # the name of the framework's under which it is claimed, where that is not its own


MONTHS_TO_PUBLICATION = 4
"""From the end of the year to the report: as long as Main Board issuers have for their annual reports."""

LAST_DAYS = 14
"""How far a year of 52 or 53 weeks may reach into the calendar year after the one that it is named for."""


def estimated_publication(year_end: date) -> date:
    """Estimate the day of publication of a report that does not state it."""
    months = year_end.month - 1 + MONTHS_TO_PUBLICATION
    year, month = min(year_end.year + months // 12, MAXYEAR), months % 12 + 1
    return date(year, month, min(year_end.day, monthrange(year, month)[1]))


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
    location: Location = NOWHERE
    owners: Mapping[str, str] = field(default_factory=dict)  # by disclosure, group or framework: who answers for it
    notes: Mapping[str, str] = field(default_factory=dict)  # by disclosure: what the index says beside its places
    due: Mapping[str, date] = field(default_factory=dict)  # as `owners`: by when it is to be answered
    published_is_estimate: bool = False  # the project file gives a day of publication, and says that it is estimated

    @property
    def publication(self) -> date:
        """The day of publication, estimated where it is not known."""
        return self.published or estimated_publication(self.year_end)

    @property
    def publication_is_estimated(self) -> bool:
        """Whether no person has given the day of publication."""
        return self.published is None or self.published_is_estimate

    @property
    def year(self) -> int:
        """The calendar year that the financial year is named for: the one it ends in, as Hong Kong issuers do.

        One of 53 weeks that ends in the first days of January is named for the year that it fills.
        """
        return self.year_end.year - (self.year_end.timetuple().tm_yday <= LAST_DAYS)

    not_read: tuple[NotRead, ...] = ()  # by the import that made the documents
    pending: tuple[Pending, ...] = ()  # what an update of a document could not carry as it was

    @property
    def financial_year(self) -> str:
        """``FY2024``, see `year`."""
        return f"FY{self.year}"

    @property
    def language(self) -> str:
        """The language of the first document: the one that titles are shown in; English where it is not supported."""
        own = self.documents[0].language if self.documents else "en"
        return own if own in LANGUAGES else "en"
