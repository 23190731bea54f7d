"""The suggestions for one report.

Most runs need none: the modules are imported on demand, and nothing of them is pickled.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Disclosure, Document, Fact, Report

if TYPE_CHECKING:
    from disclosure_index.figures.reader import DocumentFacts
    from disclosure_index.suggest.features import Tagged
    from disclosure_index.suggest.index import DocumentIndex
    from disclosure_index.suggest.query import Query
    from disclosure_index.suggest.ranking import ScoredPassage
    from disclosure_index.suggest.reverse import QueryIndex
    from disclosure_index.suggest.weights import Weights

THRESHOLD = 40
"""With a lower score, no passage seems to answer the disclosure."""


class Suggestion(NamedTuple):
    """One passage that may answer one disclosure. Never coverage.

    Attributes:
        disclosure: that the passage may answer.
        document: the index of its document in the report.
        passage: its index in the document's passages.
        score: from 0 to 100: the share of such suggestions that are right.
        matched: the words, then a figure, as printed in the passage, or else in the headings above it.
        fact: the figure in the passage, if the disclosure asks for one.
    """

    disclosure: Disclosure
    document: int
    passage: int
    score: int
    matched: tuple[str, ...]
    fact: "Fact | None" = None


class Suggester:
    """The word index of one report: each document is read on demand, and so are the definitions.

    Args:
        report: with its documents.
        catalog: with the vocabulary of its frameworks.
        rows: the coverage of the applicable disclosures: no others are suggested, and tags
            near a passage are a feature of it.
        weights: to use instead of the fitted ones.
        give_way: called every few milliseconds while a document is read, which takes seconds for the longest: a thread
            that others wait for may pause there.

    """

    def __init__(
        self,
        report: Report,
        catalog: Catalog,
        rows: Sequence[Coverage],
        weights: "Weights | None" = None,
        give_way: Callable[[], object] = lambda: None,
    ) -> None:
        self._give_way = give_way
        self._inputs = (report, catalog, rows, weights)
        self._report, self._catalog, self._rows, self._given = self._inputs
        self._indexes: dict[int, DocumentIndex] = {}
        self._facts: dict[int, DocumentFacts] = {}
        self._queries: dict[tuple[str, str], Query] = {}
        self._reversed: dict[str, QueryIndex] = {}

    def __reduce__(self) -> tuple[Any, ...]:
        return Suggester, self._inputs

    def still_fits(self, report: Report, rows: Sequence[Coverage]) -> bool:
        """Whether a report has the same texts, tags and requested disclosures as the indexed one.

        Omissions and places in the files do not affect suggestions.
        """
        return self.reads_the_same(report) and list(map(_tags, rows)) == list(map(_tags, self._rows))

    def reads_the_same(self, report: Report) -> bool:
        """Whether a report has the same texts as the indexed one."""
        return len(report.documents) == len(self._report.documents) and all(
            map(_same_texts, report.documents, self._report.documents)
        )

    def renewed(self, report: Report, rows: Sequence[Coverage]) -> "Suggester":
        """Return a suggester for a report with the same texts and other tags; it shares the word indexes."""
        return self._sharing(Suggester(report, self._catalog, rows, self._given, self._give_way))

    def for_disclosure(self, disclosure: Disclosure, most: int = 5, document: int = 0) -> tuple[Suggestion, ...]:
        """Return the passages of a document that may answer a disclosure, the best first, one per page or section."""
        from disclosure_index.suggest.features import NOTHING_TAGGED, find_features
        from disclosure_index.suggest.matched_words import reason
        from disclosure_index.suggest.ranking import rank

        index = self._index(document)
        wanted = self._query(disclosure, index.document.language)
        row = self._by_uid.get(disclosure.uid)
        found = find_features(wanted, index, self._tagged(row, document) if row else NOTHING_TAGGED)
        ranked = rank(wanted, found, index, most, self._weights)
        if disclosure.data == "quantitative":
            ranked = self._with_figures(ranked, disclosure, document)[:most]
        return tuple(
            Suggestion(
                disclosure,
                document,
                one.passage,
                one.score,
                reason(wanted, index, one.passage),
                self._figure(disclosure, document, one.passage),
            )
            for one in ranked
        )

    def figure_passages(self, disclosure: Disclosure, document: int = 0) -> "list[ScoredPassage]":
        """Return all passages with a fitting figure for a disclosure, the likeliest first."""
        from disclosure_index.suggest.features import NOTHING_TAGGED, find_features
        from disclosure_index.suggest.figure_passages import figure_passages, twin_passages

        index, row = self._index(document), self._by_uid.get(disclosure.uid)
        wanted = self._query(disclosure, index.document.language)
        found = find_features(wanted, index, self._tagged(row, document) if row else NOTHING_TAGGED)
        links = (link for relative in row.relatives for link in relative.links) if row else ()
        twins = twin_passages(link for link in links if link.document == document)
        return figure_passages(wanted, disclosure, found, index, self._facts_of(document), twins, self._weights)

    def _with_figures(
        self, ranked: "Sequence[ScoredPassage]", disclosure: Disclosure, document: int
    ) -> "list[ScoredPassage]":
        """Return the suggestions for a disclosure of figures: passages with one, then others, below the threshold."""
        from disclosure_index.suggest.figure_passages import shown

        scored = self.figure_passages(disclosure, document)
        first, known = shown(scored, THRESHOLD), {one.passage for one in scored}
        rest = [one._replace(score=min(one.score, THRESHOLD - 1)) for one in ranked if one.passage not in known]
        return sorted([*first, *rest], key=lambda one: -one.score)

    def _figure(self, disclosure: Disclosure, document: int, passage: int) -> "Fact | None":
        """Return the figure in a passage for a disclosure that asks for one."""
        if disclosure.data != "quantitative":
            return None
        from disclosure_index.suggest.figure_passages import figure_in

        facts = self._facts_of(document)
        return figure_in(facts.of_passage(passage), disclosure, facts.year)

    def _facts_of(self, document: int) -> "DocumentFacts":
        from disclosure_index.figures.reader import DocumentFacts

        if document not in self._facts:
            self._facts[document] = DocumentFacts(self._report.documents[document], str(self._report.year))
        return self._facts[document]

    def for_passage(self, document: int, passage: int, most: int = 5, least: int = 0) -> tuple[Suggestion, ...]:
        """Return the applicable disclosures that a passage may answer, the best first.

        Those with a score below `least` are left out, because the reason for a suggestion takes longer than its score.
        """
        from disclosure_index.suggest.matched_words import reason

        index = self._index(document)
        queries = self._reverse(index.document.language)
        found = []
        for answer in queries.answers(index.forms[passage], most):
            disclosure = self._rows[answer.query].disclosure
            fact = self._figure(disclosure, document, passage) if answer.score >= least else None
            lacks_figure = disclosure.data == "quantitative" and fact is None
            score = min(answer.score, THRESHOLD - 1) if lacks_figure else answer.score
            if score >= least:
                matched = reason(queries.queries[answer.query], index, passage)
                found.append(Suggestion(disclosure, document, passage, score, matched, fact))
        return tuple(sorted(found, key=lambda one: -one.score))

    def weighed(self, weights: "Weights") -> "Suggester":
        """Return a suggester with other weights; it shares the word indexes."""
        return self._sharing(Suggester(self._report, self._catalog, self._rows, weights, self._give_way))

    def _sharing(self, other: "Suggester") -> "Suggester":
        other._indexes, other._facts, other._queries = self._indexes, self._facts, self._queries
        return other

    def document(self, number: int) -> Document:
        """Return a document of the report."""
        return self._report.documents[number]

    def query_in(self, disclosure: Disclosure, document: int) -> "Query":
        """Return the query of a disclosure in a document."""
        return self._query(disclosure, self._report.documents[document].language)

    @cached_property
    def _weights(self) -> "Weights":
        from disclosure_index.suggest.weights import fitted

        return self._given or fitted()

    def _index(self, document: int) -> "DocumentIndex":
        from disclosure_index.suggest.index import DocumentIndex

        if document not in self._indexes:
            self._indexes[document] = DocumentIndex(self._report.documents[document], self._give_way)
        return self._indexes[document]

    def _query(self, disclosure: Disclosure, language: str) -> "Query":
        from disclosure_index.suggest.query import query

        key = (disclosure.uid, language)
        if key not in self._queries:
            self._queries[key] = query(disclosure, self._catalog, language)
        return self._queries[key]

    def _reverse(self, language: str) -> "QueryIndex":
        from disclosure_index.suggest.reverse import QueryIndex

        if language not in self._reversed:
            queries = [self._query(row.disclosure, language) for row in self._rows]
            self._reversed[language] = QueryIndex(queries, self._weights)
        return self._reversed[language]

    def _tagged(self, row: Coverage, document: int) -> "Tagged":
        """Return the units in which other disclosures are tagged.

        Its own tags do not count, even those that cover it through the heading above.
        """
        from disclosure_index.suggest.features import Tagged, nearness

        order = self._orders[row.disclosure.framework]
        place = next(n for n, other in enumerate(order) if other is row)
        siblings: frozenset[int] = frozenset()
        others: list[tuple[int, frozenset[int]]] = []
        for n, other in enumerate(order):
            if other is not row and other.links:
                units = self._units((k for k in other.links if k.disclosure is not row.disclosure), document)
                others.append((abs(n - place), units))
                if other.disclosure.group == row.disclosure.group:
                    siblings |= units
        relatives = (link for relative in row.relatives for link in relative.links)
        return Tagged(siblings, self._units(relatives, document), nearness(others))

    def _units(self, links: Iterable[Link], document: int) -> frozenset[int]:
        known = self._index(document).unit_of
        spans = (link.statement.span for link in links if link.document == document)
        return frozenset(known[n] for span in spans for n in range(span.first, span.last) if n in known)

    @cached_property
    def _by_uid(self) -> Mapping[str, Coverage]:
        return {row.disclosure.uid: row for row in self._rows}

    @cached_property
    def _orders(self) -> Mapping[str, list[Coverage]]:
        orders: dict[str, list[Coverage]] = defaultdict(list)
        for row in self._rows:
            orders[row.disclosure.framework].append(row)
        return orders


def _tags(row: Coverage) -> tuple[str, list[tuple[int, int, int]]]:
    """Return the request and the tags of a disclosure."""
    spans = ((link.document, link.statement.span) for link in row.links)
    return row.disclosure.uid, [(document, span.first, span.last) for document, span in spans]


def _same_texts(first: Document, other: Document) -> bool:
    return (
        first.language == other.language
        and first.indexes == other.indexes
        and [(p.kind, p.text, p.section, p.page) for p in first.passages]
        == [(p.kind, p.text, p.section, p.page) for p in other.passages]
        and [(s.title, s.parent) for s in first.sections] == [(s.title, s.parent) for s in other.sections]
    )
