"""Sixty pairs of passages that a matcher takes for one another: each disclosure finds its own, in each language.

Both stand in one table or section, so that nothing but their own words can tell; and each passage leads to its own
disclosure and not to the other.
"""

import tomllib
from pathlib import Path

import pytest

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.model import parse_reference
from disclosure_index.suggest import Suggester
from tests.support.reports import report, shipped

PAIRS = tomllib.loads(Path(__file__).with_name("confusable.toml").read_text("utf-8"))["pair"]
ORDER = ("en", "zh-Hant", "zh-Hans")


def disclosure(code):
    found = shipped().find(parse_reference(code))
    assert found, code
    return found[-1]


def made(pair):
    one, other = pair["texts"]
    body = f"<section><h1>…</h1><table><tr><td>{one}</td></tr><tr><td>{other}</td></tr></table></section>"
    empty = ["", "", ""]
    empty[ORDER.index(pair["language"])] = body.replace("|", "</td><td>")
    bodies = empty[: ORDER.index(pair["language"]) + 1]
    return report(*bodies, claims={"hkex-esg": "comply-or-explain"})


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['language']} {' '.join(pair['codes'])}")
def test_each_disclosure_finds_its_own(pair):
    asked = made(pair)
    document = len(asked.documents) - 1
    wanted = [disclosure(code) for code in pair["codes"]]
    suggester = Suggester(asked, shipped(), ())
    passages = [n for n, p in enumerate(asked.documents[document].passages) if p.kind == "table-row"]
    found = [suggester.for_disclosure(d, 1, document)[0].passage for d in wanted]
    assert found == passages


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair['language']} {' '.join(pair['codes'])}")
def test_each_passage_finds_its_own(pair):
    asked = made(pair)
    document = len(asked.documents) - 1
    wanted = [disclosure(code) for code in pair["codes"]]
    rows = [Coverage(d, None, None) for d in wanted]
    suggester = Suggester(asked, shipped(), rows)
    passages = [n for n, p in enumerate(asked.documents[document].passages) if p.kind == "table-row"]
    assert [suggester.for_passage(document, n, 1)[0].disclosure.uid for n in passages] == [d.uid for d in wanted]


def test_there_are_sixty_in_three_languages():
    assert len(PAIRS) >= 60
    assert {pair["language"] for pair in PAIRS} == {"en", "zh-Hans", "zh-Hant"}
