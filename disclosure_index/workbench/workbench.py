"""One moment of an editor's work, as a value: what was read, what it comes to, what was done.

Every step gives a new workbench, with the files written and the report assessed again; the old one stays as it was.
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
"""When a file was last written, in nanoseconds, and its size: where both are the same, nobody wrote there."""


NOTHING_DONE = History()


@dataclass(frozen=True, eq=False)
class Workbench:
    """A report that is being edited.

    `sources` are the bytes of the project file and of every document that could be read, by the path that findings
    name. `last` is the change that led here; None after reading.
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
    recovered: tuple[Message, ...] = ()  # what a killed run had begun, and was ended when the report was opened
    read_only: bool = False  # whether nothing may be written


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
        today: the day that suppressions are weighed on.
        allow_outside: whether the project's files may be outside its folder: they are read, and written.
        definitions: a folder of frameworks that are defined besides the shipped ones.
        read_only: whether every step is refused, and what a killed run has left stays as it is.

    Raises:
        ConfigError: the project file cannot be used.
        CouldNotCheckError: there is no project file, or nothing to hold the report against.

    """
    return _read(path, today, NOTHING_DONE, allow_outside, definitions, read_only)


def reload(bench: Workbench) -> Workbench:
    """Read everything again; the history is kept, and refuses by itself what was changed since. Raises as opening."""
    allow_outside = bench.project.within is None
    return _read(bench.path, bench.today, bench.history, allow_outside, bench.definitions, bench.read_only)


def changed_outside(bench: Workbench) -> tuple[str, ...]:
    """Name the files that somebody else wrote, made or removed since they were read."""
    return tuple(
        name
        for name, stamp in bench.stamps.items()
        if (now := _stamp(name)) != stamp and (now is None or _bytes(name) != bench.sources.get(name))
    )


def stamps_of(bench: Workbench) -> dict[str, Stamp | None]:
    """Return when each file was last written."""
    return {name: _stamp(name) for name in bench.stamps}


def no_longer_readable(before: Workbench, after: Workbench) -> Message | None:
    """Say where and why a document cannot be read that could be before; None where all can."""
    could = {document.path for document in before.assessment.report.documents if document.readable}
    for document in after.assessment.report.documents:
        if document.path in could and not document.readable:
            found = next(iter(document.findings), None)
            place = found.location if found else Location(document.path)
            return joined(AFTER_PLACE, (place, found.message if found else message("cannot be read")))
    return None


def caught_up(bench: Workbench) -> Workbench:
    """Return the workbench with what others wrote meanwhile; itself where nobody did.

    Raises:
        EditError: (`clash`) a document cannot be read any more.
        ConfigError: the project file cannot be used any more.
        CouldNotCheckError: there is no project file any more, or nothing to hold the report against.

    """
    if not changed_outside(bench) and not is_left(bench.project.files):
        return bench
    now = reload(bench)
    if why := no_longer_readable(bench, now):
        hint = message("Correct the file, and edit again; nothing was written")
        raise EditError(message("cannot edit"), Location(str(bench.project.file)), why, hint, clash=True)
    return now


def do(bench: Workbench, steps: Iterable[Step], label: str, seen: Workbench | None = None) -> Workbench:
    """Take steps as one, and write it.

    Args:
        bench: as it is.
        steps: made for its report, or for that of `seen`.
        label: the name that people see for what they come to.
        seen: what the person had before them when they made up their mind, where it may be older than `bench`.

    Raises:
        EditError: a step cannot be taken, or (`clash`) a file is not as it was read, or what was seen cannot be found
            in it again; nothing is written.

    """
    if seen is not None and seen is not bench:
        steps = bound_again(steps, seen.sources, bench.sources)
        _check_notes(steps, seen, bench)
    edits = edits_of(steps, bench.assessment.report, bench.sources)
    return _written(bench, bench.history.do(bench.sources, edits, label))


def _check_notes(steps: Iterable[Step], seen: Workbench, bench: Workbench) -> None:
    """Refuse a note over one that somebody else has written since."""
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
    """Take the last step back, in the files. Raises as `do`."""
    return _written(bench, bench.history.undo(bench.sources))


def redo(bench: Workbench) -> Workbench:
    """Make the step again that was taken back last, in the files. Raises as `do`."""
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
    except OSError as error:  # it could be read a moment ago
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
