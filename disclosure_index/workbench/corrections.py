"""Safe edits: apply the corrections of spelling that findings carry; what is disclosed never changes."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from disclosure_index.assessment.assess import Assessment
from disclosure_index.edits import (
    Edit,
    EditError,
    JoinTags,
    KeepFirst,
    Place,
    RenameAttribute,
    ReplaceTag,
    SetPageLabel,
    TagEdit,
    apply_to_all,
    find_places,
    recover,
    write_files,
)
from disclosure_index.files.named_files import MAX_DOCUMENT, read_into
from disclosure_index.model import (
    AttributeName,
    Finding,
    Location,
    Message,
    PageLabel,
    Repetition,
    Respelling,
    SafeEdit,
)
from disclosure_index.outputs.replacements import Replacement, replacements
from disclosure_index.project.file import Project, read_project_at
from disclosure_index.session import assess_project, open_project, with_documents

ROUNDS = 10
"""The largest number of passes: one correction may reveal another, as a renamed attribute reveals its tags."""


class Corrected(NamedTuple):
    """A report with its safe edits made, but not written yet.

    `before` and `after` hold the bytes of its documents by the path in findings, `corrected` is the number of findings
    that were corrected, and `assessment` is that of the corrected report.
    """

    before: Mapping[str, bytes]
    after: Mapping[str, bytes]
    corrected: int
    assessment: Assessment
    within: Path | None


def correct(
    path: Path, *, today: date, policy: Mapping[str, Any], baseline: Path | None = None, **changes: Any
) -> Corrected:
    """Return a report with the safe edits of the findings that its policy reports.

    Args:
        path: a folder, a document in it, or the project file itself.
        today: the day for the expiry of suppressions.
        policy: fields of `Policy` that differ from the project file's.
        baseline: the file of accepted findings; the one beside the project file by default.
        changes: keywords of `open_project`.

    Raises:
        ConfigError: the project file or the baseline cannot be used.
        CouldNotCheckError: there is no project file, or no framework to check the report against.
        EditError: a source cannot be edited; none is changed.

    """
    project, before = _opened(path, **changes)
    assessment = assess_project(project, today=today, policy=policy, baseline=baseline)
    after, corrected = dict(before), 0
    for _ in range(ROUNDS):
        found = [finding for finding in assessment.verdict.findings if finding.edit]
        changed, _back = apply_to_all(after, list(_edits(found, after)))
        if not changed:
            break
        after |= changed
        corrected += len(found)
        project = with_documents(project, changed)
        assessment = assess_project(project, today=today, policy=policy, baseline=baseline)
    return Corrected(before, after, corrected, assessment, project.within)


def assess_with_fixes(
    path: Path, *, today: date, policy: Mapping[str, Any], baseline: Path | None = None, **changes: Any
) -> tuple[Assessment, Mapping[str, tuple[Replacement, ...]]]:
    """Return an assessment, and the replacements of the safe edit of each finding, by its fingerprint.

    Each is the change of one finding alone in the files as they are; nothing is written. Args and exceptions are those
    of `correct`; a finding whose edit fails has no entry.
    """
    project, sources = _opened(path, **changes)
    assessment = assess_project(project, today=today, policy=policy, baseline=baseline)
    found: dict[str, tuple[Replacement, ...]] = {}
    for name, own in _by_path(assessment.verdict.findings).items():
        with suppress(EditError):
            places = find_places(sources[name], name, [finding.location for finding in own])
            edits = [
                [_in_bytes(finding.edit, place)] for finding, place in zip(own, places, strict=True) if finding.edit
            ]
            replaced = replacements(sources[name], name, edits)
            found |= {finding.fingerprint: made for finding, made in zip(own, replaced, strict=True) if made}
    return assessment, found


def _by_path(findings: Iterable[Finding]) -> dict[str, list[Finding]]:
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.edit:
            by_path.setdefault(finding.location.path, []).append(finding)
    return by_path


def _opened(path: Path, *, allow_outside: bool = False, **changes: Any) -> tuple[Project, dict[str, bytes]]:
    """Return a project and the bytes of its documents as read, by the path in findings."""
    sources: dict[str, bytes] = {}
    within = read_project_at(path, allow_outside=allow_outside).within
    read = read_into(sources, MAX_DOCUMENT, within)
    return open_project(path, allow_outside=allow_outside, read=read, **changes), sources


def finish_interrupted(path: Path, *, allow_outside: bool = False) -> tuple[Message, ...]:
    """Complete the changes that a killed run began, and return messages about them. Raises as `correct`."""
    project = read_project_at(path, allow_outside=allow_outside)
    return recover(project.files)


def write_corrected(corrected: Corrected) -> None:
    """Write the documents that changed, all or none.

    Raises:
        EditError: one cannot be written, or (`clash`) has changed since it was read.

    """
    write_files(corrected.before, corrected.after, corrected.within)


def _edits(findings: Iterable[Finding], sources: Mapping[str, bytes]) -> Iterator[Edit]:
    """Yield each edit in bytes once; those of one element in an order that avoids conflicts."""
    by_path: dict[str, dict[Location, dict[object, SafeEdit]]] = {}
    for finding in findings:
        if finding.edit:
            here = by_path.setdefault(finding.location.path, {}).setdefault(finding.location, {})
            here.setdefault(_key(finding.edit), finding.edit)
    for path, own in by_path.items():
        for place in find_places(sources[path], path, own):
            for edit in sorted(own[place.location].values(), key=_order):
                yield _in_bytes(edit, place)


def _key(edit: SafeEdit) -> object:
    """Return a key that equal edits of one element share: tags match in upper or lower case."""
    return tuple(word.casefold() for word in edit.words) if isinstance(edit, Respelling) else edit


def _order(edit: SafeEdit) -> int:
    """Return the rank of an edit: words are joined before one is replaced; later repetitions go in the next pass."""
    match edit:
        case Respelling(words, _):
            return 0 if len(words) > 1 else 1
        case Repetition():
            return 2
        case AttributeName() | PageLabel():
            return 3


def _in_bytes(edit: SafeEdit, place: Place) -> TagEdit:
    match edit:
        case Respelling((word,), by):
            return ReplaceTag(place, word, by)
        case Respelling(words, by):
            return JoinTags(place, words, by)
        case Repetition(reference):
            return KeepFirst(place, reference)
        case AttributeName(name, by):
            return RenameAttribute(place, name, by)
        case PageLabel(label):
            return SetPageLabel(place, label)
