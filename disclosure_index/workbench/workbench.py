"""One moment of an editor's work, as a value: what was read, what it comes to, what was done.

Every step gives a new workbench, with the files written and the report assessed again; the old one stays as it was.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from disclosure_index.assessment.assess import Assessment
from disclosure_index.edits import Change, History, write_files
from disclosure_index.errors import ConfigError
from disclosure_index.files import MAX_DOCUMENT, MAX_TEXT, read_file, reason
from disclosure_index.messages import message
from disclosure_index.project.file import Project
from disclosure_index.project.paths import find_project
from disclosure_index.session import assess_project, open_project, with_documents
from disclosure_index.workbench.steps import Step, edits_of

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


def open_workbench(
    path: Path, *, today: date, allow_outside: bool = False, definitions: Path | None = None
) -> Workbench:
    """Read a report to edit it.

    Args:
        path: a folder, a document in it, or the project file itself.
        today: the day that suppressions are weighed on.
        allow_outside: whether the project's files may be outside its folder: they are read, and written.
        definitions: a folder of frameworks that are defined besides the shipped ones.

    Raises:
        ConfigError: the project file cannot be used.
        CannotLookError: there is no project file, or nothing to hold the report against.

    """
    return _read(path, today, NOTHING_DONE, allow_outside, definitions)


def reload(bench: Workbench) -> Workbench:
    """Read everything again; the history is kept, and refuses by itself what was changed since. Raises as opening."""
    return _read(bench.path, bench.today, bench.history, bench.project.within is None, bench.definitions)


def changed_outside(bench: Workbench) -> tuple[str, ...]:
    """Name the files that somebody else wrote, made or removed since they were read."""
    return tuple(
        name
        for name, stamp in bench.stamps.items()
        if (now := _stamp(name)) != stamp and (now is None or _bytes(name) != bench.sources.get(name))
    )


def do(bench: Workbench, steps: Iterable[Step], label: str) -> Workbench:
    """Take steps as one, and write it.

    Args:
        bench: as it is.
        steps: made for its report.
        label: the name that people see for what they come to.

    Raises:
        EditError: a step cannot be taken, or (`clash`) a file is not as it was read; nothing is written.

    """
    edits = edits_of(steps, bench.assessment.report, bench.sources)
    return _written(bench, bench.history.do(bench.sources, edits, label))


def undo(bench: Workbench) -> Workbench:
    """Take the last step back, in the files. Raises as `do`."""
    return _written(bench, bench.history.undo(bench.sources))


def redo(bench: Workbench) -> Workbench:
    """Make the step again that was taken back last, in the files. Raises as `do`."""
    return _written(bench, bench.history.redo(bench.sources))


def _read(path: Path, today: date, history: History, allow_outside: bool, definitions: Path | None) -> Workbench:
    sources: dict[str, bytes] = {}

    within = None if allow_outside else find_project(path).parent

    def read(file: Path) -> bytes:
        data = sources[file.as_posix()] = read_file(file, MAX_DOCUMENT, within)
        return data

    project = open_project(path, allow_outside=allow_outside, definitions=definitions, read=read)
    try:
        sources[str(project.file)] = read_file(project.file, MAX_TEXT)
    except OSError as error:  # it could be read a moment ago
        raise ConfigError(message("cannot be read: {why}", why=reason(error)), project.file) from error
    names = [str(project.file), *(name for _, name, _ in project.documents)]
    stamps = {name: _stamp(name) for name in names}
    assessment = assess_project(project, today=today)
    return Workbench(path, today, project, assessment, sources, stamps, history, definitions=definitions)


def _written(bench: Workbench, change: Change) -> Workbench:
    within = bench.project.within
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
