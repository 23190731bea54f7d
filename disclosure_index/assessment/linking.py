"""Tags x catalog -> links. Linking states facts; it judges nothing."""

from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from disclosure_index.catalog.store import Catalog, in_force, of_edition
from disclosure_index.model import Claim, Disclosure, Omission, Reference, Report, Tag


class LinkStatus(Enum):
    """The status of a link between a statement and the definitions."""

    COVERS = auto()
    MALFORMED = auto()  # not of the form of a reference
    UNKNOWN_FRAMEWORK = auto()
    UNKNOWN = auto()  # the framework has no such code
    WRONG_EDITION = auto()  # the code is of an edition that does not apply to the report
    AMBIGUOUS = auto()  # two editions that may be meant share the code; the newer one is taken
    UNWANTED = auto()  # the report does not report against this framework or industry

    @property
    def counts(self) -> bool:
        """Whether it reaches a disclosure that applies."""
        return self in (LinkStatus.COVERS, LinkStatus.AMBIGUOUS)


class Link(NamedTuple):
    """The disclosure that a tag or omission names; `candidates` are other editions of its code."""

    statement: Tag | Omission
    document: int
    status: LinkStatus
    disclosure: Disclosure | None = None
    candidates: tuple[Disclosure, ...] = ()

    @property
    def datapoints(self) -> tuple[str, ...]:
        """The datapoints named; empty for the whole disclosure."""
        return self.statement.reference.datapoints if self.statement.reference else ()


INDUSTRY = "industry"
"""The selection by which the parts of a framework are industries, and those of the issuer apply."""

Applicable = Mapping[str, tuple[Disclosure, ...]]
"""Per framework that the report claims: the disclosures that apply to it, in the framework's own order."""


def applicable(report: Report, catalog: Catalog) -> Applicable:
    """Select the applicable disclosures: by the edition of the claim, else by the dates of the report."""
    found: dict[str, tuple[Disclosure, ...]] = {}
    for claim in report.claims:
        if framework := catalog.frameworks.get(claim.framework):
            if claim.edition:
                found[framework.id] = of_edition(framework, claim.edition)
            else:
                found[framework.id] = in_force(framework, report.year_start, report.publication)
    industries = _industries(report)
    for id, disclosures in found.items():
        if catalog.frameworks[id].conventions.select_by == INDUSTRY:
            found[id] = tuple(d for d in disclosures if d.part.upper() in industries)
    return found


def _industries(report: Report) -> frozenset[str]:
    return frozenset(industry.upper() for industry in report.profile.industries)


def weighed_year(report: Report, claim: Claim, disclosure: Disclosure) -> date:
    """Return the first day of the financial year that decides obligations.

    Held against an edition that is not in force yet, a report is weighed as if its year began with the edition.
    """
    start = disclosure.in_force.start
    if claim.edition and disclosure.in_force.by == "financial-year-start" and start:
        return max(report.year_start, start)
    return report.year_start


def reference_to(
    disclosure: Disclosure, current: Applicable, datapoints: Sequence[str] = (), report: Report | None = None
) -> str:
    """Return the reference of a disclosure for a tag, with the edition only where it is needed.

    Args:
        disclosure: which.
        current: what applies to the report.
        datapoints: of the disclosure.
        report: where it is given, an edition that is used early is named: older ones may have the code, too.

    """
    now = [d for d in current.get(disclosure.framework, ()) if d.code == disclosure.code]
    early = report is not None and _is_to_come(disclosure, report)
    edition = None if [d.uid for d in now] == [disclosure.uid] and not early else disclosure.edition
    return str(Reference(disclosure.framework, disclosure.code, edition, tuple(datapoints)))


def _is_to_come(disclosure: Disclosure, report: Report) -> bool:
    """Whether an edition comes into force later."""
    days = {"financial-year-start": report.year_start, "publication-date": report.publication}
    start = disclosure.in_force.start
    return start is not None and days[disclosure.in_force.by] < start


def link(report: Report, catalog: Catalog, current: Applicable) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """Link every tag and omission of every document, and return (tags, omissions)."""
    resolver = _Resolver(report, catalog, current)
    tags = tuple(resolver.link(t, n) for n, d in enumerate(report.documents) for t in d.tags)
    omissions = tuple(resolver.link(o, n) for n, d in enumerate(report.documents) for o in d.omissions)
    return tags, omissions


class _Resolver:
    """Resolves references, each spelling once."""

    def __init__(self, report: Report, catalog: Catalog, current: Applicable) -> None:
        self.report = report
        self.catalog = catalog
        self.current = current
        self.industries = _industries(report)
        self.uids = {d.uid for found in current.values() for d in found}
        self.seen: dict[str, tuple[LinkStatus, Disclosure | None, tuple[Disclosure, ...]]] = {}

    def link(self, statement: Tag | Omission, document: int) -> Link:
        reference = statement.reference
        if reference is None:
            return Link(statement, document, LinkStatus.MALFORMED)
        found = self.seen.get(statement.text)
        if found is None:
            found = self.seen[statement.text] = self.resolve(reference)
        return Link(statement, document, *found)

    def resolve(self, reference: Reference) -> tuple[LinkStatus, Disclosure | None, tuple[Disclosure, ...]]:
        if reference.framework not in self.catalog.known:
            return LinkStatus.UNKNOWN_FRAMEWORK, None, ()
        named = self.catalog.find(reference)
        every = self.catalog.find(Reference(reference.framework, reference.code))
        if not every:
            return LinkStatus.UNKNOWN, None, ()
        if not named:
            return LinkStatus.WRONG_EDITION, None, every
        if reference.framework not in self.current:
            return LinkStatus.UNWANTED, named[-1], every
        select_by = self.catalog.frameworks[reference.framework].conventions.select_by
        if select_by == INDUSTRY and named[-1].part.upper() not in self.industries:
            return LinkStatus.UNWANTED, named[-1], every
        now = [d for d in named if d.uid in self.uids]
        if len(now) > 1:
            return LinkStatus.AMBIGUOUS, max(now, key=lambda d: d.edition), tuple(now)
        known = [d for d in named if d.in_force.is_issued(self.report.publication)]
        early = [d for d in named if self._early(d)]
        if now and now[0] not in early:
            return LinkStatus.COVERS, now[0], every
        if early:
            used = now[0] if now else early[-1]
            withdrawn = [d for d in known if d not in early]
            if withdrawn:  # a code out of habit, or the new one before its time: nobody can tell
                return LinkStatus.AMBIGUOUS, used, (withdrawn[-1], used)
            return LinkStatus.COVERS, used, every
        return LinkStatus.WRONG_EDITION, (known or named)[-1], every

    def _early(self, disclosure: Disclosure) -> bool:
        """Whether an edition is not in force yet but issued, and may be used."""
        report = self.report
        claim = next(c for c in report.claims if c.framework == disclosure.framework)
        issued = disclosure.in_force.is_issued(max(report.publication, report.year_start))
        framework = self.catalog.frameworks[disclosure.framework]
        return not claim.edition and framework.early_use and issued and _is_to_come(disclosure, report)
