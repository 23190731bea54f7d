"""A build server starts `check` often: it loads what it needs, not what the other verbs need."""

import json
import subprocess
import sys

import pytest

HEAVY = {"textual", "rich", "openpyxl", "docx", "pypdfium2", "pdfplumber", "markdown_it", "opencc", "bm25s", "arelle"}

LOADED = """
import json, sys
from disclosure_index.cli import main
sys.argv = ["disclosure-index", *json.loads(sys.argv[1])]
try:
    main()
except SystemExit as leaving:
    code = leaving.code
names = sorted({name.partition(".")[0] for name in sys.modules} | {n for n in sys.modules if n[:10] == "disclosure"})
print(json.dumps([int(code or 0), names]), file=sys.stderr)
"""


def _run(root, *arguments):
    command = [sys.executable, "-c", LOADED, json.dumps(arguments)]
    result = subprocess.run(command, capture_output=True, encoding="utf-8", cwd=root, timeout=60, check=True)
    return json.loads(result.stderr.splitlines()[-1])


@pytest.mark.parametrize("form", ["text", "json"])
def test_check_on_the_demo_loads_nothing_heavy(root, form):
    code, loaded = _run(root, "check", "report_sources/alibaba-2024", "--format", form)
    assert code == 1
    assert HEAVY & set(loaded) == set()
    assert "disclosure_index" in loaded


def test_chinese_is_loaded_when_it_is_asked_for(root):
    tables = {f"disclosure_index.sayings.{name}" for name in ("en", "zh_hans", "zh_hant")}
    _, loaded = _run(root, "check", "report_sources/alibaba-2024")
    assert tables & set(loaded) == {"disclosure_index.sayings.en"}
    code, loaded = _run(root, "check", "report_sources/alibaba-2024", "--language", "zh-Hant")
    assert code == 1
    assert tables - set(loaded) == {"disclosure_index.sayings.zh_hans"}
    assert HEAVY & set(loaded) == set()


def test_help_loads_no_verb_s_work(root):
    code, loaded = _run(root, "--version")
    assert code == 0
    assert HEAVY & set(loaded) == set()


def test_the_first_frame_of_browse_needs_nothing_of_reports():
    """What reads, checks and changes a report is imported when the frame is painted."""
    listed = "import sys, disclosure_index.tui.app; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", listed], capture_output=True, encoding="utf-8", check=True).stdout
    later = ("session", "config", "checks", "edits", "editing.workbench", "suggest", "tui.browse")
    assert {"pydantic", "lxml", *(f"disclosure_index.{name}" for name in later)} & set(loaded.split()) == set()
