"""The entries of printed indexes, and what the reader needs to know of the frameworks."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import NamedTuple, Protocol

from disclosure_index.model import Finding, Location, Reason
from disclosure_index.reading.plain_title import plain


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


class KnownCode(NamedTuple):
    """A disclosure, as far as the reader needs it."""

    code: str
    edition: str
    titles: tuple[str, ...] = ()  # in every language
    part: str = ""  # the Standard or industry it belongs to


_SEPARATORS = r"[\s,;，；、/／|｜&＆+·•()（）.:：\-–—]+|\b(?:and|or|to|kpis?|disclosures?)\b|及|和|与|與|至"


def any_name(names: Iterable[str]) -> str:
    """Return a pattern for any of these names, where it is a word of its own."""
    return rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, names)) or '(?!)'})(?![A-Za-z])"


def stem(code: str) -> str:
    """Return what a code shares with those beside it: 305 of 305-1, A1 of A1.2."""
    return code.rpartition("-")[0] or code.rpartition(".")[0]


@dataclass(frozen=True)
class FrameworkHints:
    """One framework as its codes are printed.

    Args:
        find: finds the framework's codes in a text.
        codes: all codes, one entry per edition.
        names: the framework's names as column heads and captions print them ("GRI", "港交所").
        leads: what makes a bare number or letter readable when it is put before it ("IFRS S2", "Principle").
        groups: names of parts, aspects and topics, which are no disclosures, by what they stand for.
        reasons: the reasons for omission that it accepts.
        headed: names that stand in place of a code, in the form in which titles are compared, and the code.
        short: the framework's short name.
        columns: for every framework there is, what a column holds whose head is one of its names ("code", "other").
        under_group: what has no code of its own, and stands for the group above it.
        without_disclosures: a part that an index names rightly and that has no codes.
        may_hold: found in every text that holds a code; None where nothing is.

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
        """The entries of each group of codes, by what its codes begin with: see `stem`."""
        table: dict[str, list[KnownCode]] = {}
        for entry in self.codes:
            table.setdefault(stem(entry.code), []).append(entry)
        return table

    @cached_property
    def name_patterns(self) -> Sequence[tuple[int, re.Pattern[str]]]:
        """For each name, its length and how it is looked for."""
        return tuple((len(name), re.compile(any_name([name]), re.IGNORECASE)) for name in self.names)

    @cached_property
    def separators(self) -> re.Pattern[str]:
        """What stands between two codes of a list, and says nothing."""
        names = sorted({self.short, *self.names} - {""}, key=len, reverse=True)
        return re.compile(rf"{_SEPARATORS}|{any_name(names)}", re.IGNORECASE)

    @cached_property
    def plain_groups(self) -> Mapping[str, str]:
        """What groups stand for, by their names in the form in which titles are compared."""
        return {plain(name): code for name, code in self.groups.items()}

    @cached_property
    def _group_names(self) -> re.Pattern[str]:
        names = sorted(map(re.escape, self.groups), key=len, reverse=True)
        return re.compile(rf"\W*({'|'.join(names) or '(?!)'})(?![a-z])", re.IGNORECASE)

    def group_at(self, text: str) -> str:
        """Return the name of the group that a text begins with: "Governance: Disclose …"; "" where there is none."""
        match = self._group_names.match(text)
        return match[1] if match else ""

    @cached_property
    def _standard(self) -> re.Pattern[str]:
        name = rf"(?:{any_name(self.names)}|standards?)"
        return re.compile(rf"\W*(?:{name}\W*)?(?P<number>\d{{1,3}})(?![\d-])\W*", re.IGNORECASE)

    @cached_property
    def stems(self) -> frozenset[str]:
        """What the codes begin with: the numbers of Standards, the letters of aspects."""
        return frozenset(stem(entry.code) for entry in self.codes) - {""}

    def standard_in(self, text: str) -> str:
        """Return the number of the Standard that a text names, and no code of it: "GRI 302: Energy"."""
        match = self._standard.match(text)
        if match is None or match["number"] not in self.stems or self.find(text):
            return ""
        bare = match.end("number") - match.start() == len(match["number"])
        return match["number"] if not bare or len(match["number"]) > 2 else ""

    @cached_property
    def plain_titles(self) -> Sequence[tuple[str, str]]:
        """Every title, in the form in which titles are compared, with its code."""
        return tuple((plain(title), entry.code) for entry in self.codes for title in entry.titles if title)

    @cached_property
    def title_names(self) -> frozenset[str]:
        """Every title, in the form in which titles are compared."""
        return frozenset(title for title, _ in self.plain_titles)


_MOST = 65_536  # cells remembered


def remembering(hints: FrameworkHints) -> FrameworkHints:
    """Return the hints with a `find` that remembers, and passes over texts that cannot hold a code.

    A cell is looked at several times, for its column, its row and its claims: its codes are found once.
    """
    may_hold = hints.may_hold

    @lru_cache(maxsize=_MOST)
    def find(text: str) -> Sequence[Mention]:
        return tuple(hints.find(text)) if may_hold is None or may_hold.search(text) else ()

    return replace(hints, find=find)


class Place(NamedTuple):
    """One place that a cell of an index names, or its answer in its own words, where nothing else is given.

    Args:
        text: as printed.
        path: the titles of a section, outermost first.
        pages: that stand beside the words of the path, or alone.
        document: the other document that the place is in; "" where the cell names none.
        is_own: the cell says that this is a section of the report itself.

    """

    text: str
    path: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    document: str = ""
    is_own: bool = False

    @property
    def is_answer(self) -> bool:
        """Whether the words are no place."""
        return not (self.path or self.pages or self.document)


@dataclass(frozen=True, slots=True)
class IndexEntry:
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
    explanation: str = ""  # of the omission: the cell that explains it
    documents: tuple[str, ...] = ()  # other documents that it points at, as printed
    anchors: tuple[str, ...] = ()  # of this document, that links of the row lead to
    printed_page: str = ""  # of the row itself
    passage: int = -1  # the number of the row, whose location others on its line share; -1 where it is no table row
    places: tuple[Place, ...] = ()  # what its cells name, each with the pages beside it
    is_blank: bool = False  # the cells for its place, its answer and its reason are all empty

    @property
    def section(self) -> tuple[str, ...]:
        """The first title path, () where none is printed."""
        return self.sections[0] if self.sections else ()


@dataclass(frozen=True, slots=True)
class PrintedIndexes:
    """All claims of a document, in reading order, and what is wrong with its tables."""

    claims: tuple[IndexEntry, ...] = ()
    findings: tuple[Finding, ...] = ()
    unread: tuple[tuple[Location, str], ...] = ()  # cells in columns that nothing is known of
