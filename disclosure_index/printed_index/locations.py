"""What a cell of locations says, read once: pages, titles, other documents and their pages, reasons for omission."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from disclosure_index.printed_index.named_documents import NamedDocument, OwnNames
from disclosure_index.printed_index.omissions import begins_with_reason, stated
from disclosure_index.printed_index.page_references import (
    Run,
    listed_runs,
    marked_runs,
    only_pages,
    run_at,
    without_runs,
)
from disclosure_index.printed_index.vocabulary import (
    NAMED_SECTION,
    OTHER_DOCUMENT,
    QUOTED_SECTION,
    SECTION_NUMBER,
    SEE,
)
from disclosure_index.reading.plain_title import plain
from disclosure_index.reading.superscripts import without_marks

_ITEMS = re.compile(r"\s*(?:[|;；\n•●]|(?<=\S)\s{2,})\s*")
_PATH = re.compile(r"\s*(?:→|➔|›|»|＞|>|——|\s[-–—/]\s)\s*")
_QUOTES = "“”\"'《》「」『』[]【】()（） .,，、;；:："
_LONGEST_TITLE = 90
_NOWHERE = re.compile(r"[-–—/\\.\s]*|n/?a|none|nil|yes|no|无|無|是|否", re.IGNORECASE)
_OF = re.compile(
    r"[\s(（]*(?:(?:of|in|from|im|in der|des|der|del|dell[’a]|nel|du|de|at)\b\s*|[(（])[^.;,|\n]{0,40}$", re.IGNORECASE
)
_NAMED_BEHIND = re.compile(r"[,，(（]\s*$|\b(?:of|in) (?:the|our|this)\s+$", re.IGNORECASE)
"""What stands before the name of this report, where that comes behind a title: "Water, Sustainability Report 2024"."""
_BEFORE_PAGES = re.compile(r"[\s:：,，–—-]*(?:on\s+)?")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+(?=[^\W\d])")
_VALUE = re.compile(r"[<>≤≥~±]?\s?\d[\d.,]*(?<![.,])\s?(?:%|[^\W\d_²³]{1,8}\d?\b)")
"""A figure with its unit, which no section is called."""


@dataclass(frozen=True, slots=True)
class PagesMention:
    """Pages of this report, or of the document that is named."""

    start: int
    end: int
    pages: tuple[str, ...]
    document: str = ""


@dataclass(frozen=True, slots=True)
class TitleMention:
    """A section by the path of its titles, outermost first, or by its number."""

    start: int
    end: int
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentMention:
    """Another document, by its name."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class ReasonMention:
    """A reason for omission."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class AnswerMention:
    """An answer in the cell's own words."""

    start: int
    end: int


Mention = PagesMention | TitleMention | DocumentMention | ReasonMention | AnswerMention


@dataclass(frozen=True, slots=True)
class PlaceCell:
    """A cell of locations and what it mentions, in the order of its text."""

    text: str = ""
    mentions: tuple[Mention, ...] = ()

    @property
    def pages(self) -> tuple[str, ...]:
        """The pages of this report."""
        return tuple(page for m in self.mentions if isinstance(m, PagesMention) and not m.document for page in m.pages)

    @property
    def sections(self) -> tuple[tuple[str, ...], ...]:
        """The title paths, each once."""
        return tuple(dict.fromkeys(m.path for m in self.mentions if isinstance(m, TitleMention)))

    @property
    def documents(self) -> tuple[str, ...]:
        """The other documents, each once."""
        return tuple(dict.fromkeys(m.name for m in self.mentions if isinstance(m, DocumentMention)))


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """With what a cell of locations is read: what is known of the document, and of the cell's column.

    Args:
        titles: of the document's sections, plain; they say where a comma parts two of them.
        own: how the report calls itself.
        paged: the column holds pages, so that a number beside other words is one.
        numbered: the column holds section numbers, so that a number alone is one.
        answers: the column holds answers, so that a short text is a title only where the document has it.

    """

    titles: Collection[str] = ()
    own: OwnNames = field(default_factory=OwnNames)
    paged: bool = False
    numbered: bool = False
    answers: bool = False

    def cell(self, text: str) -> PlaceCell:
        """Read a cell."""
        text = without_marks(text)
        if "\n" in text and plain(text) in self.titles:
            text = " ".join(text.split())  # one title on two lines
        named = list(self.own.named_in(text))
        mentions: list[Mention] = [DocumentMention(d.start, d.end, d.name) for d in named if not d.is_own]
        omitted = False
        standing: NamedDocument | None = None
        for start, end in _spans(text):
            item = text[start:end]
            here = [d for d in named if start <= d.start < end]
            runs = self._runs(item, [d._replace(start=d.start - start, end=d.end - start) for d in here])
            if self._names_a_title(item, runs):
                standing = None
            behind = 0
            for run in runs:
                if behind and self._is_known(_bare(item[behind : run.start])):
                    standing, here = None, []
                behind = run.end
                document = _document_of(Run(run.start + start, run.end + start, run.pages), here, text, end, standing)
                mentions.append(PagesMention(run.start + start, run.end + start, run.pages, document))
            standing = next((d for d in reversed(here) if not d.is_web), standing)
            names = [d for d in named if start <= d.start < end and d.is_own and d.end - d.start < len(item) - 2]
            names = [d for d in names if runs or _NAMED_BEHIND.search(text[start : d.start])]
            own = [Run(d.start - start, d.end - start, ()) for d in names]
            found, omitted = self._words(item, start, [*runs, *own], omitted)
            mentions += found
        return PlaceCell(text, tuple(sorted(mentions, key=lambda m: m.start)))

    def _is_known(self, title: str) -> bool:
        return plain(title) in self.titles or plain(_NUMBERED.sub("", title)) in self.titles

    def _names_a_title(self, item: str, runs: list[Run]) -> bool:
        return plain(_bare(SEE.sub("", without_runs(item, runs)))) in self.titles

    def _runs(self, item: str, documents: list[NamedDocument]) -> list[Run]:
        """Return the runs of pages of an item, those right behind the name of a document among them."""
        if self.numbered and SECTION_NUMBER.fullmatch(item):
            return []
        whole = only_pages(item)
        if whole is not None:
            return [Run(0, len(item), whole)]
        runs = [
            run
            for document in documents
            if (lead := _BEFORE_PAGES.match(item, document.end)) and (run := run_at(item, lead.end()))
        ]
        more = [*marked_runs(item), *(listed_runs(item) if self.paged else ())]
        for run in more:
            if not any(run.start < other.end and other.start < run.end for other in runs):
                runs.append(run)
        return sorted(runs)

    def _words(self, item: str, start: int, runs: list[Run], omitted: bool) -> tuple[list[Mention], bool]:
        """Return the titles, reasons and answers of an item, and whether what follows explains an omission."""
        if quoted := [m for m in QUOTED_SECTION.finditer(item) if not OTHER_DOCUMENT.search(item)]:
            spans = [(m["title"] or m["other"], m.start() + start, m.end() + start) for m in quoted]
            return [TitleMention(a, b, (title.strip(),)) for title, a, b in spans], omitted
        words = _bare(SEE.sub("", without_runs(item, runs)))
        at, end = start, start + len(item)
        if not words or (only_pages(words) is not None and not self.numbered) or _NOWHERE.fullmatch(words):
            return [], omitted
        known = self._is_known(words)
        if (reason := stated(words)) or (self.titles and begins_with_reason(words) and not known):
            return [ReasonMention(at, end, reason)], True
        if omitted and self.titles and not known:
            return [], omitted  # the explanation of what is omitted
        if re.search(r"\w{2}\.$|。$", item.strip()) and len(words.split()) > 4 and not known:
            return [AnswerMention(at, end)], omitted
        told = SEE.match(item) is not None or NAMED_SECTION.match(words) is not None
        told = told or not (self.answers or (self.paged and any(run.pages for run in runs)))
        found: list[Mention] = []
        for name in _names(words, self.titles):
            bare_name = name if plain(name) in self.titles else NAMED_SECTION.sub("", name)
            path = tuple(bare for step in _PATH.split(bare_name) if (bare := _bare(step)))
            if path and self._is_title(path, told):
                found += (TitleMention(at, end, one) for one in _each_number(path))
        return found or [AnswerMention(at, end)], omitted

    def _is_title(self, path: tuple[str, ...], told: bool) -> bool:
        if self._is_known(path[-1]):
            return True
        text = " ".join(path)
        if OTHER_DOCUMENT.search(text) or "。" in text or len(text) > _LONGEST_TITLE or "@" in text:
            return False
        if not told or _VALUE.fullmatch(text):
            return False
        return not re.search(r"[a-z]\.(?:\s|$)", text) and len(text.split()) <= 12


def pages_in(text: str) -> tuple[str, ...]:
    """Return the pages of this report that a cell points at."""
    return PlaceReading().cell(text).pages


def sections_in(text: str, titles: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """Return the title paths that a cell points at; `titles`: of the document's sections, plain."""
    return PlaceReading(titles).cell(text).sections


def marked_pages(text: str) -> tuple[str, ...]:
    """Return the pages that a text names as such ("Our people, p. 12-14"), without those of other documents."""
    return pages_in(text) if only_pages(text) is None else ()


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the items of a cell stand."""
    at = 0
    for joint in _ITEMS.finditer(text):
        if text[at : joint.start()].strip():
            yield at, joint.start()
        at = joint.end()
    if text[at:].strip():
        yield at, len(text)


def _document_of(run: Run, here: list[NamedDocument], text: str, end: int, standing: NamedDocument | None) -> str:
    """Return the other document that pages are of: named before them, or right behind; "" for this one."""
    before = [d for d in here if d.start < run.end and d.end <= run.end and d.start < run.start + 1]
    behind = next((d for d in here if run.end <= d.start < end), None)
    if behind is not None and _OF.fullmatch(text[run.end : behind.start]):
        document: NamedDocument | None = behind
    elif before:
        document = before[-1]
        if document.is_web and re.search(r"[.。;,]\s", text[document.end : run.start]):
            document = None
    else:
        document = standing
    return "" if document is None or document.is_own else document.name


def _each_number(path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a path; of "Sections 2.1, 2.2" one for each number."""
    numbers = re.split(r"\s*(?:,|、|/|&|\band\b|及|和)\s*", path[-1])
    if len(numbers) > 1 and all(SECTION_NUMBER.fullmatch(number) for number in numbers):
        yield from ((*path[:-1], number) for number in numbers)
    else:
        yield path


def _bare(text: str) -> str:
    """Take the marks around a title away, and leave a bracket that closes one in it: "Research (Electronics)"."""
    bare = text.strip(_QUOTES)
    behind = text[text.find(bare) + len(bare) :]
    for opening, closing in ("()", "（）"):
        if bare.count(opening) > bare.count(closing) and behind.startswith(closing):
            return bare + closing
    return bare


def _names(item: str, titles: Collection[str]) -> list[str]:
    if plain(item) in titles:
        return [item]
    parts = [part for part in re.split(r"\s*/\s*", item) if part]
    if len(parts) > 1 and all(_NUMBERED.match(part) for part in parts):
        return parts
    for mark in (r"[,，]\s*", r"[,，、]\s*"):
        parts = [part for part in re.split(mark, item) if part]
        if len(parts) > 1 and all(plain(part) in titles for part in parts):
            return parts
    return [item]
