"""The place of each statement in the next version of a document: carried, changed, to confirm or lost."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from disclosure_index.carrying.alignment import Alignment, Candidate, Way, align
from disclosure_index.carrying.spans import Spans
from disclosure_index.edits.text_identity import exact_key
from disclosure_index.model import Document, Location, Span


class State(StrEnum):
    """The state of a statement after carrying."""

    CARRIED = "carried"
    CHANGED = "changed"
    TO_CONFIRM = "to-confirm"
    LOST = "lost"


class Carriage(NamedTuple):
    """The place of an element in the new version; without a target, its candidates."""

    state: State
    target: Span | None = None
    score: float = 0.0
    candidates: tuple[Candidate, ...] = ()


MOST = 50.0
"""The share of an element's text, in percent, that must be together in the new version for it to be the same one."""
ANY = 15.0
"""The least share that makes a place worth confirming."""
NEAR = 3
"""The most passages that may have come between two passages of an element."""
SHOWN = 3


class VersionAlignment:
    """The places of elements in the next version of a document."""

    def __init__(self, old: Spans, new: Spans, spans: Iterable[Span], keys: Sequence[str] | None = None) -> None:
        """Align both versions.

        Args:
            old: the elements of the old version.
            new: the elements of the new version.
            spans: the elements to carry: their passages are also searched for by likeness.
            keys: the exact keys of the old passages, where they are known.
        """
        self.old, self.new = old, new
        wanted = {n for span in spans for n in range(span.first, span.last)}
        texts = [[passage.text for passage in document.passages] for document in (old.document, new.document)]
        self.alignment: Alignment = align(texts[0], texts[1], wanted, keys)
        self._old_lengths, self._new_lengths = map(_summed, (self.alignment.old_keys, self.alignment.new_keys))
        self._carried: dict[tuple[Location, int, int, str | None], Carriage] = {}
        self._sections: dict[int, Carriage] = {}
        self._votes: dict[int, Counter[int]] | None = None

    def carry(self, span: Span) -> Carriage:
        """Return the place of an element in the new version; it may carry several statements."""
        key = (span.location, span.first, span.last, span.text)
        if key not in self._carried:
            self._carried[key] = self._carry(span)
        return self._carried[key]

    def _carry(self, span: Span) -> Carriage:
        if span.last <= span.first:
            return Carriage(State.LOST)
        if self.old.is_section(span) and span.section is not None:
            section = self._section(span.section)
            if section.state in (State.CARRIED, State.CHANGED):
                return section
        if span.last - span.first == 1:
            return self._passage(span)
        return self._run(span)

    # --- one passage ---

    def _passage(self, span: Span) -> Carriage:
        match = self.alignment.matches[span.first]
        if match is None:
            near = self.alignment.candidates.get(span.first, ())
            score = near[0].score if near else 0.0
            return Carriage(State.TO_CONFIRM if near else State.LOST, None, score, near)
        if span.text is not None:
            target = self._part(span, match.first) if match.last - match.first == 1 else None
            target = target or self.new.of_passages(match.first, match.last)
        else:
            target = self.new.of_passages(match.first, match.last)
        same = match.way is Way.SAME or self._is_same(span, target)
        if span.text is not None:
            same = exact_key(span.text) in exact_key(self.new.text(target))
        return Carriage(State.CARRIED if same else State.CHANGED, target, match.score)

    def _part(self, span: Span, number: int) -> Span | None:
        """Return the cell that matches a cell of the old row: the one with its text, else the one at its place."""
        if self.new.document.passages[number].kind != "table-row":
            return None
        had = [cell.strip() for cell in self.old.document.passages[span.first].text.split("\t")]
        has = [cell.strip() for cell in self.new.document.passages[number].text.split("\t")]
        if span.text and has.count(span.text) == 1:
            return self.new.of_passages(number, number + 1, span.text)
        if span.text and len(had) == len(has) and had.count(span.text) == 1:
            text = has[had.index(span.text)]
            return self.new.of_passages(number, number + 1, text) if has.count(text) == 1 and text else None
        return None

    # --- several passages ---

    def _run(self, span: Span) -> Carriage:
        total = self._old_lengths[span.last] - self._old_lengths[span.first]
        clusters = self._clusters(span)
        if not clusters:
            near = [c for n in range(span.first, span.last) for c in self.alignment.candidates.get(n, ())[:1]]
            near.sort(key=lambda c: -c.score)
            return Carriage(State.TO_CONFIRM if near else State.LOST, None, 0.0, tuple(near[:SHOWN]))
        (first, last), weight = clusters[0]
        share = round(100 * weight / total, 1)
        candidates = tuple(Candidate(a, b, round(100 * w / total, 1)) for (a, b), w in clusters[:SHOWN])
        if share < MOST:
            state = State.TO_CONFIRM if share >= ANY else State.LOST
            return Carriage(state, None, share, candidates if state is State.TO_CONFIRM else ())
        target = self.new.of_passages(first, last)
        return Carriage(State.CARRIED if self._is_same(span, target) else State.CHANGED, target, share)

    def _clusters(self, span: Span) -> list[tuple[tuple[int, int], int]]:
        """Return the runs of passages that those of an element became, the longest text first."""
        places = sorted(
            (match.first, match.last, self._old_lengths[n + 1] - self._old_lengths[n])
            for n in range(span.first, span.last)
            if (match := self.alignment.matches[n])
        )
        clusters: list[tuple[tuple[int, int], int]] = []
        for first, last, weight in places:
            if clusters and first - clusters[-1][0][1] <= NEAR:
                (start, end), before = clusters[-1]
                clusters[-1] = ((start, max(end, last)), before + weight)
            else:
                clusters.append(((first, last), weight))
        return sorted(clusters, key=lambda c: (-c[1], c[0]))

    # --- sections ---

    def _section(self, index: int) -> Carriage:
        if index not in self._sections:
            self._sections[index] = self._find_section(index)
        return self._sections[index]

    def _find_section(self, index: int) -> Carriage:
        """Return the place of a section: the new section that shares most text with it."""
        if self._votes is None:
            self._votes = self._count()
        votes = self._votes.get(index)
        if not votes:
            return Carriage(State.LOST)
        letters = _size(self.old, self._old_lengths, index)
        title = exact_key(self.old.document.sections[index].title)

        def shared(section: int) -> float:
            either = letters + _size(self.new, self._new_lengths, section) - votes[section]
            return min(100 * votes[section] / max(either, 1), 100.0)  # a text may be shorter now

        def rank(section: int) -> tuple[float, bool, int]:
            return (shared(section), exact_key(self.new.document.sections[section].title) == title, section)

        best = max(votes, key=rank)
        share = round(shared(best), 1)
        found = self.new.of_section(best)
        titled = bool(title) and exact_key(self.new.document.sections[best].title) == title
        if share < (ANY if titled else MOST):
            return Carriage(State.TO_CONFIRM, None, share, (Candidate(found.first, found.last, share),))
        old = self.old.of_section(index)
        return Carriage(State.CARRIED if self._is_same(old, found) else State.CHANGED, found, share)

    def _count(self) -> dict[int, Counter[int]]:
        """Return, for each old section, the letters of its passages in each new section."""
        votes: dict[int, Counter[int]] = defaultdict(Counter)
        for number, match in enumerate(self.alignment.matches):
            if match is None:
                continue
            weight = self._old_lengths[number + 1] - self._old_lengths[number]
            above = _path(self.new.document, self.new.document.passages[match.first].section)
            for section in _path(self.old.document, self.old.document.passages[number].section):
                own = votes[section]
                for there in above:
                    own[there] += weight
        return votes

    def _is_same(self, old: Span, new: Span) -> bool:
        """Whether two elements have the same text, in however many passages."""
        ours = self.alignment.old_keys[old.first : old.last]
        theirs = self.alignment.new_keys[new.first : new.last]
        return ours == theirs or "".join(ours) == "".join(theirs)


def _summed(keys: Sequence[str]) -> Sequence[int]:
    """Return the total length of the keys before each passage; an empty key counts as one letter."""
    return array("q", accumulate((max(len(key), 1) for key in keys), initial=0))


def _size(spans: Spans, lengths: Sequence[int], section: int) -> int:
    first, last = spans.extents.get(section, (0, 0))
    return lengths[last] - lengths[first]


def _path(document: Document, section: int | None) -> list[int]:
    path = []
    while section is not None:
        path.append(section)
        section = document.sections[section].parent
    return path
