"""All statements of a document -> the next version of it: the new document with them, and what became of each."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypeVar

from disclosure_index.carrying.alignment import Candidate
from disclosure_index.carrying.anchors import elements_of, with_anchors
from disclosure_index.carrying.carriage import Carriage, Carrier, State
from disclosure_index.carrying.kept_paragraphs import Paragraph, with_paragraphs
from disclosure_index.carrying.text_change import changed_part, shortened
from disclosure_index.edits.text_identity import digest_of, exact_key
from disclosure_index.model import (
    DataSuppress,
    Document,
    Location,
    Omission,
    Pending,
    PendingCandidate,
    Span,
    Tag,
    parse_reference,
)

LONGEST_TEXT = 2000
"""Letters of an old text that are kept in the project file: enough to know it again, and to compare it by eye."""
LONGEST_CANDIDATE = 120
MOST_DIGESTS = 40
"""Passages of a candidate; a longer one is no place that a person can look over."""

_S = TypeVar("_S", Tag, Omission)


class Outcome(NamedTuple):
    """What became of one statement, with as much of both texts as shows it."""

    kind: str  # tag, omission, suppression
    statement: str
    state: State
    was: str
    now: str = ""
    page_before: str = ""
    page: str = ""
    score: float = 0.0
    candidates: tuple[PendingCandidate, ...] = ()
    is_kept: bool = False  # the paragraph of an explanation that the new text does not have was added to it again
    was_reviewed: bool = False


@dataclass(frozen=True, slots=True)
class CarriedDocument:
    """The new version with the statements, what became of them, what a person has to look at, and ids that are gone."""

    document: Document
    outcomes: tuple[Outcome, ...]
    pending: tuple[Pending, ...]
    lost_anchors: tuple[str, ...] = ()


def carry_statements(old: Document, new: Document, before: Sequence[Pending], name: str) -> CarriedDocument:
    """Carry the statements of a document to its next version.

    Args:
        old: the version before, with its statements.
        new: the version now; what it states itself stays.
        before: of the document, what is pending since earlier updates.
        name: of the document, as the project file has it.
    """
    elements = elements_of(old)
    spans = [tag.span for tag in old.tags] + [omission.span for omission in old.omissions]
    spans += [found for s in old.suppressions if (found := elements.get(s.location))]
    return _Statements(old, new, Carrier(old, new, spans), elements, name).carried(before)


class _Statements:
    def __init__(
        self, old: Document, new: Document, carrier: Carrier, elements: dict[Location, Span], name: str
    ) -> None:
        self.old, self.new, self.carrier, self.elements, self.name = old, new, carrier, elements, name
        self.outcomes: list[Outcome] = []
        self.pending: list[Pending] = []
        self.paragraphs: list[Paragraph] = []

    def carried(self, before: Sequence[Pending]) -> CarriedDocument:
        changed = {(one.statement.casefold(), one.digest): one for one in before if one.state == State.CHANGED}
        tags = [tag for old in self.old.tags if (tag := self._tag(old, changed))]
        omissions = [omission for old in self.old.omissions if (omission := self._omission(old, changed))]
        suppressions = [kept for old in self.old.suppressions if (kept := self._suppression(old))]
        for one in before:
            if one.state != State.CHANGED:
                tags += self._retry(one)
        document = replace(
            self.new,
            tags=unique([*tags, *self.new.tags]),
            omissions=unique([*omissions, *self.new.omissions]),
            suppressions=(*suppressions, *self.new.suppressions),
        )
        document, lost = with_anchors(document, self.old, self.elements, self.carrier)
        document = with_paragraphs(document, self.paragraphs)
        return CarriedDocument(document, tuple(self.outcomes), tuple(self.pending), lost)

    def _tag(self, old: Tag, changed: dict[tuple[str, str], Pending]) -> Tag | None:
        found = self.carrier.carry(old.span)
        self._note("tag", old.text, old.span, found, old.reviewed, changed)
        if found.target is None:
            return None
        return old._replace(span=found.target, reviewed=old.reviewed and found.state is State.CARRIED)

    def _omission(self, old: Omission, changed: dict[tuple[str, str], Pending]) -> Omission | None:
        found = self.carrier.carry(old.span)
        if found.state is State.LOST and self._is_own_paragraph(old):
            after = self._place_of(old.span)
            self.paragraphs.append(Paragraph(old, after))
            page = self.new.passages[after - 1].last_page if after else ""
            said = shortened(old.explanation)
            outcome = Outcome("omission", old.text, State.CARRIED, said, said, old.span.page, page)
            self.outcomes.append(outcome._replace(is_kept=True, was_reviewed=old.reviewed))
            return None  # it comes with its paragraph
        self._note("omission", old.text, old.span, found, old.reviewed, changed, old.reason)
        if found.target is None:
            return None
        explanation = self.carrier.new.text(found.target)
        reviewed = old.reviewed and found.state is State.CARRIED
        return old._replace(span=found.target, explanation=explanation, reviewed=reviewed)

    def _is_own_paragraph(self, omission: Omission) -> bool:
        """Whether an omission is a paragraph of its own outside the printed index, as `explain` writes it."""
        span = omission.span
        if span.last - span.first != 1 or span.text is not None:
            return False
        in_index = any(first <= span.first < last for first, last in self.old.indexes)
        return not in_index and self.old.passages[span.first].kind == "paragraph"

    def _place_of(self, span: Span) -> int:
        """Return the passage now before which a paragraph stands: behind what it stood behind."""
        for number in range(span.first - 1, -1, -1):
            if match := self.carrier.alignment.matches[number]:
                return match.last
        return 0

    def _suppression(self, old: DataSuppress) -> DataSuppress | None:
        span = self.elements.get(old.location)
        found = self.carrier.carry(span) if span else Carriage(State.LOST)
        state = State.CARRIED if found.target else found.state
        place = span or Span("", old.location)
        self._note(
            "suppression", old.rules, place, found._replace(state=state), False, {}, old.reason, old.owner, old.until
        )
        return old._replace(location=found.target.location) if found.target else None

    def _note(
        self,
        kind: str,
        statement: str,
        span: Span,
        found: Carriage,
        reviewed: bool,
        changed: dict[tuple[str, str], Pending],
        reason: str = "",
        owner: str = "",
        until: str = "",
    ) -> None:
        """Keep what became of a statement, and what a person has to look at."""
        was = self.carrier.old.text(span)
        now = self.carrier.new.text(found.target) if found.target else ""
        candidates = tuple(map(self._candidate, found.candidates))
        page = found.target.page if found.target else ""
        before, after = changed_part(was, now) if found.state is State.CHANGED else (shortened(was), shortened(now))
        outcome = Outcome(kind, statement, found.state, before, after, span.page, page, found.score, candidates)
        outcome = outcome._replace(was_reviewed=reviewed)
        self.outcomes.append(outcome)
        since = changed.get((statement.casefold(), digest_of(was))) if changed else None
        if found.target is not None and not (since or (reviewed and found.state is State.CHANGED)):
            return
        section = self.old.sections[span.section].title if span.section is not None else ""
        state = State.CHANGED if found.target else found.state
        one = Pending(
            self.name,
            state.value,
            kind,
            statement,
            (since.was if since else was)[:LONGEST_TEXT],
            section,
            span.page,
            reviewed or bool(since),
            digest_of(now) if found.target else "",
            reason,
            owner,
            until,
            candidates,
        )
        self.pending.append(one)

    def _candidate(self, candidate: Candidate) -> PendingCandidate:
        return shown_candidate(self.new, candidate)

    def _retry(self, one: Pending) -> list[Tag]:
        """Look again for what was not placed by earlier updates: the new version may have its very text."""
        key = exact_key(one.was)
        keys = self.carrier.alignment.new_keys
        places = (
            [n for n, other in enumerate(keys) if other == key]
            if key and one.kind == "tag" and not one.successors
            else []
        )
        if len(places) != 1 or len(one.was) >= LONGEST_TEXT:
            near = one.candidates
            self.pending.append(one)
            self.outcomes.append(
                Outcome(one.kind, one.statement, State(one.state), shortened(one.was), "", one.page, candidates=near)
            )
            return []
        target = self.carrier.new.of_passages(places[0], places[0] + 1)
        said = shortened(one.was)
        outcome = Outcome("tag", one.statement, State.CARRIED, said, said, one.page, target.page, 100.0)
        self.outcomes.append(outcome._replace(was_reviewed=one.reviewed))
        return [Tag(one.statement, parse_reference(one.statement), target, one.reviewed)]


def shown_candidate(document: Document, candidate: Candidate) -> PendingCandidate:
    """Return a candidate as the project file keeps it: by its text, since its place in the file will change."""
    passages = document.passages[candidate.first : candidate.last]
    text = " ".join(passages[0].text.split())
    text = text if len(text) <= LONGEST_CANDIDATE else f"{text[:LONGEST_CANDIDATE]}…"
    digests = tuple(digest_of(passage.text) for passage in passages[:MOST_DIGESTS])
    return PendingCandidate(text, passages[0].page, candidate.score, digests)


def unique(statements: Iterable[_S]) -> tuple[_S, ...]:
    """Return statements, each once at each element; without an edition, one is the same as with it."""
    kept: list[_S] = []
    seen: dict[tuple[str, int, int, str | None], set[str | None]] = {}
    for one in statements:
        reference = one.reference
        plain = str(reference._replace(edition=None)) if reference else one.text
        editions = seen.setdefault((plain.casefold(), one.span.first, one.span.last, one.span.text), set())
        edition = reference.edition if reference else None
        if not editions or not ({edition, None} & editions or edition is None):
            kept.append(one)
        editions.add(edition)
    return tuple(kept)
