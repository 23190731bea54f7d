"""What the Chinese pages on drafts and years show is what the program prints."""

import re
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"
AS_OF = ("--as-of", "2026-01-01")
REPORTS = {
    "zh-Hant": """\
# 海港渡輪有限公司2024年可持續發展報告

報告期由2024年1月1日至2024年12月31日，參照GRI準則編製。

## 氣候

兩個碼頭的鍋爐全年排放二氧化碳120公噸。

所有辦事處的電力均來自島上的電網。

## 僱員

年底船員共340人，大多住在沿海市鎮。

所有船員均已接受急救訓練。

## GRI內容索引

| GRI準則 | 披露項目 | 位置 |
|---|---|---|
| GRI 305：排放 2016 | 305-1 直接（範圍1）溫室氣體排放 | 氣候 |
| GRI 2：一般披露 2021 | 2-7 僱員 | 僱員 |
""",
    "zh-Hans": """\
# 海港轮渡有限公司2024年可持续发展报告

报告期为2024年1月1日至2024年12月31日，参照GRI标准编制。

## 气候

两个码头的锅炉全年排放二氧化碳120吨。

所有办公室的用电均来自岛上的电网。

## 员工

年末船员共340人，大多住在沿海市镇。

所有船员均已接受急救培训。

## GRI内容索引

| GRI标准 | 披露项 | 位置 |
|---|---|---|
| GRI 305：排放 2016 | 305-1 直接（范畴1）温室气体排放 | 气候 |
| GRI 2：一般披露 2021 | 2-7 员工 | 员工 |
""",
}
DRAFT = {
    "zh-Hant": {
        "120公噸": "95公噸",
        "所有船員均已接受急救訓練。": "總辦事處已遷往新碼頭。",
        "## 僱員": "## 水資源\n\n渡輪以淡水清洗，全年用水800立方米。\n\n## 僱員",
    },
    "zh-Hans": {
        "120吨": "95吨",
        "所有船员均已接受急救培训。": "总部已迁至新码头。",
        "## 员工": "## 水资源\n\n轮渡以淡水清洗，全年用水800立方米。\n\n## 员工",
    },
}
NEXT_YEAR = {
    "zh-Hant": {"2024年": "2025年", "120公噸": "95公噸", "340人": "352人", "所有船員均已接受急救訓練。\n\n": ""},
    "zh-Hans": {"2024年": "2025年", "120吨": "95吨", "340人": "352人", "所有船员均已接受急救培训。\n\n": ""},
}


def _changed(text, words):
    for old, new in words.items():
        assert old in text
        text = text.replace(old, new)
    return text


def _cells(printed):
    """Return the words between gaps of two spaces or more: the cells of tables, and other lines as they are."""
    rules = re.sub("─+", "", printed)
    return {cell for line in rules.splitlines() for cell in re.split(r" {2,}", line.strip()) if cell}


def _shown(language, page, beginning):
    """Return what stands below a command in a block of a page, or the block that begins with other words."""
    blocks = re.findall(r"^```\w*\n(.*?)^```$", (DOCS / language / page).read_text("utf-8"), re.MULTILINE | re.DOTALL)
    (block,) = (block for block in blocks if block.startswith(beginning))
    return _cells(re.sub(r"\A\$ .*\n", "", block))


@pytest.fixture(params=sorted(REPORTS))
def written(request, run, tmp_path, monkeypatch):
    """A report in one form of Chinese, imported and tagged in the current folder, and its language."""
    monkeypatch.chdir(tmp_path)
    language, text = request.param, REPORTS[request.param]
    Path("report.md").write_text(text, "utf-8")
    assert run("import", "report.md", "-o", "before", "--language", language, *AS_OF).exit_code == 0
    project = Path("before/disclosure-index.toml")
    project.write_text(re.sub("published-estimate.*\n", "", project.read_text("utf-8")), "utf-8")
    page = Path("before/report.xhtml").read_text("utf-8")
    page = re.sub("<p>(?=兩個碼頭|两个码头)", '<p data-disclosure="gri:305-5" data-reviewed="gri:305-5">', page)
    page = re.sub("<p>(?=所有船)", '<p data-disclosure="gri:403-5">', page)
    Path("before/report.xhtml").write_text(page, "utf-8")
    return language


def test_the_page_on_drafts_shows_what_update_and_check_print(written, run):
    Path("before").rename("my-report")
    Path("report.md").write_text(_changed(REPORTS[written], DRAFT[written]), "utf-8")
    spoken = ("--language", written)
    tried = run("update", "my-report", "report.md", "--dry-run", *spoken, *AS_OF)
    shown = _shown(written, "from-draft-to-draft.md", "$ disclosure-index update")
    assert shown <= _cells(tried.stdout + tried.stderr)
    assert run("update", "my-report", "report.md", *spoken, *AS_OF).exit_code == 1
    checked = run("check", "my-report", *spoken, *AS_OF)
    assert _shown(written, "from-draft-to-draft.md", "my-report/") <= _cells(checked.stdout)


def test_the_page_on_years_shows_what_roll_and_compare_print(written, run):
    spoken = ("--language", written)
    Path("report-2025.md").write_text(_changed(REPORTS[written], NEXT_YEAR[written]), "utf-8")
    rolled = run("roll", "before", "report-2025.md", "-o", "report-2025", "--year-end", "2025-12-31", *spoken, *AS_OF)
    shown = _shown(written, "from-year-to-year.md", "$ disclosure-index roll")
    assert shown <= _cells(rolled.stdout + rolled.stderr)
    Path("draft.md").write_text(_changed(REPORTS[written], DRAFT[written]), "utf-8")
    Path("after").mkdir()
    for name in ("report.xhtml", "disclosure-index.toml"):
        Path("after", name).write_bytes(Path("before", name).read_bytes())
    assert run("update", "after", "draft.md", *spoken, *AS_OF).exit_code == 1
    compared = run("compare", "before", "after", *spoken)
    assert _shown(written, "from-year-to-year.md", "$ disclosure-index compare") <= _cells(compared.stdout)
