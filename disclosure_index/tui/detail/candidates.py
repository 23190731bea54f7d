"""The passages that may answer a disclosure: ranked, with the matched words; else the nearest tagged places."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.places_to_look import places_to_look
from disclosure_index.messages import COMMA, joined, label, render
from disclosure_index.model import Span, Status
from disclosure_index.suggest import Suggestion
from disclosure_index.tables.evidence import figure_text
from disclosure_index.tui.detail.answers import excerpt
from disclosure_index.tui.detail.heads import EMPTY, head
from disclosure_index.tui.detail.targets import Candidate
from disclosure_index.tui.safe_text import CELL_END, line
from disclosure_index.tui.widgets.blocks import Block, Part


class CandidateElement(NamedTuple):
    """An element that may answer a disclosure: its span, and the matched words."""

    target: Candidate
    span: Span
    matched: tuple[str, ...] = ()


def candidates_of(
    assessment: Assessment, row: Coverage, document: int, found: Iterable[Suggestion]
) -> tuple[CandidateElement, ...]:
    """Return the places to look at for a disclosure, from the passages of a suggester."""
    places = places_to_look(assessment, row, document, found)
    return tuple(
        CandidateElement(Candidate(p.document, p.span.location, p.score, p.fact), p.span, p.matched) for p in places
    )


def wants_more(row: Coverage) -> bool:
    """Whether one more passage could add to the answers of a disclosure."""
    return row.status not in (Status.DISCLOSED, Status.OMITTED) or bool(row.open)


def candidates(assessment: Assessment, found: tuple[CandidateElement, ...], language: str) -> Iterator[Block]:
    """Yield each candidate with its score, place and text, the matched words highlighted."""
    if found:
        scored = any(one.target.score for one in found)
        yield from head(
            render(label("heading", "Suggestions") if scored else label("heading", "Nearby places"), language)
        )
    for n, one in enumerate(found):
        if n:
            yield EMPTY
        document = assessment.report.documents[one.target.document]
        path = " > ".join(section.title for section in document.path_of(one.span.section) if section.title)
        texts = [f"{one.target.score}%" if one.target.score else "", path or document.title]
        texts.append(f"{document.language}:{one.target.location.line}")
        if one.target.fact:
            texts.append(figure_text(one.target.fact, language))
        if one.matched:
            texts.append(render(joined(COMMA, one.matched), language))
        place = Part(line(CELL_END.join(filter(None, texts))), "dim")
        parts = excerpt(document, one.span, language)
        yield Block((place, *(part._replace(matched=one.matched or part.matched) for part in parts)), one.target)
