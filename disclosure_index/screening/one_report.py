"""One report -> its rows. Pure: it depends on the files, the definitions and the options, and on nothing else."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from disclosure_index.assessment.assess import Assessment, assess
from disclosure_index.catalog.definitions import NO_DEFINITIONS, Definitions
from disclosure_index.catalog.store import Catalog
from disclosure_index.checks import complete
from disclosure_index.errors import ConfigError, CouldNotCheckError, ReportedError
from disclosure_index.importing.pipeline import Imported, import_sources
from disclosure_index.importing.placement_findings import unplaced_finding
from disclosure_index.importing.report_facts import (
    ReportFacts,
    no_edition_finding,
    report_facts,
    report_of,
    without_inapplicable,
)
from disclosure_index.messages import message, render
from disclosure_index.model import Finding, Message, Profile, Report
from disclosure_index.project.facts import board_of
from disclosure_index.screening.requests import Kind, Options, Rows, Source
from disclosure_index.screening.rows import Looks, problem_row, rows_of, unchecked_row
from disclosure_index.session import assess_project, load_for, open_project


@dataclass(frozen=True, slots=True)
class Known:
    """Definitions loaded once for many reports: frameworks, their notation, and their folders."""

    catalog: Catalog  # with the spellings of every framework
    definitions: Definitions = NO_DEFINITIONS  # besides the shipped ones


def screen_report(source: Source, paths: Sequence[Path], options: Options, known: Known) -> Rows:
    """Look at one report, and return its rows by data set.

    Args:
        source: what is asked for.
        paths: its files, or its folder, on this machine; findings name them as they are written here.
        options: what holds for every report.
        known: what is loaded already.
    """
    try:
        looks = _tagged(paths[0], options, known) if source.tagged else _imported(source, paths, options, known)
    except ConfigError as error:
        return unchecked_row(source, Kind.CONFIGURATION, _line(error, options))
    except CouldNotCheckError as error:
        return unchecked_row(source, Kind.UNREADABLE, _line(error, options))
    return rows_of(looks, source, options)


def _line(error: ReportedError, options: Options) -> str:
    return " ".join(render(error.message, options.language).split())


def _tagged(folder: Path, options: Options, known: Known) -> Looks:
    """Assess a folder with a project file, as `check` does."""
    project = open_project(folder)
    project = replace(project, definitions=known.definitions | project.definitions)
    assessment = assess_project(project, today=date.fromisoformat(options.as_of))
    return Looks(assessment.report, assessment, assessment.verdict.findings)


def _imported(source: Source, paths: Sequence[Path], options: Options, known: Known) -> Looks:
    """Import published files, and assess them as `check` would after `import`."""
    today = date.fromisoformat(options.as_of)
    imported = import_sources(paths, known.catalog, today=today)
    found = report_facts(imported, known.catalog)
    facts = _with_given(found, source.given, known.catalog)
    facts, dropped = without_inapplicable(facts, known.catalog)
    of_import = list(_import_findings(imported, dropped, known.catalog))
    # The reader's findings are reported with the import, and what has been read is assessed all the same. What was not
    # read is reported with it, too: `check` would repeat it from the project file.
    plain = [replace(one, document=replace(one.document, findings=())) for one in imported]
    report = report_of(plain, facts, date(today.year - 1, 12, 31))
    report = replace(_with_profile(report, source.given), not_read=())
    problems = []
    if facts.end is None:
        said = message("No financial year was found; {year} is assumed", year=report.financial_year)
        problems.append(problem_row(source, Kind.IN_PART, render(said, options.language)))
    assessment = _assessed(report, known, today)
    if assessment is None:
        nothing = message("No framework was recognised: no code of an index and no statement of the report names one")
        problems.append(problem_row(source, Kind.NO_FRAMEWORK, render(nothing, options.language)))
    findings = (*complete(of_import), *(assessment.verdict.findings if assessment else ()))
    return Looks(
        report,
        assessment,
        findings,
        evidence=_evidence(found, source.given),
        stated={} if "frameworks" in source.given else facts.stated,
        entries=sum(one.claims for one in imported),
        placed=sum(one.claims_placed for one in imported),
        year_assumed=facts.end is None,
        problems=tuple(problems),
    )


def _assessed(report: Report, known: Known, today: date) -> Assessment | None:
    """Assess a report; None where it follows no framework."""
    return assess(report, load_for(report, known.definitions), today=today) if report.claims else None


def _import_findings(imported: Iterable[Imported], dropped: Iterable[str], catalog: Catalog) -> Iterable[Finding]:
    first = True
    for one in imported:
        if first:
            yield from (no_edition_finding(catalog.frameworks[id], one.document) for id in dropped)
        first = False
        yield from one.findings
        yield from map(unplaced_finding, one.unplaced)


def _with_given(facts: ReportFacts, given: Mapping[str, str], catalog: Catalog) -> ReportFacts:
    """Return the facts of a report, with those of the issuers' table in place of those found."""
    if "year_end" in given:
        start, end = (date.fromisoformat(given[key]) for key in ("year_start", "year_end"))
        named_alone = given.get("year_named") == "yes"  # a year without its days, which the report may say
        if not (named_alone and facts.end and facts.end.year == end.year):
            facts = replace(facts, start=start, end=end)
    if "published" in given:
        facts = replace(facts, published=date.fromisoformat(given["published"]))
    if "issuer" in given:
        facts = replace(facts, issuer=given["issuer"])
    if "industries" in given:
        facts = replace(facts, industries=given["industries"].split(";"))
    if "frameworks" in given:
        facts = replace(facts, claims=dict(_claims(given["frameworks"], facts.claims or {}, catalog)))
    return facts


def _claims(written: str, found: Mapping[str, str], catalog: Catalog) -> Iterable[tuple[str, str]]:
    """Yield the claims that the table gives as ``id`` or ``id=claim``; one that names no claim has that of the report.

    Raises:
        ConfigError: a framework is not defined.
    """
    for one in written.split(";"):
        id, _, claim = one.partition("=")
        if id not in catalog.frameworks:
            raise ConfigError(message('framework "{id}" is not defined', id=id))
        known = catalog.frameworks[id].claims
        yield id, claim or found.get(id) or (known[-1] if known else "")


def _with_profile(report: Report, given: Mapping[str, str]) -> Report:
    board, size = given.get("board", ""), given.get("size", "")
    profile = Profile(given.get("exchange", ""), board_of(board, size), size, report.profile.industries)
    return replace(report, profile=profile, published_is_estimate="published" not in given)


def _evidence(facts: ReportFacts, given: Mapping[str, str]) -> dict[str, Message]:
    """Return where the report states what was taken from it."""
    taken = {"year": "year_end", "issuer": "issuer"}
    return {key: said for key, said in facts.evidence.items() if taken.get(key, key) not in given}
