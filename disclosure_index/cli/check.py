"""``disclosure-index check``."""

import importlib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click

from disclosure_index.assessment import Assessment
from disclosure_index.cli import options
from disclosure_index.cli.writing import write
from disclosure_index.exit_codes import ExitCode
from disclosure_index.model import Severity
from disclosure_index.session import open_assessment

FORMATS = ("text", "json")


@click.command(name="check")
@options.report_path
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--fail-on", type=click.Choice([s.value for s in Severity]), help="Lowest severity that fails; else the policy's."
)
@options.what_if
@options.as_of
@options.output
def command(
    path: Path,
    form: str,
    fail_on: str | None,
    editions: Mapping[str, str],
    profile: Mapping[str, str],
    today: date,
    output: Path | None,
) -> None:
    r"""Tell what is missing or wrong in a report, where, and what to do.

    PATH is the report's folder, a document in it, or its project file; the current folder by default.

    \b
    Examples:
      disclosure-index check report_sources/alibaba-2024
      disclosure-index check . --format json -o findings.json
      disclosure-index check . --edition hkex-esg=2025 --profile size=large-cap
    """
    policy = {"fail_on": Severity(fail_on)} if fail_on else {}
    assessment = open_assessment(path, today=today, policy=policy, editions=editions, profile=profile)
    output_module = importlib.import_module(f"disclosure_index.outputs.{form}")
    write("".join(output_module.render(assessment)), output)
    raise SystemExit(exit_code(assessment))


def exit_code(assessment: Assessment) -> ExitCode:
    """Say it in a number: what could not be looked at outweighs what was found."""
    if assessment.verdict.blind:
        return ExitCode.BLIND
    return ExitCode.FINDINGS if assessment.verdict.failing else ExitCode.CLEAN
