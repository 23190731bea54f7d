"""The change of several files as one: a journal lists the replacements, and the next run completes an interrupted one.

The new files are written beside the old ones first; once the journal is written, the change is decided. A run that is
killed before that leaves the old files; one that is killed after it leaves a journal, which `recover` carries out.
"""

import json
import os
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from disclosure_index.files.atomic_write import (
    FOLDER,
    STAGED,
    TEMPORARY,
    is_beside,
    remove_stale,
    remove_stale_folders,
    stage,
    sync_folder,
)
from disclosure_index.files.locks import locked
from disclosure_index.files.named_files import MAX_DOCUMENT, MAX_TEXT, read_file
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Message

NAME = ".disclosure-index-journal.json"

_FIELDS = ("file", "staged", "before", "after")


class _Entry(NamedTuple):
    path: Path
    staged: Path
    before: str
    after: str


def replace_all(
    before: Mapping[Path, bytes], after: Mapping[Path, bytes], check: Callable[[], None] = lambda: None
) -> None:
    """Replace the bytes of some files, all or none; the caller holds the locks of their folders.

    Args:
        before: the bytes of the files, all links resolved; they are there.
        after: the new bytes of each.
        check: called last, before a file changes; it raises an error to keep the files as they are.

    Raises:
        OSError: one cannot be written; none is changed. Where a replaced file cannot be restored either, the journal
            stays, and the next run completes the change.
    """
    for folder in {path.parent for path in after}:
        remove_stale(folder)
    entries: list[_Entry] = []
    try:
        for path, data in after.items():
            entries.append(_Entry(path, stage(path, data), _digest(before[path]), _digest(data)))
        check()
        journal = _write(entries) if len(entries) > 1 else None
    except BaseException:
        for entry in entries:
            entry.staged.unlink(missing_ok=True)
        raise
    try:
        for entry in entries:
            entry.staged.replace(entry.path)
    except OSError:
        if _is_taken_back(entries, before) and journal:
            journal.unlink(missing_ok=True)
        raise
    if journal:
        journal.unlink(missing_ok=True)
    for folder in {path.parent for path in after}:
        sync_folder(folder)


def recover(files: Iterable[Path]) -> tuple[Message, ...]:
    """Complete the changes of some files that a killed run began, remove its leftovers, and return what was done.

    A journal may be a file that somebody else put there: only these files are changed, and only where both the old and
    the new content have the digests in the journal.
    """
    known = {Path(os.path.realpath(file)) for file in files}
    folders = {file.parent for file in known}
    if not is_left(known):
        return ()
    reports: list[Message] = []
    with locked(folders):
        for folder in sorted(folders):
            with suppress(OSError):  # the folder may be read-only
                reports += _carry_out(folder / NAME, known)
        for folder in folders:
            remove_stale(folder)
            remove_stale_folders(folder)
            if not (folder / NAME).exists():
                remove_stale(folder, STAGED)
    return tuple(reports)


def is_left(files: Iterable[Path]) -> bool:
    """Whether a killed run left something in the folders of these files."""
    for folder in {Path(os.path.realpath(file)).parent for file in files}:
        with suppress(OSError):
            for one in folder.iterdir():
                if one.name == NAME or any(is_beside(one.name, kind) for kind in (TEMPORARY, STAGED, FOLDER)):
                    return True
    return False


def _carry_out(journal: Path, known: Collection[Path]) -> list[Message]:
    listed = _read(journal)
    entries = [entry for entry in listed if entry.path in known]
    if listed and not entries:
        return []  # the journal of another report in the same folder
    done: list[str] = []
    left: list[str] = []
    for entry in entries:
        now = _digest_of(entry.path)
        if now == entry.after:
            continue
        if now == entry.before and _digest_of(entry.staged) == entry.after:
            entry.staged.replace(entry.path)
            sync_folder(entry.path.parent)
            done.append(entry.path.name)
        else:
            left.append(entry.path.name)
    journal.unlink(missing_ok=True)
    reports = []
    if done:
        reports.append(message("an interrupted change was completed in {files}", files=joined(COMMA, done)))
    if left:
        files = joined(COMMA, left)
        why = message("an interrupted change is missing in {files}, which has changed since: check it", files=files)
        reports.append(why)
    return reports


def _write(entries: Iterable[_Entry]) -> Path:
    listed = list(entries)
    journal = listed[0].path.parent / NAME
    lines = [
        dict(zip(_FIELDS, (_seen_from(journal, e.path), _seen_from(journal, e.staged), e.before, e.after), strict=True))
        for e in listed
    ]
    staged = stage(journal, json.dumps(lines).encode())
    try:
        for folder in {entry.path.parent for entry in listed}:
            sync_folder(folder)
        staged.replace(journal)
    except BaseException:
        staged.unlink(missing_ok=True)
        raise
    sync_folder(journal.parent)
    return journal


def _read(journal: Path) -> list[_Entry]:
    """Return the entries of a journal; none where the file is not a valid journal."""
    try:
        lines = json.loads(read_file(journal, MAX_TEXT, journal.parent))
    except (OSError, ValueError, RecursionError):
        return []
    entries = []
    for line in lines if isinstance(lines, list) else ():
        found = [line.get(field) for field in _FIELDS] if isinstance(line, dict) else []
        values = [value for value in found if isinstance(value, str) and "\0" not in value]
        if len(values) == len(_FIELDS):
            file, staged = (Path(os.path.normpath(journal.parent / value)) for value in values[:2])
            if is_beside(staged.name, STAGED) and staged.parent == file.parent and not staged.is_symlink():
                entries.append(_Entry(file, staged, values[2], values[3]))
    return entries


def _is_taken_back(entries: Collection[_Entry], before: Mapping[Path, bytes]) -> bool:
    """Restore the files that were replaced before another one failed, and return whether all could be restored."""
    replaced = [entry for entry in entries if _digest_of(entry.path) == entry.after != entry.before]
    old: list[tuple[Path, Path]] = []
    try:
        old.extend((stage(entry.path, before[entry.path]), entry.path) for entry in replaced)  # as far as possible
        for staged, path in old:
            staged.replace(path)
    except OSError:
        for staged, _ in old:
            staged.unlink(missing_ok=True)
        return False
    for entry in entries:
        entry.staged.unlink(missing_ok=True)
    return True


def _seen_from(journal: Path, path: Path) -> str:
    return Path(os.path.relpath(path, journal.parent)).as_posix()


def _digest_of(path: Path) -> str:
    try:
        return _digest(read_file(path, MAX_DOCUMENT))
    except OSError:
        return ""


def _digest(data: bytes) -> str:
    return sha256(data).hexdigest()
