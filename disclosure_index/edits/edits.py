"""Edits as values: what is to change, and the place as it was seen by who wants it changed."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from disclosure_index.model import Location, Pending

Table = Literal["owners", "due", "notes"]
"""The tables of the project file in which people note something about disclosures."""


@dataclass(frozen=True, slots=True)
class Place:
    """An element, by its start tag: where that stands, as a `Location` counts, and its very bytes.

    A source in which something else stands there has changed since: the edit is refused as a clash.
    """

    path: str
    line: int
    column: int
    element: str  # its name as written, with its prefix
    start_tag: bytes

    @property
    def location(self) -> Location:
        """Where the start tag begins."""
        return Location(self.path, self.line, self.column)


@dataclass(frozen=True, slots=True)
class AddTag:
    """The element answers these disclosures, too; what it is tagged with already stays as it is."""

    place: Place
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemoveTag:
    """The element does not answer these disclosures; it has to be tagged with each, in upper or lower case."""

    place: Place
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReplaceTag:
    """The element answers `by` in place of `reference`: another edition, other datapoints."""

    place: Place
    reference: str
    by: str


@dataclass(frozen=True, slots=True)
class JoinTags:
    """Words of the element's tags, one after another, become one reference: "GRI 305-1" was meant as one."""

    place: Place
    words: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class KeepFirst:
    """A reference that stands several times at the element stays where it stands first, in upper or lower case."""

    place: Place
    reference: str


@dataclass(frozen=True, slots=True)
class RenameAttribute:
    """The attribute has another name, under which the element has none yet; its value stays as written."""

    place: Place
    name: str
    by: str


@dataclass(frozen=True, slots=True)
class SetPageLabel:
    """The page break, which names no page, names this one."""

    place: Place
    label: str


@dataclass(frozen=True, slots=True)
class SetOmission:
    """The element explains why exactly these disclosures are not reported; none of them: it explains nothing."""

    place: Place
    references: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MarkReviewed:
    """A person has looked at these tags and omissions of the element and found them right; or takes that back."""

    place: Place
    references: tuple[str, ...]
    reviewed: bool = True


@dataclass(frozen=True, slots=True)
class Suppress:
    """Findings of these rules about the element are known and accepted until a day, which somebody answers for."""

    place: Place
    rules: tuple[str, ...]
    reason: str
    owner: str
    until: str  # YYYY-MM-DD


@dataclass(frozen=True, slots=True)
class SetNote:
    """The project file says this of a disclosure; None: nothing any more."""

    path: str
    table: Table
    disclosure: str  # as framework:code; of owners and due a group or a framework, too
    value: str | None  # of due a day as 2026-01-31


@dataclass(frozen=True, slots=True)
class ReplaceLines:
    """Lines of the project file, the first counted from 1, give way to as many others, as they were seen."""

    path: str
    first: int
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemovePending:
    """The project file keeps this statement no longer: a person has placed it, or wants it no more.

    It has to be there as it was seen; of several that are equal, one goes.
    """

    path: str
    entry: Pending


@dataclass(frozen=True, slots=True)
class ExplainOmission:
    """One new paragraph, on a line of its own, explains why these disclosures are not reported."""

    place: Place
    where: Literal["after", "inside"]  # after the element; or inside it, as its last child
    references: tuple[str, ...]
    reason: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Reword:
    """The element says this, and nothing else; it has to hold text alone, with line breaks in it or without.

    `whole` are its bytes as they were seen, from the start tag to the end tag.
    """

    place: Place
    whole: bytes
    text: str


@dataclass(frozen=True, slots=True)
class RemoveElement:
    """The element goes with all that is in it, and with its line where it has one of its own.

    `whole` are its bytes as they were seen, from the start tag to the end tag.
    """

    place: Place
    whole: bytes


class KeptEntry(NamedTuple):
    """A part of a package as it is stored: its name, the digest of its content, and its records in the archive."""

    name: str
    digest: bytes
    stored: bytes  # its local header and data
    listed: bytes  # its entry of the central directory


@dataclass(frozen=True, slots=True)
class PutBack:
    """What leads back: `gap` bytes from the start of the element's start tag on, `now` becomes `then`.

    Made by `apply`, and by `marked_regions` for what the program has made itself. `apply` keeps the digest of the file
    that it was made for, and as much of what stands around `now` as makes it the only such place there: in a file that
    has changed since, it is looked for by that.
    """

    place: Place
    gap: bytes
    now: bytes
    then: bytes
    digest: bytes = b""
    around: tuple[bytes, bytes] = (b"", b"")
    kept: tuple[KeptEntry, ...] = ()  # of a package: what was replaced, as it was stored


@dataclass(frozen=True, slots=True)
class PutBackFile:
    """The inverse of an edit of the project file: replaces the whole file, `now`, by `then`."""

    path: str
    now: bytes
    then: bytes


Spelling: TypeAlias = JoinTags | KeepFirst | RenameAttribute | SetPageLabel
"""The edits of how a start tag is written. Only XHTML has them."""

TagEdit: TypeAlias = AddTag | RemoveTag | ReplaceTag | SetOmission | MarkReviewed | Suppress | Spelling
"""The edits that change one start tag and nothing else."""

SourceEdit: TypeAlias = TagEdit | ExplainOmission | Reword | RemoveElement | PutBack
"""The edits of a document."""

ProjectFileEdit: TypeAlias = SetNote | ReplaceLines | RemovePending | PutBackFile
"""The edits of the project file."""

Edit: TypeAlias = SourceEdit | ProjectFileEdit
