"""A row as exported, as it comes back, and as the report says now: what is told of it, and what is written for it."""

from types import SimpleNamespace

import pytest

from disclosure_index.messages import render
from disclosure_index.model import Location
from disclosure_index.outputs.xlsx.cells import CUT_OFF
from disclosure_index.outputs.xlsx.columns import TYPED
from disclosure_index.workbench.steps import (
    AmendStep,
    ExplainStep,
    InsertionPoint,
    NoteStep,
    ReviewStep,
    TagStep,
    UnexplainStep,
    UntagStep,
)
from disclosure_index.workbook_merge.outcome import changes_of, not_as_typed, one_language
from disclosure_index.workbook_merge.three_way import compare
from disclosure_index.workbook_merge.values import Conflict, Edited, Handed, Kept, Refusal, SheetRow, Typed
from tests.conftest import write_report
from tests.workbook_merge.conftest import HKEX
from tests.workbook_merge.test_statement_decisions import BODY, Rows

CUT = f"We pack {render(CUT_OFF, 'en')}"
FORMULA = Typed("=A1", "The cell holds a formula", "Copy it, and paste its value")
GONE = "hkex-esg:A9@2020"


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    """The rows of one report, of which nothing is written."""
    return Rows(write_report(tmp_path_factory.mktemp("rows") / "small", BODY, project=HKEX))


def _compared(rows, uid, exported, cells, computed=None):
    """Give what is told of a row: the report says now what `Rows` has, and was exported with other texts."""
    now = rows.texts.get(uid, dict.fromkeys(TYPED, ""))
    kept = Kept("HKEX", {**now, **exported}, {"title": "t", "group": "g"})
    typed = {id: cell if isinstance(cell, Typed) else Typed(cell) for id, cell in cells.items()}
    handed = Handed({}, {uid: kept}, (SheetRow("HKEX", 9, uid, typed, computed or {}),))
    return [_told(one) for one in compare(handed, rows.context)]


def _told(one):
    match one:
        case Edited():
            return f"edited {' '.join(one.cells)}"
        case Refusal():
            return f"refused {one.column}: {render(one.why, 'en')}"
        case Conflict():
            return f"conflict {one.column}: {one.base}|{one.typed}|{one.report}"
        case _:
            return render(one, "en")


A11, A13, A25 = (f"hkex-esg:{code}@2020" for code in ("A1.1", "A1.3", "A2.5"))

# situation, the disclosure, what was exported otherwise than the report says now, the cells, what is told
COMPARED = [
    ("nothing typed", A25, {}, {"reason": "Not material", "owner": ""}, []),
    ("the same in other words", A25, {}, {"reason": "not-material", "explanation": " We  pack nothing. "}, []),
    ("an owner", A13, {}, {"owner": "Ops"}, ["edited owner"]),
    ("an owner and a note", A13, {}, {"owner": "Ops", "note": "x"}, ["edited owner note"]),
    ("an explanation", A25, {}, {"explanation": "We do."}, ["edited explanation"]),
    ("what the report says by now", A25, {"explanation": "We do."}, {"explanation": "We pack nothing."}, []),
    ("something else than the report says by now", A25, {"explanation": "We do."}, {"explanation": "We did."},
     ["conflict explanation: We do.|We did.|We pack nothing."]),
    ("an owner, while the explanation changed", A25, {"explanation": "We do."},
     {"owner": "Ops", "explanation": "We do."}, ["edited owner"]),
    ("a reason, while the explanation changed: the other column has no cell", A25, {"explanation": "We do."},
     {"reason": "Not applicable"}, ["conflict explanation: We do.||We pack nothing."]),
    ("a formula", A13, {}, {"owner": FORMULA}, ["refused owner: The cell holds a formula"]),
    ("a formula that was there", A13, {"owner": "=A1"}, {"owner": FORMULA}, []),
    ("a formula, and a note", A13, {}, {"owner": FORMULA, "note": "x"},
     ["refused owner: The cell holds a formula", "edited note"]),
    ("the beginning of a long text", A25, {"explanation": CUT}, {"explanation": "We pack"},
     ["refused explanation: The cell held only the beginning of a long text"]),
    ("the beginning of a long text, as it was", A25, {"explanation": CUT}, {"explanation": CUT}, []),
    ("a place by another name", A11, {}, {"section": "#nox"}, []),
    ("a place by another name, and an owner", A11, {}, {"section": "#nox", "owner": "Ops"}, ["edited owner"]),
    ("no such place", A11, {}, {"section": "Nowhere"},
     ['refused section: The report has no section, anchor or page "nowhere"']),
    ("no such place, with what belongs to it, and an owner", A13, {},
     {"status": "disclosed", "section": "Nowhere", "owner": "Ops"},
     ['refused section: The report has no section, anchor or page "nowhere"', "edited owner"]),
    ("a disclosure that does not apply", GONE, {}, {"owner": "Ops", "note": "x"},
     ["refused owner: The disclosure does not, or no longer, apply to this report"]),
    ("a note of one that does not apply", GONE, {"owner": "Ops"}, {"owner": "Ops", "note": "x"},
     ["refused note: The disclosure does not, or no longer, apply to this report"]),
    ("nothing typed of one that does not apply", GONE, {"owner": "Ops  Team"}, {"owner": " Ops Team"}, []),
    ("no column left of one that does not apply", GONE, {"owner": "Ops"}, {}, []),
]  # fmt: skip


@pytest.mark.parametrize(
    ("uid", "exported", "cells", "told"), [row[1:] for row in COMPARED], ids=[row[0] for row in COMPARED]
)
def test_what_is_told_of_a_row(rows, uid, exported, cells, told):
    assert _compared(rows, uid, exported, cells) == told


# situation, the digests of the computed cells as they came back, the columns of which it is said
COMPUTED = [
    ("as exported", {"title": "t", "group": "g"}, ""),
    ("one changed", {"title": "T", "group": "g"}, "Title"),
    ("two changed", {"title": "T", "group": "G"}, "Title, Group"),
    ("one that was not exported", {"code": "c"}, ""),
]


@pytest.mark.parametrize(("computed", "heads"), [row[1:] for row in COMPUTED], ids=[row[0] for row in COMPUTED])
def test_computed_cells_are_not_taken(rows, computed, heads):
    told = [f"HKEX, row 9: {heads}: computed, so changes are ignored"] if heads else []
    assert _compared(rows, A13, {}, {}, computed) == told


AT = Location("report.xhtml", 5, 1)
EXPLAIN = ExplainStep(InsertionPoint(AT, "after"), "x:1", "r", "So.")
STATED = {"status", "section", "reason", "explanation"}

# a step, the columns that it is written for
WRITTEN = [
    (TagStep(AT, "x:1"), STATED),
    (UntagStep(AT, "x:1"), STATED),
    (EXPLAIN, STATED),
    (AmendStep(AT, "x:1", None, "So."), STATED),
    (UnexplainStep(AT, "x:1"), STATED),
    (ReviewStep(AT, "x:1", True), {"reviewed"}),
    (NoteStep(Location("p.toml"), "owners", "x:1", "Ops"), {"owner"}),
    (NoteStep(Location("p.toml"), "notes", "x:1", "so"), {"note"}),
]


@pytest.mark.parametrize(("step", "columns"), WRITTEN, ids=[type(step).__name__ for step, _ in WRITTEN])
@pytest.mark.parametrize("title", ["", "Air"])
def test_the_columns_that_a_step_is_written_for(rows, step, columns, title):
    edited = rows.edited("A1.3", dict.fromkeys(TYPED, "x"))
    other = rows.edited("A1.1", {"note": "x"})
    changes = list(
        changes_of([edited, other], [(edited, step), (edited, step)], SimpleNamespace(title=lambda _: title))
    )
    assert [(c.uid, c.column) for c in changes] == [*((A13, column) for column in TYPED), (A11, "note")]
    assert {c.column for c in changes if c.places} == columns
    [said] = {c.places for c in changes if c.places}
    assert len(said) == 1
    assert said[0].startswith("Air (") is (bool(title) and not isinstance(step, NoteStep))


# the disclosure, what is typed, what the report would say otherwise
OTHERWISE = [
    ("A2.5", {"explanation": "We pack  nothing."}, []),
    ("A2.5", {"explanation": "We do."}, ['explanation: The report would say "We pack nothing."']),
    ("A1.3", {"owner": "Ops"}, ["owner: The report would say nothing"]),
    ("A1.3", {"owner": "Ops", "status": "disclosed"},
     ["owner: The report would say nothing", 'status: The report would say "missing"']),
    ("A1.3", {"section": "Waste", "reviewed": "yes"}, []),
    ("A1.3", {"section": "Waste", "note": "x"}, ["note: The report would say nothing"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "cells", "told"), OTHERWISE)
def test_what_the_report_would_not_say_is_refused(rows, code, cells, told):
    refused = not_as_typed([rows.edited(code, cells)], rows.context)
    assert [f"{r.column}: {render(r.why, 'en')}" for r in refused] == told
    assert all((r.sheet, r.row, r.uid) == ("HKEX", 9, f"hkex-esg:{code}@2020") for r in refused)


@pytest.mark.parametrize(
    ("step", "is_told"), [(step, isinstance(step, TagStep | ExplainStep | AmendStep)) for step, _ in WRITTEN]
)
def test_new_words_are_of_one_language_only(step, is_told):
    own, other = (SimpleNamespace(path=f"{id}.xhtml", language=id) for id in ("en", "zh-Hant"))
    report = SimpleNamespace(documents=(own, other))
    now = SimpleNamespace(assessment=SimpleNamespace(report=report), document=0)
    told = [render(one, "en") for one in one_language([(None, step)], now)]
    assert len(told) == is_told
    assert all("written to en.xhtml but not to zh-Hant.xhtml" in one for one in told)


def test_a_cell_on_one_line_and_with_its_lines(rows):
    edited = rows.edited("A1.3", {"note": "\n one  two \n\nthree\n"})
    assert edited.lines("note") == "one two\n\nthree"
    assert edited.typed("note") == "one two three"
    assert edited._replace(row=edited.row._replace(cells={})).typed("note") == ""
