"""Reasons for omission, in three languages; each framework takes those it accepts."""

from tools.definitions.toml_text import Table

_TITLES = {
    "not-material": ("Not material", "不重要", "不重要"),
    "not-applicable": ("Not applicable", "不适用", "不適用"),
    "confidentiality": ("Confidentiality constraints", "保密限制", "保密限制"),
    "confidentiality-constraints": ("Confidentiality constraints", "保密限制", "保密限制"),
    "commercial-sensitivity": ("Commercially sensitive opportunity", "商业敏感的机遇", "商業敏感的機遇"),
    "legal-prohibition": ("Specific legal prohibition", "法律明文禁止", "法律明文禁止"),
    "legal-prohibitions": ("Legal prohibitions", "法律禁令", "法律禁令"),
    "unavailable": ("Information unavailable", "未能取得资料", "未能取得資料"),
    "information-unavailable": ("Information unavailable or incomplete", "信息不可用或不完整", "資訊未能取得或不完整"),
    "transition-relief": ("Transition relief", "过渡宽免", "過渡寬免"),
}


def reasons(*ids: str) -> list[Table]:
    """Return the reasons named by `ids`."""
    return [{"id": name, "title": dict(zip(("en", "zh-Hans", "zh-Hant"), _TITLES[name], strict=True))} for name in ids]
