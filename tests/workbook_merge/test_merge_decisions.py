"""Which typed cells are taken, and which clash: the rows below are the specification of the three-way comparison."""

import pytest

from disclosure_index.workbook_merge.three_way import _clashes

# situation, the columns typed in, those that the report says otherwise by now, those that clash, those not taken
CLASHES = [
    ("nobody else changed the row", "section status owner", "", "", ""),
    ("the same column", "owner", "owner", "owner", "owner"),
    ("another column", "owner", "note", "", ""),
    ("one of two columns", "owner note", "note", "note", "note"),
    ("an owner, while the place moved", "owner", "section status", "", ""),
    ("a reason, while the status moved", "reason", "status", "status", "status reason"),
    ("a reason, while only the place moved", "reason", "section", "", ""),
    ("a status, while the place moved", "status", "section", "section", "section status"),
    ("a place and a reason, while the place moved", "section reason", "section", "section", "section reason"),
    ("a mark, while the place moved: it was of another place", "reviewed", "section", "section", "section reviewed"),
    ("a mark, while the explanation moved", "reviewed", "explanation", "explanation", "explanation reviewed"),
    ("a mark, while the owner moved", "reviewed", "owner", "", ""),
    ("an explanation and an owner, while the reason moved", "explanation owner", "reason", "reason",
     "reason explanation"),
    ("a place, while the mark moved", "section", "reviewed", "", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "moved", "clashing", "lost"), [row[1:] for row in CLASHES], ids=[row[0] for row in CLASHES]
)
def test_what_clashes(typed: str, moved: str, clashing: str, lost: str) -> None:
    found, gone = _clashes(typed.split(), moved.split())
    assert (found, gone) == (clashing.split(), set(lost.split()))


HEADING, CHILD = "hkex-esg:13@2020", "hkex-esg:13(i)@2020"
TAGGED = '<p data-disclosure="hkex-esg:13">The board.</p>'
MARKED = '<p data-disclosure="hkex-esg:13" data-reviewed="hkex-esg:13">The board.</p>'
PART = '<p data-disclosure="hkex-esg:13#x">More of it.</p>'

# situation, the report, what is typed as reviewed, the rows refused, the rows that change
REVIEWED = [
    ("the heading", TAGGED, {HEADING: "yes"}, [], [HEADING]),
    ("the heading and what is below it", TAGGED, {HEADING: "yes", CHILD: "yes"}, [], [HEADING, CHILD]),
    ("what is below alone: the tag is the heading's", TAGGED, {CHILD: "yes"}, [CHILD], []),
    ("both taken back", MARKED, {HEADING: None, CHILD: None}, [], [HEADING, CHILD]),
    ("taken back below alone", MARKED, {CHILD: None}, [CHILD], []),
    ("the heading marked, and below it taken back", MARKED + PART, {HEADING: "yes", CHILD: None}, [CHILD], [HEADING]),
]


@pytest.mark.parametrize(
    ("body", "typed", "refused", "changed"), [row[1:] for row in REVIEWED], ids=[row[0] for row in REVIEWED]
)
def test_a_mark_on_a_row_that_a_heading_answers(desk, body, typed, refused, changed):
    made = desk(body).plan_typed({uid: {"reviewed": cell} for uid, cell in typed.items()})
    assert [refusal.uid for refusal in made.refusals] == refused
    assert [change.uid for change in made.changes] == changed
