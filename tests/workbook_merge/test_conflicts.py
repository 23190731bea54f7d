"""What was exported, what was typed, what the report says now: nothing is resolved silently."""

import pytest

A11, A13, A25 = (f"hkex-esg:{code}@2020" for code in ("A1.1", "A1.3", "A2.5"))


def _in_report(d, old, new):
    file = d.folder / "report.xhtml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def _in_project(d, lines):
    file = d.folder / "disclosure-index.toml"
    file.write_text(file.read_text("utf-8") + lines, "utf-8")


def test_cell_that_was_typed_in_and_changed_in_the_report(desk):
    d = desk()
    d.type(A25, explanation="We ship in bulk.")
    _in_report(d, "We pack nothing.", "We pack a little.")
    made = d.plan()
    [conflict] = made.conflicts
    assert conflict[2:] == (A25, "explanation", "We pack nothing.", "We ship in bulk.", "We pack a little.")
    assert (conflict.sheet, made.changes, made.after) == ("HKEX", (), {})


def test_cell_that_both_changed_alike_is_no_conflict(desk):
    d = desk()
    d.type(A25, explanation="We ship in bulk.")
    _in_report(d, "We pack nothing.", "We ship\n in bulk.")
    made = d.plan()
    assert (made.conflicts, made.changes) == ((), ())


def test_cell_that_only_the_report_changed_stays_as_the_report_says(desk):
    d = desk()
    _in_report(d, "We pack nothing.", "We pack a little.")
    _in_project(d, '\n[owners]\n"hkex-esg:A1.3" = "Ops"\n')
    made = d.plan()
    assert (made.conflicts, made.changes) == ((), ())


def test_other_cells_of_a_row_do_not_clash(desk):
    d = desk()
    d.type(A25, note="see the annex")
    _in_report(d, "We pack nothing.", "We pack a little.")
    made = d.merge()
    assert (made.conflicts, [change.column for change in made.changes]) == ((), ["note"])
    assert "We pack a little." in (d.folder / "report.xhtml").read_text("utf-8")


@pytest.mark.parametrize(
    "cells",
    [
        {"reason": "Not material", "explanation": "None."},
        {"status": "omitted", "reason": "Not material", "explanation": "None."},
        {"status": "disclosed", "section": "Paper"},
        {"section": "Paper"},
        {"reviewed": "yes"},
    ],
    ids=lambda cells: "-".join(cells),
)
@pytest.mark.sampled(2)
def test_what_is_typed_of_a_row_that_somebody_else_has_answered(desk, cells):
    """The report has a tag now, of which the person who typed knew nothing."""
    d = desk()
    d.type(A13, **cells, owner="Ops")
    _in_report(d, 'id="waste-1"', 'id="waste-1" data-disclosure="hkex-esg:A1.3"')
    made = d.plan()
    assert "status" in {conflict.column for conflict in made.conflicts} or "section" in cells
    assert {conflict.uid for conflict in made.conflicts} == {A13}
    assert [change.column for change in made.changes] == ["owner"]


def test_place_that_somebody_else_has_tagged_as_it_was_typed(desk):
    d = desk()
    d.type(A13, status="disclosed", section="#waste-1")
    _in_report(d, 'id="waste-1"', 'id="waste-1" data-disclosure="hkex-esg:A1.3"')
    made = d.plan()
    assert (made.conflicts, made.refusals, made.changes) == ((), (), ())


def test_owner_of_the_project_file(desk):
    d = desk()
    d.type(A13, owner="Ops")
    _in_project(d, '\n[owners]\nhkex-esg = "Team"\n')
    [conflict] = d.plan().conflicts
    assert conflict[3:] == ("owner", "", "Ops", "Team")


def test_owner_that_a_group_gives_cannot_be_cleared_in_a_row(desk):
    d = desk(project=None or _project('[owners]\nhkex-esg = "Team"\n'))
    assert d.said(A13)["owner"] == "Team"
    d.type(A13, owner=None)
    [refusal] = d.plan().refusals
    assert refusal.column == "owner"
    assert "[owners]" in refusal.hint


def test_owner_of_a_row_is_taken_away_only_where_none_is_left(desk):
    d = desk(project=_project('[owners]\nhkex-esg = "Team"\n"hkex-esg:A1.3" = "Ops"\n'))
    d.type(A13, owner="")
    [refusal] = d.plan().refusals
    assert refusal.why == 'The report would say "Team"'


def _project(tables):
    return f'[[frameworks]]\nid = "hkex-esg"\nclaim = "comply-or-explain"\n\n{tables}'


def test_what_is_refused_keeps_the_rest_of_the_row_s_tags_back_and_no_more(desk):
    d = desk()
    d.type(A13, status="disclosed", section="Nowhere", owner="Ops")
    d.type(A11, reviewed="yes")
    made = d.plan()
    assert [(r.uid, r.column) for r in made.refusals] == [(A13, "section")]
    assert [(c.uid, c.column) for c in made.changes] == [(A11, "reviewed"), (A13, "owner")]


TWO = """<section id="air">
  <h1>Air</h1>
  <p data-omission="hkex-esg:A1.1 hkex-esg:A1.3" data-reason="not-material">We own no chimneys.</p>
</section>"""


def test_explanation_of_two_disclosures_is_changed_in_both_rows_or_not(desk):
    d = desk(TWO)
    d.type(A11, explanation="We own one chimney.")
    [refusal] = d.plan().refusals
    assert (refusal.uid, refusal.column) == (A11, "explanation")
    assert "also explains hkex-esg:A1.3" in refusal.why
    d.type(A13, explanation="We own one chimney.")
    made = d.merge()
    assert (made.refusals, len(made.changes)) == ((), 2)
    assert d.said(A13)["explanation"] == d.said(A11)["explanation"] == "We own one chimney."


def test_one_of_two_disclosures_is_no_longer_omitted(desk):
    d = desk(TWO)
    d.type(A11, reason=None, explanation=None)
    d.merge()
    text = (d.folder / "report.xhtml").read_text("utf-8")
    assert '<p data-omission="hkex-esg:A1.3" data-reason="not-material">We own no chimneys.</p>' in text


HEADING = """<section id="air" data-disclosure="hkex-esg:13">
  <h1>Air</h1>
  <p>We looked at all of it.</p>
</section>"""


@pytest.mark.parametrize("cells", [{"status": "missing"}, {"reviewed": "yes"}])
def test_row_that_a_heading_answers_names_the_heading(desk, cells):
    d = desk(HEADING)
    uid = next(c.disclosure.uid for c in d.assess().coverage if c.disclosure.parent == "13")
    d.type(uid, **cells)
    [refusal] = d.plan().refusals
    assert "tag of 13" in refusal.why
    assert refusal.hint.endswith("the row of 13")


def test_mark_of_a_heading_marks_the_rows_below_it(desk):
    d = desk(HEADING)
    below = [c.disclosure.uid for c in d.assess().coverage if c.disclosure.parent == "13"]
    for uid in ("hkex-esg:13@2020", below[0]):
        d.type(uid, reviewed="yes")
    made = d.merge()
    assert made.refusals == ()
    assert d.said(below[0])["reviewed"] == "yes"


def test_workbook_of_another_report_is_wrong_usage(desk):
    from disclosure_index.errors import ConfigError

    d = desk()
    _in_project(d, "")
    file = d.folder / "disclosure-index.toml"
    file.write_text(file.read_text("utf-8").replace("Small Limited", "Large Limited"), "utf-8")
    with pytest.raises(ConfigError, match="exported from another report: its issuer"):
        d.plan()


def test_disclosure_that_no_longer_applies(desk):
    d = desk()
    d.type(A13, owner="Ops")
    file = d.folder / "disclosure-index.toml"
    text = file.read_text("utf-8").replace('claim = "comply-or-explain"', 'edition = "2025"')
    file.write_text(text, "utf-8")
    [refusal] = d.plan().refusals
    assert (refusal.uid, refusal.column) == (A13, "owner")
    assert "no longer" in refusal.why


def test_text_that_was_cut_off_cannot_be_changed_in_its_cell(desk):
    d = desk()
    _in_report(d, "We pack nothing.", "We pack nothing. " * 3_000)
    d.data = d.export()
    assert d.plan().changes == ()
    d.type(A25, explanation="We pack nothing.")
    [refusal] = d.plan().refusals
    assert "only the beginning" in refusal.why
