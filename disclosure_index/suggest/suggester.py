"""The suggestions of one report."""

from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from disclosure_index.catalog.store import Catalog
from disclosure_index.coverage import Coverage
from disclosure_index.model import Disclosure, Report
from disclosure_index.suggest.features import look
from disclosure_index.suggest.index import DocumentIndex
from disclosure_index.suggest.query import Query, query
from disclosure_index.suggest.ranking import rank
from disclosure_index.suggest.reverse import QueryIndex
from disclosure_index.suggest.surface import reason

THRESHOLD = 50
"""A lower score says: the text does not seem to answer it."""


class Suggestion(NamedTuple):
    """One passage that may answer one disclosure. Never coverage.

    Attributes:
        disclosure: what it may answer.
        document: the index of its document in the report.
        passage: its index in the document's passages.
        score: from 0 to 100: the share of times that such a suggestion is right.
        matched: the words, then a figure, that say so, as they stand in the passage, or else in the headings above it.
    """

    disclosure: Disclosure
    document: int
    passage: int
    score: int
    matched: tuple[str, ...]


class Suggester:
    """Knows the words of one report; a document is read when it is first asked about, the definitions when they are."""

    def __init__(self, report: Report, catalog: Catalog, rows: Sequence[Coverage]) -> None:
        self._report = report
        self._catalog = catalog
        self._rows = rows
        self._indexes: dict[int, DocumentIndex] = {}
        self._queries: dict[tuple[str, str], Query] = {}

    def for_disclosure(self, disclosure: Disclosure, most: int = 5, document: int = 0) -> tuple[Suggestion, ...]:
        """Give the passages of a document that may answer a disclosure: the best first, one of each page or section."""
        index = self._index(document)
        wanted = self._query(disclosure, index.document.language)
        return tuple(
            Suggestion(disclosure, document, one.passage, one.score, reason(wanted, index, one.passage))
            for one in rank(wanted, look(wanted, index), index, most)
        )

    def for_passage(self, document: int, passage: int, most: int = 5) -> tuple[Suggestion, ...]:
        """Give the disclosures, of those that apply to the report, that a passage may answer: the best first."""
        index = self._index(document)
        queries = self._reverse(index.document.language)
        return tuple(
            Suggestion(
                self._rows[answer.query].disclosure,
                document,
                passage,
                answer.score,
                reason(queries.queries[answer.query], index, passage),
            )
            for answer in queries.answers(index.forms[passage])[:most]
        )

    def _index(self, document: int) -> DocumentIndex:
        if document not in self._indexes:
            self._indexes[document] = DocumentIndex(self._report.documents[document])
        return self._indexes[document]

    def _query(self, disclosure: Disclosure, language: str) -> Query:
        key = (disclosure.uid, language)
        if key not in self._queries:
            self._queries[key] = query(disclosure, self._catalog.vocabulary.of(disclosure), language)
        return self._queries[key]

    def _reverse(self, language: str) -> QueryIndex:
        if language not in self._reversed:
            self._reversed[language] = QueryIndex([self._query(row.disclosure, language) for row in self._rows])
        return self._reversed[language]

    @cached_property
    def _reversed(self) -> dict[str, QueryIndex]:
        return {}
