"""``export`` writes a workbook, whole or not at all, and says what it could not keep."""

import io
from pathlib import Path
from urllib.parse import unquote

import pytest
from openpyxl import load_workbook

from disclosure_index.model import LANGUAGES

SHEETS = {"en": ["Legend", "Coverage"], "zh-Hans": ["图例", "覆盖情况"], "zh-Hant": ["圖例", "覆蓋情況"]}
SAMPLES = ["alibaba-2024", "harbour-ferries-2025"]


def _sheets(path):
    return load_workbook(path).sheetnames


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.sampled(1)
def test_samples_are_exported_in_every_language(run, root, tmp_path, name, language):
    target = tmp_path / "index.xlsx"
    result = run("export", root / "report_sources" / name, "--language", language, "-o", target)
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert _sheets(target)[:3] == [*SHEETS[language], "HKEX"]
    assert [p.name for p in tmp_path.iterdir()] == ["index.xlsx"]


def test_language_is_the_report_s_by_default(run, root, tmp_path):
    target = tmp_path / "index.xlsx"
    run("export", root / "report_sources" / "alibaba-2024", "-o", target)
    assert _sheets(target)[0] == "图例"


def test_twice_is_the_same_bytes(run, root, tmp_path):
    one, two = tmp_path / "one.xlsx", tmp_path / "two.xlsx"
    for target in (one, two):
        run("export", root / "report_sources" / "harbour-ferries-2025", "-o", target)
    assert one.read_bytes() == two.read_bytes()


def test_links_are_as_seen_from_the_workbook(run, make_report, principles, tmp_path):
    folder, target = make_report(principles(1)), tmp_path / "deep" / "index.xlsx"
    target.parent.mkdir()
    run("export", folder, "-o", target)
    links = [c.hyperlink for row in load_workbook(target)["UNGC"].iter_rows() for c in row if c.hyperlink]
    assert [(link.target, link.location) for link in links] == [("../small/report.xhtml", "all")]
    assert (target.parent / unquote(links[0].target)).resolve() == (folder / "report.xhtml").resolve()


def test_edition_changes_the_sheets(run, root, tmp_path):
    target = tmp_path / "index.xlsx"
    run("export", root / "report_sources" / "alibaba-2024", "--edition", "hkex-esg=2025", "-o", target)
    assert load_workbook(target)["HKEX"].max_row == 151


@pytest.mark.slow
def test_profile_changes_the_obligations(run, root, tmp_path):
    said = set()
    for board in ("main-board", "gem"):
        target = tmp_path / f"{board}.xlsx"
        folder = root / "report_sources" / "harbour-ferries-2025"
        run("export", folder, "--profile", f"board={board}", "--edition", "hkex-esg=2025", "-o", target)
        heads, *rows = load_workbook(target)["HKEX"].values
        column = heads.index("di:obligation")
        said.add(tuple(row[column] for row in rows))
    assert len(said) == 2


def test_cut_text_is_told_on_stderr(run, make_report, tmp_path):
    body = f'<section id="a"><h1>X</h1><p data-omission="ungc:1" data-reason="x">{"long " * 8_000}</p></section>'
    target = tmp_path / "index.xlsx"
    result = run("export", make_report(body), "-o", target)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == f"{target}: warning: UNGC, row 3: the text was too long for a cell and was cut\n"


def test_without_a_file_to_write_it_is_wrong_usage(run, make_report):
    result = run("export", make_report())
    assert (result.exit_code, result.stdout) == (2, "")
    assert "-o" in result.stderr


@pytest.mark.parametrize("name", ["index.xls", "index.csv", "index"])
def test_other_names_than_a_workbook_s_are_refused(run, make_report, tmp_path, name):
    result = run("export", make_report(), "-o", tmp_path / name)
    assert result.exit_code == 2
    assert ".xlsx" in result.stderr
    assert not (tmp_path / name).exists()


def test_folder_that_is_not_there_exits_2(run, make_report, tmp_path):
    target = tmp_path / "nowhere" / "index.xlsx"
    result = run("export", make_report(), "-o", target)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"{target}: error: cannot be written: ")


def test_report_that_cannot_be_read_exits_3_and_writes_nothing(run, make_report, tmp_path):
    folder, target = make_report(), tmp_path / "index.xlsx"
    (folder / "report.xhtml").write_text("<html><body>", "utf-8")
    result = run("export", folder, "-o", target)
    assert result.exit_code == 3
    assert "DI601" in result.stderr or "error" in result.stderr
    assert not target.exists()


def test_what_was_there_stays_when_writing_fails(run, make_report, tmp_path, monkeypatch):
    target = tmp_path / "index.xlsx"
    target.write_bytes(b"kept")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert run("export", make_report(), "-o", target).exit_code == 2
    assert target.read_bytes() == b"kept"


def test_written_bytes_are_a_workbook(run, make_report, tmp_path):
    target = tmp_path / "index.xlsx"
    run("export", make_report(), "-o", target)
    assert load_workbook(io.BytesIO(target.read_bytes())).sheetnames[-1] == "_cells"
