"""The schema of a definition file. Only the loader uses these types; all else uses those of `model`."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from disclosure_index.catalog.conventions_schema import IndexIn, ProgressIn, StatementIn, TopicsIn
from disclosure_index.catalog.titles import Slug, Text, TitlesIn
from disclosure_index.model import Basis, Obligation, Relation
from disclosure_index.toml.reading import Strict

Code = Annotated[str, StringConstraints(pattern=r"^[^\s@#:]+$")]
"""What a tag can name: it has no space, and none of the marks that part a reference."""


class SourceIn(Strict):
    """Where a fact comes from; rows name it by `id`."""

    id: Slug
    text: Text


class RuleIn(Strict):
    """One line of an obligation: `is` holds where every condition given does."""

    is_: Obligation
    board: tuple[Slug, ...] = ()
    size: tuple[Slug, ...] = ()
    claim: tuple[Slug, ...] = ()
    since: date | None = None
    industry: tuple[Text, ...] = ()
    sector: tuple[Text, ...] = ()
    used: tuple[Code, ...] = ()
    omitted: tuple[Code, ...] = ()


class NamedRules(Strict):
    """Rules that many disclosures share; the first that holds decides, else the disclosure is voluntary."""

    id: Slug
    basis: Basis = Basis.VERIFIED
    rules: tuple[RuleIn, ...] = Field(min_length=1)


class SaidIn(Strict):
    """A statement that an explanation has to contain, and the words by which it is recognised."""

    title: TitlesIn
    words: tuple[Text, ...] = Field(min_length=1)


class ReliefIn(Strict):
    """When a reason stands for a disclosure, and for which: even a mandatory one."""

    paragraph: Text
    reaches: tuple[Code, ...] = Field(min_length=1)
    says: tuple[SaidIn, ...] = ()
    first_year: bool = False
    board: tuple[Slug, ...] = ()
    size: tuple[Slug, ...] = ()
    since: date | None = None
    until: date | None = None
    basis: Basis
    source: str = ""


class ReasonIn(Strict):
    """A reason for omission that the framework accepts: for any disclosure that may be omitted, or as a relief."""

    id: Slug
    title: TitlesIn
    relief: ReliefIn | None = None


class ClaimPeriodIn(Strict):
    """When a claim can be made, by the day of publication; `from_` is included, `until` is not."""

    claim: Slug
    from_: date | None = None
    until: date | None = None


class AliasIn(Strict):
    """Another name of the framework, under which a project may claim it; references keep the framework's id."""

    id: Slug
    short: Text
    title: TitlesIn


class FrameworkFile(Strict):
    """``framework.toml``."""

    id: Slug
    short: Text
    title: TitlesIn
    owner: Text
    alias: tuple[AliasIn, ...] = ()
    index_by: Literal["section", "principle", "goal"] = "section"
    early_use: bool = False
    claims: tuple[Slug, ...] = ()
    claim_period: tuple[ClaimPeriodIn, ...] = ()
    reason: tuple[ReasonIn, ...] = ()
    obligation: tuple[NamedRules, ...] = ()
    select_by: Literal["", "industry"] = ""
    select_example: str = ""
    parts_answered_apart: bool = False
    reporting_period: str = ""
    reporting_boundary: str = ""
    index: IndexIn = Field(default_factory=IndexIn)
    statement_of_use: StatementIn | None = None
    material_topics: TopicsIn | None = None
    progress_report: ProgressIn | None = None
    elements: Mapping[Text, tuple[Text, ...]] = {}


class EditionIn(Strict):
    """A dated version; `from_` is included, `until` is not. One not `complete` holds only what later ones dropped."""

    id: Slug
    title: TitlesIn
    by: Literal["financial-year-start", "publication-date"]
    issued: date | None = None
    from_: date | None = None
    until: date | None = None
    complete: bool = True
    superseded_by: tuple[Text, ...] = ()
    basis: Basis
    source: Text


class GroupIn(Strict):
    """A heading in the framework's own order."""

    id: Text
    title: TitlesIn
    parent: str = ""
    edition: str = ""
    kind: Literal["", "part", "subject-area", "aspect", "pillar"] = ""
    general: bool = False


class DatapointIn(Strict):
    """A separately answerable part."""

    id: Slug
    title: Text
    optional: bool = False
    element: tuple[Text, ...] = ()  # the names that the framework's taxonomy has for it


class DisclosureIn(Strict):
    """One coded item; `edition` may be left out in a file that has only one."""

    code: Code
    printed: str = ""  # how a report prints the code, where it is another: with a space
    edition: str = ""
    group: str = ""
    parent: str = ""
    kind: Slug
    heading: bool = False
    required: bool = True
    obligation: Text  # a level, or the id of named rules
    issued: date | None = None
    from_: date | None = None
    until: date | None = None
    title: TitlesIn
    title_basis: Basis | None = None
    summary: str = ""
    datapoints: tuple[DatapointIn, ...] = ()
    requirements: tuple[Slug, ...] = ()
    element: tuple[Text, ...] = ()
    letters: Mapping[Slug, tuple[Text, ...]] = {}  # the same for its own letters, where these are no datapoints
    data: Literal["qualitative", "quantitative", "both"] = "qualitative"
    units: tuple[Text, ...] = ()
    omission: bool = True
    superseded_by: tuple[Text, ...] = ()
    basis: Basis
    source: Text
    note: str = ""


class ListingIn(Strict):
    """A line of a sector topic."""

    ref: str = ""
    kind: Literal["management", "topic-standard", "additional"]
    code: str = ""
    edition: str = ""
    summary: str = ""
    basis: Basis


class TopicIn(Strict):
    """A topic of a GRI Sector Standard."""

    number: Text
    title: TitlesIn
    listed: tuple[ListingIn, ...]


class PartFile(Strict):
    """Every other file of a framework's folder: an edition, a GRI Standard, a SASB industry."""

    framework: Slug
    part: Text
    source: tuple[SourceIn, ...] = Field(min_length=1)
    edition: tuple[EditionIn, ...] = Field(min_length=1)
    obligation: tuple[NamedRules, ...] = ()
    reason: tuple[ReasonIn, ...] = ()
    group: tuple[GroupIn, ...] = ()
    disclosure: tuple[DisclosureIn, ...] = ()
    topic: tuple[TopicIn, ...] = ()


class LinkIn(Strict):
    """One relation; codes may carry ``@edition``."""

    left: Text
    right: Text
    relation: Relation
    basis: Literal[Basis.VERIFIED, Basis.DERIVED, Basis.SECONDARY]
    source: Text
    note: str = ""


class EndedIn(Strict):
    """A disclosure whose relations end on purpose although a later one replaces it."""

    disclosure: Text  # framework:code@edition
    why: Text


class CrosswalkFile(Strict):
    """``crosswalks/LEFT--RIGHT.toml``."""

    left: Slug
    right: Slug
    source: tuple[SourceIn, ...] = Field(min_length=1)
    link: tuple[LinkIn, ...] = Field(min_length=1)
    ended: tuple[EndedIn, ...] = ()
