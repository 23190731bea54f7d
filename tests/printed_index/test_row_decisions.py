"""Rows of an index without a code that can be read: what becomes of each."""

import pytest

from disclosure_index.printed_index import read_printed_indexes
from disclosure_index.printed_index.reader import read_printed
from disclosure_index.reading.text.reader import read_text
from disclosure_index.reading.xhtml import read_xhtml

HEAD = "GRI Content Index\nGRI Standard\tTitle\tLocation\n"
ROW = "GRI 305-1\tDirect emissions\t12\nGRI 305-2\tIndirect emissions\t13\n"

# situation, the row without a code, the rules of what is told
UNREAD = [
    ("a dash: a measure of the company's own", "-\tHours of volunteers\t14\n", []),
    ("a long dash", "—\tHours of volunteers\t14\n", []),
    ("a slash", "/\tHours of volunteers\t14\n", []),
    ("a Standard and none of its disclosures", "GRI 305\tEmissions\t14\n", ["DI403"]),
    ("a Standard with its title", "GRI 302: Energy 2016\tEnergy\t14\n", ["DI403"]),
    ("a Standard's number that there is not", "GRI 999\tHours of volunteers\t14\n", ["DI406"]),
    ("a code that no framework has", "GRI 305-99\tHours of volunteers\t14\n", ["DI406"]),
]


@pytest.mark.parametrize(("row", "rules"), [row[1:] for row in UNREAD], ids=[row[0] for row in UNREAD])
def test_a_row_whose_code_is_not_read(frameworks, row, rules):
    found = read_printed_indexes(read_text((HEAD + ROW + row).encode(), "report.txt", "en"), frameworks)
    assert [claim.code for claim in found.claims] == ["305-1", "305-2"]
    assert [finding.rule for finding in found.findings] == rules


def page(number, *rows):
    cells = ("".join(f"<td>{cell}</td>" for cell in row) for row in rows)
    table = "".join(f"<tr>{row}</tr>" for row in cells)
    return f'<span role="doc-pagebreak" aria-label="{number}"></span><table>{table}</table>'


TITLES = ("GRI Standard", "Title", "Location")
FIRST = (TITLES, ("GRI 305-1", "Direct emissions", "Climate"), ("GRI 305-2", "Indirect emissions", "Climate"))
REST = ("", "from the energy that is bought", "Energy")
LAST = ("GRI 305-3", "Other indirect emissions", "Supply chain")

# situation, the tables of two pages, the rules of what is told
OVER = [
    ("a row goes on at the top of the next page", [FIRST, (TITLES, REST, LAST)], []),
    ("in the middle of a page it is a row of its own", [(*FIRST, REST), (TITLES, LAST)], ["DI403"]),
]


@pytest.mark.parametrize(("pages", "rules"), [row[1:] for row in OVER], ids=[row[0] for row in OVER])
def test_a_row_that_goes_on_over_a_page(frameworks, pages, rules):
    body = "".join(page(number, *rows) for number, rows in enumerate(pages, start=90))
    document = read_xhtml(f'<html lang="en"><body><h1>Content index</h1>{body}</body></html>'.encode(), "r.xhtml", "en")
    found = read_printed(document, frameworks)
    assert [claim.code for claim in found.claims] == ["305-1", "305-2", "305-3"]
    assert [finding.rule for finding in found.findings] == rules
