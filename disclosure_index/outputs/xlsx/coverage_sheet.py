"""The coverage sheet: counts by status for each framework, and a chart of them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from openpyxl.chart import BarChart, Reference, Series
from openpyxl.chart.label import DataLabel, DataLabelList

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.evidence import Support
from disclosure_index.messages import label, render
from disclosure_index.model import Status
from disclosure_index.outputs.xlsx.styles import STATUS
from disclosure_index.tables.table import Table, cell

NARROW = 0.03
"""The share of a bar that has no room for its number."""

TITLE = label("table", "Coverage")
TOTAL = len(Status) + 1
COLUMNS = ("framework", *(status.value for status in Status), "total", "with-figure", "without-figure")


def coverage_table(assessment: Assessment, frameworks: Mapping[str, Sequence[Coverage]]) -> Table:
    """Count each framework's disclosures by status, each gap once, and its tagged KPIs by whether a figure fits."""
    rows = []
    for name, coverage in frameworks.items():
        counts = Counter(c.status for c in coverage if c.counts)
        tagged = [c for c in coverage if c.counts and c.links and c.disclosure.data == "quantitative"]
        supported = sum(1 for c in tagged if assessment.support(c) == Support.FIGURE)
        statuses = (cell(counts[status]) for status in Status)
        rows.append((cell(name), *statuses, cell(sum(counts.values())), cell(supported), cell(len(tagged) - supported)))
    return Table("coverage", TITLE, COLUMNS, tuple(rows))


def add_chart(sheet: Any, table: Table, language: str) -> None:
    """Draw the shares of each framework under its table; a bar says its number where there is room for it."""
    rows = len(table.rows)
    chart = BarChart(barDir="bar", grouping="percentStacked", overlap=100, gapWidth=60)
    chart.title = render(label("heading", "Share of disclosures by status"), language)
    chart.legend.position = "b"
    for number, status in enumerate(Status, 2):
        values = Reference(sheet, min_col=number, min_row=1, max_row=rows + 1)
        series = Series(values, title_from_data=True)
        series.graphicalProperties.solidFill = STATUS[status][2]
        series.graphicalProperties.line.solidFill = "FFFFFF"
        series.dLbls = _labels([(int(row[number - 1].text), int(row[TOTAL].text)) for row in table.rows])
        chart.series.append(series)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=rows + 1))
    chart.x_axis.scaling.orientation = "maxMin"  # the first framework on top, as in the table
    chart.x_axis.delete, chart.y_axis.delete = False, True  # the bars say their numbers
    chart.y_axis.majorGridlines = None
    chart.width, chart.height = 27, 4.5 + 1.35 * rows
    sheet.add_chart(chart, f"A{rows + 3}")


def _labels(counts: Sequence[tuple[int, int]]) -> DataLabelList:
    """Label the bars of one status that are wide enough; of each, the count and the framework's total."""
    shown = {"showVal": True, "showSerName": False, "showCatName": False, "showLegendKey": False, "showPercent": False}
    hidden = dict.fromkeys(shown, False)
    wide = [number for number, (count, total) in enumerate(counts) if count > total * NARROW]
    return DataLabelList(dLbl=[DataLabel(idx=number, **shown) for number in wide], **hidden)
