"""The outline of a source: every element with its place and its full text, in any format."""

from collections.abc import Collection
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

NEIGHBOUR = 80
"""Characters before and after an element that distinguish it from others with the same text; a line of a report
has about as many."""

_WINDOW = 8 * NEIGHBOUR  # characters as written, including indentation


class ElementIdentity(NamedTuple):
    """The identity of an element, by which it is found again."""

    name: str
    id: str
    path: tuple[str, ...]  # the elements around it, each with its id
    text: str  # the digest of all its text, white space folded
    opening: str  # the beginning of its text, where it has child elements
    before: str  # the text before it
    after: str  # the text after it


class FoundElement(NamedTuple):
    """An element with its line and column."""

    place: tuple[int, int]
    identity: ElementIdentity


class Start(NamedTuple):
    """The start of an element."""

    place: tuple[int, int]
    name: str
    id: str
    path: tuple[str, ...]
    begin: int  # characters of text before it


@dataclass(slots=True)
class Outline:
    """The outline of a source, built by calls in reading order: `start`, `text`, `end`."""

    starts: list[Start] = field(default_factory=list)
    _ends: dict[int, tuple[int, bool]] = field(default_factory=dict)
    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _open: list[int] = field(default_factory=list)
    _around: list[tuple[str, ...]] = field(default_factory=lambda: [()])

    @property
    def depth(self) -> int:
        """The number of open elements."""
        return len(self._open)

    def start(self, place: tuple[int, int], name: str, id: str) -> None:
        """Open an element."""
        self._open.append(len(self.starts))
        self.starts.append(Start(place, name, id, self._around[-1], self._length))
        self._around.append((*self._around[-1], f"{name}#{id}"))

    def end(self, *_: object) -> None:
        """Close the innermost element."""
        self._around.pop()
        number = self._open.pop()
        self._ends[number] = self._length, number < len(self.starts) - 1

    def text(self, data: str) -> None:
        """Add text to the open elements."""
        self._pieces.append(data)
        self._length += len(data)

    def identities(self, depths: Collection[int], ids: Collection[str]) -> list[FoundElement]:
        """Return the elements at some depths, which cannot contain each other, and those with some ids."""
        text = "".join(self._pieces)
        return [
            FoundElement(start.place, self._identity(number, start, text))
            for number, start in enumerate(self.starts)
            if len(start.path) in depths or start.id in ids
        ]

    def _identity(self, number: int, start: Start, text: str) -> ElementIdentity:
        end, is_parent = self._ends[number]
        begin = start.begin
        own = _folded(text[begin:end])
        return ElementIdentity(
            start.name,
            start.id,
            start.path,
            sha256(own.encode("utf-8", "replace")).hexdigest(),
            own[:NEIGHBOUR] if is_parent else "",
            _folded(text[max(0, begin - _WINDOW) : begin])[-NEIGHBOUR:],
            _folded(text[end : end + _WINDOW])[:NEIGHBOUR],
        )


def _folded(text: str) -> str:
    return " ".join(text.split())
