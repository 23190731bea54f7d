"""The check of an edited source: read again, it has the intended statements and otherwise the same texts."""

from collections import Counter
from collections.abc import Iterable, Sequence

from disclosure_index.edits.edits import (
    AddTag,
    ExplainOmission,
    MarkReviewed,
    PutBack,
    RemoveElement,
    RemoveTag,
    ReplaceTag,
    Reword,
    SetOmission,
    SourceEdit,
    Suppress,
)
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.readings import Reading, Statement, suppressed
from disclosure_index.messages import message


def check_read(old: Reading, new: Reading, edits: Sequence[SourceEdit]) -> None:
    """Refuse a result that does not read as intended; the result of an undo is not predicted.

    Raises:
        EditError: the statements are not those that the edits make, or a text changed that no edit changes.

    """
    reworded = sum(isinstance(edit, Reword) for edit in edits)
    inserted = sum(isinstance(edit, ExplainOmission) for edit in edits)
    gone, come = (old.texts - new.texts).total(), (new.texts - old.texts).total()
    stated = Counter(statement for _, statement in new.statements)
    if gone > reworded or come > reworded + inserted or _expected(old, edits) != stated:
        why = message("the result would be read differently")
        hint = message("Edit the file by hand, and report the case")
        raise EditError(message("cannot edit"), edits[0].place.location, why, hint)


def is_known(edits: Iterable[SourceEdit]) -> bool:
    """Whether the texts and statements after some edits can be predicted."""
    return not any(isinstance(edit, PutBack | RemoveElement) for edit in edits)


def _expected(old: Reading, edits: Iterable[SourceEdit]) -> Counter[Statement]:
    """Return the statements of the source after the edits."""
    by_place: dict[tuple[int, int], Counter[Statement]] = {}
    for at, statement in old.statements:
        by_place.setdefault(at, Counter())[statement] += 1
    new: Counter[Statement] = Counter()
    for edit in edits:
        here = by_place.setdefault((edit.place.line, edit.place.column), Counter())
        match edit:
            case AddTag(_, references):
                _add(here, "tag", references)
            case RemoveTag(_, references):
                _remove(here, "tag", references)
            case ReplaceTag(_, reference, by):
                reviewed = by.casefold() == reference.casefold() and here[("tag", by.casefold(), True)] > 0
                _remove(here, "tag", (reference,))
                _add(here, "tag", (by,), reviewed)
            case SetOmission(_, references, _):
                kept = {r.casefold() for r in references}
                _remove(here, "omission", [r for kind, r, _ in list(here) if kind == "omission" and r not in kept])
                _add(here, "omission", references)
            case MarkReviewed(_, references, reviewed):
                for kind, reference, was in list(here):
                    if reference in {r.casefold() for r in references} and was is not reviewed:
                        here[kind, reference, reviewed] += here.pop((kind, reference, was))
            case Suppress():
                _suppress(here, edit)
            case ExplainOmission(_, _, references):
                new.update(("omission", r.casefold(), False) for r in references)
    return sum((+counted for counted in by_place.values()), +new)


def _suppress(here: Counter[Statement], edit: Suppress) -> None:
    for statement in list(here):
        if statement[0] == "suppression" and statement[1].partition("\n")[0] in edit.rules:
            del here[statement]
    here.update(suppressed(" ".join(edit.rules), edit.reason, edit.owner, edit.until))


def _add(here: Counter[Statement], kind: str, references: Iterable[str], reviewed: bool = False) -> None:
    for reference in references:
        if not any(k == kind and r == reference.casefold() for k, r, _ in +here):
            here[kind, reference.casefold(), reviewed] += 1


def _remove(here: Counter[Statement], kind: str, references: Iterable[str]) -> None:
    gone = {reference.casefold() for reference in references}
    for statement in list(here):
        if statement[0] == kind and statement[1] in gone:
            del here[statement]
