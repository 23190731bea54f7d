"""``index --check``: compare printed indexes, and indexes between markers, with the tags."""

from collections.abc import Iterator, Mapping

from disclosure_index.assessment.assess import Assessment
from disclosure_index.cli.index.write import stale_indexes
from disclosure_index.cli.program.output import echo
from disclosure_index.errors import CouldNotCheckError, ExitCode, error_lines
from disclosure_index.messages import message, plural, render
from disclosure_index.messages.states import SEVERITY
from disclosure_index.model import Location, Severity
from disclosure_index.outputs.escape import for_terminal
from disclosure_index.outputs.text import finding_lines

PRINTED = "DI4"
"""The family of rules about printed indexes."""


def check(assessment: Assessment, sources: Mapping[str, bytes], language: str | None) -> ExitCode:
    """Report the findings about printed indexes only, and the indexes between markers that are out of date.

    Args:
        assessment: of the report.
        sources: the bytes of its documents, by path.
        language: as in `messages.render`.

    Raises:
        CouldNotCheckError: no document has index markers, or a printed index that can be read.
    """
    indexes = list(stale_indexes(assessment, sources))
    unmarked = list(_unmarked(assessment))
    if not (indexes or unmarked or any(document.indexes for document in assessment.report.documents)):
        problem = message(
            'no document marks a printed index; put role="doc-index" on its table, or run "index --write" to make one'
        )
        raise CouldNotCheckError(problem)
    found = [finding for finding in assessment.verdict.findings if finding.rule.startswith(PRINTED)]
    for finding in found:
        echo("\n".join(finding_lines(finding, language)))
    stale = [index for index in indexes if index]
    for index in stale:
        text = plural(
            "the generated index is stale: {number} line would change",
            "the generated index is stale: {number} lines would change",
            index.lines,
        )
        hint = message('Run "disclosure-index index --write" on the report, and review the change')
        help_line = render(message("help: {hint}", hint=hint), language)
        severity = render(SEVERITY[Severity.ERROR], language)
        echo(for_terminal(f"{index.location}: {severity}: {render(text, language)}"))
        echo(f"  {help_line}")
    for location in unmarked:
        problem = message("this index is not marked, so it was not compared with the tags")
        hint = message('Mark it: role="doc-index" on its table, or <div role="doc-index"> and </div> around it')
        for line in render(error_lines(problem, location, hint), language).split("\n"):
            echo(for_terminal(line))
    failing = any(finding.severity.rank <= assessment.policy.fail_on.rank for finding in found)
    number = plural("{number} finding", "{number} findings", len(found))
    echo(render(message("{findings} about the printed index", findings=number), language))
    if indexes:
        counted = plural("{number} generated index", "{number} generated indexes", len(indexes))
        echo(render(message("{indexes}, {stale} stale", indexes=counted, stale=len(stale)), language))
    if unmarked:
        return ExitCode.COULD_NOT_CHECK
    return ExitCode.FINDINGS if failing or stale else ExitCode.CLEAN


def _unmarked(assessment: Assessment) -> Iterator[Location]:
    """Yield the location of each index without markers: its first row that names a disclosure."""
    documents = [one for one in assessment.report.documents if one.readable and not one.indexes]
    if documents:
        from disclosure_index.catalog.loading import with_spellings
        from disclosure_index.printed_index.reader import hints, read_printed

        frameworks = hints(with_spellings(assessment.catalog))
        found = (read_printed(document, frameworks).claims for document in documents)
        yield from (claims[0].row for claims in found if claims)
