"""Edits as values: each holds the change, and its place as seen by the caller."""

from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from disclosure_index.model import Location, Pending

Table = Literal["owners", "due", "notes"]
"""The tables of the project file with notes about disclosures."""


@dataclass(frozen=True, slots=True)
class Place:
    """An element, identified by its start tag: its position, counted as in `Location`, and its exact bytes.

    Where the source has other bytes there, it has changed since, and the edit is refused as a clash.
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
    """Tag the element with these disclosures; the tags that it has stay as they are."""

    place: Place
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemoveTag:
    """Remove these tags from the element. It must have each of them, in upper or lower case."""

    place: Place
    references: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReplaceTag:
    """Replace the tag `reference` by `by`: another edition, other datapoints."""

    place: Place
    reference: str
    by: str


@dataclass(frozen=True, slots=True)
class JoinTags:
    """Join consecutive words of the element's tags to one reference, as where "GRI 305-1" was written for one."""

    place: Place
    words: tuple[str, ...]
    by: str


@dataclass(frozen=True, slots=True)
class KeepFirst:
    """Keep the first occurrence of a repeated reference of the element, in upper or lower case."""

    place: Place
    reference: str


@dataclass(frozen=True, slots=True)
class RenameAttribute:
    """Rename an attribute to a name that the element does not have yet; its value stays as written."""

    place: Place
    name: str
    by: str


@dataclass(frozen=True, slots=True)
class SetPageLabel:
    """Name the page of a page break that has no label."""

    place: Place
    label: str


@dataclass(frozen=True, slots=True)
class SetOmission:
    """Make the element explain the omission of exactly these disclosures; with no references, of none."""

    place: Place
    references: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MarkReviewed:
    """Mark these tags and omissions of the element as reviewed and found right, or remove the mark."""

    place: Place
    references: tuple[str, ...]
    reviewed: bool = True


@dataclass(frozen=True, slots=True)
class Suppress:
    """Accept the findings of these rules about the element until a day; an owner is responsible."""

    place: Place
    rules: tuple[str, ...]
    reason: str
    owner: str
    until: str  # YYYY-MM-DD


@dataclass(frozen=True, slots=True)
class SetNote:
    """Set the note on a disclosure in the project file; None removes it."""

    path: str
    table: Table
    disclosure: str  # as framework:code; for owners and due days also a group or a framework
    value: str | None  # for due days as 2026-01-31


@dataclass(frozen=True, slots=True)
class ReplaceLines:
    """Replace lines of the project file, counted from 1, by as many others, provided they are still as seen."""

    path: str
    first: int
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemovePending:
    """Remove a pending statement from the project file: it has been placed, or is no longer wanted.

    It must be there as it was seen; of several equal ones, one is removed.
    """

    path: str
    entry: Pending


@dataclass(frozen=True, slots=True)
class ExplainOmission:
    """Insert a new paragraph, on a line of its own, that explains the omission of these disclosures."""

    place: Place
    where: Literal["after", "inside"]  # after the element; or inside it, as its last child
    references: tuple[str, ...]
    reason: str
    explanation: str


@dataclass(frozen=True, slots=True)
class Reword:
    """Replace the text of the element, which must contain nothing but text and line breaks.

    `whole` holds its bytes as they were seen, from the start tag to the end tag.
    """

    place: Place
    whole: bytes
    text: str


@dataclass(frozen=True, slots=True)
class RemoveElement:
    """Remove the element with its content, and its line where it is alone on it.

    `whole` holds its bytes as they were seen, from the start tag to the end tag.
    """

    place: Place
    whole: bytes


class KeptEntry(NamedTuple):
    """A part of a package as stored: its name, the digest of its content, and its records in the archive."""

    name: str
    digest: bytes
    stored: bytes  # its local header and data
    listed: bytes  # its entry of the central directory


@dataclass(frozen=True, slots=True)
class PutBack:
    """The inverse of an edit: `gap` bytes after the start of the element's start tag, `now` becomes `then`.

    Made by `apply`, and by `marked_regions` for generated content. `apply` keeps the digest of the file that the edit
    was made for, and enough of the bytes around `now` to make the place unique: in a file that has changed since, the
    place is searched for by them.
    """

    place: Place
    gap: bytes
    now: bytes
    then: bytes
    digest: bytes = b""
    around: tuple[bytes, bytes] = (b"", b"")
    kept: tuple[KeptEntry, ...] = ()  # of a package: the replaced parts, as stored


@dataclass(frozen=True, slots=True)
class PutBackFile:
    """The inverse of an edit of the project file: replaces the whole file, `now`, by `then`."""

    path: str
    now: bytes
    then: bytes


Spelling: TypeAlias = JoinTags | KeepFirst | RenameAttribute | SetPageLabel
"""The edits of the spelling of a start tag. Only XHTML has them."""

TagEdit: TypeAlias = AddTag | RemoveTag | ReplaceTag | SetOmission | MarkReviewed | Suppress | Spelling
"""The edits that change one start tag and nothing else."""

SourceEdit: TypeAlias = TagEdit | ExplainOmission | Reword | RemoveElement | PutBack
"""The edits of a document."""

ProjectFileEdit: TypeAlias = SetNote | ReplaceLines | RemovePending | PutBackFile
"""The edits of the project file."""

Edit: TypeAlias = SourceEdit | ProjectFileEdit
