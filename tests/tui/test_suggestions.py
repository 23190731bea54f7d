"""What was suggested is kept while texts and tags stay the same; what was read, while the texts do."""

import asyncio

import pytest

from disclosure_index.suggest import Suggester
from disclosure_index.tui.app import BrowseApp
from disclosure_index.tui.suggestions import Advisor
from tests.support.reports import assessed
from tests.tui.conftest import TODAY

CLAIMS = {"hkex-esg": "comply-or-explain"}
BODY = """<section id="a"><h2>排放</h2><p id="p">有害废弃物总量 2,008 吨。</p><p>其他。</p></section>"""
TAGGED = BODY.replace('id="p"', 'id="p" data-disclosure="hkex-esg:A1.3"')
REWRITTEN = BODY.replace("其他", "无害废弃物总量 12 吨")


@pytest.mark.parametrize(("body", "fits"), [(BODY, True), (TAGGED, False), (REWRITTEN, False)])
def test_suggestions_fit_the_same_texts_and_tags(body, fits):
    before, after = assessed(BODY, claims=CLAIMS), assessed(body, claims=CLAIMS)
    suggester = Suggester(before.report, before.catalog, before.coverage)
    assert suggester.still_fits(after.report, after.coverage) is fits


def test_a_tag_on_the_twin_brings_its_passage_to_the_top():
    """As accepting a suggestion in browse does: the crosswalk's other disclosure has its figure in the same row."""
    claims = {"hkex-esg": "comply-or-explain", "gri": "reference"}
    body = "<section id='w'><h2>排放</h2><p id='p'>处理数量为 2,008 吨。</p><p>有害废弃物总量 12 吨。</p></section>"
    tagged = body.replace("id='p'", "id='p' data-disclosure='gri:306-3'")
    before, after = assessed(body, claims=claims), assessed(tagged, claims=claims)
    asked = next(row.disclosure for row in before.coverage if row.disclosure.code == "A1.3")
    suggester = Suggester(before.report, before.catalog, before.coverage)
    first = suggester.for_disclosure(asked)
    again = suggester.renewed(after.report, after.coverage).for_disclosure(asked)
    fresh = Suggester(after.report, after.catalog, after.coverage).for_disclosure(asked)
    assert again == fresh != first


def test_what_was_read_is_kept_after_a_tag_and_read_anew_after_a_rewrite():
    before, tagged, rewritten = (assessed(body, claims=CLAIMS) for body in (BODY, TAGGED, REWRITTEN))
    disclosures = {row.disclosure.code: row.disclosure for row in before.coverage}
    advisor, waste = Advisor(), disclosures["A1.3"]
    key = waste.uid, 0

    async def ask(assessment):
        await advisor.for_disclosure(assessment, waste, 0)
        return [one.passage for one in advisor.known(assessment, key)]

    async def script():
        assert advisor.known(before, key) == ()
        found = await ask(before)
        assert found[0] == 1
        assert advisor.known(tagged, key) == ()  # nobody has looked whether its texts are the same
        assert await ask(tagged) == found
        await advisor.for_disclosure(rewritten, disclosures["A1.4"], 0)
        assert advisor.known(rewritten, key) == ()
        assert advisor.known(rewritten, (disclosures["A1.4"].uid, 0)) != ()

    asyncio.run(script())


def test_leaving_while_suggestions_are_looked_for(root):
    """The screen goes while its worker is at it: that is no error."""
    folder = root / "report_sources" / "harbour-ferries-2025"

    async def leave():
        app = BrowseApp(folder, folder / "disclosure-index.toml", today=TODAY, language="en")
        async with app.run_test() as pilot:
            while app.bench is None:
                await pilot.pause(0.01)

    for _ in range(3):
        asyncio.run(leave())


def test_accepting_before_anything_was_found_says_so_and_tags_nothing(browse, report):
    source = report("alibaba-2024") / "report.xhtml"
    before = source.read_bytes()

    async def script(session):
        await session.press("3")
        async with session.app.advisor._one_at_a_time:  # as for a large report
            await session.pilot.press("right_square_bracket", "j", "a")
            await session.see("Still searching")
            assert session.told == ["Still searching: press the key again in a moment"]
        await session.settle()
        assert source.read_bytes() == before
        await session.press("a")
        assert b"hkex-esg:A1.3" in source.read_bytes()

    browse(script)
