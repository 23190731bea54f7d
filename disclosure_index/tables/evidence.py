"""The evidence for a disclosure, beside its status: the figure with unit, period and place, or words alone."""

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.evidence import Support
from disclosure_index.messages import COMMA, joined, label, render
from disclosure_index.model import Fact
from disclosure_index.tables.table import Cell, cell, target

WORDS_ONLY = label("evidence", "words only")
NOT_NAMED = label("evidence", "figures, none of them named")
NOT_ALL_READ = label("evidence", "too long to be read")
_WITHOUT = {Support.NO_FIGURE: WORDS_ONLY, Support.UNREAD: NOT_ALL_READ}


def evidence_cell(assessment: Assessment, row: Coverage, language: str, document: int | None = None) -> Cell:
    """Return the evidence cell of a disclosure: empty if it asks for no figure, or has no tag.

    Args:
        assessment: of the report.
        row: the coverage of the disclosure.
        language: of the words.
        document: whose figure is preferred.
    """
    if row.disclosure.data != "quantitative" or not row.links:
        return Cell()
    found = assessment.figure(row, document) or assessment.figure(row)
    if found is None:
        return cell(render(_WITHOUT.get(assessment.support(row), NOT_NAMED), language))
    source = assessment.report.documents[found.document]
    passage = source.passages[found.fact.place.passage]
    elsewhere = document not in (
        None,
        found.document,
    )  # the figure is in the other language version, to which this one has no link
    href = "" if elsewhere else target(source.path, passage.anchor)
    return cell(figure_text(found.fact, language, "" if elsewhere else passage.page), href)


def figure_text(fact: Fact, language: str, page: str = "") -> str:
    """Return a figure as printed, with its unit, its period and, if given, its page."""
    amount = " ".join(filter(None, (fact.printed, fact.printed_unit)))
    where = label("place", "p. {pages}", pages=page) if page else ""
    return render(joined(COMMA, filter(None, (amount, fact.instant or fact.period, where))), language)
