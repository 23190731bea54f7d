"""Compare two reports, drafts or years: disclosures added, dropped, or answered differently. Pure."""

from collections.abc import Iterable, Iterator, Sequence, Set

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link
from disclosure_index.assessment.owners import claims_no_change
from disclosure_index.carrying.carriage import VersionAlignment
from disclosure_index.carrying.comparing.differences import Change, Difference
from disclosure_index.carrying.comparing.figure_changes import (
    ChangedFigure,
    figure_changes,
    place_of,
    restated,
    with_unit,
    without_figures,
)
from disclosure_index.carrying.spans import Spans
from disclosure_index.carrying.successors import Successors
from disclosure_index.carrying.text_change import changed_part, shortened
from disclosure_index.edits.text_identity import exact_key
from disclosure_index.messages import SEMICOLON, joined
from disclosure_index.model import Omission, Span, Status
from disclosure_index.tables.table import pages

SAME_PLACE = 1 / 3
"""The least share of the passages of the shorter of two elements, in both of them, that makes them the same place."""
UNREAD = "DI406"
"""The rule about rows of a printed index with an unknown code."""
ANSWERED = frozenset({Status.DISCLOSED, Status.PARTIAL})


def compare(old: Assessment, new: Assessment) -> tuple[Difference, ...]:
    """Return the differences between two reports, in the order of the frameworks of the old one; restated figures last.

    Args:
        old: the earlier report; its catalogue has the editions of both.
        new: the later report.
    """
    comparison = _Comparison(old, new)
    found = (*comparison.differences(), *comparison.restated())
    return (*found, *_false_claims(found, new))


def _false_claims(found: Sequence[Difference], new: Assessment) -> Iterator[Difference]:
    """Yield the notes "No change since last year" on disclosures of which something else has changed.

    A change of place does not change what is disclosed.
    """
    reported: dict[str, list[Difference]] = {}
    for one in found:
        if one.after and one.change is not Change.PLACE:
            reported.setdefault(one.after.disclosure.uid, []).append(one)
    for row in new.coverage:
        if claims_no_change(row.note) and (changes := reported.get(row.disclosure.uid)):
            first = changes[0]
            yield first._replace(change=Change.NOT_UNCHANGED, now=first.now or row.note)


class _Comparison:
    def __init__(self, old: Assessment, new: Assessment) -> None:
        self.old, self.new = old, new
        self.rows = {row.disclosure.uid: row for row in new.coverage}
        self.successors = Successors(old.catalog, self.rows.keys())
        unread = (finding.message for finding in new.verdict.findings if finding.rule == UNREAD)
        self.unread = joined(SEMICOLON, unread)  # rows that may explain why a disclosure seems dropped
        self.versions: dict[tuple[int, int], VersionAlignment] = {}
        self.documents = [
            (n, m)
            for n, document in enumerate(old.report.documents)
            for m, other in enumerate(new.report.documents)
            if document.language == other.language
        ] or [(0, 0)]

    def differences(self) -> Iterator[Difference]:
        reached: dict[str, list[Coverage]] = {}
        for before in self.old.coverage:
            later = [self.rows[d.uid] for d in self.successors.of(before.disclosure)]
            whole = [] if later else [self.rows[d.uid] for d in self.successors.of_part(before.disclosure)]
            for row in (*later, *whole):
                reached.setdefault(row.disclosure.uid, []).append(before)
            if not _stands_alone(before) or _goes_on_as_whole(before, whole):
                continue
            yield from self._of(before, later)
        for row in self.new.coverage:
            earlier = reached.get(row.disclosure.uid, [])
            if not _stands_alone(row) or any(_is_answered(one) or one.omissions for one in earlier):
                continue
            if _is_answered(row):
                place = self._places(self.new, _own(row.links, row))
                yield Difference(Change.ADDED, earlier[0] if earlier else None, row, place_now=place)
            elif row.omissions:
                reasons = _explanations(row.omissions)
                yield Difference(Change.OMISSION_NEW, earlier[0] if earlier else None, row, now=shortened(reasons))

    def _of(self, before: Coverage, later: Sequence[Coverage]) -> Iterator[Difference]:
        """Yield the differences of one disclosure of the old report."""
        answering = [row for row in later if _is_answered(row)]
        best = next(iter(answering or [row for row in later if row.omissions] or later), None)
        place = self._places(self.old, _own(before.links, before))
        if _is_answered(before) and not answering:
            yield Difference(Change.DROPPED, before, best, place_before=place, now=self.unread)
        elif not _is_answered(before) and before.omissions and answering and best:
            now = self._places(self.new, _own(best.links, best))
            yield Difference(Change.ADDED, before, best, place_now=now)
        elif (
            best
            and before.status != best.status
            and ((_is_answered(before) and answering) or (before.omissions and best.omissions))
        ):
            yield Difference(Change.STATUS, before, best)
        if answering and _is_answered(before):
            for pair in self.documents:
                figures = list(self._figures(before, answering, pair))
                reported = {one.figure.place.passage for one in figures if one.figure and one.now}
                yield from self._answers(before, answering, pair, reported)
                yield from figures
        yield from self._omissions(before, later, best)

    def _omissions(self, before: Coverage, later: Sequence[Coverage], best: Coverage | None) -> Iterator[Difference]:
        omitted = [row for row in later if row.omissions]
        if before.omissions and not omitted:
            yield Difference(Change.OMISSION_GONE, before, best, was=shortened(_explanations(before.omissions)))
        elif omitted and not before.omissions and (_is_answered(before)):
            yield Difference(
                Change.OMISSION_NEW, before, omitted[0], now=shortened(_explanations(omitted[0].omissions))
            )
        elif omitted and before.omissions:
            was, now = _explanations(before.omissions), _explanations(omitted[0].omissions)
            if exact_key(was) != exact_key(now):
                shown = changed_part(was, now)
                yield Difference(Change.OMISSION_CHANGED, before, omitted[0], was=shown[0], now=shown[1])

    def _answers(
        self, before: Coverage, later: Sequence[Coverage], pair: tuple[int, int], told: Set[int]
    ) -> Iterator[Difference]:
        """Yield where the place or text of an answer differs, in one language, except for rows that are `told`."""
        ours = [link.statement.span for link in _own(before.links, before) if link.document == pair[0]]
        theirs = [link.statement.span for row in later for link in _own(row.links, row) if link.document == pair[1]]
        if not ours or not theirs:
            return
        old, new = (self._spans(pair)[side] for side in (0, 1))
        found = {n: self._same_place(span, theirs, pair) for n, span in enumerate(ours)}
        targets = [target for span in ours if (target := self._carrier(pair).carry(span).target)]
        matched = {m for m, span in enumerate(theirs) if any(_shared(t, span) >= SAME_PLACE for t in targets)}
        matched |= {m for m in found.values() if m is not None}
        language = self.new.report.documents[pair[1]].language
        gone = [span for n, span in enumerate(ours) if found[n] is None]
        come = [span for m, span in enumerate(theirs) if m not in matched]
        if gone or come:
            places = _described(gone or ours, old), _described(come or theirs, new)
            was, now = (old.text((gone or ours)[0]), new.text((come or theirs)[0]))
            if places[0] != places[1]:
                yield Difference(Change.PLACE, before, later[0], *places, language=language)
            elif exact_key(was) != exact_key(now):
                yield Difference(Change.TEXT, before, later[0], *places, *changed_part(was, now), language)
        for n, m in found.items():
            if m is not None and exact_key(was := old.text(ours[n])) != exact_key(now := new.text(theirs[m])):
                if without_figures(was) == without_figures(now) and theirs[m].first in told and _is_row(theirs[m]):
                    continue
                places = _described([ours[n]], old), _described([theirs[m]], new)
                yield Difference(Change.TEXT, before, later[0], *places, *changed_part(was, now), language)

    def _figures(self, before: Coverage, later: Sequence[Coverage], pair: tuple[int, int]) -> Iterator[Difference]:
        """Yield the figures of a disclosure that are new, gone or changed, in one language."""
        ours = [link.statement.span for link in _own(before.links, before) if link.document == pair[0]]
        theirs = [link.statement.span for row in later for link in _own(row.links, row) if link.document == pair[1]]
        if ours and theirs:
            for one in figure_changes(self.old, self.new, pair, ours, theirs):
                yield self._figure(one, before, later[0], pair)

    def restated(self) -> Iterator[Difference]:
        """Yield the figures of earlier years that the new report prints differently, tagged or not."""
        for pair in self.documents:
            for one, uids in restated(self.old, self.new, pair):
                row = next((self.rows[uid] for uid in uids if uid in self.rows), None)
                yield self._figure(one, None, row, pair)

    def _figure(
        self, one: ChangedFigure, before: Coverage | None, after: Coverage | None, pair: tuple[int, int]
    ) -> Difference:
        old, new = self.old.report.documents[pair[0]], self.new.report.documents[pair[1]]
        places = place_of(one.before, old), place_of(one.now, new)
        was, now = with_unit(one.before), with_unit(one.now)
        change = Change(one.change.value)
        return Difference(change, before, after, *places, was, now, new.language, one.fact, one.before)

    def _same_place(self, span: Span, theirs: Sequence[Span], pair: tuple[int, int]) -> int | None:
        """Return the index of the element that has an element's text now, or is in the section with its title."""
        target = self._carrier(pair).carry(span).target
        if target is not None:
            share, m = max(((_shared(target, other), -m) for m, other in enumerate(theirs)))
            if share >= SAME_PLACE:
                return -m
        old, new = self._spans(pair)
        title = exact_key(_title(span, old))
        if title and (old.is_section(span)):
            for m, other in enumerate(theirs):
                if new.is_section(other) and exact_key(_title(other, new)) == title:
                    return m
        return None

    def _carrier(self, pair: tuple[int, int]) -> VersionAlignment:
        if pair not in self.versions:
            spans = [link.statement.span for link in self.old.tags if link.document == pair[0]]
            old, new = self.old.report.documents[pair[0]], self.new.report.documents[pair[1]]
            self.versions[pair] = VersionAlignment(Spans(old), Spans(new), spans)
        return self.versions[pair]

    def _spans(self, pair: tuple[int, int]) -> tuple[Spans, Spans]:
        carrier = self._carrier(pair)
        return carrier.old, carrier.new

    def _places(self, assessment: Assessment, links: Iterable[Link]) -> str:
        first = [link for link in links if link.document == 0]
        return _described([link.statement.span for link in first], Spans(assessment.report.documents[0]))


def _is_answered(row: Coverage) -> bool:
    return row.status in ANSWERED and not row.by_crosswalk


def _goes_on_as_whole(before: Coverage, later: Sequence[Coverage]) -> bool:
    """Whether the replacement of a superseded Standard as a whole is answered where one of its disclosures was.

    No source relates its disclosures one by one, so their places and texts are not compared.
    """
    answered = any(map(_is_answered, later))
    return answered if _is_answered(before) else answered or any(row.omissions for row in later)


def _stands_alone(row: Coverage) -> bool:
    """Whether a disclosure is compared by itself: a heading only where it is tagged itself."""
    return not row.disclosure.heading or bool(_own(row.links, row) or _own(row.omissions, row))


def _own(links: Iterable[Link], row: Coverage) -> list[Link]:
    """Return the statements about the disclosure itself, not about a heading above it."""
    return [link for link in links if link.disclosure and link.disclosure.uid == row.disclosure.uid]


def _explanations(omissions: Iterable[Link]) -> str:
    """Return the reasons and explanations of omissions, from the first document that has any."""
    found = [link for link in omissions if isinstance(link.statement, Omission)]
    first = min((link.document for link in found), default=0)
    statements = (link.statement for link in found if link.document == first)
    return "; ".join(f"{one.reason}: {one.explanation}" for one in statements if isinstance(one, Omission))


def _shared(one: Span, other: Span) -> float:
    overlap = min(one.last, other.last) - max(one.first, other.first)
    return overlap / max(min(one.last - one.first, other.last - other.first), 1)


def _title(span: Span, spans: Spans) -> str:
    return spans.document.sections[span.section].title if span.section is not None else ""


def _is_row(span: Span) -> bool:
    return span.last - span.first == 1


def _described(found: Iterable[Span], spans: Spans) -> str:
    """Return the sections and pages of elements, for people."""
    places = (
        f"{title} ({pages(span)})" if (title := _title(span, spans)) and span.page else title or pages(span)
        for span in found
    )
    return "; ".join(dict.fromkeys(shortened(place) for place in places))
