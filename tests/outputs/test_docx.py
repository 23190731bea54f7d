"""The Word document: the same tables, in styles of its own, harmless, and the same bytes every time."""

import io
import shutil
import subprocess
import sys
import zipfile
from datetime import date

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.outputs.docx import render
from disclosure_index.tables.table import Cell, Table, row
from tests.support.tiers import examples

DAY = date(2025, 4, 30)
HOSTILE = [
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "<w:p/>", "]]>", "&amp;",
    "🌊🏳️‍🌈", "العمل والناس", "x" * 40_000, "排放" * 20_000,
]  # fmt: skip


def _read(data):
    return docx.Document(io.BytesIO(data))


def _made(table, *languages):
    return _read(render([table], "Title", "Small Limited", DAY, *(languages or ("en",))))


@pytest.fixture
def written(run, root, tmp_path):
    def write(*arguments, report="harbour-ferries-2025"):
        file = tmp_path / "index.docx"
        result = run("index", root / "report_sources" / report, "--format", "docx", "-o", file, *arguments)
        assert (result.exit_code, result.stdout) == (0, "")
        return file

    return write


def test_tables_stand_under_their_headings_in_styles_of_their_own(written):
    document = docx.Document(written("--view", "filing", "--framework", "gri"))
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == [
        "GRI content index",
        "GRI content index · General disclosures",
        "GRI content index · Material topics",
        "GRI content index · Topic Standards",
    ]
    assert {t.style.name for t in document.tables} == {"Index Table"}
    used = {p.style.name for t in document.tables for c in t._cells for p in c.paragraphs}
    assert used == {"Index Head", "Index Cell", "Index To Complete"}
    general = document.tables[1]
    assert [c.text for c in general.rows[1].cells][:3] == [
        "GRI 2: General Disclosures 2021",
        "2-1 Organizational details",
        "The Group at a glance, p. 3",
    ]
    assert general.cell(2, 0).text == general.cell(1, 0).text  # one merged cell
    assert general.cell(1, 3)._tc.tcPr.find(qn("w:shd")) is not None
    assert general.cell(6, 3)._tc.tcPr.find(qn("w:shd")) is None


def test_heads_are_repeated_and_pages_lie_landscape(written):
    document = docx.Document(written())
    section = document.sections[0]
    assert section.page_width > section.page_height
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(r._tr.trPr.find(qn("w:cantSplit")) is not None for r in table.rows)
        width = section.page_width - section.left_margin - section.right_margin
        assert abs(sum(c.width for c in table.columns) - width) < 20_000  # a twentieth of a millimetre per column


def test_links_lead_from_where_the_document_stands_into_the_report(written, root):
    file = written("--view", "disclosures")
    document = docx.Document(file)
    targets = [r.target_ref for r in document.part.rels.values() if r.is_external]
    assert targets
    for target in targets:
        path, _, anchor = target.partition("#")
        assert f'id="{anchor}"' in (file.parent / path).resolve().read_text("utf-8")


@pytest.mark.parametrize(
    ("language", "font", "code"),
    [("zh-Hans", "Microsoft YaHei", "zh-CN"), ("zh-Hant", "Microsoft JhengHei", "zh-HK")],
)
def test_each_script_has_its_font(written, language, font, code):
    document = docx.Document(written("--language", language))
    for name in ("Normal", "Heading 1", "Title"):
        properties = document.styles[name].element.rPr
        fonts = properties.find(qn("w:rFonts"))
        assert (fonts.get(qn("w:eastAsia")), fonts.get(qn("w:ascii"))) == (font, "Arial")
        assert properties.find(qn("w:lang")).get(qn("w:eastAsia")) == code


def test_second_language_has_a_paragraph_of_its_own(written):
    document = docx.Document(written("--view", "filing", "--framework", "tcfd", "--language", "en,zh-Hant"))
    first = document.tables[0].cell(1, 1)
    assert [p.style.name for p in first.paragraphs] == ["Index Cell", "Index Second Language"]
    fonts = document.styles["Index Second Language"].element.rPr.find(qn("w:rFonts"))
    assert fonts.get(qn("w:eastAsia")) == "Microsoft JhengHei"
    assert [p.text for p in document.tables[0].cell(0, 0).paragraphs] == ["Pillar", "支柱"]


def test_same_report_gives_the_same_bytes(written):
    first = written("--view", "filing").read_bytes()
    assert written("--view", "filing").read_bytes() == first
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    properties = _read(first).core_properties
    assert (properties.author, properties.created.date()) == ("Harbour Ferries Holdings Limited", date(2026, 4, 24))
    assert properties.title == "Harbour Ferries Holdings Limited: ESG report 2025 · Content index"


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_any_kind_arrives_unharmed(text):
    cells = _made(Table("t", text[:50], ("title",), (row(text),))).tables[0].columns[0].cells
    assert cells[1].text == text


@examples(50)
@given(st.text(st.characters()), st.text(st.characters(exclude_categories=["Cs"])))
def test_document_opens_whatever_the_text(text, target):
    cell = Cell(((text, target),), under=(("x", ""),))
    document = _made(Table("t", text, ("code", "title"), ((cell, Cell((), "same")),)), "zh-Hans", "en")
    assert len(document.tables) == 1


def test_word_is_not_written_to_the_terminal(run, make_report):
    result = run("index", make_report(), "--format", "docx")
    assert result.exit_code == 2
    assert "use -o" in result.stderr


def test_without_the_extra_it_says_what_to_install(script, make_report, tmp_path):
    code = (
        "import sys; sys.modules['docx'] = None\nfrom disclosure_index.cli import main\n"
        f"sys.argv = ['di', 'index', {str(make_report())!r}, '--format', 'docx', '-o', {str(tmp_path / 'i.docx')!r}]\n"
        "main()"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert result.returncode == 2
    assert result.stderr == 'error: docx needs python-docx; run: pip install "disclosure-index[docx]"\n'
    assert not (tmp_path / "i.docx").exists()


@pytest.mark.slow
def test_libreoffice_prints_the_head_on_every_page(written, tmp_path):
    office, pdfium = shutil.which("soffice"), pytest.importorskip("pypdfium2")
    if not office:
        pytest.skip("LibreOffice is not installed: apt-get install libreoffice-writer")
    file = written("--view", "filing", "--framework", "hkex-esg")
    profile = f"-env:UserInstallation={(tmp_path / 'office').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, file]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    pdf = pdfium.PdfDocument(file.with_suffix(".pdf"))
    pages = [page.get_textpage().get_text_bounded() for page in pdf]
    assert len(pages) > 3
    assert all("Obligation" in text and "Explanation" in text for text in pages)
    assert all(page.get_width() > page.get_height() for page in pdf)
