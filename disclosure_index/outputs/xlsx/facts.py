"""The figures of tagged table rows, as printed: this year's and those of the years before."""

import re
from collections.abc import Iterator, Mapping, Sequence

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import label
from disclosure_index.model import Document
from disclosure_index.outputs.xlsx.columns import YEAR
from disclosure_index.tables.table import Cell, Table, cell, target

TABULAR = ("table", "thead", "tbody", "tfoot", "tr", "td", "th", "span")

TITLE = label("table", "KPI facts")
UNIT = ("unit", "units", "单位", "單位", "计量单位", "計量單位")
_DIGIT = re.compile(r"\d")

Fact = tuple[tuple[Cell, ...], dict[str, str], tuple[Cell, ...]]
"""What stands before the figures, the figures by head, and what stands after them."""


def facts(assessment: Assessment, document: int = 0) -> Table:
    """Return one row per tagged table row that has figures under the head of a year, in the report's order."""
    source = assessment.report.documents[document]
    codes = _codes_by_row(assessment, document, {n for n, p in enumerate(source.passages) if p.kind == "table-row"})
    found = list(_found(source, codes))
    years = dict.fromkeys(year for _, figures, _ in found for year in figures)
    labels = sorted(years, key=lambda label: -int(YEAR.search(label)[0]))  # type: ignore[index]
    rows = tuple((*start, *(cell(figures.get(label, "")) for label in labels), *end) for start, figures, end in found)
    columns = ("table", "indicator", "unit", *labels, "pages", "disclosures")
    if not any(row[-1].parts for row in rows):  # no row is tagged by itself
        columns, rows = columns[:-1], tuple(row[:-1] for row in rows)
    return Table("facts", TITLE, columns, rows)


def _codes_by_row(assessment: Assessment, document: int, rows: set[int]) -> dict[int, list[str]]:
    """Give, for each row, the codes that the innermost tagged element around it answers.

    Those of a whole section are left out: they say nothing of a single row.
    """
    best: dict[int, tuple[int, dict[str, None]]] = {}
    for link in assessment.tags:
        if link.document != document or not link.status.counts or link.disclosure is None:
            continue
        span = link.statement.span
        size = span.last - span.first
        framework = assessment.catalog.frameworks[link.disclosure.framework]
        name = f"{framework.short} {link.disclosure.code}" if span.element in TABULAR else ""
        for row in rows.intersection(range(span.first, span.last)) if size else ():
            if row not in best or size < best[row][0]:
                best[row] = (size, {})
            if size == best[row][0]:
                best[row][1][name] = None
    return {row: [name for name in names if name] for row, (_, names) in best.items()}


def _found(document: Document, codes: Mapping[int, Sequence[str]]) -> Iterator[Fact]:
    caption = ""
    heads: list[str] = []
    for number, passage in enumerate(document.passages):
        if passage.kind != "table-row":
            caption, heads = (passage.text if passage.kind == "table" else ""), []
            continue
        texts = passage.text.split("\t")
        if not heads and any(YEAR.search(text) for text in texts):
            heads = _heads(texts)
        elif heads and number in codes and len(texts) == len(heads):
            figures = {h: t for h, t in zip(heads, texts, strict=True) if YEAR.search(h) and _DIGIT.search(t)}
            unit = next((t for h, t in zip(heads, texts, strict=True) if h.strip().casefold() in UNIT), "")
            start = (cell(caption), cell(texts[0], target(document.path, passage.anchor)), cell(unit))
            if figures:
                yield start, figures, (cell(passage.page), cell("; ".join(codes[number])))


def _heads(texts: Sequence[str]) -> list[str]:
    """Return the heads with numbers behind those that occur twice."""
    heads: list[str] = []
    for text in texts:
        again = heads.count(text)
        heads.append(f"{text} ({again + 1})" if again and text else text)
    return heads
