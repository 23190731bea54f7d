"""Passages that were edited in the tagged document only, so that the next draft lacks the edit."""

from collections.abc import Collection, Container, Sequence
from dataclasses import dataclass

from disclosure_index.carrying.alignment import Candidate, Way
from disclosure_index.carrying.carriage import State, VersionAlignment
from disclosure_index.carrying.outcomes import Outcome, shown_candidate
from disclosure_index.carrying.text_change import changed_part, shortened
from disclosure_index.importing.source_texts import checksum
from disclosure_index.model import Pending
from disclosure_index.model.pending import TEXT


@dataclass(frozen=True, slots=True)
class EditedTexts:
    """The outcomes of passages that were edited in the tagged document only.

    Attributes:
        outcomes: of each whose text is not in the draft.
        pending: the same with their texts, which would otherwise be lost.
        restored: how many passages had been removed from the tagged document, and are back.
    """

    outcomes: tuple[Outcome, ...] = ()
    pending: tuple[Pending, ...] = ()
    restored: int = 0


def edited_passages(keys: Sequence[str], source: Collection[int], left_out: Container[int]) -> list[int]:
    """Return the passages of a tagged document that were not in its source.

    Args:
        keys: the exact keys of its passages.
        source: the checksums of the source's passages.
        left_out: passages that only a tagged document can have, by their kind.
    """
    return [n for n, key in enumerate(keys) if key and n not in left_out and checksum(key) not in source]


def edited_texts(
    versions: VersionAlignment, edited: Sequence[int], source: Collection[int], kept: Container[int], name: str
) -> EditedTexts:
    """Return the outcomes of edited passages. A passage whose text the source has adopted no longer counts as edited.

    Args:
        versions: the tagged document and its draft.
        edited: the edited passages.
        source: the checksums of the source's passages.
        kept: those of the passages that stay in the tagged document.
        name: of the document, as the project file has it.
    """
    document, draft = versions.old.document, versions.new.document
    alignment = versions.alignment
    outcomes: list[Outcome] = []
    pending: list[Pending] = []
    counterparts: set[int] = set()
    for number in edited:
        match = alignment.matches[number]
        if number in kept or (match and match.way is Way.SAME):
            continue
        near = (Candidate(match.first, match.last, match.score),) if match else alignment.candidates.get(number, ())
        counterparts.update(n for candidate in near for n in range(candidate.first, candidate.last))
        candidates = tuple(shown_candidate(draft, candidate) for candidate in near)
        passage = document.passages[number]
        state = State.TO_CONFIRM if candidates else State.LOST
        now = "\n".join(p.text for p in draft.passages[near[0].first : near[0].last]) if near else ""
        shown = changed_part(passage.text, now) if near else (shortened(passage.text), "")
        score = candidates[0].score if candidates else 0.0
        page = draft.passages[near[0].first].page if near else ""
        outcomes.append(Outcome(TEXT, name, state, *shown, passage.page, page, score, candidates))
        section = document.sections[passage.section].title if passage.section is not None else ""
        pending.append(
            Pending(name, state.value, TEXT, name, passage.text, section, passage.page, candidates=candidates)
        )
    draft_keys = set(alignment.old_keys)
    restored = [
        n
        for n, key in enumerate(alignment.new_keys)
        if key and key not in draft_keys and n not in counterparts and checksum(key) in source
    ]
    return EditedTexts(tuple(outcomes), tuple(pending), len(restored))
