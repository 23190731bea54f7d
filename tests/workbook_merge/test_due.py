"""A due date goes out in a workbook and comes home, however the spreadsheet keeps it."""

import tomllib
from datetime import date, datetime, time

import pytest

from disclosure_index.outputs.xlsx import meta
from tests.support.workbooks import find
from tests.workbook_merge.conftest import HKEX

DAY = date(2026, 1, 31)


def _due(desk):
    return tomllib.loads((desk.folder / "disclosure-index.toml").read_text("utf-8")).get("due", {})


@pytest.fixture
def uid(small):
    return next(c.disclosure.uid for c in small.assess().coverage if c.disclosure.code == "A1.2")


@pytest.mark.sampled(2)
@pytest.mark.parametrize(
    "typed", ["2026-01-31", "2026/1/31", "2026年1月31日", "２０２６.１.３１", DAY, datetime.combine(DAY, time())]
)
def test_a_date_comes_home(desk, uid, typed):
    made = desk()
    made.type(uid, due=typed)
    plan = made.merge()
    assert ([c.column for c in plan.changes], plan.refusals, plan.conflicts) == (["due"], (), ())
    assert _due(made) == {"hkex-esg:A1.2": DAY}
    assert made.said(uid)["due"] == "2026-01-31"
    assert not made.plan(made.export()).changes


@pytest.mark.parametrize("typed", ["31/1/2026", "next week", "2026-02-30", 46053])
def test_what_is_no_date_is_refused(desk, uid, typed):
    made = desk()
    made.type(uid, due=typed)
    plan = made.merge()
    assert [(r.column, "2026-01-31" in r.hint) for r in plan.refusals] == [("due", True)]
    assert _due(made) == {}


@pytest.mark.parametrize(
    ("table", "left", "refused"),
    [('"hkex-esg:A1.2" = 2026-01-31', {}, 0), ("hkex-esg = 2026-01-31", {"hkex-esg": DAY}, 1)],
)
def test_a_date_of_its_own_is_cleared_and_one_of_the_framework_is_not(desk, uid, table, left, refused):
    made = desk(project=f"{HKEX}\n[due]\n{table}\n")
    assert made.said(uid)["due"] == "2026-01-31"
    made.type(uid, due="")
    assert len(made.merge().refusals) == refused
    assert _due(made) == left


def test_a_workbook_of_before_there_were_dates_is_merged(desk, uid):
    made = desk()

    def without(book):
        sheet, columns, row = find(book, uid)
        sheet.cell(row, columns["owner"]).value = "Ada"
        sheet.delete_cols(columns["due"])
        kept = book[meta.SHEET]
        at = next(cell for row in kept.iter_rows() for cell in row if cell.value == "due")
        kept.delete_cols(at.column)

    made.edit(without)
    plan = made.merge()
    assert [(c.column, c.typed) for c in plan.changes] == [("owner", "Ada")]
    assert (plan.refusals, plan.remarks) == ((), ())
