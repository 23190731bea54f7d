"""Each definition is dated, cited, in our own words, and in every language where it is in one Chinese."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from disclosure_index.catalog.definitions import shipped_folder
from disclosure_index.model import Basis, Titles
from tests.support.reports import shipped

FRAMEWORKS = shipped().frameworks
EVERY = [d for framework in FRAMEWORKS.values() for d in framework.disclosures]
FILES = sorted(shipped_folder().rglob("*.toml"))
DEFINITIONS = [path for path in FILES if path.name != "spelling.toml"]

# Characters that are of one script only, and common in titles; what opencc would leave behind shows here.
SIMPLIFIED_ONLY = set(
    "风险气变险资环废弃员劳权产业责报质监测团应对标战营务税识别农权议组织给该书么为发会时国过这来对开关长门问间见车东马鱼鸟"
)
TRADITIONAL_ONLY = set(
    "風險氣變資環廢棄員勞權產業責報質監測團應對標戰營務稅識別農議組織給該書麼為發會時國過這來開關長門問間見車東馬魚鳥"
)
SHARED = SIMPLIFIED_ONLY & TRADITIONAL_ONLY


def titles() -> Iterator[tuple[str, Titles]]:
    for framework in FRAMEWORKS.values():
        yield framework.id, framework.title
        for reason in framework.reasons:
            yield f"{framework.id} reason {reason.id}", reason.title
        for edition in framework.editions:
            yield f"{framework.id} edition {edition.id} of {edition.part}", edition.title
        for group in framework.groups:
            yield f"{framework.id} group {group.id}", group.title
        for topic in framework.sector_topics:
            yield f"{framework.id} topic {topic.number}", topic.title
        for d in framework.disclosures:
            yield d.uid, d.title


def test_a_title_in_one_chinese_is_in_the_other() -> None:
    assert [name for name, title in titles() if ("zh-Hans" in title) != ("zh-Hant" in title)] == []


def test_each_script_is_its_own() -> None:
    wrong = [(n, t["zh-Hant"]) for n, t in titles() if set(t.get("zh-Hant", "")) & (SIMPLIFIED_ONLY - SHARED)]
    wrong += [(n, t["zh-Hans"]) for n, t in titles() if set(t.get("zh-Hans", "")) & (TRADITIONAL_ONLY - SHARED)]
    assert wrong == []


@pytest.mark.parametrize(
    ("code", "hans", "hant"),
    [
        ("hkex-esg:13@2025", "管治架构（董事会声明）", "管治架構（董事會聲明）"),
        ("hkex-esg:B8.1@2020", "专注贡献范畴", "專注貢獻範疇"),
        ("gri:2-29@2021", "利益相关方参与的方法", "持份者參與的方法"),  # as Hong Kong says
        ("tcfd:governance@2017", "治理", "管治"),
        ("gri:306-3@2020", "产生的废弃物", "產生的廢棄物"),
    ],
)
def test_traditional_titles_are_in_the_words_of_hong_kong(code: str, hans: str, hant: str) -> None:
    [title] = [d.title for d in EVERY if d.uid == code]
    assert (title["zh-Hans"], title["zh-Hant"]) == (hans, hant)


def test_no_traditional_title_has_the_words_of_elsewhere() -> None:
    elsewhere = re.compile("利益相關方|利害關係人|權益人")
    assert [(n, t["zh-Hant"]) for n, t in titles() if elsewhere.search(t.get("zh-Hant", ""))] == []


def test_english_titles_are_english_and_short() -> None:
    assert [n for n, t in titles() if re.search("[\u3400-\u9fff]", t["en"]) or t["en"] != t["en"].strip()] == []
    assert [d.uid for d in EVERY if len(d.title["en"]) > 160] == []


def test_each_one_is_cited_and_dated() -> None:
    assert [d.uid for d in EVERY if not d.source.strip()] == []
    assert [link.left for link in shipped().crosslinks if not link.source.strip()] == []
    for framework in FRAMEWORKS.values():
        for edition in framework.editions:
            assert edition.source.strip()
            assert edition.in_force.start or edition.in_force.end, f"{framework.id} {edition.part} {edition.id}"


def test_what_is_cited_is_defined_in_the_file() -> None:
    for path in DEFINITIONS:
        data = tomllib.loads(path.read_text("utf-8"))
        known = {source["id"] for source in data.get("source", ())}
        rows = [*data.get("edition", ()), *data.get("disclosure", ()), *data.get("link", ())]
        assert {row["source"] for row in rows} <= known, path
        assert known == {row["source"] for row in rows}, f"{path}: a source that nothing cites"


def test_an_edition_that_a_row_names_is_defined_in_its_file() -> None:
    for path in DEFINITIONS:
        data = tomllib.loads(path.read_text("utf-8"))
        known = {edition["id"] for edition in data.get("edition", ())}
        assert {row["edition"] for row in data.get("disclosure", ()) if "edition" in row} <= known, path


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_holds_no_address_and_no_path_of_a_machine(path: Path) -> None:
    text = path.read_text("utf-8")
    found = re.findall(r"https?://\S+|\bwww\.\S+|git(?:hub|lab)\S*|/(?:home|work|Users|tmp|root)/\S*|[A-Z]:\\\S+", text)
    assert found == []
    assert "\r" not in text
    assert text.endswith("\n")
    assert text.startswith("# "), "says what it is, and whose"


@pytest.mark.parametrize("path", DEFINITIONS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_text_is_as_long_as_a_quotation(path: Path) -> None:
    """Codes, short titles and our own words: nothing of the standards' paragraphs."""

    def texts(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        for item in value.values() if isinstance(value, Mapping) else value if isinstance(value, list) else ():
            yield from texts(item)

    assert [text for text in texts(tomllib.loads(path.read_text("utf-8"))) if len(text) > 400] == []


def test_datapoints_have_ids_of_their_own_and_words() -> None:
    for d in EVERY:
        ids = [point.id for point in d.datapoints]
        assert len(ids) == len(set(ids)), d.uid
        assert not set(ids) & set(d.requirements), f"{d.uid}: a letter that is a datapoint's id as well"
        assert all(point.title.strip() for point in d.datapoints)
        assert not d.datapoints or not all(point.optional for point in d.datapoints), f"{d.uid}: all optional"


def test_what_is_not_verified_says_where_the_doubt_lies() -> None:
    unsure = [d for d in EVERY if d.basis != Basis.VERIFIED]
    assert len(unsure) > 100
    assert [d.uid for d in unsure if d.source == ""] == []
