"""The SASB Standards: one file per industry."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from tools.definitions import sasb_words as words
from tools.definitions.chinese import is_ours, titles
from tools.definitions.files import framework_file, part_file
from tools.definitions.reasons import reasons
from tools.definitions.sheets import Row, read_sheet
from tools.definitions.toml_text import Table
from tools.definitions.units import data_kind, printed_units


def files(facts: Path) -> dict[str, str]:
    """Return the framework's files by name."""
    retired = read_sheet(facts, "sasb-retired-codes")
    rows = sorted(read_sheet(facts, "sasb"), key=lambda row: (row["industry_code"], row["edition"]))
    rows = [row | {"topic": words.MISPRINTS.get(row["topic"], row["topic"])} for row in rows]
    excuses = reasons(*words.REASONS)
    made = {"sasb/framework.toml": framework_file(words.COMMENTS, words.FRAMEWORK, excuses, words.RULES)}
    for industry, members in groupby(rows, key=lambda row: row["industry_code"]):
        gone = [row for row in retired if row["industry_code"] == industry]
        made[f"sasb/{industry.lower()}.toml"] = _industry(industry, list(members), gone)
    return made


def _industry(industry: str, rows: list[Row], retired: Sequence[Row]) -> str:
    newest = rows[-1]
    names = sorted({row["edition"] for row in rows} | ({"2018-10"} if retired else set()))
    several = len(names) > 1
    sources = {name: f"SASB {industry} Standard, version {name}{words.seen(name)}" for name in names}
    sources["retired"] = words.RETIRED
    return part_file(
        (f"SASB {industry}: {newest['industry_name']} (sector: {newest['sector']}).", words.COMMENTS[1]),
        "sasb",
        industry,
        sources=sources,
        editions=[_edition(industry, name, rows, retired) for name in names],
        groups=_groups(industry, rows),
        disclosures=[
            *(_retired(row, rows) for row in retired),
            *(_metric(row, several) for row in rows),
        ],
    )


def _edition(industry: str, name: str, rows: Sequence[Row], retired: Sequence[Row]) -> Table:
    only_retired = all(row["edition"] != name for row in rows)
    made: Table = {
        "id": name,
        "title": {
            language: f"SASB {industry}{'：' if language != 'en' else ': '}{text} {name}"
            for language, text in titles(rows[-1]["industry_name"]).items()
        },
        "by": "financial-year-start",
        "from": words.STARTS.get(name),
        "until": words.CHANGE if name == "2018-10" else None,
        "basis": "secondary" if name == "2018-10" else "verified",
        "source": "retired" if only_retired else name,
    }
    return made | ({"basis": "unverified", "complete": False} if only_retired else {})


def _groups(industry: str, rows: Sequence[Row]) -> list[Table]:
    topics = list(dict.fromkeys(row["topic"] for row in rows if row["topic"]))
    made: list[Table] = [{"id": industry, "title": titles(rows[-1]["industry_name"])}]
    made += [
        {"id": f"{industry}: {topic}", "title": titles(topic, words.TOPICS.get(topic, "")), "parent": industry}
        for topic in topics
    ]
    return [*made, {"id": f"{industry}: {words.ACTIVITY}", "title": words.ACTIVITY_TITLE, "parent": industry}]


def _metric(row: Row, several: bool) -> Table:
    return {
        "code": row["code"],
        "edition": row["edition"] if several else "",
        "group": f"{row['industry_code']}: {row['topic'] or words.ACTIVITY}",
        "kind": row["row_kind"].replace("_", "-"),
        "obligation": "metric",
        "title": titles(row["title"], row["title_zh_hans"]),
        "title-basis": "unverified" if is_ours(row["title"], row["title_zh_hans"]) else "",
        "data": data_kind(row["category"]),
        "units": printed_units(row["unit_of_measure"]),
        "basis": {"y": "verified", "p": "secondary", "n": "unverified"}[row["verified"][0]],
        "source": row["edition"],
        "note": words.NOTES.get(f"{row['code']}@{row['edition']}", ""),
    }


def _retired(row: Row, rows: Sequence[Row]) -> Table:
    """Return a code for recognition only: the rest of its edition is not here, so nothing is asked of it."""
    family = row["code"].rpartition(".")[0]
    topic = next(other["topic"] for other in rows if other["code"].rpartition(".")[0] == family)
    return {
        "code": row["code"],
        "edition": "2018-10",
        "group": f"{row['industry_code']}: {topic}",
        "kind": "metric",
        "obligation": "voluntary",
        "title": titles(row["title"]),
        "basis": "unverified",
        "source": "retired",
    }
