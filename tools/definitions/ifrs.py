"""IFRS S1 and IFRS S2, by paragraph at the level companies index them."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tools.definitions import ifrs_words as words
from tools.definitions.chinese import is_ours, titles
from tools.definitions.facets import datapoints
from tools.definitions.files import framework_file, part_file
from tools.definitions.reasons import reasons
from tools.definitions.sheets import Row, read_sheet
from tools.definitions.toml_text import Table
from tools.definitions.units import data_kind


def files(facts: Path) -> dict[str, str]:
    """Return the files of both frameworks by name."""
    rows = read_sheet(facts, "ifrs-s1-s2")
    made: dict[str, str] = {}
    for framework in ("ifrs-s1", "ifrs-s2"):
        mine = [row for row in rows if row["standard"] == words.FRAMEWORKS[framework]["short"]]
        comments = words.comments(framework)
        made[f"{framework}/framework.toml"] = framework_file(
            comments, words.FRAMEWORKS[framework], reasons(*words.REASONS), words.RULES
        )
        made[f"{framework}/2023.toml"] = part_file(
            comments,
            framework,
            "2023",
            sources=words.SOURCES[framework],
            editions=[words.edition(framework)],
            groups=_groups(mine),
            disclosures=[_paragraph(row, mine, framework) for row in mine],
        )
    return made


def _groups(rows: Sequence[Row]) -> list[Table]:
    pillars = list(dict.fromkeys(row["pillar"] for row in rows))
    return [{"id": _slug(pillar), "title": titles(pillar, words.PILLARS[pillar])} for pillar in pillars]


def _paragraph(row: Row, rows: Sequence[Row], framework: str) -> Table:
    code = row["paragraph"]
    above = {other["paragraph"] for other in rows if other["role"] in ("container", "requirement")}
    heading = code in above and any(_parent(other["paragraph"], above) == code for other in rows)
    required = row["role"] == "requirement" or heading
    made: Table = {
        "code": code,
        "group": _slug(row["pillar"]),
        "parent": _parent(code, above),
        "kind": row["role"],
        "obligation": "requirement" if required else "voluntary",
        "from": date(2027, 1, 1) if code in words.AMENDMENT else None,
        "title": titles(row["title"]),
        "title-basis": "unverified" if is_ours(row["title"], "") else "",
        "summary": _summary(row),
        "datapoints": [] if heading else datapoints(f"{framework}:{code}", row["facets"]),
        "data": data_kind(row["data_kind"]),
        "basis": "verified" if row["verified"].startswith("yes") else "secondary",
        "source": "amendment" if code in words.AMENDMENT else "standard",
        "note": words.CONDITIONS[row["condition"]],
    }
    if heading:
        made["heading"] = True
    return made if required else made | {"required": False}


def _parent(code: str, above: set[str]) -> str:
    """Drop the last bracket until a paragraph of that number exists."""
    while "(" in code:
        code = code[: code.rindex("(")]
        if code in above:
            return code
    return ""


def _summary(row: Row) -> str:
    """Return the summary, unless it says nothing that the title does not."""
    summary = row["summary"]
    same = summary.removesuffix(".") == row["title"] or summary.startswith("Parent paragraph for")
    return "" if same else summary


def _slug(pillar: str) -> str:
    return pillar.lower().replace(" ", "-")
