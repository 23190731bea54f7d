"""Word's tables as rows of cells, each with the cells that it covers."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from disclosure_index.reading.builder import Marks
from disclosure_index.reading.marks.comment_tags import read_statements
from disclosure_index.reading.merged_cells import MOST_COLUMNS
from disclosure_index.reading.word.styles import child, local, number, value
from disclosure_index.reading.word.tracked_changes import is_deleted

if TYPE_CHECKING:
    from lxml import etree


@dataclass(slots=True)
class WordCell:
    """A cell, without the cells that it covers; `element` is None for a column missing from its row."""

    element: "etree._Element | None"
    columns: int = 1
    rows: int = 1
    marks: list[Marks] = field(default_factory=list)

    @property
    def spans(self) -> dict[str, str]:
        """The columns and rows that it covers, as HTML attributes."""
        return {"colspan": str(self.columns), "rowspan": str(self.rows)}


@dataclass(slots=True)
class WordRow:
    """A row with its cells, and the statements of a content control around it."""

    element: "etree._Element"
    marks: list[Marks]
    cells: list[WordCell]


def read_rows(table: "etree._Element") -> list[WordRow]:
    """Read the rows of a table; a cell merged downwards counts the rows that it covers."""
    rows: list[WordRow] = []
    above: dict[int, WordCell] = {}  # the merged cell that covers each column
    for element, marks in _inside(table, "tr"):
        if is_deleted(element):
            continue
        row = WordRow(element, marks, [])
        left_out = min(number(value(child(element, "trPr", "gridBefore"))), MOST_COLUMNS)
        row.cells += [WordCell(None) for _ in range(left_out)]
        column = left_out
        for tc, statements in _inside(element, "tc"):
            columns = min(max(number(value(child(tc, "tcPr", "gridSpan")), 1), 1), MOST_COLUMNS)
            merge = child(tc, "tcPr", "vMerge")
            if merge is not None and value(merge) != "restart" and column in above:
                above[column].rows += 1
            else:
                cell = WordCell(tc, columns, 1, statements)
                row.cells.append(cell)
                above.pop(column, None)
                if merge is not None:
                    above[column] = cell
            column += columns
        rows.append(row)
    return rows


def is_layout(table: "etree._Element") -> bool:
    """Whether a table arranges others: one of its cells contains a table with several rows of several cells."""
    for inner in table.iterdescendants():
        if local(inner) == "tbl":
            rows = [[c for c in row if local(c) == "tc"] for row in inner if local(row) == "tr"]
            if sum(len(cells) > 1 for cells in rows) > 1:
                return True
    return False


def control_marks(control: "etree._Element") -> list[Marks]:
    """Read the statements in the tag of a content control, or in its title."""
    for name in ("tag", "alias"):
        if marks := read_statements(value(child(control, "sdtPr", name))):
            return marks
    return []


def text_of(element: "etree._Element") -> str:
    """Return the words of a paragraph."""
    return " ".join("".join(t.text or "" for t in element.iter() if local(t) == "t").split())


def _inside(parent: "etree._Element", name: str) -> "Iterator[tuple[etree._Element, list[Marks]]]":
    """Yield the rows or cells, including those in content controls."""
    for element in parent:
        if local(element) == name:
            yield element, []
        elif local(element) == "sdt" and (content := child(element, "sdtContent")) is not None:
            statements = control_marks(element)
            yield from ((inner, [*statements, *marks]) for inner, marks in _inside(content, name))
        elif local(element) in ("ins", "customXml", "moveTo"):
            yield from _inside(element, name)
