"""Explanations of omissions that exist in the tagged document only, and are kept in it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from disclosure_index.model import Document, Omission, Passage, Span


class Paragraph(NamedTuple):
    """A paragraph that explains an omission, and the passage after it."""

    omission: Omission
    before: int


def with_paragraphs(document: Document, paragraphs: Sequence[Paragraph]) -> Document:
    """Return a document with these paragraphs inserted; everything after them moves on."""
    if not paragraphs:
        return document
    ordered = sorted(paragraphs, key=lambda one: one.before)
    passages: list[Passage] = []
    omissions: list[Omission] = []
    moved: list[int] = []  # the new number of each passage
    rest = list(ordered)
    for number in range(len(document.passages) + 1):
        while rest and rest[0].before == number:
            one = rest.pop(0).omission
            passages.append(_passage(document, number, one, len(rest)))
            omissions.append(_at(one, passages[-1], len(passages) - 1))
        if number < len(document.passages):
            moved.append(len(passages))
            passages.append(document.passages[number])
    moved.append(len(passages))
    return replace(
        document,
        passages=tuple(passages),
        tags=tuple(tag._replace(span=_moved(tag.span, moved)) for tag in document.tags),
        omissions=(*(one._replace(span=_moved(one.span, moved)) for one in document.omissions), *omissions),
        indexes=tuple((moved[first], moved[last - 1] + 1) for first, last in document.indexes),
    )


def _passage(document: Document, before: int, omission: Omission, ordinal: int) -> Passage:
    """Return the paragraph as a passage in the section of the passage before it."""
    behind = document.passages[before - 1] if before else document.passages[0]
    at = behind.location._replace(column=behind.location.column + 1 + ordinal)  # a place that no other element has
    return Passage("paragraph", omission.explanation, at, behind.section, "", behind.last_page, omission.span.language)


def _at(omission: Omission, passage: Passage, number: int) -> Omission:
    span = Span(
        "p",
        passage.location,
        passage.section,
        number,
        number + 1,
        None,
        "",
        passage.page,
        passage.page,
        passage.language,
    )
    return omission._replace(span=span)


def _moved(span: Span, moved: Sequence[int]) -> Span:
    first = moved[span.first]
    return span._replace(first=first, last=moved[span.last - 1] + 1 if span.last > span.first else first)
