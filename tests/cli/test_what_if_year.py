"""A report held against the rules of another year: `--year`."""

from datetime import date

import pytest

from disclosure_index.project.what_if import in_year
from tests.support.reports import report

HKEX = '[profile]\nboard = "main-board"\nsize = "large-cap"\n[[frameworks]]\nid = "hkex-esg"\n'


@pytest.mark.parametrize(
    ("year", "shown"),
    [
        (2024, "edition 2020"),
        (2025, "comply-or-explain for FY2025"),
        (2026, "mandatory for FY2026, by size large-cap, years beginning on or after 2026-01-01"),
    ],
)
def test_explain_says_what_another_year_would_ask_for(run, make_report, year: int, shown: str) -> None:
    folder = make_report("<p>Text.</p>", project=HKEX)
    code = "hkex-esg:A1.1" if year == 2024 else "hkex-esg:25(b)"
    assert shown in run("explain", code, str(folder), "--year", str(year)).stdout


def test_the_filter_says_so(run, make_report) -> None:
    result = run("check", str(make_report("<p>Text.</p>", project=HKEX)), "--year", "2026")
    assert "filter: --year 2026" in result.stdout
    assert result.stdout.splitlines()[-1].startswith("FY2026:")


@pytest.mark.parametrize("year", ["0", "1899", "2200", "this"])
def test_a_year_that_is_none_is_refused(run, make_report, year: str) -> None:
    assert run("check", str(make_report("<p>Text.</p>", project=HKEX)), "--year", year).exit_code == 2


@pytest.mark.parametrize(
    ("start", "year", "expected"),
    [
        (date(2024, 1, 1), 2027, (date(2027, 1, 1), date(2027, 12, 31))),
        (date(2024, 4, 1), 2027, (date(2026, 4, 1), date(2027, 3, 31))),
        (date(2023, 3, 1), 2028, (date(2027, 3, 1), date(2028, 2, 29))),  # the last of February stays the last
        (date(2024, 3, 1), 2025, (date(2024, 3, 1), date(2025, 2, 28))),
    ],
)
def test_the_days_are_moved_by_whole_years(start: date, year: int, expected: tuple[date, date]) -> None:
    moved = in_year(report("<p>Text.</p>", claims={}, year=start, published=date(2025, 6, 1)), year)
    assert (moved.year_start, moved.year_end) == expected
    assert moved.financial_year == f"FY{year}"


def test_gem_is_supposed_of_a_large_cap_only_with_its_size(run, make_report) -> None:
    folder = make_report("<p>Text.</p>", project=HKEX)
    assert run("check", str(folder), "--profile", "board=gem", "--year", "2026").exit_code == 1
    refused = run("check", str(folder), "--profile", "board=gem", "--profile", "size=large-cap")
    assert refused.exit_code == 2
    assert "Main Board" in refused.stderr
