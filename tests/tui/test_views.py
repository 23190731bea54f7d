"""Gaps, findings and coverage: other sides of the same report, each leading to the place to act."""

import pytest
from rich.cells import cell_len

from tests.tui.conftest import SMALL

pytestmark = pytest.mark.sampled(5)


def groups(session):
    return [(gap.group, gap.size) for gap in session.app.screen.rows.items if gap.row is None]


def test_gaps_in_groups_the_worst_first(browse):
    async def script(session):
        await session.press("3")
        assert groups(session) == [("mandatory", 3), ("comply-or-explain", 5)]
        assert session.app.screen.row.disclosure.code == "13"
        await session.press("o")
        assert groups(session) == [("HKEX", 8)]
        await session.press("o", "o")
        assert groups(session) == [("unassigned", 8)]

    browse(script)


def test_gaps_by_the_section_that_may_answer_them_in_chinese(browse):
    async def script(session):
        await session.press("3", "o", "o")
        assert ("扎实推进碳中和", 1) in groups(session) or any("碳中和" in name for name, _ in groups(session))
        assert "按章节分组" in session.seen

    browse(script, language="zh-Hans")


def test_a_gap_is_closed_where_it_is_listed(browse, report):
    source = report("alibaba-2024") / "report.xhtml"

    async def script(session):
        await session.press("3", "right_square_bracket", "j")
        assert session.app.screen.row.disclosure.code == "A1.3"
        await session.press("a")
        assert groups(session)[1] == ("comply-or-explain", 4)
        assert session.app.screen.row.disclosure.code != "A1.3"
        await session.press("w")
        await session.type("陈小姐")
        await session.press("enter", "o", "o", "o")
        assert ("陈小姐", 1) in groups(session)
        await session.press("G", "x")
        assert "Explanation" in session.seen or "hkex-esg" in session.seen

    browse(script)
    assert "hkex-esg:A1.3" in source.read_text("utf-8")


def test_a_gap_leads_to_its_disclosure_and_back(browse):
    async def script(session):
        await session.press("3", "j", "enter")
        assert session.app.screen.name == "browse"
        assert session.code == "14"

    browse(script)


def test_findings_with_the_doc_of_their_rules(browse):
    async def script(session):
        await session.press("4")
        every = len(session.app.screen.rows.items)
        assert every == len(session.app.bench.assessment.verdict.findings)
        assert "Why it matters" in session.seen
        await session.press("m")
        assert {finding.severity for finding in session.app.screen.rows.items} == {"error"}
        await session.press("m")
        assert len({finding.severity for finding in session.app.screen.rows.items}) == 2
        await session.press("m", "f")
        assert len({finding.rule for finding in session.app.screen.rows.items}) == 1
        await session.press("f")
        assert len(session.app.screen.rows.items) == every

    browse(script, "harbour-ferries-2025")


def test_findings_go_on_to_the_next_language_with_the_screen(browse):
    async def script(session):
        await session.press("4")
        assert "8 errors, 2 warnings" in session.seen
        assert 'HKEX A1.3 "Hazardous waste produced" is' in session.seen
        await session.press("L")
        assert "8 项错误，2 项警告" in session.seen
        assert "HKEX A1.3「有害废弃物总量」在" in session.seen
        assert "框架要求发行人披露此项" in session.seen
        await session.press("L")
        assert "8 項錯誤，2 項警告" in session.seen
        assert "HKEX A1.3「有害廢棄物總量」於" in session.seen
        assert "is mandatory for" not in session.seen
        assert {cell_len(line) for line in session.lines} == {140}

    browse(script)


def test_one_error_is_one_error(browse, report):
    source = report("alibaba-2024") / "disclosure-index.toml"
    policy = '[policy]\nseverity = { DI101 = "off", DI701 = "off" }\nmin-coverage = { hkex-esg = 99 }\n'
    source.write_text(f"{source.read_text('utf-8')}\n{policy}", "utf-8")

    async def script(session):
        await session.press("4")
        assert "1 error, 0 warnings, 0 notes" in session.seen

    browse(script)


def test_a_finding_leads_to_its_place_in_the_report_and_escape_leads_back(browse):
    async def script(session):
        await session.press("4")
        found = session.app.screen.rows.current
        await session.press("enter")
        assert session.app.screen.name == "report"
        assert session.app.screen.rows.current.passage.location.line >= found.location.line
        await session.press("escape")
        assert session.app.screen.name == "findings"
        await session.press("escape")
        assert session.app.screen.name == "browse"

    browse(script, "harbour-ferries-2025")


def test_a_finding_about_the_project_file_is_no_place_in_the_text(browse):
    async def script(session):
        await session.press("4", "enter")
        assert any("is not in the report's text" in text for text in session.told)

    browse(script)


def test_coverage_as_strips_leads_to_the_group(browse):
    async def script(session):
        await session.press("5")
        assert "✗ missing" in session.seen
        while session.app.screen.rows.current.goal.group != "A1":
            await session.press("j")
        assert "".join(mark.sign for mark in session.app.screen.rows.current.marks).count("✗") == 3
        await session.press("enter")
        assert session.app.screen.name == "browse"
        assert session.codes[:3] == ["A1", "A1.1", "A1.2"]
        assert all(code.startswith("A1") for code in session.codes)

    browse(script)


def test_an_edit_made_elsewhere_is_seen(browse):
    async def script(session):
        await session.press("5")
        assert "84%" in session.seen
        await session.press("3", "right_square_bracket", "j")
        await session.press("a", "5")
        assert "86%" in session.seen
        await session.press("u")
        assert "84%" in session.seen

    browse(script)


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("size", [(140, 45), SMALL, (60, 20)], ids=str)
@pytest.mark.slow  # tests/tui/test_browse.py keeps a sample of it
def test_every_line_fills_the_screen_exactly(browse, language, size):
    async def script(session):
        for key in ("3", "l", "4", "l", "5", "G", "L"):
            await session.press(key)
            assert {cell_len(text) for text in session.lines} == {size[0]}

    browse(script, "harbour-ferries-2025", size=size, language=language)


SILENT = '<p data-disclosure="hkex-esg:A1.2">TBC</p>\n<p data-disclosure="hkex-esg:A1.4">To be confirmed.</p>'
PROJECT = '[[frameworks]]\nid = "hkex-esg"\n[profile]\nexchange = "hkex"\nboard = "main-board"\nsize = "other"\n'
TERMS = 'data-suppress="DI207" data-suppress-reason="Audited in May" data-suppress-owner="Ada Lau"'


def test_a_finding_is_accepted_at_its_element_and_taken_back(browse, make_report):
    folder = make_report(f'<section id="s"><h1>All</h1>\n{SILENT}\n</section>', project=PROJECT)
    file = folder / "report.xhtml"
    before = file.read_text("utf-8")

    async def script(session):
        await session.press("4", "x")
        await session.see("Only [[policy.suppressions]]")  # what the framework obliges to
        here = [f.rule for f in session.app.screen.rows.items].index("DI207")
        await session.press(*"j" * here, "x")
        await session.type("Audited in May")
        await session.press("tab", "tab")
        await session.type("2026-05-31")
        await session.press("ctrl+s")
        await session.see("fill in all three")
        await session.type("Ada Lau")
        await session.press("ctrl+s")
        await session.see("no earlier than 2026-06-01")
        await session.press("ctrl+u")
        await session.type("2026-12-31")
        assert file.read_text("utf-8") == before
        await session.press("ctrl+s")
        assert f'{TERMS} data-suppress-until="2026-12-31">TBC' in file.read_text("utf-8")
        left = [f.location.line for f in session.app.screen.rows.items if f.rule == "DI207"]
        assert len(left) == 1
        await session.press("u")
        assert file.read_text("utf-8") == before
        assert [f.rule for f in session.app.screen.rows.items].count("DI207") == 2

    browse(script, folder)
