"""Answers that there is nothing of the kind, and titles that only begin like one."""

import pytest

from disclosure_index.printed_index.location_cells.answers import DENIAL


@pytest.mark.parametrize(
    "text", ["No legal actions", "non applicable", "Keine Vorfälle", "並無產品須回收", "未發生", "无重大诉讼"]
)
def test_answer_is_a_denial(text: str) -> None:
    assert DENIAL.match(text)


@pytest.mark.parametrize(
    "text",
    [
        "Non-hazardous waste",
        "Zero-waste roadmap",
        "無害廢物管理",
        "无障碍设施",
        "無紙化辦公",
        "無形資產",
        "未來的人才",
        "未成年",
    ],
)
def test_title_that_begins_like_a_denial_is_none(text: str) -> None:
    assert not DENIAL.match(text)
