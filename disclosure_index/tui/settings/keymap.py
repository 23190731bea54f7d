"""The user's own keys: ``keymap.toml`` in the config folder, a line per action, such as ``accept = "ctrl+a"``."""

import tomllib
from pathlib import Path

from disclosure_index.did_you_mean import nearest
from disclosure_index.files.named_files import read_text, reason
from disclosure_index.messages import message
from disclosure_index.tui.actions import ACTIONS

FILE_NAME = "keymap.toml"


def read_keymap(folder: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the keys that a user has chosen.

    Args:
        folder: the config folder.

    Returns:
        The keys by action, and the problems of the file, one line each; its valid lines are used.

    """
    file = folder / FILE_NAME
    try:
        lines = tomllib.loads(read_text(file))
    except FileNotFoundError:
        return {}, ()
    except (OSError, ValueError) as error:
        return {}, (message("{file}: cannot read: {error}", file=file, error=reason(error)),)
    keys: dict[str, str] = {}
    wrong = []
    known = [action.id for action in ACTIONS]
    for id, key in lines.items():
        if id not in known:
            if near := nearest(id, known):
                problem = message('{file}: no action "{id}"; did you mean "{near}"?', file=file, id=id, near=near)
            else:
                problem = message('{file}: no action "{id}"', file=file, id=id)
            wrong.append(problem)
        elif not isinstance(key, str) or not key.strip():
            wrong.append(message('{file}: {id}: write a key, such as {id} = "ctrl+a"', file=file, id=id))
        else:
            keys[id] = key
    return keys, tuple(wrong)
