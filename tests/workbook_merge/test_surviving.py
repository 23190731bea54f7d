"""What people and programs do to a workbook, and what has to arrive all the same."""

import io
import re
import zipfile
from datetime import datetime

import pytest
from openpyxl import Workbook, load_workbook

from tests.support.workbooks import save_with_libreoffice

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
A11, A13, A15, A25 = (f"hkex-esg:{code}@2020" for code in ("A1.1", "A1.3", "A1.5", "A2.5"))


def _sheet(book):
    return book["HKEX"]


def _sorted(book):
    """Sort the rows by title, as Excel does: only values and looks move."""
    sheet = _sheet(book)
    rows = sorted(([cell.value for cell in row] for row in sheet.iter_rows(min_row=3)), key=lambda row: str(row[2]))
    for number, row in enumerate(rows, 3):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value


def _sorted_with_its_heads(book):
    sheet = _sheet(book)
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    for number, row in enumerate(reversed(rows), 1):
        for column, value in enumerate(row, 1):
            sheet.cell(number, column).value = value


def _filtered(book):
    sheet = _sheet(book)
    for number in range(3, sheet.max_row + 1, 2):
        sheet.row_dimensions[number].hidden = True
    for letter in "CEHJ":
        sheet.column_dimensions[letter].hidden = True


def _shown(book):
    """WPS forgets what is hidden."""
    for sheet in book.worksheets:
        sheet.sheet_state = "visible"
        for dimension in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values()):
            dimension.hidden = False


def _columns_inserted(book):
    sheet = _sheet(book)
    sheet.insert_cols(5, 2)
    sheet.cell(2, 5).value, sheet.cell(7, 5).value = "Checked by", "me"
    sheet.insert_cols(1)


def _rows_inserted(book):
    sheet = _sheet(book)
    sheet.insert_rows(9, 3)
    sheet.cell(10, 3).value = "Our own heading"
    sheet.insert_rows(1, 2)


def _columns_moved(book):
    """Change the places of owner and note, and of id and section."""
    sheet = _sheet(book)
    for a, b in ((8, 12), (1, 6)):
        for row in range(1, sheet.max_row + 1):
            one, other = sheet.cell(row, a), sheet.cell(row, b)
            one.value, other.value = other.value, one.value


def _heads_renamed(book):
    sheet = _sheet(book)
    for column in range(1, 13):
        sheet.cell(2, column).value = f"Spalte {column % 4}"


def _heads_say_each_other(book):
    sheet = _sheet(book)
    sheet.cell(2, 8).value, sheet.cell(2, 12).value = sheet.cell(2, 12).value, sheet.cell(2, 8).value


def _sheets_renamed_and_moved(book):
    _sheet(book).title = "Unser Blatt"
    book.move_sheet("Unser Blatt", -2)
    del book["Gaps"], book["Coverage"]


def _row_moved_to_another_sheet(book):
    sheet = _sheet(book)
    other = book.create_sheet("Parked")
    for number in (1, 2, 7, 8):
        other.append([cell.value for cell in sheet[number]])
    sheet.delete_rows(7, 2)


def _other_columns_deleted(book):
    _sheet(book).delete_cols(2, 3)


def _rows_deleted(book):
    sheet = _sheet(book)
    gone = [n for n in range(3, sheet.max_row + 1) if sheet.cell(n, 1).value not in (A11, A13, A15, A25)]
    for number in reversed(gone):
        sheet.delete_rows(number)


def _rows_copied_below(book):
    sheet = _sheet(book)
    sheet.append([cell.value for cell in sheet[7]])


def _titles_merged(book):
    sheet = _sheet(book)
    sheet.merge_cells("B5:C5")
    sheet.merge_cells("G9:G12")


def _spaces(book):
    for row in _sheet(book).iter_rows(min_row=3):
        for cell in row:
            if isinstance(cell.value, str) and cell.column > 1:
                cell.value = f"\u00a0{cell.value} \n"


def _nothing(book):
    pass


DONE = [
    _nothing, _sorted, _sorted_with_its_heads, _filtered, _shown, _columns_inserted, _rows_inserted, _columns_moved,
    _heads_renamed, _heads_say_each_other, _sheets_renamed_and_moved, _row_moved_to_another_sheet,
    _other_columns_deleted, _rows_deleted, _rows_copied_below, _titles_merged, _spaces,
]  # fmt: skip


def _filled(book, type_in):
    type_in(book, A11, reviewed="yes", note="checked")
    type_in(book, A13, status="disclosed", section="Waste", owner="陳小姐 (ops)")
    type_in(book, A15, reason="Not material", explanation="No target was set.")
    type_in(book, A25, explanation="We ship in bulk.")


HOME = {(A11, "reviewed"), (A11, "note"), (A13, "status"), (A13, "section"), (A13, "owner"), (A15, "reason"),
        (A15, "explanation"), (A25, "explanation")}  # fmt: skip


@pytest.mark.parametrize("done", DONE, ids=lambda done: done.__name__.strip("_"))
@pytest.mark.sampled(2)
def test_nothing_is_made_of_it_and_what_is_typed_then_arrives(desk, done, type_in):
    d = desk()
    d.edit(done)
    made = d.plan()
    assert (made.changes, made.refusals, made.conflicts, made.after) == ((), (), (), {})
    if done is not _rows_copied_below:  # there is a test of older copies below
        d.edit(_filled, type_in)
        _all_arrives(d)


@pytest.mark.parametrize("done", DONE[1:], ids=lambda done: done.__name__.strip("_"))
@pytest.mark.sampled(3)
def test_what_was_typed_before_arrives(desk, done, type_in):
    d = desk()
    d.edit(_filled, type_in)
    d.edit(done)
    _all_arrives(d)


def _all_arrives(d):
    made = d.plan()
    assert {(change.uid, change.column) for change in made.changes} == HOME
    assert (made.refusals, made.conflicts) == ((), ())


@pytest.mark.slow
def test_libreoffice_saves_it_and_all_arrives(desk, tmp_path, type_in):
    d = desk()
    d.data = save_with_libreoffice(d.data, tmp_path)
    assert d.plan().changes == ()
    d.edit(_filled, type_in)
    d.data = save_with_libreoffice(d.data, tmp_path)
    made = d.plan()
    assert {(change.uid, change.column) for change in made.changes} == HOME
    assert (made.refusals, made.conflicts, made.remarks) == ((), (), ())


_STRING = re.compile(r't="inlineStr"([^>]*)><is>(.*?)</is>', re.DOTALL)
_SHARED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"


def _rewritten(data, change):
    """Let a function change the XML of the workbook's parts; openpyxl writes each string into its cell."""
    out = io.BytesIO()
    strings = []
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        assert any(_STRING.search(old.read(name).decode()) for name in old.namelist() if "worksheets/sheet" in name)
        for name in sorted(old.namelist(), reverse=True):
            text = old.read(name)
            if name.startswith("xl/worksheets/sheet"):
                text = re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"', text)
            if name.endswith((".xml", ".rels")):
                text = change(name, text.decode(), strings).encode()
            new.writestr(name, text)
        if strings:
            items = "".join(f"<si>{string}</si>" for string in strings)
            new.writestr("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}">{items}</sst>')
    return out.getvalue()


def _shared(name, text, strings):
    """WPS and Excel keep strings apart; what was formatted in part is in pieces, with readings beside Chinese ones."""
    if name == "xl/_rels/workbook.xml.rels":
        return text.replace("</Rel", f'<Relationship Id="s" Type="{_SHARED}" Target="sharedStrings.xml"/></Rel')
    if name == "[Content_Types].xml":
        return text.replace("</Types>", f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}"/></Types>')

    def keep(found):
        if plain := re.fullmatch("<t([^>]*)>(..)(.*)</t>", found[2], re.DOTALL):
            space, first, rest = plain.groups()
            piece = f'<r><rPr><b/></rPr><t{space}>{first}</t></r><r><t xml:space="preserve">{rest}</t></r>'
            strings.append(f'{piece}<rPh sb="0" eb="1"><t>reading</t></rPh>' if "&" not in first else found[2])
        else:
            strings.append(found[2])
        return f't="s"{found[1]}><v>{len(strings) - 1}</v>'

    return _STRING.sub(keep, text)


def _as_results(name, text, strings):
    """Others write them as the results of formulas that are no longer there."""
    return _STRING.sub(lambda found: f't="str"{found[1]}><v>{re.sub("<[^>]*>", "", found[2])}</v>', text)


@pytest.mark.parametrize("change", [_shared, _as_results])
def test_however_strings_are_kept(desk, change, type_in):
    d = desk()
    d.edit(_filled, type_in)
    d.data = _rewritten(d.data, change)
    made = d.plan()
    assert {(one.uid, one.column) for one in made.changes} == HOME
    assert (made.refusals, made.conflicts, made.remarks) == ((), (), ())


def test_cells_copied_into_a_new_workbook(desk, type_in):
    """All formats, names and tables are lost, and every hidden thing is seen."""
    d = desk()
    d.edit(_filled, type_in)
    book, plain = load_workbook(io.BytesIO(d.data)), Workbook()
    for sheet in book.worksheets:
        copy_ = plain.create_sheet(sheet.title)
        for row in sheet.values:
            copy_.append(row)
    out = io.BytesIO()
    plain.save(out)
    assert {(one.uid, one.column) for one in d.plan(out.getvalue()).changes} == HOME


def test_merged_cell_says_its_text_in_all_its_rows_and_in_its_first_column_alone(desk, find):
    d = desk()

    def change(book):
        sheet, columns, row = find(book, A13)
        sheet.cell(row, columns["owner"]).value = "Ops"
        sheet.merge_cells(start_row=row, end_row=row + 2, start_column=columns["owner"], end_column=columns["reviewed"])

    d.edit(change)
    made = d.merge()
    assert [(one.uid, one.column, one.typed) for one in made.changes] == [
        (f"hkex-esg:A1.{n}@2020", "owner", "Ops") for n in (3, 4, 5)
    ]
    assert d.plan().changes == ()


def test_a_date_that_the_spreadsheet_made_is_refused(desk):
    d = desk()
    d.type(A13, note=datetime(2026, 2, 1), owner=3)  # noqa: DTZ001 - as Excel has it
    made = d.plan()
    assert [(one.column, one.typed) for one in made.changes] == [("owner", "3")]
    [refusal] = made.refusals
    assert (refusal.uid, refusal.column) == (A13, "note")
    assert "turned the entry into a date" in refusal.why


@pytest.mark.parametrize(
    ("value", "why"), [("=1+1", "formula"), ("#REF!", "error"), ("a\x1fb", None), (True, None), (1.5, None)]
)
@pytest.mark.sampled(2)
def test_values_that_are_no_text(desk, value, why, find):
    d = desk()
    if value == "a\x1fb":
        d.type(A13, owner="a_x001F_b")
        why = "U+001F"
    else:

        def change(book):
            sheet, columns, row = find(book, A13)
            sheet.cell(row, columns["owner"]).value = value

        d.edit(change)
    made = d.plan()
    assert bool(made.refusals) == bool(why)
    assert not why or why in made.refusals[0].why


@pytest.mark.parametrize(("value", "looks"), [(0.5, "0%"), (100_000.0, "0.00E+00"), (7, '0"th"')])
def test_a_number_that_is_not_seen_as_it_was_typed_is_refused(desk, value, looks, find):
    d = desk()

    def change(book):
        sheet, columns, row = find(book, A13)
        cell = sheet.cell(row, columns["note"])
        cell.value, cell.number_format = value, looks

    d.edit(change)
    [refusal] = d.plan().refusals
    assert refusal.why.startswith("The spreadsheet turned the entry into the number")


def test_rows_that_stand_twice_with_other_words_are_refused(desk, find):
    d = desk()

    def change(book):
        sheet, columns, row = find(book, A13)
        sheet.append([cell.value for cell in sheet[row]])
        sheet.cell(row, columns["owner"]).value = "Ops"

    d.edit(change)
    made = d.plan()
    [refusal] = made.refusals
    assert (refusal.uid, refusal.column) == (A13, "id")
    assert "row" in refusal.why
    assert made.changes == ()


def test_an_identifier_that_was_not_exported_is_refused_and_a_row_without_one_is_told(desk, find):
    d = desk()

    def change(book):
        sheet, columns, row = find(book, A13)
        sheet.cell(row, columns["id"]).value = "hkex-esg:A9.9@2020"
        sheet.cell(row + 1, columns["id"]).value = None
        sheet.cell(row + 1, columns["owner"]).value = "Ops"

    d.edit(change)
    made = d.plan()
    assert [(one.uid, one.why) for one in made.refusals] == [("hkex-esg:A9.9@2020", "This identifier was not exported")]
    assert any("no identifier" in remark for remark in made.remarks)
    assert any("2 of " in remark for remark in made.remarks)


@pytest.mark.parametrize(
    ("typed", "heads"),
    [
        ({"title": "Another title", "obligation": "voluntary"}, "Title, Obligation"),
        ({"evidence": "12.4 t"}, "Evidence"),
        ({"open": "Intensity", "group": "Waste"}, "Group, Open datapoints"),
    ],
    ids=["title", "evidence", "open"],
)
def test_what_is_typed_in_computed_columns_is_told_and_not_taken(desk, typed, heads):
    d = desk()
    d.type(A13, **typed)
    made = d.plan()
    assert made.changes == ()
    assert made.remarks == (f"HKEX, row 15: {heads}: computed, so changes are ignored",)


@pytest.mark.parametrize("lost", ["row", "column"])
def test_a_sheet_without_its_hidden_ids_is_refused(desk, lost, type_in):
    d = desk()
    d.edit(_filled, type_in)
    d.edit(lambda book: _sheet(book).delete_rows(1) if lost == "row" else _sheet(book).delete_cols(1))
    made = d.plan()
    assert [(one.sheet, one.column) for one in made.refusals] == [("HKEX", "id")]
    assert made.changes == ()


def test_a_typed_column_that_is_gone_is_told(desk, find):
    d = desk()
    d.edit(lambda book: _sheet(book).delete_cols(find(book, A13)[1]["note"]))
    made = d.plan()
    assert (made.changes, made.refusals) == ((), ())
    assert made.remarks == ("HKEX: deleted columns are ignored: Note",)


def test_a_column_that_is_there_twice_is_refused(desk, find):
    d = desk()

    def change(book):
        sheet, columns, _ = find(book, A13)
        beyond = sheet.max_column + 1
        for row in range(1, sheet.max_row + 1):
            sheet.cell(row, beyond).value = sheet.cell(row, columns["owner"]).value

    d.edit(change)
    [refusal] = d.plan().refusals
    assert (refusal.sheet, refusal.column, refusal.why) == ("HKEX", "owner", "The column occurs twice")
