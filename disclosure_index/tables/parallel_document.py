"""One document in another language, with the titles and words of its twins."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.linking import Link
from disclosure_index.model import Document, Omission, Passage


def in_language(assessment: Assessment, document: int, language: str) -> Assessment:
    """Return the assessment with the titles and words of one document in `language`; its places are unchanged.

    Twins have the same anchors. Elements without a twin, and reports without `language`, are unchanged.
    """
    documents = list(assessment.report.documents)
    original = documents[document]
    other = next((d for d in documents if d.language == language), original)
    if other is original:
        return assessment
    titles = {section.anchor: section.title for section in other.sections if section.anchor}
    sections = tuple(s._replace(title=titles.get(s.anchor) or s.title) for s in original.sections)
    title = other.title or original.title
    documents[document] = replace(original, title=title, sections=sections, passages=tuple(_passages(original, other)))
    words = {omission.span.anchor: omission.explanation for omission in other.omissions if omission.span.anchor}
    coverage = tuple(
        row._replace(omissions=tuple(_explained(link, document, words) for link in row.omissions))
        for row in assessment.coverage
    )
    return replace(assessment, report=replace(assessment.report, documents=tuple(documents)), coverage=coverage)


def _passages(original: Document, other: Document) -> Iterator[Passage]:
    """Yield the passages with the words of their twins."""
    twins = twin_passages(original, other)
    for number, passage in enumerate(original.passages):
        yield passage._replace(text=other.passages[twins[number]].text) if number in twins else passage


def twin_passages(original: Document, other: Document) -> dict[int, int]:
    """Return the twins of passages in another language version, by number.

    Sections with the same anchor are twins, and so are their passages if both have as many of each kind.
    """
    found: dict[int, int] = {}
    theirs = _by_section(other)
    for anchor, numbers in _by_section(original).items():
        pairs = list(zip_longest(numbers, theirs.get(anchor, ())))
        if all(
            a is not None and b is not None and original.passages[a].kind == other.passages[b].kind for a, b in pairs
        ):
            found.update(pairs)
    return found


def _by_section(document: Document) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, passage in enumerate(document.passages):
        if passage.section is not None and (anchor := document.sections[passage.section].anchor):
            found.setdefault(anchor, []).append(number)
    return found


def _explained(link: Link, document: int, words: dict[str, str]) -> Link:
    statement = link.statement
    if link.document != document or not isinstance(statement, Omission):
        return link
    return link._replace(
        statement=statement._replace(explanation=words.get(statement.span.anchor) or statement.explanation)
    )
