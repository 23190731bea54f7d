"""Cells as a spreadsheet hands them back, rows beside another row's id, and what was typed where nothing is taken."""

from datetime import UTC, date, datetime, time, timedelta
from types import SimpleNamespace

import pytest

from disclosure_index.messages import render
from disclosure_index.outputs.xlsx import kept_cells, meta
from disclosure_index.workbook_merge.cells import NOTHING, SheetGrid, typed
from disclosure_index.workbook_merge.elsewhere import COMPARED, SHOWN, TEXT, typed_elsewhere
from disclosure_index.workbook_merge.moved_rows import own_rows
from disclosure_index.workbook_merge.values import Kept, SheetRow, Typed

# value, type and number format of a cell; its text; words of what makes it unfit, words of the hint
CELLS = [
    (None, "n", "General", "", "", ""),
    ("Ops", "s", "General", "Ops", "", ""),
    ("  Ops\r\nTeam\rTwo \n", "s", "General", "Ops\nTeam\nTwo", "", ""),
    ("a_x000D_b", "s", "General", "a\nb", "", ""),
    ("a_x0041_b", "s", "General", "aAb", "", ""),
    ("tab\there", "s", "General", "tab\there", "", ""),
    ("bell\x07", "s", "General", "bell\x07", "contains U+0007", "Remove the character"),
    ("_x0007_", "s", "General", "\x07", "contains U+0007", "Remove the character"),
    ("left\u202e", "s", "General", "left\u202e", "contains U+202E", "Remove the character"),
    ("\u200f", "s", "General", "\u200f", "", ""),
    (7, "n", "General", "7", "", ""),
    (7, "n", "@", "7", "", ""),
    (7, "n", "0", "7", "", ""),
    (2.5, "n", "General", "2.5", "", ""),
    (0.5, "n", "0%", "0.5", "into the number 0.5", "Format the cell as text"),
    (True, "b", "General", "TRUE", "", ""),
    (False, "b", "0%", "FALSE", "", ""),
    (date(2025, 3, 1), "d", "yyyy-mm-dd", "2025-03-01", "into a date", "Format the cell as text"),
    (datetime(2025, 3, 1, tzinfo=UTC), "d", "yyyy-mm-dd", None, "into a date", "Format the cell as text"),
    (time(8, 30), "d", "h:mm", None, "into a date", "Format the cell as text"),
    (timedelta(hours=30), "d", "[h]:mm", None, "into a date", "Format the cell as text"),
    ("=TRUE()", "f", "General", "TRUE", "", ""),
    ("=FALSE()", "f", "General", "FALSE", "", ""),
    ("=TRUE()", "s", "General", "=TRUE()", "", ""),
    ("=A1", "f", "General", "=A1", "holds a formula", "paste its value"),
    ("#REF!", "e", "General", "#REF!", "a spreadsheet error", "Enter the text again"),
]


@pytest.mark.parametrize(("value", "kind", "form", "text", "why", "hint"), CELLS)
def test_what_a_cell_holds(value, kind, form, text, why, hint):
    cell = typed(SimpleNamespace(value=value, data_type=kind, number_format=form))
    assert text is None or cell.text == text
    assert why in render(cell.problem, "en")
    assert hint in render(cell.hint, "en")
    assert bool(cell.problem) is bool(cell.hint) is bool(why)


def _grid(title, rows, merged=None):
    return SheetGrid(title, {n: [Typed(text) for text in row] for n, row in rows.items()}, merged or {})


def test_a_grid_counts_rows_from_one_and_columns_from_zero():
    grid = _grid("Air", {2: ["a", "b"], 4: ["b"]})
    assert (grid.find("b"), grid.find("a"), grid.find("c")) == (2, 2, None)
    assert [grid.cell(*at).text for at in ((2, 0), (2, 1), (4, 0))] == ["a", "b", "b"]
    assert [grid.cell(*at) for at in ((2, 2), (3, 0), (4, 1))] == [NOTHING] * 3


def test_a_merged_cell_has_its_text_in_all_its_rows_and_in_one_column():
    grid = _grid("Air", {2: ["a", "b"], 3: ["", ""]}, dict.fromkeys(((2, 0), (2, 1), (3, 0), (3, 1)), (2, 0)))
    assert [grid.spread(*at) for at in ((2, 0), (3, 0))] == [Typed("a")] * 2
    assert [grid.spread(*at) for at in ((2, 1), (3, 1))] == [None] * 2
    assert grid.spread(4, 0) == NOTHING


KEPT = {
    "hkex-esg:A1@2020": ("A1", "Policy"),
    "hkex-esg:A1.1@2020": ("A1.1", "Emissions"),
    "gri:305-1@2016": ("305-1", "Emissions"),
    "gri:305-2@2016": ("305-2", "Policy"),
}

# situation, the disclosure of the hidden id, the computed cells beside it, the column refused, the other disclosure
BESIDE = [
    ("its own code and title", "hkex-esg:A1@2020", {"code": "A1", "title": "Policy"}, "", ""),
    ("no code or title left", "hkex-esg:A1@2020", {}, "", ""),
    ("the code of another", "hkex-esg:A1@2020", {"code": "A1.1", "title": "Policy"}, "code", "A1.1"),
    ("code and title of another", "hkex-esg:A1@2020", {"code": "A1.1", "title": "Emissions"}, "code", "A1.1"),
    ("the title of another", "hkex-esg:A1@2020", {"code": "A1", "title": "Emissions"}, "title", "A1.1"),
    ("the title of two others: that of the framework", "gri:305-2@2016", {"title": "Emissions"}, "title", "305-1"),
    ("a title that two have", "gri:305-2@2016", {"code": "305-2", "title": "Policy"}, "", ""),
    ("the code of another framework", "gri:305-2@2016", {"code": "A1"}, "code", "A1"),
    ("a title that nothing has", "hkex-esg:A1@2020", {"code": "A1", "title": "Policies"}, "", ""),
    ("the group of another", "hkex-esg:A1@2020", {"group": "A1.1"}, "", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("uid", "shown", "column", "other"), [row[1:] for row in BESIDE], ids=[row[0] for row in BESIDE]
)
def test_a_row_beside_the_id_of_another(uid, shown, column, other):
    kept = {uid: Kept("S", {}, {"code": code, "title": title}) for uid, (code, title) in KEPT.items()}
    row = SheetRow("S", 9, uid, {}, shown)
    own, refused = own_rows([row], kept)
    assert own == ([] if column else [row])
    assert [(r.sheet, r.row, r.uid, r.column) for r in refused] == ([("S", 9, uid, column)] if column else [])
    for refusal in refused:
        said = f"The row shows the {column} of {other}, but its hidden identifier is that of {KEPT[uid][0]}"
        assert render(refusal.why, "en") == said
        assert "Unhide column A" in render(refusal.hint, "en")


def _kept(**sheets):
    """Give the hidden sheet that says what was exported: each row of each sheet, and a comment."""
    lines = [
        [title, str(n), " ".join(kept_cells.digest(text) for text in row)]
        for title, rows in sheets.items()
        for n, row in enumerate(rows, 1)
    ]
    return _grid(
        kept_cells.SHEET, dict(enumerate([*lines, ["", kept_cells.COMMENTS, kept_cells.digest("Read me")]], 1))
    )


GAPS = [["Code", "Why"], ["A1", "none"], ["A2", ""]]

# situation, the rows of a sheet that is exported, by number, what is told of it
ELSEWHERE = [
    ("as exported", dict(enumerate(GAPS, 1)), []),
    ("with empty cells at the end", {1: [*GAPS[0], ""], 2: GAPS[1], 3: ["A2"]}, []),
    ("sorted", dict(enumerate([GAPS[0], GAPS[2], GAPS[1]], 1)), []),
    ("a cell changed", {1: GAPS[0], 2: ["A1", "some"], 3: GAPS[2]}, ['row 2, column B: "some" is not taken']),
    ("a cell cleared", {1: GAPS[0], 2: ["A1"], 3: GAPS[2]}, ["row 2, column B: the cell was cleared"]),
    ("a cell filled", {1: GAPS[0], 2: GAPS[1], 3: ["A2", "all\nof it"]},
     ['row 3, column B: "all of it" is not taken']),
    ("a cell beside", {1: GAPS[0], 2: [*GAPS[1], "", "x"], 3: GAPS[2]}, ['row 2, column D: "x" is not taken']),
    ("changed and moved", {1: GAPS[0], 2: GAPS[2], 3: ["A1", "some"]}, ['row 3, column B: "some" is not taken']),
    ("a row more", {**dict(enumerate(GAPS, 1)), 9: ["", "x"]}, ['row 9, column B: "x" is not taken']),
    ("a row less", {1: GAPS[0], 3: GAPS[2]}, ["row 2, column A: the cell was cleared"]),
    ("a long text", {1: GAPS[0], 2: ["A1", "x" * TEXT], 3: [*GAPS[2][:1], "y" * (TEXT + 1)]},
     [f'row 2, column B: "{"x" * TEXT}" is not', f'row 3, column B: "{"y" * (TEXT - 1)}…" is not']),
    ("as many cells as are told", {**dict(enumerate(GAPS, 1)), 9: ["x"] * SHOWN}, [""] * SHOWN),
    ("one more", {**dict(enumerate(GAPS, 1)), 9: ["x"] * (SHOWN + 1)}, [*[""] * SHOWN, "1 more cell is not taken"]),
    ("three more", {**dict(enumerate(GAPS, 1)), 9: ["x"] * (SHOWN + 3)}, [*[""] * SHOWN, "3 more cells are not taken"]),
    ("written anew", {n: ["x"] for n in range(1, COMPARED + 2)}, [*[""] * SHOWN, "more cells are not taken"]),
]  # fmt: skip


@pytest.mark.parametrize(("rows", "told"), [row[1:] for row in ELSEWHERE], ids=[row[0] for row in ELSEWHERE])
def test_what_is_typed_on_another_sheet(rows, told):
    said = [render(one, "en") for one in typed_elsewhere([_kept(Gaps=GAPS), _grid("Gaps", rows)], {}, {})]
    assert len(said) == len(told)
    assert all(part in one for part, one in zip(told, said, strict=True))
    assert all(one.startswith("Gaps") for one in said)


def test_sheets_that_are_new_gone_or_empty_and_comments():
    grids = [_kept(Gaps=GAPS), _grid("Mine", {1: ["a", "", "b"]}), _grid("Empty", {}), _grid(meta.SHEET, {1: ["x"]})]
    comments = {"Mine": [("A1", "Read me"), ("B2", "Why\nnot?")]}
    assert [render(one, "en") for one in typed_elsewhere(grids, comments, {})] == [
        "Mine: not an exported sheet, so 2 cells are ignored",
        'Mine, cell B2: the comment "Why not?" is not taken',
        "Gaps: the sheet was deleted or renamed; the report is unaffected",
    ]


def test_a_workbook_of_before():
    told = [render(one, "en") for one in typed_elsewhere([_grid("Mine", {1: ["a"]})], {"Mine": [("A1", "x")]}, {})]
    assert len(told) == 1
    assert told[0].startswith("exported before changes in other sheets were looked for")


# situation, the rows of a framework's sheet below its hidden marks, the cells that are told
FRAMEWORK = [
    ("as exported", {2: ["Identifier", "Owner"], 3: ["x:1", "Ops"]}, []),
    ("beside the table", {2: ["Identifier", "Owner"], 3: ["x:1", "Ops", "so"]}, ["row 3, column C"]),
    ("a head that was renamed", {2: ["Identifier", "Who"], 3: ["x:1", "Ops"]}, ["row 2, column B"]),
    ("heads that were deleted", {2: ["x:1", "Ops"], 3: ["x:2", "Ops"]}, []),
    ("heads in Chinese", {2: ["Identifier", "负责人"]}, []),
]


@pytest.mark.parametrize(("rows", "told"), [row[1:] for row in FRAMEWORK], ids=[row[0] for row in FRAMEWORK])
def test_what_is_typed_beside_a_table(rows, told):
    grid = _grid("HKEX", {1: [f"{meta.MARK}id", f"{meta.MARK}owner", "", ""], **rows})
    said = [render(one, "en") for one in typed_elsewhere([_kept(), grid], {}, {})]
    assert [one.partition(":")[0].removeprefix("HKEX, ") for one in said] == told
