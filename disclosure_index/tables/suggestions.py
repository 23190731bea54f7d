"""Places where gaps may be answered, disclosures that untagged passages may answer, and untagged figures."""

from collections.abc import Iterable, Iterator

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.places_to_look import PlaceToLook
from disclosure_index.figures.numbers import figures_in
from disclosure_index.messages import label
from disclosure_index.model import Document, Fact, Passage, Span, in_language
from disclosure_index.suggest import THRESHOLD, Suggestion
from disclosure_index.tables.evidence import figure_text
from disclosure_index.tables.table import Cell, Table, cell, row, target

HINTS = ("suggestion", "pages", "score", "figure", "matched")
PLACE = ("location", "section", *HINTS[:2])
SHOWN = 240
"""Characters of an excerpt."""


def sections(assessment: Assessment, places: Iterable[PlaceToLook]) -> Cell:
    """Return the sections of the places to look at, each once."""
    found: dict[str, str] = {}
    for one in places:
        document = assessment.report.documents[one.document]
        if titles := [section.title for section in document.path_of(one.span.section) if section.title]:
            found.setdefault(titles[-1], target(document.path, one.span.anchor))
    return Cell(tuple(found.items()))


def hints(assessment: Assessment, places: Iterable[PlaceToLook], language: str) -> tuple[Cell, ...]:
    """Return the cells of `HINTS` for a gap; empty ones if no passage seems to answer it."""
    best = next((one for one in places if one.link is None), None)
    if best is None:
        return (Cell(),) * len(HINTS)
    source = assessment.report.documents[best.document]
    shown = cell(excerpt(source.passages[best.span.first].text), target(source.path, best.span.anchor))
    return shown, cell(best.span.page), cell(best.score), _figure(best.fact, language), _each(best.matched)


def for_disclosures(assessment: Assessment, rows: Iterable[Coverage], language: str, document: int, most: int) -> Table:
    """Return the best passages for each disclosure, including those below the threshold."""
    lines = [
        _line(assessment, one, language)
        for coverage in rows
        for one in assessment.suggester.for_disclosure(coverage.disclosure, most, document)
    ]
    return Table(
        "suggestions", label("table", "Suggestions"), ("framework", "code", "title", *PLACE, *HINTS[2:]), tuple(lines)
    )


def for_passages(assessment: Assessment, language: str, document: int, most: int) -> Table:
    """Return the untagged passages with the disclosures that they are likely to answer."""
    lines = [
        _line(assessment, one, language)
        for number, _ in _untagged(assessment, document)
        for one in assessment.suggester.for_passage(document, number, most, THRESHOLD)
    ]
    columns = ("framework", "code", "title", *PLACE, *HINTS[2:])
    return Table("untagged-passages", label("table", "Untagged passages"), columns, tuple(lines))


def untagged_figures(assessment: Assessment, document: int) -> Table:
    """Return the untagged rows of tables, with their figures."""
    source = assessment.report.documents[document]
    lines = [
        row(*_place(source, passage), _each(figure.text for figure in figures))
        for _, passage in _untagged(assessment, document)
        if passage.kind == "table-row" and (figures := figures_in(passage.text))
    ]
    return Table("untagged-figures", label("table", "Untagged figures"), (*PLACE, "figures"), tuple(lines))


def excerpt(text: str) -> str:
    """Return a passage on one line, cut if it is long."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[: SHOWN - 1]}…"


def place(document: Document, passage: Passage | Span) -> str:
    """Return the titles of the sections around a passage, the outermost first."""
    return " > ".join(section.title for section in document.path_of(passage.section) if section.title)


def _line(assessment: Assessment, suggestion: Suggestion, language: str) -> tuple[Cell, ...]:
    d = suggestion.disclosure
    document = assessment.report.documents[suggestion.document]
    short = assessment.catalog.frameworks[d.framework].short
    where = _place(document, document.passages[suggestion.passage])
    hints = cell(suggestion.score), _figure(suggestion.fact, language), _each(suggestion.matched)
    return row(short, d.code, in_language(d.title, language), *where, *hints)


def _figure(fact: Fact | None, language: str) -> Cell:
    return cell(figure_text(fact, language) if fact else "")


def _each(texts: Iterable[str]) -> Cell:
    return Cell(tuple((text, "") for text in texts))


def _place(document: Document, passage: Passage) -> tuple[Cell, ...]:
    href = target(document.path, passage.anchor)
    return (
        cell(str(passage.location)),
        cell(place(document, passage)),
        cell(excerpt(passage.text), href),
        cell(passage.page),
    )


def _untagged(assessment: Assessment, document: int) -> Iterator[tuple[int, Passage]]:
    """Yield the passages with text and without tag or omission, except headings and printed indexes."""
    source = assessment.report.documents[document]
    reached = {
        number
        for link in (*assessment.tags, *assessment.omissions)
        if link.document == document and link.status.counts
        for number in range(link.statement.span.first, link.statement.span.last)
    }
    reached |= {number for first, last in source.indexes for number in range(first, last)}
    for number, passage in enumerate(source.passages):
        if number not in reached and passage.kind != "heading" and passage.text.strip():
            yield number, passage
