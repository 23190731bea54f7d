"""The document properties of a workbook. Its date is that of the report, not that of the export."""

from collections.abc import Sequence
from datetime import datetime, time

from openpyxl import Workbook

from disclosure_index.messages import render
from disclosure_index.messages.states import financial_year
from disclosure_index.model import Report
from disclosure_index.outputs.xlsx import cells, meta
from disclosure_index.tables.by_section import INDEX


def set_properties(book: Workbook, report: Report, frameworks: Sequence[str], language: str) -> None:
    """Fill in the properties of the document."""
    properties = book.properties
    properties.title = cells.clean(f"{report.title} · {render(INDEX, language)}")
    properties.subject = cells.clean(f"{report.issuer} · {render(financial_year(report), language)}")
    properties.creator = properties.lastModifiedBy = f"Disclosure Index {meta.tool_version()}"
    properties.keywords = ", ".join(frameworks)
    properties.language = language
    properties.created = properties.modified = datetime.combine(report.published or report.year_end, time())
