"""Every rule on reports where it has nothing to tell, where it has, and at its edge. The cases stand in the TOML files.

What is expected is everything that is found: a case fails as well where a second rule tells the same.
"""

from pathlib import Path

import pytest

from tests.rules.conftest import Case, read_cases, run

CASES = read_cases()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_case(case: Case, tmp_path: Path) -> None:
    found = run(case, tmp_path)
    assert [_place_and_rule(line) for line in found] == [_place_and_rule(line) for line in case.finds], found
    for line, expected in zip(found, case.finds, strict=True):
        assert expected.split(" ", 2)[2] in line


def _place_and_rule(line: str) -> list[str]:
    return line.split(" ", 2)[:2]


@pytest.mark.parametrize("case", [case for case in CASES if case.base], ids=str)
def test_a_change_to_the_definitions_changes_them(case: Case) -> None:
    for old, _ in case.change:
        assert any(old in text for text in case.base.values()), f"{old!r} is not in the definitions"
