"""How well a few words name a disclosure: what chooses a row among those that a tag reaches."""

import pytest

from disclosure_index.suggest.query import names_in, query
from tests.support.reports import shipped

BETTER = [
    # the code, the label that names it better, the label that names it less
    ("A1.3", "en", "Hazardous waste", "Non-hazardous waste"),
    ("A1.3", "en", "Hazardous waste", "All waste"),
    ("A1.4", "en", "Non-hazardous waste", "Hazardous waste"),
    ("A2.2", "en", "Water consumption", "Water consumption of tenants that we do not control"),
    ("B1.2", "en", "Employee turnover rate", "Employees"),
    ("A1.3", "zh-Hant", "有害廢棄物總量", "無害廢棄物總量"),
    ("A1.4", "zh-Hans", "无害废弃物总量", "有害废弃物总量"),
]


def _named(label: str, code: str, language: str) -> float:
    framework = shipped().frameworks["hkex-esg"]
    disclosure = next(d for d in framework.disclosures if (d.code, d.edition) == (code, "2020"))
    return names_in(label, query(disclosure, shipped(), language))


@pytest.mark.parametrize(("code", "language", "better", "worse"), BETTER)
def test_what_names_it_better_counts_more(code: str, language: str, better: str, worse: str) -> None:
    assert _named(better, code, language) > _named(worse, code, language)


@pytest.mark.parametrize("label", ["", "Revenue", "2,008", "收入"])
def test_what_does_not_name_it_counts_nothing(label: str) -> None:
    assert _named(label, "A1.3", "en") == 0
