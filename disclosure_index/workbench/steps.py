"""What is to be done in a report, by where it was read; the steps at one element become its edits, in bytes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from disclosure_index.edits import (
    AddTag,
    Edit,
    ExplainOmission,
    MarkReviewed,
    Place,
    RemovePending,
    RemoveTag,
    ReplaceLines,
    ReplaceTag,
    Reword,
    SetNote,
    SetOmission,
    Suppress,
    find_again,
    find_element,
    find_places,
)
from disclosure_index.edits.edits import Table
from disclosure_index.edits.errors import EditError
from disclosure_index.messages import message
from disclosure_index.model import Location, Omission, Pending, Report
from disclosure_index.project.guesses import Guess


class TagStep(NamedTuple):
    """Tag the element with a reference."""

    at: Location
    reference: str


class UntagStep(NamedTuple):
    """Take a tag away, by its text."""

    at: Location
    reference: str


class RetagStep(NamedTuple):
    """Let a tag, by its text, name something else of its disclosure."""

    at: Location
    reference: str
    by: str


class InsertionPoint(NamedTuple):
    """Where a new paragraph may stand: after an element, or inside it as its last child."""

    at: Location
    where: Literal["after", "inside"]
    section: str = ""  # the title it stands under


class ExplainStep(NamedTuple):
    """Write a new paragraph that explains an omission."""

    point: InsertionPoint
    reference: str
    reason: str
    explanation: str

    @property
    def at(self) -> Location:
        """The element that it stands after or inside."""
        return self.point.at


class OmitStep(NamedTuple):
    """Let what the element says explain why a disclosure is not reported."""

    at: Location
    reference: str
    reason: str


class AmendStep(NamedTuple):
    """Let an omission, by its text, give another reason or explanation; None: the one it gives."""

    at: Location
    reference: str
    reason: str | None
    explanation: str | None


class RewordStep(NamedTuple):
    """Let the element say something else; it holds text alone."""

    at: Location
    text: str


class UnexplainStep(NamedTuple):
    """Take an omission away, by its text; what its element says stays as a part of the report."""

    at: Location
    reference: str


class ReviewStep(NamedTuple):
    """Mark a tag or an omission, by its text, as reviewed, or not."""

    at: Location
    reference: str
    reviewed: bool


class SuppressStep(NamedTuple):
    """Accept the findings of some rules about the element until a day, YYYY-MM-DD."""

    at: Location
    rules: tuple[str, ...]
    reason: str
    owner: str
    until: str


class NoteStep(NamedTuple):
    """Say something of a disclosure in the project file; None: nothing any more."""

    at: Location
    table: Table
    disclosure: str
    value: str | None  # of due a day as 2026-01-31


class SettleStep(NamedTuple):
    """Remove a pending statement from the project file: it is placed, or no longer wanted."""

    at: Location  # the project file
    entry: Pending


class ConfirmStep(NamedTuple):
    """Confirm a guess in the project file: the value stays, and the comment that it is a guess goes."""

    at: Location  # the project file
    guess: Guess


ProjectFileStep: TypeAlias = NoteStep | SettleStep | ConfirmStep
"""The steps that are taken in the project file."""

Step: TypeAlias = (
    TagStep
    | UntagStep
    | RetagStep
    | ExplainStep
    | OmitStep
    | AmendStep
    | RewordStep
    | UnexplainStep
    | ReviewStep
    | SuppressStep
    | ProjectFileStep
)


def noted(report: Report, table: Table, disclosure: str) -> str | None:
    """Return what the project file says of a disclosure itself."""
    if table == "due":
        day = report.due.get(disclosure.casefold())
        return day.isoformat() if day else None
    return (report.owners if table == "owners" else report.notes).get(disclosure.casefold())


def described(step: Step) -> str:
    """Say where a step writes, for people."""
    if isinstance(step, NoteStep):
        return f"{step.at.path} [{step.table}]"
    if isinstance(step, ConfirmStep):
        return f"{step.at.path}:{step.guess.first}"
    if isinstance(step, SettleStep):
        return f"{step.at.path} [[pending]]"
    return str(step.at)


def bound_again(steps: Iterable[Step], seen: Mapping[str, bytes], now: Mapping[str, bytes]) -> list[Step]:
    """Return steps that were made from sources as a person saw them, for these sources as they are now.

    Raises:
        EditError: (`clash`) an element that a step names is gone, was changed, or cannot be distinguished from others.
    """
    listed = list(steps)
    by_path: dict[str, list[Location]] = defaultdict(list)
    for step in listed:
        if not isinstance(step, ProjectFileStep):
            by_path[step.at.path].append(step.at)
    places: dict[Location, Location] = {}
    for path, locations in by_path.items():
        if path in seen and path in now:  # else `edits_of` says that it is no source
            places |= find_again(seen[path], now[path], path, locations)
    return [_moved(step, places) for step in listed]


def _moved(step: Step, places: Mapping[Location, Location]) -> Step:
    if isinstance(step, ProjectFileStep):
        return step
    at = places.get(step.at, step.at)
    return step._replace(point=step.point._replace(at=at)) if isinstance(step, ExplainStep) else step._replace(at=at)


def edits_of(steps: Iterable[Step], report: Report, sources: Mapping[str, bytes]) -> list[Edit]:
    """Return the edits that take the steps.

    Raises:
        EditError: a source is not what was read, or an element cannot be changed so.
    """
    edits: list[Edit] = []
    by_path: dict[str, list[Step]] = defaultdict(list)
    for step in dict.fromkeys(steps):
        if isinstance(step, NoteStep):
            edits.append(SetNote(step.at.path, step.table, step.disclosure, step.value))
        elif isinstance(step, ConfirmStep):
            edits.append(ReplaceLines(step.at.path, step.guess.first, step.guess.before, step.guess.after))
        elif isinstance(step, SettleStep):
            edits.append(RemovePending(step.at.path, step.entry))
        else:
            by_path[step.at.path].append(step)
    omissions: dict[Location, list[Omission]] = defaultdict(list)
    for omission in (o for document in report.documents for o in document.omissions):
        omissions[omission.span.location].append(omission)
    for path, own in by_path.items():
        here: dict[Location, list[Step]] = defaultdict(list)
        for step in own:
            here[step.at].append(step)
        for place in find_places(sources[path], path, here):
            edits += _at(place, here[place.location], omissions[place.location], sources[path])
    return edits


def _at(place: Place, steps: Sequence[Step], omissions: Sequence[Omission], source: bytes) -> Iterator[Edit]:
    if gone := tuple(step.reference for step in steps if isinstance(step, UntagStep)):
        yield RemoveTag(place, gone)
    if new := tuple(step.reference for step in steps if isinstance(step, TagStep)):
        yield AddTag(place, new)
    for step in steps:
        if isinstance(step, RetagStep):
            yield ReplaceTag(place, step.reference, step.by)
    amended = [step for step in steps if isinstance(step, AmendStep)]
    unsaid = {step.reference for step in steps if isinstance(step, UnexplainStep)}
    reasons = [step.reason for step in amended if step.reason is not None]
    stated = [step for step in steps if isinstance(step, OmitStep)]
    if unsaid or reasons or stated:
        kept = [omission for omission in omissions if omission.text not in unsaid]
        reasons = reasons or list(dict.fromkeys([o.reason for o in kept] + [step.reason for step in stated]))
        if len(reasons) > 1 and stated:
            why = message("the element gives another reason: {reason}", reason=reasons[0])
            hint = message("Explain the omission in a paragraph of its own")
            raise EditError(message("cannot edit"), place.location, why, hint)
        left = tuple(dict.fromkeys([*(o.text for o in kept), *(step.reference for step in stated)]))
        yield SetOmission(place, left, reasons[0] if left else "")
    reworded = [step.text for step in steps if isinstance(step, RewordStep)]
    for text in dict.fromkeys([*(s.explanation for s in amended if s.explanation is not None), *reworded]):
        yield Reword(place, find_element(source, place.location).whole, text)
    for reviewed in (True, False):
        if marked := tuple(s.reference for s in steps if isinstance(s, ReviewStep) and s.reviewed is reviewed):
            yield MarkReviewed(place, marked, reviewed)
    yield from _whole(place, steps)


def _whole(place: Place, steps: Iterable[Step]) -> Iterator[Edit]:
    """Yield the edits of the steps that are one edit each."""
    for step in steps:
        if isinstance(step, SuppressStep):
            yield Suppress(place, *step[1:])
        elif isinstance(step, ExplainStep):
            yield ExplainOmission(place, step.point.where, (step.reference,), step.reason, step.explanation)
