"""``disclosure-index check``."""

import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from disclosure_index.assessment.assess import Assessment
from disclosure_index.cli import options
from disclosure_index.cli.formats import FORMATS, WITH_FIXES, Output, as_shown, read_formats, write_all
from disclosure_index.cli.options.report import ReportOptions, report_options
from disclosure_index.cli.program.language import print_message, print_messages
from disclosure_index.cli.program.output import flush, write
from disclosure_index.errors import ConfigError, CouldNotCheckError, ExitCode, ReportedError
from disclosure_index.messages import message, plural
from disclosure_index.model import Severity
from disclosure_index.outputs.caveats import CAVEAT
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.project.file import read_project_at
from disclosure_index.session import open_assessment

EVERY = 0.5
"""Seconds between two checks for changed files."""


@click.command(name="check")
@options.report_path
@click.option(
    "--format",
    "outputs",
    multiple=True,
    metavar="NAME[=FILE]",
    callback=read_formats,
    shell_complete=lambda _, __, typed: [name for name in FORMATS if name.startswith(typed)],
    help=f"One of {', '.join(FORMATS)}; add =FILE to write to a file. Repeatable. Default: text, or github on GitHub.",
)
@click.option("--group", "shown", flag_value="grouped", help="Show findings by disclosure. For the format text.")
@click.option("--statistics", "shown", flag_value="statistics", help="Count findings by rule. For the format text.")
@click.option(
    "--fail-on",
    type=click.Choice([s.value for s in Severity]),
    help="Lowest severity that fails the run. Default: the policy's.",
)
@options.rule_names("--select", "Run only these rules: an id, an id prefix, or a name. Repeatable.")
@options.rule_names("--ignore", "Skip these rules. Repeatable.")
@click.option("--approved-only", is_flag=True, help="Count only tags and omissions marked as reviewed.")
@click.option(
    "--baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Baseline of accepted findings. Default: disclosure-index-baseline.json beside the project file.",
)
@click.option("--exit-zero", is_flag=True, help="Exit 0 even with findings; what could not be checked still exits 3.")
@click.option("--diff", "correcting", flag_value="diff", help="Print what --fix would change, as a unified diff.")
@click.option(
    "--fix", "correcting", flag_value="fix", help="Correct misspelt and repeated tags where only one can be meant."
)
@click.option("--watch", is_flag=True, help="Check again when the project file or a document is written, until Ctrl-C.")
@options.language
@report_options(what_if=True)
@options.output
def command(
    path: Path,
    outputs: tuple[Output, ...],
    shown: str | None,
    fail_on: str | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    approved_only: bool,
    baseline: Path | None,
    exit_zero: bool,
    correcting: str | None,
    watch: bool,
    language: str | None,
    given: ReportOptions,
    output: Path | None,
) -> None:
    """Report missing and faulty disclosures, and how to fix them.

    PATH is the report's folder, a document in it, or its project file. Default: the current folder.

    \b
    Examples:
      disclosure-index check report_sources/alibaba-2024
      disclosure-index check . --format sarif=findings.sarif --format github
      disclosure-index check . --edition hkex-esg=2025 --profile size=large-cap
      disclosure-index check . --select DI1 --fail-on warning
      disclosure-index check . --language zh-Hant --group
      disclosure-index check . --diff
    """
    if shown:
        outputs = as_shown(outputs, shown)
    policy: dict[str, Any] = {"select": select, "ignore": ignore, "approved_only": approved_only}
    policy["conditions"] = given.what_if()
    if fail_on:
        policy["fail_on"] = Severity(fail_on)

    if correcting:
        _refuse_others(correcting, bool(shown), watch or bool(policy["conditions"]))

    opening: dict[str, Any] = {"today": given.today, "policy": policy, "baseline": baseline, **given.of_project()}

    def check() -> ExitCode:
        fixes = None
        if correcting:
            assessment = _correct(path, correcting == "fix", output, **opening)
        elif any(name in WITH_FIXES for name, _ in outputs) and not policy["conditions"]:
            # Imported here: other formats need no editor.
            from disclosure_index.workbench.corrections import assess_with_fixes

            assessment, fixes = assess_with_fixes(path, **opening)
        else:
            assessment = open_assessment(path, **opening)
        if correcting != "diff":
            write_all(outputs, assessment, output, language, fixes)
        code = exit_code(assessment)
        return ExitCode.CLEAN if exit_zero and code == ExitCode.FINDINGS else code

    raise SystemExit(_watched(check, path, given.allow_outside) if watch else check())


def _refuse_others(correcting: str, shown: bool, supposed: bool) -> None:
    """Refuse the options that do not combine with a correction.

    Raises:
        ConfigError: one of them is given.

    """
    if supposed:
        raise ConfigError(message("--fix and --diff cannot be combined with --edition, --profile, --year or --watch"))
    chosen = click.get_current_context().get_parameter_source("outputs") == ParameterSource.COMMANDLINE
    if correcting == "diff" and (shown or chosen):
        raise ConfigError(message("--diff cannot be combined with --format, --group or --statistics"))


def _correct(path: Path, write_it: bool, output: Path | None, **opening: Any) -> Assessment:
    """Make or show the safe edits; return the assessment of the corrected report.

    Raises:
        ConfigError: a source cannot be edited.

    """
    # Imported here: a run that corrects nothing needs no editor.
    from disclosure_index.edits.errors import EditError
    from disclosure_index.workbench.corrections import correct, finish_interrupted, write_corrected
    from disclosure_index.workbench.difference import difference

    try:
        if write_it:
            print_messages(finish_interrupted(path, allow_outside=opening["allow_outside"]))
        corrected = correct(path, **opening)
        if write_it:
            write_corrected(corrected)
    except EditError as error:
        raise ConfigError.of_lines([error.message]) from error
    number = corrected.corrected
    if write_it:
        print_message(plural("{number} finding corrected", "{number} findings corrected", number))
        return corrected.assessment
    lines = difference(corrected.before, corrected.after)
    write((f"{for_terminal(line)}\n" for line in lines), output)
    print_message(plural("{number} finding can be corrected", "{number} findings can be corrected", number))
    if corrected.assessment.verdict.unchecked:
        print_message(CAVEAT)
    return corrected.assessment


def _watched(check: Callable[[], ExitCode], path: Path, allow_outside: bool) -> ExitCode:
    """Check whenever a file of the report has changed, until Ctrl-C; return the code of the last run.

    Raises:
        ReportedError: there is nothing to watch; later errors are printed.

    """

    def listed() -> tuple[Path, ...]:
        return tuple(read_project_at(path, allow_outside=allow_outside).files)

    files = listed()
    code = ExitCode.COULD_NOT_CHECK
    with suppress(KeyboardInterrupt):
        while True:
            before = _stamps(files)
            try:
                code = check()
                if (now := listed()) != files:
                    files, before = now, _stamps(now)
            except ReportedError as error:
                print_message(error.message)
                code = ExitCode.COULD_NOT_CHECK if isinstance(error, CouldNotCheckError) else ExitCode.USAGE
            flush()
            print_message(
                plural("watching {number} file; Ctrl-C ends", "watching {number} files; Ctrl-C ends", len(files))
            )
            while _stamps(files) == before:
                time.sleep(EVERY)
    return code


def _stamps(files: Iterable[Path]) -> list[tuple[int, int] | None]:
    """Return the time of the last write and the size of each file; None for a missing one."""
    found: list[tuple[int, int] | None] = []
    for file in files:
        try:
            stat = file.stat()
        except OSError:
            found.append(None)
        else:
            found.append((stat.st_mtime_ns, stat.st_size))
    return found


def exit_code(assessment: Assessment) -> ExitCode:
    """Return the exit code: what could not be checked outweighs findings."""
    if assessment.verdict.unchecked:
        return ExitCode.COULD_NOT_CHECK
    return ExitCode.FINDINGS if assessment.verdict.failing else ExitCode.CLEAN
