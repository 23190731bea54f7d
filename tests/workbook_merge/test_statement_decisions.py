"""What a row says of tags and omissions, and the steps that it asks for: the rows below are the specification."""

from datetime import date

import pytest

from disclosure_index.messages import render
from disclosure_index.session import open_assessment
from disclosure_index.workbench.steps import AmendStep, ExplainStep, TagStep, UnexplainStep, UntagStep
from disclosure_index.workbook_merge.context import context
from disclosure_index.workbook_merge.sections import satisfied
from disclosure_index.workbook_merge.statements import shared, statement_steps
from disclosure_index.workbook_merge.values import Edited, RefusedCell, SheetRow, Typed
from tests.conftest import write_report
from tests.workbook_merge.conftest import HKEX

BODY = """<section id="board" data-disclosure="hkex-esg:13"><h1>Board</h1><p>We looked at it.</p></section>
<section id="air"><h1>Air</h1>
<p id="nox" data-disclosure="hkex-esg:A1.1">NOx fell.</p>
<p id="co2" data-disclosure="hkex-esg:A1.2#scope-1">We emitted 12 tonnes.</p></section>
<section id="energy" data-disclosure="hkex-esg:A2.1"><h1>Energy</h1><p id="kwh">We used 8 kWh.</p></section>
<section id="oil"><h1>Oil</h1><p id="drums" data-disclosure="hkex-esg:A2.1">And 2 tonnes of oil.</p></section>
<section id="waste"><h1>Waste</h1><p id="bins">We threw away 3 tonnes.</p></section>
<section id="left-out"><h1>Left out</h1>
<p id="packaging" data-omission="hkex-esg:A2.5" data-reason="not-material">We pack nothing.</p>
<p id="both" data-omission="hkex-esg:A1.5 hkex-esg:A1.6" data-reason="not-material">We set none.</p>
<p id="deaths" data-omission="hkex-esg:B2.1" data-reason="not-material">Nobody died.</p>
<p id="again" data-omission="hkex-esg:B2.1" data-reason="unavailable">Nobody knows.</p>
<p id="water" data-omission="hkex-esg:A2.2" data-reason="not-material">We drink it.</p>
<p id="tap" data-disclosure="hkex-esg:A2.2">We drank 3 litres.</p>
<p id="rules" data-omission="hkex-esg:15" data-reason="not-applicable">We are small.</p>
<p id="last" data-omission="hkex-esg:13" data-reason="not-applicable">The board is new.</p>
</section>"""


class Rows:
    """A report, and what its rows ask for after something was typed."""

    def __init__(self, folder, edition="2020"):
        self.edition = edition
        assessment = open_assessment(folder, today=date(2026, 6, 30))
        self.context = context(assessment, "en", "en", "disclosure-index.toml")
        self.covered = {c.disclosure.uid: c for c in assessment.coverage}
        self.texts = self.context.texts()
        self.names = {at: id for id, at in assessment.report.documents[0].anchors.items()}

    def edited(self, code, cells):
        """Give the row of a disclosure with the cells that were typed in."""
        uid = f"hkex-esg:{code}@{self.edition}"
        now = self.texts[uid]
        row = SheetRow("HKEX", 9, uid, {id: Typed(text) for id, text in {**now, **cells}.items()})
        return Edited(row, self.covered[uid], {id: (now[id], text, now[id]) for id, text in cells.items()})

    def asked(self, code, cells):
        """Give what a row asks for, each step in a line, or its refusal."""
        try:
            return [self.said(step) for step in statement_steps(self.edited(code, cells), self.context)]
        except RefusedCell as no:
            return f"{no.column}: {render(no.why, 'en')}. {render(no.hint, 'en')}"

    def said(self, step):
        """Give a step in a line, with the ids of the elements that it names."""
        at, code = self.names[step.at], step.reference.removeprefix("hkex-esg:")
        match step:
            case TagStep():
                return f"tag {at} {code}"
            case UntagStep():
                return f"untag {at} {code}"
            case UnexplainStep():
                return f"unexplain {at} {code}"
            case AmendStep(_, _, reason, explanation):
                return f"amend {at} {code}: {reason}, {explanation}"
            case ExplainStep(point, _, reason, explanation):
                return f"explain {point.where} {at} {code}: {reason}, {explanation}"


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    """The rows of one report, of which nothing is written."""
    return Rows(write_report(tmp_path_factory.mktemp("rows") / "small", BODY, project=HKEX))


SAID = {"reason": "Not material", "explanation": "None."}
EMPTY = {"reason": "", "explanation": ""}

# situation, the disclosure, what is typed, the steps
STEPS = [
    ("a place for what is missing", "A1.3", {"section": "Waste"}, ["tag waste A1.3"]),
    ("two places", "A1.3", {"section": "Waste; #kwh"}, ["tag waste A1.3", "tag kwh A1.3"]),
    ("the same place twice", "A1.3", {"section": "Waste; #waste"}, ["tag waste A1.3"]),
    ("disclosed, and where", "A1.3", {"status": "disclosed", "section": "Waste"}, ["tag waste A1.3"]),
    ("partial, and where", "A1.3", {"status": "partial", "section": "Waste"}, ["tag waste A1.3"]),
    ("disclosed, reason and explanation cleared", "A1.3", {"status": "disclosed", "section": "Waste", **EMPTY},
     ["tag waste A1.3"]),
    ("one more place", "A1.1", {"section": "Air; Waste"}, ["tag waste A1.1"]),
    ("another place", "A1.1", {"section": "Waste"}, ["tag waste A1.1", "untag nox A1.1"]),
    ("another place of the same section", "A1.1", {"section": "#co2"}, ["tag co2 A1.1", "untag nox A1.1"]),
    ("the element that has the tag", "A1.1", {"section": "#nox"}, []),
    ("the first of two places", "A2.1", {"section": "Energy"}, ["untag drums A2.1"]),
    ("the second of two places", "A2.1", {"section": "Oil"}, ["untag energy A2.1"]),
    ("one of two places, and a new one", "A2.1", {"section": "Oil; Waste"}, ["tag waste A2.1", "untag energy A2.1"]),
    ("a place by its anchor instead of its title", "A2.1", {"section": "#energy; Oil"}, []),
    ("a place for what is answered in part", "A1.2", {"section": "Air; Waste"}, ["tag waste A1.2"]),
    ("a place beside that of the heading", "13(i)", {"section": "Board; Waste"}, ["tag waste 13(i)"]),
    ("missing", "A1.1", {"status": "missing"}, ["untag nox A1.1"]),
    ("missing, with two tags", "A2.1", {"status": "missing"}, ["untag energy A2.1", "untag drums A2.1"]),
    ("missing, with an omission", "A2.5", {"status": "missing"}, ["unexplain packaging A2.5"]),
    ("missing, with a tag and an omission", "13", {"status": "missing"}, ["untag board 13", "unexplain last 13"]),
    ("not required, with a tag", "A1.1", {"status": "not required"}, ["untag nox A1.1"]),
    ("undetermined, with a tag", "A1.1", {"status": "undetermined"}, ["untag nox A1.1"]),
    ("reason and explanation", "A1.3", SAID, ["explain after last A1.3: not-material, None."]),
    ("omitted, reason and explanation", "A1.3", {"status": "omitted", **SAID},
     ["explain after last A1.3: not-material, None."]),
    ("an explanation of two lines", "A1.3", {"reason": "Not material", "explanation": "One.\nTwo."},
     ["explain after last A1.3: not-material, One.\nTwo."]),
    ("an explanation in a section", "A1.3", {"section": "Waste", **SAID},
     ["explain inside waste A1.3: not-material, None."]),
    ("an explanation at an element", "A1.3", {"status": "omitted", "section": "#bins", **SAID},
     ["explain after bins A1.3: not-material, None."]),
    ("omitted, with a tag", "A1.1", {"status": "omitted", **SAID},
     ["untag nox A1.1", "explain after last A1.1: not-material, None."]),
    ("omitted, with a tag, and where", "A1.1", {"status": "omitted", "section": "Waste", **SAID},
     ["untag nox A1.1", "explain inside waste A1.1: not-material, None."]),
    ("the rest of what is answered in part", "A1.2", SAID, ["explain after last A1.2#scope-2: not-material, None."]),
    ("omitted, all that is answered in part", "A1.2", {"status": "omitted", **SAID},
     ["untag co2 A1.2#scope-1", "explain after last A1.2: not-material, None."]),
    ("another reason", "A2.5", {"reason": "Not applicable"}, ["amend packaging A2.5: not-applicable, None"]),
    ("another explanation", "A2.5", {"explanation": "We do."}, ["amend packaging A2.5: None, We do."]),
    ("another reason and explanation", "A2.5", {"reason": "Not applicable", "explanation": "We do.\nOften."},
     ["amend packaging A2.5: not-applicable, We do.\nOften."]),
    ("another explanation, beside a tag", "A2.2", {"explanation": "We sip."}, ["amend water A2.2: None, We sip."]),
    ("a place for what may not be omitted, and is", "15", {"section": "Waste"}, ["tag waste 15"]),
    ("omission taken back", "A2.5", EMPTY, ["unexplain packaging A2.5"]),
    ("omission of two disclosures taken back for one", "A1.5", EMPTY, ["unexplain both A1.5"]),
    ("both omissions taken back", "B2.1", EMPTY, ["unexplain deaths B2.1", "unexplain again B2.1"]),
    ("disclosed instead of omitted", "A2.5", {"status": "disclosed", "section": "Waste"},
     ["tag waste A2.5", "unexplain packaging A2.5"]),
    ("the section of the omission is no place", "A2.5", {"status": "disclosed", "section": "Left out; Waste"},
     ["tag waste A2.5", "unexplain packaging A2.5"]),
]  # fmt: skip


@pytest.mark.parametrize(("code", "cells", "steps"), [row[1:] for row in STEPS], ids=[row[0] for row in STEPS])
def test_what_a_row_asks_for(rows, code, cells, steps):
    assert rows.asked(code, cells) == steps


# situation, the disclosure, what is typed, the column refused, words of the refusal, words of its hint
REFUSED = [
    ("no status", "A1.3", {"status": "done"}, "status", '"done" is not a status', "disclosed, partial, omitted"),
    ("the status cleared", "A1.1", {"status": ""}, "status", '"" is not a status', "Choose one of"),
    ("missing, with nothing to take away", "A1.3", {"status": "missing"}, "status", "follows from the profile",
     "Restore the status"),
    ("missing, while the heading answers it", "13(i)", {"status": "missing"}, "status", "by the tag of 13, above it",
     "Change the row of 13"),
    ("another place than the heading's", "13(i)", {"section": "Waste"}, "section", "by the tag of 13, above it",
     "Change the row of 13"),
    ("disclosed without a place", "A1.3", {"status": "disclosed"}, "status", "No place is named", 'under "Section"'),
    ("partial without a place", "A1.3", {"status": "partial"}, "status", "No place is named", 'under "Section"'),
    ("disclosed with an explanation", "A1.3", {"status": "disclosed", "section": "Waste", "explanation": "So."},
     "status", "also has a reason or an explanation", 'Clear them, or choose "omitted"'),
    ("disclosed with a reason", "A2.5", {"status": "disclosed", "section": "Waste", "reason": "Not applicable"},
     "status", "also has a reason or an explanation", 'Clear them, or choose "omitted"'),
    ("no place left", "A2.1", {"section": ""}, "section", "No place that answers it is left", 'choose "missing"'),
    ("no such place", "A1.3", {"section": "Nowhere"}, "section", 'no section, anchor or page "nowhere"',
     "Write a section title"),
    ("a place of what is omitted", "A2.5", {"section": "Waste"}, "section", "The omission is explained here",
     "Move the paragraph"),
    ("a reason for what is disclosed", "A1.1", SAID, "reason", "it is not omitted", 'choose "omitted"'),
    ("an explanation of what is disclosed", "A1.1", {"explanation": "None."}, "explanation", "it is not omitted",
     'choose "omitted"'),
    ("no reason", "A1.3", {"explanation": "So."}, "reason", "An omission needs a reason", "Not material; Not"),
    ("a reason that is none", "A1.3", {"reason": "lazy", "explanation": "So."}, "reason",
     'HKEX does not accept the reason "lazy"', "Not material; Not applicable"),
    ("the reason cleared", "A2.5", {"reason": ""}, "reason", "An omission needs a reason", "Not material"),
    ("no explanation", "A1.3", {"reason": "Not material"}, "explanation", "needs an explanation", "Say why"),
    ("an explanation of white space", "A1.3", {"reason": "Not material", "explanation": " \n"}, "explanation",
     "needs an explanation", "Say why"),
    ("the explanation cleared", "A2.5", {"explanation": ""}, "explanation", "needs an explanation", "Say why"),
    ("an omission of what is mandatory", "14", SAID, "reason", "does not allow an omission", "Disclose it"),
    ("omitted, what is mandatory", "14", {"status": "omitted", **SAID}, "status", "does not allow an omission",
     "Disclose it"),
    ("another text for two omissions", "B2.1", SAID, "reason", "explains it at 2 places", "Edit it there"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "cells", "column", "why", "hint"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_what_a_row_cannot_ask_for(rows, code, cells, column, why, hint):
    said = rows.asked(code, cells)
    assert isinstance(said, str)
    assert said.startswith(f"{column}: ")
    assert why in said
    assert hint in said


CODE = HKEX.replace('"comply-or-explain"', '"comply-or-explain"\nedition = "2025"')
ABOVE = """<section id="climate" data-disclosure="hkex-esg:21"><h1>Climate</h1><p id="heat">It is hot.</p></section>
<section id="calm"><h1>Calm</h1><p id="all" data-omission="hkex-esg:20" data-reason="not-applicable">None.</p></section>
<section id="part" data-disclosure="hkex-esg:21(a)"><h1>Part</h1><p>Some of it.</p></section>"""

# situation, the disclosure, what is typed, the steps, or the refusal's column and words
BELOW = [
    ("an omission of the heading taken back", "20(a)", EMPTY,
     "reason: It is explained together with 20. Change the row of 20"),
    ("missing", "20(a)", {"status": "missing"}, "status: It is explained together with 20. Change the row of 20"),
    ("disclosed", "20(a)", {"status": "disclosed", "section": "Climate"},
     "status: It is explained together with 20. Change the row of 20"),
    ("a place", "20(a)", {"section": "Climate"}, ["tag climate 20(a)@2025"]),
    ("the heading itself", "20", EMPTY, ["unexplain all 20"]),
    ("a text of its own", "20(a)", SAID, ["explain after all 20(a)@2025: not-material, None."]),
    ("its own of two tags", "21(a)", {"section": "Climate"}, ["untag part 21(a)"]),
    ("the heading's of two tags", "21(a)", {"section": "Part"}, "the tag of 21, above it"),
    ("both tags", "21(a)", {"status": "missing"}, "the tag of 21, above it"),
]  # fmt: skip


@pytest.fixture(scope="module")
def below(tmp_path_factory):
    """The rows of a report that answers, and omits, what stands above other disclosures."""
    return Rows(write_report(tmp_path_factory.mktemp("below") / "small", ABOVE, project=CODE), "2025")


@pytest.mark.parametrize(("code", "cells", "told"), [row[1:] for row in BELOW], ids=[row[0] for row in BELOW])
def test_what_a_row_below_a_heading_asks_for(below, code, cells, told):
    said = below.asked(code, cells)
    assert told in said if isinstance(told, str) else told == said


def test_a_row_without_a_column_for_explanations_explains_nothing(rows):
    edited = rows.edited("A1.3", {"reason": "Not material"})
    alone = edited._replace(row=edited.row._replace(cells={"reason": Typed("Not material")}))
    with pytest.raises(RefusedCell) as no:
        statement_steps(alone, rows.context)
    assert no.value.column == "explanation"


def test_an_explanation_needs_a_place_where_the_report_has_no_paragraph(tmp_path):
    empty = Rows(write_report(tmp_path / "empty", "<div></div>", project=HKEX))
    said = empty.asked("A1.3", SAID)
    assert said.startswith("section: The report has no place for the explanation. Write a section title")


# the disclosure, the places typed, whether the report says so already
SATISFIED = [
    ("A1.1", "Air", True),
    ("A1.1", "#nox", True),
    ("A1.1", "Air; #nox", True),
    ("A1.1", "#co2", False),
    ("A1.1", "Waste", False),
    ("A1.1", "", False),
    ("A2.1", "Oil; Energy", True),
    ("A2.1", "#drums; #energy", True),
    ("A2.1", "Oil", False),
    ("A2.5", "Left out", True),
    ("A2.5", "#packaging", True),
    ("A2.5", "#left-out; #packaging", True),
    ("A2.5", "Waste", False),
    ("A2.5", "Left out; Waste", False),
    ("A1.3", "Waste", False),
    ("A1.3", "", True),
    ("13", "Board; Left out", False),
]


@pytest.mark.parametrize(("code", "places", "is_said"), SATISFIED)
def test_whether_the_report_has_a_place_already_under_another_name(rows, code, places, is_said):
    assert satisfied(rows.edited(code, {"section": places}), rows.context) is is_said


ONE, OTHER = {"explanation": "We set one."}, {"explanation": "We set two."}

# situation, what is typed by disclosure, those whose amendment is refused
SHARED = [
    ("one of two rows", {"A1.5": ONE}, ["A1.5"]),
    ("both rows alike", {"A1.5": ONE, "A1.6": ONE}, []),
    ("both rows, each with its own text", {"A1.5": ONE, "A1.6": OTHER}, ["A1.5", "A1.6"]),
    ("both rows, one with another reason", {"A1.5": ONE, "A1.6": {**ONE, "reason": "Not applicable"}},
     ["A1.5", "A1.6"]),
    ("one row, while the other takes it back", {"A1.5": ONE, "A1.6": EMPTY}, []),
    ("a paragraph that explains one", {"A2.5": ONE}, []),
    ("a paragraph beside it", {"A1.5": ONE, "A2.5": ONE}, ["A1.5"]),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "refused"), [row[1:] for row in SHARED], ids=[row[0] for row in SHARED])
def test_a_paragraph_that_explains_several_disclosures(rows, typed, refused):
    edited = [rows.edited(code, cells) for code, cells in typed.items()]
    steps = [(one, step) for one in edited for step in statement_steps(one, rows.context)]
    found = list(shared(steps, rows.context))
    assert [one.coverage.disclosure.code for one, _ in found] == refused
    assert all("also explains hkex-esg:A1." in render(no.why, "en") for _, no in found)
    assert all(no.column == "explanation" or no.column == "reason" for _, no in found)
