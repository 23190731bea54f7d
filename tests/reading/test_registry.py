"""Which reader reads which file."""

import subprocess
import sys
from pathlib import Path

import pytest

from disclosure_index.reading.registry import READERS, read_document

XHTML = '<html xmlns="http://www.w3.org/1999/xhtml"><body><p data-disclosure="gri:2-1">披露</p></body></html>'


@pytest.mark.parametrize(
    ("name", "text", "location"),
    [
        ("r.xhtml", XHTML, "r:1:50"),
        ("r.HTML", XHTML, "r:1:50"),
        ("r.html", '<?xml version="1.0"?>\n' + XHTML, "r:2:50"),
        ("r.htm", XHTML.replace("</p>", "<br>"), "r:1"),
        ("r.html", '<p data-disclosure="gri:2-1">披露', "r:1"),
        ("r.md", '披露 {disclosure="gri:2-1"}', "r:1:1"),
        ("r.markdown", '披露 {disclosure="gri:2-1"}', "r:1:1"),
    ],
)
def test_the_suffix_tells_the_reader(tmp_path: Path, name: str, text: str, location: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    document = read_document(tmp_path / name, "r", "zh-Hans")
    assert [(t.text, str(t.span.location)) for t in document.tags] == [("gri:2-1", location)]
    assert document.language == "zh-Hans"


def test_a_sheet_and_a_text(tmp_path: Path) -> None:
    (tmp_path / "i.csv").write_text("code,page\nA1,2\n")
    assert [p.text for p in read_document(tmp_path / "i.csv", "i", "en").passages if p.text] == ["code\tpage", "A1\t2"]


@pytest.mark.parametrize(
    ("name", "why", "hint"),
    [
        ("missing.md", "No such file", "Correct the path"),
        ("folder.md", "Is a directory", "Correct the path"),
        ("report.pages", "type .pages", " ".join(sorted(READERS))),
        ("report", "no suffix", " ".join(sorted(READERS))),
        ("broken.docx", "not an Office file", "cut off"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, why: str, hint: str) -> None:
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "broken.docx").write_bytes(b"PK")
    document = read_document(tmp_path / name, name, "en")
    (finding,) = document.findings
    assert (finding.rule, finding.unchecked, finding.location.path, document.readable) == ("DI601", True, name, False)
    assert why in finding.message
    assert hint in finding.hint


def test_a_missing_library_is_told(tmp_path: Path) -> None:
    (tmp_path / "r.md").write_text("a")
    code = (
        "import sys; sys.modules['markdown_it'] = None\n"
        "from pathlib import Path; from disclosure_index.reading.registry import read_document\n"
        f"print(read_document(Path({str(tmp_path / 'r.md')!r}), 'r.md', 'en').findings)"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "unchecked=True" in told
    assert "markdown_it" in told


def test_reading_xhtml_imports_no_other_reader(tmp_path: Path) -> None:
    (tmp_path / "r.xhtml").write_text(XHTML, encoding="utf-8")
    code = (
        "import sys; from pathlib import Path; from disclosure_index.reading.registry import read_document\n"
        f"assert read_document(Path({str(tmp_path / 'r.xhtml')!r}), 'r', 'en').readable\n"
        "print([name for name in ('markdown_it', 'docx', 'openpyxl', 'lxml', 'disclosure_index.reading.html',"
        " 'disclosure_index.reading.word.reader') if name in sys.modules])"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
    )
