"""The targets of an index's links: the files beside it, or the published report."""

import os.path
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import quote, unquote

from disclosure_index.tables.table import seen_from


def links(base: str, project: Path, folder: Path) -> Callable[[str], str]:
    """Return a function that rewrites a link: under `base`, or, without one, relative to `folder`.

    Args:
        base: the address of the published documents.
        project: the folder of the project file, of which `base` is the published form.
        folder: for the file with the links.

    """
    return partial(_published, base=base, project=project) if base else partial(seen_from, folder=folder)


def _published(href: str, base: str, project: Path) -> str:
    if not href:
        return ""
    path, _, anchor = href.rpartition("#")
    below = Path(os.path.relpath(unquote(path), project)).as_posix()
    return f"{base.rstrip('/')}/{quote(below)}#{anchor}"
