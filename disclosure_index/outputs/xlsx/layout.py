"""Pages and columns of a sheet: landscape, one page wide, with header and footer."""

import math
import re
from collections.abc import Iterable
from typing import Any

from openpyxl.utils import get_column_letter

from disclosure_index.model import language_of
from disclosure_index.outputs.xlsx import cells
from disclosure_index.outputs.xlsx.columns import Column

A4 = "9"
FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
LONGEST = 31
"""Of a sheet's title."""

WIDE, WASTE = 0.97, 1.08
"""How much of its counted width a Chinese text takes (a column is counted in figures), and what ends of lines lose."""

LINE, TALLEST = 13.2, 409
"""Points: of a line, and of the tallest row there can be."""


def set_width(sheet: Any, number: int, look: Column, width: float) -> None:
    """Set the width of a column, or hide it."""
    dimension = sheet.column_dimensions[get_column_letter(number)]
    dimension.width = width
    dimension.hidden = look.hidden


def set_height(sheet: Any, row: int, texts: Iterable[tuple[str, float]], language: str) -> None:
    """Set a row to the height that its texts need in columns of these widths, where one needs more than a line.

    It is a guess that programs start from, not a setting: they fit the row anew when somebody types in it.
    """
    needed = max((lines(text, width, language) for text, width in texts), default=1)
    if needed > 1:
        sheet.row_dimensions[row] = {"ht": f"{min(needed * LINE + 2.5, TALLEST):g}"}


def lines(text: str, width: float, language: str) -> int:
    """Estimate how many lines a text takes in a column of a workbook in that language."""
    if "\n" in text:
        return sum(lines(line, width, language) for line in text.split("\n"))
    taken = cells.width(text) * (WIDE if cells.is_han(text) else language_of(language).latin_width)
    room = max(width - 1, 1)
    return 1 if taken <= room else math.ceil(taken * WASTE / room)


def set_page(sheet: Any, texts: tuple[str, str, str], font: str, colour: str) -> None:
    """Lay out the printed page; `texts` stand in the header on the left and right, and in the footer."""
    sheet.sheet_properties.tabColor = colour
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    margins = sheet.page_margins
    margins.left = margins.right = 0.45
    margins.top, margins.bottom, margins.header, margins.footer = 0.75, 0.65, 0.35, 0.3
    sheet.print_options.horizontalCentered = True
    parts = sheet.HeaderFooter
    said = [*map(_said, texts), "&P / &N"]
    places = (parts.oddHeader.left, parts.oddHeader.right, parts.oddFooter.left, parts.oddFooter.right)
    for place, part in zip(places, said, strict=True):
        place.text, place.font, place.size = part, f"{font},Regular", 9


def _said(text: str) -> str:
    """Write a text into a header: a sign of its own is no command, and all of it is at most 255 characters long."""
    text = " ".join(cells.clean(text).split())
    return (text if len(text) <= 90 else text[:89] + "…").replace("&", "&&")


def sheet_name(text: str, used: set[str]) -> str:
    """Return a title that a sheet can have and no other has, and add it to `used`."""
    base = FORBIDDEN.sub("-", cells.clean(text)).strip(" '")[:LONGEST] or "-"
    name, number = base, 1
    while name.casefold() in used or name.casefold() == "history":
        number += 1
        name = f"{base[: LONGEST - 4]} ({number})"
    used.add(name.casefold())
    return name


def table_name(text: str, used: set[str]) -> str:
    """Return a name that a defined table can have: no sign but letters, figures and _, and no cell's own name."""
    base = "index_" + re.sub(r"\W", "_", text)[:100]
    name, number = base, 1
    while name.casefold() in used:
        number += 1
        name = f"{base}_{number}"
    used.add(name.casefold())
    return name
