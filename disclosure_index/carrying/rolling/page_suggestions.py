"""Which pages of this year's report a disclosure is suggested for, whatever last year's said."""

from collections.abc import Iterable
from dataclasses import replace

from disclosure_index.assessment.coverage import cover
from disclosure_index.assessment.linking import Applicable
from disclosure_index.carrying.rolling.page_likeness import labels_of
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Disclosure, Document, Report
from disclosure_index.suggest import Suggester

MOST = 20
"""Suggestions of a disclosure: the pages behind them have hardly a score."""


class PageSuggestions:
    """The suggestions of one document; it is read for them when they are first asked for.

    Args:
        report: which the document is of.
        document: its tags and omissions say nothing here.
        catalog: with the vocabulary of its frameworks.
        current: what applies to the report.
    """

    def __init__(self, report: Report, document: Document, catalog: Catalog, current: Applicable) -> None:
        self._document = replace(document, tags=(), omissions=())
        untagged = replace(report, documents=(self._document,))
        self._suggester = Suggester(untagged, catalog, cover(untagged, catalog, current, (), ()))

    def pages(self, disclosures: Iterable[Disclosure]) -> dict[str, float]:
        """Return, by page, how likely it answers one of some disclosures: from 0 to 1."""
        found: dict[str, float] = {}
        for disclosure in disclosures:
            for one in self._suggester.for_disclosure(disclosure, MOST):
                for label in labels_of(self._document, self._document.passages[one.passage]):
                    found[label] = max(found.get(label, 0.0), one.score / 100)
        return found
