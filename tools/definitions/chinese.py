"""Traditional Chinese titles in Hong Kong's words, made from simplified ones.

opencc turns the characters; Hong Kong's own words (those of the Exchange where it has one) come from two tables.
"""

import re
from functools import cache
from pathlib import Path

from opencc import OpenCC  # type: ignore[import-untyped]

TITLES = Path(__file__).with_name("chinese_titles.tsv")

CHARACTERS = str.maketrans("温税户説脱羣閲牀", "溫稅戶說脫群閱床")
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
    "瞭解": "了解",
    "物理風險": "實體風險",
    "財務業績": "財務表現",
    "報告主體": "報告實體",
    "資本支出": "資本開支",
    "敞口": "風險承擔",
    "風險風險承擔": "風險承擔",
    "公允價值": "公平值",
    "公允列報": "公平列報",
    "轉基因": "基因改造",
    "患者": "病人",
    "閾值": "門檻",
    "傢俱": "傢具",
    "合作伙伴": "合作夥伴",
    "涵蓋主體": "涵蓋實體",
    "單一金額或區間": "單一金額或範圍",
    "差錯": "錯誤",
    "市場準入": "市場准入",
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


@cache
def _ours() -> dict[str, str]:
    """Read our own translations of titles, by the English title."""
    lines = TITLES.read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))


def is_ours(english: str, simplified: str) -> bool:
    """Whether the Chinese of a title is our own translation, as nothing else gives one."""
    return not simplified and english in _ours()


def titles(english: str, simplified: str = "", hong_kong: str = "") -> dict[str, str]:
    """Return a title in every language there is one for; in our own translation where no `simplified` is known."""
    simplified = simplified or _ours().get(english, "")
    return {"en": english, "zh-Hans": simplified, "zh-Hant": hong_kong or traditional(simplified)}
