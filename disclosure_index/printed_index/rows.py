"""Rows of an index table -> claims."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from disclosure_index.messages import message
from disclosure_index.model import Finding, Location, Severity
from disclosure_index.printed_index.claims import FrameworkHints, IndexEntry, stem
from disclosure_index.printed_index.codes import Found, codes_in, list_findings, tidy
from disclosure_index.printed_index.column_roles import Column, Layout
from disclosure_index.printed_index.document_tables import TableRow
from disclosure_index.printed_index.framework_titles import code_by_title, edition_of
from disclosure_index.printed_index.index_tables import Part
from disclosure_index.printed_index.row_context import Context
from disclosure_index.printed_index.row_texts import NO_TEXTS, Texts, placed, texts_of, title_in
from disclosure_index.printed_index.vocabulary import CHAPTER, INDEX, LEFT_OPEN, Role
from disclosure_index.reading.plain_title import plain

_SPARSE = 0.3  # of the rows: with so many empty locations, cells are merged
_LONGEST_GROUP = 120

Codes = Mapping[int, list[Found]]
"""The codes of a row, by column."""


@dataclass(slots=True)
class RowReader:
    """Reads the rows of all tables in order; what carries over is its state."""

    frameworks: Mapping[str, FrameworkHints]
    titles: Collection[str]  # of the document's sections, plain
    claims: list[IndexEntry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unread: list[tuple[Location, str]] = field(default_factory=list)  # cells of columns that nothing is known of
    _context: Context = field(default_factory=Context)
    _open: tuple[int, int] = (0, 0)  # the claims of the last row, which the next one may continue
    _texts: Texts = NO_TEXTS  # of the last row
    _last: tuple[str, Layout | None] = ("", None)  # the page and layout of the part before

    def read(self, part: Part) -> None:
        """Read the rows below one head."""
        layout = part.layout
        if layout is None or not (coded := self._coded(part.rows, layout)):
            return
        over = part.rows[0].page != self._last[0] and self._last[1] == layout
        for text in part.lead_in:
            if len(text) < _LONGEST_GROUP and not INDEX.search(text):
                self._context.enter(text)
        merged = not layout.by_section and _merges(coded, layout)
        below = any(self._stands_under_group(row, c, layout) for row in part.rows for c in layout.of(Role.CODE))
        for number, row in enumerate(part.rows):
            codes = self._codes(row, layout)
            if below and self._heads(row, layout, codes):
                self._enter(row, codes)
            elif row.merged or (len(row.filled) == 1 and not self._speaks(row, layout, codes)):
                self._group(row, layout, codes)
            elif codes:
                self._claim(row, layout, codes, merged)
                self.unread += ((row.location, row.cell(c)) for c in layout.of(Role.OTHER) if row.cell(c).strip())
            else:
                self._uncoded(row, layout, over and number == 0)
        self._last = (part.rows[-1].page, layout)

    # --- rows that are no claims ---

    def _speaks(self, row: TableRow, layout: Layout, codes: Codes) -> bool:
        """Whether a row with one cell is no group: it continues another, or is a code without a location."""
        column = layout.column(row.filled[0])
        if column.role != Role.CODE:
            return not layout.by_section and column.role != Role.GROUP
        found = codes.get(row.filled[0], [])
        groups = self.frameworks[column.framework].groups.values()
        return bool(found) and not (len(found) == 1 and found[0].code in groups)

    def _stands_under_group(self, row: TableRow, c: int, layout: Layout) -> bool:
        return self.frameworks[layout.columns[c].framework].under_group.match(row.cell(c)) is not None

    def _heads(self, row: TableRow, layout: Layout, codes: Codes) -> bool:
        """Whether a row is the aspect of the rows below, in cells of its own: "Aspect A1 | Emissions"."""
        texts = texts_of(row, layout)
        groups = {code for c in codes for code in self.frameworks[layout.columns[c].framework].groups.values()}
        named = all(item.code in groups and item.end > item.start for found in codes.values() for item in found)
        return bool(codes) and named and not (texts.place or texts.note or texts.reason)

    def _group(self, row: TableRow, layout: Layout, codes: Codes) -> None:
        """Pass a chapter, a Standard, an aspect, a topic."""
        text = next((row.cells[n] for n in row.filled), "")
        if not text:
            return
        if layout.by_section:
            if CHAPTER.search(text) or row.merged:
                self._context.chapter = text
            else:
                self._without_code(row, text)
            return
        self._enter(row, codes)

    def _enter(self, row: TableRow, codes: Codes) -> None:
        """Go below a group."""
        text = row.cells[row.filled[0]]
        self._context.enter(text)
        for found in codes.values():
            self._context.aspect = found[0].code
        name = plain(text)
        for hints in self.frameworks.values():
            self._context.aspect = hints.plain_groups.get(name, self._context.aspect)

    def _uncoded(self, row: TableRow, layout: Layout, over: bool) -> None:
        """Continue the row above, or tell that a row names no disclosure; `over`: it is the first one of a new page."""
        texts = texts_of(row, layout)
        if layout.by_section:
            if texts.section:
                self._without_code(row, texts.section)
            return
        if texts.group:
            self._context.enter(texts.group)
        first, last = self._open
        unread = " ".join(row.cell(c) for c in layout.of(Role.CODE) if row.cell(c))
        if unread and not re.search(r"\w", unread):
            return  # "-": a measure of the company's own
        if unread and self._names_code(unread, layout):
            return  # "201: 3-3": the management of a topic, that is told by the topic's own rows
        if unread and texts.place:
            problem = message('"{text}" in the index matches no known disclosure', text=unread[:60])
            hint = message("Write the code as the framework does, or remove the row")
            self.findings.append(Finding("DI406", problem, row.location, hint, severity=Severity.NOTE))
        elif texts.place and texts.title and not over:
            self._without_code(row, texts.title)
        elif first < last and (texts.title or texts.note or texts.reason or (texts.place and not texts.group)):
            self._texts = self._texts.continued(texts, self.titles)
            self.claims[first:last] = [self._placed(claim, self._texts) for claim in self.claims[first:last]]

    def _names_code(self, text: str, layout: Layout) -> bool:
        """Whether one of the words is a code, though not in a form that is read as one."""
        known = [self.frameworks[layout.column(n).framework].by_code for n in layout.of(Role.CODE)]
        return any(word in codes for codes in known for word in re.split(r"[\s:：]+", text))

    def _without_code(self, row: TableRow, text: str) -> None:
        self.findings.append(
            Finding(
                "DI403",
                message('The index row "{text}" names no disclosure', text=text[:60]),
                row.location,
                message("Name the disclosures that it answers, or remove the row"),
            )
        )

    # --- claims ---

    def _claim(self, row: TableRow, layout: Layout, codes: Codes, merged: bool) -> None:
        texts = texts_of(row, layout)
        if texts.group:
            self._context.enter(texts.group)
        if LEFT_OPEN.fullmatch(texts.section or texts.page):
            self._open, self._texts = (0, 0), texts
            return
        if merged and not (texts.place or texts.note or texts.reason):
            texts = replace(texts, page=self._texts.page, section=self._texts.section)
        self._texts = texts
        start = len(self.claims)
        for c, found in codes.items():
            column, cell = layout.columns[c], tidy(row.cell(c))
            self.findings += list_findings(cell, found, column.framework, row.location)
            title = (texts.title if c == layout.titled else "") or title_in(cell, found)
            parts: dict[str, tuple[str, ...]] = {}
            for item in found:
                parts[item.code] = tuple(dict.fromkeys((*parts.get(item.code, ()), *item.datapoints)))
            for code, letters in parts.items():
                if layout.by_section:
                    self._add(IndexEntry(column.framework, code, row.location, None, letters), row, layout, texts)
                else:
                    believed = self._believed(code, title, column, row) if len(parts) == 1 else code
                    self._add(
                        IndexEntry(column.framework, believed, row.location, None, letters, title), row, layout, texts
                    )
        self._open = (start, len(self.claims))

    def _add(self, claim: IndexEntry, row: TableRow, layout: Layout, texts: Texts) -> None:
        hints = self.frameworks[claim.framework]
        above = (texts.group, *self._context.groups, " ".join(reversed(self._context.groups)))
        claim = replace(claim, edition=edition_of(claim.code, claim.title, above, hints), printed_page=row.page)
        if layout.by_section:
            chapter = self._context.chapter
            path = (chapter, texts.section) if chapter else (texts.section,)
            claim = replace(self._placed(claim, texts), location_text=texts.section, sections=(path,), topic=chapter)
        else:
            claim = replace(self._placed(claim, texts), topic=self._context.topic_beside(hints.names))
        self.claims.append(claim)

    def _placed(self, claim: IndexEntry, texts: Texts) -> IndexEntry:
        return placed(claim, texts, self.frameworks[claim.framework].reasons, self.titles)

    def _believed(self, code: str, title: str, column: Column, row: TableRow) -> str:
        """Return the code that the title stands for, and say so where it is another."""
        other = code_by_title(code, title, self.frameworks[column.framework]) if title else None
        if other is None:
            return code
        if other.startswith(f"{code}("):
            return other
        problem = message(
            'The title "{title}" belongs to {other}, not to {code}', title=title[:60], other=other, code=code
        )
        hint = message("Write {other}; the title is taken as correct", other=other)
        self.findings.append(Finding("DI404", problem, row.location, hint, framework=column.framework, code=other))
        return other

    # --- cells ---

    def _codes(self, row: TableRow, layout: Layout) -> Codes:
        found = {c: self._codes_of_cell(row, c, layout) for c in layout.of(Role.CODE)}
        return {c: codes for c, codes in found.items() if codes}

    def _codes_of_cell(self, row: TableRow, c: int, layout: Layout) -> list[Found]:
        column = layout.columns[c]
        hints = self.frameworks[column.framework]
        cell = tidy(row.cell(c))
        if not cell:
            return []
        found = codes_in(cell, hints, (*row.cells[:c], *column.leads, *self._context.groups))
        aspect = self._aspect_beside(row, c, hints) or self._context.aspect
        if not found and hints.under_group.match(cell) and any(entry.code == aspect for entry in hints.codes):
            return [Found(aspect, (), 0, 0)]
        if not found and len(row.filled) > 1 and (code := hints.headed.get(plain(cell))):
            return [Found(code, (), 0, len(cell))]
        if found and hints.under_group.match(cell) and stem(found[0].code) in hints.groups.values():
            found = [Found(stem(found[0].code), (), 0, 0), *found]  # "General Disclosure, KPI A1.1 to A1.6"
        self._context.aspect = next((item.code for item in found if item.code in hints.groups.values()), aspect)
        return found

    @staticmethod
    def _aspect_beside(row: TableRow, c: int, hints: FrameworkHints) -> str:
        """Return the code of the group that a cell to the left names: "A1: Emissions"."""
        groups = hints.groups.values()
        beside = (found[0].code for cell in row.cells[:c] if (found := codes_in(tidy(cell), hints)))
        return next((code for code in beside if code in groups), "")

    def _coded(self, rows: Sequence[TableRow], layout: Layout) -> list[TableRow]:
        """Look ahead for the rows with codes."""
        context = replace(self._context)
        coded = []
        for row in rows:
            codes = self._codes(row, layout)
            if codes:
                coded.append(row)
            if len(row.filled) == 1 and not layout.by_section:
                self._enter(row, codes)
        self._context = context
        return coded


def _merges(coded: Sequence[TableRow], layout: Layout) -> bool:
    """Whether empty locations are the lower rows of merged cells."""
    texts = [texts_of(row, layout) for row in coded]
    empty = [not (t.place or t.note or t.reason) for t in texts]
    return not empty[0] and sum(empty) >= _SPARSE * len(empty)
