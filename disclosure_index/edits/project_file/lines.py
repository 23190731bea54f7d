"""Replace lines of the project file, as a person decided."""

from disclosure_index.edits.edits import ReplaceLines
from disclosure_index.edits.errors import EditError
from disclosure_index.messages import message
from disclosure_index.model import Location


def replace_lines(source: bytes, edit: ReplaceLines) -> bytes:
    """Return a project file with some lines replaced.

    Raises:
        EditError: (`clash`) the lines are no longer as they were seen.
    """
    lines = source.split(b"\n")
    before, after = ([line.encode() for line in said] for said in (edit.before, edit.after))
    at = edit.first - 1
    if lines[at : at + len(before)] != before:
        why, hint = message("the project file has since changed"), message("Edit it by hand")
        raise EditError(message("cannot edit"), Location(edit.path, edit.first, 1), why, hint, clash=True)
    lines[at : at + len(before)] = after
    return b"\n".join(lines)
