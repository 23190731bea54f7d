"""What the files of the GRI Standards say besides their disclosures."""

from tools.definitions.chinese import titles
from tools.definitions.toml_text import Table

OWNER = "Global Reporting Initiative (GRI)"

COMMENTS = (
    "GRI Standards: one file per Standard, with all its editions.",
    f"Owner: {OWNER}. Codes and names of Standards and disclosures are GRI's; all other words are ours.",
)

FRAMEWORK: Table = {
    "id": "gri",
    "short": "GRI",
    "title": {"en": "GRI Standards", "zh-Hans": "GRI标准", "zh-Hant": "GRI準則"},
    "owner": OWNER,
    "early-use": True,
    "claims": ["in-accordance", "with-reference"],
}

REASONS = ("not-applicable", "legal-prohibitions", "confidentiality-constraints", "information-unavailable")

RULES: list[Table] = [
    {"id": "universal", "rules": [{"is": "comply-or-explain", "claim": ["in-accordance"]}]},
    {"id": "universal-strict", "rules": [{"is": "mandatory", "claim": ["in-accordance"]}]},
]

SOURCES = {
    "taxonomy": "GRI Sustainability Taxonomy 1.0 (2025-06-23)",
    "mapping": "GRI, mapping between the Universal Standards 2021 and the GRI Standards 2016 (2022)",
    "sector-tables": "Tables of topics in GRI 11 and GRI 12; GRI Sustainability Taxonomy 1.0 (2025-06-23)",
    "secondary": "Compiled from secondary sources that list the disclosures of GRI 102 and GRI 103 (2025)",
    "unchecked": "Compiled without sight of the Standard; not checked",
}

TOP_GROUPS: list[Table] = [
    {"id": "universal", "title": {"en": "Universal Standards", "zh-Hans": "通用标准", "zh-Hant": "通用準則"}},
    {"id": "economic", "title": {"en": "Economic", "zh-Hans": "经济", "zh-Hant": "經濟"}},
    {"id": "environmental", "title": {"en": "Environmental", "zh-Hans": "环境", "zh-Hant": "環境"}},
    {"id": "social", "title": {"en": "Social", "zh-Hans": "社会", "zh-Hant": "社會"}},
]

STANDARDS = {
    "General Disclosures": "一般披露",
    "Material Topics": "实质性议题",
    "Management Approach": "管理方法",
    "Biodiversity": "生物多样性",
    "Climate Change": "气候变化",
    "Energy": "能源",
    "Economic Performance": "经济绩效",
    "Market Presence": "市场表现",
    "Indirect Economic Impacts": "间接经济影响",
    "Procurement Practices": "采购实践",
    "Anti-corruption": "反腐败",
    "Anti-competitive Behavior": "反竞争行为",
    "Tax": "税务",
    "Materials": "物料",
    "Water": "水资源",
    "Water and Effluents": "水资源和污水",
    "Emissions": "排放",
    "Waste": "废弃物",
    "Effluents and Waste": "污水和废弃物",
    "Environmental Compliance": "环境合规",
    "Supplier Environmental Assessment": "供应商环境评估",
    "Employment": "雇佣",
    "Labor/Management Relations": "劳资关系",
    "Occupational Health and Safety": "职业健康与安全",
    "Training and Education": "培训与教育",
    "Diversity and Equal Opportunity": "多元化与平等机会",
    "Non-discrimination": "反歧视",
    "Freedom of Association and Collective Bargaining": "结社自由与集体谈判",
    "Child Labor": "童工",
    "Forced or Compulsory Labor": "强迫或强制劳动",
    "Security Practices": "安保实践",
    "Rights of Indigenous Peoples": "原住民权利",
    "Human Rights Assessment": "人权评估",
    "Local Communities": "当地社区",
    "Supplier Social Assessment": "供应商社会评估",
    "Public Policy": "公共政策",
    "Customer Health and Safety": "客户健康与安全",
    "Marketing and Labeling": "营销与标识",
    "Customer Privacy": "客户隐私",
    "Socioeconomic Compliance": "社会经济合规",
    "Oil and Gas Sector": "石油和天然气行业",
    "Coal Sector": "煤炭行业",
    "Agriculture, Aquaculture and Fishing Sectors": "农业、水产养殖业和渔业",
    "Mining Sector": "采矿业",
}
"""The names of the Standards in simplified Chinese, as mainland indexes print them."""

NOTES = {
    "304": "GRI 101: Biodiversity 2024 replaces GRI 304 as a whole; GRI names no successor per disclosure.",
    "306-3@2016": "Still in force beside 306-3 of 2020 (waste generated): the rest of GRI 306: 2016 is replaced.",
    "102-54@2016": "Replaced by the statement of use of GRI 1: Foundation 2021.",
    "102-55@2016": "Replaced by the content index that GRI 1: Foundation 2021 asks for.",
}


def standard_title(standard: str, title: str, edition: str = "") -> dict[str, str]:
    """Return the name of a Standard as indexes print it: ``GRI 305: Emissions 2016``."""
    names = titles(title, STANDARDS[title])
    colons = {"en": ": ", "zh-Hans": "：", "zh-Hant": "："}
    return {key: f"{standard}{colons[key]}{name} {edition}".rstrip() for key, name in names.items()}
