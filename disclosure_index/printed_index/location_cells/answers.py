"""Texts in cells of locations that are not a location: nothing, a figure, or a statement that there is nothing."""

import re

from disclosure_index.reading.languages.index_words import words

NOWHERE = re.compile(rf"[-–—/\\.\s]*|{words('nowhere')}", re.IGNORECASE)
"""Texts in place of a missing location."""
DENIAL = re.compile(words("denial"), re.IGNORECASE)
"""The beginning of an answer that nothing of the kind exists: "No legal actions", 並無產品須回收.

Longer words with this beginning are titles: "Non-hazardous waste", 無害廢物, 未來."""
ANSWER = re.compile(words("answer"), re.IGNORECASE)
"""Words that only sentences contain: "The Group had no recalls", "To be disclosed next year"."""
_VALUE = re.compile(
    r"[<>≤≥~±]?\s?(?:(?:[A-Z]{1,3})?[$€£¥]\s?\d[\d.,]*(?:\s?[A-Za-z]{1,8})?|(?!\d+\.\d+\.\d)\d[\d.,]*(?<![.,])\s?"
    r"(?:%|(?-i:(?![A-Z][a-z]{3}))[A-Za-zÀ-ÿ³²]{1,12}\d?\b|(?!年)[\u3400-\u9fff]{1,3}\b)"
    r"|(?:[A-Z]{1,3}[$€£¥]?|[$€£¥])\s?\d[\d.,]*\s?[\u3400-\u9fff]{1,4}|零|zero)",
    re.IGNORECASE,
)
"""A figure with its unit, which is not a section title; "1.1 風險管理程序" and "3 Water" are."""

_FIGURES = (
    r"\d\s?[%％‰]",
    r"(?<![\w.,])\d{1,3}(?:[,.'’\u00a0\u202f]\d{3})+(?!\w)",
    r"^\W*\d[\d.,]*\s+(?:[a-zà-ÿ]|[A-Za-z]{1,5}[²³]?\s?/|[A-Za-z]{1,3}[²³])",
    r"(?<![\d.:])\d{1,3}(?:[.,]\d+)?[:：]\d{1,3}(?:[.,]\d+)?(?![\d:])",
    r"[A-Z]{3} \d+[.,]\d+$",
    r"\w[:：]\s?\d[\d.,]*$",
    r"(?:[$€£¥₩₹]|\b(?:HKD?|RMB|CNY|USD?|EUR|GBP|CHF|JPY|NTD?|AUD?|SGD|INR)\b\$?)\s?\d",
    rf"^\W*(?i:{words('about-a-figure')})\W{{0,3}}(?:[A-Za-z]{{2,12}}\W{{1,3}})?\d",
    rf"\d\s?{words('counted')}",
    r"^\W*(?:\d{1,2}\.?\s\w{3,10}\.?,?\s(?:19|20)\d\d|[A-Z][a-z]{2,8}\s\d{1,2},\s(?:19|20)\d\d)",
    r"^\W*(?:19|20)\d\d\s?年\s?\d{1,2}\s?月",
)
_FIGURE = re.compile("|".join(_FIGURES))


def gives_figure(text: str) -> bool:
    """Whether the text of a cell gives a figure or a day, as an answer does and a title does not.

    A share, thousands, a ratio, an amount of money, a day, or a number before the word for what it counts: titles begin
    with capitals ("3 Water", "1.1 Risk management"), and their numbers stand within them ("Top 10 risks").
    """
    return _VALUE.fullmatch(text) is not None or _FIGURE.search(text) is not None
