"""What codes look like, roughly: enough to find index pages and rows, which are then read with care."""

import re

_DASH = r"\s?[-\u2010-\u2015\u2212\uff0d]\s?"
CODE = re.compile(
    rf"(?:GRI\s?-?|KPIs?\s?|披露项|披露項|揭露項目|关键绩效指标|關鍵績效指標|Disclosure\s)?\s?"
    rf"(?:(?<![\d.,-])(?:[1-4]\d\d|[23]){_DASH}\d{{1,2}}(?![\d%]|[.,]\d)"
    rf"|(?<![A-Za-z])[A-Z]{{2}}{_DASH}[A-Z]{{2}}(?:{_DASH}\d{{3}}[a-fA-F]?\s?\.\s?[\dA-H]|{_DASH}$)"
    r"|(?<![A-Za-z])[AB]\.?[1-8]\.[1-6](?!\d))"
    r"|Paragraphs? \d{1,2}[A-C]?\b|第\s?\d{1,2}[A-C]?\s?(?:\([a-h]\)|段)"
    r"|(?:Governance Structure|Reporting (?:Principles|Boundary))$"
    r"|(?:管治[架结結][构構]|[汇匯][报報](?:原[则則]|[范範][围圍]))$"
    r"|(?:Aspect|层面|層面)\s?[AB]\d|(?:General Disclosure|一般披露)|(?:Principle|原则|原則)\s?[\d一二三四五六七八九十]"
    r"|(?:Governance|Strategy|Risk Management|Metrics and Targets|治理|策略|战略|風險管理|风险管理)\W{0,4}\(?[a-c]\)"
)
_ITEM = re.compile(
    r"[(（]?[a-c][)）]|第\s?\d{1,2}\s?[(（段]|(?:(?:IFRS|HKFRS|ISSB)\s)?S[12]\s?[.§-]?\s?\d{1,2}\b"
    r"|\d{1,2}[A-C]?\s?[(（][a-h][)）]|(?:(?:UN ?)?SDGs?|Goals?|目[标標]) ?\d{1,2}\b"
)
_BROKEN = re.compile(r"General|一般披")  # "General Disclosure", whose end is on the next line
_BEHIND = re.compile(rf".{{3,}}[(（\[【](?:{CODE.pattern})[)）\]】]\W*")
_STANDARD = re.compile(r"GRI\s?\d{1,3}\s?[:：\s–-]\s?[^\W\d_]{2}")
_NUMBER = re.compile(r"\d{1,2}[A-C]?[.:：]?")
_BEFORE = "•●·▪◦*-–— |(（[【「『《"


def starts_with_code(text: str) -> bool:
    """Whether a cell begins with what looks like a code."""
    text = text.lstrip(_BEFORE)
    return CODE.match(text) is not None or _BROKEN.fullmatch(text) is not None


def starts_row(text: str) -> bool:
    """Whether a cell begins with a code, ends with one in brackets, or has what is one below a caption.

    That is a letter, a paragraph, a goal.
    """
    text = text.strip()
    return starts_with_code(text) or _ITEM.match(text) is not None or _BEHIND.fullmatch(text) is not None


def names_standard(text: str) -> bool:
    """Whether a cell is the name of a Standard, below which its disclosures stand: "GRI 305: Emissions 2016"."""
    return _STANDARD.match(text.strip()) is not None


def is_number(text: str) -> bool:
    """Whether a cell is a bare number, as of a paragraph or principle."""
    return _NUMBER.fullmatch(text.strip()) is not None
