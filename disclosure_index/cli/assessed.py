"""What the verbs that only show something share: an assessment that can be relied on, or a reason why not."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from disclosure_index.assessment.assess import Assessment
from disclosure_index.cli.language import spoken
from disclosure_index.errors import CannotLookError
from disclosure_index.model import Document
from disclosure_index.outputs import text
from disclosure_index.session import open_assessment


def look(
    path: Path,
    editions: Mapping[str, str],
    profile: Mapping[str, str],
    today: date,
    *,
    allow_outside: bool,
    definitions: Path | None,
    read: Callable[[Path], bytes] | None = None,
) -> Assessment:
    """Assess the report at `path`; the arguments are those of `open_assessment`.

    Raises:
        CannotLookError: a document or a definition could not be read, so that a table would tell less than the truth.
    """
    assessment = open_assessment(
        path,
        today=today,
        editions=editions,
        profile=profile,
        allow_outside=allow_outside,
        definitions=definitions,
        read=read,
    )
    if assessment.verdict.unchecked:
        unchecked = [finding for finding in assessment.verdict.findings if finding.unchecked]
        raise CannotLookError.of_lines(line for finding in unchecked for line in text.finding_lines(finding, spoken()))
    return assessment


def document_in(assessment: Assessment, language: str | None) -> tuple[int, Document]:
    """Return the document in `language`, or the first one."""
    documents = list(enumerate(assessment.report.documents))
    return next(((n, d) for n, d in documents if d.language == language), documents[0])
