"""Codes printed as in an index, compared with the claims that were read, so that each is read or reported.

If codes are dense on a page, or a heading announces an index, each code has a claim, or is named in a
finding. A code within a sentence is a mention and not an entry.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from disclosure_index.catalog.notation.code_shapes import CodeShapes
from disclosure_index.importing.report_words import words
from disclosure_index.model import Document, Location, Passage
from disclosure_index.printed_index import FrameworkHints, IndexEntry
from disclosure_index.printed_index.claims import Mention, stem
from disclosure_index.printed_index.codes import tidy
from disclosure_index.printed_index.listed_rows import entries_on_line

DENSE = 6
"""The different codes at the beginning of cells or lines that make a page an index page.

Of 221 index pages of 45 published reports 117 have as many; of 117 other pages with codes 22 have, most of which are
pages of an index that was not read. Codes on pages with fewer are reported as well, but do not stop the import."""
CLAIMED = 0.8
"""The share of the codes of a page, or of a framework's table, with claims from which on it counts as read."""

_PARTED = re.compile(r"\d\s?[-\u2010-\u2015]\s?\d|[A-Z]\d\.\d|[A-Z]-\d{3}")
"""Codes of several parts; a number alone is a figure."""
_TOPIC = re.compile(r"\W*(?:[A-Z]{2,6}\W{0,3})(\d{3})(?![\d-])")
_ENTRY = re.compile(r"[.·…]{3}|(?:[^\d\s]|\s{2,})\s\d{1,3}$|^\d{1,3}\s")
"""A line of a list of contents, with its page."""
_YEARS = re.compile(r"(?:FY\s?)?20\d\d(?:[-/]\d\d)?")
_ROWS = 3
"""Rows of a table below a heading that make it an index."""
_NEAR = 40  # passages below a heading
_RUNNING = 3
"""The least number of times that a running head or a heading of contents is printed."""
_LONGEST_ENTRY = 220
"""Characters of an entry of the contents, or of a few that are read as one."""
_LONGEST_HEADING = 80


@dataclass(frozen=True, slots=True)
class Seen:
    """A code in the place of a code in an index."""

    framework: str
    code: str
    page: str
    location: Location
    is_topic: bool = False  # it is a Standard's and not a disclosure's: "GRI 305 Emissions"


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """Codes printed as in an index without claims."""

    pages: tuple[str, ...]
    codes: tuple[str, ...]  # framework:code, those without claims
    seen: int
    location: Location
    is_unread: bool  # so few codes of a page have claims that its index counts as not read
    heading: str = ""  # of an index without any row that was read

    @property
    def claimed(self) -> int:
        """The number of codes with claims."""
        return self.seen - len(self.codes)


def codes_seen(
    document: Document,
    frameworks: Mapping[str, FrameworkHints],
    shapes: CodeShapes,
    of_standards: Container[Location] = (),
) -> list[Seen]:
    """Return the codes at the beginning of a cell or of a line, or that fill it.

    `of_standards`: the rows of an index that name a Standard and none of its disclosures.
    """
    return [
        seen
        for passage in document.passages
        for seen in (
            _standards_in(passage, frameworks)
            if passage.location in of_standards
            else _in_passage(passage, frameworks, shapes)
        )
    ]


def _standards_in(passage: Passage, frameworks: Mapping[str, FrameworkHints]) -> Iterator[Seen]:
    for cell in passage.text.split("\t"):
        for id, hints in frameworks.items():
            if number := hints.standard_in(cell):
                yield Seen(id, f"{hints.short} {number}", passage.page, passage.location, is_topic=True)
                return


def _in_passage(passage: Passage, frameworks: Mapping[str, FrameworkHints], shapes: CodeShapes) -> Iterator[Seen]:
    if shapes.quick.search(passage.text) is None:
        return
    if passage.kind == "table-row":
        cells = passage.text.split("\t")
    else:
        entries = entries_on_line(passage, frameworks)
        cells = [tidy(entry.text)[: coded[2]] if coded else entry.text for entry, coded in entries]
    page = passage.page
    for cell in cells:
        if not shapes.starts_with_code(cell):
            continue
        for id, hints in frameworks.items():
            parted = [m for m in hints.find(cell) if _PARTED.search(cell[m.start : m.end])]
            yield from (Seen(id, m.code, page, passage.location) for m in _list_at_start(parted, cell, hints))
            if parted:
                break
        else:
            topic = _TOPIC.match(cell) if shapes.names_standard(cell) else None
            if topic:
                for id, hints in frameworks.items():
                    if topic[1] in {stem(known.code) for known in hints.codes}:
                        yield Seen(id, f"{hints.short} {topic[1]}", page, passage.location, is_topic=True)


def _list_at_start(mentions: Sequence[Mention], cell: str, hints: FrameworkHints) -> Iterator[Mention]:
    """Yield the codes of the list at the beginning of a cell; codes after words are mentions."""
    end = 0
    for mention in mentions:
        between = hints.separators.sub("", cell[end : mention.start])
        for name in hints.names:
            between = re.sub(re.escape(name), "", between, flags=re.IGNORECASE)
        if re.search(r"\w{2}", between):
            return
        end = max(end, mention.end)
        yield mention


def unclaimed(seen: Sequence[Seen], claims: Sequence[IndexEntry], reported: Container[Location]) -> list[Unclaimed]:
    """Return the codes without claims by place: runs of consecutive dense pages, and all others together.

    Args:
        seen: the codes, in reading order.
        claims: all those of the document.
        reported: rows that have a finding of their own.
    """
    known = {(claim.framework, claim.code) for claim in claims}
    topics = {(claim.framework, stem(claim.code)) for claim in claims}
    rows = {claim.row for claim in claims}
    pages: dict[str, dict[tuple[str, str], Seen]] = defaultdict(dict)
    for one in seen:
        pages[one.page].setdefault((one.framework, one.code), one)

    def is_lacking(one: Seen) -> bool:
        if one.location in reported or (one.framework, one.code) in known:
            return False
        return not (one.is_topic and (one.location in rows or (one.framework, topic_number(one.code)) in topics))

    order = {page: number for number, page in enumerate(pages)}
    runs: list[list[str]] = []
    lacking: dict[str, list[Seen]] = {}
    for page, codes in pages.items():
        lacking[page] = [one for one in codes.values() if is_lacking(one)]
        if len(codes) < DENSE or not lacking[page]:
            continue
        if runs and order[page] == order[runs[-1][-1]] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    found = [_of_run(run, pages, lacking) for run in runs]
    if known and (rest := _elsewhere(lacking, {name for one in found for name in one.codes})):
        found.append(rest)
    return found


def _elsewhere(lacking: Mapping[str, Sequence[Seen]], reported: Container[str]) -> Unclaimed | None:
    """Return the codes without any claim on pages of a few codes, beside an index that was read."""
    rest = [one for codes in lacking.values() for one in codes if f"{one.framework}:{one.code}" not in reported]
    names = tuple(dict.fromkeys(f"{one.framework}:{one.code}" for one in rest))
    pages = tuple(dict.fromkeys(one.page for one in rest if one.page))
    return Unclaimed(pages, names, len(names), rest[0].location, is_unread=False) if rest else None


def _of_run(
    run: Sequence[str], pages: Mapping[str, Mapping[tuple[str, str], Seen]], lacking: Mapping[str, Sequence[Seen]]
) -> Unclaimed:
    codes = {key for page in run for key in pages[page]}
    names = dict.fromkeys(f"{one.framework}:{one.code}" for page in run for one in lacking[page])
    unread = any(len(pages[page]) - len(lacking[page]) < CLAIMED * len(pages[page]) for page in run)
    if all(one.is_topic for page in run for one in pages[page].values()):
        unread = False  # an index of Standards: it was read, and names no disclosure
    first = min(one.location for one in lacking[run[0]])
    return Unclaimed(tuple(filter(None, run)), tuple(names), len(codes), first, unread)


def topic_number(code: str) -> str:
    """Return the number of a Standard.

    >>> topic_number("GRI 305")
    '305'
    """
    return code.rpartition(" ")[2]


def unread_headings(document: Document, claims: Sequence[IndexEntry], shapes: CodeShapes) -> Iterator[Unclaimed]:
    """Yield the headings of indexes without any claim on their page or the next."""
    rows = {claim.row for claim in claims}
    claiming = {passage.page for passage in document.passages if passage.location in rows}
    pages = list(dict.fromkeys(passage.page for passage in document.passages))
    after = dict(pairwise(pages))
    found = [
        (number, passage)
        for number, passage in enumerate(document.passages)
        if _heads_index(passage, shapes) and _rows_below(document.passages, number) >= _ROWS
    ]
    times = Counter(passage.text for _, passage in found)
    reported: set[str] = set()
    for _, passage in found:
        near = {passage.page, after.get(passage.page, "")}
        if near & (claiming | reported) or times[passage.text] > _RUNNING:
            continue
        reported.add(passage.page)
        yield Unclaimed((passage.page,) if passage.page else (), (), 0, passage.location, True, passage.text)


def as_standards(one: Unclaimed, document: Document, frameworks: Mapping[str, FrameworkHints]) -> Unclaimed:
    """Return the heading of an index whose rows name only Standards with these: they are read, but no disclosures."""
    at = next(n for n, passage in enumerate(document.passages) if passage.location == one.location)
    page = document.passages[at].page
    rows = [p for p in document.passages[at + 1 : at + _NEAR] if p.kind == "table-row" and p.page == page]
    named = [seen for row in rows for seen in _standards_in(row, frameworks)]
    if len(named) < max(_ROWS, len(rows)):
        return one
    codes = tuple(dict.fromkeys(f"{seen.framework}:{seen.code}" for seen in named))
    return Unclaimed(one.pages, codes, len(codes), one.location, is_unread=False)


def _heads_index(passage: Passage, shapes: CodeShapes) -> bool:
    text = passage.text.strip()
    if not 2 < len(text) <= _LONGEST_HEADING or "\t" in text.strip("\t") or _ENTRY.search(text):
        return False
    return words("index-heading").fullmatch(re.sub(_YEARS, "", text).strip(" .:：")) is not None or (
        shapes.is_caption(text) and not re.search(r"[.。；;]$", text) and passage.kind == "heading"
    )


def _rows_below(passages: Sequence[Passage], number: int) -> int:
    page = passages[number].page
    return sum(p.kind == "table-row" for p in passages[number + 1 : number + _NEAR] if p.page == page)


def mentioned(document: Document, frameworks: Mapping[str, FrameworkHints], shapes: CodeShapes) -> list[Seen]:
    """Return the codes anywhere in a text; they show what a report without claims may answer."""
    found: dict[tuple[str, str], Seen] = {}
    for passage in document.passages:
        if shapes.quick.search(passage.text) is None:
            continue
        folded = passage.text.casefold()
        for id, hints in frameworks.items():
            if any(name.casefold() in folded for name in hints.names):
                for m in hints.find(passage.text):
                    if _PARTED.search(passage.text[m.start : m.end]):
                        found.setdefault((id, m.code), Seen(id, m.code, passage.page, passage.location))
    return list(found.values())


def named_index(document: Document, shapes: CodeShapes) -> Unclaimed | None:
    """Return the first line that names an index, such as one of the contents; for reports without claims."""
    for passage in document.passages:
        text = " ".join(passage.text.split())
        caption = shapes.caption.search(text) if shapes.is_caption(text) else None
        if caption and re.match(r"\W*\d{1,3}\b", text[caption.end() :]):
            return Unclaimed((passage.page,) if passage.page else (), (), 0, passage.location, True, caption[0])
        if not 2 < len(text) <= _LONGEST_ENTRY or re.search(r"[.。；;]$", text):
            continue
        if words("index-heading").search(text) or shapes.is_caption(text):
            pages = (passage.page,) if passage.page else ()
            return Unclaimed(pages, (), 0, passage.location, True, text[:_LONGEST_HEADING])
    return None
