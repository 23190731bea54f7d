"""Apply edits to a project file: return the new bytes, and the inverse edit."""

from collections.abc import Sequence

from disclosure_index.edits.edits import ProjectFileEdit, PutBackFile, RemovePending, ReplaceLines, SetNote
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.project_file.lines import replace_lines
from disclosure_index.edits.project_file.notes import set_note
from disclosure_index.edits.project_file.pending import remove_pending
from disclosure_index.messages import message
from disclosure_index.model import Location


def apply_to_project_file(source: bytes, edits: Sequence[ProjectFileEdit]) -> tuple[bytes, tuple[ProjectFileEdit, ...]]:
    """Make edits in one project file, all or none; see `edits.apply`.

    Raises:
        EditError: the file is not TOML, or (`clash`) it has changed where an edit or an undo applies.
    """
    now = source
    for edit in edits:
        match edit:
            case PutBackFile(path, expected, then):
                if now != expected:
                    why = message("the project file has since changed")
                    hint = message("Edit it by hand")
                    raise EditError(message("cannot undo"), Location(path), why, hint, clash=True)
                now = then
            case SetNote():
                now = set_note(now, edit)
            case ReplaceLines():
                now = replace_lines(now, edit)
            case RemovePending():
                now = remove_pending(now, edit)
    return now, (PutBackFile(edits[0].path, now, source),) if now != source else ()
