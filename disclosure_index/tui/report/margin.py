"""The passages of a document with their margin: pages, and the tags that begin there. Pure."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import accumulate, chain
from typing import NamedTuple

from rich.cells import cell_len

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import label, render
from disclosure_index.model import Document, Location, Omission, Passage, Span, Status
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.status_marks import STATUS, UNKNOWN
from disclosure_index.tui.widgets.row_table import Cell, Column

PAGE, WIDEST_PAGE, MARGIN, TEXT = 6, 12, 17, 24
"""The widths of the columns, in cells; pages get the width of their labels, between the first two."""
DEEPEST = 2
"""The most levels that are indented."""
BEGINS, GOES_ON = "┣ ", "┃ "
"""The rail of answered passages: a tag begins at the passage, or continues from above."""


class MarginLine(NamedTuple):
    """A passage; `links` are the tags and omissions that begin at it, `reached` is whether any covers it."""

    number: int
    passage: Passage
    depth: int
    links: tuple[Link, ...]
    reached: bool
    page: str  # the label, where a page begins

    @property
    def is_untagged(self) -> bool:
        """Whether it is text that answers nothing yet."""
        return not self.reached and self.passage.kind != "heading"


def lines(assessment: Assessment, document: int) -> tuple[MarginLine, ...]:
    """Return every passage of a document, in its order."""
    source = assessment.report.documents[document]
    begins: dict[int, list[Link]] = defaultdict(list)
    steps = [0] * (len(source.passages) + 1)
    for link in _links(assessment, document):
        span = link.statement.span
        begins[span.first].append(link)
        if link.status.counts:
            steps[span.first] += 1
            steps[max(span.last, span.first + 1)] -= 1
    reached = list(accumulate(steps))
    pages = ["", *(passage.page for passage in source.passages)]
    return tuple(
        MarginLine(
            number,
            passage,
            source.sections[passage.section].level if passage.section is not None else 0,
            tuple(begins.get(number, ())),
            reached[number] > 0,
            passage.page if passage.page != pages[number] else "",
        )
        for number, passage in enumerate(source.passages)
    )


def reaching(assessment: Assessment, document: int, number: int) -> list[Link]:
    """Return the tags and omissions that cover a passage, the narrowest first."""
    found = [link for link in _links(assessment, document) if _reaches(link.statement.span, number)]
    return sorted(found, key=lambda link: link.statement.span.last - link.statement.span.first)


def _reaches(span: Span, number: int) -> bool:
    return span.first <= number < max(span.last, span.first + 1)


def _links(assessment: Assessment, document: int) -> Iterator[Link]:
    return (link for links in (assessment.tags, assessment.omissions) for link in links if link.document == document)


def passage_at(document: Document, location: Location) -> int:
    """Return the passage at a place in the file, or the first passage of the element that begins there."""
    spans = chain((tag.span for tag in document.tags), (omission.span for omission in document.omissions))
    if (found := next((span.first for span in spans if span.location == location), None)) is not None:
        return min(found, max(0, len(document.passages) - 1))
    places = [passage.location[1:] for passage in document.passages]
    section = next((n for n, s in enumerate(document.sections) if s.location == location), None)
    if section is not None:
        inside = (n for n, p in enumerate(document.passages) if p.section == section)
        return next(inside, 0)
    return max(0, bisect_right(places, location[1:]) - 1)


def columns(items: Iterable[MarginLine], language: str) -> tuple[Column, ...]:
    """Return the columns of the passages."""
    labels = (_page(item, language) for item in items if item.page)
    page = min(WIDEST_PAGE, max((PAGE, *map(cell_len, labels))))
    return (
        Column(render(label("column", "Pages"), language), page, rank=1),
        Column(render(label("column", "Answers"), language), MARGIN),
        Column(render(label("column", "Passage"), language), TEXT, grows=True),
    )


def cells(item: MarginLine, language: str) -> tuple[Cell, ...]:
    """Return the cells of a passage."""
    page = _page(item, language) if item.page else ""
    rail = (BEGINS if item.links else GOES_ON) if item.reached or item.links else "  "
    worst = next((link for link in item.links if not link.status.counts), None)
    codes = " ".join(dict.fromkeys(map(_code, item.links)))
    heading = item.passage.kind == "heading"
    indent = "  " * min(DEEPEST, item.depth - 1 if heading else item.depth)
    style = "strong" if heading else "" if item.reached else "dim"
    return (
        Cell(page, "dim"),
        Cell(rail + codes, "warn" if worst else "good"),
        Cell(indent + line(item.passage.text), style),
    )


def _page(item: MarginLine, language: str) -> str:
    return line(render(label("place", "p. {pages}", pages=item.page), language))


def _code(link: Link) -> str:
    if link.disclosure is None or not link.status.counts:
        return line(f"{UNKNOWN} {link.statement.text}")
    sign = f"{STATUS[Status.OMITTED].sign} " if isinstance(link.statement, Omission) else ""
    return line(sign + link.disclosure.code)


def same_place(old: Iterable[MarginLine], new: tuple[MarginLine, ...], number: int) -> int:
    """Return the new number of a passage after a change: of the nearest one with the same text, else unchanged."""
    before = next((item.passage.text for item in old if item.number == number), None)
    if before is None or (number < len(new) and new[number].passage.text == before):
        return number
    same = [item.number for item in new if item.passage.text == before]
    return min(same, key=lambda n: abs(n - number), default=number)
