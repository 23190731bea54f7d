"""The index layouts of ``benchmarks/layouts``, in every form: each says what its index claims."""

import importlib
import shutil
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LAYOUTS = ROOT / "benchmarks" / "layouts"
NAMES = sorted(str(path.relative_to(LAYOUTS).with_suffix("")) for path in LAYOUTS.rglob("*.txt"))
PRINTED = (
    "gri-long", "gri-template", "hkex-zh-hant", "stacked", "tcfd-zh", "ifrs-both", "held-out/gri-annual-report",
    "held-out/hkex-aspect-and-kpi", "held-out/sdg-targets", "held-out/tcfd-hans-sections", "held-out/ungc-statements",
)  # fmt: skip
"""Those that are printed as PDF here; the benchmark prints them all."""


@pytest.fixture(scope="module")
def benchmarks():
    sys.path.insert(0, str(ROOT))
    try:
        return importlib.import_module("benchmarks.layouts"), importlib.import_module("benchmarks.printed_index")
    finally:
        sys.path.remove(str(ROOT))


@pytest.fixture(scope="module")
def frameworks(benchmarks):
    return benchmarks[1].load_hints()


@pytest.fixture
def faults(benchmarks, frameworks, tmp_path):
    layouts, printed_index = benchmarks

    def call(name, form):
        layout = layouts.read_layout(LAYOUTS / f"{name}.txt")
        layouts.write_folder(layout, form or layout.styles[0], tmp_path)
        document = printed_index.read_report(tmp_path)
        claims = printed_index.read_printed_indexes(document, frameworks).claims
        truth = list(printed_index.read_truth(tmp_path / "printed-index.csv", frameworks))
        assert len(truth) == len(layout.expected)
        return [fault for score in printed_index.measure(truth, claims).values() for fault in score.faults]

    return call


@pytest.mark.parametrize("form", ["txt", "md", "html", "xhtml", "docx"])
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.sampled(50)
def test_every_claim_is_read(faults, name, form):
    assert faults(name, form) == []


@pytest.mark.skipif(shutil.which("chromium") is None, reason="chromium, which prints the PDF, is not installed")
@pytest.mark.parametrize("name", PRINTED)
@pytest.mark.sampled(1)
def test_every_claim_is_read_from_pdf(faults, name):
    assert faults(name, None) == []
