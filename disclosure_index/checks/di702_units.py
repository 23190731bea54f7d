"""DI702: figures of tables without a fitting unit.

Told only of tags on tables, rows and cells, and only where no unit of the kind stands anywhere near: of a figure in a
sentence or a section it is not known whether it is the one that is asked for.
"""

from collections.abc import Iterable, Iterator
from itertools import islice

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link
from disclosure_index.checks.di703_prior_years import TABULAR
from disclosure_index.checks.support.findings import about
from disclosure_index.checks.support.report_wording import says
from disclosure_index.figures.numbers import KIND_OF, unit_pattern
from disclosure_index.messages import OR, joined, message
from disclosure_index.messages.states import UNIT
from disclosure_index.model import Finding, Severity
from disclosure_index.policy.rules import Rule

NEAR = 120
"""Passages above and below a tagged one in which the unit of its table may be said."""


def no_fitting_unit(assessment: Assessment) -> Iterator[Finding]:
    """Report the quantitative disclosures with figures, and without a unit of any kind that is asked for."""
    for row in assessment.coverage:
        d = row.disclosure
        if d.data != "quantitative" or not row.links or not d.units:
            continue
        kinds = [KIND_OF.get(unit, "") for unit in d.units]
        if (
            all(kinds)
            and is_tabular(assessment, row)
            and has_figure(assessment, row)
            and not _says_unit(assessment, row, kinds)
        ):
            own = next((link for link in row.links if link.disclosure == d), row.links[0])
            yield about(
                "DI702",
                d,
                message(
                    "{name} asks for {units}, but the figures have no such unit",
                    name=assessment.name(d),
                    units=joined(OR, (UNIT.get(unit, unit) for unit in d.units)),
                ),
                own.statement.span.location,
                message("Write the unit next to the figure, or in the table head"),
            )


def is_tabular(assessment: Assessment, row: Coverage) -> bool:
    """Whether all its tags are on tables or parts of them; rows of a printed index aside."""
    for link in row.links:
        span = link.statement.span
        if span.element not in TABULAR:
            return False
        if any(first <= span.first < last for first, last in assessment.report.documents[link.document].indexes):
            return False
    return True


def has_figure(assessment: Assessment, row: Coverage) -> bool:
    """Whether a tagged passage has a digit."""
    return any(says("digit", text) for link in row.links for text in assessment.texts(link))


def _says_unit(assessment: Assessment, row: Coverage, kinds: Iterable[str]) -> bool:
    units = unit_pattern(tuple(kinds))
    texts = (text for link in row.links for text in assessment.texts(link))
    return any(map(units.search, texts)) or any(
        units.search(text) for link in row.links for text in _near(assessment, link)
    )


def _near(assessment: Assessment, link: Link) -> Iterator[str]:
    """Yield the texts around a tagged element, in its section: the head and the caption of its table, the title."""
    span, document = link.statement.span, assessment.report.documents[link.document]
    around = document.passages[max(0, span.first - NEAR) : span.last + NEAR]
    yield from islice((passage.text for passage in around if passage.section == span.section), 2 * NEAR)


RULES = (
    Rule(
        "DI702",
        "no-fitting-unit",
        Severity.WARNING,
        message("a figure in a table without a suitable unit"),
        message(
            "A figure without a unit, or with a unit of another kind, cannot be compared or checked. Reported for tags "
            "on tables, rows and cells. The unit can be next to the figure, in the table head, or elsewhere in the "
            "section."
        ),
        '<tr data-disclosure="gri:302-1"><td>Energy</td><td>394,894</td></tr>',
        '<tr data-disclosure="gri:302-1"><td>Energy</td><td>MWh</td><td>394,894</td></tr>',
        no_fitting_unit,
        source=message(
            "the unit of measure that the framework asks for; for SASB, the column of that name in each table"
        ),
    ),
)
