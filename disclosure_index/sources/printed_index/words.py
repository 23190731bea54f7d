"""The words that real indexes print, in three languages: column heads, chapters, other documents, omissions.

Only data; all matching ignores case.
"""

import re
from enum import StrEnum


class Role(StrEnum):
    """What a column holds."""

    CODE = "code"
    TITLE = "title"
    PAGE = "page"
    SECTION = "section"
    NOTE = "note"
    REASON = "reason"
    GROUP = "group"
    OTHER = "other"


HEADS: tuple[tuple[Role, str], ...] = (
    (Role.CODE, r"comply or explain|不遵守就解|mandatory disclosure|[強强]制披露"),
    (Role.GROUP, r"^(?:gri )?standards?\b|^(?:gri)?\s?(?:标准|標準|準則|准则)"),
    (Role.CODE, r"^(?:reference|ref\.?|disclosure|indicator|kpi|item|index)\s(?:no\b\.?|number|code)|^paragraph"),
    (
        Role.OTHER,
        r"sdgs?\b|sustainable development goal|可持续发展目标|可持續發展目標|ungc|global compact|assur|verif|鉴证|鑑證"
        r"|unit\b|units? of measure|category$|单位|單位|sector standard ref|ref\. no|参照号|fiscal|status"
        r"|^values?$|^figures?$|^数值$|^數值$|obligation|披露责任|披露責任"
        r"|披露情况|披露情況",
    ),
    (Role.REASON, r"reason|omission|omit|省略|删减|刪減|遗漏|从略|從略|原因|不披露"),
    (Role.PAGE, r"pages?\b|pp?\.|page (?:no|number)|页|頁|pg\b|seite"),
    (
        Role.SECTION,
        r"location|section|chapter|where|reference|cross.?ref|link|report content|source|answer|response|disclosed in"
        r"|章节|章節|目录|目錄|位置|所在|索引|对应|對應|参考|參考|出处|回应|回應|报告内容|報告內容|報告書",
    ),
    (Role.NOTE, r"notes?\b|remark|comment|explan|additional|备注|備註|備注|附注|附註|说明|說明|解释|解釋|补充|補充"),
    (
        Role.CODE,
        r"code|no\.|number|disclosures? no|indicator no|paragraph|^#$|gri"
        r"|编号|編號|编码|代码|代碼|序号|條文|条文|指标编号",
    ),
    (
        Role.GROUP,
        r"topic|classification|categor|area|aspect|subject|pillar|standards?\b|层面|層面|范畴|範疇|领域|領域|议题|議題"
        r"|主题|主題|分类|类别|類別|标准|標準|準則",
    ),
    (
        Role.TITLE,
        r"disclosures?|indicators?|metrics?|titles?|description|requirement|content|kpi|principles?|recommend|披露项|披露"
        r"|揭露|指标|指標|描述|名称|名稱|内容|內容|要求|原则|原則",
    ),
)
"""Head words per role; the first pattern that fits wins."""

CHAPTER = re.compile(
    r"第[一二三四五六七八九十百\d]+[章部编編篇]|chapter\s+[\divx]+|part\s+[\divx]+\b|[\divx]{1,4}\.\s"
    r"|[一二三四五六七八九十]+、|附录$|附錄$|append(?:ix|ices)$|annex(?:es)?$",
    re.IGNORECASE,
)
APPENDIX = re.compile(
    r"(附录|附錄|appendix|annex)\s*([\da-z]{1,2}|[一二三四五六七八九十]+)(?![\w])[\s:：.\-–—]*(.+)", re.IGNORECASE
)
UNDER_GROUP = re.compile(r"[\W\d]*(?:general disclosures?|一般披露)", re.IGNORECASE)
"""What has no code of its own and stands for the group above it."""

LEFT_OPEN = re.compile(r"\W*(?:to be (?:completed|confirmed|added)|tbc|tbd|待补充|待補充|待定)\W*", re.IGNORECASE)
"""What stands for a location that nobody has written yet: no place is promised."""

CHAPTER_HEAD = re.compile(r"chapters?|章|篇", re.IGNORECASE)
"""The head of a column beside that of the sections, for what these belong to."""

OTHER_DOCUMENT = re.compile(
    r"annual (?:financial )?report|business report|financial (?:report|statements?)|integrated report|proxy statement"
    r"|form (?:10-k|20-f)|10-k|20-f|universal registration|\burd\b|management report|\bar\b|cdp\b|web ?site"
    r"|corporate governance (?:report|statement)|declaration on corporate governance|remuneration report"
    r"|compensation report|https?://|www\.|sustainability (?:website|factbook|data ?book)|(?:esg )?data ?book"
    r"|年报|年報|年度报告|年度報告|财务报告|財務報告|官网|官網|网站|網站|企业管治报告|企業管治報告",
    re.IGNORECASE,
)

OMISSIONS: tuple[tuple[str, str], ...] = (
    ("confidential", r"confidential|保密|机密|機密"),
    ("legal", r"legal(?:ly)? prohibit|prohibited by law|specific legal|法律禁|法律明文禁|法规禁止|法規禁止"),
    (
        "unavailable",
        r"unavailable|not available|incomplete|不可用|不完整|无法获得|無法獲得|未能取得|无法取得|無法取得"
        r"|资讯缺|信息缺失|数据暂|缺失",
    ),
    ("not-applicable", r"not applicable|n\.?/?a\.?(?![a-z])|inapplicable|不适用|不適用"),
    ("not-material", r"not (?:a )?material|immaterial|不重要|非重大|不重大|非实质|非實質"),
    ("not-reported", r"not reported|not disclosed|no disclosure|未披露|未揭露|不披露|暂不披露|暫不披露|未报告"),
)
"""Reasons for omission, and what is printed; a framework's own id takes the place of ours where its title fits."""

SEE = re.compile(
    r"^(?:please\s+)?(?:see(?:\s+also)?|refer(?:s|ring)?\s+to|cf\.|参见|參見|详见|詳見|请见|請參閱|请参阅"
    r"|见|見)[:：\s]*",
    re.IGNORECASE,
)
INDEX = re.compile(
    r"\bindex\b|content table|cross.?reference|reference table|concordance|索引|对照表|對照表|对标|對標", re.IGNORECASE
)
"""What a caption of an index says; only asked where a table has no column of locations."""
