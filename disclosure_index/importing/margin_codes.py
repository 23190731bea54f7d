"""Codes printed beside the text of a report ("GRI 405-2" in a margin): tags made by the company itself."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from disclosure_index.model import Document, Passage
from disclosure_index.printed_index import FrameworkHints, IndexEntry
from disclosure_index.printed_index.claims import Mention, any_name

LONGEST = 120
"""Characters of a passage that may contain only codes."""

ENOUGH = 3
"""The least different codes in cells of their own that make a column of codes."""

_SENTENCE_END = re.compile(r"[.。;；:：,，?？!！]\W*$")
_SUBTITLE = 12  # words of a subtitle
_SUBTITLES = 5  # of a page that have codes; more lines with codes are an index
_LONGEST_CODE = 40  # characters, with the name of the framework
_PARTED = re.compile(r"\d[-\u2010-\u2015]\d|[A-Z]\d\.\d|[A-Z]-\d{3}")
"""Codes of several parts; a number alone is a figure."""

_ANNOUNCED = re.compile(r"KPIs?\b|[關关][鍵键][績绩]效指[標标]|披露[项項]|揭露[項项]目?", re.IGNORECASE)
"""Words that are used only before codes."""


def margin_claims(document: Document, frameworks: Mapping[str, FrameworkHints]) -> Iterator[IndexEntry]:
    """Yield the codes beside text, outside the printed indexes, each as a claim for that text.

    A passage of codes alone is for its page, a heading with codes is for its section, and a row of a table
    of figures with a cell of codes is for itself.
    """
    printed = {n for first, last in document.indexes for n in range(first, last)}
    figures = _rows_of_figures(document, printed, frameworks)
    crowded = _crowded_pages(document, frameworks)
    for number, passage in enumerate(document.passages):
        if number in printed:
            continue
        if number in figures:
            yield from figures[number]
        elif passage.kind == "heading" and passage.section is not None:
            yield from _of_heading(document, passage, frameworks)
        elif passage.kind != "table-row" and passage.page:
            if len(passage.text) <= LONGEST:
                found = [*_of_page(passage, frameworks)]
                yield from found or (() if passage.page in crowded else _of_subtitle(passage, frameworks))
            elif passage.page not in crowded:
                yield from _of_label(passage, frameworks)


def _of_page(passage: Passage, frameworks: Mapping[str, FrameworkHints]) -> Iterator[IndexEntry]:
    for id, hints in frameworks.items():
        # A bare number is not a tag: the passage has to name the framework.
        mentions = hints.find(passage.text) if _names(passage.text, hints) else ()
        if mentions and not _rest(passage.text, [(m.start, m.end) for m in mentions], hints.names):
            for mention in mentions:
                yield IndexEntry(
                    id, mention.code, passage.location, datapoints=mention.datapoints, pages=(passage.page,)
                )
            return


def _of_subtitle(passage: Passage, frameworks: Mapping[str, FrameworkHints]) -> Iterator[IndexEntry]:
    """Yield the codes beside a subtitle that was read as a paragraph: "Energy we use (GRI 302-1)".

    It has no other number and is not a sentence; the claim is for the text below it, or else for its page.
    """
    for id, hints in frameworks.items():
        mentions = hints.find(passage.text) if _names(passage.text, hints) else ()
        first, last = min((m.start for m in mentions), default=0), max((m.end for m in mentions), default=0)
        before, behind = passage.text[:first], passage.text[last:]
        title = before if _words(before, hints) else behind
        if not mentions or (_words(before, hints) and _words(behind, hints)) or not _words(title, hints):
            continue
        if re.search(r"\d", title) or _SENTENCE_END.search(passage.text) or len(title.split()) > _SUBTITLE:
            continue
        for mention in mentions:
            yield IndexEntry(
                id, mention.code, passage.location, datapoints=mention.datapoints, sections=((passage.text,),),
                pages=(passage.page,), location_text=passage.text,
            )  # fmt: skip
        return


def _of_label(passage: Passage, frameworks: Mapping[str, FrameworkHints]) -> Iterator[IndexEntry]:
    """Yield the codes of a list after the name of their framework and a colon: "GRI：2-23、2-24", before its text."""
    for id, hints in frameworks.items():
        label = re.search(rf"{any_name(hints.names)}\s?[:：]\s?(?=\S)", passage.text, re.IGNORECASE)
        end = label.end() if label else 0
        for mention in hints.find(passage.text) if label else ():
            if mention.start < end or not _PARTED.search(passage.text[mention.start : mention.end]):
                continue
            if hints.separators.sub("", passage.text[end : mention.start]):
                break
            end = mention.end
            yield IndexEntry(id, mention.code, passage.location, datapoints=mention.datapoints, pages=(passage.page,))


def _crowded_pages(document: Document, frameworks: Mapping[str, FrameworkHints]) -> set[str]:
    """Return the pages with so many lines of codes that they are index pages instead of subtitles."""
    lines: Counter[str] = Counter()
    for passage in document.passages:
        if len(passage.text) <= LONGEST and _PARTED.search(passage.text):
            lines[passage.page] += any(hints.find(passage.text) for hints in frameworks.values())
    return {page for page, times in lines.items() if times > _SUBTITLES}


def _of_heading(document: Document, passage: Passage, frameworks: Mapping[str, FrameworkHints]) -> Iterator[IndexEntry]:
    """Yield the codes at the beginning or the end of a heading that names their framework."""
    path = tuple(section.title for section in document.path_of(passage.section))
    for id, hints in frameworks.items():
        mentions = hints.find(passage.text) if _names(passage.text, hints) else ()
        first, last = min((m.start for m in mentions), default=0), max((m.end for m in mentions), default=0)
        before, behind = passage.text[:first], passage.text[last:]
        if not mentions or (_words(before, hints) and _words(behind, hints)):
            continue
        for mention in mentions:
            yield IndexEntry(
                id, mention.code, passage.location, datapoints=mention.datapoints, sections=(path,),
                pages=(passage.page,) if passage.page else (), location_text=path[-1],
            )  # fmt: skip
        return


def _rows_of_figures(
    document: Document, printed: Container[int], frameworks: Mapping[str, FrameworkHints]
) -> dict[int, list[IndexEntry]]:
    """Return the claims of rows of figures: of tables with a column of codes, whose head or caption names a framework.

    Different codes make a column one of codes: one or two may be a coincidence.
    """
    found: dict[int, list[IndexEntry]] = {}
    for table in _tables(document, printed):
        width = max(len(document.passages[n].text.split("\t")) for n in table)
        for c in range(width):
            cells = {n: cells[c] for n in table if c < len(cells := document.passages[n].text.split("\t"))}
            alone = {n: _codes_alone(cell, frameworks) for n, cell in cells.items()}
            for id in frameworks:
                coded = {n: codes[id] for n, codes in alone.items() if id in codes}
                if len({m.code for codes in coded.values() for m in codes}) < ENOUGH:
                    continue
                for n, codes in coded.items():
                    row = document.passages[n]
                    beside = [cell for k, cell in enumerate(row.text.split("\t")) if k != c and cell.strip()]
                    blank = len(beside) <= 1 and not any(re.search(r"\d", cell) for cell in beside)
                    found.setdefault(n, []).extend(
                        IndexEntry(id, m.code, row.location, datapoints=m.datapoints, is_blank=blank) for m in codes
                    )
    return found


def _tables(document: Document, printed: Container[int]) -> Iterator[list[int]]:
    """Yield the tables outside the indexes, as the numbers of their rows."""
    table: list[int] = []
    for number, passage in enumerate(document.passages):
        if passage.kind == "table-row" and number not in printed:
            table.append(number)
        elif table:
            yield table
            table = []
    if table:
        yield table


def _codes_alone(cell: str, frameworks: Mapping[str, FrameworkHints]) -> Mapping[str, Sequence[Mention]]:
    """Return the codes of a cell that has no other text, by framework: "GRI 302-1, RT-AE-130a.1" has two of them."""
    if not 2 < len(cell.strip()) <= _LONGEST_CODE or not _PARTED.search(cell):
        return {}
    found = {id: mentions for id, hints in frameworks.items() if (mentions := hints.find(cell))}
    spans = [(m.start, m.end) for mentions in found.values() for m in mentions]
    names = [name for id in found for name in frameworks[id].names]
    return found if found and not _rest(cell, spans, names) else {}


def _names(text: str, hints: FrameworkHints) -> bool:
    folded = text.casefold()
    return _ANNOUNCED.search(text) is not None or any(name.casefold() in folded for name in hints.names)


def _words(text: str, hints: FrameworkHints) -> str:
    """Return the words of a text without the names of the framework."""
    return _rest(text, [], hints.names)


def announces_code(text: str) -> bool:
    """Whether a text has a word that is used only before codes: "KPI"."""
    return _ANNOUNCED.search(text) is not None


def is_code_alone(cell: str, frameworks: Mapping[str, FrameworkHints]) -> str:
    """Return the code that is the only text of a table cell; "" for other cells.

    >>> is_code_alone("2023", {})
    ''
    """
    return next((mentions[0].code for mentions in _codes_alone(cell, frameworks).values()), "")


def _rest(text: str, spans: list[tuple[int, int]], names: Iterable[str]) -> str:
    """Return the rest of a text without its codes, the names of frameworks, numbers and separators."""
    for start, end in sorted(set(spans), reverse=True):
        text = text[:start] + " " + text[end:]
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(re.escape(name), " ", text, flags=re.IGNORECASE)
    text = _ANNOUNCED.sub(" ", text)
    return re.sub(r"[\W\d_]|\b(?:and|to|see|disclosures?|及|和|与|與)\b", "", text, flags=re.IGNORECASE)
