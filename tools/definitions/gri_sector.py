"""The GRI Sector Standards: topics, and what each topic lists."""

from datetime import date
from itertools import groupby
from pathlib import Path

from tools.definitions import gri_words as words
from tools.definitions.chinese import titles
from tools.definitions.files import part_file
from tools.definitions.sheets import Row, read_sheet
from tools.definitions.toml_text import Table

KINDS = {
    "management": "management",
    "topic_standard": "topic-standard",
    "additional_sector_disclosure": "additional",
}
BASIS = {"yes": "verified", "sector yes; topic inferred": "secondary", "pattern": "unverified"}


def files(facts: Path) -> dict[str, str]:
    """Return one file per Sector Standard."""
    rows = sorted(read_sheet(facts, "gri-sector"), key=lambda row: row["sector_standard"])
    return {
        f"gri/gri-{standard[4:]}.toml": _standard(standard, list(members))
        for standard, members in groupby(rows, key=lambda row: row["sector_standard"])
    }


def _standard(standard: str, rows: list[Row]) -> str:
    title, edition = rows[0]["sector_title"], rows[0]["edition"]
    sources = {row["source"] for row in rows}
    inferred = any("inferred" in row["verified"] for row in rows)
    comments = [f"{standard}: {title} {edition}: topics likely to be material, and what each lists.", words.COMMENTS[1]]
    if inferred:
        comments.append("Which topic a disclosure belongs to is inferred from the sector's list (see `basis`).")
    return part_file(
        comments,
        "gri",
        standard,
        sources=words.SOURCES,
        editions=[
            {
                "id": edition,
                "title": words.standard_title(standard, title, edition),
                "by": "publication-date",
                "from": date.fromisoformat(rows[0]["effective_from"]),
                "basis": "secondary" if inferred else "verified",
                "source": "sector-tables" if any("tables" in text for text in sources) else "taxonomy",
            }
        ],
        topics=_topics(rows),
    )


def _topics(rows: list[Row]) -> list[Table]:
    listed: dict[str, list[Table]] = {row["topic_no"]: [] for row in rows if row["row_kind"] == "topic"}
    for row in rows:
        if row["row_kind"] != "topic":
            listed[row["topic_no"]].append(_listing(row))
    return [
        {"number": row["topic_no"], "title": titles(row["topic_title_en"]), "listed": listed[row["topic_no"]]}
        for row in rows
        if row["row_kind"] == "topic"
    ]


def _listing(row: Row) -> Table:
    own = row["row_kind"] == "additional_sector_disclosure"
    return {
        "ref": row["ref_no"],
        "kind": KINDS[row["row_kind"]],
        "code": row["disclosure_code"],
        "edition": row["disclosure_edition"],
        "summary": row["title_or_summary_en"] if own else "",
        "basis": BASIS[row["verified"]],
    }
