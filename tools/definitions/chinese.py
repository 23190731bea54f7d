"""Traditional Chinese titles in Hong Kong's words, made from simplified ones.

opencc turns the characters; Hong Kong's own words (those of the Exchange where it has one) come from two tables.
"""

import re
from functools import cache

from opencc import OpenCC  # type: ignore[import-untyped]

CHARACTERS = str.maketrans("温税户説脱羣", "溫稅戶說脫群")
"""opencc picks the forms of a Hong Kong dictionary; these are the forms that issuers and the Exchange print."""

WORDS = {
    "彙報": "匯報",
    "治理": "管治",
    "利益相關方": "持份者",
    "戰略": "策略",
    "信息": "資訊",
    "隱私": "私隱",
    "腐敗": "貪污",
    "運營": "營運",
    "實質性議題": "重大議題",
    "固定福利計劃義務": "界定福利計劃責任",
    "市場營銷": "市場推廣",
    "營銷": "市場推廣",
    "標識": "標籤",
    "安保": "保安",
    "指標和目標": "指標及目標",
    "泄漏": "洩漏",
    "泄露": "外洩",
    "聯繫人": "聯絡人",
    "政治捐助": "政治捐獻",
    "循環利用": "循環再造",
}

_EXECUTIVES = re.compile(r"(?<!最)高管")
"""Short for senior management, which Hong Kong writes out; not the end of 最高 before 管治."""

_SCOPE = re.compile(r"範疇(?=\s?[1-3])")
"""Hong Kong writes 範圍 1 for a scope of emissions; 範疇 there means a subject area."""


@cache
def _converter() -> OpenCC:
    return OpenCC("s2hk")


def traditional(text: str) -> str:
    """Write simplified `text` as Hong Kong writes it; "" stays ""."""
    text = str(_converter().convert(text)).translate(CHARACTERS)
    for word, here in WORDS.items():
        text = text.replace(word, here)
    return _SCOPE.sub("範圍", _EXECUTIVES.sub("高級管理人員", text))


def titles(english: str, simplified: str = "", hong_kong: str = "") -> dict[str, str]:
    """Give a title in every language there is one for."""
    return {"en": english, "zh-Hans": simplified, "zh-Hant": hong_kong or traditional(simplified)}
