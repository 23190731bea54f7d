"""What is shown goes into a file: with its filters, whole or not at all, and over nothing that is there unasked."""

from io import BytesIO

import pytest
from openpyxl import load_workbook


async def export_to(session, path, *before):
    await session.press(*before, "E")
    session.app.screen.query_one("Input").value = str(path)
    await session.press("enter")


def test_the_filtered_disclosures_as_markdown(browse, tmp_path):
    path = tmp_path / "gaps.md"

    async def script(session):
        await export_to(session, path, "m")
        assert session.told == [f"已导出：{path}"]

    browse(script, language="zh-Hans")
    text = path.read_text("utf-8")
    assert text.startswith("## 显示 8 项：缺口")
    assert text.count("缺失") == 8
    assert "有害废弃物总量" in text


@pytest.mark.parametrize(("key", "id", "rows"), [("1", "disclosures", 410), ("2", "passages", 268), ("3", "gaps", 8),
                                                 ("4", "findings", 10), ("5", "coverage", 71)])  # fmt: skip
@pytest.mark.sampled(1)
def test_every_view_as_a_workbook(browse, tmp_path, key, id, rows):
    path = tmp_path / f"{id}.xlsx"

    async def script(session):
        await export_to(session, path, key)

    browse(script, language="zh-Hant")
    sheet = load_workbook(BytesIO(path.read_bytes())).active
    assert sheet.max_row == rows + 1


def test_a_file_that_is_there_is_asked_about(browse, tmp_path):
    path = tmp_path / "there.md"
    path.write_text("theirs", "utf-8")

    async def script(session):
        await export_to(session, path, "3")
        assert path.read_text("utf-8") == "theirs"
        assert "already exists" in session.told[-1]
        await session.press("enter")
        assert path.read_text("utf-8") != "theirs"

    browse(script)


def test_what_cannot_be_written_is_told(browse, tmp_path):
    async def script(session):
        await export_to(session, tmp_path / "none" / "x.md", "3")
        assert str(tmp_path / "none") in session.told[-1]
        await export_to(session, tmp_path / "x.txt", "3")
        assert "Use .xlsx" in session.told[-1]

    browse(script)


def test_a_formula_in_a_report_stays_text(browse, make_report, tmp_path):
    path = tmp_path / "x.xlsx"

    async def script(session):
        await export_to(session, path, "2")

    browse(script, make_report('<section data-disclosure="ungc:1"><h1>a</h1><p>=1+1</p></section>'))
    cell = next(c for row in load_workbook(path).active for c in row if c.value == "=1+1")
    assert cell.data_type == "s"
