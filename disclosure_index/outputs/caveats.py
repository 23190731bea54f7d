"""What could not be checked, shown on top of every output of a report: without it a table looks complete."""

from collections.abc import Iterator
from pathlib import PurePath

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import message, render
from disclosure_index.model import Finding
from disclosure_index.outputs.escape import for_line
from disclosure_index.outputs.places import folder_of, from_folder

CAVEAT = message("Not everything could be checked, so gaps may go unreported.")


ESTIMATED = "publication-estimated"
"""The rule that tells of an estimate on which all that is shown depends."""


def unchecked(assessment: Assessment) -> tuple[Finding, ...]:
    """Return the findings about what could not be checked."""
    return tuple(finding for finding in assessment.verdict.findings if finding.unchecked)


def estimates(assessment: Assessment) -> tuple[Finding, ...]:
    """Return the findings about a day of publication that is an estimate."""
    return tuple(finding for finding in assessment.verdict.findings if finding.name == ESTIMATED)


def caveats(assessment: Assessment) -> tuple[Finding, ...]:
    """Return both: what a reader has to know of all that is shown."""
    return (*estimates(assessment), *unchecked(assessment))


def caveat_lines(
    assessment: Assessment, language: str | None = None, *, folder: PurePath | None = None
) -> Iterator[str]:
    """Yield the caveat and what it is about, a line each, still to be escaped; nothing where all could be checked.

    An estimated day of publication is said first. Places are named from `folder`, by default that of the report.
    """
    folder = folder or folder_of(assessment.report)
    yield from (render(from_folder(finding.message, folder), language) for finding in estimates(assessment))
    found = unchecked(assessment)
    if found:
        yield render(CAVEAT, language)
    for finding in found:
        where = f"{from_folder(finding.location, folder)}: {finding.rule}"
        about = message("{where}: {what}", where=where, what=from_folder(finding.message, folder))
        yield render(about, language)
        if finding.hint:
            yield render(message("help: {hint}", hint=from_folder(finding.hint, folder)), language)


def on_top(assessment: Assessment, language: str | None = None) -> str:
    """Return the caveat as it stands in a text file, with an empty line behind it: stderr is not there to be read."""
    lines = [for_line(line) for line in caveat_lines(assessment, language)]
    return "\n".join((*lines, "", "")) if lines else ""
