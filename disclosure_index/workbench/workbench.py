"""The state of an editor's work as a value: the sources, their assessment and the history.

Every step returns a new workbench, with the files written and the report assessed again; the old one is unchanged.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from disclosure_index.assessment.assess import Assessment
from disclosure_index.edits import Change, EditError, History, is_left, recover, write_files
from disclosure_index.errors import ConfigError
from disclosure_index.files.named_files import MAX_DOCUMENT, MAX_TEXT, read_file, read_into, reason
from disclosure_index.messages import AFTER_PLACE, joined, message
from disclosure_index.model import Location, Message
from disclosure_index.project.file import Project, read_project_at
from disclosure_index.session import assess_project, open_project, with_documents
from disclosure_index.workbench.steps import NoteStep, Step, bound_again, edits_of, noted

Stamp = tuple[int, int]
"""The time of the last write, in nanoseconds, and the size of a file; where both are the same, it is unchanged."""


NOTHING_DONE = History()


@dataclass(frozen=True, eq=False)
class Workbench:
    """A report that is being edited.

    `sources` holds the bytes of the project file and of every readable document, by the path in findings. `last` is the
    change that made this workbench; None after reading.
    """

    path: Path
    today: date
    project: Project
    assessment: Assessment
    sources: Mapping[str, bytes]
    stamps: Mapping[str, Stamp | None]
    history: History = NOTHING_DONE
    last: Change | None = None
    definitions: Path | None = None
    recovered: tuple[Message, ...] = ()  # the changes of a killed run that were completed when the report was opened
    read_only: bool = False  # whether every change is refused


def open_workbench(
    path: Path,
    *,
    today: date,
    allow_outside: bool = False,
    definitions: Path | None = None,
    read_only: bool = False,
) -> Workbench:
    """Read a report to edit it.

    Args:
        path: a folder, a document in it, or the project file itself.
        today: the day for the expiry of suppressions.
        allow_outside: whether the project's files may be outside its folder: they are read, and written.
        definitions: a folder of frameworks that are defined besides the shipped ones.
        read_only: whether every step is refused, and the leftovers of a killed run stay as they are.

    Raises:
        ConfigError: the project file cannot be used.
        CouldNotCheckError: there is no project file, or no framework to check the report against.

    """
    return _read(path, today, NOTHING_DONE, allow_outside, definitions, read_only)


def reload(bench: Workbench) -> Workbench:
    """Read everything again; the kept history refuses to undo what has changed since. Raises as `open_workbench`."""
    allow_outside = bench.project.within is None
    return _read(bench.path, bench.today, bench.history, allow_outside, bench.definitions, bench.read_only)


def changed_outside(bench: Workbench) -> tuple[str, ...]:
    """Return the files that were changed, created or removed elsewhere since they were read."""
    return tuple(
        name
        for name, stamp in bench.stamps.items()
        if (now := _stamp(name)) != stamp and (now is None or _bytes(name) != bench.sources.get(name))
    )


def stamps_of(bench: Workbench) -> dict[str, Stamp | None]:
    """Return the stamp of each file; None for a missing one."""
    return {name: _stamp(name) for name in bench.stamps}


def no_longer_readable(before: Workbench, after: Workbench) -> Message | None:
    """Return where and why a document can no longer be read; None if all that could be still can."""
    could = {document.path for document in before.assessment.report.documents if document.readable}
    for document in after.assessment.report.documents:
        if document.path in could and not document.readable:
            found = next(iter(document.findings), None)
            place = found.location if found else Location(document.path)
            return joined(AFTER_PLACE, (place, found.message if found else message("cannot be read")))
    return None


def caught_up(bench: Workbench) -> Workbench:
    """Return the workbench with changes made elsewhere; the same one if there are none.

    Raises:
        EditError: (`clash`) a document can no longer be read.
        ConfigError: the project file can no longer be used.
        CouldNotCheckError: there is no longer a project file, or a framework to check the report against.

    """
    if not changed_outside(bench) and not is_left(bench.project.files):
        return bench
    now = reload(bench)
    if why := no_longer_readable(bench, now):
        hint = message("Correct the file, and edit again; nothing was written")
        raise EditError(message("cannot edit"), Location(str(bench.project.file)), why, hint, clash=True)
    return now


def do(bench: Workbench, steps: Iterable[Step], label: str, seen: Workbench | None = None) -> Workbench:
    """Apply steps as one, and write the result.

    Args:
        bench: the workbench before.
        steps: made for its report, or for that of `seen`.
        label: the name of the change, for people.
        seen: the workbench that the person saw when they decided, where it may be older than `bench`.

    Raises:
        EditError: a step cannot be taken, or (`clash`) a file has changed since it was read, or an element of `seen` is
            not found in it again; nothing is written.

    """
    if seen is not None and seen is not bench:
        steps = bound_again(steps, seen.sources, bench.sources)
        _check_notes(steps, seen, bench)
    edits = edits_of(steps, bench.assessment.report, bench.sources)
    return _written(bench, bench.history.do(bench.sources, edits, label))


def _check_notes(steps: Iterable[Step], seen: Workbench, bench: Workbench) -> None:
    """Refuse to overwrite a note that was changed elsewhere since."""
    for step in steps:
        if isinstance(step, NoteStep):
            was, now = (noted(b.assessment.report, step.table, step.disclosure) for b in (seen, bench))
            if was != now and now != step.value:
                why = message(
                    '[{table}] now says "{now}" of {code}', table=step.table, now=now or "", code=step.disclosure
                )
                hint = message("Check the current text, and edit again")
                raise EditError(message("cannot save the note"), step.at, why, hint, clash=True)


def undo(bench: Workbench) -> Workbench:
    """Undo the last step, in the files. Raises as `do`."""
    return _written(bench, bench.history.undo(bench.sources))


def redo(bench: Workbench) -> Workbench:
    """Redo the step that was undone last, in the files. Raises as `do`."""
    return _written(bench, bench.history.redo(bench.sources))


def _read(
    path: Path, today: date, history: History, allow_outside: bool, definitions: Path | None, read_only: bool
) -> Workbench:
    sources: dict[str, bytes] = {}
    named = read_project_at(path, allow_outside=allow_outside)
    recovered = () if read_only else recover(named.files)
    read = read_into(sources, MAX_DOCUMENT, named.within)
    project = open_project(path, allow_outside=allow_outside, definitions=definitions, read=read)
    try:
        sources[str(project.file)] = read_file(project.file, MAX_TEXT)
    except OSError as error:  # it was readable a moment ago
        raise ConfigError(message("cannot be read: {why}", why=reason(error)), project.file) from error
    names = [str(project.file), *(name for _, name, _ in project.documents)]
    stamps = {name: _stamp(name) for name in names}
    assessment = assess_project(project, today=today)
    return Workbench(
        path, today, project, assessment, sources, stamps, history, None, definitions, recovered, read_only
    )


def _written(bench: Workbench, change: Change) -> Workbench:
    within = bench.project.within
    if bench.read_only:
        why = message("the report was opened to be read only")
        raise EditError(
            message("cannot edit"), Location(str(bench.project.file)), why, message("Open it without --read-only")
        )
    write_files(change.before, change.after, within)
    sources = {**bench.sources, **change.after}
    if str(bench.project.file) in change.after:
        project = open_project(
            bench.path,
            allow_outside=within is None,
            definitions=bench.definitions,
            read=lambda file: sources[file.as_posix()],
        )
    else:
        project = with_documents(bench.project, change.after)
    return replace(
        bench,
        project=project,
        assessment=assess_project(project, today=bench.today),
        sources=sources,
        stamps={**bench.stamps, **{name: _stamp(name) for name in change.after}},
        history=change.history,
        last=change,
    )


def _stamp(name: str) -> Stamp | None:
    try:
        found = Path(name).stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _bytes(name: str) -> bytes | None:
    try:
        return read_file(Path(name), MAX_DOCUMENT)
    except OSError:
        return None
