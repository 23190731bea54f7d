"""``index --check``: the indexes that the documents print, against their tags; and those between markers."""

from pathlib import Path

from disclosure_index.assessment import Assessment
from disclosure_index.cli.index_writing import stale_indexes
from disclosure_index.cli.writing import echo
from disclosure_index.errors import CannotLookError
from disclosure_index.exit_codes import ExitCode
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.outputs.text import finding_lines
from disclosure_index.sayings import said, say

PRINTED = "DI4"
"""The family of rules about printed indexes."""


def check(assessment: Assessment, language: str | None, within: Path | None) -> ExitCode:
    """Tell the findings about printed indexes alone, and which index between markers is behind the tags.

    Args:
        assessment: of the report.
        language: as in `sayings.said`.
        within: the folder that the documents are in; None for anywhere.

    Raises:
        CannotLookError: no document prints an index.
    """
    indexes = list(stale_indexes(assessment, within))
    if not indexes and not any(document.indexes for document in assessment.report.documents):
        raise CannotLookError(
            'error: no document marks a printed index; put role="doc-index" on the table that is one, or let '
            '"index --write" make one'
        )
    found = [finding for finding in assessment.verdict.findings if finding.rule.startswith(PRINTED)]
    for finding in found:
        echo("\n".join(finding_lines(finding, language)))
    stale = [index for index in indexes if index]
    for index in stale:
        told = say("stale-index-one" if index.lines == 1 else "stale-index", number=index.lines)
        echo(for_terminal(f"{index.location}: {said(say('error'), language)}: {said(told, language)}"))
        echo(f"  {said(say('help', hint=say('stale-index-help')), language)}")
    failing = any(finding.severity.rank <= assessment.policy.fail_on.rank for finding in found)
    echo(said(say("of-index", findings=say("finding" if len(found) == 1 else "findings", number=len(found))), language))
    if indexes:
        told = say("stale-one" if len(stale) == 1 else "stale", number=len(stale), all=len(indexes))
        echo(said(told, language))
    return ExitCode.FINDINGS if failing or stale else ExitCode.CLEAN
