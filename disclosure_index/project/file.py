"""The project file: what a report is, where its documents are, which frameworks it answers, what fails a build."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from disclosure_index.catalog.definitions import NO_DEFINITIONS, Definitions
from disclosure_index.checks import RULES
from disclosure_index.did_you_mean import nearest
from disclosure_index.errors import ConfigError, error_lines
from disclosure_index.files.named_files import read_text, reason
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import (
    Claim,
    Location,
    Message,
    NotRead,
    Pending,
    PendingCandidate,
    Profile,
    Report,
    Severity,
)
from disclosure_index.policy import Budget, Policy, Suppression
from disclosure_index.project.claims import claims_of, ids_of
from disclosure_index.project.facts import board_of
from disclosure_index.project.own_frameworks import own_definitions
from disclosure_index.project.paths import find_project, wrong_paths
from disclosure_index.project.schema import PendingIn, ProjectFile
from disclosure_index.toml.reading import line_of, read_toml


class Origin(NamedTuple):
    """What a document was imported from, where the project file says so."""

    document: str  # its path as the project file has it
    source: str = ""  # the name of the file
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """A project file that has been read: the report without its documents, where those are, and the policy."""

    report: Report
    documents: tuple[tuple[Path, str, str], ...]  # file, path as findings name it, language
    policy: Policy
    file: Path  # the project file itself
    within: Path | None  # the folder that all its files are in; None where they may be anywhere
    definitions: Definitions = NO_DEFINITIONS  # of the project's own frameworks
    origins: tuple[Origin, ...] = ()  # of each document

    @property
    def files(self) -> tuple[Path, ...]:
        """The project file and the documents."""
        return (self.file, *(file for file, _, _ in self.documents))


def read_project_at(path: Path, *, allow_outside: bool = False) -> Project:
    """Find and read the project file of a report.

    Args:
        path: a folder, a document in it, or the project file itself.
        allow_outside: whether the project's files may be outside its folder.

    Raises:
        ConfigError: it is unreadable, or does not fit the schema.
        CouldNotCheckError: there is no project file.
    """
    return read_project(find_project(path, allow_outside=allow_outside), allow_outside=allow_outside)


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
    ids = ids_of(value.frameworks, definitions)
    _check_pending(value, at)
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
        claims=claims_of(value.frameworks, ids, lambda n: at("frameworks", n, "id")),
        crosswalk_counts=value.policy.crosswalk_counts,
        location=at("frameworks", 0),
        owners={key.casefold(): owner for key, owner in value.owners.items()},
        due={key.casefold(): day for key, day in value.due.items()},
        notes={key.casefold(): note for key, note in value.notes.items()},
        published_is_estimate=value.report.published_estimate,
        not_read=tuple(
            NotRead(n.document, n.pages, n.codes, n.not_claimed, n.heading, n.confirmed, at("not-read", number))
            for number, n in enumerate(value.not_read)
        ),
        pending=tuple(_pending(p, at("pending", number)) for number, p in enumerate(value.pending)),
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
        strict_evidence=value.policy.evidence == "strict",
    )
    documents = tuple((path, path.as_posix(), d.language) for path, d in zip(paths, value.documents, strict=True))
    origins = tuple(Origin(d.path, *(d.source.name, d.source.sha256) if d.source else ()) for d in value.documents)
    return Project(report, documents, policy, file, within, definitions, origins)


def _pending(value: PendingIn, location: Location) -> Pending:
    candidates = (PendingCandidate(c.text, c.page, c.score, c.digests) for c in value.candidates)
    facts = value.model_dump(exclude={"candidates"})
    return Pending(**facts, candidates=tuple(candidates), location=location)


def _check_pending(value: ProjectFile, at: Callable[..., Location]) -> None:
    """Refuse pending statements of a document that is not listed: nobody would see them again."""
    names = [document.path for document in value.documents]
    for number, one in enumerate(value.pending):
        if one.document not in names:
            problem = message("the project file lists no document {name}", name=one.document)
            near = nearest(one.document, names)
            hint = message("Write {name}", name=near) if near else message("Correct the name, or remove the entry")
            raise ConfigError(problem, at("pending", number, "document"), hint)


def _check_policy(value: ProjectFile, at: Callable[..., Location]) -> None:
    """Refuse a policy about unknown rules or frameworks: it would silently do nothing."""
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
    """Return the message for an unknown rule; `near` is the rule that may be meant, or ""."""
    if near:
        return message('there is no rule "{rule}"; did you mean "{near}"?', rule=rule, near=near)
    return message('there is no rule "{rule}"; to list the rules, run "disclosure-index rules list"', rule=rule)


def with_editions(report: Report, editions: Mapping[str, str]) -> Report:
    """Return the report with the given editions in place of its own.

    A framework not yet claimed is added; no line of the project file names it, so its place is the file.
    """
    claims = [replace(c, edition=editions.get(c.framework, c.edition)) for c in report.claims]
    claimed = {c.framework for c in claims}
    place = Location(report.location.path)
    claims += [Claim(id, "", edition, place) for id, edition in editions.items() if id not in claimed]
    return replace(report, claims=tuple(claims))
