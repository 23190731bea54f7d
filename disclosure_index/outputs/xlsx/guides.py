"""Help for filling in a sheet: lists of choices, and formats that follow the word in the cell."""

from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl.formatting.rule import Rule
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import label, message, render, states
from disclosure_index.model import Status, in_language
from disclosure_index.outputs.xlsx.columns import YES
from disclosure_index.outputs.xlsx.styles import Styles, differential

SHEET = "_lists"
STATUSES, REVIEWED = " status", " reviewed"  # no framework is called so


def lists(assessment: Assessment, frameworks: Sequence[str], language: str) -> dict[str, list[str]]:
    """Return the lists of choices: the statuses, and the reasons of each framework."""
    statuses = [render(states.STATUS[status], language) for status in Status]
    found = {STATUSES: statuses, REVIEWED: [render(YES, language)]}
    for id in frameworks:
        found[id] = [in_language(reason.title, language) for reason in assessment.catalog.frameworks[id].reasons]
    return found


def write_lists(sheet: Any, lists: Mapping[str, Sequence[str]], styles: Styles) -> None:
    """Write the choices, one column per list: unlike an inline list, a choice may hold any character."""
    columns = list(lists.values())
    for number in range(max(map(len, columns), default=0)):
        texts = [column[number] if number < len(column) else "" for column in columns]
        sheet.append([styles.cell(sheet, "plain", choice) for choice in texts])


def choices(lists: Mapping[str, Sequence[str]], name: str) -> str:
    """Return the cell range of a list."""
    letter = get_column_letter(list(lists).index(name) + 1)
    return f"{quote_sheetname(SHEET)}!${letter}$1:${letter}${len(lists[name])}"


def add_choices(sheet: Any, column: int, first: int, last: int, place: str, language: str) -> None:
    """Let a column be filled in from a list alone; it may be left empty."""
    letter = get_column_letter(column)
    rule = DataValidation(type="list", formula1=place, allow_blank=True, showErrorMessage=True, errorStyle="stop")
    rule.errorTitle = render(label("heading", "Not in the list"), language)
    rule.error = render(message("Choose from the list, or leave the cell empty."), language)
    rule.add(f"{letter}{first}:{letter}{last}")
    sheet.data_validations.append(rule)


def add_looks(sheet: Any, column: int, first: int, last: int, language: str) -> None:
    """Colour the cells of a column that say a status, by the word that they say."""
    letter = get_column_letter(column)
    for status in Status:
        said = render(states.STATUS[status], language).replace('"', '""')
        rule = Rule(type="expression", dxf=differential(status), formula=[f'${letter}{first}="{said}"'])
        sheet.conditional_formatting.add(f"{letter}{first}:{letter}{last}", rule)
