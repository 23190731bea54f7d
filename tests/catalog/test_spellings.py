"""Every spelling of ``spellings/``, read by itself and in the code column of a printed index.

``codes`` says what is meant, nothing where no code is; "305-1#a,b" has the letters that stand behind it.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from disclosure_index.printed_index.codes import codes_in, tidy
from disclosure_index.printed_index.reader import hints, read_printed
from disclosure_index.reading.registry import read_document
from tests.support.reports import shipped_with_spellings

FOLDER = Path(__file__).with_name("spellings")
# A heading that names the framework, and two rows as plain as any, between which the spelling stands.
INDEX = """# Report 2025

## Energy

We used 12 MWh of energy in 2025.

## {name} index

| Code | Title | Location |
|---|---|---|
| {first} | One | Energy |
| {printed} | Another | Energy |
| {last} | A third | Energy |
"""
NAMES = {
    "gri": ("GRI content", "GRI 206-1", "GRI 207-1"),
    "hkex-esg": ("HKEX ESG Reporting Code content", "KPI B4.1", "KPI B4.2"),
    "ifrs-s1": ("IFRS S1", "IFRS S1 46(a)", "IFRS S1 46(b)"),
    "ifrs-s2": ("IFRS S2", "IFRS S2 33(a)", "IFRS S2 33(b)"),
    "sasb": ("SASB", "FB-AB-140a.1", "FB-AB-140a.2"),
    "tcfd": ("TCFD", "Risk Management (c)", "TCFD Risk Management (c)"),
}


def _rows() -> Iterator[tuple[str, str, str]]:
    for file in sorted(FOLDER.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            yield from ((row["framework"], row["printed"], row["codes"]) for row in csv.DictReader(lines))


ROWS = list(_rows())


@pytest.fixture(scope="module")
def frameworks():
    return hints(shipped_with_spellings())


@pytest.mark.parametrize(("framework", "printed", "codes"), ROWS)
def test_a_spelling_means_its_codes(frameworks, framework, printed, codes):
    found = (f"{m.code}#{','.join(m.datapoints)}".rstrip("#") for m in frameworks[framework].find(printed))
    assert " ".join(dict.fromkeys(found)) == codes


@pytest.mark.parametrize(("framework", "printed", "codes"), [row for row in ROWS if row[2]])
@pytest.mark.sampled(120)
def test_a_spelling_is_read_in_an_index(frameworks, tmp_path, framework, printed, codes):
    name, first, last = NAMES[framework]
    path = tmp_path / "report.md"
    path.write_text(INDEX.format(name=name, first=first, last=last, printed=printed.replace("|", "/")), "utf-8")
    claims = read_printed(read_document(path, path.name, "en"), frameworks).claims
    plain = {item.code for cell in (first, last) for item in codes_in(tidy(cell), frameworks[framework])}
    assert plain
    assert {c.code for c in claims if c.framework == framework} - plain == {
        code.partition("#")[0] for code in codes.split()
    } - plain
