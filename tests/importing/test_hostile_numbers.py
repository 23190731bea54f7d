"""No number in a document sets what its import costs: spans, dimensions, ranges of codes and of pages."""

import io
import zipfile

import docx
import openpyxl
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

HUGE = "2000000000"
ENDLESS = "9" * 6000  # more digits than Python reads as a number
CODES = [f"GRI 305-{number}" for number in range(1, 8)]


@pytest.fixture
def imported(limited, tmp_path):
    """Import documents, named with their contents, in a process with limits; the result has what was written too."""

    def call(*sources):
        for name, data in sources:
            (tmp_path / name).write_bytes(data if isinstance(data, bytes) else data.encode())
        result = limited("import", *(tmp_path / name for name, _ in sources), "-o", tmp_path / "new")
        assert result.exit_code in (0, 3), result.stderr
        assert result.exit_code == 0 or "error" in result.stderr or "DI616" in result.stderr
        result.xhtml = "".join(path.read_text("utf-8") for path in (tmp_path / "new").glob("*.xhtml"))
        return result

    return call


def html(attributes="", first=""):
    rows = "".join(f"<tr><td {attributes}>{code}</td><td>Emissions</td><td>Climate</td></tr>" for code in CODES)
    head = "<tr><th>GRI Standard</th><th>Disclosure</th><th>Location</th></tr>"
    return (
        '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>A report</title></head><body>'
        f"{first}<h1>Climate</h1><p>We emitted 12 t.</p>"
        f"<h1>GRI content index</h1><table>{head}{rows}</table></body></html>"
    )


@pytest.mark.parametrize("suffix", ["html", "xhtml"])
@pytest.mark.parametrize("number", [HUGE, ENDLESS, "-5", "0", "1e9", "NaN"])
@pytest.mark.parametrize("name", ["colspan", "rowspan"])
@pytest.mark.sampled(3)
def test_cells_that_span_more_than_the_table(imported, name, number, suffix):
    assert "GRI 305-7" in imported((f"report.{suffix}", html(f'{name}="{number}"'))).xhtml


@pytest.mark.parametrize("label", [HUGE, ENDLESS, f"-{HUGE}", "m" * 3000])
@pytest.mark.sampled(1)
def test_page_labels_of_any_length(imported, limited, tmp_path, label):
    first = f'<span role="doc-pagebreak" aria-label="{label}"></span>'
    assert "GRI 305-7" in imported(("report.xhtml", html(first=first))).xhtml
    assert limited("check", tmp_path / "new").exit_code in (0, 1)


@pytest.mark.parametrize(
    ("cell", "row"),
    [
        (f'<w:gridSpan w:val="{HUGE}"/>', ""),
        ('<w:gridSpan w:val="999999"/>', ""),
        ('<w:gridSpan w:val="-7"/>', ""),
        ('<w:gridSpan w:val="999999"/><w:vMerge w:val="restart"/>', ""),
        ("<w:vMerge/>", ""),
        ("", '<w:gridBefore w:val="999999"/>'),
        ("", f'<w:gridAfter w:val="{HUGE}"/>'),
    ],
)
@pytest.mark.sampled(2)
def test_word_cells_that_span_more_than_the_table(imported, cell, row):
    word = docx.Document()
    word.add_heading("Climate", 1)
    word.add_paragraph("We emitted 12 t.")
    table = word.add_table(0, 3)
    for texts in (("GRI Standard", "Disclosure", "Location"), *((code, "Emissions", "Climate") for code in CODES)):
        cells = table.add_row().cells
        for place, text in zip(cells, texts, strict=True):
            place.text = text
    for line in table.rows:
        line._tr.insert(0, parse_xml(f"<w:trPr {nsdecls('w')}>{row}</w:trPr>"))
        line._tr.tc_lst[0].insert(0, parse_xml(f"<w:tcPr {nsdecls('w')}>{cell}</w:tcPr>"))
    section = parse_xml(f'<w:sectPr {nsdecls("w")}><w:pgNumType w:start="{HUGE}"/></w:sectPr>')
    word.element.body.append(section)
    stream = io.BytesIO()
    word.save(stream)
    assert imported(("report.docx", stream.getvalue())).exit_code == 0


def workbook(old, new, sheets=1):
    """Save a mapping sheet, several times over, with one thing in its XML replaced."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for number in range(sheets):
        sheet = book.create_sheet(f"Sheet {number}")
        sheet.append(["Disclosure", "Section"])
        sheet.append(["GRI 305-1", "Climate"])
    made, changed = io.BytesIO(), io.BytesIO()
    book.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if name.startswith("xl/worksheets/"):
                assert old in part
                part = part.replace(old, new)
            target.writestr(name, part)
    return changed.getvalue()


END = b"</sheetData>"
FAR_ROW = b'<row r="%d"><c r="A%d"><v>1</v></c></row></sheetData>'
MERGED = b'</sheetData><mergeCells count="1">%s</mergeCells>'


@pytest.mark.parametrize(
    ("old", "new", "sheets", "exit_code"),
    [
        (b'ref="A1:B2"', b'ref="A1:XFD1048576"', 1, 0),
        (END, FAR_ROW % (99_999, 99_999), 1, 0),
        (END, FAR_ROW % (1_048_576, 1_048_576), 1, 3),
        (END, FAR_ROW % (2_000_000_000, 2_000_000_000), 1, 3),
        (END, FAR_ROW % (99_999, 99_999), 500, 3),
        (END, b'<row r="3"><c r="XFD3"><v>1</v></c></row></sheetData>', 1, 0),
        (END, b'<row r="3"><c r="A3"><v>%s</v></c></row></sheetData>' % ENDLESS.encode(), 1, 3),
        (END, MERGED % b'<mergeCell ref="A1:XFD1048576"/>', 1, 3),
        (END, MERGED % (b'<mergeCell ref="A2:A99999"/>' * 10), 200, 0),
    ],
)
@pytest.mark.sampled(3)
def test_sheets_whose_cells_lie_far_apart(imported, old, new, sheets, exit_code):
    sources = ("report.md", "# Climate\n\nWe emitted 12 t.\n"), ("index.xlsx", workbook(old, new, sheets))
    assert imported(*sources).exit_code == exit_code


@pytest.mark.parametrize(
    "row",
    [
        f"| GRI 305-1 to 305-{HUGE} | Emissions | Climate |",
        f"| GRI 305-1 to {HUGE}-{HUGE} | Emissions | Climate |",
        f"| GRI 305-1 - {ENDLESS} | Emissions | Climate |",
        f"| GRI 305-1 | Emissions | pages 1-{HUGE} |",
        f"| GRI 305-1 | Emissions | pages 1-{ENDLESS} |",
        "| GRI 305-1 | Emissions | pages 1-9999 |",
        f"| GRI 305-1 | Emissions | pages i-{'m' * 3000} |",
        f"| HKEX KPI A1.1 to A1.{HUGE} | Emissions | 1-{HUGE} |",
        f"| UN Global Compact Principles 1-{HUGE} | Emissions | Climate |",
        f"| SDG 1-{ENDLESS} | Emissions | Climate |",
        f"| SASB CG-EC-130a.1 to CG-EC-130a.{HUGE} | Emissions | Climate |",
        f"| IFRS S2 paragraph 1-{HUGE} | Emissions | Climate |",
    ],
)
@pytest.mark.sampled(2)
def test_ranges_of_codes_and_pages_without_end(imported, row):
    head = "| GRI Standard | Disclosure | Location |\n|---|---|---|\n"
    rows = "".join(f"| {code} | Emissions | Climate |\n" for code in CODES)
    text = f"# Climate\n\nWe emitted 12 t.\n\n# GRI content index\n\n{head}{rows}{row}\n"
    assert "GRI 305-7" in imported(("report.md", text)).xhtml


def test_columns_of_text_may_lie_millions_of_spaces_apart(imported):
    rows = "".join(f"{code}   Emissions   Climate\n" for code in CODES)
    assert "GRI 305-7" in imported(("report.txt", f"GRI content index\n\n{rows}GRI 305-1{' ' * 3_000_000}x\n")).xhtml
