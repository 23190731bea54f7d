"""What codes look like, roughly: enough to find index pages and rows, which are then read with care."""

import re

_DASH = r"\s?[-\u2010-\u2015\u2212]\s?"
CODE = re.compile(
    rf"(?:GRI\s?-?|KPIs?\s?|披露项|披露項|揭露項目|关键绩效指标|關鍵績效指標|Disclosure\s)?\s?"
    rf"(?:(?<![\d.,-])(?:[1-4]\d\d|[23]){_DASH}\d{{1,2}}(?![\d%]|[.,]\d)"
    rf"|(?<![A-Za-z])[A-Z]{{2}}{_DASH}[A-Z]{{2}}{_DASH}\d{{3}}[a-fA-F]?\s?\.\s?[\dA-H]"
    r"|(?<![A-Za-z])[AB]\.?[1-8]\.[1-6](?!\d))"
    r"|(?:Aspect|层面|層面)\s?[AB]\d|(?:General Disclosure|一般披露)|(?:Principle|原则|原則)\s?\d"
    r"|(?:Governance|Strategy|Risk Management|Metrics and Targets|治理|策略|战略|風險管理|风险管理)\W{0,4}\(?[a-c]\)"
)


def starts_with_code(text: str) -> bool:
    """Tell whether a cell begins with what looks like a code."""
    return CODE.match(text.lstrip("•·●-–* (")) is not None
