"""The layouts of ``benchmarks/mutations``: made-up tables, in each, are read at their places or reported."""

import importlib
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))
try:
    mutations = importlib.import_module("benchmarks.mutations.__main__")
    true_tables = importlib.import_module("benchmarks.mutations.true_tables")
    printing = importlib.import_module("benchmarks.mutations.printing")
    judging = importlib.import_module("benchmarks.mutations.judging")
finally:
    sys.path.remove(str(ROOT))
from benchmarks.printed_index import load_hints
from tests.support.reports import shipped_with_spellings

LAYOUTS = {how.name: how for how in mutations.mutations() if "html" in how.forms}


@pytest.fixture(scope="module")
def frameworks():
    return load_hints()


@pytest.mark.parametrize("form", ["html", "docx"])
@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("framework", ["gri", "hkex-esg", "tcfd"])
@pytest.mark.sampled(30)
def test_every_row_is_read_or_reported(name, form, framework, frameworks, tmp_path):
    how = LAYOUTS[name]
    if form not in how.forms or (how.only and framework not in how.only):
        pytest.skip(f"{name} is not printed for {framework} as {form}")
    catalog = shipped_with_spellings()
    tables = list(true_tables.made_up(catalog))
    table = next(table for table in tables if table.framework == framework)
    layout = printing.printed(table, how, mutations.heads(), [other for other in tables if other != table])
    [path] = mutations.write([(layout, how)], form, tmp_path)
    outcome = judging.judged(path, layout.expected, catalog, frameworks, layout.language)
    assert outcome.read + outcome.told >= 0.99 * outcome.rows, outcome.faults
    assert outcome.read >= 0.9 * outcome.rows, outcome.faults


def test_layouts_have_names_of_their_own():
    names = [how.name for how in mutations.mutations()]
    assert len(names) == len(set(names)) >= 40
