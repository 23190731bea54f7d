"""The definitions against the fact sheets that they were made from, where those are at hand."""

import csv
from pathlib import Path

import pytest

from disclosure_index.model import Basis, Disclosure
from tests.support.reports import shipped
from tools.definitions.sasb_words import MISPRINTS

FACTS = Path(__file__).parents[3] / "shared" / "facts"
pytestmark = pytest.mark.skipif(not FACTS.is_dir(), reason=f"the fact sheets are not at {FACTS}")


def sheet(name: str) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def defined(framework: str) -> dict[tuple[str, str], Disclosure]:
    return {(d.edition, d.code): d for d in shipped().frameworks[framework].disclosures}


@pytest.mark.parametrize("edition", ["2020", "2025"])
def test_hkex(edition: str) -> None:
    found = {code: d for (id, code), d in defined("hkex-esg").items() if id == edition}
    rows = sheet(f"hkex-esg-{edition}.csv")
    assert list(found) == [row["code"] for row in rows]  # in the same order
    assert [(r["code"], r["title_en"], r["title_zh_hans"]) for r in rows] == [
        (code, d.title["en"], d.title["zh-Hans"]) for code, d in found.items()
    ]


def test_hkex_obligations() -> None:
    levels = {"mandatory": "mandatory", "comply_or_explain": "comply-or-explain", "recommended": "recommended"}
    for row in sheet("hkex-esg-2020.csv"):
        [rule] = defined("hkex-esg")["2020", row["code"]].obligation
        assert rule.level == levels[row["obligation"]], row["code"]


def test_hkex_aspects_and_parts() -> None:
    groups = {(g.id, g.edition): g.title for g in shipped().frameworks["hkex-esg"].groups}
    for row in sheet("hkex-esg-labels.csv"):
        if row["level"] != "aspect":
            continue
        for edition in set(row["editions"].split(";")) & {"2020", "2025"}:
            title = groups[row["code"], edition]
            assert (title["en"], title["zh-Hant"], title["zh-Hans"]) == (row["en"], row["zh_hant"], row["zh_hans"])


def _chinese_is_given_or_ours(d: Disclosure, given: str) -> bool:
    """Where the facts give no Chinese title, ours stands there, and says that nobody has verified it."""
    return d.title["zh-Hans"] == given if given else d.title_basis == Basis.UNVERIFIED


@pytest.mark.parametrize("name", ["gri-disclosures.csv", "gri-legacy.csv"])
def test_gri(name: str) -> None:
    found = defined("gri")
    for row in sheet(name):
        d = found[row["edition"], row["code"]]
        assert (d.part, d.title["en"]) == (row["standard"], row["title_en"])
        assert _chinese_is_given_or_ours(d, row.get("title_zh_hans", "")), row["uid"]
        assert str(d.in_force.start) == row["effective_from"], row["uid"]
        assert d.omission_allowed == (row.get("omission_allowed") != "no"), row["uid"]
        if until := row.get("withdrawn_from"):
            assert str(d.in_force.end) == until, row["uid"]


def test_gri_sector_listings() -> None:
    listed = [
        (topic.part, topic.number, listing.code)
        for topic in shipped().frameworks["gri"].sector_topics
        for listing in topic.listings
        if listing.kind == "topic-standard"
    ]
    rows = [r for r in sheet("gri-sector.csv") if r["row_kind"] == "topic_standard"]
    assert sorted(listed) == sorted((r["sector_standard"], r["topic_no"], r["disclosure_code"]) for r in rows)


def test_sasb() -> None:
    found = defined("sasb")
    groups = {g.id: g.title["en"] for g in shipped().frameworks["sasb"].groups}
    for row in sheet("sasb.csv"):
        d = found[row["edition"], row["code"]]
        assert (d.part, d.title["en"]) == (row["industry_code"], row["title"])
        if row["row_kind"] == "metric":
            assert groups[d.group] == MISPRINTS.get(row["topic"], row["topic"]), row["code"]
    for row in sheet("sasb-retired-codes.csv"):
        assert found["2018-10", row["code"]].title["en"] == row["title"]


@pytest.mark.parametrize(
    ("framework", "name", "wanted"),
    [("tcfd", "tcfd.csv", None), ("ungc", "ungc.csv", "principle"), ("sdg", "sdg.csv", None)],
)
def test_codes_and_titles(framework: str, name: str, wanted: str | None) -> None:
    rows = [row for row in sheet(name) if wanted in (None, row.get("kind"))]
    found = {code: d for (_, code), d in defined(framework).items()}
    assert sorted(found) == sorted(row["code"] for row in rows)
    for row in rows:
        d = found[row["code"]]
        assert d.title["en"] == row["title_en"].removesuffix(" (pillar)"), row["code"]
        assert _chinese_is_given_or_ours(d, row["title_zh_hans"]), row["code"]


@pytest.mark.parametrize(("framework", "standard"), [("ifrs-s1", "S1."), ("ifrs-s2", "S2.")])
def test_ifrs(framework: str, standard: str) -> None:
    rows = [row for row in sheet("ifrs-s1-s2.csv") if row["code"].startswith(standard)]
    found = {code: d for (_, code), d in defined(framework).items()}
    assert sorted(found) == sorted(row["code"].removeprefix(standard) for row in rows)
    for row in rows:
        assert found[row["code"].removeprefix(standard)].title["en"] == row["title"], row["code"]


def test_what_has_no_source_is_not_shipped() -> None:
    unsourced = {
        (r["from_framework"], r["from_code"], r["to_framework"], r["to_code"]) for r in sheet("crosswalk-unsourced.csv")
    }
    shown = {(*link.left.split(":", 1), *link.right.split(":", 1)) for link in shipped().crosslinks}
    sourced = {(r["from_framework"], r["from_code"], r["to_framework"], r["to_code"]) for r in sheet("crosswalk.csv")}
    assert not (shown & unsourced) - sourced
