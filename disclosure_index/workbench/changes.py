"""Changes that a person can make to a report, each as a list of steps."""

from collections.abc import Iterable, Sequence

from disclosure_index.assessment import linking
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link
from disclosure_index.model import Disclosure, Document, Finding, Location, Omission
from disclosure_index.project.guesses import Guess, guesses
from disclosure_index.workbench.steps import (
    ConfirmStep,
    ExplainStep,
    InsertionPoint,
    NoteStep,
    RetagStep,
    ReviewStep,
    Step,
    SuppressStep,
    TagStep,
    UnexplainStep,
    UntagStep,
)
from disclosure_index.workbench.workbench import Workbench


def reference_to(bench: Workbench, disclosure: Disclosure, datapoints: Sequence[str] = ()) -> str:
    """Return the reference of a disclosure for a tag of the report; see `linking.reference_to`."""
    assessment = bench.assessment
    return linking.reference_to(disclosure, assessment.current, datapoints, assessment.report)


def accept(bench: Workbench, disclosure: Disclosure, location: Location) -> list[Step]:
    """Return the step that tags the element at a location with a disclosure."""
    return [TagStep(location, reference_to(bench, disclosure))]


def untag(links: Iterable[Link]) -> list[Step]:
    """Return the steps that remove tags and omissions; the text of an explanation stays in the report."""
    statements = [link.statement for link in links]
    return [(UnexplainStep if isinstance(s, Omission) else UntagStep)(s.span.location, s.text) for s in statements]


def set_datapoints(link: Link, datapoints: Sequence[str]) -> list[Step]:
    """Return the step that sets the datapoints of a tag; with none, the tag covers the whole disclosure."""
    statement = link.statement
    reference = statement.reference
    assert reference is not None  # only a linked statement has a disclosure
    return [RetagStep(statement.span.location, statement.text, str(reference._replace(datapoints=tuple(datapoints))))]


def mark_reviewed(links: Iterable[Link], reviewed: bool) -> list[Step]:
    """Return the steps that mark these tags and omissions as reviewed, or remove the mark."""
    return [ReviewStep(link.statement.span.location, link.statement.text, reviewed) for link in links]


def suppress(finding: Finding, reason: str, owner: str, until: str) -> list[Step]:
    """Return the step that suppresses findings of this rule about this element until a day, YYYY-MM-DD."""
    return [SuppressStep(finding.location, (finding.rule,), " ".join(reason.split()), " ".join(owner.split()), until)]


def set_owner(bench: Workbench, disclosure: Disclosure, owner: str) -> list[Step]:
    """Return the step that sets the owner of a disclosure in the project file; "" removes it."""
    return [NoteStep(Location(str(bench.project.file)), "owners", disclosure.short, owner or None)]


def set_due(bench: Workbench, disclosure: Disclosure, day: str) -> list[Step]:
    """Return the step that sets the due day of a disclosure, as 2026-01-31, in the project file; "" removes it."""
    return [NoteStep(Location(str(bench.project.file)), "due", disclosure.short, day or None)]


def project_guesses(bench: Workbench) -> tuple[Guess, ...]:
    """Return the unconfirmed guesses of an import in the project file."""
    return guesses(bench.sources[str(bench.project.file)].decode("utf-8-sig", "replace"))


def confirm(bench: Workbench, guess: Guess) -> list[Step]:
    """Return the step that confirms a guess in the project file."""
    return [ConfirmStep(Location(str(bench.project.file)), guess)]


def explain(
    bench: Workbench, disclosure: Disclosure, point: InsertionPoint, reason: str, explanation: str
) -> list[Step]:
    """Return the step that inserts a paragraph with the explanation of an omission."""
    return [ExplainStep(point, reference_to(bench, disclosure), reason, explanation)]


def insertion_points(bench: Workbench, row: Coverage, document: int = 0) -> tuple[InsertionPoint, ...]:
    """Return the places for an explanation, the best first: near the answers of neighbours, then at the end."""
    source = bench.assessment.report.documents[document]
    links = bench.assessment.neighbourhood.places(row, document)
    sections = [link.statement.span.section for link in links if link.document == document]
    ends = [number for number, section in enumerate(source.sections) if section.parent is None]
    found = [_at_end_of(source, section) for section in dict.fromkeys((*sections, *ends[-1:])) if section is not None]
    return tuple(dict.fromkeys(point for point in found if point))


def _at_end_of(document: Document, section: int) -> InsertionPoint | None:
    """Return the end of a section: inside its element, or after the last paragraph under its heading."""
    found = document.sections[section]
    opened_by_heading = any(p.kind == "heading" and p.location == found.location for p in document.passages)
    if not opened_by_heading:
        return InsertionPoint(found.location, "inside", found.title)
    paragraphs = [p for p in document.passages if p.section == section and p.kind == "paragraph"]
    return InsertionPoint(paragraphs[-1].location, "after", found.title) if paragraphs else None
