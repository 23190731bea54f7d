"""What the hint of a gap says where there is much to go through."""

from disclosure_index.assessment.assessment import LONGEST
from tests.support.reports import assessed

ROW = "<table><tr><th>Hazardous waste generated</th><td>tonnes</td><td>12.4</td></tr></table>"
OTHERS = "".join(f"<section><h1>Harbour {n}</h1><p>Ferries leave at noon.</p></section>" for n in range(9))


def hint(body):
    found = assessed(body, claims={"hkex-esg": "comply-or-explain"}).verdict.findings
    [only] = [finding.hint for finding in found if finding.code == "A1.3"]
    return only


def test_the_row_is_named():
    said = hint(f"<section><h1>Waste</h1>{ROW}</section>{OTHERS}")
    assert (
        "in Waste looks like the answer (Hazardous waste generated, 12.4 tonnes): tag it as hkex-esg:A1.3, or explain"
        in said
    )


def test_of_what_was_not_gone_through_nothing_is_said():
    said = hint(f"<section><h1>Waste</h1>{ROW}</section>{OTHERS}<p>{'x ' * (LONGEST // 2)}</p>")
    assert said.startswith("Tag the passage that answers it as hkex-esg:A1.3")
