"""Thirty cells, typed in every way there is: all arrive, nothing else moves, and the next export says the same."""

import difflib
import io
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.support.workbooks import Desk, save_with_libreoffice

SAMPLE = "harbour-ferries-2025"
TYPED = [
    ("hkex-esg:A1.1@2025", "owner", "Harbour operations"),
    ("hkex-esg:A1.6@2025", "owner", "陳小姐（環境）"),
    ("hkex-esg:A1.3@2025", "owner", "=1+1 is no formula here"),
    ("gri:2-1@2021", "owner", "@legal"),
    ("gri:2-6@2021", "owner", "-ops"),
    ("sasb:TR-MT-110a.1@2023-12", "owner", "🚢 fleet"),
    ("hkex-esg:A1.1@2025", "note", "تقرير، الصفحة ٣"),
    ("hkex-esg:A1.6@2025", "note", "＋852 2000 0000"),
    ("gri:2-1@2021", "note", "“smart” quotes – and dashes"),
    ("gri:201-1@2016", "note", "a\u3000wide space"),
    ("tcfd:governance-a@2017", "note", "a <tag> & an 'apostrophe'"),
    ("sasb:TR-MT-110a.4@2023-12", "note", "two\nlines"),
    ("hkex-esg:A1.1@2025", "reviewed", "yes"),
    ("gri:2-1@2021", "reviewed", "是"),
    ("sasb:TR-MT-110a.1@2023-12", "reviewed", True),
    ("tcfd:governance-a@2017", "reviewed", "x"),
    ("hkex-esg:B6.3@2025", "explanation", "It owns four trade marks, and lends none."),
    ("gri:403-10@2018", "explanation", "Kept by their employers;\nwe are asking for it."),
    ("sasb:TR-MT-160a.2@2023-12", "explanation", "=No sea water is taken in."),
    ("hkex-esg:B6.1@2025", "reason", "Confidentiality constraints"),
    ("sasb:TR-MT-000.G@2023-12", "reason", "NOT APPLICABLE "),
    ("hkex-esg:B1.1@2025", "reason", "Information unavailable"),
    ("hkex-esg:B1.1@2025", "explanation", "The model is being rebuilt."),
    ("hkex-esg:A2.5@2025", "status", "disclosed"),
    ("hkex-esg:A2.5@2025", "section", "#legal-details"),
    ("hkex-esg:A2.3@2025", "status", "missing"),
    ("hkex-esg:B3.2@2025", "status", "omitted"),
    ("hkex-esg:B3.2@2025", "reason", "Not material"),
    ("hkex-esg:B3.2@2025", "explanation", "Hours are not kept by rank."),
    ("hkex-esg:A1.4@2025", "section", "The Group at a glance"),
]  # fmt: skip
EN, ZH = "en", "zh-Hant"
GONE = {
    (EN, "gri:2-1", "legal-details", False),
    (EN, "hkex-esg:A1.1", "air-emissions", False),
    (EN, "hkex-esg:A1.1", "air-table", False),
    (EN, "hkex-esg:A1.4", "non-hazardous-waste", False),
    (EN, "hkex-esg:A1.4", "non-hazardous-waste-intensity", False),
    (EN, "hkex-esg:A2.3", "energy-target", False),
    (EN, "hkex-esg:A2.3", "yard-energy-target", False),
    (EN, "hkex-esg:A2.5", "not-material", "omission-packaging", False),
    (EN, "hkex-esg:B3.2#gender,employee-category", "training-hours-table", False),
    (EN, "hkex-esg:B6.1", "not-material", "omission-recalls", False),
    (EN, "sasb:TR-MT-000.G", "", "omission-containers", False),
    (EN, "sasb:TR-MT-110a.1", "scope-1", False),
    (EN, "tcfd:governance-a", "climate-oversight", False),
    (ZH, "hkex-esg:A2.3", "energy-target", False),  # a status is the report's, so its tags go in every language
    (ZH, "hkex-esg:A2.3", "yard-energy-target", False),
    (ZH, "hkex-esg:B3.2#gender,employee-category", "training-hours-table", False),
}
"""The statements that the report made, and those that it makes in their place: document, reference, anchor, mark."""
COME = {
    (EN, "gri:2-1", "legal-details", True),
    (EN, "hkex-esg:A1.1", "air-emissions", True),
    (EN, "hkex-esg:A1.1", "air-table", True),
    (EN, "hkex-esg:A1.4", "company-profile", False),
    (EN, "hkex-esg:A2.5", "legal-details", False),
    (EN, "hkex-esg:B1.1#employment-type,geographical-region", "unavailable", "omissions-hkex", False),
    (EN, "hkex-esg:B3.2", "not-material", "omissions-hkex", False),
    (EN, "hkex-esg:B6.1", "confidentiality", "omission-recalls", False),
    (EN, "sasb:TR-MT-000.G", "not-applicable", "omission-containers", False),
    (EN, "sasb:TR-MT-110a.1", "scope-1", True),
    (EN, "tcfd:governance-a", "climate-oversight", True),
}

NORMALISED = {"是": "yes", True: "yes", "x": "yes", "NOT APPLICABLE ": "Not applicable"}
"""What an export says in its own words."""


def _fill(book, type_in):
    for uid, column, value in TYPED:
        type_in(book, uid, **{column: value})


def _unruly(book, find):
    """Sort, hide, insert, rename, merge and move."""
    sheet = book["HKEX"]
    rows = sorted(([cell.value for cell in row] for row in sheet.iter_rows(min_row=3)), key=lambda row: str(row[2]))
    for number, row in enumerate(rows, 3):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value
            sheet.cell(number, column).data_type = "s"
    sheet.insert_cols(4, 2)
    sheet.insert_rows(20, 2)
    for column in range(2, 10):
        sheet.cell(2, column).value = f"Renamed {column}"
    sheet.column_dimensions["E"].hidden = sheet.row_dimensions[12].hidden = True
    sheet.title = "Hong Kong"
    book.move_sheet(sheet, 3)
    gri = book["GRI"]
    gri.merge_cells("B3:C3")
    gri.delete_rows(gri.max_row)


@pytest.fixture(scope="module", params=["openpyxl", pytest.param("LibreOffice", marks=pytest.mark.slow)])
def workbooks(request, root, tmp_path_factory, type_in, find):
    """A sample's workbook, and the same with thirty cells typed in, and all kinds of other things done to it."""
    tmp_path = tmp_path_factory.mktemp("office")
    desk = Desk(Path(shutil.copytree(root / "report_sources" / SAMPLE, tmp_path / SAMPLE)))
    first = desk.data
    desk.edit(_fill, type_in)
    if request.param == "LibreOffice":
        desk.data = save_with_libreoffice(desk.data, tmp_path)
        desk.edit(_unruly, find)
        desk.data = save_with_libreoffice(desk.data, tmp_path)
    else:
        desk.edit(_unruly, find)
    return first, desk.data


@pytest.fixture(scope="module")
def handed(workbooks, root, tmp_path_factory):
    """A copy of the sample, into which what was handed back is merged; with what there was before."""
    folder = tmp_path_factory.mktemp("handed") / SAMPLE
    desk = Desk(Path(shutil.copytree(root / "report_sources" / SAMPLE, folder)), data=workbooks[1])
    desk.first, desk.before, desk.read = workbooks[0], desk.files(), desk.assess().report
    desk.made = desk.merge()
    return desk


def test_thirty_cells_arrive_and_nothing_else_changes(handed):
    assert len(TYPED) == 30
    before, read, made = handed.before, handed.read, handed.made
    assert (made.refusals, made.conflicts) == ((), ())
    assert {(c.uid, c.column) for c in made.changes} == {(uid, column) for uid, column, _ in TYPED}
    after, now = handed.files(), handed.assess().report
    assert {name for name in before if before[name] != after[name]} == {
        name for name in before if name.endswith((".toml", ".xhtml"))
    }
    old, new = (Counter(_statements(report)) for report in (read, now))
    assert set(old - new) == GONE
    assert set(new - old) == COME
    for document, texts in (("report-en.xhtml", EXPLAINED), ("report-zh-Hant.xhtml", [])):
        lines = _changed(*(ATTRIBUTES.sub(b"", data[document]) for data in (before, after)))
        assert [line for line in lines if line[0] == "+"] == [f"+        <p{text}</p>" for text in texts]
    project = _changed(before["disclosure-index.toml"], after["disclosure-index.toml"])
    assert [line for line in project if line[0] == "-"] == []
    assert len(project) == 12 + 2  # a line each, and the heads of two tables


ATTRIBUTES = re.compile(rb' data-(?:disclosure|omission|reason|reviewed)="[^"]*"')
EXPLAINED = [
    ' id="omission-intellectual-property">It owns four trade marks, and lends none.',
    ">Hours are not kept by rank.",
    ">The model is being rebuilt.",
    ' id="omission-ill-health">Kept by their employers;<br/>we are asking for it.',
    ' id="omission-ballast">=No sea water is taken in.',
]


def _statements(report):
    """Give every tag, omission and mark, with its document and anchor."""
    for document in report.documents:
        for tag in document.tags:
            yield document.language, tag.text, tag.span.anchor, tag.reviewed
        for omission in document.omissions:
            yield document.language, omission.text, omission.reason, omission.span.anchor, omission.reviewed


def _changed(old, new):
    lines = difflib.unified_diff(old.decode().splitlines(), new.decode().splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:3] not in ("---", "+++") and line[:2] != "@@" and line not in ("+", "-")]


@pytest.mark.slow
def test_next_export_is_the_first_with_what_was_typed(handed, find):
    now = load_workbook(io.BytesIO(handed.export()))
    then = load_workbook(io.BytesIO(handed.first))
    typed = {(uid, column): value for uid, column, value in TYPED}
    follows = ("status", "section", "pages", "evidence", "open")  # what the typed cells of their row say otherwise, too
    assert now.sheetnames == then.sheetnames
    for uid in {uid for uid, _, _ in TYPED}:
        for column, value in _row(now, uid, find).items():
            old = _row(then, uid, find)[column]
            if (uid, column) in typed and column != "section":
                wanted = typed[uid, column]
                wanted = NORMALISED.get(wanted, wanted)
                assert " ".join(str(value).split()) == " ".join(str(wanted).split()), (uid, column)
            elif column not in (*follows, "reason", "explanation"):
                assert value == old, (uid, column)
    assert "The Group at a glance" in _row(now, "hkex-esg:A1.4@2025", find)["section"]
    assert _row(now, "hkex-esg:A2.5@2025", find)["section"] == "The Group at a glance"
    assert _row(now, "hkex-esg:B1.1@2025", find)["status"] == "disclosed"  # what was open is explained
    others = [c.disclosure.uid for c in handed.assess().coverage if c.disclosure.uid not in {u for u, _, _ in TYPED}]
    headings = {"hkex-esg:28@2025", "hkex-esg:A1@2025", "hkex-esg:A2@2025"}
    for uid in set(others) - headings:
        assert _row(now, uid, find) == _row(then, uid, find)


def _row(book, uid, find):
    sheet, columns, row = find(book, uid)
    return {id: sheet.cell(row, column).value for id, column in columns.items()}


def test_second_merge_does_nothing(handed):
    again = handed.plan()
    assert (again.changes, again.refusals, again.conflicts, again.after) == ((), (), (), {})
