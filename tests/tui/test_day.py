"""A whole day of an editor, by keys alone: what is left is six gaps, and files changed no more than was meant."""

import subprocess

import pytest
from openpyxl import load_workbook

from tests.tui.day import DAY, EXPLAINED, TAGGED


def _proved(root, folder, run):
    """Look at what the day has left."""
    told = run("check", folder)
    assert told.stdout.count("error DI101") == 6
    assert "FY2024: 6 errors" in told.stdout
    sheets = load_workbook(folder / "disclosures.xlsx").worksheets
    cells = {str(cell.value) for sheet in sheets for row in sheet.iter_rows() for cell in row}
    assert cells >= {"13", "14", "15", "A1.1", "A1.4", "A2.2"}
    assert not cells & {"A1.3", "B6.1"}
    source = folder / "report.xhtml"
    compare = ["git", "diff", "--no-index", "-U0", root / "report_sources" / "alibaba-2024" / source.name, source]
    lines = subprocess.run(compare, capture_output=True, encoding="utf-8", check=False).stdout.splitlines()
    changed = [line[0] + line[1:].strip() for line in lines[4:] if line[0] in "+-"]
    # a new paragraph, and two start tags: the old one and the new
    assert changed == [f"+{EXPLAINED}", '-<tr id="kpi-hazardous-waste">', f"+{TAGGED}"]


def test_in_the_pilot(browse, report, root, run):
    async def script(session):
        for step in DAY:
            await session.press(*step.keys)
            await session.type(step.text)
            await session.see(step.seen)
        await session.press("q")

    browse(script)
    _proved(root, report("alibaba-2024"), run)


@pytest.mark.slow
def test_in_a_real_terminal(terminal, report, root, run):
    opened = terminal("alibaba-2024")
    for step in DAY:
        opened.press(*step.keys)
        if step.text:
            opened.type(step.text)
        opened.see(step.seen)
    opened.press("q")
    opened.see("left with 0")
    _proved(root, report("alibaba-2024"), run)
