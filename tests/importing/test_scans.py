"""Pages that are pictures: said without recognition, and read with it, marked as what it is."""

import shutil
import socket
import sys

import pytest

pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")

from disclosure_index.reading.pdf.reader import read_pdf
from disclosure_index.reading.registry import ReadOptions
from tests.reading.test_pdf import make

ROWS = (("GRI content index", "", ""), ("Disclosure", "Title", "Page"), ("2-1", "Organizational details", "14"),
        ("2-7", "Employees", "40-41"), ("302-1", "Energy consumption", "30"))  # fmt: skip


READ = 0.9
"""The share of the rows of a recognised index that are read: a picture has no rules, so rows that touch are one."""


@pytest.fixture
def scan(tmp_path):
    """A page that is a picture of an index."""
    from PIL import Image, ImageDraw, ImageFont

    picture = Image.new("L", (1000, 360), 255)
    draw, font = ImageDraw.Draw(picture), ImageFont.load_default(size=26)
    for number, row in enumerate(ROWS):
        for x, text in zip((60, 260, 820), row, strict=True):
            draw.text((x, 30 + 60 * number), text, fill=0, font=font)
    path = tmp_path / "scan.pdf"
    picture.save(path, resolution=144)
    return path


def test_a_scan_is_no_report_without_findings(run, scan, tmp_path):
    result = run("import", scan, "-o", tmp_path / "out")
    assert result.exit_code == 3
    assert "which are pictures: 1 (1 of 1)" in result.stderr
    assert "--ocr" in result.stderr
    assert 'pip install "disclosure-index[ocr]"' in result.stderr


def test_recognition_needs_its_extra(run, scan, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    result = run("import", scan, "-o", tmp_path / "out", "--ocr")
    assert result.exit_code == 3
    assert 'pip install "disclosure-index[ocr]"' in result.stderr
    assert not (tmp_path / "out").exists()


def test_pages_with_text_need_no_recognition(run, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    path = tmp_path / "report.pdf"
    path.write_bytes(make([(60, 80, "GRI content index"), (60, 100, "GRI 2-1 Organizational details 14")]))
    result = run("import", path, "-o", tmp_path / "out", "--ocr")
    assert "recognised" not in result.stderr
    assert (tmp_path / "out").exists()


def test_fonts_without_maps_are_no_text():
    """Their characters have names that nobody knows: what can be copied is not what is seen."""
    nameless = b"/Encoding << /Type /Encoding /Differences [65 /g101 /g102 /g103] >>"
    data = make([(60, 80, "ABC ABCA BBB CAB ABC")], [(60, 80, "CAB CAB")])
    document = read_pdf(data.replace(b"/Encoding /WinAnsiEncoding", nameless), "report.pdf", "en")
    assert document.passages == ()
    told = [(finding.rule, str(finding.message), finding.unchecked) for finding in document.findings]
    assert told == [
        ("DI611", "Pages of the file whose fonts do not say which characters they show: 1-2 (2 of 2)", True)
    ]


def test_recognised_claims_are_marked(run, scan, tmp_path, monkeypatch):
    """Nothing is asked of the network: the models lie in the package."""
    pytest.importorskip("rapidocr", reason="the extra ocr is not installed")

    def refuse(*_args):
        raise AssertionError("recognition asked the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    result = run("import", scan, "-o", tmp_path / "out", "--ocr")
    assert result.exit_code == 0, result.stderr
    assert "3 claims" in result.stderr
    assert (
        "DI618 recognised-text: The text of pages of the file was recognised (OCR) and may have errors: 1 (1 of 1)"
        in (result.stderr)
    )
    assert "Claims read from recognised text (OCR): gri:2-1, gri:2-7, gri:302-1" in result.stderr


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("chromium") is None, reason="chromium, which prints the PDF, is not installed")
@pytest.mark.parametrize("name", ["gri-template", "hkex-zh-hant", "tcfd-zh"])
@pytest.mark.parametrize("treatment", ["scanned", "unmapped"])
def test_scanned_indexes_are_read(name, treatment, tmp_path):
    pytest.importorskip("rapidocr", reason="the extra ocr is not installed")
    from benchmarks.layout_file import LAYOUTS, read_layout
    from benchmarks.layout_forms import write_pdf
    from benchmarks.printed_index import load_hints
    from disclosure_index.printed_index import read_printed_indexes

    layout = read_layout(LAYOUTS / f"{name}.txt")
    path = tmp_path / "report.pdf"
    write_pdf(layout, f"ruled {treatment}", path)
    document = read_pdf(path.read_bytes(), "report.pdf", layout.language, options=ReadOptions(recognise=True))
    claims = {(claim.framework, claim.code) for claim in read_printed_indexes(document, load_hints()).claims}
    expected = {(row.framework, row.code) for row in layout.expected}
    assert len(claims & expected) >= READ * len(expected)
    assert document.recognised
