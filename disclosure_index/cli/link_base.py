"""``--link-base``: where the report is published, for the links of an index that leaves the author's folder."""

import os.path
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote, unquote

import click

from disclosure_index.cli.usage import BadParameter
from disclosure_index.messages import message
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.tables.table import seen_from

F = TypeVar("F", bound=Callable[..., Any])
SCHEMES = ("http://", "https://")


def _base(_: click.Context, __: click.Parameter, value: str | None) -> str:
    if value and not value.lower().startswith(SCHEMES):
        problem = message('"{address}" must begin with http:// or https://', address=for_terminal(value))
        raise BadParameter(problem)
    return value or ""


def link_base(function: F) -> F:
    """Add the option ``--link-base URL``, which gives "" where it is not there."""
    said = "Address of the folder where the documents are published: links lead there. Default: to the local files."
    return click.option("--link-base", metavar="URL", callback=_base, help=said)(function)


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
