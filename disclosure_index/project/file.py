"""The project file: what a report is, where its documents are, which frameworks it answers, what fails a build."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field, model_validator

from disclosure_index.catalog.definitions import NO_DEFINITIONS, Definitions, canonical, find_definitions
from disclosure_index.checks import RULES
from disclosure_index.did_you_mean import nearest
from disclosure_index.errors import ConfigError, error_lines
from disclosure_index.files import read_text, reason
from disclosure_index.languages.detection import is_known
from disclosure_index.messages import COMMA, joined, message, one_of
from disclosure_index.model import LANGUAGES, Claim, Location, Message, NotRead, Profile, Report, Severity
from disclosure_index.policy import Budget, Policy, Suppression
from disclosure_index.project.facts import LONGEST_YEAR, board_of, contradiction, months_between
from disclosure_index.project.own_frameworks import own_definitions
from disclosure_index.project.paths import wrong_paths
from disclosure_index.toml.reading import Strict, line_of, read_toml

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


class DocumentIn(Strict):
    """One language version."""

    path: Text
    language: Language


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

    document: Text
    pages: tuple[Text, ...] = ()
    codes: Annotated[int, Field(ge=0)] = Field(0, description="How many different codes stand there.")
    not_claimed: tuple[Text, ...] = Field((), description="Those that no claim was read for, such as gri:305-1.")
    heading: str = Field("", description="Of an index of which no row was read.")
    confirmed: bool = Field(False, description="true when someone has looked at the source and tagged what is there.")


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
    suppressions: tuple[SuppressionIn, ...] = ()


class ProjectFile(Strict):
    """``disclosure-index.toml``."""

    report: ReportIn
    documents: tuple[DocumentIn, ...] = Field(min_length=1)
    profile: ProfileIn = Field(default_factory=ProfileIn)
    frameworks: tuple[FrameworkIn, ...] = ()
    policy: PolicyIn = Field(default_factory=PolicyIn)
    not_read: tuple[NotReadIn, ...] = Field((), description="Written by import; check repeats each until confirmed.")
    owners: dict[Text, Text] = Field(
        {}, description="Owner of a disclosure (hkex-esg:A1.3), a group (hkex-esg:A1) or a framework (hkex-esg)."
    )
    notes: dict[Text, Text] = Field({}, description="Per disclosure, a note that the index prints beside its places.")


@dataclass(frozen=True, slots=True)
class Project:
    """A project file that has been read: the report without its documents, where those are, and the policy."""

    report: Report
    documents: tuple[tuple[Path, str, str], ...]  # file, path as findings name it, language
    policy: Policy
    file: Path  # the project file itself
    within: Path | None  # the folder that all its files are in; None where they may be anywhere
    definitions: Definitions = NO_DEFINITIONS  # of the project's own frameworks

    @property
    def files(self) -> tuple[Path, ...]:
        """The project file and the documents."""
        return (self.file, *(file for file, _, _ in self.documents))


def read_project(file: Path, *, allow_outside: bool = False) -> Project:
    """Read a project file.

    Args:
        file: the project file.
        allow_outside: whether its documents may be outside its folder.

    Raises:
        ConfigError: it is unreadable, or does not fit the schema; every problem with its line.

    """
    try:
        text = read_text(file)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(message("cannot be read: {why}", why=reason(error)), file) from error
    prefix = ("tool", "disclosure-index") if file.name == "pyproject.toml" else ()
    value, problems = read_toml(text, ProjectFile, prefix)
    if value is None:
        raise ConfigError.of_lines(error_lines(p.full_message, Location(str(file), p.line, p.column)) for p in problems)
    return _project(value, file, text, prefix, None if allow_outside else file.parent)


def _project(value: ProjectFile, file: Path, text: str, prefix: tuple[str, ...], within: Path | None) -> Project:
    def at(*path: Any) -> Location:
        return Location(str(file), line_of(text, (*prefix, *path)), 1)

    _check_policy(value, at)
    own = {f.id.lower(): (f.path, at("frameworks", n, "path")) for n, f in enumerate(value.frameworks) if f.path}
    definitions = own_definitions(own, file.parent, within)
    named = [f.id.lower() for f in value.frameworks]
    known = find_definitions(definitions, named)
    ids = {id: canonical(id, known) for id in named}
    _check_twice([ids[id] for id in named], lambda n: at("frameworks", n, "id"))
    paths = [file.parent / d.path for d in value.documents]
    written = [d.path for d in value.documents]
    if problems := list(wrong_paths(written, paths, within, lambda n: at("documents", n, "path"))):
        raise ConfigError.of_lines(problems)
    report = Report(
        title=value.report.title,
        issuer=value.report.issuer,
        year_start=value.report.financial_year.start,
        year_end=value.report.financial_year.end,
        published=value.report.published,
        profile=Profile(
            value.profile.exchange or "",
            board_of(value.profile.board, value.profile.size),
            value.profile.size or "",
            value.profile.industries,
        ),
        claims=tuple(
            Claim(
                ids[id],
                f.claim,
                f.edition,
                at("frameworks", n, "id"),
                f.sectors,
                tuple(f.not_material.items()),
                tuple(f.topic_disclosures.items()),
                f.first_year,
                id if ids[id] != id else "",
            )
            for n, (id, f) in enumerate(zip(named, value.frameworks, strict=True))
        ),
        crosswalk_counts=value.policy.crosswalk_counts,
        location=at("frameworks", 0),
        owners={key.casefold(): owner for key, owner in value.owners.items()},
        notes={key.casefold(): note for key, note in value.notes.items()},
        published_is_estimate=value.report.published_estimate,
        not_read=tuple(
            NotRead(n.document, n.pages, n.codes, n.not_claimed, n.heading, n.confirmed, at("not-read", number))
            for number, n in enumerate(value.not_read)
        ),
    )
    policy = Policy(
        Severity(value.policy.fail_on),
        tuple(
            Suppression(s.rule, s.code, s.anchor, s.reason, s.owner, s.expires, at("policy", "suppressions", n))
            for n, s in enumerate(value.policy.suppressions)
        ),
        {rule: None if word == "off" else Severity(word) for rule, word in value.policy.severity.items()},
        tuple(
            Budget(ids[framework.lower()], percent, at("policy", "min-coverage", framework))
            for framework, percent in value.policy.min_coverage.items()
        ),
    )
    documents = tuple((path, path.as_posix(), d.language) for path, d in zip(paths, value.documents, strict=True))
    return Project(report, documents, policy, file, within, definitions)


def _check_policy(value: ProjectFile, at: Callable[..., Location]) -> None:
    """Refuse a policy on rules and frameworks that do not exist: it would do nothing, and look as if it did."""
    rules = [name for rule in RULES for name in (rule.id, rule.name)]
    for rule in value.policy.severity:
        if rule not in rules:
            raise ConfigError(unknown_rule(rule, nearest(rule, rules)), at("policy", "severity", rule))
    claimed = [framework.id.lower() for framework in value.frameworks]
    for framework in value.policy.min_coverage:
        if framework.lower() not in claimed:
            problem = message(
                'the report does not claim "{framework}"; it claims {known}',
                framework=framework,
                known=joined(COMMA, claimed) if claimed else message("no framework"),
            )
            raise ConfigError(problem, at("policy", "min-coverage", framework))


def unknown_rule(rule: str, near: str) -> Message:
    """Return what is said where a rule is named that there is not; `near` is the one that may be meant, or ""."""
    if near:
        return message('there is no rule "{rule}"; did you mean "{near}"?', rule=rule, near=near)
    return message('there is no rule "{rule}"; to list the rules, run "disclosure-index rules list"', rule=rule)


def _check_twice(names: Sequence[str], at: Callable[[int], Location]) -> None:
    for n, name in enumerate(names):
        if name in names[:n]:
            first = at(names.index(name)).line
            problem = message(
                'the framework "{name}" is already in line {line}; keep one of the two', name=name, line=first
            )
            raise ConfigError(problem, at(n))


def with_editions(report: Report, editions: Mapping[str, str]) -> Report:
    """Return the report as if it reported against these editions; a framework not yet claimed is added."""
    editions = {id.lower(): edition for id, edition in editions.items()}
    claims = [replace(c, edition=editions.get(c.framework, c.edition)) for c in report.claims]
    claimed = {c.framework for c in claims}
    claims += [Claim(id, "", edition) for id, edition in editions.items() if id not in claimed]
    return replace(report, claims=tuple(claims))
