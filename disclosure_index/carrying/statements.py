"""Carry all statements of a document to its next version: the new document with them, and the outcome of each."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from disclosure_index.carrying.alignment import Candidate
from disclosure_index.carrying.anchors import elements_of, with_anchors
from disclosure_index.carrying.carriage import Carriage, State, VersionAlignment
from disclosure_index.carrying.edited_texts import edited_passages, edited_texts
from disclosure_index.carrying.kept_paragraphs import Paragraph, with_paragraphs
from disclosure_index.carrying.outcomes import Outcome, shown_candidate
from disclosure_index.carrying.spans import Spans
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
from disclosure_index.model.pending import TEXT

LONGEST_TEXT = 2000
"""The most letters of an old text kept in the project file: enough to recognise it, and to compare it by eye."""

_S = TypeVar("_S", Tag, Omission)


@dataclass(frozen=True, slots=True)
class CarriedDocument:
    """The new version with the statements, their outcomes, the pending ones, and the ids that are gone."""

    document: Document
    outcomes: tuple[Outcome, ...]
    pending: tuple[Pending, ...]
    lost_anchors: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()  # the exact keys of the passages in the source of the new version
    kept: frozenset[int] = frozenset()  # old passages that were added again
    restored: int = 0  # passages that had been removed from the tagged document, and are back


def carry_statements(
    old: Document,
    new: Document,
    before: Sequence[Pending],
    name: str,
    source: frozenset[int] | None = None,
    generated: Container[int] = (),
) -> CarriedDocument:
    """Carry the statements of a document to its next version.

    Args:
        old: the old version, with its statements.
        new: the new version; its own statements stay.
        before: the pending statements of earlier updates of the document.
        name: the name of the document in the project file.
        source: the checksums of the passages of its source; None where they are unknown.
        generated: old passages that the program wrote.
    """
    spans = Spans(old)
    elements = elements_of(spans)
    carried = [tag.span for tag in old.tags] + [omission.span for omission in old.omissions]
    carried += [found for s in old.suppressions if (found := elements.get(s.location))]
    keys = [exact_key(passage.text) for passage in old.passages]
    edited = [] if source is None else edited_passages(keys, source, generated)
    versions = VersionAlignment(spans, Spans(new), [*carried, *(spans.of_passages(n, n + 1) for n in edited)], keys)
    statements = _Statements(old, new, versions, elements, name).carried(before)
    if source is None:
        return statements
    texts = edited_texts(versions, edited, source, statements.kept, name)
    return replace(
        statements,
        outcomes=(*statements.outcomes, *texts.outcomes),
        pending=(*statements.pending, *texts.pending),
        restored=texts.restored,
    )


class _Statements:
    def __init__(
        self, old: Document, new: Document, versions: VersionAlignment, elements: dict[Location, Span], name: str
    ) -> None:
        self.old, self.new, self.versions, self.elements, self.name = old, new, versions, elements, name
        self.outcomes: list[Outcome] = []
        self.pending: list[Pending] = []
        self.paragraphs: list[Paragraph] = []
        self._shown: dict[tuple[Location, int, int, str | None], tuple[str, str]] = {}  # by element

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
        document, lost = with_anchors(document, self.old, self.elements, self.versions)
        document = with_paragraphs(document, self.paragraphs)
        return CarriedDocument(
            document,
            tuple(self.outcomes),
            tuple(self.pending),
            lost,
            tuple(self.versions.alignment.new_keys),
            frozenset(one.omission.span.first for one in self.paragraphs),
        )

    def _tag(self, old: Tag, changed: dict[tuple[str, str], Pending]) -> Tag | None:
        found = self.versions.carry(old.span)
        self._note("tag", old.text, old.span, found, old.reviewed, changed)
        if found.target is None:
            return None
        return old._replace(span=found.target, reviewed=old.reviewed and found.state is State.CARRIED)

    def _omission(self, old: Omission, changed: dict[tuple[str, str], Pending]) -> Omission | None:
        found = self.versions.carry(old.span)
        if found.state is State.LOST and self._is_own_paragraph(old):
            after = self._place_of(old.span)
            self.paragraphs.append(Paragraph(old, after))
            page = self.new.passages[after - 1].last_page if after else ""
            excerpt = shortened(old.explanation)
            outcome = Outcome("omission", old.text, State.CARRIED, excerpt, excerpt, old.span.page, page)
            self.outcomes.append(outcome._replace(is_kept=True, was_reviewed=old.reviewed))
            return None  # it comes with its paragraph
        self._note("omission", old.text, old.span, found, old.reviewed, changed, old.reason)
        if found.target is None:
            return None
        explanation = self.versions.new.text(found.target)
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
        """Return the new passage before which a paragraph goes: after the same passage as before."""
        for number in range(span.first - 1, -1, -1):
            if match := self.versions.alignment.matches[number]:
                return match.last
        return 0

    def _suppression(self, old: DataSuppress) -> DataSuppress | None:
        span = self.elements.get(old.location)
        found = self.versions.carry(span) if span else Carriage(State.LOST)
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
        """Record the outcome of a statement, and a pending entry where a person has to review it."""
        candidates = tuple(map(self._candidate, found.candidates))
        page = found.target.page if found.target else ""
        key = span.location, span.first, span.last, span.text
        if key not in self._shown:
            self._shown[key] = self._both_texts(span, found)
        outcome = Outcome(
            kind, statement, found.state, *self._shown[key], span.page, page, found.score, candidates, False, reviewed
        )
        self.outcomes.append(outcome)
        since = changed.get((statement.casefold(), digest_of(self.versions.old.text(span)))) if changed else None
        if found.target is not None and not (since or (reviewed and found.state is State.CHANGED)):
            return
        was = self.versions.old.text(span)
        now = self.versions.new.text(found.target) if found.target else ""
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

    def _both_texts(self, span: Span, found: Carriage) -> tuple[str, str]:
        """Return as much of the old and the new text as shows what became of an element."""
        old, new, target = self.versions.old, self.versions.new, found.target
        if target is not None and found.state is State.CHANGED:
            return changed_part(old.text(span), new.text(target))
        return shortened(old.beginning(span)), shortened(new.beginning(target)) if target else ""

    def _candidate(self, candidate: Candidate) -> PendingCandidate:
        return shown_candidate(self.new, candidate)

    def _retry(self, one: Pending) -> list[Tag]:
        """Search again for the text of a statement that earlier updates could not place."""
        key = exact_key(one.was)
        keys = self.versions.alignment.new_keys
        if one.kind == TEXT and key in keys:
            return []  # the source has adopted it
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
        target = self.versions.new.of_passages(places[0], places[0] + 1)
        excerpt = shortened(one.was)
        outcome = Outcome("tag", one.statement, State.CARRIED, excerpt, excerpt, one.page, target.page, 100.0)
        self.outcomes.append(outcome._replace(was_reviewed=one.reviewed))
        return [Tag(one.statement, parse_reference(one.statement), target, one.reviewed)]


def unique(statements: Iterable[_S]) -> tuple[_S, ...]:
    """Return statements, each once per element; without an edition, one equals the same one with it."""
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
