"""The rows of a sheet: texts that stay texts, links, comments, and heights."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from openpyxl.comments import Comment
from openpyxl.worksheet.hyperlink import Hyperlink

from disclosure_index.messages import render
from disclosure_index.outputs.xlsx import cells, layout
from disclosure_index.outputs.xlsx.columns import Column
from disclosure_index.outputs.xlsx.styles import Styles
from disclosure_index.tables.columns import separator
from disclosure_index.tables.table import Cell

LINKS = 60_000
"""Excel opens no sheet with more than 65,530 hyperlinks."""

BLOCKED = ("reason", "explanation")
"""The columns that stay empty where a framework allows no omission."""

BARRED, OPEN, SAME = "barred", "open", "same"
"""Kinds of a table's cells; see `Cell`."""

SHORT = ("pages", "code", "disclosure", "framework")

INSIDE = "#'"
"""What a link to a place in the workbook begins with."""

LINKED = {"text": "link", "code": "code-link"}
"""Forms of cells, and what they are with a link."""


@dataclass(frozen=True, slots=True)
class RowStyle:
    """The formatting of a row besides its texts."""

    heading: bool = False
    comment: str = ""
    blocked: bool = False  # no omission is allowed here
    places: str = ""  # where in the workbook the places of the row stand, one by one, if it has several


@dataclass(frozen=True, slots=True)
class Pen:
    """What every sheet of a workbook shares: styles, language and links."""

    styles: Styles
    language: str
    relink: Callable[[str], str]
    cut: list[str]  # what did not fit into a cell, and where

    def text(self, text: str, sheet: str, row: int) -> str:
        """Return the text as a cell may hold it."""
        whole = cells.clean(text)
        fitting = cells.fit(whole, render(cells.CUT_OFF, self.language))
        if fitting is not whole:
            self.cut.append(f"{sheet}, row {row}")
        return fitting


class Rows:
    """Appends the rows of a table to a sheet, under its heads."""

    def __init__(
        self, sheet: Any, ids: Sequence[str], looks: Sequence[Column], widths: Sequence[float], pen: Pen, head: int = 1
    ) -> None:
        self.sheet, self.ids, self.looks, self.widths, self.pen = sheet, ids, looks, widths, pen
        self.number = head
        self.links = 0
        self.short = [ids.index(id) for id in SHORT if id in ids]

    def append(self, row: Sequence[Cell], mark: RowStyle) -> None:
        """Append one row."""
        self.number += 1
        hrefs = self._hrefs(row, mark)
        made: list[Any] = []
        texts: list[tuple[str, float]] = []
        for id, look, width, cell, href in zip(self.ids, self.looks, self.widths, row, hrefs, strict=True):
            shown = cell.joined(separator(id, self.pen.language)) if cell.kind != SAME else ""
            text = self.pen.text(shown, self.sheet.title, self.number) if shown else ""
            form, value = _form(id, look, mark, cell.kind, href), _value(look.form, text)
            if isinstance(value, float) and look.form == "amount":
                form = "fraction"
            one = self.pen.styles.cell(self.sheet, form, value)
            if href:
                one.hyperlink = link(href if href.startswith(INSIDE) else self.pen.relink(href))
            if mark.comment and id == "code":
                one.comment = comment(mark.comment)
            if text and not look.hidden:
                texts.append((text, width))
            made.append(one)
        layout.set_height(self.sheet, self.number, texts, self.pen.language)
        self.sheet.append(made)

    def _hrefs(self, row: Sequence[Cell], mark: RowStyle) -> list[str]:
        """Return each cell's link: of many places, the list of them in the workbook, else the first.

        LibreOffice does not wrap a text that is a link. Where it would have to, a short cell of the row is
        the link; text is never cut off for the sake of a link.
        """
        hrefs = [mark.places if mark.places and _has_several(cell) else _first_link(cell) for cell in row]
        if self.links + sum(map(bool, hrefs)) > LINKS:
            return [""] * len(row)
        for n, href in enumerate(hrefs):
            if href and not self._fits(n, row):
                to = next((at for at in self.short if row[at].parts and self._fits(at, row)), None)
                hrefs[n] = ""
                if to is not None and not hrefs[to]:
                    hrefs[to] = href
        self.links += sum(map(bool, hrefs))
        return hrefs

    def _fits(self, number: int, row: Sequence[Cell]) -> bool:
        return layout.lines(row[number].text, self.widths[number], self.pen.language) == 1


def _value(form: str, text: str) -> str | int | float:
    """Return what a cell of a form holds: a number where its column has numbers."""
    if form not in ("number", "amount") or not text:
        return text
    return int(text) if text.lstrip("-").isdecimal() else float(text)


def _form(id: str, look: Column, mark: RowStyle, kind: str, href: str) -> str:
    if kind == BARRED:
        return "blocked-link" if href else "blocked"
    if kind == OPEN:
        return "open-link" if href else "open"
    if mark.blocked and id in BLOCKED:
        return "bold-blocked" if mark.heading else "blocked"
    form = LINKED.get(look.form, look.form) if href else look.form
    return f"bold-{form}" if mark.heading and form in ("text", "link", "code", "code-link") else form


def _first_link(cell: Cell) -> str:
    return next((href for _, href in cell.parts if href), "") if cell.parts else ""


def _has_several(cell: Cell) -> bool:
    return len({href for _, href in cell.parts if href}) > 1


def link(href: str) -> Hyperlink:
    """Make a link to an anchor in a file, or to a place in the workbook."""
    path, _, anchor = href.partition("#")
    return Hyperlink(ref="A1", target=path or None, location=anchor or None)


def comment(text: str) -> Comment:
    """Make a comment as large as its text needs."""
    text = cells.clean(text)
    lines = sum(1 + cells.width(line) // 44 for line in text.split("\n"))
    return Comment(text, "Disclosure Index", height=24 + 17 * lines, width=300)
