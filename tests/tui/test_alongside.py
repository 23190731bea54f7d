"""What goes along with a tag is offered, and tagged with one key and one look, in one step that one undo takes back."""

from datetime import date

import pytest

from disclosure_index.session import open_assessment
from disclosure_index.tui.commands.alongside import ElementNumber, element_at, offers

FERRIES = "harbour-ferries-2025"


@pytest.fixture(scope="module")
def ferries(root):
    return open_assessment(root / "report_sources" / FERRIES, today=date(2026, 6, 1))


def passage_in(assessment, document, words):
    passages = assessment.report.documents[document].passages
    return next(n for n, passage in enumerate(passages) if words in passage.text and passage.kind != "heading")


@pytest.mark.parametrize(
    ("document", "words", "twin"),
    [(0, "listed on the Main Board", "主板上市"), (1, "主板上市", "listed on the Main Board")],
)
def test_the_twin_is_the_passage_at_the_same_place_of_the_other_language(ferries, document, words, twin):
    element = ElementNumber(document, False, passage_in(ferries, document, words))
    row = next(row for row in ferries.coverage if row.disclosure.short == "gri:2-28")
    first = offers(ferries, [row.disclosure], element)[0]
    assert first.element.document == 1 - document
    assert twin in ferries.report.documents[1 - document].passages[first.element.number].text


def test_what_is_tagged_already_is_not_offered(ferries):
    element = ElementNumber(0, False, passage_in(ferries, 0, "listed on the Main Board"))
    row = next(row for row in ferries.coverage if row.disclosure.short == "gri:2-1")
    assert all(offer.element is None for offer in offers(ferries, [row.disclosure], element))


def test_related_disclosures_are_those_of_the_crosswalk(ferries):
    row = next(row for row in ferries.coverage if row.relatives and row.disclosure.framework == "hkex-esg")
    element = ElementNumber(0, False, 0)
    related = {offer.row.disclosure.short for offer in offers(ferries, [row.disclosure], element) if offer.row}
    linked = {side for link in ferries.catalog.crosslinks for side in (link.left, link.right)}
    assert related
    assert all(any(side.startswith(short) for side in linked) for short in related)


@pytest.mark.parametrize(
    ("language", "question"), [("en", "What else is tagged along"), ("zh-Hant", "一併標註哪些內容")]
)
@pytest.mark.sampled(1)
def test_the_twin_and_related_disclosures_are_tagged_in_one_step(browse, report, language, question):
    folder = report(FERRIES)
    files = [folder / f"report-{name}.xhtml" for name in ("en", "zh-Hant")]
    before = [file.read_bytes() for file in files]

    async def script(session):
        await session.press("m", "t")
        await session.type("Main Board" if language == "en" else "主板上市")
        await session.press("enter")
        reference = session.app.tagged[0][0].short
        tagged = [file.read_text("utf-8").count(reference) for file in files]
        assert any("A" in said for said in session.told)
        await session.press("A")
        assert question in session.seen
        assert "[x]" in session.seen  # the twin
        await session.press("ctrl+s")
        after = [file.read_text("utf-8").count(reference) for file in files]
        assert sum(after) == sum(tagged) + 1
        await session.press("u", "u")
        assert [file.read_bytes() for file in files] == before
        await session.press("A")

    browse(script, FERRIES, language=language)


def test_without_a_tag_before_there_is_nothing_to_tag_along(browse):
    async def script(session):
        await session.press("A")
        assert "Nothing goes along with the last tag" in "".join(session.told)

    browse(script)


def test_an_element_is_found_by_where_it_begins(ferries):
    for number, passage in enumerate(ferries.report.documents[0].passages[:50]):
        found = element_at(ferries, passage.location)
        assert found is not None
        assert ferries.report.documents[0].passages[found.number].location == passage.location, number
