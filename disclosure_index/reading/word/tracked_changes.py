"""Tracked changes of a Word file: read as accepted, and reported once."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure_index.messages import message, plural
from disclosure_index.model import Finding, Location
from disclosure_index.reading.word.styles import child, local

if TYPE_CHECKING:
    from lxml import etree

_CHANGES = frozenset(("ins", "del", "moveFrom", "moveTo"))


def tracked_changes(body: "etree._Element", path: str) -> Iterator[Finding]:
    """Report the tracked changes, in one finding at the first paragraph that has one."""
    count = first = ordinal = 0
    for element in body.iter():
        name = local(element)
        ordinal += name == "p"
        if name in _CHANGES:
            count += 1
            first = first or max(ordinal, 1)
    if count:
        problem = plural(
            "{number} tracked change is read as accepted", "{number} tracked changes are read as accepted", count
        )
        hint = message("Accept or reject the changes in Word before the report is published")
        yield Finding("DI620", problem, Location(path, first, 1), hint)


def is_deleted(row: "etree._Element") -> bool:
    """Whether a table row disappears once the changes are accepted."""
    return child(row, "trPr", "del") is not None
