"""The TCFD recommendations: four pillars, eleven recommended disclosures."""

from datetime import date
from pathlib import Path

from tools.definitions.chinese import titles
from tools.definitions.facets import datapoints
from tools.definitions.files import framework_file, part_file
from tools.definitions.reasons import reasons
from tools.definitions.sheets import Row, read_sheet
from tools.definitions.toml_text import Table
from tools.definitions.units import data_kind

OWNER = "Task Force on Climate-related Financial Disclosures (Financial Stability Board)"
COMMENTS = (
    "Recommendations of the Task Force on Climate-related Financial Disclosures.",
    f"Owner: {OWNER}. The pillars and letters are the Task Force's; titles and summaries are ours.",
)
FRAMEWORK: Table = {
    "id": "tcfd",
    "short": "TCFD",
    "title": {
        "en": "TCFD recommendations",
        "zh-Hans": "气候相关财务信息披露工作组（TCFD）建议",
        "zh-Hant": "氣候相關財務披露工作小組（TCFD）建議",
    },
    "owner": OWNER,
    "claims": ["in-accordance", "with-reference"],
}
RULES: list[Table] = [
    {
        "id": "recommended-disclosure",
        "rules": [
            {"is": "comply-or-explain", "claim": ["in-accordance"]},
            {"is": "recommended", "claim": ["with-reference"]},
        ],
    }
]
EDITION: Table = {
    "id": "2017",
    "title": {"en": "TCFD recommendations (2017)", "zh-Hans": "TCFD建议（2017年）", "zh-Hant": "TCFD建議（2017年）"},
    "by": "publication-date",
    "from": date(2017, 6, 29),
    "basis": "verified",
    "source": "report",
}
SOURCES = {"report": "TCFD, Final Report (June 2017) and its Chinese translation; changes of the 2021 Annex as a note"}


def files(facts: Path) -> dict[str, str]:
    """Return the framework's files by name."""
    rows = read_sheet(facts, "tcfd")
    excuses = reasons("not-material", "not-applicable", "confidentiality", "unavailable")
    return {
        "tcfd/framework.toml": framework_file(COMMENTS, FRAMEWORK, excuses, RULES),
        "tcfd/2017.toml": part_file(
            COMMENTS,
            "tcfd",
            "2017",
            sources=SOURCES,
            editions=[EDITION],
            disclosures=[_disclosure(row) for row in rows],
        ),
    }


def _disclosure(row: Row) -> Table:
    pillar = not row["letter"]
    made: Table = {
        "code": row["code"],
        "parent": "" if pillar else row["code"].removesuffix(f"-{row['letter']}"),
        "kind": "pillar" if pillar else "recommended-disclosure",
        "obligation": "recommended-disclosure",
        "title": titles(row["title_en"].removesuffix(" (pillar)"), row["title_zh_hans"]),
        "summary": row["summary_en"],
        "datapoints": datapoints(f"tcfd:{row['code']}", row["facets"]),
        "data": data_kind(row["data_kind"]),
        "basis": "verified",
        "source": "report",
        "note": row["annex_2021_change"],
    }
    return made | ({"heading": True} if pillar else {})
