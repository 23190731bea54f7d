"""Splices: replacements of byte ranges, with the element expected in the result."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from disclosure_index.edits.start_tags import StartTag


@dataclass(frozen=True, slots=True)
class Splice:
    """Replace the bytes from `start` to `end` (exclusive) by `new`."""

    start: int
    end: int
    new: bytes
    name: str = ""  # the name of the element expected `lead` bytes into `new`; "" for none
    attributes: Mapping[str, str] = field(default_factory=dict)
    lead: int = 0


def of_tag(start: int, old: bytes, tag: StartTag, new: bytes) -> Splice:
    """Return the splice of a changed start tag."""
    return Splice(start, start + len(old), new, tag.name, {a.name: a.value for a in tag.attributes})


def overlap(splices: Sequence[Splice]) -> Splice | None:
    """Return the first of sorted splices that overlaps the next one."""
    return next((a for a, b in pairwise(splices) if a.end > b.start), None)


def join(source: bytes, splices: Sequence[Splice]) -> bytes:
    """Return the source with the splices, which are sorted and do not overlap."""
    parts, at = [], 0
    for splice in splices:
        parts += [source[at : splice.start], splice.new]
        at = splice.end
    return b"".join([*parts, source[at:]])


def starts(splices: Sequence[Splice]) -> list[int]:
    """Return the offsets of the new bytes of each splice in the result."""
    grown, found = 0, []
    for splice in splices:
        found.append(splice.start + grown)
        grown += len(splice.new) - (splice.end - splice.start)
    return found


def groups(splices: Sequence[Splice]) -> list[range]:
    """Return the runs of adjacent splices, each of which is undone as one."""
    found: list[range] = []
    for number, splice in enumerate(splices):
        if found and splices[number - 1].end == splice.start:
            found[-1] = range(found[-1].start, number + 1)
        else:
            found.append(range(number, number + 1))
    return found
