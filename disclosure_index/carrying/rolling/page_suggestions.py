"""The pages of this year's report suggested for a disclosure, regardless of last year's report."""

from collections.abc import Iterable
from dataclasses import replace

from disclosure_index.assessment.coverage import cover
from disclosure_index.assessment.linking import Applicable
from disclosure_index.carrying.rolling.page_likeness import labels_of
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Disclosure, Document, Report
from disclosure_index.suggest import Suggester

MOST = 20
"""The suggestions of a disclosure that are used; later ones have hardly a score."""


class PageSuggestions:
    """The suggestions of one document, computed on first use.

    Args:
        report: the report of the document.
        document: its tags and omissions are ignored.
        catalog: with the vocabulary of its frameworks.
        current: the disclosures that apply to the report.
    """

    def __init__(self, report: Report, document: Document, catalog: Catalog, current: Applicable) -> None:
        self._document = replace(document, tags=(), omissions=())
        untagged = replace(report, documents=(self._document,))
        self._suggester = Suggester(untagged, catalog, cover(untagged, catalog, current, (), ()))

    def pages(self, disclosures: Iterable[Disclosure]) -> dict[str, float]:
        """Return, by page, the probability that it answers one of some disclosures: from 0 to 1."""
        found: dict[str, float] = {}
        for disclosure in disclosures:
            for one in self._suggester.for_disclosure(disclosure, MOST):
                for label in labels_of(self._document, self._document.passages[one.passage]):
                    found[label] = max(found.get(label, 0.0), one.score / 100)
        return found
