"""What a person wants done becomes the steps that do it, and nothing else."""

import pytest

from disclosure_index.model import Status
from disclosure_index.workbench import (
    accept,
    do,
    explain,
    insertion_points,
    mark_reviewed,
    open_workbench,
    reference_to,
    set_datapoints,
    set_owner,
    undo,
    untag,
)
from tests.workbench.conftest import TODAY


def tags_of(row):
    return [link.statement.text for link in row.links]


def test_a_datapoint_is_named_and_the_rest_is_open(bench, row, passage):
    tagged = do(bench, accept(bench, row(bench, "A1.3").disclosure, passage(bench, "有害废弃物总量")), "tag")
    [link] = row(tagged, "A1.3").links
    partly = do(tagged, set_datapoints(link, ["intensity"]), "part")
    found = row(partly, "A1.3")
    assert (found.status, found.answered) == (Status.PARTIAL, ("intensity",))
    assert tags_of(found) == ["hkex-esg:A1.3#intensity"]
    [link] = found.links
    whole = do(partly, set_datapoints(link, ()), "whole")
    assert tags_of(row(whole, "A1.3")) == ["hkex-esg:A1.3"]


def test_a_tag_is_taken_away_and_its_neighbours_stay(bench, row):
    link = next(x for x in row(bench, "A2.5").links if x.disclosure.code == "A2.5")
    after = do(bench, untag([link]), "untag")
    assert row(after, "A2.5").status == Status.MISSING
    assert row(after, "A2.4").status == Status.DISCLOSED


def test_an_omission_is_taken_away_and_its_text_stays(bench, row):
    asked = row(bench, "B6.1")
    steps = explain(bench, asked.disclosure, insertion_points(bench, asked)[0], "not-material", "我们不生产。")
    explained = do(bench, steps, "explain")
    assert row(explained, "B6.1").status == Status.OMITTED
    after = do(explained, untag(row(explained, "B6.1").omissions), "untag")
    assert row(after, "B6.1").status == Status.MISSING
    assert any(p.text == "我们不生产。" for p in after.assessment.report.documents[0].passages)


def test_reviewed_and_no_longer(bench, row):
    links = row(bench, "A2.4").links
    after = do(bench, mark_reviewed(links, True), "reviewed")
    assert row(after, "A2.4").reviewed
    assert not row(after, "A2.5").reviewed
    back = do(after, mark_reviewed(row(after, "A2.4").links, False), "not")
    assert not row(back, "A2.4").reviewed
    assert back.sources == bench.sources


def test_owner_stands_in_the_project_file_and_is_undone(bench, row):
    before = bench.project.file.read_bytes()
    after = do(bench, set_owner(bench, row(bench, "A1.3").disclosure, "陈小姐"), "owner")
    assert row(after, "A1.3").owner == "陈小姐"
    assert "陈小姐" in bench.project.file.read_text("utf-8")
    assert row(undo(after), "A1.3").owner == ""
    assert bench.project.file.read_bytes() == before


def test_spots_are_where_neighbours_are_answered_then_the_end(bench, row):
    found = insertion_points(bench, row(bench, "B6.1"))
    assert [spot.section for spot in found][:1] == ["放心的消费"]
    assert len(set(found)) == len(found)
    sections = bench.assessment.report.documents[0].sections
    assert found[-1].section == [s.title for s in sections if s.parent is None][-1]


@pytest.mark.parametrize("number", range(3))
def test_an_explanation_can_be_written_at_every_spot(bench, row, number):
    asked = row(bench, "A1.1")
    spot = insertion_points(bench, asked)[number]
    after = do(bench, explain(bench, asked.disclosure, spot, "unavailable", "尚未量度。"), "explain")
    [omission] = row(after, "A1.1").omissions
    document = after.assessment.report.documents[0]
    assert document.sections[omission.statement.span.section].title == spot.section


def test_a_section_that_a_heading_opens(make_report, row):
    """There is no element to write into: the explanation goes behind the last paragraph under the heading."""
    folder = make_report(
        '<h1 data-disclosure="ungc:1">One</h1>\n<p>First.</p>\n<p>Last.</p>\n<h1>Two</h1>\n<p>Other.</p>'
    )
    bench = open_workbench(folder, today=TODAY)
    asked = row(bench, "2", "ungc")
    spot = insertion_points(bench, asked)[0]
    assert (spot.section, spot.where, spot.at.line) == ("One", "after", 6)


def test_the_edition_is_written_only_where_it_is_needed(sample, row):
    bench = open_workbench(sample("harbour-ferries-2025"), today=TODAY)
    [spills] = [c for c in bench.assessment.coverage if c.disclosure.uid == "gri:306-3@2016"]
    assert reference_to(bench, spills.disclosure) == "gri:306-3@2016"
    assert reference_to(bench, row(bench, "305-1", "gri").disclosure, ("a", "b")) == "gri:305-1#a,b"
