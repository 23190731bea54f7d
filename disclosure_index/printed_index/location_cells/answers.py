"""What cells of locations say that is no place: nothing, a figure, that there is none of the kind."""

import re

from disclosure_index.reading.languages.index_words import words

NOWHERE = re.compile(rf"[-–—/\\.\s]*|{words('nowhere')}", re.IGNORECASE)
"""What stands for a place where there is none."""
DENIAL = re.compile(words("denial"), re.IGNORECASE)
"""What an answer begins with that says there is nothing of the kind: "No legal actions", 並無產品須回收.

A word that only begins so is a title: "Non-hazardous waste", 無害廢物, 未來."""
ANSWER = re.compile(words("answer"), re.IGNORECASE)
"""What only a sentence says: "The Group had no recalls", "To be disclosed next year"."""
VALUE = re.compile(
    r"[<>≤≥~±]?\s?(?:(?:[A-Z]{1,3})?[$€£¥]\s?\d[\d.,]*(?:\s?[A-Za-z]{1,8})?|(?!\d+\.\d+\.\d)\d[\d.,]*(?<![.,])\s?"
    r"(?:%|(?-i:(?![A-Z][a-z]{3}))[A-Za-zÀ-ÿ³²]{1,12}\d?\b|[\u3400-\u9fff]{1,3}\b)"
    r"|(?:[A-Z]{1,3}[$€£¥]?|[$€£¥])\s?\d[\d.,]*\s?[\u3400-\u9fff]{1,4}|零|zero)",
    re.IGNORECASE,
)
"""A figure with its unit, which no section is called; "1.1 風險管理程序" and "3 Water" are sections."""
