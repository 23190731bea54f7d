"""The outputs of `check`: the formats, their files, and the format for a build server."""

import importlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from disclosure_index.assessment.assess import Assessment
from disclosure_index.cli.program.output import append, write
from disclosure_index.cli.program.usage import BadParameter
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.outputs.escape import for_terminal

FORMATS = ("text", "concise", "json", "jsonl", "sarif", "junit", "github", "gitlab", "markdown")

WITH_FIXES = ("sarif",)
"""Formats that include the fixes of findings."""

Output = tuple[str, Path | None]
"""A format, and the file it goes to; None is stdout."""


def read_formats(_: click.Context, __: click.Parameter, values: Sequence[str]) -> tuple[Output, ...]:
    """Parse ``--format NAME`` and ``--format NAME=FILE``; without any, annotations on GitHub, else text."""
    outputs: list[Output] = []
    for value in values or (default(),):
        name, _equals, file = value.partition("=")
        if name not in FORMATS:
            known = joined(COMMA, FORMATS)
            raise BadParameter(message('"{name}" is not one of {known}', name=for_terminal(name), known=known))
        outputs.append((name, Path(file) if file else None))
    if sum(file is None for _, file in outputs) > 1:
        raise BadParameter(
            message("only one format can go to stdout; name a file for the other, as in sarif=findings.sarif")
        )
    return tuple(outputs)


def as_shown(outputs: Sequence[Output], shown: str) -> tuple[Output, ...]:
    """Return the outputs with the format text replaced by a variant: grouped, or counted."""
    if all(name != "text" for name, _ in outputs):
        raise BadParameter(
            message("--group and --statistics show the format text in another way: ask for --format text")
        )
    return tuple((shown if name == "text" else name, file) for name, file in outputs)


def default() -> str:
    """Return the default format."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"


def render(name: str, assessment: Assessment, language: str | None = None, **more: Any) -> Iterator[str]:
    """Yield an output in pieces. The module of a format is imported on first use."""
    module = importlib.import_module(f"disclosure_index.outputs.{name}")
    pieces: Iterator[str] = module.render(assessment, language, **more)
    return pieces


def write_all(
    outputs: Sequence[Output],
    assessment: Assessment,
    output: Path | None,
    language: str | None = None,
    fixes: Mapping[str, Any] | None = None,
) -> None:
    """Write every output.

    Args:
        outputs: the formats and their files.
        assessment: the assessment to show.
        output: the file of the format without one of its own.
        language: as in `messages.render`.
        fixes: the corrections of findings, for the formats that include them.

    """
    for name, file in outputs:
        more = {"fixes": fixes} if fixes and name in WITH_FIXES else {}
        write(render(name, assessment, language, **more), file or output)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and any(name == "github" for name, _ in outputs):
        append(render("markdown", assessment, language), Path(summary))
