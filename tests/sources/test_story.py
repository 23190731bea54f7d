"""A Markdown report and a Word report go through every verb where they lie."""

import io
import json
import sys
import tomllib
import zipfile
from datetime import date
from pathlib import Path

import docx
import pytest
from openpyxl import load_workbook

from disclosure_index.session import read_report
from disclosure_index.workbench import (
    accept,
    do,
    explain,
    insertion_points,
    mark_reviewed,
    open_workbench,
    redo,
    undo,
    untag,
)
from tests.support.terminal import on_a_terminal
from tests.support.workbooks import type_in

TODAY = date(2026, 6, 1)
ROWS = {"en": "Hazardous waste produced", "zh-Hant": "所產生有害廢棄物總量"}
WHY = {"en": "We set no targets.\nWe will in 2025.", "zh-Hant": "本集團沒有設定目標。"}


def text_of(file: Path) -> list[str]:
    """Give the paragraphs of a file as another program reads them; in Markdown its lines."""
    if file.suffix == ".md":
        return file.read_bytes().decode().split("\r\n")
    word = docx.Document(str(file))
    cells = [cell.text for table in word.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in word.paragraphs] + cells


def tags_of(folder: Path) -> list[list[str]]:
    return [[tag.text for tag in document.tags] for document in read_report(folder).documents]


def row_of(bench, code):
    return next(row for row in bench.assessment.coverage if row.disclosure.code == code)


def test_init_finds_both_languages(run, files, kind):
    folder = files[0].parent
    result = run("init", folder, "--year-end", "2024-12-31")
    assert result.exit_code == 0
    project = tomllib.loads((folder / "disclosure-index.toml").read_text("utf-8"))
    assert project["documents"] == [
        {"path": files[0].name, "language": "en"},
        {"path": files[1].name, "language": "zh-Hant"},
    ]
    assert project["report"]["title"] == "Harbour Lights ESG report 2024"
    assert [framework["id"] for framework in project["frameworks"]] == ["hkex-esg"]


def test_check_says_where(run, folder, kind):
    result = run("check", folder, "--language", "en")
    assert result.exit_code == 1
    suffix, line = (".md", 9) if kind == "markdown" else (".docx", 7)
    assert f"The passage at {folder}/report-en{suffix}:{line}:1" in result.stdout
    assert "Hazardous waste produced, 3.2 tonnes" in result.stdout
    if kind == "markdown":
        assert 'or explain the omission: {omission="hkex-esg:A1.3" reason="…"}' in result.stdout
    else:
        assert 'or explain the omission, with the comment "#omit hkex-esg:A1.3 reason: …"' in result.stdout
        assert "  place: paragraph 3, in Harbour Lights ESG report 2024 > Emissions\n" in result.stdout


def test_gaps(run, folder):
    [table] = json.loads(run("gaps", folder, "--format", "json", "--language", "en").stdout)
    codes = [row["code"] for row in table["rows"]]
    assert "A1.3" in codes
    assert "A1.1" not in codes


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals on Windows")
def test_suggestion_that_is_confirmed_is_written(folder, files):
    texts = text_of(files[0])
    said = on_a_terminal(b"y\ny\n", "suggest", folder, "A1.3", "A1.4", "--apply")
    assert "2 of 2 tagged" in said
    assert tags_of(folder)[0] == ["hkex-esg:A1.1", "hkex-esg:A1.3", "hkex-esg:A1.4"]
    if files[0].suffix == ".md":
        changed = [line for line in text_of(files[0]) if line not in texts]
        assert changed == [
            '| Hazardous waste produced | tonnes | 3.2 | {disclosure="hkex-esg:A1.3"}',
            '| Non-hazardous waste produced | tonnes | 41 | {disclosure="hkex-esg:A1.4"}',
        ]
    else:
        assert text_of(files[0]) == texts


@pytest.mark.parametrize("document", [0, 1])
@pytest.mark.sampled(2)
def test_tag_explain_review_untag_and_undo(folder, files, document):
    language = list(ROWS)[document]
    bench = open_workbench(folder, today=TODAY)
    before = {file: file.read_bytes() for file in files}
    [at] = [p.location for p in bench.assessment.report.documents[document].passages if ROWS[language] in p.text][:1]
    tagged = do(bench, accept(bench, row_of(bench, "A1.3").disclosure, at), "tag")
    assert "hkex-esg:A1.3" in tags_of(folder)[document]
    target = row_of(tagged, "A1.5")
    [point, *_] = insertion_points(tagged, target, document)
    explained = do(tagged, explain(tagged, target.disclosure, point, "not-material", WHY[language]), "explain")
    [omission] = read_report(folder).documents[document].omissions
    assert omission.explanation.split() == WHY[language].split()
    assert row_of(explained, "A1.5").status.value == "omitted"
    links = [link for link in row_of(explained, "A1.3").links if link.document == document]
    reviewed = do(explained, mark_reviewed(links, True), "review")
    assert [tag.reviewed for tag in read_report(folder).documents[document].tags if "A1.3" in tag.text] == [True]
    links = [link for link in row_of(reviewed, "A1.3").links if link.document == document]
    untagged = do(reviewed, untag(links), "untag")
    assert "hkex-esg:A1.3" not in tags_of(folder)[document]
    now = untagged
    for _ in range(4):
        now = undo(now)
    assert {file: file.read_bytes() for file in files} == before
    for _ in range(4):
        now = redo(now)
    assert {str(file): file.read_bytes() for file in files}.items() <= dict(untagged.sources).items()


def test_what_was_seen_is_found_in_a_file_that_changed_meanwhile(folder, files):
    seen = open_workbench(folder, today=TODAY)
    [at] = [p.location for p in seen.assessment.report.documents[0].passages if ROWS["en"] in p.text][:1]
    if files[0].suffix == ".md":
        files[0].write_bytes(b"# Before all of it\r\n\r\n" + files[0].read_bytes())
    else:
        word = docx.Document(str(files[0]))
        word.paragraphs[0].insert_paragraph_before("Before all of it")
        word.save(str(files[0]))
    now = open_workbench(folder, today=TODAY)
    do(now, accept(now, row_of(now, "A1.3").disclosure, at), "tag", seen)
    document = read_report(folder).documents[0]
    [tag] = [tag for tag in document.tags if tag.text == "hkex-esg:A1.3"]
    assert ROWS["en"] in document.passages[tag.span.first].text


def test_index_is_written_into_the_report_and_is_no_longer_stale(run, folder, files, kind):
    assert run("index", folder, "--write", "--at", "index").exit_code == 0
    for file, title in zip(files, ("Emissions", "排放物"), strict=True):
        document = next(d for d in read_report(folder).documents if Path(d.path).name == file.name)
        [(first, last)] = document.indexes
        assert any(title in passage.text for passage in document.passages[first:last])
    written = [file.read_bytes() for file in files]
    assert run("index", folder, "--write").exit_code == 0
    assert [file.read_bytes() for file in files] == written
    check = run("index", folder, "--check", "--language", "en")
    assert "2 generated indexes, 0 stale" in check.stderr + check.stdout
    bench = open_workbench(folder, today=TODAY)
    at = next(p.location for p in bench.assessment.report.documents[0].passages if ROWS["en"] in p.text)
    do(bench, accept(bench, row_of(bench, "A1.3").disclosure, at), "tag")
    assert run("index", folder, "--check").exit_code == 1
    assert run("index", folder, "--write").exit_code == 0
    document = read_report(folder).documents[0]
    [(first, last)] = document.indexes
    assert any("A1.3" in passage.text for passage in document.passages[first:last])


def test_workbook_goes_out_and_comes_back(run, folder, files, tmp_path):
    assert run("export", folder, "-o", tmp_path / "index.xlsx", "--language", "en").exit_code in (0, 3)
    book = load_workbook(tmp_path / "index.xlsx")
    type_in(book, "hkex-esg:A1.5@2020", reason="not-material", explanation="We set no targets.", owner="Jane")
    book.save(tmp_path / "back.xlsx")
    result = run("merge", tmp_path / "back.xlsx", folder, "--yes", "--language", "en")
    assert result.exit_code in (0, 3), result.stderr
    [omission] = read_report(folder).documents[0].omissions
    assert (omission.text, omission.explanation) == ("hkex-esg:A1.5", "We set no targets.")


def test_baseline_keeps_its_findings_where_lines_move(run, folder, files):
    assert run("baseline", "create", folder).exit_code == 0
    assert run("check", folder).exit_code == 0
    if files[0].suffix == ".md":
        files[0].write_bytes(b"A new line.\r\n\r\n" + files[0].read_bytes())
    else:
        word = docx.Document(str(files[0]))
        word.paragraphs[0].insert_paragraph_before("A new line.")
        word.save(str(files[0]))
    assert run("check", folder).exit_code == 0


def test_sarif_names_the_file_and_the_place(run, folder, kind):
    log = json.loads(run("check", folder, "--format", "sarif").stdout)
    places = [result["locations"][0]["physicalLocation"] for result in log["runs"][0]["results"]]
    suffix = ".md" if kind == "markdown" else ".docx"
    [place, *_] = [place for place in places if place["artifactLocation"]["uri"].endswith(f"report-en{suffix}")]
    assert place["region"]["startLine"] > 1


def test_every_other_part_of_a_word_file_stays(run, folder, files, kind):
    if kind != "word":
        pytest.skip("Markdown has no parts")
    before = files[0].read_bytes()
    bench = open_workbench(folder, today=TODAY)
    at = next(p.location for p in bench.assessment.report.documents[0].passages if ROWS["en"] in p.text)
    do(bench, accept(bench, row_of(bench, "A1.3").disclosure, at), "tag")
    assert run("index", folder, "--write", "--at", "index").exit_code == 0
    old, new = (zipfile.ZipFile(io.BytesIO(data)) for data in (before, files[0].read_bytes()))
    assert old.namelist() == new.namelist()
    changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["word/document.xml", "word/comments.xml"]
