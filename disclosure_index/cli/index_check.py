"""``index --check``: the indexes that the documents print, against their tags; and those between markers."""

import click

from disclosure_index.assessment import Assessment
from disclosure_index.cli.index_writing import stale_indexes
from disclosure_index.errors import CannotLookError
from disclosure_index.exit_codes import ExitCode
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.outputs.text import finding_lines

PRINTED = "DI4"
"""The family of rules about printed indexes."""


def check(assessment: Assessment) -> ExitCode:
    """Tell the findings about printed indexes alone, and which index between markers is behind the tags.

    Raises:
        CannotLookError: no document prints an index.
    """
    indexes = list(stale_indexes(assessment))
    if not indexes and not any(document.indexes for document in assessment.report.documents):
        raise CannotLookError(
            'error: no document marks a printed index; put role="doc-index" on the table that is one, or let '
            '"index --write" make one'
        )
    found = [finding for finding in assessment.verdict.findings if finding.rule.startswith(PRINTED)]
    for finding in found:
        click.echo("\n".join(finding_lines(finding)))
    stale = [index for index in indexes if index]
    for index in stale:
        lines = f"{index.lines} line{'s' if index.lines != 1 else ''} would change"
        click.echo(for_terminal(f"{index.location}: error: the index between the markers is stale: {lines}"))
        click.echo('  help: run "disclosure-index index --write" on the report, and look at the change')
    failing = any(finding.severity.rank <= assessment.policy.fail_on.rank for finding in found)
    click.echo(f"{len(found)} finding{'s' if len(found) != 1 else ''} about the printed index")
    if indexes:
        click.echo(f"{len(stale)} of {len(indexes)} between markers {'is' if len(stale) == 1 else 'are'} stale")
    return ExitCode.FINDINGS if failing or stale else ExitCode.CLEAN
