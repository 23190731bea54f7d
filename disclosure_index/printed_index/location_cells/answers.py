"""What cells of locations say that is no place: nothing, a figure, that there is none of the kind."""

import re

NOWHERE = re.compile(r"[-–—/\\.\s]*|n/?a|none|nil|yes|no|无|無|是|否", re.IGNORECASE)
"""What stands for a place where there is none."""
DENIAL = re.compile(
    r"(?:no(?:ne|t|nothing)?|nil|never|zero|there (?:were|was|is|are|have been) no(?:ne)?|we (?:have|had) no"
    r"|keine?|nessun[ao]?|non|ning[uú]n[ao]?|nenhum[a]?|n[ãa]o|aucune?|sin)\b(?!-\w)"
    r"|(?:(?:本年度|本年|年内|年內|报告期内|報告期內|期内|期內|本集团|本集團|本公司|我们|我們)[,，]?)*(?:并|並)?(?:(?:无|無)(?![害障碍礙纸紙塑人论論形限线線烟煙铅鉛毒])|没有|沒有|未(?![来來成])|概无|概無|不存在)",
    re.IGNORECASE,
)
"""What an answer begins with that says there is nothing of the kind: "No legal actions", 並無產品須回收.

A word that only begins so is a title: "Non-hazardous waste", 無害廢物, 未來."""
VALUE = re.compile(
    r"[<>≤≥~±]?\s?(?:(?:[A-Z]{1,3})?[$€£¥]\s?\d[\d.,]*(?:\s?[A-Za-z]{1,8})?|(?!\d+\.\d+\.\d)\d[\d.,]*(?<![.,])\s?"
    r"(?:%|(?![A-Z][a-z]{3})[A-Za-zÀ-ÿ³²]{1,8}\d?\b|[\u3400-\u9fff]{1,3}\b)"
    r"|(?:[A-Z]{1,3}[$€£¥]?|[$€£¥])\s?\d[\d.,]*\s?[\u3400-\u9fff]{1,4}|零|zero)",
    re.IGNORECASE,
)
"""A figure with its unit, which no section is called; "1.1 風險管理程序" and "3 Water" are sections."""
