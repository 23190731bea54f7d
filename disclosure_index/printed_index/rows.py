"""Read the rows of an index table as claims."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from disclosure_index.model import Finding, Location
from disclosure_index.printed_index.claims import FrameworkHints, IndexEntry, stem
from disclosure_index.printed_index.codes import list_findings
from disclosure_index.printed_index.column_heads import is_repeated_head
from disclosure_index.printed_index.column_layout import Layout
from disclosure_index.printed_index.document_column import own_documents, with_pages_elsewhere
from disclosure_index.printed_index.framework_titles import edition_of
from disclosure_index.printed_index.index_tables import Part
from disclosure_index.printed_index.location_cells.locations import PlaceReading
from disclosure_index.printed_index.location_cells.page_references import scattered_pages
from disclosure_index.printed_index.omissions import mentioned
from disclosure_index.printed_index.omitted_parts import with_omitted_parts
from disclosure_index.printed_index.related_rows.continued import goes_on
from disclosure_index.printed_index.related_rows.references import as_above
from disclosure_index.printed_index.related_rows.topics import lent_places
from disclosure_index.printed_index.row_codes import CodedCell, Standing, codes_of_row, names_code, slid_back
from disclosure_index.printed_index.row_context import Context
from disclosure_index.printed_index.row_texts import (
    NO_TEXTS,
    Texts,
    are_merged,
    leading_out,
    placed,
    texts_of,
    title_in,
)
from disclosure_index.printed_index.status_columns import TICK
from disclosure_index.printed_index.table_rows import TableRow
from disclosure_index.printed_index.unread_codes import believed_code, is_line_of, row_without_code, unread_code
from disclosure_index.printed_index.vocabulary import CHAPTER, INDEX, LEFT_OPEN, SUPPLEMENT, Role
from disclosure_index.reading.plain_title import plain

_LONGEST_GROUP = 120


@dataclass(slots=True)
class RowReader:
    """Reads the rows of all tables in order; its state carries over from table to table."""

    frameworks: Mapping[str, FrameworkHints]
    places: PlaceReading  # the document's part of the context for locations
    claims: list[IndexEntry] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    unread: list[tuple[Location, str]] = field(default_factory=list)  # cells of columns of unknown meaning
    _context: Context = field(default_factory=Context)
    _open: tuple[int, int] = (0, 0)  # the claims of the last row, which the next one may continue
    _texts: Texts = NO_TEXTS  # of the last row
    _last: tuple[str, Layout | None] = ("", None)  # the page and layout of the previous part
    _guidance: bool = False  # the tables are guidance on the disclosures instead of an index
    _standing: list[Standing] = field(default_factory=list)
    _groups: frozenset[str] = frozenset()  # the `stem`s of the part's codes
    _reading: PlaceReading = field(default_factory=PlaceReading)  # for the part's locations
    _lent: dict[int, Texts] = field(default_factory=dict)  # the locations of the part's topics, by row
    _merged: bool = False  # the blank locations of the part are the lower rows of merged cells

    def read(self, part: Part) -> None:
        """Read the rows below one head."""
        layout = part.layout
        if layout is not None:
            layout = with_pages_elsewhere(layout, self.places.own)
            part.rows = [slid_back(row, layout, self.frameworks) for row in part.rows]
        if part.lead_in or part.captions:
            self._guidance = any(SUPPLEMENT.search(text) for text in (part.lead_in or part.captions)[-1:])
        if self._guidance or layout is None:
            return
        coded = self._with_codes(part.rows, layout)
        with_codes = [(row, codes) for row, codes in coded if codes]
        if not with_codes:
            return
        self._groups = frozenset(stem(item.code) for _, cells in with_codes for cell in cells for item in cell.found)
        reading = replace(self.places, paged=layout.paged, numbered=layout.numbered, answers=layout.answers)
        self._reading = replace(reading, own_documents=own_documents(part.rows, layout, reading))
        self._lent = lent_places(coded, layout, self.frameworks)
        self._merged = not layout.by_section and are_merged([row for row, _ in with_codes], layout)
        for text in part.lead_in:
            if len(text) < _LONGEST_GROUP and not INDEX.search(text):
                self._context.enter(text)
        self._rows(part.rows, layout)
        self._last = (part.rows[-1].page, layout)

    def _rows(self, rows: Sequence[TableRow], layout: Layout) -> None:
        over = rows[0].page != self._last[0] and self._last[1] == layout
        below = any(self._stands_under_group(row, c, layout) for row in rows for c in layout.of(Role.CODE))
        for number, row in enumerate(rows):
            codes = codes_of_row(row, layout, self.frameworks, self._context)
            if below and self._heads(row, layout, codes):
                self._enter(row, codes)
            elif self._has_standing_codes(row, layout, codes):
                self._stand(row, layout, codes)
            elif row.merged or (len(row.filled) == 1 and not self._is_row(row, layout, codes)):
                self._group(row, layout, codes)
            elif codes:
                self._claim(row, layout, codes, self._lent.get(number, self._texts if self._merged else NO_TEXTS))
                others = [row.cell(c).strip() for c in layout.of(Role.OTHER)]
                self.unread += ((row.location, text) for text in others if text and not TICK.fullmatch(text))
            elif number in self._lent:
                self._enter(row, codes)
                self._open = (0, 0)
            else:
                self._uncoded(rows, number, layout, over and number == 0)

    # --- rows without claims ---

    def _has_standing_codes(self, row: TableRow, layout: Layout, codes: Sequence[CodedCell]) -> bool:
        """Whether a row names a Standard, and beside it codes of another framework, which apply to the rows below."""
        if layout.by_section or not codes or any(cell.column == layout.titled for cell in codes):
            return False
        texts = texts_of(row, layout)
        return bool(row.cell(layout.titled) or texts.group) and not (texts.place or texts.note or texts.reason)

    def _stand(self, row: TableRow, layout: Layout, codes: Sequence[CodedCell]) -> None:
        text = row.cell(layout.titled) or row.cells[row.filled[0]]
        standard = self.frameworks[layout.columns[layout.titled].framework].standard_in(text)
        self._standing = [one for one in self._standing if one.standard and one.standard != standard]
        self._standing += (Standing(cell, standard) for cell in codes)
        names = [row.cell(c) for c in row.filled if all(c != cell.column for cell in codes)]
        self._context.enter(" ".join(names))

    def _is_row(self, row: TableRow, layout: Layout, codes: Sequence[CodedCell]) -> bool:
        """Whether a row with one cell is not a group: it continues another row, or is a code without a location."""
        column = layout.column(row.filled[0])
        if column.role != Role.CODE:
            return not layout.by_section and column.role != Role.GROUP
        found = [item for cell in codes if cell.column == row.filled[0] for item in cell.found]
        groups = self.frameworks[column.framework].groups.values()
        return bool(found) and not (len(found) == 1 and found[0].code in groups)

    def _stands_under_group(self, row: TableRow, c: int, layout: Layout) -> bool:
        return self.frameworks[layout.columns[c].framework].under_group.match(row.cell(c)) is not None

    def _heads(self, row: TableRow, layout: Layout, codes: Sequence[CodedCell]) -> bool:
        """Whether a row is the aspect of the rows below, in cells of its own: "Aspect A1 | Emissions"."""
        texts = texts_of(row, layout)
        groups = {code for cell in codes for code in self.frameworks[cell.framework].groups.values()}
        named = all(item.code in groups and item.end > item.start for cell in codes for item in cell.found)
        return bool(codes) and named and not (texts.place or texts.note or texts.reason)

    def _group(self, row: TableRow, layout: Layout, codes: Sequence[CodedCell]) -> None:
        """Read a group row: a chapter, a Standard, an aspect, a topic."""
        text = next((row.cells[n] for n in row.filled), "")
        if not text:
            return
        if layout.by_section:
            if CHAPTER.search(text) or row.merged:
                self._context.chapter = text
            else:
                self.findings.append(row_without_code(text, row.location))
            return
        self._enter(row, codes)

    def _enter(self, row: TableRow, codes: Sequence[CodedCell]) -> None:
        """Enter the context of a group."""
        text = row.cells[row.filled[0]]
        self._context.enter(text)
        self._standing = [one for one in self._standing if one.standard]
        for cell in codes:
            self._context.aspect = cell.found[0].code
        name = plain(text)
        for hints in self.frameworks.values():
            self._context.aspect = hints.plain_groups.get(name, self._context.aspect)

    def _uncoded(self, rows: Sequence[TableRow], number: int, layout: Layout, over: bool) -> None:
        """Continue the row above, or report that a row names no disclosure; `over`: it begins a new page."""
        row = rows[number]
        texts = texts_of(row, layout)
        if layout.by_section:
            if texts.section:
                self.findings.append(row_without_code(texts.section, row.location))
            return
        same_group = texts.group in ("", *self._context.groups[:1])
        if texts.group:
            self._context.enter(texts.group)
        first, last = self._open
        unread = " ".join(row.cell(c) for c in layout.of(Role.CODE) if row.cell(c))
        if unread and not re.search(r"\w", unread):
            return  # "-": a measure of the company's own
        known = names_code(unread, layout, self.frameworks) if unread else False
        if known or (unread and is_repeated_head(unread, rows[:number], layout, row.page)):
            return  # "201: 3-3": the management of a topic, which the topic's own rows report
        if first < last and same_group and self._goes_on(unread or texts.title, texts, in_codes=bool(unread)):
            texts = replace(texts, title=unread or texts.title, group="")
            self._carry_on(texts)
        elif unread and texts.place:
            self.findings += unread_code(unread, row.location, self._coded_in(layout))
        elif texts.place and texts.title and not over:
            if not is_line_of(texts, [texts_of(other, layout) for other in rows[max(0, number - 1) : number + 2]]):
                self.findings.append(row_without_code(texts.title, row.location))
        elif first < last and (texts.title or texts.note or texts.reason or (texts.place and same_group)):
            self._carry_on(texts)
        elif texts.group and texts.place and not over:
            self.findings += unread_code(texts.group, row.location, self._coded_in(layout), in_codes=False)

    def _coded_in(self, layout: Layout) -> dict[str, FrameworkHints]:
        """Return the frameworks with code columns in a table."""
        return {id: self.frameworks[id] for id in (layout.column(n).framework for n in layout.of(Role.CODE))}

    def _carry_on(self, texts: Texts) -> None:
        """Add the texts of a row to the row above, and read its claims again."""
        first, last = self._open
        self._texts = self._texts.continued(texts, self.places.titles)
        for number in range(first, last):
            claim = self._placed(self.claims[number], self._texts)
            title = f"{claim.title} {texts.title}".strip() if last - first == 1 else claim.title
            self.claims[number] = replace(claim, title=title)

    def _goes_on(self, line: str, texts: Texts, *, in_codes: bool) -> bool:
        """Whether words without a code are the next line of the title above."""
        first, last = self._open
        claim = self.claims[first]
        hints = self.frameworks[claim.framework]
        return last - first == 1 and goes_on(line, texts, claim, self._texts, hints, in_codes=in_codes)

    # --- claims ---

    def _claim(self, row: TableRow, layout: Layout, codes: Sequence[CodedCell], above: Texts) -> None:
        texts = texts_of(row, layout)
        if texts.group:
            self._context.enter(texts.group)
        if layout.in_cell and not texts.place and (titled := [cell for cell in codes if cell.column == layout.titled]):
            behind = max(item.end for item in titled[0].found)
            texts = replace(texts, page=scattered_pages(titled[0].text[behind:]))
        if LEFT_OPEN.fullmatch(texts.section or texts.page):
            self._open, self._texts = (0, 0), texts
            return
        if not (texts.place or texts.note or texts.reason):
            document = texts.document or above.document
            texts = replace(texts, page=above.page, section=above.section, document=document)
        texts = as_above(texts, self._texts)
        self._texts = texts
        start = len(self.claims)
        for cell in [*codes, *self._from_above(codes, layout, texts)]:
            self.findings += list_findings(cell.text, list(cell.found), cell.framework, row.location)
            own = cell.framework == layout.columns[cell.column].framework
            listed = [item for other in codes if other.text == cell.text for item in other.found]
            title = (texts.title if cell.column == layout.titled and own else "") or title_in(cell.text, listed)
            parts: dict[str, tuple[str, ...]] = {}
            for item in cell.found:
                parts[item.code] = tuple(dict.fromkeys((*parts.get(item.code, ()), *item.datapoints)))
            for code, letters in parts.items():
                if layout.by_section:
                    self._add(IndexEntry(cell.framework, code, row.location, None, letters), row, layout, texts)
                else:
                    believed = code
                    if len(parts) == 1 and own:
                        hints = self.frameworks[cell.framework]
                        believed, faults = believed_code(code, title, hints, self._groups, cell.framework, row.location)
                        self.findings += faults
                    claim = IndexEntry(cell.framework, believed, row.location, None, letters, title)
                    self._add(claim, row, layout, texts)
        self._open = (start, len(self.claims))
        self.claims[start:] = with_omitted_parts(self.claims[start:], texts)

    def _from_above(self, codes: Sequence[CodedCell], layout: Layout, texts: Texts) -> list[CodedCell]:
        """Return the codes beside the name of the Standard above, for a row of the Standard with a location."""
        main = next((cell for cell in codes if cell.column == layout.titled), None)
        if main is None or not re.search(r"\w", texts.place) or mentioned(texts.reason):
            return []
        standard, filled = stem(main.found[0].code), {cell.framework for cell in codes}
        standing = [one for one in self._standing if one.standard in ("", standard)]
        return [replace(one.cell, text="") for one in standing if one.cell.framework not in filled]

    def _add(self, claim: IndexEntry, row: TableRow, layout: Layout, texts: Texts) -> None:
        hints = self.frameworks[claim.framework]
        above = (texts.group, *self._context.groups, " ".join(reversed(self._context.groups)))
        claim = replace(
            claim, edition=edition_of(claim.code, claim.title, above, hints), printed_page=row.page, passage=row.passage
        )
        if layout.by_section:
            chapter = self._context.chapter
            path = (chapter, texts.section) if chapter else (texts.section,)
            claim = replace(self._placed(claim, texts), location_text=texts.section, sections=(path,), topic=chapter)
        else:
            claim = replace(self._placed(claim, texts), topic=self._context.topic_beside(hints.names))
            if any(layout.column(c).role in (Role.PAGE, Role.SECTION, Role.DOCUMENT) for c in row.leading_out):
                claim = leading_out(claim, self.places)
            if row.anchors:  # "here": the link is the location, without further words
                known = tuple(path for path in claim.sections if plain(path[-1]) in self.places.titles)
                claim = replace(claim, anchors=row.anchors, sections=known)
        self.claims.append(claim)

    def _placed(self, claim: IndexEntry, texts: Texts) -> IndexEntry:
        return placed(claim, texts, self.frameworks[claim.framework].reasons, self._reading)

    def _with_codes(self, rows: Sequence[TableRow], layout: Layout) -> list[tuple[TableRow, list[CodedCell]]]:
        """Return the rows, each with its codes, before any claim is read."""
        context = replace(self._context)
        coded = []
        for row in rows:
            codes = codes_of_row(row, layout, self.frameworks, self._context)
            coded.append((row, codes))
            if len(row.filled) == 1 and not layout.by_section:
                self._enter(row, codes)
        self._context = context
        return coded
