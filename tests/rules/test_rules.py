"""Every rule on reports where it has nothing to tell, where it has, and at its edge. The cases stand in the TOML files.

What is expected is everything that is found: a case fails as well where a second rule tells the same.
"""

import re
from pathlib import Path

import pytest

from disclosure_index.messages import render
from disclosure_index.model import Finding
from tests.rules.conftest import Case, read_cases, run, told

CASES = read_cases()


# Recognition takes seconds; the quick tier has a sample of it in tests/importing/test_scans.py.
PARAMETERS = [pytest.param(case, id=str(case), marks=[pytest.mark.slow] if case.ocr else []) for case in CASES]


@pytest.mark.parametrize("case", PARAMETERS)
def test_case(case: Case, tmp_path: Path) -> None:
    if case.pdf:
        pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")
    if case.ocr:
        pytest.importorskip("rapidocr", reason="the extra ocr is not installed")
    findings = run(case, tmp_path)
    found = [told(finding, tmp_path) for finding in findings]
    assert [_place_and_rule(line) for line in found] == [_place_and_rule(line) for line in case.finds], found
    for line, expected in zip(found, case.finds, strict=True):
        assert expected.split(" ", 2)[2] in line
    for finding in findings:
        _is_told_in_chinese(finding)


def _is_told_in_chinese(finding: Finding) -> None:
    """Each sentence is there in both forms; of a definition that does not fit, the schema says why in English."""
    for text in (finding.message, finding.hint):
        in_chinese = [render(text, language) for language in ("zh-Hans", "zh-Hant")]
        assert finding.rule == "DI501" or all(_HAN.search(said) and said != text for said in in_chinese if text), text


_HAN = re.compile("[\u4e00-\u9fff]")


def _place_and_rule(line: str) -> list[str]:
    return line.split(" ", 2)[:2]
