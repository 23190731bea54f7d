"""Facts of published reports against labels.toml, which was written before the reader was."""

import hashlib
import math
import tomllib
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from benchmarks.printed_index import READERS, read_document
from benchmarks.published_reports import reports_folder
from disclosure_index.figures import DocumentFacts

LABELS = tomllib.loads(Path(__file__).with_name("labels.toml").read_text("utf-8"))
YEARS = {"alibaba-2024": "2024", "samsung-sds-2024": "2023"}
LANGUAGES = {"alibaba-2024": "zh-Hans", "hua-nan-2022": "zh-Hant", "shinkong-2022": "zh-Hant"}
AXES = {"gender", "age", "region", "scope", "level"}
QUICK = {"alibaba-2024"}
"""Reports that are read in no time; the others are PDFs."""
LEAST = 0.97
LEAST_DIMENSIONS = 0.90
MOST_LOST = 0.1
"""Of the labelled passages that a reader may cut in another way than the one that they were labelled on."""


@cache
def _read(report):
    folder = reports_folder()
    found = [*folder.glob(f"**/{report}/report.*"), *folder.glob(f"unlabelled/{report}.*")]
    path = next((path for path in found if path.suffix in READERS), None)
    if path is None:
        return None
    language = LANGUAGES.get(report, "zh-Hant" if report.startswith("tw-") else "en")
    document = read_document(path, path.name, language)
    return DocumentFacts(document, YEARS.get(report) or report.rsplit("-", 1)[1])


def _find(facts, label):
    for number, passage in enumerate(facts.document.passages):
        if passage.page == label["page"] and _digest(passage.text) == label["digest"]:
            return number
    return None


def _digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _wanted(kind, label):
    """Return period, value and unit of each fact that is labelled."""
    if kind == "row":
        return [(period, value * label["scale"], label["unit"]) for period, value in label["facts"]]
    return [(period, value * scale, unit) for value, unit, scale, period in label["facts"]]


def _same(fact, period, value, unit):
    pure = {"1": ""}  # a count: of a sentence it was not labelled whether its noun is known
    of = "target" if fact.role == "target" and fact.in_table else fact.period
    return (
        fact.value is not None
        and math.isclose(fact.value, value, rel_tol=1e-9, abs_tol=1e-12)
        and pure.get(fact.unit, fact.unit) == pure.get(unit, unit)
        and period in ("", of)
    )


def _measure(reports):
    right = whole = rows = dimensions = labels = lost = 0
    wrong = defaultdict(list)
    for kind in ("row", "sentence"):
        for label in (one for one in LABELS[kind] if one["report"] in reports):
            facts = _read(label["report"])
            labels += 1
            number = None if facts is None else _find(facts, label)
            if number is None:
                lost += 1
                continue
            got = [fact for fact in facts.of_passage(number) if fact.value is not None]
            wanted = _wanted(kind, label)
            for period, value, unit in wanted:
                match = next((fact for fact in got if _same(fact, period, value, unit)), None)
                right += match is not None
                got = [fact for fact in got if fact is not match]
                if match is None:
                    wrong[label["report"], number].append((period, value, unit))
                elif kind == "row":
                    rows += 1
                    dimensions += {k: v for k, v in match.dimensions if k in AXES} == label.get("dimensions", {})
            whole += len(wanted) + sum(fact.role not in ("change",) for fact in got)
    return right, whole, dimensions, rows, labels, lost, dict(wrong)


def _judge(reports):
    right, whole, dimensions, rows, labels, lost, wrong = _measure(reports)
    print(f"facts {right}/{whole}, dimensions {dimensions}/{rows}, passages lost {lost}/{labels}")
    assert right / whole >= LEAST, wrong
    assert dimensions / max(rows, 1) >= LEAST_DIMENSIONS
    assert lost / labels <= MOST_LOST


@pytest.fixture(autouse=True)
def _reports():
    if not reports_folder().is_dir():
        pytest.skip("no published reports: see docs/published-reports.md")


def test_facts_of_a_report_in_chinese():
    _judge(QUICK)


@pytest.mark.slow
def test_facts_of_all_reports():
    pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
    _judge({label["report"] for kind in ("row", "sentence") for label in LABELS[kind]})
