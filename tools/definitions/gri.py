"""The GRI Standards: one file per Standard, with all its editions."""

from collections.abc import Mapping
from itertools import groupby
from pathlib import Path

from tools.definitions import gri_letters, gri_sector
from tools.definitions import gri_words as words
from tools.definitions.chinese import is_ours, titles
from tools.definitions.facets import datapoints
from tools.definitions.files import framework_file, part_file
from tools.definitions.gri_rows import GriRow, newest_editions, read_rows
from tools.definitions.reasons import reasons
from tools.definitions.toml_text import Table
from tools.definitions.units import data_kind, unit_kinds

TITLE_BASIS = {"seen": "verified", "variant-seen": "secondary", "memory": "unverified", "translation": "unverified"}


def files(facts: Path) -> dict[str, str]:
    """Return the framework's files by name."""
    rows = read_rows(facts)
    newest, letters = newest_editions(rows), gri_letters.read_letters(facts)
    made = {"gri/framework.toml": framework_file(words.COMMENTS, words.FRAMEWORK, reasons(*words.REASONS), words.RULES)}
    for standard, members in groupby(rows, key=lambda row: row.standard):
        made[f"gri/gri-{standard[4:]}.toml"] = _standard(standard, list(members), newest, letters)
    return made | gri_sector.files(facts)


def _standard(standard: str, rows: list[GriRow], newest: Mapping[str, str], letters: gri_letters.Letters) -> str:
    editions = {name: list(members) for name, members in groupby(rows, key=lambda row: row.edition)}
    names = ", ".join(f"{members[0].standard_title} {name}" for name, members in editions.items())
    several = len(editions) > 1
    groups = [_group(standard, name, members, several) for name, members in editions.items()]
    return part_file(
        (f"{standard}: {names}.", words.COMMENTS[1]),
        "gri",
        standard,
        sources=words.SOURCES,
        editions=[edition_table(standard, name, members) for name, members in editions.items()],
        groups=(words.TOP_GROUPS if standard == "GRI 2" else []) + groups,
        disclosures=[
            _disclosure(row, members, several, newest, letters) for members in editions.values() for row in members
        ],
    )


def _group(standard: str, edition: str, rows: list[GriRow], several: bool) -> Table:
    title = rows[0].standard_title
    made: Table = {"id": standard, "title": words.standard_title(standard, title), "parent": _series(standard, title)}
    return made | ({"edition": edition} if several else {})


def _series(standard: str, title: str) -> str:
    number = int(standard[4:])
    if number < 100 or title in ("General Disclosures", "Management Approach"):
        return "universal"
    return {1: "environmental", 2: "economic", 3: "environmental", 4: "social"}[number // 100]


def edition_table(standard: str, edition: str, rows: list[GriRow]) -> Table:
    """Return the edition, in force until the last of its disclosures is withdrawn."""
    title = rows[0].standard_title
    best = min(rows, key=lambda row: ("verified", "secondary", "unverified").index(row.basis))
    ends = [row.until for row in rows]
    return {
        "id": edition,
        "title": words.standard_title(standard, title, edition),
        "by": "publication-date",
        "from": min(row.effective for row in rows),
        "until": None if None in ends else max(end for end in ends if end),
        "basis": best.basis,
        "source": source(best),
    }


def source(row: GriRow) -> str:
    """Name the source of a row."""
    text = row.row["source"]
    kinds = {"GRI Sustainability Taxonomy": "taxonomy", "GRI 2016-to-2021 mapping": "mapping", "Secondary": "secondary"}
    return next((name for start, name in kinds.items() if text.startswith(start)), "unchecked")


def _disclosure(
    row: GriRow, edition: list[GriRow], several: bool, newest: Mapping[str, str], letters: gri_letters.Letters
) -> Table:
    sheet = row.row
    end = edition_table(row.standard, row.edition, edition)["until"]
    made: Table = {
        "code": row.code,
        "edition": row.edition if several else "",
        "group": row.standard,
        "kind": _kind(row),
        "obligation": _obligation(row),
        "until": row.until if row.until != end else None,
        "title": titles(sheet["title_en"], sheet.get("title_zh_hans", "")),
        "summary": sheet.get("summary_en", ""),
        "superseded-by": [f"gri:{code}@{newest[code]}" for code in row.successors],
        "basis": row.basis,
        "source": source(row),
        "note": words.NOTES.get(f"{row.code}@{row.edition}") or words.NOTES.get(row.standard[4:], ""),
    }
    if row.legacy:
        return made | ({"title-basis": "unverified"} if is_ours(sheet["title_en"], "") else {})
    made |= {
        "title-basis": TITLE_BASIS[sheet["zh_status"]],
        "datapoints": datapoints(f"gri:{row.code}", sheet["required_facets"]),
        "requirements": letters.get((row.code, row.edition)),
        "data": data_kind(sheet["data_kind"]),
        "units": unit_kinds(sheet["unit_kind"]),
    }
    return made | ({"omission": False} if sheet["omission_allowed"] == "no" else {})


def _kind(row: GriRow) -> str:
    if row.standard == "GRI 3" or row.standard_title == "Management Approach":
        return "material-topics"
    return "general-disclosure" if row.standard_title == "General Disclosures" else "topic-disclosure"


def _obligation(row: GriRow) -> str:
    if row.standard not in ("GRI 2", "GRI 3"):
        return "voluntary"
    return "universal-strict" if row.row["omission_allowed"] == "no" else "universal"
