"""The same index says the same in HTML, Markdown and Word."""

from html import escape
from io import BytesIO

import pytest
from docx import Document as WordDocument

from disclosure_index.printed_index import read_printed_indexes
from disclosure_index.reading.html import read_html
from disclosure_index.reading.markdown.reader import read_markdown
from disclosure_index.reading.word.reader import read_word

SECTIONS = {
    "2.1 Environment": "We emitted 3,400 t of CO2e.",
    "3 Our people": "We employ 500.",
    "4 管治": "董事會開會。",
}
TABLES = {
    "lists, ranges and parts": (
        ("GRI", "Title", "Location", "Omission"),
        ("305-1 to 305-3", "Emissions", "2.1 Environment; 3 Our people", ""),
        ("GRI 401-1, HKEX B1.1", "Hires", "See section 3", "b: information unavailable"),
        ("2-9 (a), 2-10", "Board", "4 管治", "N/A"),
        ("GRI 207 Tax 2019", "", "2.1 Environment", ""),
    ),
    "answers and omissions": (
        ("Disclosure", "Response"),
        ("2-1", "Vienna, Austria"),
        ("205-3", "No cases"),
        ("207-1", "Not applicable: we pay no tax abroad"),
        ("302-1", "15 MWh (2023: 14)"),
        ("2-6", "3 Our people; Annual Report 2024, p. 12"),
    ),
    "in Chinese": (
        ("關鍵績效指標", "內容", "章節／備註"),
        ("A1.1及A1.2", "排放物", "2.1 Environment"),
        ("B1.1", "僱員", "見「3 Our people」一節"),
        ("A2.5", "包裝材料", "不適用"),
        ("B8.2", "資源", "HK$1.2百萬元"),
    ),
    "pages and several lines of a cell": (
        ("Standard", "Disclosure", "Page"),
        ("GRI 305: Emissions 2016", "305-1 Direct emissions", "12-14, 33"),
        ("", "305-2\nEnergy indirect emissions", "p. 15"),
        ("GRI 401: Employment 2016", "401-1 New hires", "4 管治"),
    ),
}


def html(table):
    rows = "".join(f"<tr>{''.join(f'<td>{_lines(cell)}</td>' for cell in row)}</tr>\n" for row in table)
    text = "".join(f"<h2>{title}</h2>\n<p>{said}</p>\n" for title, said in SECTIONS.items())
    page = f"<html><body><h1>Report 2024</h1>\n{text}<h2>Index</h2>\n<table>{rows}</table></body></html>"
    return read_html(page.encode(), "report.html", "en")


def _lines(cell):
    return escape(cell).replace("\n", "<br>")


def markdown(table):
    head, *rows = ("|".join(("", *map(_lines, row), "")) for row in table)
    text = "".join(f"## {title}\n\n{said}\n\n" for title, said in SECTIONS.items())
    table = "\n".join((head, "|---" * len(table[0]) + "|", *rows))
    return read_markdown(f"# Report 2024\n\n{text}## Index\n\n{table}\n".encode(), "report.md", "en")


def word(table):
    file, document = BytesIO(), WordDocument()
    document.add_heading("Report 2024", 1)
    for title, said in SECTIONS.items():
        document.add_heading(title, 2)
        document.add_paragraph(said)
    document.add_heading("Index", 2)
    rows = document.add_table(0, len(table[0]))
    for row in table:
        for cell, text in zip(rows.add_row().cells, row, strict=True):
            cell.text = text
    document.save(file)
    return read_word(file.getvalue(), "report.docx", "en")


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("other", [markdown, word])
def test_an_index_says_the_same_in_every_format(frameworks, name, other):
    first, second = (read_printed_indexes(write(TABLES[name]), frameworks) for write in (html, other))
    assert first.claims
    assert list(map(_said, first.claims)) == list(map(_said, second.claims))
    assert [finding.rule for finding in first.findings] == [finding.rule for finding in second.findings]


def _said(claim):
    places = claim.pages, claim.sections, claim.documents
    return claim.framework, claim.code, claim.edition, claim.datapoints, *places, claim.omission_reason
