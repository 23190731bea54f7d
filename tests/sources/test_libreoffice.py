"""What the program writes into a Word file, as LibreOffice opens and prints it."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from disclosure_index.edits import AddTag, ExplainOmission, apply, find_place
from disclosure_index.workbench import accept, do, explain, insertion_points, open_workbench
from tests.edits.test_word import at
from tests.support.sources import write_sources
from tests.support.word_as_saved import PASSAGES, word_as_saved

pytestmark = pytest.mark.slow

TODAY = date(2026, 6, 1)


def converted(file: Path, kind: str, folder: Path) -> Path:
    """Convert a file with LibreOffice; the test skips where there is none."""
    program = shutil.which("soffice")
    if program is None or shutil.which("pdftoppm") is None:
        pytest.skip("LibreOffice or poppler-utils is not installed")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [program, profile, "--headless", "--convert-to", kind, "--outdir", str(folder / file.stem), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return folder / file.stem / f"{file.stem}.{kind}"


def pages(file: Path, folder: Path) -> list[bytes]:
    """Give the pages of a file as pictures."""
    pdf = converted(file, "pdf", folder)
    subprocess.run(["pdftoppm", "-r", "60", "-png", str(pdf), str(pdf.with_suffix(""))], check=True, timeout=120)
    return [page.read_bytes() for page in sorted(pdf.parent.glob("*.png"))]


def rows_of(bench, code):
    return next(row for row in bench.assessment.coverage if row.disclosure.code == code)


def test_tags_change_no_page_and_an_explanation_and_an_index_only_add(run, tmp_path):
    files = write_sources(tmp_path / "report", "word")
    folder = files[0].parent
    assert run("init", folder, "--year-end", "2024-12-31").exit_code == 0
    before = [pages(shutil.copy(file, tmp_path / f"before-{file.name}"), tmp_path) for file in files]
    bench = open_workbench(folder, today=TODAY)
    for words in ("Hazardous waste produced", "The board oversees", "Fuel used", "所產生有害廢棄物總量"):
        documents = bench.assessment.report.documents
        at = next(p.location for d in documents for p in d.passages if words in p.text)
        bench = do(bench, accept(bench, rows_of(bench, "A1.3").disclosure, at), "tag")
    assert [pages(shutil.copy(file, tmp_path / f"tagged-{file.name}"), tmp_path) for file in files] == before
    row = rows_of(bench, "A1.5")
    for document, why in enumerate(("We set no targets.", "本集團沒有設定目標。")):
        [point, *_] = insertion_points(bench, row, document)
        bench = do(bench, explain(bench, row.disclosure, point, "not-material", why), "explain")
    assert run("index", folder, "--write", "--at", "index").exit_code == 0
    for file, why in zip(files, ("We set no targets.", "本集團沒有設定目標。"), strict=True):
        texts = [
            converted(shutil.copy(source, tmp_path / name), "txt", tmp_path).read_text("utf-8-sig").splitlines()
            for source, name in ((tmp_path / f"before-{file.name}", f"a-{file.name}"), (file, f"b-{file.name}"))
        ]
        assert why in texts[1]
        left = iter(texts[1])
        assert all(line in left for line in texts[0] if line.strip())


def test_a_file_as_word_saves_it_is_printed_as_before(tmp_path):
    """Fields, pictures, tracked changes, bound controls and footnotes are on the pages as they were."""
    data = before = word_as_saved()
    (tmp_path / "before.docx").write_bytes(before)
    for words in PASSAGES:
        data, _ = apply(data, [AddTag(find_place(data, at(data, words)), ("gri:305-1",))])
    (tmp_path / "tagged.docx").write_bytes(data)
    assert pages(tmp_path / "tagged.docx", tmp_path) == pages(tmp_path / "before.docx", tmp_path)
    place = find_place(data, at(data, "In all"))
    data, _ = apply(data, [ExplainOmission(place, "after", ("gri:305-2",), "not-applicable", "我們沒有設定目標。")])
    (tmp_path / "explained.docx").write_bytes(data)
    texts = [
        converted(tmp_path / f"{name}.docx", "txt", tmp_path).read_text("utf-8-sig").splitlines()
        for name in ("before", "explained")
    ]
    assert [line for line in texts[1] if line not in texts[0]] == ["我們沒有設定目標。"]
    assert [line for line in texts[0] if line not in texts[1]] == []
