"""A source that has changed since is told as a clash, and never overwritten."""

import pytest

from disclosure_index.edits import AddTag, EditError, ExplainOmission, apply, find_place, find_places
from disclosure_index.model import Location

TEXT = "<html>\n<body>\n<p>one</p>\n<p>two</p>\n</body>\n</html>"


@pytest.mark.parametrize(
    ("changed", "why"),
    [
        (TEXT.replace("<p>two", "<p id='x'>two"), "expected <p>, found <p id='x'>"),
        (TEXT.replace("<p>two", "<q>two").replace("two</p>", "two</q>"), "expected <p>, found <q>"),
        (TEXT.replace("<p>two", " <p>two"), "no element starts here"),
        (TEXT.replace("<p>one</p>\n", ""), "no element starts here"),
        (TEXT.replace("<p>two</p>", "<!-- <p>two</p> -->"), "no element starts here"),
    ],
)
def test_what_is_edited_has_changed(at, changed, why):
    place = at(TEXT, "<p>two")
    for edit in (AddTag(place, ("sdg:1",)), ExplainOmission(place, "after", ("sdg:1",), "", "x")):
        with pytest.raises(EditError) as refused:
            apply(changed.encode(), [edit])
        assert refused.value.clash
        assert str(refused.value).startswith("report.xhtml:4:1: error: cannot edit: ")
        assert why in str(refused.value)
        assert "Reload the report" in refused.value.hint


def test_what_is_elsewhere_may_change(at):
    place = at(TEXT, "<p>two")
    changed = TEXT.replace("one", "other words").replace("two", "more")
    result, _ = apply(changed.encode(), [AddTag(place, ("sdg:1",))])
    assert result.decode() == changed.replace("<p>more", '<p data-disclosure="sdg:1">more')


def test_a_way_back_over_what_changed(at):
    explained, back = apply(TEXT.encode(), [ExplainOmission(at(TEXT, "<p>one"), "after", ("sdg:1",), "", "why")])
    with pytest.raises(EditError, match="cannot undo") as refused:
        apply(explained.replace(b"why", b"because"), back)
    assert refused.value.clash
    tagged, back = apply(TEXT.encode(), [AddTag(at(TEXT, "<p>one"), ("sdg:1",))])
    with pytest.raises(EditError, match="the source has changed") as refused:
        apply(tagged.replace(b"sdg:1", b"sdg:1 sdg:2"), back)
    assert refused.value.clash


def test_all_edits_or_none(at):
    edits = [AddTag(at(TEXT, "<p>one"), ("sdg:1",)), AddTag(at(TEXT, "<p>two"), ("no reference",))]
    with pytest.raises(EditError, match=r"^report\.xhtml:4:1: "):
        apply(TEXT.encode(), edits)


def test_a_long_start_tag_is_shown_in_part(at):
    text = TEXT.replace("<p>two", f"<p title='{'廢' * 400}'\n id='\u009bx'>two")
    with pytest.raises(EditError) as refused:
        apply(text.encode(), [AddTag(at(TEXT, "<p>two"), ("sdg:1",))])
    assert len(refused.value.why) < 200
    assert all(c.isprintable() for c in refused.value.why)


@pytest.mark.parametrize("line_and_column", [(1, 2), (9, 1), (0, 0), (3, 4)])
def test_no_element_there(line_and_column):
    with pytest.raises(EditError, match="no element starts here"):
        find_place(TEXT.encode(), Location("report.xhtml", *line_and_column))


def test_many_places_in_one_reading():
    locations = [Location("report.xhtml", 4, 1), Location("report.xhtml", 3, 1), Location("report.xhtml", 4, 1)]
    places = find_places(TEXT.encode(), "report.xhtml", locations)
    assert [place.location for place in places] == locations
    assert {(place.element, place.start_tag) for place in places} == {("p", b"<p>")}
