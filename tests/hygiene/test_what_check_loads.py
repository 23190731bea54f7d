"""A build server starts `check` often: it loads what it needs, not what the other verbs need."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

SCREEN = {"dask", "distributed", "duckdb", "fsspec", "psutil", "pyarrow"}
HEAVY = {"textual", "rich", "openpyxl", "docx", "pypdfium2", "markdown_it", "opencc", "bm25s", "arelle", *SCREEN}

LOADED = """
import json, sys
opened = []
sys.addaudithook(lambda event, about: opened.append(str(about[0])) if event == "open" else None)
from disclosure_index.cli import main
sys.argv = ["disclosure-index", *json.loads(sys.argv[1])]
try:
    main()
except SystemExit as leaving:
    code = leaving.code
names = sorted({name.partition(".")[0] for name in sys.modules} | {n for n in sys.modules if n[:10] == "disclosure"})
print(json.dumps([int(code or 0), names, opened]), file=sys.stderr)
"""


def _run(root, *arguments):
    """Give the exit code and the modules that were loaded."""
    return _run_watched(root, *arguments)[:2]


def _run_watched(root, *arguments):
    """Give the exit code, the modules that were loaded, and the files that were opened."""
    command = [sys.executable, "-c", LOADED, json.dumps(arguments)]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=root, timeout=60, check=True)
    return json.loads(result.stderr.splitlines()[-1])


@pytest.mark.parametrize("form", ["text", "json"])
def test_check_on_the_demo_loads_nothing_heavy(root, form):
    code, loaded = _run(root, "check", "report_sources/alibaba-2024", "--format", form)
    assert code == 1
    assert HEAVY & set(loaded) == set()
    assert "disclosure_index" in loaded


@pytest.mark.parametrize(
    ("options", "catalogues"),
    [
        ((), set()),
        (("--language", "en"), set()),
        (("--language", "zh-Hant"), {"zh_Hant"}),
        (("--language", "zh-Hans"), {"zh_Hans"}),
    ],
)
@pytest.mark.sampled(2)
def test_a_catalogue_is_opened_when_its_language_is_asked_for(root, options, catalogues):
    code, loaded, opened = _run_watched(root, "check", "report_sources/alibaba-2024", *options)
    assert code == 1
    assert {Path(file).parts[-3] for file in opened if file.endswith((".mo", ".po"))} == catalogues
    assert HEAVY & set(loaded) == set()


def test_help_loads_no_verb_s_work(root):
    code, loaded = _run(root, "--version")
    assert code == 0
    assert HEAVY & set(loaded) == set()


def test_the_first_frame_of_browse_needs_nothing_of_reports():
    """What reads, checks and changes a report is imported when the frame is painted."""
    listed = "import sys, disclosure_index.tui.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", listed], capture_output=True, encoding="utf-8", check=True).stdout
    later = ("session", "project.file", "checks", "edits", "workbench.workbench", "suggest", "tui.browse")
    assert {"pydantic", "lxml", *(f"disclosure_index.{name}" for name in later)} & set(loaded.split()) == set()


@pytest.mark.parametrize("code", ["import disclosure_index as di; di.read_report", "import disclosure_index.cli.check"])
def test_neither_the_library_nor_check_loads_what_a_screen_needs(code):
    listed = f"import sys; {code}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", listed], capture_output=True, encoding="utf-8", check=True).stdout
    assert SCREEN & {name.partition(".")[0] for name in loaded.split()} == set()
