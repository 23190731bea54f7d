"""The conventions in ``framework.toml`` (everything but names and rules) as values of the model."""

from disclosure_index.catalog.conventions_schema import ProgressIn, StatementIn
from disclosure_index.catalog.schema import FrameworkFile
from disclosure_index.catalog.titles import titles_of
from disclosure_index.model import (
    ClaimWording,
    Conventions,
    IndexLayout,
    MaterialTopics,
    ProgressReport,
    StatementOfUse,
)


def conventions_of(head: FrameworkFile) -> Conventions:
    """Return the conventions of a framework."""
    topics, progress, index = head.material_topics, head.progress_report, head.index
    return Conventions(
        head.select_by,
        head.select_example,
        IndexLayout(
            index.layout,
            index.above,
            index.label,
            tuple(index.labels.items()),
            titles_of(index.title) if index.title else None,
            index.whole_for,
        ),
        _statement(head.statement_of_use) if head.statement_of_use else None,
        MaterialTopics(topics.list, topics.management, topics.claim) if topics else None,
        _progress(progress) if progress else None,
        tuple(head.elements.items()),
        head.reporting_period,
        head.reporting_boundary,
        head.parts_answered_apart,
    )


def _progress(said: ProgressIn) -> ProgressReport:
    unchecked = titles_of(said.unchecked) if said.unchecked else None
    return ProgressReport(said.support_before, said.support_named, unchecked)


def _statement(said: StatementIn) -> StatementOfUse:
    claims = (ClaimWording(c.id, titles_of(c.phrase), titles_of(c.statement), c.words) for c in said.claim)
    return StatementOfUse(
        said.named, said.words, said.foundation, titles_of(said.foundation_title), tuple(claims), said.since
    )
