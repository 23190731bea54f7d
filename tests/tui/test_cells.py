"""Every screen cell by cell: what stands where, and in which style, where there is room and where there is little."""

from pathlib import Path
from typing import NamedTuple

import pytest
from textual._compositor import Compositor

from disclosure_index.tui.widgets.line_list import Painted
from tests.tui.conftest import PAINTED, SMALL, WIDE, Session

pytestmark = pytest.mark.sampled(3)

TO_A13 = ("m", "j", "j", "j", "j")


class At(NamedTuple):
    """A text at a place; `style` is a name of a list's style, None for what no list of ours has drawn."""

    x: int
    y: int
    text: str
    style: str | None = None


FOOTER = At(0, 23, " a accept  x explain  t tag  m gaps  f filter  / search  u undo  ? help  q quit")
SCREENS = {
    "start": ((), SMALL, "en", [
        At(0, 0, " 118 of 126 answered, 8 open | FY2024 | 阿里巴巴"),
        At(1, 1, "Status         Code         Title                            Obligation", "head"),
        At(0, 2, "▸", ""), At(1, 2, "✗ missing     ", "bad"), At(16, 2, "13  ", "strong"), At(29, 2, "Governance", ""),
        At(1, 3, "✗ missing", "dim"), At(16, 3, "13(i)", "dim"),
        At(0, 9, "─" * 80),
        At(1, 10, "HKEX 13 Governance structure (board statement)", "strong"),
        At(1, 16, "Findings", "head"), At(0, 17, "▸", "bad"), At(1, 17, "✗ DI101 HKEX 13", "bad"),
        At(3, 18, "FY2024 but is not disclosed", "bad"),
        FOOTER,
    ]),
    "start, wide": ((), WIDE, "zh-Hans", [
        At(89, 0, "[1 披露项] 2 报告  3 缺口  4 检查结果  5 覆盖情况 "),
        At(1, 1, "框架 ", "head"), At(37, 1, "状态       编号 ", "head"),
        At(0, 2, "▸全部 ", ""), At(21, 2, "▰▰▰▰▱ 118/126", "bad"), At(35, 2, "│"),
        At(1, 6, "- SASB ", ""), At(21, 6, "▰▰▰▰▰ 10/10", "good"), At(21, 9, "▱▱▱▱▱ -", "dim"),
        At(37, 11, "✓ 已披露", "good"), At(48, 11, "A1 ", "strong"),
        At(93, 1, "│"), At(95, 1, "HKEX 13 管治架构（董事会声明）", "strong"),
        At(0, 44, " a 采纳  x 解释  t 标注  m 缺口  f 筛选  / 搜索  u 撤销  ? 帮助  q 退出"), At(131, 44, "▏^p 命令"),
    ]),
    "tree beside the table": (("h", "j", "enter"), SMALL, "en", [
        At(1, 1, "Framework  ", "head"), At(37, 1, "│"), At(39, 1, "Status", "head"),
        At(0, 3, "▸+ HKEX  ", ""), At(23, 3, "▰▰▰▰▱ 43/51", "bad"), At(38, 2, "▸", ""),
        FOOTER,
    ]),
    "tree beside the table, in Chinese": (("h",), SMALL, "zh-Hans", [
        At(1, 1, "框架", "head"), At(0, 2, "▸全部", ""),
        At(1, 4, "    强制披露规定 ", ""), At(23, 4, "▱▱▱▱▱ 0/3", "bad"),
    ]),
    "gaps and a filter": (("m", "o"), SMALL, "zh-Hans", [
        At(1, 1, "显示 3 项：缺口 | 强制披露"), At(1, 2, "状态       编号 名称 ", "head"),
        At(1, 3, "✗ 缺失", "bad"), At(1, 5, "✗ 缺失", "bad"), At(1, 6, "     "),
    ]),
    "detail with its datapoints and suggestions": ((*TO_A13, "l"), WIDE, "en", [
        At(1, 1, "8 shown: gaps"), At(36, 7, "▸", ""), At(37, 7, "✗ missing", "bad"),
        At(95, 8, "Datapoints", "head"), At(94, 9, "▸[ ] Total hazardous waste produced", ""),
        At(95, 10, "[ ] Intensity (optional)", "dim"), At(95, 12, "Findings", "head"),
        At(95, 17, "Suggestions", "head"), At(95, 18, "88% | 附录 > 附录 1 ESG", "dim"),
        At(97, 21, "一般废弃物强度", "dim"), At(95, 23, "┃ ", ""), At(97, 23, "有害废弃物总量", "match"),
    ]),
    "detail where there is little room": ((*TO_A13, "l", "j"), SMALL, "zh-Hans", [
        At(0, 7, "▸✗ 缺失"), At(1, 12, "✗ 缺失，不遵守就解释，2024财政年度", "bad"),
        At(1, 17, "[ ] 所产生有害废弃物总量", "warn"), At(0, 18, "▸[ ] 密度（非必需）", ""),
    ]),
    "search": (("slash", *"305"), SMALL, "zh-Hans", [
        At(0, 8, "▸", ""), At(1, 8, "✓ 已披露", "good"), At(12, 8, "305-1", "match"), At(12, 7, "304-4", "dim"),
        At(0, 22, " / 305"), At(73, 22, "  1/27 "), At(1, 23, "/ 搜索  f1 帮助"),
    ]),
    "choosing a passage": ((*TO_A13, "t", *"有害废弃物总量"), SMALL, "en", [
        At(4, 1, "╭───"), At(6, 2, "Which passage answers hkex-esg:A1.3?"), At(9, 4, "有害废弃物总量"),
        At(6, 6, "▸", ""), At(7, 6, "环境 ", "strong"), At(32, 6, "有害废弃物总量 | 吨 | 2,008", ""),
        At(4, 20, "╰───"), At(0, 23, " ^s save  esc cancel  "),
    ]),
    "choosing another disclosure": (("2", "t", *"305-1"), SMALL, "zh-Hans", [
        At(6, 2, "此段回应哪一披露项？"), At(9, 4, "305-1"), At(7, 6, "305-1 ", "strong"),
        At(34, 6, "✓ GRI  直接（范畴1）温室气体排放", ""),
    ]),
    "explaining": (("m", "G", "x", "space"), SMALL, "zh-Hans", [
        At(4, 2, "╭───"), At(6, 3, "hkex-esg:B6.1 因安全与健康理由回收产品的百分比"), At(6, 5, "(x) 不重要"),
        At(6, 6, "( ) 不适用"), At(6, 10, "解释 "), At(6, 16, "解释置于何处"), At(9, 18, "放心的消费 末尾 (144)"),
        At(0, 23, " ^s 保存  esc 取消 "),
    ]),
    "an owner": ((*TO_A13, "w"), SMALL, "en", [
        At(4, 6, "╭───"), At(6, 7, "Who is responsible for hkex-esg:A1.3?"), At(4, 15, "╰───"),
        At(0, 23, " ^s save  esc cancel  "),
    ]),
    "filters": (("f", "space"), SMALL, "zh-Hans", [
        At(6, 2, "只显示"), At(6, 3, "[x] 缺口"), At(6, 4, "[ ] 未复核的披露"), At(6, 9, "框架"), At(9, 11, "全部 "),
        At(70, 11, "▼"), At(6, 17, "章节名称包含"), At(0, 23, " ^s 保存  esc 取消 "),
    ]),
    "changes": ((*TO_A13, "a", "v"), SMALL, "en", [
        At(1, 0, "Last change"), At(1, 1, "--- alibaba-2024/report.xhtml", "bad"),
        At(1, 2, "+++ alibaba-2024/report.xhtml", "good"), At(1, 3, "@@ -641,7 +641,7 @@", "dim"),
        At(1, 7, '-              <tr id="kpi-hazardous-waste">', "bad"),
        At(1, 8, '+              <tr id="kpi-hazardous-waste" data-disclosure="hkex-esg:A1.3">', "good"),
        At(0, 23, " esc close  u undo  ? help  "),
    ]),
    "help": (("question_mark",), SMALL, "zh-Hans", [
        At(1, 0, "快捷键与符号"), At(1, 1, "移动", "head"), At(1, 2, "]                   前往下一个未标注的段落", ""),
        At(1, 7, "^o ⌫                返回先前的位置", ""), At(0, 23, " esc 关闭  u 撤销  ? 帮助 "),
    ]),
    "commands": (("ctrl+p",), SMALL, "zh-Hans", [At(0, 3, "▔" * 80), At(2, 5, "🔎 搜索命令……"), At(2, 8, "一并标注")]),
    "report": (("2", "j", "j", "j", "l"), SMALL, "en", [
        At(1, 0, "165 of 219 passages answer a disclosure | report.xhtml"), At(1, 1, "Pages  Answers ", "head"),
        At(0, 5, "▸", ""), At(1, 5, "p. 3  ", "dim"), At(26, 5, "集团首席执行官的信", "strong"),
        At(26, 6, "  吴泳铭的信写于", "dim"), At(0, 14, "─" * 80),
        At(1, 15, "集团首席执行官的信 | p. 3 | zh-Hans:36", "dim"), At(1, 18, "Answers nothing", "head"),
        At(0, 23, " a accept  t tag  s suggest  / search  esc back  u undo  ? help  q quit"),
    ]),
    "gaps in groups": (("3", "j", "j"), SMALL, "zh-Hans", [
        At(1, 0, "未完成 8 项，按披露责任分组 | 2024财政年度"),
        At(1, 2, "3  ", "strong"), At(17, 2, "强制披露", "strong"),
        At(0, 5, "▸", ""), At(1, 5, "✗ 缺失", "bad"), At(1, 6, "5  ", "strong"), At(0, 13, "─" * 80),
        At(1, 14, "HKEX 15 汇报范围", "strong"),
        At(0, 23, " a 采纳  x 解释  t 标注  o 分组  esc 返回  u 撤销  ? 帮助  q 退出"),
    ]),
    "findings": (("4",), SMALL, "zh-Hans", [
        At(1, 0, "8 项错误，2 项警告，0 项提示"), At(1, 1, "严重性     规则  内容 ", "head"),
        At(1, 2, "✗ 错误", "bad"), At(12, 2, "DI101", "strong"), At(55, 2, "disclosure-index.toml:2…", "dim"),
        At(0, 15, "▸✗ DI101 missing-disclosure：", "strong"), At(1, 16, "HKEX 13「管治架构", "bad"),
        At(1, 19, "处理办法", "head"), At(0, 23, " m 严重性  x 抑制  f 此规则  esc 返回  u 撤销  ? 帮助"),
    ]),
    "coverage": (("5",), SMALL, "en", [
        At(1, 0, "✓ disclosed  ~ partial  ⊘ omitted  ✗ missing  - not required  ? undetermined"),
        At(1, 1, "Framework ", "head"), At(0, 2, "▸", ""), At(1, 2, "HKEX ", "strong"), At(33, 2, "84% 43/51", "bad"),
        At(45, 2, "43 ", "good"), At(57, 2, "8  ", "bad"), At(65, 2, "▰▰▰▰▰▰▰▰▰▰▱▱", "bad"),
        At(65, 6, "✓", "good"), At(66, 6, "✗", "bad"), At(0, 23, " esc back  u undo  ? help  q quit  "),
    ]),
    "exporting": (("E",), SMALL, "zh-Hans", [At(4, 8, "╭───"), At(9, 11, "alibaba-2024/disclosures.xlsx")]),
    "jumping": ((*TO_A13, "semicolon"), WIDE, "en", [
        At(0, 3, "A", "match"), At(36, 3, "a", "match"), At(37, 3, "✗ missing", "bad"), At(36, 7, "g", "match"),
        At(94, 9, "S", "match"), At(94, 18, "K", "match"),
        At(1, 44, "Press a letter to go there; any other key cancels"),
    ]),
}  # fmt: skip


@pytest.mark.parametrize(("keys", "size", "language", "places"), SCREENS.values(), ids=SCREENS)
def test_screen(keys, size, language, places, report, monkeypatch, browse):
    monkeypatch.setattr(Compositor, "render_update", PAINTED)  # what is painted first has a say in the cells
    monkeypatch.chdir(report("alibaba-2024").parent)  # paths are shown

    async def script(session):
        await session.press(*keys)
        session.app.clear_notifications()
        await session.settle()
        assert [(at, session.cells(*at[:3])[0]) for at in places if session.cells(*at[:3])[0] != at.text] == []
        assert [at for at in places if at.style is not None and not _is_in_style(session, at)] == []

    browse(script, Path("alibaba-2024"), size=size, language=language)


def _is_in_style(session: Session, at: At) -> bool:
    """Whether a text is set in the style that its list has for the name, on the row under the cursor or not."""
    lists = [widget for screen in session.app.screen_stack for widget in screen.query(Painted) if widget.display]
    listed = next(widget for widget in reversed(lists) if widget.region.contains(at.x, at.y))
    _, styles = session.cells(*at[:3])
    return any(styles == {listed.style_of(at.style, on_cursor)} for on_cursor in (False, True))
