"""Sessions: load, read and assess a report. The only entry point for the command line and the TUI."""

import os.path
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from disclosure_index.assessment.assess import Assessment, assess
from disclosure_index.assessment.linking import applicable
from disclosure_index.assessment.owners import misnamed
from disclosure_index.catalog.definitions import (
    HEAD,
    NO_DEFINITIONS,
    Definitions,
    canonical,
    find_definitions,
    in_folder,
)
from disclosure_index.catalog.loading import load_frameworks, with_spellings
from disclosure_index.catalog.store import Catalog
from disclosure_index.errors import ConfigError, CouldNotCheckError
from disclosure_index.files.named_files import MAX_DOCUMENT, RefusedFileError, exists, is_folder, read_file, reason
from disclosure_index.messages import COMMA, SEMICOLON, joined, message, titled
from disclosure_index.model import Claim, Document, Finding, Framework, Location, Message, Reference, Report
from disclosure_index.project.baseline_file import beside, load
from disclosure_index.project.file import Project, read_project_at, with_editions
from disclosure_index.project.what_if import changed_profile, in_year
from disclosure_index.reading.registry import read_source


def open_project(
    path: Path,
    *,
    editions: Mapping[str, str] | None = None,
    profile: Mapping[str, str] | None = None,
    year: int | None = None,
    allow_outside: bool = False,
    definitions: Path | None = None,
    read: Callable[[Path], bytes] | None = None,
) -> Project:
    """Find and read the project file at `path`, and every document that it names.

    Args:
        path: a folder, a document in it, or the project file itself.
        editions: framework to edition, to check the report against another edition than the one in force.
        profile: changes to the issuer's profile, by key of the project file.
        year: to check the report against the rules of another year: its days are moved.
        allow_outside: whether the project's files may be outside its folder: only for a project that is trusted.
        definitions: a folder of frameworks in addition to the shipped ones.
        read: returns the bytes of a document, or raises OSError; an editor keeps them.

    Raises:
        ConfigError: the project file does not fit its schema, or one of `editions` names no framework.
        CouldNotCheckError: there is no project file.
    """
    project = read_project_at(path, allow_outside=allow_outside)
    project = replace(project, definitions=definitions_in(definitions) | project.definitions)
    named = [file for file, _, _ in project.documents if exists(file)]
    if exists(path) and not (is_folder(path) or path.suffix == ".toml" or any(path.samefile(file) for file in named)):
        raise CouldNotCheckError(message("not listed in the project file beside it"), path)
    if not os.path.lexists(path) and path.absolute() not in {file.absolute() for file, _, _ in project.documents}:
        raise CouldNotCheckError(message("no such file or folder"), path)
    report = project.report
    if editions:
        known = find_definitions(project.definitions, [name.lower() for name in editions])
        by_id = {canonical(name.lower(), known): edition for name, edition in editions.items()}
        if unknown := [id for id in by_id if id not in known.frameworks]:
            raise ConfigError(_not_defined(unknown[0], sorted(known.frameworks)))
        report = with_editions(report, by_id)
    report = replace(report, profile=changed_profile(report.profile, profile or {}))
    report = report if year is None else in_year(report, year)
    read = read or partial(read_file, most=MAX_DOCUMENT, within=project.within)
    documents = tuple(_read(file, name, language, read) for file, name, language in project.documents)
    return replace(project, report=replace(report, documents=documents))


def with_documents(project: Project, changed: Mapping[str, bytes]) -> Project:
    """Return the project with some of its documents replaced by these bytes, by the path in findings."""
    pairs = zip(project.documents, project.report.documents, strict=True)
    documents = tuple(
        read_source(changed[name], name, language) if name in changed else document
        for (_, name, language), document in pairs
    )
    return replace(project, report=replace(project.report, documents=documents))


def read_report(path: str | Path, *, allow_outside: bool = False) -> Report:
    """Read a tagged report: the project file at `path` and the documents it names.

    Args and exceptions are those of `open_project`.
    """
    return open_project(Path(path), allow_outside=allow_outside).report


def definitions_in(folder: Path | None) -> Definitions:
    """Return the definitions in a folder; an empty set without a folder.

    Raises:
        CouldNotCheckError: there are none.
    """
    if folder is None:
        return NO_DEFINITIONS
    found = in_folder(folder)
    if not found.frameworks:
        problem = message("no framework here; a framework is a folder with a {file} in it", file=HEAD)
        raise CouldNotCheckError(problem, folder)
    return found


def load_for(report: Report, definitions: Definitions | None = None) -> Catalog:
    """Load the definitions that a report claims or tags, and check that every claim can be checked.

    Args:
        report: the report with its documents.
        definitions: of the project's own frameworks.

    Raises:
        CouldNotCheckError: a framework is not defined, or no edition of it applies to the report's dates.
        ConfigError: a claim or an edition is not one that the framework knows.
    """
    named = [r for d in report.documents for tag in d.tags if (r := tag.reference)]
    named += [r for d in report.documents for omission in d.omissions if (r := omission.reference)]
    wanted = [*(claim.framework for claim in report.claims), *(r.framework for r in named)]
    industries = (*report.profile.industries, *(r.code for r in named))
    catalog = load_frameworks(wanted, industries=industries, definitions=find_definitions(definitions, wanted))
    aliases = {claim.framework: claim.alias for claim in report.claims if claim.alias}
    frameworks = {id: framework.called(aliases.get(id, "")) for id, framework in catalog.frameworks.items()}
    catalog = replace(catalog, frameworks=frameworks)
    for claim in report.claims:
        _check_claim(report, catalog, claim)
    for problem in misnamed(report, catalog):
        raise ConfigError(problem, report.location.path)
    if any(document.indexes for document in report.documents):
        return with_spellings(catalog)
    return catalog


def open_assessment(
    path: Path, *, today: date, policy: Mapping[str, Any] | None = None, baseline: Path | None = None, **changes: Any
) -> Assessment:
    """Open and assess a report: `open_project` with `changes`, then `assess_project`.

    Args:
        path: as in `open_project`.
        today: the day for the expiry of suppressions.
        policy: fields of `Policy` that differ from the project file's.
        baseline: the file of accepted findings; the one beside the project file by default.
        changes: keywords of `open_project`.

    Raises:
        ConfigError: the project file or the baseline cannot be used.
        CouldNotCheckError: see `open_project` and `load_for`.
    """
    return assess_project(open_project(path, **changes), today=today, policy=policy, baseline=baseline)


def assess_project(
    project: Project, *, today: date, policy: Mapping[str, Any] | None = None, baseline: Path | None = None
) -> Assessment:
    """Assess a project that has been read, by `load_for` and `assess`. The arguments are those of `open_assessment`.

    Raises:
        ConfigError: a claim or the baseline cannot be used.
        CouldNotCheckError: see `load_for`.
    """
    catalog = load_for(project.report, project.definitions)
    known = baseline or beside(project.file, allow_outside=project.within is None)
    before = load(known) if baseline or os.path.lexists(known) else None
    policy = {"baseline": before, **(policy or {})}
    return assess(project.report, catalog, replace(project.policy, **policy), today=today)


def _read(file: Path, name: str, language: str, read: Callable[[Path], bytes]) -> Document:
    try:
        data = read(file)
    except OSError as error:
        hint = error.hint if isinstance(error, RefusedFileError) else message("Correct the path in the project file")
        problem = message("Cannot read the file: {why}", why=reason(error))
        finding = Finding("DI601", problem, Location(name), hint, unchecked=True)
        return Document(name, language, findings=(finding,), readable=False)
    return read_source(data, name, language)


def _not_defined(id: str, known: Iterable[str]) -> Message:
    return message('framework "{id}" is not defined; use one of {known}', id=id, known=joined(COMMA, known))


def _check_claim(report: Report, catalog: Catalog, claim: Claim) -> None:
    at = claim.location if claim.location.path else ""
    if claim.framework not in catalog.known:
        raise CouldNotCheckError(_not_defined(claim.framework, catalog.known), at)
    if claim.framework not in catalog.frameworks:
        return  # its definition is broken, which is a finding already
    framework = catalog.frameworks[claim.framework]
    editions = sorted({edition.id for edition in framework.editions})
    if claim.edition and claim.edition.casefold() not in (edition.casefold() for edition in editions):
        problem = message(
            '{framework} has no edition "{edition}"; use one of {known}',
            framework=framework.short,
            edition=claim.edition,
            known=joined(COMMA, editions),
        )
        raise ConfigError(problem, "" if claim.supposed else at)
    if claim.claim and claim.claim not in framework.claims:
        raise ConfigError(_no_claim(framework, claim.claim), at)
    parts = {topic.part for topic in framework.sector_topics}
    if other := [sector for sector in claim.sectors or () if sector not in parts]:
        raise ConfigError(_no_sector(framework, other[0], sorted(parts)), at)
    topics = {topic.number for topic in framework.sector_topics if topic.part in (claim.sectors or ())}
    if unknown := [number for number, _ in claim.not_material if number not in topics]:
        problem = message(
            'the Sector Standards named have no topic "{topic}"; use a number such as {example}',
            topic=unknown[0],
            example=min(topics, default=""),
        )
        if not topics:
            problem = message('no Sector Standard is named, so "{topic}" cannot be one of its topics', topic=unknown[0])
        raise ConfigError(problem, at)
    for topic, codes in claim.topic_disclosures:
        if wrong := _no_such_list(catalog, framework, topics, topic, codes):
            raise ConfigError(wrong, at)
    if not any(f.unchecked for f in catalog.findings) and not applicable(report, catalog)[framework.id]:
        raise CouldNotCheckError(_why_nothing(report, framework), at)


def _no_claim(framework: Framework, claim: str) -> Message:
    if framework.claims:
        known = joined(COMMA, framework.claims)
        return message(
            '{framework} has no claim "{claim}"; use one of {known}',
            framework=framework.short,
            claim=claim,
            known=known,
        )
    return message('{framework} has no claim "{claim}"; remove it', framework=framework.short, claim=claim)


def _no_such_list(
    catalog: Catalog, framework: Framework, topics: Collection[str], topic: str, codes: Sequence[str]
) -> Message | None:
    if topic not in topics:
        return message(
            'topic-disclosures names the topic "{topic}", which none of the Sector Standards named has', topic=topic
        )
    unknown = [code for code in codes if not catalog.find(Reference(framework.id, code))]
    if unknown:
        return message(
            'topic-disclosures names "{code}" for topic {topic}, but {framework} has no such disclosure',
            code=unknown[0],
            topic=topic,
            framework=framework.short,
        )
    return None


def _no_sector(framework: Framework, sector: str, parts: Sequence[str]) -> Message:
    if parts:
        return message(
            '{framework} has no Sector Standard "{sector}"; use one of {known}',
            framework=framework.short,
            sector=sector,
            known=joined(COMMA, parts),
        )
    return message(
        '{framework} has no Sector Standard "{sector}"; remove sectors', framework=framework.short, sector=sector
    )


def _why_nothing(report: Report, framework: Framework) -> Message:
    example = framework.conventions.select_example
    industries = {industry.upper() for industry in report.profile.industries}
    is_defined = any(edition.part.upper() in industries for edition in framework.editions)
    if framework.conventions.select_by and example and not is_defined:
        return message(
            "profile.industries names no industry that {framework} defines; add one, such as {example}",
            framework=framework.short,
            example=example,
        )
    if framework.conventions.select_by and not is_defined:
        return message(
            "profile.industries names no industry that {framework} defines; add one", framework=framework.short
        )
    editions = (
        message("{title}, from {start}", title=titled(e.title, "en"), start=str(e.in_force.start or e.in_force.issued))
        for e in framework.editions
        if not is_defined or e.part.upper() in industries
    )
    return message(
        "no edition of {framework} applies to a year beginning on {day} whose report is published on {published}; its "
        "editions: {known}",
        framework=framework.short,
        day=str(report.year_start),
        published=str(report.publication),
        known=joined(SEMICOLON, editions),
    )
