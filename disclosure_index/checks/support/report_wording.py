"""Patterns for statements that claims require of a report, in the three languages.

They are looked for, never trusted: each rule is silent where it cannot tell that it reads the report's language.
Patterns are compiled when they are first asked for: most runs need few of them.
"""

import re
from collections.abc import Iterable
from functools import cache

from disclosure_index.model import Document

WHOLE = 40
"""Passages from which on a document is taken for a whole report, and not for a chapter or a draft of one."""

PATTERNS = {
    # Slots of the statement.
    "issuer": r"\b(?:we|our|the group|the company)\b|本公司|本集团|本集團|公司|集团|集團|我们|我們",
    "period": r"financial year|fiscal year|reporting (?:period|year)|year ended|calendar year|FY\s?\d\d"
    r"|报告期|報告期|财政年度|財政年度|财年|財年|汇报期|匯報期|报告年度|報告年度|年度",
    # The reporting period, its frequency and the contact point.
    "reporting-period": r"annual|yearly|period|publish|contact|frequency|e-?mail|@"
    r"|年度|每年|发布|發布|出版|联络|联系|聯絡|聯繫|频率|頻率",
    # The statement of continued support.
    "support": r"support|commit|endors|renew|principles|支持|承诺|承諾|拥护|擁護|遵守|遵循|践行|踐行",
    # Numbers in words, or the words that there is none, or that it is all.
    "number-word": r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|hundred|thousand"
    r"|million|half|once|twice|no|not|none|nil|zero|never|nobody|nothing|without|neither|nor|all|every|each|entire)\b"
    r"|零|〇|[无無沒没未]|全部|全体|全體|全员|全員|所有|均|仅|僅|[一二两兩三四五六七八九十百千万萬亿億半几幾]+\s*"
    r"(?:名|人|次|宗|[项項起个個家吨噸元成倍天日位艘座件例]|公[斤里顷頃吨噸]|小[时時]|平方|立方|千瓦|兆瓦|分之)",
    "any-year": r"(?<!\d)(?:19|20)\d\d(?!\d)",
    "digit": r"\d",
    # A whole cell: the head of a column, a number.
    "year": r"(?:FY|HY)?\s*(20\d\d)\s*(?:年度?|财年|財年)?",
    "figure": r"[-−–(]?[\d,，.\s]*\d[\d,，.\s]*[)）]?\s*[%％]?",
    # A range of pages, of an index.
    "range": r"(?:pages?|pp?\.?|第)?\s*(\d{1,4})\s*[-~\u2010-\u2015\u2212～至]\s*(\d{1,4})\s*[页頁]?",
    "pages-only": r"^(?:pages?|pp?\.?|第|[页頁]|and|et seq\.?|ff?\.?|[及和至与與]|[\W\d_])*+$",
    # What is still to come, in words, which a sentence may use in earnest.
    "to-come": r"\bto be (?:confirmed|completed|determined|updated|added|inserted)\b",
    "in-brackets": r"[\[(（【<][^\])）】>]{0,20}$",
    "before-roman": r"(?:Appendix|Chapter|Article|Clause|Paragraph|Title|Part|Annex|Schedule|Volume|Section|Book|Size"
    r"|Group|Class|Type|Model|Series)s?\s*$",
    # A name goes on in a capital ("the XX Programme"), but for words that follow a figure, a day or a company's name.
    "named-xx": r"(?<![:=$€£¥])(?<![:=$€£¥] )X+(?:[ \u00a0-](?!(?:hundred|thousand|million|billion|trillion|per ?cent"
    r"|tonne|ton|litre|hour|day|week|month|year|employee|people|person|staff|director|supplier|customer|compan"
    r"|corporation|group|limited|bank|january|february|march|april|june|july|august|september|october|november"
    r"|december)\w*\b)(?-i:[A-Z])[A-Za-zÀ-ÿ]{3,}"
    r"|[ \u00a0](?:century|centuries|chromosomes?|secolo|siècle|siglo|século|jahrhunderts?)\b|[ \u00a0]?世[纪紀])",
    # A reason for omission that is all that is said.
    "reason-only": r"^[\W_]*(?:(?:omi(?:tted|ssion)|reasons?|for)\W+)*(?:n\W?a|not applicable|inapplicable"
    r"|not (?:considered )?material|immaterial|confidential(?:ity)?(?: constraints?)?|(?:specific )?legal prohibitions?"
    r"|information (?:is )?(?:unavailable|incomplete|not available)(?:\W+(?:or )?incomplete)?|unavailable|not available"
    r"|不适用|不適用|不重要|不重大|保密(?:限制)?|法律(?:明文)?禁[止令]|未能取得(?:资料|資料)|信息不可用)[\W_]*$",
    # A day, a year, or a span ahead.
    "ahead": r"next (?:year|report|financial year|reporting)|coming (?:year|report)|following (?:year|report)"
    r"|within \w+ (?:year|month|quarter)|in \w+ (?:years|months)|by the end of (?:the|next)|future report"
    r"|明年|来年|來年|翌年|下一?(?:年|个年|個年|份|期|财|財|次|个报告|個報告)|[一二三两兩]年[内內]|年[内內]|未来|未來|日后|日後",
}

WORDS = {
    "index": "index|索引|对照表|對照表",
    # What a report covers.
    "boundary": "boundar|scope|entit|subsidiar|cover|operation"
    "|范围|範圍|边界|邊界|附属|附屬|子公司|业务|業務|涵盖|涵蓋",
}
"""What needs no pattern, and is looked for in long texts: found ten times as fast."""


@cache
def pattern(name: str) -> re.Pattern[str]:
    """Return one of the patterns, without regard to case."""
    return re.compile(PATTERNS[name], re.IGNORECASE)


@cache
def _words(name: str) -> tuple[str, ...]:
    return tuple(WORDS[name].split("|"))


def says(name: str, text: str) -> bool:
    """Whether a text has the words.

    >>> says("boundary", "The scope of this report"), says("digit", "none")
    (True, False)
    """
    if name in WORDS:
        return has_any(_words(name), text)
    return pattern(name).search(text) is not None


def has_any(words: Iterable[str], text: str) -> bool:
    """Whether a text has one of these words, which are in lower case."""
    lower = text.lower()
    return any(word in lower for word in words)


_CHINESE = str.maketrans("〇○零一二三四五六七八九０１２３４５６７８９", "0001234567890123456789")


def years_in(text: str) -> list[int]:
    """Return the years that a text names, in digits or in Chinese words.

    >>> years_in("from 1 July 2024 to 30 June 2025"), years_in("二零二五年")
    ([2024, 2025], [2025])
    """
    return [int(year) for year in pattern("any-year").findall(text.translate(_CHINESE))]


def is_whole(document: Document) -> bool:
    """Whether a document is a whole report: a chapter or a draft may lack statements."""
    return len(document.passages) >= WHOLE
