"""Index tables of unusual shape: on their side, of roles, as lines, with codes set in unusual ways."""

import pytest

from disclosure_index.printed_index import read_printed_indexes
from disclosure_index.reading.html import read_html
from disclosure_index.reading.text.reader import read_text
from disclosure_index.reading.xhtml import read_xhtml

ROLES = (
    '<div role="table"><div role="row"><span role="columnheader">GRI 披露项</span>'
    '<span role="columnheader">页码</span></div>'
    '<div role="rowgroup"><div role="row"><p role="cell">2-1</p><p role="cell">第14页</p></div>'
    '<div role="row"><p role="cell">305-1</p><p role="cell">第33至34页</p></div></div></div>'
)


@pytest.fixture
def claims(frameworks):
    """Read a text, and return its claims with their pages."""

    def call(document):
        return [(claim.code, claim.pages) for claim in read_printed_indexes(document, frameworks).claims]

    return call


@pytest.mark.parametrize("read", [read_html, read_xhtml])
def test_roles_of_a_table_make_one(claims, read):
    text = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>GRI 内容索引</h1>{ROLES}</body></html>'
    assert claims(read(text.encode(), "r.html", "zh-Hans")) == [("2-1", ("14",)), ("305-1", ("33-34",))]


@pytest.mark.parametrize(
    "rows",
    [
        ["GRI disclosure\t2-1\t2-7\t302-1\t305-1", "Page\t4\t40-41\t30\t33"],
        ["Title\tDetails\tEmployees\tEnergy\tEmissions", "GRI\t2-1\t2-7\t302-1\t305-1", "Page\t4\t40-41\t30\t33"],
    ],
)
def test_a_table_on_its_side_is_read_by_column(claims, rows):
    document = read_text("\n".join(["GRI content index", *rows]).encode(), "r.txt", "en")
    assert claims(document) == [("2-1", ("4",)), ("2-7", ("40-41",)), ("302-1", ("30",)), ("305-1", ("33",))]


def test_lists_of_codes_are_not_on_their_side(claims):
    """A matrix of frameworks has codes in every row."""
    rows = ["Topic\tGRI\tSASB\tTCFD\tPage", "Climate\t305-1\tTR-MT-110a.1\tStrategy a)\t20",
            "Energy\t302-1\tTR-MT-110a.3\t\t25", "People\t401-1\t\t\t40"]  # fmt: skip
    read = claims(read_text("\n".join(["Content index", *rows]).encode(), "r.txt", "en"))
    assert {pages for code, pages in read if code == "305-1"} == {("20",)}
    assert {pages for code, pages in read if code == "401-1"} == {("40",)}


def test_lines_of_a_list_are_read_once(claims):
    long = "What we looked at in each of our ports, year after year, with those who work and live beside them"
    lines = [f"GRI 205-{n} {long} ........ {10 + n}" for n in (1, 2, 3)] + ["GRI 302-1 Energy ........ 30"] * 2
    lines += ["GRI 305-1 Emissions ........ 33", "GRI 401-1 Employees ........ 40"]
    text = "<h1>GRI content index</h1>" + "".join(f"<p>{line}</p>" for line in lines)
    read = claims(read_html(text.encode(), "r.html", "en"))
    assert [code for code, _ in read] == ["205-1", "205-2", "205-3", "302-1", "302-1", "305-1", "401-1"]


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("2 – 7", "2-7"),
        ("GRI 305 – 1", "305-1"),
        ("Nitrogen oxides (NOx), sulfur oxides (SOx) and others (305-7)", "305-7"),
        ("氮氧化物（NOx）及其他（305-7）", "305-7"),
    ],
)
def test_codes_set_in_unusual_ways(claims, cell, code):
    rows = f"GRI content index\nGRI disclosure\tPage\n{cell}\t12-14 (1)\nGRI 401-3\t20\n"
    assert claims(read_text(rows.encode(), "r.txt", "en"))[0] == (code, ("12-14",))
