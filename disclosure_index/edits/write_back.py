"""Write changed sources to disk: atomically, all or none, and never over a change made elsewhere."""

import os
from collections.abc import Mapping
from pathlib import Path

from disclosure_index.edits.errors import EditError
from disclosure_index.edits.journal import NAME as JOURNAL
from disclosure_index.edits.journal import replace_all
from disclosure_index.files.atomic_write import check_replaceable, write_file
from disclosure_index.files.locks import locked
from disclosure_index.files.named_files import MAX_DOCUMENT, is_inside, read_file, reason
from disclosure_index.messages import message
from disclosure_index.model import Location

_WHAT = message("cannot write the file")


def write_atomically(path: Path, data: bytes, seen: bytes | None = None, within: Path | None = None) -> None:
    """Write a file whole or not at all; see `atomic_write.write_file`.

    Args:
        path: of the file.
        data: the new content.
        seen: the content that the caller last read; without it, any content is overwritten.
        within: the folder that must contain it, once all links are resolved; None for anywhere.

    Raises:
        EditError: it cannot be written, is outside, or (`clash`) its content is not `seen`; the file is unchanged.

    """
    name = str(path)
    try:
        _check_inside(path, within)
        path = Path(os.path.realpath(path, strict=seen is not None))
        check_unchanged(path, seen, name)
        write_file(path, (data,), lambda: check_unchanged(path, seen, name))  # once more: writing takes time
    except OSError as error:
        raise _refused(name, error) from error


def check_unchanged(path: Path, seen: bytes | None, name: str = "") -> None:
    """Refuse a file that has changed since it was read.

    Raises:
        EditError: it has changed (`clash`).
        OSError: it cannot be read.

    """
    if seen is not None and read_file(path, MAX_DOCUMENT) != seen:
        why = message("the file was changed elsewhere since it was read")
        hint = message("Reload the file, review the change, and edit again; nothing was written")
        raise EditError(_WHAT, Location(name or str(path)), why, hint, clash=True)


def _check_inside(path: Path, within: Path | None) -> None:
    if within is not None and not is_inside(path, within):
        why = message("it leads to {path}, outside the folder of the project file", path=os.path.realpath(path))
        hint = message("Edit that file itself, or allow it with --allow-outside")
        raise EditError(_WHAT, Location(str(path)), why, hint)


def write_files(before: Mapping[str, bytes], after: Mapping[str, bytes], within: Path | None = None) -> None:
    """Write the files that an edit changed; `before` and `after` map paths to bytes.

    Each file is whole at any moment. No other process of this program writes between the last check and the change; if
    this one is killed during the change, the next run completes it (`journal.recover`). All files must be in the folder
    `within`, unless it is None.

    Raises:
        EditError: a file cannot be written, is outside, or (`clash`) differs from `before`; none is changed.

    """
    changed = [name for name, data in after.items() if before[name] != data]
    paths: dict[str, Path] = {}
    name = ""
    try:
        for name in changed:
            _check_inside(Path(name), within)
            paths[name] = Path(os.path.realpath(name, strict=True))

        def check() -> None:
            nonlocal name
            for name, path in paths.items():
                check_unchanged(path, before[name], name)

        with locked(path.parent for path in paths.values()):
            for name, path in paths.items():
                _check_journal(path.parent / JOURNAL)
                check_unchanged(path, before[name], name)
                check_replaceable(path)
            # once more before the change: an editor, which knows nothing of the locks, may have written meanwhile
            old, new = ({paths[name]: data[name] for name in changed} for data in (before, after))
            replace_all(old, new, check)
    except OSError as error:
        raise _refused(name, error) from error


def _check_journal(journal: Path) -> None:
    if journal.exists():
        why = message("an interrupted change has to be completed first")
        raise EditError(_WHAT, Location(str(journal)), why, message("Open the report again, then edit"), clash=True)


def _refused(name: str, error: OSError) -> EditError:
    hint = message("Correct the path, or grant write permission")
    return EditError(_WHAT, Location(name), reason(error), getattr(error, "hint", hint))
