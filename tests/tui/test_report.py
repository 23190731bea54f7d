"""The report view: a report read from the side of its text, with its tags made and taken away there."""

import pytest
from rich.cells import cell_len

from disclosure_index.tui.detail.targets import Answer
from disclosure_index.tui.report.margin import cells, columns, lines, passage_at, reaching
from tests.support.reports import assessed
from tests.tui.conftest import SMALL

pytestmark = pytest.mark.sampled(6)

BODY = """<section id="a" data-disclosure="hkex-esg:A1.2"><h2>排放</h2>
<p data-disclosure="hkex-esg:B1.1 hkex-esg:Z9">范围一为 <span data-disclosure="hkex-esg:A1.5">12 吨</span>。</p>
</section>
<section id="b"><h2>其他</h2><p>未标注。</p><p data-omission="hkex-esg:A1.3" data-reason="x">无。</p></section>"""


@pytest.fixture(scope="module")
def assessment():
    return assessed(BODY, claims={"hkex-esg": "comply-or-explain"})


def test_margin(assessment):
    found = lines(assessment, 0)
    assert [[link.statement.text for link in item.links] for item in found] == [
        ["hkex-esg:A1.2"], ["hkex-esg:B1.1", "hkex-esg:Z9", "hkex-esg:A1.5"], [], [], ["hkex-esg:A1.3"],
    ]  # fmt: skip
    assert [item.reached for item in found] == [True, True, False, False, True]
    assert [item.number for item in found if item.is_untagged] == [3]


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("label", ["2", "163", "A-12"])
def test_the_column_of_pages_has_room_for_the_label(language, label):
    body = f'<p role="doc-pagebreak" aria-label="{label}"/><p data-disclosure="hkex-esg:A1.2">12 吨。</p>'
    found = lines(assessed(body, claims={"hkex-esg": "comply-or-explain"}), 0)
    page, *_ = columns(found, language)
    assert [item.page for item in found] == [label]
    assert cell_len(cells(found[0], language)[0].text) <= page.width


def test_what_reaches_a_passage_narrowest_first(assessment):
    assert [link.statement.text for link in reaching(assessment, 0, 1)][-1] == "hkex-esg:A1.2"
    assert reaching(assessment, 0, 3) == []


def test_a_place_in_the_file_is_a_passage(assessment):
    document = assessment.report.documents[0]
    assert [passage_at(document, p.location) for p in document.passages] == list(range(5))
    tags = {tag.text: passage_at(document, tag.span.location) for tag in document.tags}
    assert tags == {"hkex-esg:A1.2": 0, "hkex-esg:B1.1": 1, "hkex-esg:Z9": 1, "hkex-esg:A1.5": 1}
    assert [passage_at(document, section.location) for section in document.sections] == [0, 2]


@pytest.fixture
def source(report):
    return report("alibaba-2024") / "report.xhtml"


async def _go(session, text):
    await session.press("slash")
    await session.type(text)
    await session.press("enter")


def test_a_passage_is_found_tagged_and_untagged(browse, source):
    before = source.read_bytes()

    async def script(session):
        await session.press("2")
        await _go(session, "有害廢棄物總量")  # folded: the report is in simplified characters
        assert "有害废弃物总量 | 吨 | 2,008" in session.seen
        await session.press("t")
        await session.type("A1.3")
        await session.press("enter")
        assert '<tr id="kpi-hazardous-waste" data-disclosure="hkex-esg:A1.3">' in source.read_text("utf-8")
        assert "┣ A1.3" in session.seen
        await session.press("r")
        assert 'data-reviewed="hkex-esg:A1.3"' in source.read_text("utf-8")
        await session.press("u", "d")
        assert "┣ A1.3" not in session.seen

    browse(script)
    assert source.read_bytes() == before


def test_what_a_passage_may_answer_is_told_when_asked_for(browse, source):
    async def script(session):
        await session.press("2")
        await _go(session, "有害废弃物总量")
        assert "May answer" not in session.seen
        await session.press("s")
        assert "May answer" in session.seen
        assert "HKEX A1.3" in session.seen
        await session.press("l")
        while session.app.screen.panes.detail.current.disclosure.code != "A1.3":
            await session.press("j")
        await session.press("a")
        assert "tagged at line" in "".join(session.told)

    browse(script)
    assert "hkex-esg:A1.3" in source.read_text("utf-8")


def test_to_a_disclosure_and_back_to_the_passage(browse):
    async def script(session):
        await session.press("slash")
        await session.type("305-2")
        await session.press("enter", "enter")
        while not isinstance(session.app.screen.panes.detail.current, Answer):
            await session.press("j")
        await session.press("enter")
        assert session.app.screen.name == "report"
        passage = session.app.screen.rows.current.passage.text
        await session.press("l", "enter")
        assert session.app.screen.name == "browse"
        await session.press("2")
        assert session.app.screen.rows.current.passage.text == passage
        await session.press("escape")
        assert session.app.screen.name == "browse"

    browse(script)


def test_the_other_language_version_at_the_same_place(browse):
    async def script(session):
        await session.press("2")
        await _go(session, "scope 1")
        here = session.app.screen.rows.current.passage
        await session.press("o")
        there = session.app.screen.rows.current.passage
        assert there.language == "zh-Hant"
        assert there.anchor == here.anchor
        await session.press("o")
        assert session.app.screen.rows.current.passage == here

    browse(script, "harbour-ferries-2025")


def test_next_untagged_passage(browse):
    async def script(session):
        await session.press("2", "right_square_bracket")
        first = session.app.screen.rows.cursor
        assert session.app.screen.rows.current.is_untagged
        assert "Answers nothing" in session.seen
        await session.press("right_square_bracket", "left_square_bracket")
        assert session.app.screen.rows.cursor == first

    browse(script)


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
@pytest.mark.parametrize("size", [(140, 45), SMALL, (60, 20)], ids=str)
@pytest.mark.slow  # tests/tui/test_browse.py keeps a sample of it
def test_every_line_fills_the_screen_exactly(browse, language, size):
    from rich.cells import cell_len

    async def script(session):
        for key in ("2", "G", "l", "h"):
            await session.press(key)
            assert {cell_len(text) for text in session.lines} == {size[0]}

    browse(script, size=size, language=language)
