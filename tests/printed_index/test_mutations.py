"""The layouts of ``benchmarks/mutations``: made-up tables, in each, are read at their places or reported."""

import pytest

from benchmarks.mutations import __main__ as mutations
from benchmarks.mutations import judging, printing, true_tables
from benchmarks.printed_index import load_hints
from tests.support.reports import shipped_with_spellings

CASES = [
    (how, form, framework)
    for how in mutations.mutations()
    for form in ("html", "docx")
    for framework in ("gri", "hkex-esg", "tcfd")
    if form in how.forms and (not how.only or framework in how.only)
]


@pytest.fixture(scope="module")
def frameworks():
    return load_hints()


@pytest.mark.parametrize(("how", "form", "framework"), CASES, ids=lambda value: getattr(value, "name", value))
@pytest.mark.sampled(20)
def test_every_row_is_read_or_reported(how, form, framework, frameworks, tmp_path):
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
