"""Where the links of an index lead: to the files beside it, or to where the report is published."""

import os.path
from collections.abc import Callable
from functools import partial
from pathlib import Path
from urllib.parse import quote, unquote

from disclosure_index.tables.table import seen_from


def links(base: str, project: Path, folder: Path) -> Callable[[str], str]:
    """Return what a link becomes: one under `base`, or, without one, as it is seen from `folder`.

    Args:
        base: where the documents are published.
        project: the folder of the project file, of which `base` is the published form.
        folder: where the file with the links will be written.

    """
    return partial(_published, base=base, project=project) if base else partial(seen_from, folder=folder)


def _published(href: str, base: str, project: Path) -> str:
    if not href:
        return ""
    path, _, anchor = href.rpartition("#")
    below = Path(os.path.relpath(unquote(path), project)).as_posix()
    return f"{base.rstrip('/')}/{quote(below)}#{anchor}"
