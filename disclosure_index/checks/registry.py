"""What a rule is, and what it may read."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from disclosure_index.catalog.store import Catalog
from disclosure_index.coverage import Coverage
from disclosure_index.linking import Applicable, Link
from disclosure_index.model import Disclosure, Finding, Report, Severity, in_language
from disclosure_index.places import Neighbourhood


@dataclass(frozen=True)
class Facts:
    """All that is known about a report when the rules are run."""

    report: Report
    catalog: Catalog
    current: Applicable
    tags: tuple[Link, ...]
    omissions: tuple[Link, ...]
    coverage: tuple[Coverage, ...]
    neighbourhood: Neighbourhood

    def name(self, disclosure: Disclosure) -> str:
        """Write a disclosure as people call it: ``HKEX A1.3 "Hazardous waste produced"``."""
        short = self.catalog.frameworks[disclosure.framework].short
        return f'{short} {disclosure.code} "{in_language(disclosure.title, self.report.language)}"'

    def section(self, link: Link) -> str:
        """Give the title of the section that a statement stands in; "" outside all sections."""
        document = self.report.documents[link.document]
        index = link.statement.span.section
        return document.sections[index].title if index is not None else ""


Check = Callable[[Facts], Iterable[Finding]]


def found_elsewhere(_: Facts) -> Iterable[Finding]:
    """Stand for the check of a rule whose findings come with the data: from a reader, the catalog, the policy."""
    return ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong.

    Attributes:
        id: stable, ``DI`` and three digits; the first is the family.
        name: stable, in kebab-case.
        severity: unless the policy says otherwise.
        why: why it matters, for `rules show` and the reference page.
        bad: a snippet that it tells.
        good: the snippet mended.
        check: gives the findings; it fills in neither name nor severity.
    """

    id: str
    name: str
    severity: Severity
    why: str
    bad: str
    good: str
    check: Check = found_elsewhere
