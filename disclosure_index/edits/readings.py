"""The texts and statements of a source, to compare before and after an edit."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from disclosure_index.model import DataSuppress, Document
from disclosure_index.reading.builder import Marks

Statement = tuple[str, str, bool]
"""A tag or an omission: its kind, its reference in lower case, and whether it is reviewed. Or the suppression of one
rule, with its facts, never reviewed."""


class Reading(NamedTuple):
    """The texts of a source by kind of element, and its statements by line and column."""

    texts: Counter[tuple[str, str]]
    statements: tuple[tuple[tuple[int, int], Statement], ...]


def stated(marks: Marks) -> Iterator[Statement]:
    """Yield the statements of an element."""
    reviewed = (marks.reviewed or "").casefold().split()
    for kind, value in (("tag", marks.disclosure), ("omission", marks.omission)):
        for word in (value or "").casefold().split():
            yield kind, word, word in reviewed


def suppressed(rules: str, *facts: str) -> Iterator[Statement]:
    """Yield the suppression of each rule, with its reason, owner and last day."""
    for rule in rules.split():
        yield "suppression", "\n".join((rule, *(fact.strip() for fact in facts))), False


def at_element(one: DataSuppress) -> Iterator[Statement]:
    """Yield the statements of a suppression at an element."""
    return suppressed(one.rules, one.reason, one.owner, one.until)


def reading_of(document: Document) -> Reading:
    """Return the texts and statements of a document."""
    statements = [
        ((one.span.location.line, one.span.location.column), (kind, one.text.casefold(), one.reviewed))
        for kind, all_of_it in (("tag", document.tags), ("omission", document.omissions))
        for one in all_of_it
    ]
    for one in document.suppressions:
        statements += (((one.location.line, one.location.column), statement) for statement in at_element(one))
    return Reading(Counter((p.kind, p.text) for p in document.passages), tuple(statements))
