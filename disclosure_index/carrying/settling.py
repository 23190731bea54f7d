"""Settle the pending statements of an update: place or drop them, as steps of the workbench."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from disclosure_index.checks.di630_carried_statements import reached
from disclosure_index.edits.text_identity import digest_of
from disclosure_index.errors import ConfigError
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Document, Location, Message, Omission, Pending, Tag, parse_reference
from disclosure_index.model.pending import CHANGED, SUPPRESSION, TEXT
from disclosure_index.project.file import Project
from disclosure_index.workbench.steps import OmitStep, ReviewStep, RewordStep, SettleStep, Step, SuppressStep, TagStep


class Acceptance(NamedTuple):
    """A person's choice for a pending statement: its candidate, from 1, and the code that succeeds its own."""

    candidate: int = 1
    code: str = ""


class PassagePlaces:
    """The passages of a document by the digests of their texts."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._digests = [digest_of(passage.text) for passage in document.passages]
        self._numbers: dict[str, list[int]] = defaultdict(list)
        for number, digest in enumerate(self._digests):
            self._numbers[digest].append(number)

    def find(self, digests: Sequence[str]) -> range:
        """Return the consecutive passages with these digests; none unless they occur exactly once."""
        starts = (
            [
                first
                for first in self._numbers.get(digests[0], ())
                if self._digests[first : first + len(digests)] == list(digests)
            ]
            if digests
            else []
        )
        return range(starts[0], starts[0] + len(digests)) if len(starts) == 1 else range(0)

    def locations(self, numbers: Collection[int]) -> list[Location]:
        """Return the locations of passages."""
        return [self.document.passages[number].location for number in numbers]


def document_of(project: Project, one: Pending) -> Document | None:
    """Return the document of a pending statement; None where the project file names no such document."""
    names = [origin.document for origin in project.origins]
    return project.report.documents[names.index(one.document)] if one.document in names else None


def place(project: Project, one: Pending, at: Sequence[Location], reference: str = "") -> list[Step]:
    """Return the steps that place a pending statement at some elements, and remove its entry.

    Args:
        project: with its documents read.
        one: a statement to confirm or lost; `placing_problem` accepts it.
        at: the locations of the elements.
        reference: the chosen successor of its reference, where there are several.
    """
    stated = reference or one.statement
    return [*(_placed(one, here, stated) for here in at), *drop(project, one)]


def _placed(one: Pending, at: Location, reference: str) -> Step:
    if one.kind == TEXT:
        return RewordStep(at, one.was)
    if one.kind == SUPPRESSION:
        return SuppressStep(at, tuple(one.statement.split()), one.reason, one.owner, one.until)
    return TagStep(at, reference) if one.kind == "tag" else OmitStep(at, reference, one.reason)


def accept_change(project: Project, one: Pending) -> list[Step]:
    """Return the steps that mark a statement with changed text as reviewed at its place now, and remove its entry."""
    found = changed_statements(document_of(project, one), one)
    return [*(ReviewStep(s.span.location, s.text, True) for s in found), *drop(project, one)]


def drop(project: Project, one: Pending) -> list[Step]:
    """Return the step that removes the entry of a pending statement."""
    return [SettleStep(Location(str(project.file)), one)]


def changed_statements(document: Document | None, one: Pending) -> list[Tag | Omission]:
    """Return the unreviewed statements at a text that changed since they were reviewed."""
    if document is None or one.state != CHANGED:
        return []
    every: list[Tag | Omission] = [*document.tags, *document.omissions]
    stated = [s for s in every if s.text.casefold() == one.statement.casefold() and not s.reviewed]
    if len(stated) < 2:
        return stated
    return [s for s in stated if digest_of(reached(document, s)) == one.digest] or stated


def placing_problem(one: Pending, number: int, places: int = 1) -> Message | None:
    """Return why a pending statement, by the number that people see, cannot be placed; None where it can.

    Args:
        one: the statement.
        number: of it.
        places: the number of elements to place it at.
    """
    if one.kind == TEXT:
        if places == 1 and "\t" not in one.was:
            return None
        return message("statement {number} is the text of several elements: make the change by hand", number=number)
    if one.kind != SUPPRESSION and parse_reference(one.statement) is None:
        return message(
            'statement {number}, "{statement}", is no disclosure; write it as hkex-esg:A1.3',
            number=number,
            statement=one.statement,
        )
    return None


def settling_steps(project: Project, accepted: Mapping[int, Acceptance], dropped: Collection[int]) -> list[Step]:
    """Return the steps that place some pending statements, and drop others.

    Args:
        project: with its documents read.
        accepted: by the number of an entry, from 1, how it is placed.
        dropped: the numbers of the entries to remove.

    Raises:
        ConfigError: an entry, candidate or code does not exist, or its text does not occur exactly once.
    """
    pending = project.report.pending
    for number in (*accepted, *dropped):
        if not 1 <= number <= len(pending):
            problem = message(
                "there is no pending statement {number}; there are {count}", number=number, count=len(pending)
            )
            raise ConfigError(problem, project.file)
    steps = [
        step
        for number, acceptance in accepted.items()
        for step in _accepted(project, pending[number - 1], number, acceptance)
    ]
    return steps + [step for number in dropped if number not in accepted for step in drop(project, pending[number - 1])]


def _accepted(project: Project, one: Pending, number: int, acceptance: Acceptance) -> list[Step]:
    candidate = acceptance.candidate
    if problem := placing_problem(one, number):
        raise ConfigError(problem, project.file)
    document = document_of(project, one)
    if document is None:
        raise ConfigError(message("the project file names no document {name}", name=one.document), project.file)
    reference, problem = _successor(one, number, acceptance)
    if problem:
        raise ConfigError(problem, project.file)
    if one.state == CHANGED and candidate == 1:
        return accept_change(project, one)
    if not 1 <= candidate <= len(one.candidates):
        why = message(
            "statement {number} has no candidate {candidate}; it has {count}",
            number=number,
            candidate=candidate,
            count=len(one.candidates),
        )
        raise ConfigError(why, project.file)
    if problem := placing_problem(one, number, len(one.candidates[candidate - 1].digests)):
        raise ConfigError(problem, project.file)
    places = PassagePlaces(document)
    found = places.find(one.candidates[candidate - 1].digests)
    if not found:
        why = message(
            "the text of candidate {candidate} of statement {number} is not there exactly once; tag it by hand",
            candidate=candidate,
            number=number,
        )
        raise ConfigError(why, document.path)
    return place(project, one, places.locations(found), reference)


def _successor(one: Pending, number: int, acceptance: Acceptance) -> tuple[str, Message | None]:
    """Return the code that succeeds a statement's, "" for its own; or the reason why it cannot be one."""
    candidate, code = acceptance
    if not one.successors:
        typed = f"{number}={candidate}"
        needless = message("statement {number} keeps its code: write --accept {typed}", number=number, typed=typed)
        return "", needless if code else None
    short = (s for s in one.successors if code.casefold() in (s.casefold(), s.casefold().partition(":")[2]))
    if reference := next(short, ""):
        return reference, None
    needed = message(
        "statement {number} goes on as one of {codes}: add the one that the text answers, as --accept {typed}",
        number=number,
        codes=joined(COMMA, one.successors),
        typed=f"{number}={candidate}={one.successors[0]}",
    )
    return "", needed
