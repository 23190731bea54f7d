"""The entries of printed indexes, and the data of the frameworks that the reader needs."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import NamedTuple, Protocol

from disclosure_index.model import Finding, Location, Reason
from disclosure_index.reading.plain_title import plain


class Mention(Protocol):
    """A code in a text, with its offsets."""

    @property
    def code(self) -> str:
        """The code in the framework's form."""

    @property
    def datapoints(self) -> tuple[str, ...]:
        """The letters after it."""

    @property
    def start(self) -> int:
        """Its start."""

    @property
    def end(self) -> int:
        """Its end."""


class KnownCode(NamedTuple):
    """A disclosure, with the fields that the reader needs."""

    code: str
    edition: str
    titles: tuple[str, ...] = ()  # in every language
    part: str = ""  # the Standard or industry it belongs to


_SEPARATORS = r"[\s,;，；、/／|｜&＆+·•()（）.:：\-–—]+|\b(?:and|or|to|kpis?|disclosures?)\b|及|和|与|與|至"


def any_name(names: Iterable[str]) -> str:
    """Return a pattern for any of these names as separate words."""
    return rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?![A-Za-z])"


def stem(code: str) -> str:
    """Return the common part of neighbouring codes: 305 of 305-1, A1 of A1.2."""
    return code.rpartition("-")[0] or code.rpartition(".")[0]


@dataclass(frozen=True)
class FrameworkHints:
    """A framework and the printed forms of its codes.

    Args:
        find: finds the framework's codes in a text.
        codes: all codes, one entry per edition.
        names: the framework's names in column heads and captions ("GRI", "港交所").
        leads: the prefixes that make a bare number or letter readable ("IFRS S2", "Principle").
        groups: the meanings of the names of parts, aspects and topics, which are not disclosures.
        reasons: the reasons for omission that it accepts.
        headed: the code of each name that replaces it, where the names are in the form for comparison.
        short: the framework's short name.
        columns: the role of a column whose head is a framework's name ("code", "other"), for every framework.
        under_group: disclosures without a code of their own, which share that of the group above.
        without_disclosures: a part of the framework that has no codes, but is rightly named in an index.
        may_hold: matches every text that contains a code; None if there is no such pattern.

    """

    find: Callable[[str], Sequence[Mention]]
    codes: tuple[KnownCode, ...]
    names: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    groups: Mapping[str, str] = field(default_factory=dict)
    reasons: tuple[Reason, ...] = ()
    headed: Mapping[str, str] = field(default_factory=dict)
    short: str = ""
    columns: tuple[tuple[str, tuple[str, ...]], ...] = ()
    under_group: re.Pattern[str] = re.compile("(?!)")
    without_disclosures: re.Pattern[str] = re.compile("(?!)")
    may_hold: re.Pattern[str] | None = None

    @cached_property
    def by_code(self) -> Mapping[str, tuple[KnownCode, ...]]:
        """The entries of each code."""
        table: dict[str, tuple[KnownCode, ...]] = {}
        for entry in self.codes:
            table[entry.code] = (*table.get(entry.code, ()), entry)
        return table

    @cached_property
    def beside(self) -> Mapping[str, Sequence[KnownCode]]:
        """The entries of each group of codes, by `stem`."""
        table: dict[str, list[KnownCode]] = {}
        for entry in self.codes:
            table.setdefault(stem(entry.code), []).append(entry)
        return table

    @cached_property
    def name_patterns(self) -> Sequence[tuple[int, re.Pattern[str]]]:
        """The length and the pattern of each name."""
        return tuple((len(name), re.compile(any_name([name]), re.IGNORECASE)) for name in self.names)

    @cached_property
    def separators(self) -> re.Pattern[str]:
        """The separators between two codes of a list, which have no meaning."""
        names = sorted({self.short, *self.names} - {""}, key=len, reverse=True)
        return re.compile(rf"{_SEPARATORS}|{any_name(names)}", re.IGNORECASE)

    @cached_property
    def plain_groups(self) -> Mapping[str, str]:
        """The meaning of groups, by their names in the form for comparison."""
        return {plain(name): code for name, code in self.groups.items()}

    @cached_property
    def _group_names(self) -> re.Pattern[str]:
        names = sorted(map(re.escape, self.groups), key=len, reverse=True)
        return re.compile(rf"\W*({'|'.join(names) or '(?!)'})(?![a-z])", re.IGNORECASE)

    def group_at(self, text: str) -> str:
        """Return the name of the group at the beginning of a text: "Governance: Disclose …"; "" without one."""
        match = self._group_names.match(text)
        return match[1] if match else ""

    @cached_property
    def _standard(self) -> re.Pattern[str]:
        name = rf"(?:{any_name(self.names)}|standards?)"
        return re.compile(rf"\W*(?:{name}\W*)?(?P<number>\d{{1,3}})(?![\d-])\W*", re.IGNORECASE)

    @cached_property
    def stems(self) -> frozenset[str]:
        """The stems of the codes: the numbers of Standards, the letters of aspects."""
        return frozenset(stem(entry.code) for entry in self.codes) - {""}

    def standard_in(self, text: str) -> str:
        """Return the number of the Standard in a text that has none of its codes: "GRI 302: Energy"."""
        match = self._standard.match(text)
        if match is None or match["number"] not in self.stems or self.find(text):
            return ""
        is_number_alone = match.end("number") - match.start() == len(match["number"])
        return match["number"] if not is_number_alone or len(match["number"]) > 2 else ""

    @cached_property
    def plain_titles(self) -> Sequence[tuple[str, str]]:
        """Every title, in the form for comparison, with its code."""
        return tuple((plain(title), entry.code) for entry in self.codes for title in entry.titles if title)

    @cached_property
    def title_names(self) -> frozenset[str]:
        """Every title, in the form for comparison."""
        return frozenset(title for title, _ in self.plain_titles)


_MOST = 65_536  # cells in the cache


def remembering(hints: FrameworkHints) -> FrameworkHints:
    """Return the hints with a cached `find`, which skips texts that cannot hold a code.

    A cell is read several times, for its column, its row and its claims, but its codes are found once.
    """
    may_hold = hints.may_hold

    @lru_cache(maxsize=_MOST)
    def find(text: str) -> Sequence[Mention]:
        return tuple(hints.find(text)) if may_hold is None or may_hold.search(text) else ()

    return replace(hints, find=find)


class Place(NamedTuple):
    """A location in a cell of an index, or the answer in the cell's own words if it gives no location.

    Args:
        text: as printed.
        path: the titles of a section, outermost first.
        pages: beside the words of the path, or alone.
        document: the other document with the location; "" without one.
        is_own: whether the cell calls it a section of the report itself.

    """

    text: str
    path: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    document: str = ""
    is_own: bool = False

    @property
    def is_answer(self) -> bool:
        """Whether the words are not a location."""
        return not (self.path or self.pages or self.document)


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """The entry of one row of a printed index for one disclosure."""

    framework: str
    code: str
    row: Location
    edition: str | None = None
    datapoints: tuple[str, ...] = ()
    title: str = ""  # of the disclosure, as printed
    location_text: str = ""  # as printed
    pages: tuple[str, ...] = ()  # "7", "41-43", "14+" for "14 et seq."
    sections: tuple[tuple[str, ...], ...] = ()  # title paths, outermost first
    note: str = ""
    topic: str = ""  # the group row or side column above
    omission_reason: str = ""
    explanation: str = ""  # of the omission: the cell that explains it
    documents: tuple[str, ...] = ()  # other documents named in it, as printed
    anchors: tuple[str, ...] = ()  # the targets in this document of the row's links
    printed_page: str = ""  # of the row itself
    passage: int = -1  # the number of the row, whose location others on its line share; -1 outside tables
    places: tuple[Place, ...] = ()  # the locations in its cells, each with the pages beside it
    is_blank: bool = False  # the cells for its location, its answer and its reason are all empty

    @property
    def section(self) -> tuple[str, ...]:
        """The first title path; () without one."""
        return self.sections[0] if self.sections else ()


@dataclass(frozen=True, slots=True)
class PrintedIndexes:
    """All claims of a document, in reading order, and findings on its tables."""

    claims: tuple[IndexEntry, ...] = ()
    findings: tuple[Finding, ...] = ()
    unread: tuple[tuple[Location, str], ...] = ()  # cells in columns of unknown meaning
