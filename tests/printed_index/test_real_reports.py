"""The indexes of real reports, measured by the benchmark: what it has reached it keeps."""

import importlib.util
import sys
from pathlib import Path

import pytest

from disclosure_index.printed_index import read_printed_indexes

FLOORS = {  # precision and recall of the codes, share of exact locations
    "alibaba-2024": (1.0, 1.0, 1.0),
    "1and1-2023": (0.98, 0.98, 0.97),
    "samsung-sds-2024": (0.98, 0.98, 0.97),
    "merck-kgaa-2023": (0.97, 0.97, 0.93),
}


@pytest.fixture(scope="module")
def benchmark():
    path = Path(__file__).parents[2] / "benchmarks" / "printed_index.py"
    spec = importlib.util.spec_from_file_location("benchmarks_printed_index", path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def frameworks(benchmark):
    return benchmark.load_hints()


@pytest.mark.parametrize("name", FLOORS)
def test_floors(shared_reports, benchmark, frameworks, name):
    folder = shared_reports / name
    if (folder / "report.pdf").exists():
        pytest.importorskip("pdfplumber", reason="the extra pdf is not installed")
    result = read_printed_indexes(benchmark.read_report(folder), frameworks)
    truth = list(benchmark.read_truth(folder / "printed-index.csv", frameworks))
    scores = benchmark.measure(truth, result.claims)
    expected, found, right, placed = (
        sum(getattr(score, part) for score in scores.values()) for part in ("expected", "found", "right", "placed")
    )
    precision, recall, exact = FLOORS[name]
    assert right / found >= precision
    assert right / expected >= recall
    assert placed / right >= exact


def test_what_a_real_index_gets_wrong(shared_reports, benchmark, frameworks):
    result = read_printed_indexes(benchmark.read_report(shared_reports / "alibaba-2024"), frameworks)
    assert [(f.rule, f.location.line) for f in result.findings] == [
        *(("DI402", 5568), ("DI403", 5578), ("DI403", 5580), ("DI402", 5583)),
        *(("DI402", line) for line in (5593, 5594, 5595, 5598)),
        *(("DI401", 5600), ("DI405", 5601)),
    ]
    assert "附录 4" in result.findings[-1].hint
