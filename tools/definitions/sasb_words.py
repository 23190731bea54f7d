"""What the files of the SASB Standards say besides their metrics."""

from datetime import date

from tools.definitions.toml_text import Table

OWNER = "IFRS Foundation (International Sustainability Standards Board)"

COMMENTS = (
    "SASB Standards: one file per industry.",
    f"Owner: {OWNER}. Codes, topic names and units are theirs; titles are ours.",
)

FRAMEWORK: Table = {
    "id": "sasb",
    "short": "SASB",
    "title": {"en": "SASB Standards", "zh-Hans": "SASB准则", "zh-Hant": "SASB準則"},
    "owner": OWNER,
    "early-use": True,
    "claims": ["in-accordance", "with-reference"],
}

REASONS = ("not-applicable", "not-material", "confidentiality", "unavailable")

RULES: list[Table] = [{"id": "metric", "rules": [{"is": "comply-or-explain", "claim": ["in-accordance"]}]}]

CHANGE = date(2025, 1, 1)
STARTS = {"2023-06": date(2024, 1, 1), "2023-12": CHANGE}

RETIRED = "Compiled without sight of the edition: numbers missing in version 2023-12; titles not checked"

MISPRINTS = {"Remanufacturi ng Design & Services": "Remanufacturing Design & Services"}
"""Topics that the fact sheet has as a line broke in its source."""

ACTIVITY = "Activity metrics"
ACTIVITY_TITLE = {"en": ACTIVITY, "zh-Hans": "活动指标", "zh-Hant": "活動指標"}

TOPICS = {
    "Hardware Infrastructure Energy & Water Management": "硬件基础设施的能源与用水管理",
    "Data Privacy & Advertising Standards": "数据隐私与广告标准",
    "Data Security": "数据安全",
    "Employee Recruitment, Inclusion & Performance": "员工招聘、包容与绩效",
    "Product Packaging & Distribution": "产品包装与配送",
}
"""Topics in simplified Chinese, where the metrics below them have Chinese titles."""

NOTES = {
    "CG-EC-220a.2@2018-10": "Asks about behavioural advertising; version 2023-12 about targeted advertising.",
    "CG-EC-230a.2@2018-10": "Part 2 is the share involving personally identifiable information.",
    "CG-EC-230a.2@2023-12": "Part 2 is the share that are personal data breaches.",
    "CG-EC-330a.3@2023-12": "Four levels of staff, where 2018-10 has three; diversity groups in place of ethnic ones.",
    "CG-EC-330a.4@2023-12": "Any country; in 2018-10 H-1B visas of the United States only.",
}


def seen(edition: str) -> str:
    """Say what of an edition was seen."""
    if edition == "2018-10":
        return " (SASB Foundation), in part; otherwise compiled from secondary sources"
    return " (IFRS Foundation), tables of topics and of activity metrics"
