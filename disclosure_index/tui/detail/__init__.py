"""The detail of one disclosure, as blocks of text; a module for each question of a person. Pure."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.tui.detail.answers import answers, omissions
from disclosure_index.tui.detail.candidates import CandidateElement, candidates, candidates_of, wants_more
from disclosure_index.tui.detail.findings import findings
from disclosure_index.tui.detail.parts import parts
from disclosure_index.tui.detail.peers import peers
from disclosure_index.tui.detail.relations import relations
from disclosure_index.tui.detail.requirement import requirement
from disclosure_index.tui.widgets.blocks import Block

if TYPE_CHECKING:  # a report can be browsed without the extra `screen`
    from disclosure_index.screening.peers import Peers

__all__ = ["CandidateElement", "candidates_of", "detail", "wants_more"]


def detail(
    assessment: Assessment,
    row: Coverage,
    language: str,
    found: tuple[CandidateElement, ...],
    market: "Peers | None" = None,
) -> tuple[Block, ...]:
    """Yield everything known of a disclosure, in the order of a person's questions.

    Args:
        assessment: of the report.
        row: the coverage of the disclosure.
        language: of heads and titles.
        found: the passages that may answer it.
        market: what the peers of the report disclose, where that is known.

    """

    def blocks() -> Iterator[Block]:
        yield from requirement(assessment, row, language)
        yield from findings(assessment, row, language)
        yield from answers(assessment, row, language)
        yield from omissions(assessment, row, language)
        yield from candidates(assessment, found, language)
        yield from parts(assessment, row, language)
        if market is not None and wants_more(row):
            yield from peers(market, row, language)
        yield from relations(assessment, row, language)

    return tuple(blocks())
