"""The form of a project file. Only its reader sees these types."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator

from disclosure_index.messages import message, one_of
from disclosure_index.model import LANGUAGES
from disclosure_index.project.facts import LONGEST_YEAR, contradiction, months_between
from disclosure_index.reading.languages.detection import is_known
from disclosure_index.toml.reading import Strict

Text = Annotated[str, Field(min_length=1)]


def _known_language(tag: str) -> str:
    if not is_known(tag):
        raise ValueError(message('must be {allowed}, not "{value}"', allowed=one_of(LANGUAGES), value=tag))
    return tag


Language = Annotated[Text, AfterValidator(_known_language)]


class YearIn(Strict):
    """The financial year reported on: first and last day."""

    start: date
    end: date

    @model_validator(mode="after")
    def _in_order(self) -> "YearIn":
        if self.end <= self.start:
            raise ValueError(message("ends before it starts"))
        if months_between(self.start, self.end) > LONGEST_YEAR:
            problem = message(
                "is longer than {months} months, so it is not one financial year; a report covers one",
                months=LONGEST_YEAR,
            )
            raise ValueError(problem)
        return self


class ReportIn(Strict):
    """The facts of the report."""

    title: Text
    issuer: str = Field(description="Empty where the report does not say who issues it: a finding then tells so.")
    financial_year: YearIn
    published: date | None = Field(None, description="Date of publication: decides which GRI editions apply.")
    published_estimate: bool = Field(
        False, description="Whether published is an estimate; remove it with the day itself."
    )

    @model_validator(mode="after")
    def _estimate_of_something(self) -> "ReportIn":
        if self.published_estimate and self.published is None:
            raise ValueError(message("published-estimate is set, but published is not; set both, or neither"))
        return self


class SourceIn(Strict):
    """The file that a document was imported from."""

    name: Text = Field(description="The name of the file, by which update knows its next draft.")
    sha256: Text = Field(description="Its digest.")
    version: Text = Field(description="Of the program that imported it.")


class DocumentIn(Strict):
    """One language version."""

    path: Text
    language: Language
    source: SourceIn | None = Field(None, description="What it was imported from; written by import and update.")


class ProfileIn(Strict):
    """What decides obligations besides the financial year."""

    exchange: Literal["hkex"] | None = None
    board: Literal["main-board", "gem"] | None = None
    size: Literal["large-cap", "other"] | None = Field(
        None,
        description="large-cap: a constituent of the Hang Seng Composite LargeCap Index throughout the year before the "
        "financial year, and so on the Main Board.",
    )
    industries: tuple[Text, ...] = Field((), description="SASB industry codes, such as CG-EC.")

    @model_validator(mode="after")
    def _one_board(self) -> "ProfileIn":
        if problem := contradiction(self.board, self.size):
            raise ValueError(problem)
        return self


class FrameworkIn(Strict):
    """A framework that the report answers."""

    id: Text
    path: Text | None = Field(
        None, description="Of a framework of your own: its folder, or one with a folder of its id in it."
    )
    claim: str = ""
    edition: str | None = Field(None, description="Overrides the edition in force.")
    sectors: tuple[Text, ...] | None = Field(
        None, description="Applicable GRI Sector Standards, such as GRI 11; empty if none applies to the issuer."
    )
    not_material: dict[str, Text] = Field({}, description="Their topics that are not material: number = explanation.")
    topic_disclosures: dict[str, tuple[Text, ...]] = Field(
        {}, description="What a topic of a reissued Sector Standard lists, by number: the codes, as a person read them."
    )
    first_year: date | None = Field(
        None, description="First day of the financial year in which the issuer first applied it: decides some reliefs."
    )


class SuppressionIn(Strict):
    """A finding that is known and accepted, until a day."""

    rule: Text
    code: str = ""
    anchor: str = ""
    reason: Text
    owner: Text
    expires: date


class NotReadIn(Strict):
    """What stands in the source as in an index, and was not read by the import."""

    document: Text = Field(description="As [[documents]] names it.")
    pages: tuple[Text, ...] = Field((), description="Where it stands in the source.")
    codes: Annotated[int, Field(ge=0)] = Field(0, description="How many different codes stand there.")
    not_claimed: tuple[Text, ...] = Field((), description="Those that no claim was read for, such as gri:305-1.")
    heading: str = Field("", description="Of an index of which no row was read.")
    confirmed: bool = Field(False, description="true when someone has looked at the source and tagged what is there.")


class CandidateIn(Strict):
    """Where a statement may stand now."""

    text: str = Field(description="The first words there.")
    page: str = Field("", description="The page there.")
    score: float = Field(description="How alike the old text it is, from 0 to 100.")
    digests: tuple[Text, ...] = Field(description="Of the passages there, by which they are found.")


class PendingIn(Strict):
    """A statement that could not be carried to the new version of a document as it was."""

    document: Text = Field(description="As [[documents]] names it.")
    state: Literal["changed", "to-confirm", "lost"] = Field(
        description="changed: reviewed before its text changed; to-confirm: it may stand at a candidate; lost: nowhere."
    )
    kind: Literal["tag", "omission", "suppression", "text"] = Field(
        description="What it is; text: a passage that was edited in the tagged document alone."
    )
    statement: Text = Field(
        description="What it names, such as gri:305-1; of a suppression, its rules; of a text, the document."
    )
    was: str = Field("", description="The text that it was about.")
    section: str = Field("", description="The section that it stood in.")
    page: str = Field("", description="The page that it stood on.")
    reviewed: bool = Field(False, description="Whether a person had marked it as reviewed.")
    digest: str = Field("", description="Of the text that it is about now.")
    reason: str = Field("", description="Of an omission or a suppression.")
    owner: str = Field("", description="Of a suppression.")
    until: str = Field("", description="Of a suppression: its last day.")
    candidates: tuple[CandidateIn, ...] = Field((), description="Where it may stand, the best first.")
    successors: tuple[Text, ...] = Field((), description="Of a superseded Standard: the codes to choose from.")


class PolicyIn(Strict):
    """What fails a build."""

    fail_on: Literal["error", "warning", "note"] = "error"
    severity: dict[Text, Literal["error", "warning", "note", "off"]] = Field(
        {}, description="Per rule, by id or name, another severity than its own; off switches the rule off."
    )
    min_coverage: dict[Text, Annotated[int, Field(ge=0, le=100)]] = Field(
        {}, description="Per framework, the minimum percentage of its disclosures that must be disclosed or explained."
    )
    crosswalk_counts: bool = Field(False, description="Count an equivalent or superset tag from another framework.")
    evidence: Literal["lenient", "strict"] = Field(
        "lenient",
        description="strict: a mandatory disclosure whose tags lack the figure that it asks for is an error.",
    )
    suppressions: tuple[SuppressionIn, ...] = ()


class ProjectFile(Strict):
    """``disclosure-index.toml``."""

    report: ReportIn
    documents: tuple[DocumentIn, ...] = Field(min_length=1)
    profile: ProfileIn = Field(default_factory=ProfileIn)
    frameworks: tuple[FrameworkIn, ...] = ()
    policy: PolicyIn = Field(default_factory=PolicyIn)
    not_read: tuple[NotReadIn, ...] = Field((), description="Written by import; check repeats each until confirmed.")
    pending: tuple[PendingIn, ...] = Field(
        (), description="Written by update and roll; check repeats each until it is placed, reviewed or dropped."
    )
    owners: dict[Text, Text] = Field(
        {}, description="Owner of a disclosure (hkex-esg:A1.3), a group (hkex-esg:A1) or a framework (hkex-esg)."
    )
    due: dict[Text, date] = Field(
        {}, description="Date by which a disclosure, a group or a framework is to be answered, as 2026-01-31."
    )
    notes: dict[Text, Text] = Field({}, description="Per disclosure, a note that the index prints beside its places.")
