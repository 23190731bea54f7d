"""Steps: changes of a report by location. `edits_of` turns the steps at an element into edits of bytes."""

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
    """Remove a tag, by its text."""

    at: Location
    reference: str


class RetagStep(NamedTuple):
    """Replace a tag, by its text, with another reference to its disclosure."""

    at: Location
    reference: str
    by: str


class InsertionPoint(NamedTuple):
    """A place for a new paragraph: after an element, or inside it as its last child."""

    at: Location
    where: Literal["after", "inside"]
    section: str = ""  # the title of its section


class ExplainStep(NamedTuple):
    """Insert a paragraph that explains an omission."""

    point: InsertionPoint
    reference: str
    reason: str
    explanation: str

    @property
    def at(self) -> Location:
        """The element before or around the new paragraph."""
        return self.point.at


class OmitStep(NamedTuple):
    """Mark an element as the explanation of an omission."""

    at: Location
    reference: str
    reason: str


class AmendStep(NamedTuple):
    """Change the reason or explanation of an omission, by its text; None keeps the present one."""

    at: Location
    reference: str
    reason: str | None
    explanation: str | None


class RewordStep(NamedTuple):
    """Replace the text of an element, which contains nothing else."""

    at: Location
    text: str


class UnexplainStep(NamedTuple):
    """Remove an omission, by its text; the text of its element stays in the report."""

    at: Location
    reference: str


class ReviewStep(NamedTuple):
    """Mark a tag or an omission, by its text, as reviewed, or remove the mark."""

    at: Location
    reference: str
    reviewed: bool


class SuppressStep(NamedTuple):
    """Suppress findings of some rules about an element until a day, YYYY-MM-DD."""

    at: Location
    rules: tuple[str, ...]
    reason: str
    owner: str
    until: str


class NoteStep(NamedTuple):
    """Set a note on a disclosure in the project file; None removes it."""

    at: Location
    table: Table
    disclosure: str
    value: str | None  # for due days as 2026-01-31


class SettleStep(NamedTuple):
    """Remove a pending statement from the project file, once it is placed or no longer wanted."""

    at: Location  # the project file
    entry: Pending


class ConfirmStep(NamedTuple):
    """Confirm a guess in the project file: keep the value, and remove the comment that marks it as a guess."""

    at: Location  # the project file
    guess: Guess


ProjectFileStep: TypeAlias = NoteStep | SettleStep | ConfirmStep
"""The steps that change the project file."""

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
    """Return the note of the project file on a disclosure itself."""
    if table == "due":
        day = report.due.get(disclosure.casefold())
        return day.isoformat() if day else None
    return (report.owners if table == "owners" else report.notes).get(disclosure.casefold())


def described(step: Step) -> str:
    """Return the place that a step writes to, for people."""
    if isinstance(step, NoteStep):
        return f"{step.at.path} [{step.table}]"
    if isinstance(step, ConfirmStep):
        return f"{step.at.path}:{step.guess.first}"
    if isinstance(step, SettleStep):
        return f"{step.at.path} [[pending]]"
    return str(step.at)


def bound_again(steps: Iterable[Step], seen: Mapping[str, bytes], now: Mapping[str, bytes]) -> list[Step]:
    """Return steps made from sources as a person saw them, with locations in the sources as they are now.

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
        if path in seen and path in now:  # otherwise `edits_of` reports an unknown source
            places |= find_again(seen[path], now[path], path, locations)
    return [_moved(step, places) for step in listed]


def _moved(step: Step, places: Mapping[Location, Location]) -> Step:
    if isinstance(step, ProjectFileStep):
        return step
    at = places.get(step.at, step.at)
    return step._replace(point=step.point._replace(at=at)) if isinstance(step, ExplainStep) else step._replace(at=at)


def edits_of(steps: Iterable[Step], report: Report, sources: Mapping[str, bytes]) -> list[Edit]:
    """Return the edits of the steps.

    Raises:
        EditError: a source differs from what was read, or an element does not allow the change.
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
