"""What is typed in a row, and what becomes of it in the report: data."""

import difflib
import io

import pytest
from openpyxl import load_workbook

A13 = "hkex-esg:A1.3@2020"
CHANGES = [
    ("owner", {"owner": "Ops"}, A13, "+[owners]|+\"hkex-esg:A1.3\" = \"Ops\""),
    ("note", {"note": "see p. 3"}, A13, "+[notes]|+\"hkex-esg:A1.3\" = \"see p. 3\""),
    ("section by title", {"section": "Waste"}, A13,
     '-<section id="waste">|+<section id="waste" data-disclosure="hkex-esg:A1.3">'),
    ("section in other case and width", {"section": " ＷＡＳＴＥ "}, A13,
     '-<section id="waste">|+<section id="waste" data-disclosure="hkex-esg:A1.3">'),
    ("section below another", {"section": "Waste > Paper"}, A13,
     '-  <section id="paper">|+  <section id="paper" data-disclosure="hkex-esg:A1.3">'),
    ("anchor", {"section": "#waste-1"}, A13,
     '-  <p id="waste-1">We threw away 3 tonnes.</p>|'
     '+  <p id="waste-1" data-disclosure="hkex-esg:A1.3">We threw away 3 tonnes.</p>'),
    ("page", {"section": "p. 7", "status": "disclosed"}, A13,
     '-  <p id="waste-1">We threw away 3 tonnes.</p>|'
     '+  <p id="waste-1" data-disclosure="hkex-esg:A1.3">We threw away 3 tonnes.</p>'),
    ("page as a number", {"section": 7}, A13,
     '-  <p id="waste-1">We threw away 3 tonnes.</p>|'
     '+  <p id="waste-1" data-disclosure="hkex-esg:A1.3">We threw away 3 tonnes.</p>'),
    ("page in Chinese", {"section": "第７页", "status": "已披露"}, A13,
     '-  <p id="waste-1">We threw away 3 tonnes.</p>|'
     '+  <p id="waste-1" data-disclosure="hkex-esg:A1.3">We threw away 3 tonnes.</p>'),
    ("omission after the last one", {"reason": "Not material", "explanation": "We make none."}, A13,
     '+  <p data-omission="hkex-esg:A1.3" data-reason="not-material">We make none.</p>'),
    ("omission at a place", {"status": "OMITTED", "reason": "不重要", "explanation": "None <here> & there\nnor later",
     "section": "#air-1"}, A13,
     '+  <p data-omission="hkex-esg:A1.3" data-reason="not-material">None &lt;here&gt; &amp; there<br/>nor later</p>'),
    ("omitted, and no longer tagged", {"status": "omitted", "reason": "not-material", "explanation": "None."},
     "hkex-esg:A1.1@2020",
     '-  <p id="air-1" data-disclosure="hkex-esg:A1.1">NOx fell.</p>|+  <p id="air-1">NOx fell.</p>|'
     '+  <p data-omission="hkex-esg:A1.1" data-reason="not-material">None.</p>'),
    ("missing takes the tag away", {"status": "missing"}, "hkex-esg:A1.1@2020",
     '-  <p id="air-1" data-disclosure="hkex-esg:A1.1">NOx fell.</p>|+  <p id="air-1">NOx fell.</p>'),
    ("another place", {"section": "Waste"}, "hkex-esg:A1.1@2020",
     '-  <p id="air-1" data-disclosure="hkex-esg:A1.1">NOx fell.</p>|+  <p id="air-1">NOx fell.</p>|'
     '-<section id="waste">|+<section id="waste" data-disclosure="hkex-esg:A1.1">'),
    ("one more place", {"section": "Air； Waste"}, "hkex-esg:A1.1@2020",
     '-<section id="waste">|+<section id="waste" data-disclosure="hkex-esg:A1.1">'),
    ("explanation", {"explanation": "We ship nothing."}, "hkex-esg:A2.5@2020",
     '-  <p id="no-packaging" data-omission="hkex-esg:A2.5" data-reason="not-material">We pack nothing.</p>|'
     '+  <p id="no-packaging" data-omission="hkex-esg:A2.5" data-reason="not-material">We ship nothing.</p>'),
    ("reason", {"reason": "Information unavailable"}, "hkex-esg:A2.5@2020",
     '-  <p id="no-packaging" data-omission="hkex-esg:A2.5" data-reason="not-material">We pack nothing.</p>|'
     '+  <p id="no-packaging" data-omission="hkex-esg:A2.5" data-reason="unavailable">We pack nothing.</p>'),
    ("omission taken back", {"reason": None, "explanation": None}, "hkex-esg:A2.5@2020",
     '-  <p id="no-packaging" data-omission="hkex-esg:A2.5" data-reason="not-material">We pack nothing.</p>|'
     '+  <p id="no-packaging">We pack nothing.</p>'),
    ("omitted before, disclosed now", {"status": "disclosed", "reason": "", "explanation": "", "section": "Paper"},
     "hkex-esg:A2.5@2020",
     '-  <section id="paper">|+  <section id="paper" data-disclosure="hkex-esg:A2.5">|'
     '-  <p id="no-packaging" data-omission="hkex-esg:A2.5" data-reason="not-material">We pack nothing.</p>|'
     '+  <p id="no-packaging">We pack nothing.</p>'),
    ("reviewed", {"reviewed": "✓"}, "hkex-esg:A1.1@2020",
     '-  <p id="air-1" data-disclosure="hkex-esg:A1.1">NOx fell.</p>|'
     '+  <p id="air-1" data-disclosure="hkex-esg:A1.1" data-reviewed="hkex-esg:A1.1">NOx fell.</p>'),
    ("reviewed, of an omission that is new", {"reviewed": "yes", "reason": "not material", "explanation": "None."}, A13,
     '+  <p data-omission="hkex-esg:A1.3" data-reason="not-material" data-reviewed="hkex-esg:A1.3">None.</p>'),
    ("status that it has already", {"status": "缺失"}, A13, ""),
    ("words alike", {"reason": " NOT\u00a0material ", "explanation": "We  pack  nothing. "}, "hkex-esg:A2.5@2020", ""),
]  # fmt: skip


def _difference(before, after):
    lines = []
    for name, data in before.items():
        old, new = (text.decode().splitlines() for text in (data, after[name]))
        lines += [
            line for line in difflib.unified_diff(old, new, lineterm="", n=0) if line[:2] not in ("--", "++", "@@")
        ]
    return "|".join(line for line in lines if line not in ("+", "-"))


@pytest.mark.parametrize(("cells", "uid", "expected"), [case[1:] for case in CHANGES], ids=[c[0] for c in CHANGES])
def test_what_is_typed_is_what_the_report_will_say(small, cells, uid, expected):
    made = small.plan_typed({uid: cells})
    assert (made.refusals, made.conflicts, made.remarks) == ((), (), ())
    assert _difference(made.before, made.after) == expected


@pytest.mark.parametrize(("cells", "uid", "expected"), [case[1:] for case in CHANGES], ids=[c[0] for c in CHANGES])
@pytest.mark.sampled(4)
def test_what_is_typed_changes_the_report_and_nothing_else(desk, cells, uid, expected):
    d = desk()
    before = d.files()
    d.type(uid, **cells)
    made = d.merge()
    assert (made.refusals, made.conflicts, made.remarks) == ((), (), ())
    assert _difference(before, d.files()) == expected
    again = d.plan()
    assert (again.changes, again.refusals, again.conflicts, again.after) == ((), (), (), {})


REFUSED = [
    ({"status": "disclosed"}, A13, "status", "No place is named"),
    ({"status": "partial"}, A13, "status", "No place is named"),
    ({"status": "partial", "section": "Waste"}, A13, "status", 'The report would say "disclosed"'),
    ({"status": "done"}, A13, "status", '"done" is not a status'),
    ({"status": "not required"}, A13, "status", "The status follows from the profile"),
    ({"status": "omitted"}, A13, "reason", "An omission needs a reason"),
    ({"status": "omitted", "reason": "Not material"}, A13, "explanation", "An omission needs an explanation"),
    ({"reason": "Not material"}, A13, "explanation", "An omission needs an explanation"),
    ({"explanation": "So."}, A13, "reason", "An omission needs a reason"),
    ({"reason": "lazy", "explanation": "So."}, A13, "reason", 'HKEX does not accept the reason "lazy"'),
    ({"section": "Nowhere"}, A13, "section", 'no section, anchor or page "nowhere"'),
    ({"section": "Wasted"}, A13, "section", "wasted"),
    ({"section": "#nothing"}, A13, "section", 'no anchor "#nothing"'),
    ({"section": "p. 99"}, A13, "section", 'page "p. 99"'),
    ({"section": None}, "hkex-esg:A1.1@2020", "section", "No place that answers it is left"),
    ({"section": "Waste"}, "hkex-esg:A2.5@2020", "section", "The omission is explained here"),
    ({"reason": None}, "hkex-esg:A2.5@2020", "reason", "An omission needs a reason"),
    ({"reason": "Not material", "explanation": "x"}, "hkex-esg:A1.1@2020", "reason", "it is not omitted"),
    ({"reviewed": "maybe"}, "hkex-esg:A1.1@2020", "reviewed", 'neither "yes" nor empty'),
    ({"reviewed": "yes"}, A13, "reviewed", "has nothing on it to review"),
]


@pytest.mark.parametrize(("cells", "uid", "column", "why"), REFUSED)
def test_what_cannot_be_taken_is_refused(small, cells, uid, column, why):
    made = small.plan_typed({uid: cells})
    [refusal] = made.refusals
    assert (refusal.sheet, refusal.uid, refusal.column) == ("HKEX", uid, column)
    assert why in refusal.why
    assert refusal.hint
    assert (made.changes, made.conflicts, made.after) == ((), (), {})


@pytest.mark.parametrize(("cells", "uid", "column", "why"), REFUSED)
@pytest.mark.sampled(3)
def test_what_cannot_be_taken_is_refused_with_sheet_and_row_and_changes_nothing(desk, cells, uid, column, why, find):
    d = desk()
    d.type(uid, **cells)
    made = d.plan()
    [refusal] = made.refusals
    assert (refusal.sheet, refusal.uid, refusal.column) == ("HKEX", uid, column)
    assert refusal.row == find(load_workbook(io.BytesIO(d.data)), uid)[2]
    assert why in refusal.why
    assert refusal.hint
    assert (made.changes, made.after) == ((), {})
