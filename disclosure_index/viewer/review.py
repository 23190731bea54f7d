"""The review of a reader, as ticks and comments, and the data from which the page makes a workbook for `merge`.

The workbook contains the changed rows, each with its texts as exported, so `merge` finds what was typed since, as in
any exported workbook.
"""

import json
from functools import cached_property

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import label, message, render
from disclosure_index.outputs.escape import for_html
from disclosure_index.outputs.xlsx import cells, kept_cells, layout, meta
from disclosure_index.outputs.xlsx.columns import COLUMNS, YES
from disclosure_index.outputs.xlsx.disclosures import by_framework, disclosures
from disclosure_index.tables.columns import head
from disclosure_index.viewer.entries import Entry

LONGEST = 32_000
"""The most characters of a comment, counted as browsers and spreadsheets do: a cell holds 32,767."""

REVIEWED, COMMENT = label("page", "Reviewed"), label("page", "Comment")
SAVE = label("page", "Save review")
ASIDE = message("A comment becomes the note of the disclosure when the workbook is merged.")
KEPT_HERE = message("{number} not saved as a workbook yet, kept in this browser", number="{number}")
KEPT_NOWHERE = message("{number} not saved as a workbook yet; this browser keeps nothing", number="{number}")
"""The script fills in the number."""
NOTHING_STATED = message("The document says nothing of it that could be marked.")


class Review:
    """The forms and the data of one view.

    Args:
        assessment: of the report.
        number: the number of the document: a tick marks its statements as reviewed.
        language: the language of the view, and of the workbook.

    """

    def __init__(self, assessment: Assessment, number: int, language: str) -> None:
        self._assessment, self._number, self._language = assessment, number, language

    def _text(self, text: str) -> str:
        return for_html(render(text, self._language))

    def button(self) -> str:
        """Return the button that saves the workbook, with the number of unsaved changes."""
        texts = f'data-kept="{self._text(KEPT_HERE)}" data-lost="{self._text(KEPT_NOWHERE)}"'
        return (
            f'<button type="button" class="save" {texts}>{self._text(SAVE)} <b hidden=""></b></button>'
            '<span class="unsaved" role="status"></span>'
        )

    def form(self, entry: Entry) -> str:
        """Return the tick and the comment of a disclosure as HTML."""
        uid = for_html(entry.row.disclosure.uid)
        why = self._untickable(entry)
        tick = f'<input type="checkbox" class="reviewed"{" disabled" if why else ""}>'
        note = f"<small>{self._text(why)}</small>" if why else ""
        return (
            f'<form class="review" data-uid="{uid}"><label class="tick">{tick} {self._text(REVIEWED)}</label>{note}'
            f'<label>{self._text(COMMENT)}<textarea class="note" rows="2" maxlength="{LONGEST}"></textarea></label>'
            f"<small>{self._text(ASIDE)}</small></form>"
        )

    def _untickable(self, entry: Entry) -> str:
        """Return why a disclosure cannot be marked as reviewed by its own row; "" where it can."""
        row = entry.row
        links = [link for link in (*row.links, *row.omissions) if link.document == self._number]
        for link in links:
            if link.disclosure and link.disclosure.uid != row.disclosure.uid and not link.statement.reviewed:
                return message("Mark the row of {code}", code=link.disclosure.code)
        return "" if links else NOTHING_STATED

    def data(self) -> str:
        """Return the data of the script, as JSON that no HTML parser mistakes for markup."""
        text = json.dumps(self._data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
        harmless = text.replace("<", "\\u003c")
        return f'<script type="application/json" class="rows">{harmless}</script>'

    @cached_property
    def _data(self) -> dict[str, object]:
        report = self._assessment.report
        names: set[str] = {meta.SHEET, kept_cells.SHEET}
        rows: dict[str, list[str]] = {}
        columns: tuple[str, ...] = ()
        for id, covered in by_framework(self._assessment).items():
            table, _ = disclosures(self._assessment, covered, self._language, self._number)
            sheet = layout.sheet_name(self._assessment.catalog.frameworks[id].short, names)
            columns = table.columns
            kept = meta.exported(sheet, table, self._language)
            for row, exported in zip(table.rows, kept, strict=True):
                computed = [cells.clean(row[table.columns.index(name)].joined("; ")) for name in meta.COMPUTED]
                rows[row[0].text] = [*exported, *computed]
        return {
            "key": f"{report.issuer} | {report.title} | {report.year_start} {report.year_end}",
            "document": report.documents[self._number].path,
            "name": f"review-{report.documents[self._number].language}.xlsx",
            "facts": list(meta.identity(self._assessment, self._language, self._number)),
            "meta": meta.SHEET,
            "cells": kept_cells.SHEET,
            "kept": meta.HEADS,
            "columns": columns,
            "computed": meta.COMPUTED,
            "mark": meta.MARK,
            "heads": [render(head(id), self._language) for id in columns],
            "widths": [COLUMNS[id].most for id in columns],
            "yes": render(YES, self._language),
            "rows": rows,
        }
