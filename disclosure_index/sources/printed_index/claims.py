"""What a printed index says, and what a caller tells the reader about the frameworks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from disclosure_index.model import Finding, Location, Reason


class Mention(Protocol):
    """A code in a text, at offsets into it."""

    @property
    def code(self) -> str:
        """The code as the framework has it."""

    @property
    def datapoints(self) -> tuple[str, ...]:
        """The letters behind it."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


@dataclass(frozen=True, slots=True)
class KnownCode:
    """A disclosure, as far as the reader needs it."""

    code: str
    edition: str
    titles: tuple[str, ...] = ()  # in every language
    part: str = ""  # the Standard or industry it belongs to


@dataclass(frozen=True, slots=True)
class FrameworkHints:
    """One framework as its codes are printed.

    Args:
        find: finds the framework's codes in a text.
        codes: all codes, one entry per edition.
        names: the framework's names as column heads and captions print them ("GRI", "港交所").
        leads: what makes a bare number or letter readable when it is put before it ("IFRS S2", "Principle").
        groups: names of parts, aspects and topics, which are no disclosures, by what they stand for.
        reasons: the reasons for omission that it accepts.

    """

    find: Callable[[str], Sequence[Mention]]
    codes: tuple[KnownCode, ...]
    names: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    groups: Mapping[str, str] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What one row of a printed index says of one disclosure."""

    framework: str
    code: str
    row: Location
    edition: str | None = None
    datapoints: tuple[str, ...] = ()
    title: str = ""  # the disclosure's, as printed
    location_text: str = ""  # as printed
    pages: tuple[str, ...] = ()  # "7", "41-43", "14+" for "14 et seq."
    sections: tuple[tuple[str, ...], ...] = ()  # title paths, outermost first
    note: str = ""
    topic: str = ""  # the group row or side column above
    omission_reason: str = ""
    printed_page: str = ""  # of the row itself

    @property
    def section(self) -> tuple[str, ...]:
        """The first title path, () where none is printed."""
        return self.sections[0] if self.sections else ()


@dataclass(frozen=True, slots=True)
class PrintedIndexes:
    """All claims of a document, in reading order, and what is wrong with its tables."""

    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
