"""The Sustainable Development Goals and their targets."""

from datetime import date
from pathlib import Path

from tools.definitions.chinese import is_ours, titles
from tools.definitions.files import framework_file, part_file
from tools.definitions.sheets import Row, read_sheet
from tools.definitions.toml_text import Table

OWNER = "United Nations"
COMMENTS = (
    "The Sustainable Development Goals of the 2030 Agenda, with their targets.",
    f"Owner: {OWNER}. Numbers and the goals' short names are the UN's; the targets' titles are ours.",
)
FRAMEWORK: Table = {
    "id": "sdg",
    "short": "SDG",
    "title": {
        "en": "UN Sustainable Development Goals",
        "zh-Hans": "联合国可持续发展目标",
        "zh-Hant": "聯合國可持續發展目標",
    },
    "owner": OWNER,
    "index-by": "goal",
}
EDITION: Table = {
    "id": "2015",
    "title": {"en": "2030 Agenda (2015)", "zh-Hans": "2030年议程（2015年）", "zh-Hant": "2030年議程（2015年）"},
    "by": "publication-date",
    "from": date(2015, 9, 25),
    "basis": "verified",
    "source": "agenda",
}
SOURCES = {"agenda": "UN General Assembly resolution A/RES/70/1, Transforming our world: the 2030 Agenda"}


def files(facts: Path) -> dict[str, str]:
    """Return the framework's files by name."""
    rows = read_sheet(facts, "sdg")
    return {
        "sdg/framework.toml": framework_file(COMMENTS, FRAMEWORK, ()),
        "sdg/2015.toml": part_file(
            COMMENTS, "sdg", "2015", sources=SOURCES, editions=[EDITION], disclosures=[_disclosure(row) for row in rows]
        ),
    }


def _disclosure(row: Row) -> Table:
    made: Table = {
        "code": row["code"],
        "kind": row["kind"],
        "obligation": "voluntary",
        "title": titles(row["title_en"], row["title_zh_hans"]),
        "basis": "verified",
        "source": "agenda",
    }
    if row["kind"] == "goal":
        return made | {"heading": True, "title-basis": "unverified", "summary": row["short_title"]}
    means = row["target_type"] == "means of implementation"
    made |= {"parent": row["goal"], "kind": "means-of-implementation" if means else "target"}
    return made | ({"title-basis": "unverified"} if is_ours(row["title_en"], row["title_zh_hans"]) else {})
