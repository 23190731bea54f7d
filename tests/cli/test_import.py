"""`import` at the command line: what it writes, what it refuses, and what it leaves behind when it fails."""

import signal
import subprocess
import sys
import time
import tomllib

import pytest

REPORT = """\
# Harbour Limited sustainability report 2024

From 1 January 2024 to 31 December 2024, with reference to the GRI Standards.

## Climate

We emitted 120 tonnes.

## GRI content index

| GRI Standard | Disclosure | Location |
|---|---|---|
| GRI 305: Emissions 2016 | 305-1 Direct (Scope 1) GHG emissions | Climate |
| GRI 305: Emissions 2016 | 305-2 Energy indirect (Scope 2) GHG emissions | Climate |
"""
SHEET = "disclosure,section or page,note\nGRI 305-1,Climate,\nGRI 305-2,Climate,\n"


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "sources"
    folder.mkdir()
    path = folder / "report.md"
    path.write_text(REPORT, "utf-8")
    return path


@pytest.fixture
def place(tmp_path):
    """An empty folder in which the output is to be made: what else is in it was left behind."""
    folder = tmp_path / "place"
    folder.mkdir()
    return folder


def test_a_folder_that_check_accepts_with_its_guesses_marked(run, source, place):
    result = run("import", source, "-o", place / "new")
    assert (result.exit_code, result.stdout) == (0, "")
    assert sorted(p.name for p in (place / "new").iterdir()) == ["disclosure-index.toml", "report.xhtml"]
    assert [p.name for p in place.iterdir()] == ["new"]
    text = (place / "new" / "disclosure-index.toml").read_text("utf-8")
    report = tomllib.loads(text)["report"]
    assert report["issuer"] == "Harbour Limited"
    assert str(report["financial-year"]["end"]) == "2024-12-31"
    for key in ("title", "issuer", "financial-year", "language", "claim"):
        (line,) = [line for line in text.splitlines() if line.startswith(f"{key} = ")]
        assert "# a guess: confirm" in line
    checked = run("check", place / "new")
    assert (checked.exit_code, checked.stderr) == (0, "")
    assert "GRI: 2 disclosed" in checked.stdout


def test_a_framework_is_written_with_the_words_that_name_it(run, source, place):
    run("import", source, "-o", place / "new")
    text = (place / "new" / "disclosure-index.toml").read_text("utf-8")
    (line,) = [line for line in text.splitlines() if line.startswith("[[frameworks]]")]
    assert "with reference to the GRI Standards" in line


@pytest.mark.parametrize("text", ["# Report 2024\n\nWe care.\n", "# 報告 2024\n\n本公司於香港聯交所上市。\n"])
def test_without_a_sign_of_a_framework_none_is_written_and_check_does_not_say_fine(run, source, place, text):
    source.write_text(text, "utf-8")
    result = run("import", source, "-o", place / "new")
    assert result.exit_code == 0
    assert result.stderr.count("DI607") == 1
    assert "Add [[frameworks]]" in result.stderr
    written = (place / "new" / "disclosure-index.toml").read_text("utf-8")
    assert not {"frameworks", "exchange"} & (tomllib.loads(written).keys() | tomllib.loads(written)["profile"].keys())
    assert run("check", place / "new").exit_code == 3
    assert run("gaps", place / "new").exit_code == 3


def test_words_of_a_report_stay_within_their_comment(run, source, place):
    source.write_text('# TCFD report 2024 "\u2028x = 1\n\nWe care.\n', "utf-8")
    assert run("import", source, "-o", place / "new").exit_code == 0
    written = (place / "new" / "disclosure-index.toml").read_text("utf-8")
    assert [f["id"] for f in tomllib.loads(written)["frameworks"]] == ["tcfd"]


def test_stderr_says_what_was_read_and_what_to_do_next(run, source, place):
    said = run("import", source, "-o", place / "new").stderr.splitlines()
    assert "3 sections" in said[0]
    assert "2 claims, 2 placed" in said[0]
    assert said[-1].endswith(f"disclosure-index check {place / 'new'}")


def test_an_empty_folder_is_filled_and_missing_ones_above_are_made(run, source, place):
    assert run("import", source, "-o", place).exit_code == 0
    assert run("import", source, "-o", place.parent / "a" / "b").exit_code == 0
    assert (place / "report.xhtml").read_bytes() == (place.parent / "a" / "b" / "report.xhtml").read_bytes()


def test_the_current_folder_if_it_is_empty(run, source, place, monkeypatch):
    monkeypatch.chdir(place)
    result = run("import", source, "-o", ".")
    assert result.exit_code == 0, result.stderr
    assert sorted(p.name for p in place.iterdir()) == ["disclosure-index.toml", "report.xhtml"]


def test_what_it_writes_can_be_read_whatever_the_tags_reach_over(run, source, place):
    """A publisher's <div> may hold several headed parts."""
    page = source.with_name("page.html")
    page.write_text(
        '<html lang="en"><body><h1>Harbour Limited report 2024</h1>'
        '<div data-disclosure="gri:305-1"><h2>Scope 1</h2><p>one</p><h2>Scope 2</h2><p>two</p></div></body></html>',
        "utf-8",
    )
    assert run("import", page, "-o", place / "new").exit_code == 0
    checked = run("check", place / "new")
    assert "Cannot read the file" not in checked.stdout
    assert checked.exit_code in (0, 1)


def test_what_is_there_is_refused_and_left_as_it_is(run, source, place):
    (place / "mine.txt").write_text("mine", "utf-8")
    result = run("import", source, "-o", place)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "not empty" in result.stderr
    assert [(p.name, p.read_text("utf-8")) for p in place.iterdir()] == [("mine.txt", "mine")]
    result = run("import", source, "-o", place / "mine.txt")
    assert result.exit_code == 2
    assert (place / "mine.txt").read_text("utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("report.docx", b"PK\x03\x04 not a zip", "report.docx"),
        ("report.txt", b"text\x00with NUL", "report.txt"),
        ("report.xhtml", b"<html><body><p>cut off", "report.xhtml"),
        ("report.odt", b"x", ".odt"),
        ("report", b"x", "suffix"),
        ("map.csv", SHEET.encode(), "mapping sheets"),
    ],
)
def test_what_cannot_be_read_exits_3_and_leaves_nothing(run, tmp_path, place, name, content, said):
    (tmp_path / name).write_bytes(content)
    result = run("import", tmp_path / name, "-o", place / "new")
    assert (result.exit_code, result.stdout) == (3, "")
    first, *rest = result.stderr.splitlines()
    assert said in first
    assert ": error: " in first or first.startswith("error: ")
    assert all(line.startswith("  help: ") for line in rest)
    assert len(rest) <= 1
    assert list(place.iterdir()) == []


def test_a_file_that_is_not_there_exits_3_with_one_line(run, source, place):
    result = run("import", source, place / "nothing.md", "-o", place / "new")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == f"{place / 'nothing.md'}: error: no such file\n"
    assert list(place.iterdir()) == []


def test_one_bad_source_among_good_ones_leaves_nothing(run, source, place):
    bad = source.with_name("bad.txt")
    bad.write_bytes(b"\0")
    assert run("import", source, bad, "-o", place / "new").exit_code == 3
    assert list(place.iterdir()) == []


def test_no_source_is_wrong_usage(run, place):
    assert run("import", "-o", place / "new").exit_code == 2


def test_a_folder_that_cannot_be_written_is_told_in_a_line(run, source, place):
    (place / "file").write_text("x", "utf-8")
    result = run("import", source, "-o", place / "file" / "new")
    assert result.exit_code in (2, 3)
    assert "Traceback" not in result.stderr
    assert len(result.stderr.splitlines()) <= 2


@pytest.mark.slow
def test_interrupted_while_writing_it_leaves_nothing_half_written(source, place, interruptible):
    """Many documents, so that it writes long enough; stopped when its working folder has the first of them."""
    text = REPORT + "".join(f"\n## Part {n}\n\nText {n}.\n" for n in range(500))
    sources = [source.with_name(f"r{n}.md") for n in range(12)]
    for path in sources:
        path.write_text(text, "utf-8")
    command = [sys.executable, "-m", "disclosure_index", "import", *map(str, sources), "-o", str(place / "new")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        end = time.monotonic() + 50
        while process.poll() is None and time.monotonic() < end and not any(place.glob(".*/*.xhtml")):
            time.sleep(0.0005)
        process.send_signal(signal.SIGINT)
        out, said = process.communicate(timeout=30)
    assert process.returncode in (0, 130), said
    if process.returncode == 0:
        pytest.skip("it had written everything before it could be interrupted")
    assert out == ""
    assert "Traceback" not in said
    left = [path.name for path in place.iterdir()]
    whole = left == ["new"] and len(list((place / "new").iterdir())) == len(sources) + 1  # stopped after the last step
    assert left == [] or whole
