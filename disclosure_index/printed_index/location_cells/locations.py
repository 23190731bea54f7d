"""Cells of locations, read once: pages, titles, other documents and their pages, reasons for omission."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from disclosure_index.printed_index.claims import Place
from disclosure_index.printed_index.location_cells.answers import ANSWER, DENIAL, NOWHERE, gives_figure
from disclosure_index.printed_index.location_cells.document_words import OTHER_DOCUMENT
from disclosure_index.printed_index.location_cells.named_documents import NamedDocument, OwnNames
from disclosure_index.printed_index.location_cells.named_places import (
    ITEM_NUMBER,
    LONGEST_TITLE,
    MOST_WORDS,
    NUMBERED,
    SENTENCE,
    bare_title,
    each_number,
    listed_titles,
    name_beside,
    parts_with_pages,
    without_next_heading,
)
from disclosure_index.printed_index.location_cells.page_references import (
    Run,
    leading_range,
    listed_runs,
    marked_runs,
    only_pages,
    run_at,
    without_runs,
)
from disclosure_index.printed_index.location_cells.place_cells import (
    AnswerMention,
    DocumentMention,
    Mention,
    PagesMention,
    PlaceCell,
    ReasonMention,
    TitleMention,
)
from disclosure_index.printed_index.omissions import begins_with_reason, stated
from disclosure_index.printed_index.vocabulary import NAMED_SECTION, QUOTED_SECTION, SECTION_BEHIND, SECTION_NUMBER, SEE
from disclosure_index.reading.languages.index_words import words
from disclosure_index.reading.plain_title import plain
from disclosure_index.reading.superscripts import without_marks

_ITEMS = re.compile(rf"\s*(?:[|;；\n•●]|(?<=\S)\s{{2,}}|[,，](?=\s*{words('see')}\s\S))\s*", re.IGNORECASE)
_PATH = re.compile(r"\s*(?:→|➔|›|»|＞|>|——|\s[-–—/]\s)\s*")
_OF = re.compile(rf"[\s(（]*(?:{words('of')}\b\s*|[(（])[^.;,|\n]{{0,40}}$", re.IGNORECASE)
_NAMED_BEHIND = re.compile(r"[,，(（]\s*$|\b(?:of|in) (?:the|our|this)\s+$", re.IGNORECASE)
"""The words before the name of this report after a title: "Water, Sustainability Report 2024"."""
_BEFORE_PAGES = re.compile(r"[\s:：,，–—-]*(?:on\s+)?")
_BRACKET = re.compile(r"\s*[(（][^()（）]{1,60}[)）]\W*$")
"""A remark on a section after its title: "Energy (relief used)"."""


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """The context for reading a cell of locations: the document, and the cell's column.

    Args:
        titles: of the document's sections, plain; they decide whether a comma separates two of them.
        own: the names of the report.
        paged: whether the column holds pages, so that a number beside other words is one.
        numbered: whether the column holds section numbers, so that a number alone is one.
        answers: whether the column holds answers, so that a short text is a title only if the document has it.
        names: of disclosures, plain: titles, although they may begin like answers ("No poverty").
        own_documents: names of this report in a column of documents, plain.

    """

    titles: Collection[str] = ()
    own: OwnNames = field(default_factory=OwnNames)
    paged: bool = False
    numbered: bool = False
    answers: bool = False
    own_documents: Collection[str] = ()
    names: Collection[str] = ()

    def cell(self, text: str) -> PlaceCell:
        """Read a cell."""
        text = without_next_heading(without_marks(text))
        if "\n" in text and plain(text) in self.titles:
            text = " ".join(text.split())  # one title on two lines
        named = list(self.own.named_in(text))
        mentions: list[Mention] = [DocumentMention(d.start, d.end, d.name) for d in named if not d.is_own]
        places: list[Place] = []
        omitted = False
        standing: NamedDocument | None = None
        for start, end in _spans(text):
            item = text[start:end]
            here = [d for d in named if start <= d.start < end]
            runs = self._runs(item, [d._replace(start=d.start - start, end=d.end - start) for d in here])
            if self._names_a_title(item, runs):
                standing = None
            behind = 0
            paged: list[PagesMention] = []
            before = here
            for run in runs:
                if behind and self.is_known(bare_title(item[behind : run.start])):
                    standing, before = None, []
                behind = run.end
                document = _document_of(Run(run.start + start, run.end + start, run.pages), before, text, end, standing)
                paged.append(PagesMention(run.start + start, run.end + start, run.pages, document))
            mentions += paged
            standing = next((d for d in reversed(before) if not d.is_web), standing)
            names = [d for d in here if d.is_own and d.end - d.start < len(item) - 2]
            names = [d for d in names if runs or _NAMED_BEHIND.search(text[start : d.start])]
            own = [Run(d.start - start, d.end - start, ()) for d in names]
            for a, b in parts_with_pages(item, runs):
                within = [
                    run._replace(start=run.start - a, end=run.end - a) for run in (*runs, *own) if a <= run.start < b
                ]
                found, omitted = self._words(item[a:b], start + a, within, omitted)
                beside = [m for m in paged if start + a <= m.start < start + b]
                others = [d for d in here if start + a <= d.start < start + b and not d.is_own]
                is_own = any(d.is_own for d in here if start + a <= d.start < start + b)
                if others or any(m.document for m in beside):  # the words beside them are in that document
                    found = [m for m in found if not isinstance(m, TitleMention) or self.is_known(m.path[-1])]
                mentions += found
                places += self._places(item[a:b], found, beside, others, within, is_own=is_own)
        return PlaceCell(text, tuple(sorted(mentions, key=lambda m: m.start)), tuple(dict.fromkeys(places)))

    def _places(
        self,
        text: str,
        found: Sequence[Mention],
        paged: Sequence[PagesMention],
        others: Sequence[NamedDocument],
        runs: list[Run],
        *,
        is_own: bool,
    ) -> Iterator[Place]:
        """Yield the locations in a part of a cell: titles with the pages beside them, pages, documents, an answer."""
        words = " ".join(text.split())
        paths = [m.path for m in found if isinstance(m, TitleMention)]
        pages = tuple(page for m in paged if not m.document for page in m.pages)
        documents = dict.fromkeys((*(m.document for m in paged if m.document), *(d.name for d in others)))
        yield from (Place(words, document=name) for name in documents)
        beside = bare_title(SEE.sub("", without_runs(text, runs)))
        is_own = is_own or any(pattern.search(beside) for pattern in (NAMED_SECTION, SECTION_BEHIND))
        is_own = is_own or ITEM_NUMBER.match(beside) is not None  # sections have numbers, documents do not
        first = min((run.start for run in runs if run.pages), default=0)
        leads = re.search(r"[^\W\d_]{2}", SEE.sub("", text[:first])) is not None  # words before the pages
        if pages and leads:
            if len(paths) == 1 and not (is_own or self.is_known(paths[0][-1])):
                paths = []  # the name is read again, without the words before it
            if not (paths or is_own or documents) and (name := name_beside(beside)):
                paths = [tuple(step for part in _PATH.split(name) if (step := bare_title(part)))]
        if len(paths) == 1 and paths[0] and (leads or not pages):
            yield Place(words, paths[0], pages, is_own=is_own)
            return
        yield from (Place(words, path) for path in paths if path)
        if pages:
            yield Place(words, (), pages)
        elif not paths and not documents and any(isinstance(m, AnswerMention) for m in found):
            yield Place(words)

    def is_figure(self, item: str) -> bool:
        """Whether an item is a number as an answer: alone, in a column of answers without pages."""
        return self.answers and not (self.paged or self.numbered) and item.strip().isdecimal()

    def is_known(self, title: str) -> bool:
        """Whether a title is that of one of the document's sections."""
        return plain(title) in self.titles or plain(NUMBERED.sub("", title)) in self.titles

    def _is_whole_title(self, item: str) -> bool:
        """Whether an item is the title of one of the document's sections, with the number before it."""
        words = bare_title(SEE.sub("", item))
        return re.search(r"[^\W\d]{2}", words) is not None and plain(words) in self.titles

    def _names_a_title(self, item: str, runs: list[Run]) -> bool:
        return plain(bare_title(SEE.sub("", without_runs(item, runs)))) in self.titles

    def _runs(self, item: str, documents: list[NamedDocument]) -> list[Run]:
        """Return the runs of pages of an item, including those directly after the name of a document."""
        if self.is_figure(item) or (self.numbered and SECTION_NUMBER.fullmatch(item)) or self._is_whole_title(item):
            return []  # "4 Governance" is a section, even below "Page"
        whole = only_pages(item)
        if whole is not None:
            return [Run(0, len(item), whole)]
        runs = [
            run
            for document in documents
            if (lead := _BEFORE_PAGES.match(item, document.end))
            and not self._is_whole_title(item[lead.end() :])
            and (run := run_at(item, lead.end()))
        ]
        more = list(marked_runs(item))
        bare = listed_runs(item) if self.paged else leading_range(item)
        more += [run for run in bare if not (more and ITEM_NUMBER.match(item, run.start))]
        for run in more:
            if not any(run.start < other.end and other.start < run.end for other in runs):
                runs.append(run)
        return sorted(runs)

    def _words(self, item: str, start: int, runs: list[Run], omitted: bool) -> tuple[list[Mention], bool]:
        """Return the titles, reasons and answers of an item, and whether the following text explains an omission."""
        if quoted := [m for m in QUOTED_SECTION.finditer(item) if not OTHER_DOCUMENT.search(item)]:
            spans = [(m["title"] or m["other"], m.start() + start, m.end() + start) for m in quoted]
            return [TitleMention(a, b, (title.strip(),)) for title, a, b in spans], omitted
        words = bare_title(SEE.sub("", without_runs(item, runs)))
        at, end = start, start + len(item)
        if self.is_figure(item):
            return [AnswerMention(at, end)], omitted
        if not words or (only_pages(words) is not None and not self.numbered) or NOWHERE.fullmatch(words):
            return [], omitted
        known = self.is_known(words)
        said = _BRACKET.sub("", words)
        if not known and said != words and not stated(words) and self.is_known(said):
            words, known = said, True
        if (reason := stated(words)) or (self.titles and begins_with_reason(words) and not known):
            return [ReasonMention(at, end, reason)], True
        if omitted and self.titles and not known:
            return [], omitted  # the explanation of the omission
        if re.search(r"\w{2}\.$|。$", item.strip()) and len(words.split()) > 4 and not known:
            return [AnswerMention(at, end)], omitted
        pointed = SEE.match(item) is not None or any(p.search(words) for p in (NAMED_SECTION, SECTION_BEHIND))
        if not (pointed or known) and gives_figure(words):
            return [AnswerMention(at, end)], omitted
        announced = pointed or not (self.answers or (self.paged and any(run.pages for run in runs)))
        found: list[Mention] = []
        names = listed_titles(words, self.titles)
        # Beside one of the document's titles, or with numbers before them, the others are titles too.
        announced = announced or (
            len(names) > 1 and (any(map(self.is_known, names)) or all(map(NUMBERED.match, names)))
        )
        for name in names:
            bare_name = name if plain(name) in self.titles else SECTION_BEHIND.sub("", NAMED_SECTION.sub("", name))
            path = tuple(bare for step in _PATH.split(bare_name) if (bare := bare_title(step)))
            if path and self._is_title(path, announced, pointed):
                found += (TitleMention(at, end, one) for one in each_number(path))
        return found or [AnswerMention(at, end)], omitted

    def _is_title(self, path: tuple[str, ...], announced: bool, pointed: bool) -> bool:
        text = " ".join(path)
        if self.is_known(path[-1]) or (SECTION_NUMBER.fullmatch(text) and not text[0].isdigit()):
            return True
        if OTHER_DOCUMENT.search(text) or "。" in text or len(text) > LONGEST_TITLE or "@" in text:
            return False
        if not pointed and (ANSWER.search(text) or (DENIAL.match(text) and plain(text) not in self.names)):
            return False
        if not announced or re.match(r"[a-zà-ÿ]", text):  # a sentence goes on in small letters
            return False
        return not SENTENCE.search(text) and len(text.split()) <= MOST_WORDS


def pages_in(text: str) -> tuple[str, ...]:
    """Return the pages of this report in a cell."""
    return PlaceReading().cell(text).pages


def sections_in(text: str, titles: Collection[str]) -> tuple[tuple[str, ...], ...]:
    """Return the title paths in a cell; `titles`: of the document's sections, plain."""
    return PlaceReading(titles).cell(text).sections


def marked_pages(text: str) -> tuple[str, ...]:
    """Return the marked pages in a text ("Our people, p. 12-14"), without those of other documents."""
    return pages_in(text) if only_pages(text) is None else ()


def points_somewhere(text: str) -> bool:
    """Whether a text gives a location: a page, another document, the web."""
    return bool(marked_pages(text) or OTHER_DOCUMENT.search(text) or SEE.match(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield the offsets of the items in a cell."""
    at = 0
    for joint in _ITEMS.finditer(text):
        if text[at : joint.start()].strip():
            yield at, joint.start()
        at = joint.end()
    if text[at:].strip():
        yield at, len(text)


def _document_of(run: Run, here: list[NamedDocument], text: str, end: int, standing: NamedDocument | None) -> str:
    """Return the other document of some pages: named before them, or directly after; "" for this one."""
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
