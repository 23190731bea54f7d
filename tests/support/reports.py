"""A small report from a few lines of XHTML and facts of a project file, and its assessment."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from disclosure_index.assessment.assess import Assessment, assess
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.catalog.loading import load_frameworks, with_spellings
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Claim, Document, Location, Profile, Report, Status
from disclosure_index.policy import Policy
from disclosure_index.reading.xhtml import read_xhtml

TODAY = date(2026, 6, 1)
LANGUAGES = ("en", "zh-Hant", "zh-Hans")
PROJECT = "disclosure-index.toml"


@cache
def shipped() -> Catalog:
    """Return all definitions, loaded once for the whole run."""
    return load_frameworks()


@cache
def shipped_with_spellings() -> Catalog:
    """Return the same with the readers of printed codes, for documents with a printed index."""
    return with_spellings(shipped())


def document(body: str, path: str = "report.xhtml", language: str = "en") -> Document:
    """Return the document of `body`, whose first line is line 1 of the file."""
    return read_xhtml(f'<html lang="{language}"><body>{body}</body></html>'.encode(), path, language)


def report(
    *bodies: str,
    claims: Mapping[str, str],
    year: date = date(2024, 1, 1),
    published: date | None = date(2025, 4, 30),
    profile: Profile | None = None,
    editions: Mapping[str, str] | None = None,
    crosswalk_counts: bool = False,
) -> Report:
    """Return a report with one document per body: English, then traditional, then simplified Chinese."""
    return Report(
        title="A report",
        issuer="An issuer",
        year_start=year,
        year_end=date(year.year + 1, year.month, year.day) - timedelta(days=1),
        published=published,
        profile=profile or Profile("hkex", "main-board", "other"),
        claims=tuple(
            Claim(id, claim, (editions or {}).get(id), Location(PROJECT, number, 1))
            for number, (id, claim) in enumerate(claims.items(), start=1)
        ),
        documents=tuple(
            document(body, f"report-{language}.xhtml" if len(bodies) > 1 else "report.xhtml", language)
            for body, language in zip(bodies, LANGUAGES, strict=False)
        ),
        crosswalk_counts=crosswalk_counts,
    )


def assessed(*bodies: str, catalog: Catalog | None = None, policy: Policy | None = None, **facts: object) -> Assessment:
    """Return the assessment of the report that `report` makes of the same arguments."""
    return assess(report(*bodies, **facts), catalog or shipped(), policy, today=TODAY)  # type: ignore[arg-type]


def row(assessment: Assessment, code: str, edition: str | None = None) -> Coverage:
    """Return the coverage of the one disclosure with that code."""
    [found] = [c for c in assessment.coverage if c.disclosure.code == code and edition in (None, c.disclosure.edition)]
    return found


def statuses(assessment: Assessment, framework: str) -> dict[str, Status]:
    """Return the status of every disclosure of a framework."""
    return {c.disclosure.code: c.status for c in assessment.coverage if c.disclosure.framework == framework}


def told(assessment: Assessment) -> list[tuple[str, str]]:
    """Return the rule and code of every finding, in order."""
    return [(f.rule, f.code) for f in assessment.verdict.findings]


def references(framework: str, edition: str, but: Sequence[str] = ()) -> str:
    """Return a tag for every disclosure of an edition but these, without headings."""
    return " ".join(
        f"{framework}:{d.code}"
        for d in shipped().frameworks[framework].disclosures
        if d.edition == edition and not d.heading and d.code not in but
    )


def only(catalog: Catalog, *frameworks: str) -> Catalog:
    """Return a catalogue of these frameworks alone."""
    return replace(catalog, frameworks={id: catalog.frameworks[id] for id in frameworks})


def without_source(data: bytes) -> bytes:
    """Return what `import` writes without the line that names the source and its digest."""
    return b"".join(line for line in data.splitlines(keepends=True) if not line.startswith(b"source = "))
