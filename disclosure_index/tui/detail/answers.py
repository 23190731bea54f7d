"""The passages that answer a disclosure, each with its neighbours; and the explanations of omissions. Pure."""

from collections.abc import Iterator

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import COLON, joined, label, message, render
from disclosure_index.model import Document, Location, Omission, Span, in_language
from disclosure_index.tables.table import pages
from disclosure_index.tui.detail.heads import EMPTY, head
from disclosure_index.tui.detail.targets import Answer
from disclosure_index.tui.safe_text import CELL_END, line
from disclosure_index.tui.widgets.blocks import RAIL, Block, Part

INSIDE, OUTSIDE = RAIL, "  "
MOST = 5
"""The most passages shown of a tag; a section may have hundreds."""
LONGEST = 320
"""The most characters shown of a passage; of a neighbour, a third."""


def answers(assessment: Assessment, row: Coverage, language: str) -> Iterator[Block]:
    """Yield every tag with its place and its text."""
    if row.links:
        answered = render(label("heading", "Answered by"), language)
        yield from head(f"{answered} ({len(row.links)})")
    for n, link in enumerate(row.links):
        if n:
            yield EMPTY
        document = assessment.report.documents[link.document]
        yield Block(
            (place(document, link, row, language), *excerpt(document, link.statement.span, language)), Answer(link)
        )


def omissions(assessment: Assessment, row: Coverage, language: str) -> Iterator[Block]:
    """Yield every omission with its reason and its explanation."""
    reasons = {r.id: r.title for r in assessment.catalog.frameworks[row.disclosure.framework].reasons}
    if row.omissions:
        yield from head(render(label("column", "Omission"), language))
    for link in row.omissions:
        statement = link.statement
        if isinstance(statement, Omission):
            reason = in_language(reasons.get(statement.reason, {}), language) or statement.reason
            said = render(joined(COLON, (label("column", "Reason"), line(reason) or label("cell", "none"))), language)
            document = assessment.report.documents[link.document]
            parts = (place(document, link, row, language), Part(said), Part(line(statement.explanation), "", INSIDE))
            yield Block(parts, Answer(link))


def place(document: Document, link: Link, row: Coverage, language: str) -> Part:
    """Return the place of a tag or an omission, and whether it has been reviewed."""
    statement = link.statement
    path = " > ".join(section.title for section in document.path_of(statement.span.section) if section.title)
    texts = [path or document.title]
    if statement.span.page:
        texts.append(render(label("place", "p. {pages}", pages=pages(statement.span)), language))
    texts.append(f"{document.language}:{statement.span.location.line}")
    if link.disclosure and link.disclosure.uid != row.disclosure.uid:
        texts.append(render(message("through the tag of {code} above it", code=link.disclosure.code), language))
    texts.append(render(label("mark", "reviewed") if statement.reviewed else label("mark", "not reviewed"), language))
    return Part(line(CELL_END.join(texts)), "dim")


def excerpt(document: Document, span: Span, language: str) -> Iterator[Part]:
    """Yield the passages of a tag, set apart from the passages before and after."""
    if span.text is not None:
        around = document.passages[span.first].text if span.first < len(document.passages) else ""
        yield Part(line(around[:LONGEST]), "", INSIDE, (line(span.text),) if span.text.strip() else ())
        return
    if span.first > 0:
        yield Part(short(document.passages[span.first - 1].text, LONGEST // 3), "dim", OUTSIDE)
    for passage in document.passages[span.first : min(span.last, span.first + MOST)]:
        yield Part(short(passage.text), "strong" if passage.kind == "heading" else "", INSIDE)
    if (more := span.last - span.first - MOST) > 0:
        yield Part(render(message("… {number} more", number=more), language), "dim", INSIDE)
    if span.last < len(document.passages):
        yield Part(short(document.passages[span.last].text, LONGEST // 3), "dim", OUTSIDE)


def short(text: str, longest: int = LONGEST) -> str:
    """Return the beginning of a passage, as `longest` characters."""
    return line(text) if len(text) <= longest else line(text[: longest - 1]) + "…"


def quoted(assessment: Assessment, location: Location, longest: int) -> str:
    """Return the beginning of the text of the element at a location."""
    document = next((d for d in assessment.report.documents if d.path == location.path), None)
    passages = document.passages if document else ()
    at = (passage for passage in passages if (passage.location.line, passage.location.column) >= location[1:3])
    return short(next((passage.text for passage in at), ""), longest)
