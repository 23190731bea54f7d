"""What docs/suggestions.md promises, held on two of the published reports, and on labelled sentences."""

import tomllib

import pytest

from benchmarks.printed_index import load_hints
from benchmarks.suggest import places
from benchmarks.suggest_sentences import TOPICS, UNRELATED, belongs, competing, one_by_one, read_sentences
from benchmarks.suggest_truth import read_case
from disclosure_index.suggest import THRESHOLD, Suggester
from tests.support.reports import shipped

pytestmark = pytest.mark.slow

PROMISED = [
    ("alibaba-2024", "hkex-esg", 0.74, 0.9),
    ("alibaba-2024", "gri", 0.8, 0.92),
    ("samsung-sds-2024", "gri", 0.68, 0.88),
]


@pytest.mark.parametrize(("report", "framework", "first", "three"), PROMISED)
def test_the_printed_place_is_among_the_first(published, report, framework, first, three):
    case = read_case(published(report), shipped(), load_hints())
    made = Suggester(case.report, shipped(), ())
    found = places(case, framework, lambda d: [s.passage for s in made.for_disclosure(d)])
    assert len(found) > 40
    assert sum(n == 1 for n in found) / len(found) >= first
    assert sum(0 < n <= 3 for n in found) / len(found) >= three


def test_sentences_lead_to_their_topic_and_unrelated_ones_stay_below_the_threshold(published):
    file = published("labelled/lcy-esg-zh/sentences.csv")
    topics = tomllib.loads(TOPICS.read_text("utf-8"))["topic"]
    rows = [row for n, row in enumerate(read_sentences(file)) if n % 8 == 0 or row[1] == UNRELATED]
    made = one_by_one([text for text, _ in rows], shipped(), competing(shipped()))
    right, below = [], []
    for n, (_, topic) in enumerate(rows):
        found = made.for_passage(0, n)
        if topic == UNRELATED:
            below.append(not found or found[0].score < THRESHOLD)
        else:
            right.append(any(belongs(s.disclosure, topic, topics) for s in found))
    assert sum(right) / len(right) >= 0.85
    assert sum(below) / len(below) >= 0.9
