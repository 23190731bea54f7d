"""The assessment of a report -> its rows, by data set."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link
from disclosure_index.assessment.tagged_facts import facts_of
from disclosure_index.errors import ExitCode
from disclosure_index.figures.fitting import fits
from disclosure_index.messages import AFTER_PLACE, joined, render
from disclosure_index.model import Disclosure, Finding, Framework, Message, Omission, Report, Severity, in_language
from disclosure_index.screening.requests import Kind, Options, Row, Rows, Source
from disclosure_index.screening.schema import DATA_SETS
from disclosure_index.suggest import THRESHOLD
from disclosure_index.tables.facts import rounded
from disclosure_index.tables.suggestions import excerpt, place
from disclosure_index.tables.table import pages

CHECKED, IN_PART, NOT_CHECKED = "checked", "in-part", "not-checked"
"""The states of a report: all of it was looked at, a part, nothing."""

MOST_FACTS = 20
"""Figures of one disclosure that are kept: a section that is tagged as a whole may hold every figure of the report."""


@dataclass(frozen=True, slots=True)
class Looks:
    """What is known about one report; without an assessment it follows no known framework."""

    report: Report
    assessment: Assessment | None
    findings: tuple[Finding, ...]
    evidence: Mapping[str, Message] = field(default_factory=dict)  # title, issuer, year, language
    stated: Mapping[str, Message] = field(default_factory=dict)  # framework -> where the report says so
    entries: int = 0
    placed: int = 0
    year_assumed: bool = False
    problems: tuple[Row, ...] = ()


def unchecked_row(source: Source, kind: Kind, said: str) -> Rows:
    """Return the rows of a report that could not be looked at."""
    row = {"source": list(source.addresses), "status": NOT_CHECKED, "exit_code": int(ExitCode.COULD_NOT_CHECK)}
    row |= {"issuer": source.given.get("issuer"), "year": _given_year(source), "more": dict(source.more)}
    rows: Rows = {name: [] for name in DATA_SETS}
    return rows | {"reports": [row], "problems": [problem_row(source, kind, said)]}


def _given_year(source: Source) -> int | None:
    end = source.given.get("year_end")
    return int(end[:4]) if end else None


def problem_row(source: Source, kind: Kind, said: str) -> Row:
    """Return a row of `problems`."""
    return {"source": list(source.addresses), "kind": kind.value, "message": said}


def rows_of(looks: Looks, source: Source, options: Options) -> Rows:
    """Return the rows of a report that was looked at."""
    assessment = looks.assessment
    rows: Rows = {name: [] for name in DATA_SETS}
    rows["findings"] = [_finding(finding, options.language) for finding in looks.findings]
    rows["problems"] = [
        *looks.problems,
        *(
            problem_row(source, Kind.IN_PART, render(_with_place(f), options.language))
            for f in looks.findings
            if f.unchecked
        ),
    ]
    if assessment:
        rows["coverage"] = [_coverage(row, assessment) for row in assessment.coverage]
        rows["claims"] = list(_claims(looks, options.language))
        rows["facts"] = list(_facts(assessment))
        if options.suggestions and assessment.is_readable_at_once:
            gaps = (row for row in assessment.coverage if row.is_gap)
            rows["suggestions"] = [suggestion for row in gaps for suggestion in _suggestions(row, assessment)]
    rows["reports"] = [_report(looks, rows, source, options.language)]
    year, issuer = rows["reports"][0]["year"], looks.report.issuer or None
    for row in (row for several in rows.values() for row in several):
        row.setdefault("year", year)
        row.setdefault("issuer", issuer)
    return rows


def _with_place(finding: Finding) -> Message:
    return joined(AFTER_PLACE, (finding.location, finding.message)) if finding.location.path else finding.message


def _report(looks: Looks, rows: Rows, source: Source, language: str) -> Row:
    report, assessment = looks.report, looks.assessment
    status = (IN_PART if rows["problems"] else CHECKED) if rows["coverage"] else NOT_CHECKED
    severities = Counter(finding.severity for finding in looks.findings)
    code = ExitCode.FINDINGS if assessment and assessment.verdict.failing else ExitCode.CLEAN
    evidence = {f"{key}_evidence": render(said, language) for key, said in looks.evidence.items()}
    return evidence | {
        "source": list(source.addresses),
        "status": status,
        "exit_code": int(code if status == CHECKED else ExitCode.COULD_NOT_CHECK),
        "issuer": report.issuer,
        "title": report.title,
        "languages": [document.language for document in report.documents],
        "pages": sum(len(document.pages) for document in report.documents),
        "board": report.profile.board,
        "size": report.profile.size,
        "industries": list(report.profile.industries),
        "year": None if looks.year_assumed else report.year,
        "year_start": report.year_start.isoformat(),
        "year_end": report.year_end.isoformat(),
        "year_assumed": looks.year_assumed,
        "published": report.publication.isoformat(),
        "published_estimated": report.publication_is_estimated,
        "entries": looks.entries,
        "entries_placed": looks.placed,
        "errors": severities[Severity.ERROR],
        "warnings": severities[Severity.WARNING],
        "more": dict(source.more),
    }


def _finding(finding: Finding, language: str) -> Row:
    return {
        "rule": finding.rule,
        "name": finding.name,
        "severity": finding.severity.value,
        "unchecked": finding.unchecked,
        "message": render(finding.message, language),
        "hint": render(finding.hint, language),
        "framework": finding.framework,
        "edition": finding.edition,
        "code": finding.code,
        "path": finding.location.path,
        "line": finding.location.line or None,
        "anchor": finding.anchor,
        "fingerprint": finding.fingerprint,
    }


def _coverage(row: Coverage, assessment: Assessment) -> Row:
    disclosure = row.disclosure
    return {
        **_key(disclosure),
        "title": in_language(disclosure.title, "en"),
        "part": disclosure.part,
        "aspect": _aspect(disclosure, assessment.catalog.frameworks[disclosure.framework]),
        "status": row.status.value,
        "obligation": row.obligation.value if row.obligation else None,
        "counts": row.counts,
        "is_gap": row.is_gap,
        "open": list(row.open),
        **_where(row, assessment),
        **_omission(row),
    }


def _key(disclosure: Disclosure) -> Row:
    return {"framework": disclosure.framework, "edition": disclosure.edition, "code": disclosure.code}


def _aspect(disclosure: Disclosure, framework: Framework) -> str:
    """Return the title of the group that a disclosure belongs to, else of the heading, else the name of its part."""
    groups = (g for g in framework.groups if g.id == disclosure.group and g.edition in ("", disclosure.edition))
    if group := next(groups, None):
        return in_language(group.title, "en")
    code = disclosure.code if disclosure.heading else disclosure.parent
    above = (d for d in framework.disclosures if code and d.code == code and d.edition == disclosure.edition)
    heading = next(above, None)
    return in_language(heading.title, "en") if heading else disclosure.part


def _in_order(links: Iterable[Link]) -> list[Link]:
    """Return tags as they stand in the documents."""
    return sorted(links, key=lambda link: (link.document, link.statement.span.first))


def _where(row: Coverage, assessment: Assessment) -> Row:
    links = _in_order(row.links)
    if not links:
        return {}
    first = links[0]
    document, span = assessment.report.documents[first.document], first.statement.span
    titles = [section.title for section in document.path_of(span.section) if section.title]
    return {
        "place": " > ".join(titles),
        "page": pages(span),
        "quoted": excerpt(next(assessment.texts(first), "")),
        "document": document.path,
    }


def _omission(row: Coverage) -> Row:
    statement = _in_order(row.omissions)[0].statement if row.omissions else None
    return (
        {"reason": statement.reason, "explanation": excerpt(statement.explanation)}
        if isinstance(statement, Omission)
        else {}
    )


def _claims(looks: Looks, language: str) -> Iterator[Row]:
    assert looks.assessment
    for claim in looks.report.claims:
        yield {
            "framework": claim.framework,
            "editions": sorted({d.edition for d in looks.assessment.current.get(claim.framework, ())}),
            "claim": claim.claim,
            "evidence": render(looks.stated.get(claim.framework, ""), language),
        }


def _facts(assessment: Assessment) -> Iterator[Row]:
    """Yield the facts that fit what their tags answer: of each disclosure the first ones, in reading order."""
    kept: Counter[str] = Counter()
    for one in facts_of(assessment):
        fact, passage = one.fact, assessment.report.documents[one.document].passages[one.fact.place.passage]
        for concept in one.concepts:
            d = concept.disclosure
            if fact.role or d.data == "qualitative" or kept[d.uid] == MOST_FACTS or not fits(fact, d):
                continue
            kept[d.uid] += 1
            said = {"label": excerpt(fact.label), "printed": fact.printed, "printed_unit": fact.printed_unit}
            said |= {"datapoint": ",".join(concept.datapoints), "period": fact.period, "page": passage.page}
            yield _key(d) | said | {"value": rounded(fact.value), "unit": fact.unit}


def _suggestions(row: Coverage, assessment: Assessment) -> Iterator[Row]:
    best = next(iter(assessment.suggester.for_disclosure(row.disclosure, 1, 0)), None)
    if best is not None and best.score >= THRESHOLD:
        document = assessment.report.documents[best.document]
        passage = document.passages[best.passage]
        yield {
            **_key(row.disclosure),
            "score": best.score,
            "matched": list(best.matched),
            "passage": excerpt(passage.text),
            "place": place(document, passage),
            "page": passage.page,
        }
