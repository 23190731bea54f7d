"""Rows of tables that a PDF prints without rules: several in a line, and heads on the line of a row."""

import pytest

from disclosure_index.figures import DocumentFacts
from tests.support.reports import report


def _facts(*lines):
    text = "".join(f"<p>{line}</p>" for line in ("Our data", *lines))
    (document,) = report(text, claims={"gri": "with-reference"}).documents
    facts = DocumentFacts(document, "2023")
    return [(f.label, f.period, f.printed, f.unit, f.role) for f in facts.all if f.in_table]


CASES = {
    "one row per line": (
        ("Water withdrawn (m3) 2022 2023", "Kowloon 1,240 1,302", "Total 3,512 3,498"),
        [("Kowloon", "2022", "1,240", "m3", ""), ("Kowloon", "2023", "1,302", "m3", ""),
         ("Total", "2022", "3,512", "m3", ""), ("Total", "2023", "3,498", "m3", "")],
    ),
    "several rows in a line": (
        ("2022 2023", "Kowloon 1,240 1,302 Central 2,272 2,196"),
        [("Kowloon", "2022", "1,240", "", ""), ("Kowloon", "2023", "1,302", "", ""),
         ("Central", "2022", "2,272", "", ""), ("Central", "2023", "2,196", "", "")],
    ),
    "the first row behind the years, words before each": (
        ("EUR million Jan–Dec 2022 Jan–Dec 2023 Revenue 226.2 245.9", "Transport (66.8) (63.3)"),
        [("Revenue", "2022", "226.2", "EUR", ""), ("Revenue", "2023", "245.9", "EUR", ""),
         ("Transport", "2022", "66.8", "EUR", ""), ("Transport", "2023", "63.3", "EUR", "")],
    ),
    "a column of changes": (
        ("tonnes 2022 2023 Change in %", "Paper 310 298 -3.9"),
        [("Paper", "2022", "310", "t", ""), ("Paper", "2023", "298", "t", ""),
         ("Paper", "2023", "-3.9", "%", "change")],
    ),
    "the unit of each column below the years": (
        ("Table 7. Power 2023 2022", "Source Power in GJ Power in GJ Petrol 5,488 5,021", "Diesel 47,554 45,276"),
        [("Petrol", "2023", "5,488", "GJ", ""), ("Petrol", "2022", "5,021", "GJ", ""),
         ("Diesel", "2023", "47,554", "GJ", ""), ("Diesel", "2022", "45,276", "GJ", "")],
    ),
    "marks of notes at a year and behind a row": (
        ("t 2021 2022 20231", "Paper 310 298 301 2"),
        [("Paper", "2021", "310", "t", ""), ("Paper", "2022", "298", "t", ""), ("Paper", "2023", "301", "t", "")],
    ),
    "a number of the label": (
        ("% 2022 2023", "Under 30 14.9 20.6"),
        [("Under 30", "2022", "14.9", "%", ""), ("Under 30", "2023", "20.6", "%", "")],
    ),
    "Chinese": (
        ("單位：噸 2022 2023", "廢紙 310 298 廢金屬 87 90"),
        [("廢紙", "2022", "310", "t", ""), ("廢紙", "2023", "298", "t", ""),
         ("廢金屬", "2022", "87", "t", ""), ("廢金屬", "2023", "90", "t", "")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_rows(name):
    lines, expected = CASES[name]
    found = [(label, period, printed.lstrip("-"), unit, role) for label, period, printed, unit, role in _facts(*lines)]
    assert found == [
        (label, period, printed.lstrip("-"), unit, role) for label, period, printed, unit, role in expected
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("In 2022 and 2023 we opened 12 sites.", "We hired 40 people and 12 drivers."),
        ("From 2022 to 2023 emissions fell.", "They fell by 12 to 40."),
        ("2022 2023 2022 2023", "Paper 310 298 301 302"),  # two halves: which year a number is of is not known
        ("t 2022 2023", "Paper 310"),
        ("t 2022 2023", "Paper 310 298 301 305"),
    ],
)
def test_what_is_no_table(lines):
    assert _facts(*lines) == []
