"""The HKEX ESG Reporting Guide of 2020 and the Code of 2025."""

import re
from pathlib import Path

from tools.definitions import hkex_words as words
from tools.definitions.chinese import titles
from tools.definitions.facets import datapoints
from tools.definitions.files import framework_file, part_file
from tools.definitions.reasons import reasons
from tools.definitions.sheets import Row, listed, read_sheet
from tools.definitions.toml_text import Table
from tools.definitions.units import data_kind, unit_kinds

KINDS = {
    "mandatory_requirement": "mandatory-requirement",
    "general_disclosure": "general-disclosure",
    "kpi": "kpi",
    "climate_disclosure": "climate-disclosure",
}


def files(facts: Path) -> dict[str, str]:
    """Return the framework's files by name."""
    labels = read_sheet(facts, "hkex-esg-labels")
    successors = _successors(facts)
    claims = reasons("not-material", "not-applicable", "confidentiality", "legal-prohibition", "unavailable")
    made = {"hkex-esg/framework.toml": framework_file(words.COMMENTS, words.FRAMEWORK, claims)}
    for edition in ("2020", "2025"):
        rows = read_sheet(facts, f"hkex-esg-{edition}")
        made[f"hkex-esg/{edition}.toml"] = part_file(
            words.EDITION_COMMENTS[edition],
            "hkex-esg",
            edition,
            sources=words.SOURCES,
            editions=[words.EDITIONS[edition]],
            rules=words.RULES if edition == "2025" else (),
            groups=_groups(labels, edition),
            disclosures=[_disclosure(row, rows, edition, successors) for row in rows],
        )
    return made


def _groups(labels: list[Row], edition: str) -> list[Table]:
    rows = {row["code"]: row for row in labels if edition in listed(row["editions"])}
    return [
        {"id": code, "title": titles(_curly(rows[code]["en"]), rows[code]["zh_hans"], rows[code]["zh_hant"])}
        | {"parent": parent, "edition": edition}
        for code, parent in words.GROUPS
        if code in rows
    ]


def _curly(text: str) -> str:
    return re.sub(r'"([^"]*)"', "“\\1”", text)


def _disclosure(row: Row, rows: list[Row], edition: str, successors: dict[str, list[str]]) -> Table:
    code = row["code"]
    heading = code[0].isdigit() and code in {other["parent"] for other in rows}
    made: Table = {
        "code": code,
        "group": _group(row),
        "parent": row["parent"] if re.match(r"\d", row["parent"]) else "",
        "kind": KINDS[row["kind"]],
        "obligation": _obligation(row),
        "title": titles(row["title_en"], row["title_zh_hans"]),
        "summary": row["summary_en"],
        "datapoints": [] if heading else datapoints(f"hkex-esg:{code}", row["required_facets"]),
        "data": data_kind(row["data_kind"]),
        "units": unit_kinds(row["unit_kind"]),
        "superseded-by": successors.get(code) if edition == "2020" else None,
        "basis": "verified" if row["verified"] == "yes" else "unverified",
        "source": _source(row, edition),
        "note": words.NOTES.get(code, "") if edition == "2025" else "",
    }
    if heading:
        made["heading"] = True
    if row["obligation"] == "mandatory":
        made["omission"] = False
    return made


def _group(row: Row) -> str:
    parent = row["parent"]
    if pillar := re.match(r"Part D \((\w+)\)", parent):
        return f"D-{pillar[1]}"
    if re.match(r"[AB]\d", parent) or parent == "Part B":
        return parent
    number = int(re.match(r"\d+", row["code"])[0])  # type: ignore[index]
    return next(group for last, group in words.PARAGRAPHS if number <= last)


def _obligation(row: Row) -> str:
    by_class = row.get("obligation_by_class", "")
    return "climate" if "mandatory@2026" in by_class else row["obligation"].replace("_", "-")


def _source(row: Row, edition: str) -> str:
    if edition == "2020":
        return "guide-2020"
    return "part-d" if row["kind"] == "climate_disclosure" else "code-2025"


def _successors(facts: Path) -> dict[str, list[str]]:
    """Read which disclosures of 2020 left the Code, and what stands in their place."""
    made: dict[str, list[str]] = {}
    for row in read_sheet(facts, "hkex-esg-edition-changes"):
        if row["from_edition"] == "guide_2020" and row["from_code"] not in listed(row["to_code"]):
            first, dots, last = row["to_code"].partition("..")
            codes = [str(n) for n in range(int(first), int(last) + 1)] if dots else listed(row["to_code"])
            made[row["from_code"]] = [f"hkex-esg:{code}" for code in codes]
    return made
