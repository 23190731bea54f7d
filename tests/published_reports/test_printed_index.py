"""The indexes of published reports, measured by the benchmark: what it has reached it keeps."""

import pytest

from benchmarks.printed_index import load_hints, measure, read_report, read_truth
from disclosure_index.printed_index import read_printed_indexes

FLOORS = {  # precision and recall of the codes, share of exact locations
    "alibaba-2024": (1.0, 1.0, 1.0),
    "1and1-2023": (0.98, 0.98, 0.97),
    "samsung-sds-2024": (0.98, 0.98, 0.97),
    "merck-kgaa-2023": (0.97, 0.97, 0.93),
}


@pytest.fixture(scope="module")
def frameworks():
    return load_hints()


@pytest.mark.parametrize("name", FLOORS)
@pytest.mark.sampled(1)
def test_floors(published, frameworks, name):
    folder = published(name)
    result = read_printed_indexes(read_report(folder), frameworks)
    truth = list(read_truth(folder / "printed-index.csv", frameworks))
    scores = measure(truth, result.claims)
    expected, found, right, placed = (
        sum(getattr(score, part) for score in scores.values()) for part in ("expected", "found", "right", "placed")
    )
    precision, recall, exact = FLOORS[name]
    assert right / found >= precision
    assert right / expected >= recall
    assert placed / right >= exact


def test_what_a_real_index_gets_wrong(published, frameworks):
    result = read_printed_indexes(read_report(published("alibaba-2024")), frameworks)
    assert [(f.rule, f.location.line) for f in result.findings] == [
        *(("DI402", 5568), ("DI403", 5578), ("DI403", 5580), ("DI402", 5583)),
        *(("DI402", line) for line in (5593, 5594, 5595, 5598)),
        *(("DI401", 5600), ("DI405", 5601)),
    ]
    assert "附录 4" in result.findings[-1].hint
