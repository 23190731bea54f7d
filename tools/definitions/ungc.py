"""The Ten Principles of the United Nations Global Compact."""

from datetime import date
from pathlib import Path

from tools.definitions.chinese import titles
from tools.definitions.files import framework_file, part_file
from tools.definitions.sheets import Row, read_sheet
from tools.definitions.toml_text import Table

OWNER = "United Nations Global Compact"
COMMENTS = (
    "The Ten Principles of the United Nations Global Compact.",
    f"Owner: {OWNER}. The numbers and areas are the Compact's; titles and summaries are ours.",
)
FRAMEWORK: Table = {
    "id": "ungc",
    "short": "UNGC",
    "title": {
        "en": "Ten Principles of the UN Global Compact",
        "zh-Hans": "联合国全球契约十项原则",
        "zh-Hant": "聯合國全球契約十項原則",
    },
    "owner": OWNER,
    "index-by": "principle",
    "claims": ["participant"],
}
RULES: list[Table] = [{"id": "principle", "rules": [{"is": "recommended", "claim": ["participant"]}]}]
EDITION: Table = {
    "id": "2004",
    "title": {"en": "Ten Principles (2004)", "zh-Hans": "十项原则（2004年）", "zh-Hant": "十項原則（2004年）"},
    "by": "publication-date",
    "from": date(2004, 6, 24),
    "basis": "verified",
    "source": "principles",
}
SOURCES = {
    "principles": "United Nations Global Compact, Ten Principles, in English and Chinese",
    "unchecked": "Number and area follow from the sequence; content compiled without sight of the text",
}


def files(facts: Path) -> dict[str, str]:
    """Return the framework's files by name."""
    rows = [row for row in read_sheet(facts, "ungc") if row["kind"] == "principle"]
    areas = {row["area"]: row["area_zh_hans"] for row in rows}
    return {
        "ungc/framework.toml": framework_file(COMMENTS, FRAMEWORK, (), RULES),
        "ungc/2004.toml": part_file(
            COMMENTS,
            "ungc",
            "2004",
            sources=SOURCES,
            editions=[EDITION],
            groups=[{"id": _slug(area), "title": titles(area, chinese)} for area, chinese in areas.items()],
            disclosures=[_principle(row) for row in rows],
        ),
    }


def _principle(row: Row) -> Table:
    seen = row["verified"].startswith("yes")
    return {
        "code": row["code"],
        "group": _slug(row["area"]),
        "kind": "principle",
        "obligation": "principle",
        "title": titles(row["title_en"], row["title_zh_hans"]),
        "summary": row["summary_en"],
        "basis": "verified" if seen else "unverified",
        "source": "principles" if seen else "unchecked",
    }


def _slug(area: str) -> str:
    return area.lower().replace(" ", "-")
