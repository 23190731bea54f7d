"""What goes wrong is said in the language that was asked for: a fault of each kind, by way of the command line."""

import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result

HAN = re.compile("[\u4e00-\u9fff]")
ENGLISH = re.compile(r"(?<![\w./#:-])[A-Za-z]{2,}(?: [A-Za-z]{2,}){2,}(?![\w./-])")
"""Three English words in a row: names, codes, options and commands have fewer."""
NAMES = re.compile(r"disclosure-index [a-z]+|HKEX ESG Reporting \w+|Small Limited|Microsoft \w+|UN Global Compact")

Run = Callable[..., Result]
Make = Callable[..., Path]


def _said(result: Result) -> str:
    return "\n".join(line for line in (result.stdout + result.stderr).splitlines() if line.strip())


def check(result: Result, code: int) -> None:
    """Whether a run ends with a code, says something in Chinese, and nothing in English."""
    text = _said(result)
    assert result.exit_code == code, text
    assert HAN.search(text), text
    shown = NAMES.sub("", text)
    assert [found[0] for found in ENGLISH.finditer(shown)] == []


PROJECT_FAULTS = {
    "no TOML: a quotation mark": 'title = "open\n',
    "no TOML: a value without quotes": "title = open\n",
    "no TOML: a key twice": "[report]\ntitle = 1\ntitle = 2\n",
    "no TOML: a list without end": "a = [1,\n",
    "no TOML: a table without end": "[report\n",
    "no TOML: a day that is none": "a = 2025-13-01\n",
    "no TOML: a key alone": "report\n",
    "no TOML: an escape that is none": 'a = "\\q"\n',
    "nothing in it": "",
}
REPLACED = {
    "a key that is none": ("[report]", "[report]\ncolour = 1"),
    "a key that is nearly one": ("title =", "titel ="),
    "a key that is missing": ('issuer = "Small Limited"\n', ""),
    "a value of another kind": ('title = "A small report"', "title = 3"),
    "an empty value": ('title = "A small report"', 'title = ""'),
    "a day in quotes": ("end = 2024-12-31", 'end = "at the end of it"'),
    "a year that ends before it starts": ("end = 2024-12-31", "end = 2023-12-31"),
    "a language that is none": ('language = "en"', 'language = "en-GB"'),
    "a table that is a list": ("[report]", "[[report]]"),
    "a document twice": ("[[frameworks]]", '[[documents]]\npath = "report.xhtml"\nlanguage = "en"\n[[frameworks]]'),
    "a document outside": ('path = "report.xhtml"', 'path = "../other.xhtml"'),
    "a framework that is none": ('id = "ungc"', 'id = "esrs"'),
    "a framework twice": ("[[frameworks]]", '[[frameworks]]\nid = "ungc"\n[[frameworks]]'),
    "a claim that is none": ('claim = "participant"', 'claim = "in accordance"'),
    "an edition that is none": ('claim = "participant"', 'edition = "1999"'),
    "sectors where there are none": ('claim = "participant"', 'sectors = ["GRI 11"]'),
    "an industry that is none": ('id = "ungc"\nclaim = "participant"', 'id = "sasb"'),
    "an owner of nothing": ("[[frameworks]]", '[owners]\n"ungc:99" = "somebody"\n[[frameworks]]'),
    "a rule that is none": ("[[frameworks]]", '[policy]\nseverity = { DI999 = "off" }\n[[frameworks]]'),
    "a severity that is none": ("[[frameworks]]", '[policy]\nseverity = { DI101 = "fatal" }\n[[frameworks]]'),
    "a percentage that is none": ("[[frameworks]]", "[policy]\nmin-coverage = { ungc = 101 }\n[[frameworks]]"),
    "a percentage in words": ("[[frameworks]]", '[policy]\nmin-coverage = { ungc = "all" }\n[[frameworks]]'),
    "a budget for another framework": ("[[frameworks]]", "[policy]\nmin-coverage = { gri = 50 }\n[[frameworks]]"),
    "a suppression without a reason": ("[[frameworks]]", '[[policy.suppressions]]\nrule = "DI101"\n[[frameworks]]'),
    "true in words": ("[[frameworks]]", '[policy]\ncrosswalk-counts = "perhaps"\n[[frameworks]]'),
}


@pytest.mark.parametrize("text", PROJECT_FAULTS.values(), ids=PROJECT_FAULTS)
def test_a_project_file_that_does_not_fit(run: Run, make_report: Make, text: str) -> None:
    folder = make_report()
    (folder / "disclosure-index.toml").write_text(text, "utf-8")
    check(run("check", folder, "--language", "zh-Hant"), 2)


@pytest.mark.parametrize("change", REPLACED.values(), ids=REPLACED)
def test_a_value_that_does_not_fit(run: Run, make_report: Make, change: tuple[str, str]) -> None:
    folder = make_report()
    file = folder / "disclosure-index.toml"
    text = file.read_text("utf-8")
    assert change[0] in text
    file.write_text(text.replace(change[0], change[1], 1), "utf-8")
    result = run("check", folder, "--language", "zh-Hant")
    assert result.exit_code in (2, 3)
    check(result, result.exit_code)


SOURCES = {
    "empty": b"",
    "not XML": b"just a few words of text",
    "an element left open": b"<html><body><p>a</body></html>",
    "a bare ampersand": b"<html><body>a & b < c</body></html>",
    "a named entity": b"<html><body>&nbsp;</body></html>",
    "an attribute twice": b'<html lang="en" lang="en"/>',
    "two roots": b"<html/><html/>",
    "a DTD": b'<!DOCTYPE html [<!ENTITY a "b">]><html/>',
    "an encoding that is none": b'<?xml version="1.0" encoding="klingon"?><html/>',
    "an encoding of several bytes": b'<?xml version="1.0" encoding="big5"?><html/>',
    "a prefix without a name": b"<x:html>",
    "cut off": b"<html><body><p",
    "no UTF-8": b"<html><body>\xff\xfe</body></html>",
    "nested too deep": b"<b>" * 600,
    "a character number that is none": b"<html>&#0;</html>",
    "CDATA without end": b"<html><![CDATA[abc</html>",
}


@pytest.mark.parametrize("data", SOURCES.values(), ids=SOURCES)
@pytest.mark.parametrize("verb", ["check", "gaps"])
def test_a_source_that_cannot_be_read(run: Run, make_report: Make, data: bytes, verb: str) -> None:
    folder = make_report()
    (folder / "report.xhtml").write_bytes(data)
    result = run(verb, folder, "--language", "zh-Hant")
    check(result, 3)


@pytest.mark.parametrize("name", ["absent", "folder"])
def test_a_source_that_is_no_file(run: Run, make_report: Make, name: str) -> None:
    folder = make_report()
    (folder / "report.xhtml").unlink()
    if name == "folder":
        (folder / "report.xhtml").mkdir()
    check(run("check", folder, "--language", "zh-Hant"), 3)


BYTES = {
    "report.pdf": b"%PDF-1.7 not really",
    "report.docx": b"PK\x03\x04 cut off",
    "old.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "sheet.xlsx": b"no archive at all",
    "sheet.csv": b"\x00\x01\x02\x03" * 50,
    "page.html": b"",
    "report.rtf": b"{\\rtf1}",
    "report": b"without a suffix",
    "report.md": b"\x00\x00\x00\x01binary\xff" * 20,
    "alone.csv": b"disclosure,page\nGRI 305-1,5\n",
}


@pytest.mark.parametrize("name", BYTES)
def test_a_file_that_cannot_be_imported(run: Run, tmp_path: Path, name: str) -> None:
    if name.endswith(".pdf"):
        pytest.importorskip("pypdfium2")
    file = tmp_path / name
    file.write_bytes(BYTES[name])
    result = run("import", file, "-o", tmp_path / "out", "--language", "zh-Hant")
    assert HAN.search(_said(result))
    check(result, result.exit_code)


def _usage(folder: Path) -> dict[str, tuple[object, ...]]:
    taken = folder.parent / "taken"
    taken.mkdir()
    (taken / "something").touch()
    (taken / "note.xhtml").write_text("<html/>", "utf-8")
    (folder.parent / "text.xlsx").write_text("no workbook", "utf-8")
    return {
        "no such report": ("check", folder.parent / "nowhere" / "report.xhtml"),
        "no project file": ("check", taken),
        "a document that is not listed": ("check", taken / "note.xhtml"),
        "a day that is none": ("check", folder, "--as-of", "yesterday"),
        "an edition without a framework": ("check", folder, "--edition", "2025"),
        "an edition that is none": ("check", folder, "--edition", "ungc=1999"),
        "a profile that is none": ("check", folder, "--profile", "size=huge"),
        "a key of the profile that is none": ("check", folder, "--profile", "colour=red"),
        "a rule that is none": ("check", folder, "--select", "DI999"),
        "a format that is none": ("check", folder, "--format", "pdf"),
        "two formats for stdout": ("check", folder, "--format", "text", "--format", "json"),
        "a baseline that is absent": ("check", folder, "--baseline", folder / "none.json"),
        "an output that cannot be": ("check", folder, "-o", folder / "no" / "such" / "folder"),
        "a code that is none": ("explain", "ZZ9", folder),
        "a rule to show that is none": ("rules", "show", "missing-disclosur"),
        "a framework that is none": ("frameworks", "show", "esrs"),
        "a disclosure that is none": ("frameworks", "show", "ungc:99"),
        "an edition to compare that is none": ("frameworks", "diff", "ungc@1999", "ungc@2004"),
        "editions of two": ("frameworks", "diff", "gri@2021", "ungc@2004"),
        "no edition": ("frameworks", "diff", "gri", "ungc"),
        "no definitions": ("frameworks", "list", "--definitions", taken),
        "a workbook by another name": ("export", folder, "-o", folder / "index.txt"),
        "no workbook": ("merge", folder.parent / "text.xlsx", folder),
        "a workbook that is absent": ("merge", folder.parent / "absent.xlsx", folder),
        "a baseline to bring up to date that is absent": ("baseline", "update", folder),
        "no printed index": ("index", folder, "--check"),
        "no markers": ("index", folder, "--write"),
        "an id that is none": ("index", folder, "--write", "--at", "nowhere"),
        "a framework that is not claimed": ("index", folder, "--view", "filing", "--framework", "gri"),
        "a framework for another view": ("index", folder, "--framework", "ungc"),
        "Word on stdout": ("index", folder, "--view", "filing", "--format", "docx"),
        "options of markers": ("index", folder, "--write", "--view", "filing"),
        "a project file that is there": ("init", folder),
        "no folder": ("init", folder / "nowhere"),
        "no sources": ("init", taken.parent / "empty"),
        "a year end that is none": ("init", taken, "--year-end", "31.3.2025"),
        "a year end of long ago": ("init", taken, "--year-end", "0205-12-31"),
        "nothing to import": ("import", folder / "nothing.pdf", "-o", folder / "new"),
        "a folder that is not empty": ("import", folder / "report.xhtml", "-o", taken),
        "nobody to ask": ("suggest", folder, "--apply"),
        "what does not go together": ("suggest", folder, "--apply", "--passages"),
    }


@pytest.mark.parametrize("fault", range(41))
def test_a_command_that_cannot_be_followed(run: Run, make_report: Make, fault: int) -> None:
    cases = _usage(make_report())
    assert len(cases) == 41
    name, arguments = list(cases.items())[fault]
    result = run(*arguments, "--language", "zh-Hant")
    assert result.exit_code in (2, 3), name
    check(result, result.exit_code)


BASELINES = {
    "no JSON": "findings",
    "no baseline": "[]",
    "of another version": json.dumps({"version": 99, "findings": []}),
    "without a fingerprint": json.dumps({"version": 1, "findings": [{}]}),
    "nested too deep": "[" * 100_000,
}


@pytest.mark.parametrize("text", BASELINES.values(), ids=BASELINES)
def test_a_baseline_that_is_none(run: Run, make_report: Make, text: str) -> None:
    folder = make_report()
    (folder / "disclosure-index-baseline.json").write_text(text, "utf-8")
    check(run("check", folder, "--language", "zh-Hant"), 2)


CELLS = {
    "a status that is none": {"Status": "perhaps"},
    "a place that is none": {"Section": "no such place here"},
    "an anchor that is none": {"Section": "#nowhere"},
    "a formula": {"Note": "=1+1"},
    "a date": {"Owner": date(2025, 1, 1)},
    "a mark that is none": {"Reviewed": "perhaps so"},
    "a status that follows": {"Status": "not required"},
    "disclosed without a place": {"Status": "disclosed"},
    "omitted without a reason": {"Status": "omitted"},
    "a reason that is none": {"Status": "omitted", "Reason": "no time", "Explanation": "Because of it."},
    "an owner for nobody": {"Obligation": "voluntary"},
}


@pytest.mark.parametrize("cells", CELLS.values(), ids=CELLS)
@pytest.mark.sampled(4)
def test_a_workbook_that_cannot_be_taken(
    run: Run, make_report: Make, principles: Callable[..., str], tmp_path: Path, cells: dict[str, object]
) -> None:
    folder, file = make_report(principles(1, 2, 3)), tmp_path / "index.xlsx"
    assert run("export", folder, "-o", file, "--language", "en").exit_code == 0
    book = openpyxl.load_workbook(file)
    sheet = book["UNGC"]
    heads = {cell.value: cell.column for row in sheet.iter_rows(max_row=3) for cell in row if cell.value}
    line = next(row for row in range(3, sheet.max_row + 1) if str(sheet.cell(row, heads["Code"]).value) == "5")
    for head, value in cells.items():
        sheet.cell(line, heads[head]).value = value
    book.save(file)
    result = run("merge", file, folder, "--dry-run", "--language", "zh-Hant")
    text = NAMES.sub("", _said(result))
    assert HAN.search(text)
    told = [f for f in ENGLISH.findall(text) if f not in {str(v) for v in cells.values()} and "so ungc" not in f]
    assert [found for found in told if not any(found in str(value) for value in cells.values())] == []


def test_an_edit_that_is_refused(run: Run, make_report: Make, tmp_path: Path) -> None:
    """A marker without its other half, and a place where no table may stand."""
    marked = '<section id="a" data-disclosure="ungc:1"><h1>A</h1><p>B</p></section><!-- disclosure-index:end -->'
    folder = make_report(marked)
    check(run("index", folder, "--write", "--language", "zh-Hant"), 2)
    folder = make_report('<section id="a" data-disclosure="ungc:1"><p id="x">B</p><img id="i" alt=""/></section>')
    check(run("index", folder, "--write", "--at", "x", "--language", "zh-Hant"), 2)


def test_a_year_before_all_editions(run: Run, make_report: Make) -> None:
    folder = make_report(project='[[frameworks]]\nid = "hkex-esg"\n')
    file = folder / "disclosure-index.toml"
    file.write_text(file.read_text("utf-8").replace("2024-", "1990-"), "utf-8")
    check(run("check", folder, "--language", "zh-Hant"), 3)


DEFINITIONS = {
    "no TOML": ('id = "ungc"', "id = ungc"),
    "a key that is none": ('id = "ungc"', 'id = "ungc"\ncolour = 1'),
    "another name than its folder": ('id = "ungc"', 'id = "compact"'),
    "a value of another kind": ('id = "ungc"', "id = 3"),
}


@pytest.mark.parametrize("change", DEFINITIONS.values(), ids=DEFINITIONS)
@pytest.mark.sampled(1)
def test_a_definition_that_does_not_fit(run: Run, root: Path, tmp_path: Path, change: tuple[str, str]) -> None:
    shutil.copytree(root / "frameworks" / "ungc", tmp_path / "ungc")
    file = tmp_path / "ungc" / "framework.toml"
    file.write_text(file.read_text("utf-8").replace(change[0], change[1], 1), "utf-8")
    check(run("frameworks", "lint", "--definitions", tmp_path, "--language", "zh-Hant"), 3)


def test_every_verb_takes_a_language(run: Run) -> None:
    verbs = ["import", "init", "browse", "check", "gaps", "suggest", "explain", "facts", "index", "export", "merge"]
    inner = {"baseline": ["create", "update", "prune"], "frameworks": ["list", "show", "lint", "diff", "new"]}
    inner["rules"] = ["list", "show"]
    asked = [(verb,) for verb in verbs] + [(group, verb) for group, names in inner.items() for verb in names]
    assert [words for words in asked if "--language" not in run(*words, "--help").stdout] == []


def test_an_english_run_loads_no_catalogue(run: Run, make_report: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    from disclosure_index import messages

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a catalogue was loaded")

    messages._catalogue.cache_clear()
    monkeypatch.setattr(messages, "translation", refuse)
    folder = make_report()
    assert run("check", folder).exit_code == 0
    assert run("check", folder.parent / "nowhere").exit_code == 3
    assert run("check", folder, "--select", "DI999").exit_code == 2
    (folder / "report.xhtml").write_text("<html", "utf-8")
    assert run("check", folder).exit_code == 3
    assert run("check", folder, "--language", "en").exit_code == 3
    messages._catalogue.cache_clear()
