"""The tables of ``benchmarks/small_tables``: a PDF says what the same small table says in HTML."""

import shutil

import pytest

from benchmarks.printed_index import load_hints
from benchmarks.small_tables import __main__ as small_tables

PROGRAMS = {"office": "soffice"}
WHOLE = ("lines", "office")  # of the others, a sample
LEAST = {"office": 0.8}
"""The share that is the same where columns are narrow: LibreOffice sets columns of one width and wraps their cells."""


@pytest.mark.slow
@pytest.mark.parametrize("style", small_tables.STYLES)
def test_a_printed_table_says_what_it_says_in_html(style, tmp_path):
    pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
    program = PROGRAMS.get(style, "chromium")
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    reports = small_tables.layouts()[:: 1 if style in WHOLE else 4]
    found = small_tables.compare(reports, style, load_hints(), tmp_path)
    other = {name: outcome for name, outcome in found.items() if outcome != "same"}
    assert len(other) <= (1 - LEAST.get(style, small_tables.SAME)) * len(found), other
