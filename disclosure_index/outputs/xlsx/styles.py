"""Fonts, fills and formats. Colour never carries meaning alone: a word always says the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle

from disclosure_index.model import Status, language_of
from disclosure_index.outputs.xlsx import cells

SIZE = 10

INK, PAPER, LINE, LINK, FAINT = "1C2024", "FFFFFF", "C9CED4", "0B57A4", "6B737B"
COMPUTED, TYPED, SOFT, BLOCKED = "2F3E4E", "0F6B6B", "EEF1F4", "E3E5E8"


@dataclass(frozen=True, slots=True)
class Form:
    """The look of a kind of cell."""

    ink: str = INK
    fill: str = ""
    bold: bool = False
    italic: bool = False
    link: bool = False
    size: int = SIZE
    right: bool = False
    text: bool = False  # "@": what is typed into it stays text
    digits: str = ""  # how a number is shown
    line: bool = True
    wrap: bool = True


FORMS: Mapping[str, Form] = {
    "text": Form(),
    "link": Form(ink=LINK, link=True),
    "code": Form(text=True),
    "code-link": Form(ink=LINK, link=True, text=True),
    "figure": Form(text=True, right=True),
    "number": Form(right=True),
    "amount": Form(right=True, digits="#,##0"),
    "fraction": Form(right=True, digits="#,##0.######"),
    "blocked": Form(fill=BLOCKED, ink=FAINT),
    "blocked-link": Form(fill=BLOCKED, ink=FAINT, link=True),
    "open": Form(ink="8A1A10", italic=True),
    "open-link": Form(ink="8A1A10", italic=True, link=True),
    "bold-text": Form(fill=SOFT, bold=True),
    "bold-link": Form(fill=SOFT, bold=True, ink=LINK, link=True),
    "bold-code-link": Form(fill=SOFT, bold=True, ink=LINK, link=True, text=True),
    "bold-code": Form(fill=SOFT, bold=True, text=True),
    "bold-blocked": Form(fill=BLOCKED, ink=FAINT),
    "head": Form(ink=PAPER, fill=COMPUTED, bold=True),
    "number-head": Form(ink=PAPER, fill=COMPUTED, bold=True, right=True),
    "typed-head": Form(ink=PAPER, fill=TYPED, bold=True, italic=True),
    "heading": Form(ink=PAPER, fill=COMPUTED, bold=True, line=False, wrap=False),
    "name": Form(bold=True, size=16, line=False, wrap=False),
    "plain": Form(line=False, wrap=False),
    "kept": Form(text=True, line=False, wrap=False),
}

STATUS: Mapping[Status, tuple[str, str, str]] = {
    Status.DISCLOSED: ("CFEAD6", "12522B", "4FA36C"),
    Status.PARTIAL: ("FFE9AE", "614700", "E3B23C"),
    Status.OMITTED: ("D5E3F5", "173F73", "5B8BC9"),
    Status.MISSING: ("F8CFC9", "8A1A10", "C7473A"),
    Status.NOT_REQUIRED: ("ECEEF0", "555D65", "B7BDC4"),
    Status.UNDETERMINED: ("E6DCF3", "482A7A", "8E6BBF"),
}
"""Of each status: the fill of a cell, its ink, the fill of a chart's bar."""


def differential(status: Status) -> DifferentialStyle:
    """Return the format of cells that hold the word of a status."""
    fill, ink, _ = STATUS[status]
    return DifferentialStyle(
        font=Font(color=ink, bold=status in (Status.MISSING, Status.PARTIAL)),
        fill=PatternFill(bgColor=fill, fill_type="solid"),
    )


class Styles:
    """Makes the cells of one workbook; each style is written once."""

    def __init__(self, book: Workbook, language: str, document_language: str) -> None:
        self._book = book
        self._font = language_of(language).font
        han = next((known for known in (language, document_language) if known.startswith("zh")), "zh-Hans")
        self._han = language_of(han).font
        self._made: dict[tuple[str, bool, bool], Any] = {}

    def cell(self, sheet: Any, form: str, value: str | float) -> Any:
        """Make a cell; a text is text, whatever it looks like."""
        made: Any = WriteOnlyCell(sheet)
        if not isinstance(value, str):
            made.value = value
            made._style = self._style(form, False, False)
        else:
            made._style = self._style(form, cells.is_han(value), cells.like_a_formula(value))
            if value:
                made._value = value  # the public way would take "=1+1" for a formula and "#N/A" for an error
                made.data_type = "s"
        return made

    def _style(self, form: str, han: bool, quoted: bool) -> Any:
        key = (form, han, quoted)
        if key not in self._made:
            self._made[key] = self._make(FORMS[form], self._han if han else self._font, quoted)
        return self._made[key]

    def _make(self, form: Form, font: str, quoted: bool) -> Any:
        made: Any = WriteOnlyCell(self._book.worksheets[0])
        under: Literal["single"] | None = "single" if form.link else None
        made.font = Font(font, form.size, bold=form.bold, italic=form.italic, color=form.ink, underline=under)
        if form.fill:
            made.fill = PatternFill("solid", fgColor=form.fill)
        if form.line:
            side = Side("thin", LINE)
            made.border = Border(bottom=side, top=side, left=side, right=side)
        if form.text or form.digits:
            made.number_format = form.digits or "@"
        made.alignment = Alignment(wrap_text=form.wrap, vertical="top", horizontal="right" if form.right else "left")
        made._style.quotePrefix = int(quoted)
        return made._style
