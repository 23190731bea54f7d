"""Shared by the commands that show results: an assessment, with its caveat on stderr and in the exit code."""

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

from disclosure_index.assessment.assess import Assessment
from disclosure_index.cli.options.report import ReportOptions
from disclosure_index.cli.program.language import chosen_language, print_messages
from disclosure_index.errors import CouldNotCheckError, ExitCode
from disclosure_index.model import Document, Finding
from disclosure_index.outputs import text
from disclosure_index.outputs.caveats import CAVEAT, estimates, unchecked
from disclosure_index.session import open_assessment


def open_with_caveat(path: Path, given: ReportOptions, *, read: Callable[[Path], bytes] | None = None) -> Assessment:
    """Assess the report at `path`, and print on stderr what could not be checked; the command ends with `finish`.

    Args:
        path: a folder, a document in it, or the project file itself.
        given: the options for opening the report.
        read: as in `open_project`.

    Raises:
        CouldNotCheckError: nothing could be checked, for instance because a document could not be read.
    """
    assessment = open_assessment(path, today=given.today, read=read, **given.of_project())
    lines = _lines(unchecked(assessment))
    if lines and not assessment.coverage:
        raise CouldNotCheckError.of_lines(lines)
    print_messages(_lines(estimates(assessment)))
    if lines:
        print_messages((CAVEAT, *lines))
    return assessment


def _lines(findings: Iterable[Finding]) -> list[str]:
    return [line for finding in findings for line in text.finding_lines(finding, chosen_language())]


def finish(assessment: Assessment, code: ExitCode = ExitCode.CLEAN) -> NoReturn:
    """End the command; the exit code of what could not be checked comes before any other."""
    sys.exit(ExitCode.COULD_NOT_CHECK if assessment.verdict.unchecked else code)


def document_in(assessment: Assessment, language: str | None) -> tuple[int, Document]:
    """Return the document in `language`, or the first one."""
    documents = list(enumerate(assessment.report.documents))
    return next(((n, d) for n, d in documents if d.language == language), documents[0])
