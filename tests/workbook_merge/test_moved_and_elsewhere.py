"""Rows beside another row's id, pages of several sections, and what was typed where nothing is taken home."""

import io
import zipfile

import pytest
from openpyxl import load_workbook
from openpyxl.comments import Comment

from disclosure_index.workbook_merge import CellChange
from tests.workbook_merge.conftest import BODY

A13 = "hkex-esg:A1.3@2020"


def rows_of(sheet, columns):
    return [row for row in range(3, sheet.max_row + 1) if sheet.cell(row, columns["code"]).value]


def visible(sheet, row):
    return [sheet.cell(row, column).value for column in range(2, sheet.max_column + 1)]


def put_row(sheet, row, values):
    for column, value in enumerate(values, 2):
        sheet.cell(row, column).value = value


def sort_by_title(book, find):
    sheet, columns, _ = find(book, A13)
    rows = rows_of(sheet, columns)
    for row, values in zip(rows, sorted((visible(sheet, r) for r in rows), key=lambda v: str(v[1])), strict=True):
        put_row(sheet, row, values)


def sort_downwards(book, find):
    sheet, columns, _ = find(book, A13)
    rows = rows_of(sheet, columns)
    for row, values in zip(rows, [visible(sheet, r) for r in reversed(rows)], strict=True):
        put_row(sheet, row, values)


def paste_a_block(book, find):
    sheet, _, row = find(book, A13)
    for n in range(3):
        put_row(sheet, row + n, visible(sheet, row - 3 + n))


def fill_down(book, find):
    sheet, _, row = find(book, A13)
    for n in range(1, 4):
        put_row(sheet, row + n, visible(sheet, row))


def paste_titles(book, find):
    sheet, columns, row = find(book, A13)
    put_row(sheet, row + 1, [sheet.cell(row + 1, columns["code"]).value, *visible(sheet, row)[1:]])


@pytest.mark.parametrize("how", [sort_by_title, sort_downwards, paste_a_block, fill_down, paste_titles])
@pytest.mark.sampled(2)
def test_a_row_beside_the_id_of_another_is_refused_by_name(desk, find, type_in, how):
    d = desk()
    d.edit(lambda book: type_in(book, A13, owner="Ops", note="ask Lo", reviewed="yes"))
    d.edit(how, find)
    before = d.files()
    made = d.merge()
    assert made.refusals
    moved = [r for r in made.refusals if r.column in ("code", "title")]
    assert moved
    assert all(r.uid.partition("@")[0].rpartition(":")[2] in str(r.why) for r in moved)
    for change in made.changes:  # only the row itself, where it stayed
        assert change.uid == A13
    kept = {name: data for name, data in d.files().items() if name != "disclosure-index.toml"}
    assert kept.items() <= before.items()


def test_rows_sorted_with_their_ids_and_a_code_written_otherwise_are_taken(desk, find, type_in):
    d = desk()

    def change(book):
        type_in(book, A13, owner="Ops")
        sheet, columns, row = find(book, A13)
        sheet.cell(row, columns["code"]).value = "KPI A1.3"
        values = {r: [c.value for c in sheet[r]] for r in rows_of(sheet, columns)}
        for r, other in zip(values, reversed(values), strict=True):
            for column, value in enumerate(values[other], 1):
                sheet.cell(r, column).value = value

    d.edit(change)
    made = d.merge()
    assert not made.refusals
    assert [(c.uid, c.column, c.typed) for c in made.changes] == [(A13, "owner", "Ops")]


@pytest.mark.parametrize("page", ["p. 9", "9", "第9页"])
def test_a_page_of_several_sections_is_refused_with_their_titles(desk, page):
    body = BODY + (
        '<section id="x"><h1>Water</h1><span role="doc-pagebreak" aria-label="9"></span><p>We used water.</p></section>'
        '<section id="y"><h1>People</h1><p>We are forty.</p></section>'
    )
    d = desk(body)
    d.type(A13, section=page, status="disclosed")
    before = d.files()
    made = d.merge()
    [refused] = made.refusals
    assert "Water" in str(refused.why)
    assert "People" in str(refused.why)
    assert d.files() == before


def test_the_change_list_names_the_section(desk):
    d = desk()
    d.type(A13, section="Paper", status="disclosed")
    assert all(isinstance(c, CellChange) and c.places[0].startswith("Paper (") for c in d.plan().changes)


@pytest.mark.parametrize(
    ("sheet", "row", "column"),
    [("Gaps", 3, 4), ("Gaps", 400, 2), ("Coverage", 2, 3), ("Cross-reference", 2, 9), ("HKEX", 5, 18)],
)
def test_what_is_typed_elsewhere_is_told(desk, sheet, row, column):
    d = desk()

    def change(book):
        book[sheet].cell(row, column).value = "asked the yard"

    d.edit(change)
    made = d.plan()
    [told] = [str(r) for r in made.remarks if "asked the yard" in str(r)]
    assert told.startswith(f"{sheet}, row {row}, column ")


def test_a_sheet_that_was_sorted_and_not_typed_in_says_nothing(desk):
    d = desk()

    def change(book):
        sheet = book["Gaps"]
        rows = [[c.value for c in sheet[r]] for r in range(2, sheet.max_row + 1)]
        for r, values in enumerate(reversed(rows), 2):
            for column, value in enumerate(values, 1):
                sheet.cell(r, column).value = value

    d.edit(change)
    assert d.plan().remarks == ()


def test_comments_and_new_sheets_are_told_and_own_comments_are_not(desk, find):
    d = desk()

    def change(book):
        sheet, columns, row = find(book, A13)
        sheet.cell(row, columns["status"]).comment = Comment("ask Lo", "Wang")
        book.create_sheet("Questions").append(["who?", "when?"])

    d.edit(change)
    assert load_workbook(io.BytesIO(d.data))["HKEX"]["B5"].comment is not None
    told = [str(r) for r in d.plan().remarks]
    assert len(told) == 2
    assert any("ask Lo" in one for one in told)
    assert any(one.startswith("Questions") and "2 cells" in one for one in told)


def _changed_parts(data, change):
    """Let a function change the XML of the parts, which it gets by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, change(name, part.decode()) if name.endswith((".xml", ".rels")) else part)
    return out.getvalue()


def test_where_the_box_of_a_comment_lies_is_no_text_of_it(desk):
    """As LibreOffice writes it in its format "Office Open XML"."""
    box = "<commentPr><anchor><from><col>2</col><row>4</row></from></anchor></commentPr></comment>"
    d = desk()
    d.data = _changed_parts(d.data, lambda _, text: text.replace("</comment>", box))
    assert d.plan().remarks == ()


SHAPES = (
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:sp><xdr:txBody>'
    "<a:p><a:r><a:t>A1.3 is </a:t></a:r><a:r><a:t>with Lo</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    "</xdr:twoCellAnchor></xdr:wsDr>"
)


def test_a_text_box_is_told(desk):
    d = desk()
    with zipfile.ZipFile(io.BytesIO(d.data)) as archive:
        number = [sheet.title for sheet in load_workbook(io.BytesIO(d.data)).worksheets].index("HKEX") + 1
        links = f"xl/worksheets/_rels/sheet{number}.xml.rels"
        assert links in archive.namelist()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/drawing"
    link = f'<Relationship Id="box" Type="{kind}" Target="/xl/drawings/box.xml"/></Relationships>'

    def change(name, text):
        return text.replace("</Relationships>", link) if name == links else text

    d.data = _changed_parts(d.data, change)
    with zipfile.ZipFile(out := io.BytesIO(d.data), "a") as archive:
        archive.writestr("xl/drawings/box.xml", SHAPES)
    assert [str(r) for r in d.plan(out.getvalue()).remarks] == ['HKEX: the text box "A1.3 is with Lo" is not taken']


@pytest.mark.parametrize("text", ["line one\nline two", "第一行\r\n第二行", "a\n\nb\nc"])
@pytest.mark.sampled(1)
def test_line_breaks_of_notes_and_explanations_come_home(desk, text):
    d = desk()
    d.type("hkex-esg:A2.5@2020", explanation=text, note=text)
    made = d.merge()
    assert not made.refusals
    lines = [line for line in text.replace("\r\n", "\n").split("\n") if line]
    said = d.said("hkex-esg:A2.5@2020")
    assert said["explanation"].split("\n") == lines
    assert [line for line in said["note"].split("\n") if line] == lines
    assert d.plan(d.export()).changes == ()
