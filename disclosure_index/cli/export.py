"""``disclosure-index export``."""

from pathlib import Path

import click

from disclosure_index.cli import options
from disclosure_index.cli.assessed import document_in, finish, open_with_caveat
from disclosure_index.cli.options.report import ReportOptions, report_options
from disclosure_index.cli.program.language import print_message
from disclosure_index.cli.program.output import write_bytes
from disclosure_index.cli.program.usage import BadParameter
from disclosure_index.messages import AFTER_PLACE, joined, message
from disclosure_index.messages.states import SEVERITY
from disclosure_index.model import Severity
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.project.paths import find_project
from disclosure_index.tables.links import links


@click.command(name="export")
@options.report_path
@options.language
@report_options(what_if=True)
@options.link_base
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Workbook to write, such as index.xlsx.",
)
def command(
    path: Path,
    language: str | None,
    given: ReportOptions,
    link_base: str,
    output: Path,
) -> None:
    """Write the index of a report as a workbook to read and edit.

    Each framework has a sheet with every disclosure, its status, its location, and columns for owner, review, reason
    and explanation. Further sheets list the sections, the gaps, and the figures of tagged tables.

    \b
    Examples:
      disclosure-index export report_sources/alibaba-2024 -o index.xlsx
      disclosure-index export . --language en -o index-en.xlsx
    """
    if output.suffix.lower() != ".xlsx":
        problem = message('the name of the workbook must end with .xlsx, not "{name}"', name=for_terminal(output.name))
        raise BadParameter(problem, param_hint="'-o' / '--output'")
    assessment = open_with_caveat(path, given)
    home = find_project(path, allow_outside=given.allow_outside).parent
    from disclosure_index.outputs.xlsx import export  # slow to import: openpyxl

    _, document = document_in(assessment, language)
    made = export(assessment, language or document.language, links(link_base, home, output.parent))
    write_bytes(made.data, output)
    for place in made.cut:
        cut = message("the text was too long for a cell and was cut")
        print_message(joined(AFTER_PLACE, (output, SEVERITY[Severity.WARNING], place, cut)))
    finish(assessment)
