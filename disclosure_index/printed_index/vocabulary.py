"""The words that real indexes print, in three languages: column heads, chapters, other documents, omissions.

Only data; all matching ignores case.
"""

import re
from enum import StrEnum
from typing import NamedTuple

NEVER = "(?!)"


class Role(StrEnum):
    """What a column holds."""

    CODE = "code"
    TITLE = "title"
    PAGE = "page"
    SECTION = "section"
    NOTE = "note"
    REASON = "reason"
    PARTS = "parts"
    GROUP = "group"
    DOCUMENT = "document"
    OTHER = "other"


HEADS: tuple[tuple[Role, str], ...] = (
    (
        Role.DOCUMENT,
        r"^(?:source |reference |reporting )?(?:documents?|document[oi]|dokumente?|publications?|pubblicazion[ei])\b"
        r"(?!.*(?:page|pag\b|section|sezione|chapter|title|seite|abschnitt))"
        r"|^(?:披露)?(?:文件|文档|文檔)(?:名称|名稱)?$|^(?:报告|報告)名[称稱]$",
    ),
    (Role.CODE, r"comply or explain|不遵守就解|mandatory disclosure|[強强]制披露"),
    (Role.GROUP, r"^(?:{coded} )?standards?\b|^(?:{coded})?\s?(?:标准|標準|準則|准则)"),
    (Role.CODE, r"^(?:reference|ref\.?|disclosure|indicator|kpi|item|index)\s(?:no\b\.?|number|code)|^paragraph"),
    (
        Role.OTHER,
        r"{other}|assur|verif|鉴证|鑑證"
        r"|unit\b|units? of measure|category$|单位|單位|sector standard ref|ref\. no|参照号|fiscal|status"
        r"|^values?$|^figures?$|^数值$|^數值$|obligation|披露责任|披露責任"
        r"|披露情况|披露情況",
    ),
    (
        Role.PARTS,
        r"requirements?\W*(?:s\W*)?omitted|omitted requirements?|parts? omitted"
        r"|(?:省略|从略|從略|遗漏|遺漏)的?(?:要求|部分)",
    ),
    (Role.REASON, r"reason|omission|omit|省略|删减|刪減|遗漏|从略|從略|原因|不披露"),
    (Role.PAGE, r"pages?\b|pp?\.|page (?:no|number)|页|頁|pg\b|seite|pagin[ae]|p[áa]gina|\bpagg?\b"),
    (
        Role.SECTION,
        r"location|section|chapter|where|reference|cross.?ref|link|report content|source|answer|response|disclosed in"
        r"|riferiment[oi]|posizione|ubicazione|paragraf[oi]|capitol[oi]|ubicaci[óo]n|emplacement|fundstelle|verweis"
        r"|章节|章節|目录|目錄|位置|所在|索引|对应|對應|参考|參考|出处|回应|回應|报告内容|報告內容|報告書",
    ),
    (
        Role.NOTE,
        r"notes?\b|note\b|anmerkung|commenti|remark|comment|explan|additional|备注|備註|備注|附注|附註|说明|說明|解释|解釋|补充|補充",
    ),
    (
        Role.CODE,
        r"code|no\.|number|disclosures? no|indicator no|paragraph|^#$|{coded}"
        r"|编号|編號|编码|代码|代碼|序号|條文|条文|段落|^段$|指标编号",
    ),
    (
        Role.GROUP,
        r"topic|classification|categor|area|aspect|subject|pillar|standards?\b|层面|層面|范畴|範疇|领域|領域|议题|議題"
        r"|主题|主題|分类|类别|類別|标准|標準|準則",
    ),
    (
        Role.TITLE,
        r"disclosures?|indicators?|metrics?|titles?|descri(?:ption|zione|pci[óo]n)|requirement|content|kpi|principles?|recommend|披露项|披露"
        r"|揭露|指标|指標|描述|名称|名稱|内容|內容|要求|原则|原則",
    ),
)
"""Head words per role; the first pattern that fits wins.

``{coded}`` and ``{other}`` stand for the names of the frameworks of which a column so headed holds the codes, or else
something beside another framework's codes.
"""

CHAPTER = re.compile(
    r"第[一二三四五六七八九十百\d]+[章部编編篇]|chapter\s+[\divx]+|part\s+[\divx]+\b|[\divx]{1,4}\.\s"
    r"|[一二三四五六七八九十]+、|附录$|附錄$|append(?:ix|ices)$|annex(?:es)?$",
    re.IGNORECASE,
)
APPENDIX = re.compile(
    r"(附录|附錄|appendix|annex)\s*([\da-z]{1,2}|[一二三四五六七八九十]+)(?![\w])[\s:：.\-–—]*(.+)", re.IGNORECASE
)
LEFT_OPEN = re.compile(r"\W*(?:to be (?:completed|confirmed|added)|tbc|tbd|待补充|待補充|待定)\W*", re.IGNORECASE)
"""What stands for a location that nobody has written yet: no place is promised."""

CHAPTER_HEAD = re.compile(r"chapters?|章|篇", re.IGNORECASE)
"""The head of a column beside that of the sections, for what these belong to."""

SECTION_BEHIND = re.compile(
    r"\s+(?:sub-?)?(?:sections?|chapters?|paragraphs?|kapitel|abschnitt|sezione|capitolo)(?:\s.{0,30})?$|(?<=.)(?:章节|章節|一[章节節]|部分|板块|板塊)$",
    re.IGNORECASE,
)
"""What says behind a title that it is one: "Risk management section"."""


class OmissionWords(NamedTuple):
    """How a reason for omission is printed; `omissions.py` says where these words count.

    `whole`: phrases that are a reason and nothing else. `caused`: words that answers have, too, and that are a reason
    behind "due to" and the like. `alone`: words that are a reason only where nothing else is said.
    """

    reason: str
    whole: str
    caused: str = NEVER
    alone: str = NEVER


OMISSIONS: tuple[OmissionWords, ...] = (
    OmissionWords(
        "confidential",
        r"(?:business |commercial )?confidentiality (?:constraints?|reasons?|restrictions?|requirements?|concerns)"
        r"|保密(?:限制|原因|理由|考虑|考慮)|商业机密限制|商業機密限制",
        r"(?:strictly |commercially )?confidential(?:ity)?(?: information| data)?"
        r"|(?:商业|商業)?(?:保密|机密|機密|秘密)(?:要求|规定|規定|资料|資料|信息|資訊|数据|數據|性)?",
    ),
    OmissionWords(
        "legal",
        r"(?:specific )?legal prohibitions?|法律禁令|法律明文禁止|(?:法律|法规|法規)(?:限制|禁止)披露",
        NEVER,
        r"legally prohibited|(?:prohibited|forbidden) by law|(?:法律|法规|法規)(?:明文)?(?:所)?禁止",
    ),
    OmissionWords(
        "unavailable",
        r"(?:(?:information|data|figures?)(?: (?:is|are))? )?(?:(?:currently|presently|still) )?"
        r"(?:unavailable|not (?:yet |currently )?available|incomplete)"
        r"(?:\s?(?:/|or|and)\s?(?:incomplete|unavailable))?"
        r"|incomplete (?:information|data)"
        r"|(?:相关|相關|有关|有關|该项|該項|此项|此項|所需)?(?:资料|資料|信息|資訊|资讯|訊息|数据|數據)"
        r"(?:暂时|暫時|暂|暫|尚|仍|目前)?(?:不可用|不完整|不详|不詳|不可得|缺失|欠缺|缺乏|缺|无法获得|無法獲得|无法取得|無法取得"
        r"|未能取得|未能获得|未能獲得|未能提供|未有统计|未有統計|未统计|未統計|未收集|无|無)(?:或(?:不完整|不可用|缺失))?"
        r"|(?:未能|无法|無法)(?:取得|获得|獲得)(?:相关|相關|有关|有關|完整)?(?:资料|資料|信息|資訊|资讯|数据|數據)?"
        r"(?:或不完整)?"
        r"|(?:暂|暫|尚)未(?:统计|統計|收集|计算|計算)"
        r"|(?:暂|暫)(?:无|無)(?:相关|相關|有关|有關)?(?:资料|資料|信息|資訊|数据|數據|统计|統計)",
        r"不可用|不完整|缺失|不详|不詳",
    ),
    OmissionWords(
        "not-applicable",
        r"not[ -]applicable|non-applicable|inapplicable|n\.? ?/ ?a|n\. ?a|na"
        r"|(?:并|並)?不适用|(?:并|並)?不適用",
    ),
    OmissionWords(
        "not-material",
        r"(?:not (?:considered |deemed )?(?:to be )?(?:a )?material|immaterial|non-material)"
        r"(?: (?:topic|issue|aspect|matter|kpi|indicator))?"
        r"|(?:并|並)?(?:不重要|非重要|非重大|不重大|非实质|非實質)(?:性)?(?:议题|議題|层面|層面|范畴|範疇|事项|事項|影响|影響)?"
        r"|不具(?:备|備)?(?:重要性|重大性|实质性|實質性)",
    ),
    OmissionWords(
        "not-reported",
        r"not (?:currently |yet )?(?:reported|disclosed)(?: in this report)?"
        r"|(?:information|data) (?:was |is |are )?not (?:presented|provided|given|reported|disclosed|published)"
        r"|no (?:information|data)(?: (?:is |was |are )?(?:presented|provided|given|reported|disclosed|published))?"
        r"|no disclosure(?: (?:against|for) (?-i:[A-Z]{3,5})\b[^.;。]{0,40})?"
        r"|(?:we|the (?:group|company|bank)) (?:do|does|did) not (?:currently |yet )?(?:disclose|report|publish) "
        r"(?:this|these|such)(?: (?:information|data|figures?|indicator|metric|kpi|disclosure))?"
        r"|(?:we are|the (?:group|company|bank) is) (?:not able|unable) to (?:provide|disclose|report|publish) "
        r"(?:(?:this|such|the) )?(?:information|data|figures?)[^.;,。]{0,80}"
        r"|(?:(?:本集团|本集團|本公司|我们|我們)\s?)?(?:目前|现时|現時)?(?:暂|暫|尚)?(?:未|不)(?:予)?(?:披露|揭露|报告|報告|公开|公開|提供)"
        r"(?:(?:该|該|此|相关|相關|有关|有關)(?:项|項|等)?(?:信息|資訊|数据|數據|资料|資料|指标|指標))?",
    ),
)
"""Reasons for omission, and what is printed; a framework's own id takes the place of ours where its title fits."""

OMITTED = (
    r"(?:omission|omitted|omit)\b(?: reasons?\b)?|reasons?(?: for (?:the )?omission)?(?= ?[:(]| ?[-–—] )"
    r"|(?:从略|從略|省略|遗漏|遺漏|略去)(?:的)?(?:原因|理由)?|(?:未披露|不披露|未报告|未報告)(?:的)?(?:原因|理由)"
)
"""What announces a reason for omission at the beginning of a cell."""

LABEL = r"(?:reasons? for (?:the )?omission|omission reasons?|(?:从略|從略|省略|遗漏|遺漏)(?:的)?(?:原因|理由)) ?:"
"""What announces one wherever it stands."""

CAUSE = (
    r"(?:due to|owing to|because of|because|on (?:the )?grounds of|for reasons of|as|since)\b"
    r"|因为|因為|由于|由於|因|基于|基於|出于|出於|鉴于|鑒於|涉及"
)
"""What leads to a reason, before it or behind it."""

SUBJECT = (
    r"(?:this|the|such)(?: \w+)? (?:kpi|indicator|disclosure|metric|aspect|topic|requirement|item|standard)s?"
    r" (?:is|are)"
    r"|(?:this|it|that) is"
    r"|(?:(?:the|this|such|these|reported|requested|relevant|detailed) )*(?:information|data|figures?)"
    r"(?: and \w+)? (?:is|are)(?: (?:currently|presently|still|considered))?"
    r"|(?:该|該|本|此|有关|有關|相关|相關)(?:项|項|等)?"
    r"(?:关键绩效指标|關鍵績效指標|指标|指標|披露项|披露|层面|層面|议题|議題|资料|資料|信息|資訊|数据|數據)(?:属于|屬於|属|屬|为|為)?"
)
"""What the reason is said of, where that is the disclosure itself."""

THE_WHOLE = (
    r"(?:to|for|in|of) (?:us|(?:the|our|this|its) (?:\w+ )?"
    r"(?:group|company|bank|issuer|organi[sz]ation|corporation|firm|trust|business(?:es)?|operations?|activities"
    r"|industry|sector|nature|products|services|(?:reporting |financial )?(?:year|period))(?:['’]s?)?"
    r"(?: (?:main|core|principal|business(?:es)?|operations?|activities|industry|sector|model|nature|products|services"
    r"|of (?:the|our|its) \w+(?:['’]s?)?)){0,6})"
    r"|(?:to|for) (?-i:[A-Z][\w&]*(?: [A-Z][\w&]*){0,3})(?=\W*$)"
    r"|(?:for|against) (?:(?-i:[A-Z]{3,5})|disclosure|requirement|parts?)\b[^.;。]{0,30}"
    r"|(?:in|at) this (?:report|level of detail|stage|time)|at present|at the moment|currently|yet|this year"
    r"|(?:于|於)?(?:本|我)(?:集团|集團|公司|行|企业|企業|机构|機構|司)(?:的|之)?"
    r"(?:主要|核心|主营|主營)?(?:业务|業務|营运|營運|运营|運營|行业|行業|情况|情況|性质|性質|产品|產品|模式)*"
)
"""What may stand behind a reason without making it one for a part only: the company, its business, the year."""

EXPLAINED = (
    r"(?:given|considering|see|refer|please|n/a|in view of|based on|pursuant to|and (?:therefore|thus|not))\b"
    r"|(?:comments?|explanations?|notes?|remarks?|说明|說明|解释|解釋|备注|備註) ?:"
    r"|(?-i:The|Our|We|This|These|It|There|No|Not|In|During|None|[A-Z]{3,5})\b|原因|理由|鉴于|鑒於"
)
"""What begins an explanation right behind a reason, without a mark between them."""

SEE = re.compile(
    r"^(?:please\s+)?(?:see(?:\s+also)?|refer(?:s|ring)?\s+to|cf\.|cfr\.?|si veda(?:no)?|vedi|vgl\.|siehe|voir|v[ée]ase"
    r"|(?:请|請)?(?:参见|參見|详见|詳見|参阅|參閱|参考|參考|参照|參照|查阅|查閱|见|見))(?![a-z])[:：\s]*",
    re.IGNORECASE,
)
NAMED_SECTION = re.compile(
    r"^(?:(?:the|il|la|le|i|das|dem|der|el)\s+)?(?:sections?|chapters?|paragraphs?|capitol[oi]|paragraf[oi]|sezion[ei]|kapitel|abschnitt|cap[íi]tulos?"
    r"|apartados?|secci[óo]n(?:es)?|chapitres?|章节|章節)(?:\s+(?:on|about|titled|entitled|called|named|under))?[:：\s]+(?=[^\d\s])",
    re.IGNORECASE,
)
"""What says before a title that it is one: "the section Energy"."""
QUOTED_SECTION = re.compile(
    r"(?:[“「『《\"‘](?P<title>[^”」』》\"’]{1,60})[”」』》\"’])\s*"
    r"(?:的?(?:一?[章节節]|章节|章節|部分|板块|板塊|小节|小節|单元|單元|段落)|sections?\b|chapters?\b)"
    r"|(?:sections?|chapters?)\s+(?:on\s+|entitled\s+|titled\s+)?[“\"‘](?P<other>[^”\"’]{1,60})[”\"’]",
    re.IGNORECASE,
)
"""A title in quotation marks that the words beside it call a section."""
SECTION_WORD = (
    r"(?:(?:(?:sub-?)?sections?|chapters?|paragraphs?|parts?|capitol[oi]|paragraf[oi]|sezion[ei]|kapitel|abschnitte?"
    r"|punkt|ziffer|cap[íi]tulos?|apartados?|secci[óo]n(?:es)?|se[cç][çc](?:[ãa]o|[õo]es)|chapitres?|hoofdstuk"
    r"|(?:sect?|ch(?:ap)?|cap|kap|par|abs|abschn|ziff)\b\.?)\s*|§+\s*)"
)
"""What stands before the number of a section."""
SECTION_NUMBER = re.compile(
    rf"(?:{SECTION_WORD}|第)?\s*"
    r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,3}|[一二三四五六七八九十]+)\.?\s*(?:[章节節部編编篇])?",
    re.IGNORECASE,
)
"""A section by its number: "Section 2.2", "Ch. 3", "Kapitel 2.1", 第三章."""
ANSWER_HEAD = re.compile(
    r"answer|response|evidence|disclosures?\b|performance|information|comment|remark|result|回应|回應|回复|回覆|披露内容|披露內容",
    re.IGNORECASE,
)
"""The head of a column whose cells answer in their own words, unless it names a place as well."""
PLACE_HEAD = re.compile(
    r"location|section|chapter|where|reference|page|link|章节|章節|位置|页|頁|索引|对应|對應", re.IGNORECASE
)
SECTION_HEAD = re.compile(r"\b(?:(?:sub-?)?sections?|chapters?|paragraphs?)\b|§|章节|章節", re.IGNORECASE)
"""The head of a column where a number is that of a section."""
STATUS_HEAD = re.compile(r"^(?!.*(?:assur|verif)).*status|披露情况|披露情況", re.IGNORECASE)
"""The head of a column that says how far each disclosure is reported."""
SUPPLEMENT = re.compile(
    r"supplement\w* guidance|guidance for (?:the )?(?:financial|non-financial)|补充指引|補充指引", re.IGNORECASE
)
"""The caption of a table beside an index: guidance for an industry, lettered as the disclosures that it explains."""
INDEX = re.compile(
    r"\bindex\b|content table|cross.?reference|reference table|concordance|inhaltsindex|[íi]ndice\b|sum[áa]rio\b"
    r"|tavola di|tabella di|索引|对照表|對照表|対照表|对标|對標",
    re.IGNORECASE,
)
"""What a caption of an index says; only asked where a table has no column of locations."""
