"""Caveats on top of every output: what could not be checked. Without them a table looks complete."""

from collections.abc import Iterator

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import message, render
from disclosure_index.model import Finding
from disclosure_index.outputs.escape import for_line

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
    """Return both: all that a reader of any output has to know first."""
    return (*estimates(assessment), *unchecked(assessment))


def caveat_lines(assessment: Assessment, language: str | None = None) -> Iterator[str]:
    """Yield the caveat and its causes, a line each, not yet escaped; nothing where all could be checked.

    An estimated day of publication is said first.
    """
    yield from (render(finding.message, language) for finding in estimates(assessment))
    found = unchecked(assessment)
    if found:
        yield render(CAVEAT, language)
    for finding in found:
        about = message("{where}: {what}", where=f"{finding.location}: {finding.rule}", what=finding.message)
        yield render(about, language)
        if finding.hint:
            yield render(message("help: {hint}", hint=finding.hint), language)


def on_top(assessment: Assessment, language: str | None = None) -> str:
    """Return the caveat for the top of a text file, with an empty line behind it: files do not show stderr."""
    lines = [for_line(line) for line in caveat_lines(assessment, language)]
    return "\n".join((*lines, "", "")) if lines else ""
