"""How real reports print codes, in three scripts. The rules under test live in ``frameworks/*/spelling.toml``."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure_index.catalog.notation.printed_codes import Mention, Spelling, find_codes, read_codes, read_spelling

ROOT = Path(__file__).parents[2]

# --- the codes that exist, as far as the cases need them ----------------------------------------------------


def _numbered(template: str, counts: dict[str, int]) -> tuple[str, ...]:
    return tuple(template.format(stem, n) for stem, count in counts.items() for n in range(1, count + 1))


def _aspects(counts: dict[str, int]) -> tuple[str, ...]:
    return tuple(code for aspect, count in counts.items() for code in (aspect, *_numbered("{}.{}", {aspect: count})))


_ASPECTS = {"A1": 6, "A2": 5, "A3": 1, "A4": 1, "B1": 2, "B2": 3, "B3": 2, "B4": 2, "B5": 4, "B6": 5, "B7": 3, "B8": 2}
_GRI = {
    "2": 30, "3": 3, "103": 3, "201": 4, "203": 2, "204": 1, "205": 3, "301": 3, "302": 5, "303": 5, "304": 4, "305": 7,
    "306": 5, "308": 2, "401": 3, "402": 1, "403": 10, "404": 3, "405": 2, "413": 2, "414": 2, "418": 1,
}  # fmt: skip
_PART_B = "13 13(i) 13(ii) 13(iii) 14 14(materiality) 14(quantitative) 14(consistency) 15"
_PART_D = (
    "19 19(a) 19(a)(i) 19(a)(ii) 19(b) 20 20(a) 21 22 22(a) 22(a)(i) 22(a)(ii) 22(a)(iii) 22(b) 23 24 25 26 26(b) "
    "26(b)(i) 26(b)(ii) 27 28 28(a) 28(b) 28(c) 29 29(a) 30 31 32 33 34 34(a) 35 36 37 38 39 40 41"
)
_S2 = (
    "5 6 6(a) 6(a)(i) 6(a)(ii) 6(b) 9(a) 9(b) 10 13 14 14(a) 14(a)(i) 14(a)(ii) 14(a)(iii) 14(a)(iv) 14(b) 16 22 22(b) "
    "22(b)(i) 25 29 29(a) 29(a)(i) 29(a)(i)(1) 29(a)(i)(2) 29(a)(i)(3) 29(a)(ii) 29(b) 29(c) 29(d) 29(e) "
    "29A 29B 33 34 35 36"
)
_S1 = "11-16 17-19 20 26 27(a) 27(a)(i) 27(a)(ii) 27(b) 28 31 36 37 38-39 40 44(a) 44(b) 72-73 74-76"
_SASB = (
    "CG-EC-130a.1 CG-EC-130a.2 CG-EC-130a.3 CG-EC-220a.1 CG-EC-330a.3 CG-EC-410a.1 CG-EC-410a.2 CG-EC-000.A "
    "CG-EC-000.B CG-EC-000.C FB-FR-110a.1 TC-SI-130a.1 TR-MT-110a.1 EM-MM-150a.9 EM-MM-150a.10 FN-CB-410b.1"
)
KNOWN: dict[str, tuple[str, ...]] = {
    "hkex-esg": (*_PART_B.split(), *_aspects(_ASPECTS)),
    "hkex-esg@2025": tuple(f"{_PART_B} {_PART_D}".split())
    + tuple(c for c in _aspects(_ASPECTS) if c not in ("A1.2", "A4", "A4.1")),
    "gri": _numbered("{}-{}", _GRI),
    "sasb": tuple(_SASB.split()),
    "tcfd": tuple(
        f"{pillar}{letter}"
        for pillar, letters in {
            "governance": "ab",
            "strategy": "abc",
            "risk-management": "abc",
            "metrics-targets": "abc",
        }.items()
        for letter in ("", *(f"-{letter}" for letter in letters))
    ),
    "ungc": tuple(map(str, range(1, 11))),
    "sdg": tuple(
        code
        for goal in range(1, 18)
        for code in (str(goal), *(f"{goal}.{target}" for target in (1, 2, 3, 4, 5, 6, 7, 10, "a", "b")))
    ),
    "ifrs-s1": tuple(_S1.split()),
    "ifrs-s2": tuple(_S2.split()),
}
RULES: dict[str, Spelling] = {
    name: read_spelling(ROOT / "frameworks" / name / "spelling.toml")
    for name in sorted({k.split("@")[0] for k in KNOWN})
}

# --- printed, and what it means (empty: no code) ------------------------------------------------------------

CASES = {
    "hkex-esg": [
        ("A1.1", "A1.1"),
        ("KPI-A1.1", "A1.1"),
        ("HKEX A1.1", "A1.1"),
        ("指標A1.1", "A1.1"),
        ("關鍵績效指標 (KPI) A1.1", "A1.1"),
        ("关键绩效\n指标 A2.5 排水", "A2.5"),
        ("KPI A1.1 – A1.3", "A1.1 A1.2 A1.3"),
        ("KPI A1.1 – KPI A1.3", "A1.1 A1.2 A1.3"),
        ("A1.1 至 A1.6", "A1.1 A1.2 A1.3 A1.4 A1.5 A1.6"),
        ("A1.1-1.3", "A1.1 A1.2 A1.3"),
        ("B6.1/2/5", "B6.1 B6.2 B6.5"),
        ("A2.5 to B1.1", "A2.5 B1.1"),  # no range across aspects: what is printed counts
        ("A1.1排放物种类及相关排放数据。", "A1.1"),
        ("A1.1 Emission types A1.6 Waste handling", "A1.1 A1.6"),
        ("A1.1\t-\tA1.3", "A1.1 A1.3"),  # an empty cell between them
        ("A1.1\n- A1.3", "A1.1 A1.3"),  # a list of bullets
        ("Aspect A1: Emissions", "A1"),
        ("Aspect B5", "B5"),
        ("議題 B7：反貪污", "B7"),
        ("A1 Emissions", "A1"),
        ("B1：雇佣", "B1"),
        ("B2 - 健康與安全", "B2"),
        ("B1, B3", "B1 B3"),
        ("General Disclosure A3", "A3"),
        ("GD B8", "B8"),
        ("社會 B4 一般披露", "B4"),
        ("A1.0", "A1"),
        ("A2 General Disclosure", "A2"),
        ("as Aspect A1 of the Guide has it", ""),
        ("B1 shares are listed in Hong Kong", ""),
        ("Block A1, Science Park", ""),
        ("Governance Structure", ""),
        ("General Disclosure", ""),
        ("CG Code provision A.1.1", ""),
        ("守則條文 B.1.1", ""),
        ("a 1.5°C pathway", ""),
        ("A1.5°C", ""),
        ("paragraphs 13 and 14", "13 14"),
        ("MDR-15", "15"),
        ("B部分13", "13"),
        ("第13至15段", "13 14 15"),
        ("Paragraph 14 (Materiality)", "14(materiality)"),
        ("第14(重要性)段", "14(materiality)"),
        ("13", ""),
        ("13(i)", ""),
        ("paragraph 19", ""),  # not of this edition
        ("Table A1.1", ""),
    ],
    "hkex-esg@2025": [
        ("Part D 28(a)", "28(a)"),
        ("Part D, paragraph 28(a)", "28(a)"),
        ("D部分第22(a)(iii)段", "22(a)(iii)"),
        ("第19段", "19"),
        ("第28段及第30段", "28 30"),
        ("第28段至第30段", "28 29 30"),
        ("第28至41段", "28 29 30 31 32 33 34 35 36 37 38 39 40 41"),
        ("paras. 28(a)-(c)", "28(a) 28(b) 28(c)"),
        ("paragraph 28(a)(b)", "28(a) 28(b)"),
        ("para 28b", "28(b)"),
        ("paragraph 22(a)(i) and (ii)", "22(a)(i) 22(a)(ii)"),
        ("para 26(b)(i)(3)", "26(b)(i)"),
        ("A1.1 to A1.4", "A1.1 A1.3 A1.4"),  # A1.2 is gone
        ("A1.2 to A1.4", "A1.3 A1.4"),
        ("A1.2", ""),
        ("A4 Climate Change", ""),
        ("IFRS S2 paragraph 29(a)", ""),
        ("paragraph 99", ""),
        ("第28页", ""),
        ("in 28 cities and 30 offices", ""),
    ],
    "gri": [
        ("GRI 305 -1", "305-1"),
        ("GRI 305-\n1", "305-1"),
        ("揭露項目305-1", "305-1"),
        ("GRI 2: General Disclosures 2021 2-1", "2-1"),
        ("GRI 2: 2-1", "2-1"),
        ("Employees | 2-7 | 12", "2-7"),
        ("员工\t2-7\t12", "2-7"),
        ("- 2-7 Employees", "2-7"),
        ("3-3 Management of material topics", "3-3"),
        ("2-21 年度总薪酬比率", "2-21"),
        ("3-3 人权管理", "3-3"),
        ("see 2-7", "2-7"),
        ("GRI 2-1, GRI 2-2", "2-1 2-2"),
        ("GRI 305-1 to GRI 305-3", "305-1 305-2 305-3"),
        ("305-1 至\n305-3", "305-1 305-2 305-3"),
        ("303-3-5", "303-3 303-4 303-5"),
        ("403-9 to 404-1", "403-9 403-10 404-1"),
        ("305-6 to 305-9", "305-6 305-7"),
        ("305-6-39", "305-6"),
        ("305-3 to 305-1", "305-3 305-1"),
        ("305-5 到 305-7；306-1", "305-5 305-6 305-7 306-1"),
        ("GRI 305-1, 39, 133", "305-1"),  # pages
        ("305-1 12-15", "305-1"),
        ("305-1 tonnes CO2e", "305-1"),
        ("2-1 2, 7-15", "2-1"),
        ("405-1;414-1;", "405-1 414-1"),
        ("305\u00ad-1", "305-1"),
        ("③305-2", "305-2"),
        ("305-1² 305-2①", "305-1 305-2"),
        ("305-1\r\n305-2", "305-1 305-2"),
        ("GRI 305: Emissions (2016)", ""),
        ("2-1. We respect each other", ""),
        ("as GRI 2-1. asks", "2-1"),
        ("2-3 years", ""),
        ("2-3年", ""),
        ("within 2-3 working groups", ""),
        ("第2-3页", ""),
        ("范围 2-3 排放", ""),
        ("2024-2-3", ""),
        ("2-3-2024", ""),
        ("$201-2 million", ""),
        ("ISO 303-1", ""),
        ("call 305-123-4567", ""),
        ("pages 302-5", ""),
        ("version v2-1", ""),
        ("12.305-1.5", ""),
    ],
    "sasb": [
        ("SASB TC-SI-130a.1", "TC-SI-130a.1"),
        ("TR-MT-110a.1", "TR-MT-110a.1"),
        ("cg-ec-130A.1", "CG-EC-130a.1"),
        ("CGEC000A", "CG-EC-000.A"),
        ("CGEC130a1 ", ""),  # without its point, 130a1 could be anything
        ("CGEC130a.1", "CG-EC-130a.1"),
        ("CG-EC-130a.1, 130a.2", "CG-EC-130a.1 CG-EC-130a.2"),
        ("CG-EC-130a.1/2", "CG-EC-130a.1 CG-EC-130a.2"),
        ("CG-EC-130a.1 to CG-EC-130a.3", "CG-EC-130a.1 CG-EC-130a.2 CG-EC-130a.3"),
        ("CG-EC-000.A-C", "CG-EC-000.A CG-EC-000.B CG-EC-000.C"),
        ("代码CG-EC-410a.1、CG-EC-410a.2", "CG-EC-410a.1 CG-EC-410a.2"),
        ("EM-MM-150a.9-10", "EM-MM-150a.9 EM-MM-150a.10"),
        ("TC-SI-130a.1 (1) Total energy", "TC-SI-130a.1"),
        ("FN-CB-410b.1", "FN-CB-410b.1"),
        ("CG-EC-130a.99", ""),
        ("XX-EC-130a.1", ""),
        ("ABCG-EC-130a.1", ""),
    ],
    "tcfd": [
        ("管治(a)及(b)", "governance-a governance-b"),
        ("戰略（a）", "strategy-a"),
        ("治理a", "governance-a"),
        ("风险管理 A", "risk-management-a"),
        ("治理 (a)(b)", "governance-a governance-b"),
        ("M&T (c)", "metrics-targets-c"),
        ("指標與目標 a)、b)", "metrics-targets-a metrics-targets-b"),
        ("Strategy - Recommended Disclosure b)", "strategy-b"),
        ("Strategy (a)-(c)", "strategy-a strategy-b strategy-c"),
        ("Risk\nManagement (c)", "risk-management-c"),
        ("TCFD Governance", "governance"),
        ("TCFD Governance (a)", "governance-a"),
        ("Governance", ""),
        ("Governance structure", ""),
        ("Our strategy a year ago", ""),
        ("Governance (c)", ""),
        ("(a) and (b)", ""),
    ],
    "ungc": [
        ("UNGC P7", "7"),
        ("UN Global Compact Principle 3", "3"),
        ("第1项原则", "1"),
        ("第七項原則", "7"),
        ("原则一：人权", "1"),
        ("原則十", "10"),
        ("原则⑩", "10"),
        ("原则1、2、6", "1 2 6"),
        ("原则 3 至 6", "3 4 5 6"),
        ("Principles 1 & 2; Principle 10", "1 2 10"),
        ("原则一致", ""),
        ("P7", ""),
        ("Equator Principle 4", ""),
        ("责任投资原则 1", ""),
        ("principle 1.5", ""),
        ("ten principles", ""),
    ],
    "sdg": [
        ("SDG 12.5", "12.5"),
        ("SDG12", "12"),
        ("目标12", "12"),
        ("目標 12.5", "12.5"),
        ("可持续发展目标3、5及8", "3 5 8"),
        ("Goal 13: Climate action", "13"),
        ("SDGs 3, 8 and 13", "3 8 13"),
        ("Goals 1-3", "1 2 3"),
        ("SDG target 1.A", "1.a"),
        ("SDG 12.5.1", "12.5"),
        ("Target 12.5", "12.5"),
        ("UN SDG #5", "5"),
        ("Target 5", ""),
        ("target 1.5°C", ""),
        ("1.5℃目标1.5℃", ""),
        ("目标10%", ""),
        ("SDG 18", ""),
        ("goal 2030", ""),
        ("目标 5,000 吨", ""),
        ("12.5", ""),
    ],
    "ifrs-s1": [
        ("IFRS S1 27(a)(i)", "27(a)(i)"),
        ("IFRS S1.38-39", "38-39"),
        ("S1.39", "38-39"),
        ("IFRS S1 72-76", "72-73 74-76"),
        ("IFRS S1 27", "27(a) 27(b)"),
        ("IFRS S2 27(a)", ""),
        ("ESRS S1-14", ""),
        ("ESRS S1 14(a)", ""),
    ],
    "ifrs-s2": [
        ("IFRS S2.29(a)", "29(a)"),
        ("S2.6(a)(i)", "6(a)(i)"),
        ("S2 §6", "6"),
        ("HKFRS S2 14(a)(iv)", "14(a)(iv)"),
        ("IFRS S2-29(a)(i)(1)", "29(a)(i)(1)"),
        ("IFRS S2 29(a)(i)(1)-(3)", "29(a)(i)(1) 29(a)(i)(2) 29(a)(i)(3)"),
        ("IFRS S2 para 29 (a) (i)", "29(a)(i)"),
        ("IFRS S2 29(a)–(d)", "29(a) 29(b) 29(c) 29(d)"),
        ("IFRS S2 paragraphs 6, 10 and 13", "6 10 13"),
        ("IFRS S2.33-36", "33 34 35 36"),
        ("IFRS S2.29A", "29A"),
        ("IFRS S2.29a", "29(a)"),
        ("国际财务报告可持续披露准则第2号第6段", "6"),
        ("IFRS S2 22(b)(i)(4)", "22(b)(i)"),
        ("IFRS S2.9", "9(a) 9(b)"),
        ("S2 29(a)", "29(a)"),
        ("IFRS S2, paragraph 6", "6"),
        ("IFRS S2.6 36, 44", "6"),  # the pages
        ("S2 29 tonnes", ""),
        ("ESRS S2-5", ""),
        ("IFRS S2 2023", ""),
        ("IFRS S1 29(a)", ""),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("framework", "printed", "codes"), [(framework, *case) for framework, cases in CASES.items() for case in cases]
)
def test_a_printed_form_means_its_codes(framework: str, printed: str, codes: str) -> None:
    assert read_codes(printed, RULES[framework.split("@")[0]], KNOWN[framework]) == tuple(codes.split())


@pytest.mark.parametrize(
    ("framework", "printed", "datapoints"),
    [
        ("gri", "305-1-a", ["a"]),
        ("gri", "403-9a", ["a"]),
        ("gri", "GRI 403-9 (a)", ["a"]),
        ("gri", "403-9(a)(i)", ["a"]),
        ("gri", "2-9-c-vi", ["c"]),
        ("gri", "GRI 2-9 (a) and (c)", ["a c"]),
        ("gri", "305-1-a, b、d", ["a b d"]),
        ("gri", "305-1 a-c", ["a b c"]),
        ("gri", "305-1 (a) 至 (c), 305-2-b", ["a b c", "b"]),
        ("gri", "305-1 a new target", [""]),
        ("gri", "305-1. A new target", [""]),
        ("gri", "303-3 (2018)", [""]),
        ("sasb", "CG-EC-130a.1c", ["c"]),
        ("sasb", "CG-EC-330a.3aa", ["aa"]),
        ("hkex-esg", "A1 (a) and (b)", ["a b"]),
    ],
)
def test_requirement_letters_become_datapoints(framework: str, printed: str, datapoints: list[str]) -> None:
    mentions = find_codes(printed, RULES[framework], KNOWN[framework])
    assert [" ".join(mention.datapoints) for mention in mentions] == datapoints


@pytest.mark.parametrize(
    ("framework", "printed", "spans"),
    [
        ("gri", "披露项 305-1, 305\u00ad-2", ["305-1", "305\u00ad-2"]),
        ("gri", "㈠ (GRI) ２－７ 员工", ["２－７"]),
        ("gri", "GRI 403-9 (a)!", ["403-9 (a)"]),
        ("gri", "403-1 to 403-3", ["403-1", "403-1 to 403-3", "403-3"]),
        ("hkex-esg", "關鍵績效指標Ａ１．１", ["Ａ１．１"]),
        ("tcfd", "见 策略 -(a)、(b)", ["策略 -(a)", "(b)"]),
        ("ifrs-s2", "HKFRS S2 14(a)(iv).", ["14(a)(iv)"]),
    ],
)
def test_a_mention_tells_where_it_stands_in_the_text_as_given(framework: str, printed: str, spans: list[str]) -> None:
    mentions = find_codes(printed, RULES[framework], KNOWN[framework])
    assert [printed[mention.start : mention.end] for mention in mentions] == spans


def test_every_mention_is_found_but_a_code_is_read_once() -> None:
    text = "305-1; 305-2; 305-1"
    assert [mention.code for mention in find_codes(text, RULES["gri"], KNOWN["gri"])] == ["305-1", "305-2", "305-1"]
    assert read_codes(text, RULES["gri"], KNOWN["gri"]) == ("305-1", "305-2")


def test_the_code_is_spelt_as_it_is_known() -> None:
    assert find_codes("GRI 305-1", RULES["gri"], ["305-1"]) == (Mention("305-1", (), 4, 9),)
    assert read_codes("GRI 305-1", RULES["gri"], []) == ()


# --- as reports print them ---------------------------------------------------------------------------------


def _printed_codes() -> Iterator[tuple[str, str, str]]:
    with Path(__file__).with_name("printed_codes.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["framework"].partition("@")[0], row["printed"], row["codes"]


@pytest.mark.parametrize(("framework", "printed", "codes"), list(_printed_codes()))
def test_codes_as_reports_print_them(framework: str, printed: str, codes: str) -> None:
    assert read_codes(printed, RULES[framework], KNOWN[framework]) == tuple(codes.split())


# --- any text ----------------------------------------------------------------------------------------------

_PRINTED = [printed for cases in CASES.values() for printed, _ in cases]
_TEXTS = st.one_of(
    st.text(),
    st.text(alphabet="AB1235-./()（）－～,;、 \n\tGRIKPISD第段至及原则目标披露abcivx"),
    st.lists(st.one_of(st.sampled_from(_PRINTED), st.text(max_size=3))).map("".join),
)


@pytest.mark.parametrize("framework", KNOWN)
@given(text=_TEXTS)
def test_any_text_is_read(framework: str, text: str) -> None:
    known = KNOWN[framework]
    mentions = find_codes(text, RULES[framework.split("@")[0]], known)
    for mention in mentions:
        assert mention.code in known
        assert 0 <= mention.start < mention.end <= len(text)
    assert [mention.start for mention in mentions] == sorted(mention.start for mention in mentions)


@pytest.mark.parametrize("framework", KNOWN)
@pytest.mark.parametrize(
    "piece", ["1-", "305-1-", "2-1 ", "2-1, ", "A1.1, ", "(a)", "A", " ", "第1", "CG -", "S2.6(", "目标 "]
)
@pytest.mark.sampled(20)
def test_long_repetitive_text_does_not_hang(framework: str, piece: str) -> None:
    """A pattern that backtracks without bound would take hours here."""
    find_codes(piece * (20_000 // len(piece)), RULES[framework.split("@")[0]], KNOWN[framework])


# --- wrong rules -------------------------------------------------------------------------------------------

_GOOD = {"list-words": [","], "range-words": ["-"]}


@pytest.mark.parametrize(
    ("form", "key"),
    [
        ({"item": [{"pattern": "(", "code": ["x"]}]}, r"form\[0\]\.item"),
        ({"item": [{"pattern": "a", "code": ["{n}"]}]}, r"item\[0\]\.code"),
        ({"item": [{"pattern": "{nothing}", "code": ["x"]}]}, r"form\[0\]\.item"),
        ({"item": [{"pattern": "a*", "code": ["x"]}]}, r"item\[0\]\.pattern"),
        ({"item": [{"pattern": "a", "code": ["x"], "part": "b"}]}, r"item\[0\]\.part"),
        ({"item": [{"pattern": "a", "code": ["x"], "alone": "sometimes"}]}, "alone"),
        ({"item": [], "gap": "["}, r"form\[0\]\.gap"),
        ({"item": [], "needs": "["}, r"form\[0\]\.needs"),
        ({"items": []}, "items"),
    ],
)
def test_a_wrong_file_names_its_key(form: dict[str, object], key: str) -> None:
    with pytest.raises(ValueError, match=key):
        read_spelling({**_GOOD, "form": [form]})


def test_a_file_that_is_no_toml_is_a_value_error(tmp_path: Path) -> None:
    (tmp_path / "spelling.toml").write_text("form = [", encoding="utf-8")
    with pytest.raises(ValueError, match=r"spelling\.toml"):
        read_spelling(tmp_path / "spelling.toml")
