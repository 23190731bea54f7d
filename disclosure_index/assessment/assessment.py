"""The assessment of a report: one immutable value that every check, table and output reads."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.evidence import (
    MOST_READ,
    NamedFigure,
    Support,
    SupportingFigure,
    figure_of,
    named_figures,
    support_of,
)
from disclosure_index.assessment.linking import Applicable, Link, LinkStatus
from disclosure_index.assessment.neighbours import Neighbourhood
from disclosure_index.catalog.store import Catalog
from disclosure_index.messages import message, titled
from disclosure_index.model import Claim, ClaimWording, Disclosure, Document, Message, Passage, Report, StatementOfUse
from disclosure_index.policy.policy import NOT_JUDGED, Policy, Verdict
from disclosure_index.suggest import Suggester

if TYPE_CHECKING:  # a report without a printed index is checked without the index reader
    from disclosure_index.figures.reader import DocumentFacts
    from disclosure_index.printed_index import PrintedIndexes
    from disclosure_index.printed_index.placing.placer import Placer

LONGEST = 1_500_000
"""Characters of a document that are gone through for hints, about 700 pages; for a longer one there is `suggest`."""


class StatedUse(NamedTuple):
    """A claim that is made in a statement of use, in one document of the report."""

    claim: Claim
    statement: StatementOfUse
    wording: ClaimWording
    document: Document
    passages: tuple[Passage, ...]  # that speak of the framework


@dataclass(frozen=True)
class Assessment:
    """The result of a run; it depends on nothing but its inputs.

    The checks read it before there is a verdict.
    """

    report: Report
    catalog: Catalog
    policy: Policy
    current: Applicable
    suggester: Suggester = field(compare=False)
    tags: tuple[Link, ...] = ()
    omissions: tuple[Link, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    printed: tuple["PrintedIndexes", ...] = ()  # of each document
    verdict: Verdict = NOT_JUDGED

    @cached_property
    def neighbourhood(self) -> Neighbourhood:
        """The tagged neighbours of each disclosure."""
        return Neighbourhood(self.coverage)

    def name(self, disclosure: Disclosure) -> Message:
        """Return the name of a disclosure for people: ``HKEX A1.3 "Hazardous waste produced"``."""
        short = self.catalog.frameworks[disclosure.framework].short
        title = titled(disclosure.title, self.report.language)
        return message('{framework} {code} "{title}"', framework=short, code=disclosure.code, title=title)

    def rows(self, framework: str) -> Iterator[Coverage]:
        """Return the coverage of one framework."""
        return (row for row in self.coverage if row.disclosure.framework == framework)

    def section(self, link: Link) -> str:
        """Return the title of the section that a statement stands in; "" outside all sections."""
        document = self.report.documents[link.document]
        index = link.statement.span.section
        return document.sections[index].title if index is not None else ""

    def placer(self, document: int) -> "Placer":
        """Return the placer of a document: it finds the elements that the printed index points at."""
        from disclosure_index.printed_index.placing.placer import Placer

        if document not in self._placers:
            claims = self.printed[document].claims if document < len(self.printed) else ()
            self._placers[document] = Placer(self.report.documents[document], claims)
        return self._placers[document]

    def facts(self, document: int) -> "DocumentFacts":
        """Return the facts of a document, read once, on first use."""
        from disclosure_index.figures.reader import DocumentFacts

        if document not in self._facts:
            self._facts[document] = DocumentFacts(self.report.documents[document], str(self.report.year))
        return self._facts[document]

    def support(self, row: Coverage) -> Support:
        """Return the evidence for the tags of a disclosure."""
        uid = row.disclosure.uid
        if uid not in self._support:
            self._support[uid] = support_of(row, self.facts)
        return self._support[uid]

    def figures(self, row: Coverage, document: int | None = None) -> tuple[NamedFigure, ...]:
        """Return the figures that fit a quantitative disclosure and are named for it, of one document or of all."""
        if self.support(row) not in (Support.FIGURE, Support.UNREAD):
            return ()
        key = row.disclosure.uid, document
        if key not in self._figures:
            query_in = partial(self.suggester.query_in, row.disclosure)
            self._figures[key] = tuple(named_figures(row, self.facts, query_in, document))
        return self._figures[key]

    def figure(self, row: Coverage, document: int | None = None) -> SupportingFigure | None:
        """Return the figure that stands for a quantitative disclosure, of one document or of any; None without one."""
        return figure_of(self.figures(row, document), str(self.report.year))

    def ticks(self, row: Coverage) -> Mapping[str, tuple[str, ...]]:
        """Return the parts of a disclosure that are answered: by a tag that names them, or by words and figures in it.

        A tag that names no part says nothing of one: what ticks it are the words and the figure given here, as they
        stand in the tagged passages. Of a part that a tag names nothing is given.
        """
        uid = row.disclosure.uid
        if uid not in self._ticks:
            self._ticks[uid] = {**self._evident(row), **dict.fromkeys(row.answered, ())}
        return self._ticks[uid]

    def _evident(self, row: Coverage) -> Mapping[str, tuple[str, ...]]:
        """Return the datapoints that tags without a named part seem to give, with the words that show it."""
        found: dict[str, tuple[str, ...]] = {}
        if not row.disclosure.datapoints:
            return found
        from disclosure_index.suggest.evidence import evidence

        for number, document in enumerate(self.report.documents):
            whole = (link for link in row.links if link.document == number and not link.datapoints)
            if texts := list(islice((text for link in whole for text in self.texts(link)), MOST_READ)):
                titles = self.catalog.texts.of(row.disclosure, document.language).datapoints
                for id, words in evidence(texts, row.disclosure, titles).items():
                    found.setdefault(id, words)
        return found

    @cached_property
    def _support(self) -> dict[str, Support]:
        return {}

    @cached_property
    def _figures(self) -> dict[tuple[str, int | None], tuple[NamedFigure, ...]]:
        return {}

    @cached_property
    def _ticks(self) -> dict[str, Mapping[str, tuple[str, ...]]]:
        return {}

    @cached_property
    def _facts(self) -> dict[int, "DocumentFacts"]:
        return {}

    @cached_property
    def _placers(self) -> dict[int, "Placer"]:
        return {}

    @cached_property
    def by_code(self) -> Mapping[tuple[int, str, str], list[Link]]:
        """The tags by document, framework and code; what is tagged above or below a disclosure counts for it."""
        parents = {(r.disclosure.framework, r.disclosure.code): r.disclosure.parent for r in self.coverage}
        table: dict[tuple[int, str, str], dict[int, Link]] = defaultdict(dict)
        for link in self.tags:
            if d := link.disclosure:
                table[link.document, d.framework, d.code.casefold()][id(link)] = link
        for row in self.coverage:
            framework, code, seen = row.disclosure.framework, row.disclosure.code, {""}
            while code not in seen:
                seen.add(code)
                for link in row.links:
                    table[link.document, framework, code.casefold()].setdefault(id(link), link)
                code = parents.get((framework, code), "")
        return {key: list(links.values()) for key, links in table.items()}

    @cached_property
    def unreviewed(self) -> Mapping[str, Link]:
        """The first statement of each disclosure that nobody has marked as reviewed; a gap has one if those are out."""
        links = (link for link in chain(self.tags, self.omissions) if link.disclosure and not link.statement.reviewed)
        return {link.disclosure.uid: link for link in reversed(list(links)) if link.disclosure and link.status.counts}

    @cached_property
    def is_readable_at_once(self) -> bool:
        """Whether the first document is short enough to be searched for a hint."""
        return sum(len(passage.text) for passage in self.report.documents[0].passages) <= LONGEST

    @cached_property
    def current_uids(self) -> frozenset[str]:
        """The disclosures that apply."""
        return frozenset(d.uid for found in self.current.values() for d in found)

    @cached_property
    def by_status(self) -> Mapping[LinkStatus, list[Link]]:
        """The tags, then the omissions, by their link status."""
        table: dict[LinkStatus, list[Link]] = {status: [] for status in LinkStatus}
        for link in chain(self.tags, self.omissions):
            table[link.status].append(link)
        return table

    @cached_property
    def elements(self) -> tuple[tuple[tuple[Link, ...], str], ...]:
        """The tags of each tagged element, in the order of their documents, with the first text in it, else ""."""
        together: list[list[Link]] = []
        span = None
        for link in self.tags:
            own = link.statement.span
            if own is not span:  # the tags of one element share its span, and follow each other
                together.append([])
                span = own
            together[-1].append(link)
        return tuple((tuple(links), self._first_text(links[0])) for links in together)

    @cached_property
    def shared_elements(self) -> tuple[tuple[Link, ...], ...]:
        """The tags of each element that has more than one."""
        return tuple(links for links, _ in self.elements if len(links) > 1)

    def _first_text(self, link: Link) -> str:
        """Return the first of `texts`, without reading the rest."""
        span = link.statement.span
        if span.text is not None:
            return span.text
        passages = self.report.documents[link.document].passages
        for number in range(span.first, span.last):
            passage = passages[number]
            if passage.kind != "heading":
                return passage.text
        return ""

    @cached_property
    def statements_of_use(self) -> tuple[StatedUse, ...]:
        """The claims that a report makes in a statement of use, with the passages that speak of their framework."""
        return tuple(
            StatedUse(
                claim, statement, wording, document, tuple(p for p in document.passages if statement.named in p.text)
            )
            for claim in self.report.claims
            if (framework := self.catalog.frameworks.get(claim.framework))
            and (statement := framework.conventions.statement)
            and statement.is_asked(self.report.publication)
            if (wording := next((wording for wording in statement.claims if wording.id == claim.claim), None))
            for document in self.report.documents
        )

    def texts(self, link: Link) -> Iterator[str]:
        """Yield the texts of the passages that a statement reaches, headings aside."""
        span = link.statement.span
        if span.text is None:
            passages = self.report.documents[link.document].passages
            texts = (passages[n] for n in range(span.first, span.last))
            yield from (passage.text for passage in texts if passage.kind != "heading")
        elif span.text:
            yield span.text
