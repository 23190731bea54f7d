"""The user's own editor, opened at a line and a column."""

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
"""How the editors that know columns are told; every other one gets `PLAIN`."""
PLAIN = ("+{line}", "{path}")


def command(editor: str, at: Location) -> list[str]:
    """Give the command that opens a file in an editor.

    Args:
        editor: as in ``$EDITOR``, with its own arguments.
        at: the place to open.

    """
    program, *arguments = shlex.split(editor)
    form = FORMS.get(Path(program).stem, PLAIN)
    told = (part.format(path=at.path, line=at.line or 1, column=at.column or 1) for part in form)
    return [program, *arguments, *told]


def chosen() -> str:
    """Give the user's editor: ``$VISUAL``, else ``$EDITOR``, else vi."""
    return os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
