"""What the files of IFRS S1 and S2 say besides their paragraphs."""

from datetime import date

from tools.definitions.toml_text import Table

OWNER = "IFRS Foundation (International Sustainability Standards Board)"

_NAMES = {
    "ifrs-s1": (
        "IFRS S1",
        "General Requirements for Disclosure of Sustainability-related Financial Information",
        "可持续相关财务信息披露一般要求",
        "可持續相關財務資訊披露一般要求",
    ),
    "ifrs-s2": ("IFRS S2", "Climate-related Disclosures", "气候相关披露", "氣候相關披露"),
}


def _framework(name: str) -> Table:
    short, english, simplified, hong_kong = _NAMES[name]
    return {
        "id": name,
        "short": short,
        "title": {
            "en": f"{short} {english}",
            "zh-Hans": f"{short}《{simplified}》",
            "zh-Hant": f"{short}《{hong_kong}》",
        },
        "owner": OWNER,
        "early-use": True,
        "claims": ["in-accordance", "with-reference"],
    }


FRAMEWORKS = {name: _framework(name) for name in _NAMES}

REASONS = (
    *("not-material", "not-applicable", "legal-prohibition"),
    *("commercial-sensitivity", "unavailable", "transition-relief"),
)

# Not plainly mandatory: what is not material need not be disclosed, and there are reliefs: a reason may stand for it.
RULES: list[Table] = [
    {"id": "requirement", "rules": [{"is": "comply-or-explain", "claim": ["in-accordance"]}]},
]

PILLARS = {
    "General": "一般要求",
    "Governance": "治理",
    "Strategy": "战略",
    "Risk Management": "风险管理",
    "Metrics and Targets": "指标和目标",
}

AMENDMENT = frozenset(("29A", "29B", "29C"))

SOURCES = {
    "ifrs-s1": {
        "standard": "IFRS S1 (ISSB, June 2023): sections as in its contents; sub-paragraphs in part not checked"
    },
    "ifrs-s2": {
        "standard": "IFRS S2 (ISSB, June 2023): paragraphs as in public checklists and the Australian standard",
        "amendment": "ISSB, amendments to IFRS S2 of 11 December 2025, as in the parallel Australian standard",
    },
}

_AMENDED = "Amendment of 11 December 2025; earlier use allowed."

CONDITIONS = {
    "": "",
    "if the entity has a plan (HKEX asks for a negative statement otherwise)": "Only if there is a plan.",
    "if targets exist": "Only if there are targets.",
    "if quantitative information is omitted": "Only if quantitative information is left out.",
    "transition relief in the first year (C4)": "Transition relief in the first year (C4).",
    "asset management, commercial banking, insurance": "Only for asset management, commercial banking and insurance.",
    "amendment of 11 Dec 2025, effective 1 Jan 2027, earlier use allowed": _AMENDED,
    "if 29A is used": f"Only if 29A is used. {_AMENDED}",
    "if Category 15 is in the Scope 3 figure": f"Only if Category 15 is in the Scope 3 figure. {_AMENDED}",
    "net targets": "Only for net targets.",
}
"""The sheet's conditions as notes."""


def comments(framework: str) -> tuple[str, ...]:
    """Return the opening comment of both files."""
    short, english, *_ = _NAMES[framework]
    return (
        f"{short} {english} (ISSB), by paragraph.",
        f"Owner: {OWNER}. Paragraph numbers are the Standard's; titles and summaries are ours.",
        "`required = false`: an objective, a basis, a relief or a signpost, which no report has to answer.",
    )


def edition(framework: str) -> Table:
    """Return the edition of June 2023."""
    short = _NAMES[framework][0]
    return {
        "id": "2023",
        "title": {"en": f"{short} (June 2023)", "zh-Hans": f"{short}（2023年6月）", "zh-Hant": f"{short}（2023年6月）"},
        "by": "financial-year-start",
        "from": date(2024, 1, 1),
        "basis": "verified" if framework == "ifrs-s2" else "secondary",
        "source": "standard",
    }
