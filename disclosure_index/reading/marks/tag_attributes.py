"""The tags and omissions of an element with marks, and findings on faulty marks."""

from collections.abc import Iterator

from disclosure_index.messages import message
from disclosure_index.model import Finding, Location, Omission, Span, Tag, parse_reference
from disclosure_index.reading.marks.element_marks import Marks


def tags(marks: Marks, span: Span) -> Iterator[Tag]:
    """Yield the tags of an element that covers `span`."""
    reviewed = _reviewed(marks)
    for word in (marks.disclosure or "").split():
        yield Tag(word, parse_reference(word), span, word.casefold() in reviewed)


def omissions(marks: Marks, span: Span, explanation: str) -> Iterator[Omission]:
    """Yield the omissions of an element whose text explains them."""
    reviewed = _reviewed(marks)
    for word in (marks.omission or "").split():
        yield Omission(
            word, parse_reference(word), marks.reason.strip(), explanation, span, word.casefold() in reviewed
        )


def findings(marks: Marks, span: Span) -> Iterator[Finding]:
    """Report the empty attributes, and the reviewed marks of references that the element does not name."""
    for name, value in (("data-disclosure", marks.disclosure), ("data-omission", marks.omission)):
        if value is not None and not value.strip():
            problem = message("{attribute} is empty", attribute=name)
            yield Finding("DI210", problem, span.location, message("Name a disclosure, or remove the attribute"))
    if reviewed := _reviewed(marks):
        named = f"{marks.disclosure or ''} {marks.omission or ''}".casefold().split()
        for word in sorted(reviewed.difference(named)):
            yield Finding(
                "DI212",
                message('data-reviewed names "{reference}", but the element has no such tag', reference=word),
                span.location,
                message("Review the current tag, or remove the mark"),
            )


def _reviewed(marks: Marks) -> frozenset[str]:
    return frozenset(marks.reviewed.casefold().split()) if marks.reviewed else frozenset()


def repeated_anchor(anchor: str, first: Location, again: Location) -> Finding:
    """Return the finding on an id that two elements have."""
    problem = message('The id "{id}" is already used at {first}', id=anchor, first=first)
    hint = message("Give each element its own id: links and findings point to it")
    return Finding("DI602", problem, again, hint, anchor=anchor)
