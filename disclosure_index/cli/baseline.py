"""``disclosure-index baseline``: accept the current findings, so that a build fails on new ones only."""

import os.path
from collections.abc import Iterable
from pathlib import Path

import click

from disclosure_index.cli import options
from disclosure_index.cli.options.report import ReportOptions, report_options
from disclosure_index.cli.program.language import chosen_language, print_message
from disclosure_index.cli.program.output import write
from disclosure_index.cli.program.usage import Group
from disclosure_index.errors import ConfigError, CouldNotCheckError
from disclosure_index.messages import AFTER_PLACE, joined, message, plural
from disclosure_index.model import Finding
from disclosure_index.outputs.escape import for_line
from disclosure_index.outputs.text import finding_lines
from disclosure_index.policy.baseline import Entry, entries_of, write_baseline
from disclosure_index.project.baseline_file import beside, load
from disclosure_index.project.paths import find_project
from disclosure_index.session import open_assessment


@click.group(name="baseline", cls=Group)
def command() -> None:
    """Accept the current findings, so that only new ones fail.

    The file disclosure-index-baseline.json beside the project file holds them, one a line; `check` uses it where it
    is. What could not be checked is never kept.

    \b
    Examples:
      disclosure-index baseline create report_sources/alibaba-2024
      disclosure-index baseline prune .
    """


@command.command()
@options.report_path
@report_options()
@options.message_language
def create(path: Path, given: ReportOptions) -> None:
    """Write a baseline of all current findings.

    \b
    Example:
      disclosure-index baseline create .
    """
    file = _file(path, given)
    if os.path.lexists(file):
        problem = message('already exists; to add new findings, run "disclosure-index baseline update"')
        raise ConfigError(problem, file)
    entries = entries_of(_findings(path, given))
    write(write_baseline(entries), file)
    print_message(joined(AFTER_PLACE, (file, plural("{number} finding", "{number} findings", len(entries)))))


@command.command()
@options.report_path
@report_options()
@options.message_language
def update(path: Path, given: ReportOptions) -> None:
    """Replace the baseline by the current findings.

    Each finding that is new and each that is gone is listed.

    \b
    Example:
      disclosure-index baseline update .
    """
    file = _file(path, given)
    before = load(file).entries
    entries = entries_of(_findings(path, given))
    write(write_baseline(entries), file)
    _print_new(entries, before)
    _print_removed(before, entries)


@command.command()
@options.report_path
@report_options()
@options.message_language
def prune(path: Path, given: ReportOptions) -> None:
    """Remove entries that are no longer found; add none.

    \b
    Example:
      disclosure-index baseline prune .
    """
    file = _file(path, given)
    before = load(file).entries
    now = {entry.fingerprint for entry in entries_of(_findings(path, given))}
    kept = [entry for entry in before if entry.fingerprint in now]
    write(write_baseline(kept), file)
    _print_removed(before, kept)


def _file(path: Path, given: ReportOptions) -> Path:
    allow_outside = given.allow_outside
    return beside(find_project(path, allow_outside=allow_outside), allow_outside=allow_outside)


def _findings(path: Path, given: ReportOptions) -> tuple[Finding, ...]:
    """Return the current findings, as if there were no baseline."""
    verdict = open_assessment(path, today=given.today, policy={"baseline": None}, **given.of_project()).verdict
    if verdict.unchecked:
        unchecked = [finding for finding in verdict.findings if finding.unchecked]
        raise CouldNotCheckError.of_lines(
            line for finding in unchecked for line in finding_lines(finding, chosen_language())
        )
    return verdict.findings


def _print_new(entries: Iterable[Entry], before: Iterable[Entry]) -> None:
    new = _without(entries, before)
    for entry in new:
        print_message(message("new: {finding}", finding=_shown(entry)))
    print_message(plural("{number} new finding", "{number} new findings", len(new)))


def _print_removed(before: Iterable[Entry], kept: Iterable[Entry]) -> None:
    removed = _without(before, kept)
    for entry in removed:
        print_message(message("removed: {finding}", finding=_shown(entry)))
    print_message(plural("{number} removed finding", "{number} removed findings", len(removed)))


def _without(entries: Iterable[Entry], others: Iterable[Entry]) -> list[Entry]:
    known = {entry.fingerprint for entry in others}
    return [entry for entry in entries if entry.fingerprint not in known]


def _shown(entry: Entry) -> str:
    what = ":".join(part for part in (entry.framework, entry.code) if part)
    return for_line(" ".join(part for part in (entry.rule, what, entry.anchor) if part))
