"""Facts of the tables of kpi_tables.toml, read as HTML and as Markdown: value, unit, period and dimensions."""

import html
import math
import re
import tomllib
from pathlib import Path

import pytest

from disclosure_index.figures import facts_in
from disclosure_index.reading.registry import read_source

TABLES = tomllib.loads(Path(__file__).with_name("kpi_tables.toml").read_text("utf-8"))["table"]
AXES = {"gender", "age", "region", "scope", "level", "method", "employment"}
UNIT_LINES = ("单位", "單位", "(Unit", "in ")
NAMES = [table["name"] for table in TABLES]
SIMPLE = [table for table in TABLES if not re.search(r"\| [<^] |[<^] *$|^\^|<sup>|<br|^!.*\n!", table["rows"], re.M)]
"""Tables that Markdown has the means for: no merged cells, one row of heads."""


def lines(table):
    """Return the rows of a table: whether each is a head, and its cells."""
    for line in table["rows"].strip("\n").splitlines():
        yield line.startswith("!"), [cell.strip() for cell in line.removeprefix("!").split("|")]


def as_html(table):
    rows = list(lines(table))
    width = max(len(cells) for _, cells in rows)
    parts = [f"<p>{a}</p>" if a.startswith(UNIT_LINES) else f"<h2>{a}</h2>" for a in table.get("above", ())]
    parts.append("<table>")
    for at, (is_head, cells) in enumerate(rows):
        parts.append("<tr>")
        for n, cell in enumerate(cells):
            if cell in ("^", "<"):
                continue
            across = 1 + len(re.match(r"(?:<,)*", "".join(f"{c}," for c in cells[n + 1 :]))[0]) // 2
            below = 1
            while at + below < len(rows) and rows[at + below][1][n : n + 1] == ["^"]:
                below += 1
            across = width if len(cells) == 1 else across
            text = cell if re.search(r"<(?:sup|br)", cell) else html.escape(cell, quote=False)
            tag = "th" if is_head else "td"
            parts.append(f'<{tag} colspan="{across}" rowspan="{below}">{text}</{tag}>')
        parts.append("</tr>")
    body = "\n".join([*parts, "</table>"])
    page = f'<html xmlns="http://www.w3.org/1999/xhtml" lang="{table["language"]}"><head><title>r</title></head>'
    return f"{page}<body><h1>Report</h1>{body}</body></html>"


def as_markdown(table):
    rows = list(lines(table))
    width = max(len(cells) for _, cells in rows)
    above = [a if a.startswith(UNIT_LINES) else f"## {a}" for a in table.get("above", ())]
    printed = ["| " + " | ".join(cells + [""] * (width - len(cells))) + " |" for _, cells in rows]
    return "\n\n".join(["# Report", *above, "\n".join([printed[0], "|" + "---|" * width, *printed[1:]])]) + "\n"


def wanted(table):
    """Yield label, period, value, unit and dimensions of each figure."""
    for line in table["facts"].strip().splitlines():
        label, *cells = (cell.strip() for cell in line.split(" | "))
        of_row = members(cells.pop()) if "=" in cells[-1].split(" ")[0] else {}
        for cell in cells:
            period, value, unit, *rest = cell.split(" ", 3)
            yield label, period, None if value == "nil" else float(value), unit, of_row | members("".join(rest))


def members(text):
    return dict(re.findall(r"(\w+)=(.+?)(?= \w+=|$)", text))


def assert_facts(document, table):
    got = [
        (fact, fact.role if fact.role in ("target", "change") else fact.period)
        for fact in facts_in(document, table["year"])
    ]
    expected = list(wanted(table))
    assert [(fact.label, period) for fact, period in got] == [(label, period) for label, period, *_ in expected]
    for (fact, _), (label, period, value, unit, dimensions) in zip(got, expected, strict=True):
        of = f"{label}, {period}: {fact.printed} {fact.printed_unit}"
        assert (fact.value is None) == (value is None), of
        assert value is None or math.isclose(fact.value, value, rel_tol=1e-9), of
        assert unit == "_" or fact.unit == unit or (unit, fact.unit) == ("1", ""), of
        assert {axis: member for axis, member in fact.dimensions if axis in AXES} == dimensions, of


@pytest.mark.parametrize("table", TABLES, ids=NAMES)
def test_facts_of_a_table_in_html(table):
    assert_facts(read_source(as_html(table).encode(), "report.xhtml", table["language"]), table)


@pytest.mark.parametrize("table", SIMPLE, ids=[table["name"] for table in SIMPLE])
def test_facts_of_a_table_in_markdown(table):
    assert_facts(read_source(as_markdown(table).encode(), "report.md", table["language"]), table)
