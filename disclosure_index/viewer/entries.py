"""The disclosures of a report, numbered for the viewer, each with the places that answer it. Pure."""

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.evidence import SupportingFigure
from disclosure_index.model import Finding, Location, Status
from disclosure_index.suggest import THRESHOLD, Suggestion

MOST_SUGGESTIONS = 3
"""The most suggestions of one disclosure, the best first."""


class Entry(NamedTuple):
    """One disclosure; `id` is that of its card."""

    id: str
    row: Coverage
    short: str  # of its framework
    hue: int  # of its framework, counted from 0
    findings: tuple[Finding, ...]
    suggestions: tuple[Suggestion, ...]
    # the evidence for its tags, from the document shown beside it, or else from another
    figure: SupportingFigure | None

    @property
    def is_open(self) -> bool:
        """Whether it is a gap, or has a required part that is not answered."""
        return self.row.is_gap or (self.row.status == Status.PARTIAL and bool(self.row.open))


def entries(assessment: Assessment, document: int) -> tuple[Entry, ...]:
    """Return every applicable disclosure, in the frameworks' order.

    Args:
        assessment: of the report.
        document: the number of the document shown beside them, in which passages are suggested for gaps.

    """
    found = _findings(assessment)
    hues = {claim.framework: n for n, claim in enumerate(assessment.report.claims)}
    readable = assessment.report.documents[document].readable
    listed = []
    for number, row in enumerate(assessment.coverage):
        d = row.disclosure
        findings = (*found[d.framework, d.code, ""], *(found[d.framework, d.code, d.edition] if d.edition else ()))
        suggested: tuple[Suggestion, ...] = ()
        if readable and row.is_gap:
            every = assessment.suggester.for_disclosure(d, MOST_SUGGESTIONS, document)
            suggested = tuple(one for one in every if one.score >= THRESHOLD)
        short = assessment.catalog.frameworks[d.framework].short
        figure = assessment.figure(row, document) or assessment.figure(row)
        id, hue = f"d{document}-{number}", hues.get(d.framework, 0)
        listed.append(Entry(id, row, short, hue, findings, suggested, figure))
    return tuple(listed)


def _findings(assessment: Assessment) -> Mapping[tuple[str, str, str], list[Finding]]:
    found: dict[tuple[str, str, str], list[Finding]] = defaultdict(list)
    for finding in assessment.verdict.findings:
        if finding.code:
            found[finding.framework, finding.code, finding.edition].append(finding)
    return found


def place_of(assessment: Assessment, suggestion: Suggestion) -> Location:
    """Return the location of a suggested passage."""
    return assessment.report.documents[suggestion.document].passages[suggestion.passage].location
