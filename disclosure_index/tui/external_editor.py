"""The user's own editor, opened at a line and a column.

A path is text of a project file: ``+!command`` and ``-c`` would be options, ``scp://`` a remote place. Editors get an
absolute path, which begins with the root of the file system, so that every one of them reads it as a path.
"""

import os
import shlex
from pathlib import Path

from disclosure_index.model import Location

FORMS = {
    **dict.fromkeys(("vim", "nvim", "gvim", "mvim"), ("+call cursor({line},{column})", "{path}")),
    **dict.fromkeys(("emacs", "emacsclient"), ("+{line}:{column}", "{path}")),
    **dict.fromkeys(("nano", "micro"), ("+{line},{column}", "{path}")),
    **dict.fromkeys(("code", "codium", "cursor", "code-insiders"), ("--goto", "{path}:{line}:{column}")),
    **dict.fromkeys(("hx", "helix", "subl", "zed", "kate"), ("{path}:{line}:{column}",)),
}
"""The arguments of editors that support columns; every other one gets `PLAIN`."""
PLAIN = ("+{line}", "{path}")


def command(editor: str, at: Location) -> list[str]:
    """Return the command that opens a file in an editor.

    Args:
        editor: the command as in ``$EDITOR``, with its own arguments.
        at: the place to open.

    Raises:
        ValueError: the editor is not a command, or no file can have this path.

    """
    program, *arguments = shlex.split(editor)
    form = FORMS.get(Path(program).stem, PLAIN)
    path = os.path.realpath(at.path)
    place = (part.format(path=path, line=at.line or 1, column=at.column or 1) for part in form)
    return [program, *arguments, *place]


def chosen() -> str:
    """Return the user's editor: ``$VISUAL``, else ``$EDITOR``, else vi."""
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
