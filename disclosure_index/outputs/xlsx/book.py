"""An assessment -> the sheets of a workbook -> bytes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import label
from disclosure_index.messages import render as render_message
from disclosure_index.messages.states import financial_year
from disclosure_index.model import language_of
from disclosure_index.outputs.xlsx import (
    coverage_sheet,
    filing_sheet,
    guides,
    kept_cells,
    layout,
    legend,
    meta,
    sheets,
    writing,
)
from disclosure_index.outputs.xlsx.disclosures import by_framework, disclosures, title
from disclosure_index.outputs.xlsx.properties import set_properties
from disclosure_index.outputs.xlsx.rows import INSIDE, Pen, RowStyle
from disclosure_index.outputs.xlsx.saving import to_bytes
from disclosure_index.outputs.xlsx.styles import Styles
from disclosure_index.tables.by_section import INDEX, by_section
from disclosure_index.tables.filing import filed_tables
from disclosure_index.tables.gaps import TITLE as GAPS
from disclosure_index.tables.gaps import gaps
from disclosure_index.tables.kpi_facts import TITLE as FACTS
from disclosure_index.tables.kpi_facts import kpi_facts
from disclosure_index.tables.places import TITLE as PLACES
from disclosure_index.tables.places import places
from disclosure_index.tables.table import Table

GUIDE, FRAMEWORK, VIEW = "6B737B", "0F6B6B", "2F3E4E"
"""Colours of the sheets' tabs."""

VIEWS = (label("table", "Cross-reference"), GAPS, PLACES, FACTS)
"""The names of the sheets with a view of the report each, in their order."""


@dataclass(frozen=True, slots=True)
class Exported:
    """A workbook, and the cells that could not hold their text: sheet and row."""

    data: bytes
    cut: tuple[str, ...] = ()


def _unchanged(href: str) -> str:
    return href


def render(assessment: Assessment, language: str, relink: Callable[[str], str] = _unchanged) -> bytes:
    """Return the bytes of the workbook; see `export`."""
    return export(assessment, language, relink).data


def export(assessment: Assessment, language: str, relink: Callable[[str], str] = _unchanged) -> Exported:
    """Write the workbook of a report.

    Args:
        assessment: of the report.
        language: of heads, titles and words; the document in this language is shown, or else the first.
        relink: turns a link as tables have it, ``path#anchor``, into one as it is seen from the workbook.
    """
    documents = assessment.report.documents
    document = next((n for n, d in enumerate(documents) if d.language == language), 0)
    book = Workbook(write_only=True)
    made = _Book(book, assessment, language, document, relink)
    made.write()
    return Exported(to_bytes(book), tuple(made.pen.cut))


class _Book:
    """Writes the sheets of one workbook, in their order."""

    def __init__(
        self, book: Workbook, assessment: Assessment, language: str, document: int, relink: Callable[[str], str]
    ) -> None:
        self.book, self.assessment, self.language, self.document = book, assessment, language, document
        self.names: set[str] = {guides.SHEET, meta.SHEET, kept_cells.SHEET}
        self.recorded: list[kept_cells.Recorded] = []
        self.tables: set[str] = set()
        styles = Styles(book, language, assessment.report.documents[document].language)
        self.pen = Pen(styles, language, relink, [])
        self.covered = by_framework(assessment)
        self.lists = guides.lists(assessment, list(self.covered), language)

    def write(self) -> None:
        """Write everything but the bytes."""
        shorts = [self._short(id) for id in self.covered]
        set_properties(self.book, self.assessment.report, shorts, self.language)
        first = self._add(self._rendered(label("heading", "Legend")), GUIDE)
        coverage = self._add(self._rendered(coverage_sheet.TITLE), GUIDE)
        own = {id: self._add(self._short(id), FRAMEWORK) for id in self.covered}
        filings = self._filings()
        views = [by_section(self.assessment, self.document), gaps(self.assessment, self.language, self.document)]
        listed, first_places = places(self.assessment, self.language, self.document)
        views.append(listed)
        if (found := kpi_facts(self.assessment, self.language, self.document)).rows:
            views.append(found)
        filed = [self._add(f"{self._short(id)} · {self._rendered(INDEX)}", VIEW) for id in filings]
        viewing = [self._add(self._rendered(name), VIEW) for name in VIEWS[: len(views)]]
        names = [sheet.title for sheet in (coverage, *own.values(), *filed, *viewing)]
        named = {self._title(id): rows for id, rows in self.covered.items()}
        legend.write(first, self.assessment, named, names, self.pen)
        self._coverage(coverage, named)
        title = viewing[VIEWS.index(PLACES)].title.replace("'", "''")
        links = {uid: f"{INSIDE}{title}'!A{row + 2}" for uid, row in first_places.items()}
        exported = [self._disclosures(sheet, self.covered[id], links) for id, sheet in own.items()]
        for sheet, tables in zip(filed, filings.values(), strict=True):
            filing_sheet.write(sheet, tables, self.pen)
        for sheet, table in zip(viewing, views, strict=True):
            self._view(sheet, table)
        self._hidden(exported)

    def _add(self, said: str, colour: str) -> Any:
        sheet = writing.add_sheet(self.book, layout.sheet_name(said, self.names))
        report = self.assessment.report
        texts = (report.issuer, said, f"{report.title} · {self._rendered(financial_year(report))}")
        layout.set_page(sheet, texts, language_of(self.language).font, colour)
        self.recorded.append(kept_cells.record(sheet, rows=colour != FRAMEWORK))
        return sheet

    def _filings(self) -> dict[str, list[Table]]:
        found: dict[str, list[Table]] = {}
        for filed in filed_tables(self.assessment, self.language, self.document):
            found.setdefault(filed.framework, []).append(filed.table)
        return found

    def _rendered(self, text: str) -> str:
        return render_message(text, self.language)

    def _short(self, id: str) -> str:
        return self.assessment.catalog.frameworks[id].short

    def _title(self, id: str) -> str:
        return title(self.assessment.catalog.frameworks[id], self.covered[id], self.language)

    def _coverage(self, sheet: Any, named: Mapping[str, Sequence[Coverage]]) -> None:
        table = coverage_sheet.coverage_table(self.assessment, named)
        sheets.write(sheet, table, self.pen, name=self._table(table), frozen=1)
        if table.rows:
            coverage_sheet.add_chart(sheet, table, self.language)

    def _disclosures(self, sheet: Any, rows: Sequence[Coverage], places: Mapping[str, str]) -> tuple[str, Table]:
        table, marks = disclosures(self.assessment, rows, self.language, self.document, places)
        first = sheets.write(sheet, table, self.pen, name=self._table(table), marks=marks, frozen=3)
        last = first + len(rows) - 1
        for id, name in (("status", guides.STATUSES), ("reviewed", guides.REVIEWED), ("reason", table.id)):
            if self.lists[name]:
                place = guides.choices(self.lists, name)
                guides.add_choices(sheet, table.columns.index(id) + 1, first, last, place, self.language)
        guides.add_looks(sheet, table.columns.index("status") + 1, first, last, self.language)
        return sheet.title, table

    def _view(self, sheet: Any, table: Table) -> None:
        chapters = [RowStyle(heading=table.columns[0] == "chapter" and bool(row[0].parts)) for row in table.rows]
        sheets.write(sheet, table, self.pen, name=self._table(table), marks=chapters, frozen=2)
        if "status" in table.columns and table.rows:
            guides.add_looks(sheet, table.columns.index("status") + 1, 2, len(table.rows) + 1, self.language)

    def _hidden(self, exported: Sequence[tuple[str, Table]]) -> None:
        names = guides.SHEET, meta.SHEET, kept_cells.SHEET
        lists, facts_of, cells_of = (writing.add_sheet(self.book, name) for name in names)
        lists.sheet_state = facts_of.sheet_state = cells_of.sheet_state = "hidden"
        kept_cells.write(cells_of, self.recorded, self.pen.styles)
        guides.write_lists(lists, self.lists, self.pen.styles)
        identity = tuple(meta.identity(self.assessment, self.language, self.document))
        meta.write(facts_of, identity, exported, self.pen.styles, self.language)

    def _table(self, table: Table) -> str:
        return layout.table_name(table.id, self.tables)
