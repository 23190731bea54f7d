"""The heads of a mapping sheet's columns, in three languages."""

import re
from collections.abc import Sequence

HEADS = {
    "disclosure": """
        disclosure, disclosures, code, codes, indicator, indicators, kpi, kpis, metric, standard, standards,
        requirement, requirements, reference, disclosure number, disclosure no, disclosure code,
        披露, 披露项, 披露項, 披露项目, 披露項目, 披露编号, 披露編號, 披露要求, 指标, 指標, 指标编号, 指標編號,
        编号, 編號, 代码, 代碼, 关键绩效指标, 關鍵績效指標, 标准, 標準, 准则, 準則""",
    "section": """
        section, sections, chapter, chapters, location, locations, where, section or page, section/page, report section,
        where to find, where to find it, content,
        章节, 章節, 报告章节, 報告章節, 对应章节, 對應章節, 披露章节, 披露章節, 所在章节, 所在章節, 位置,
        披露位置, 段落, 章节或页码, 章節或頁碼, 章节/页码, 章節/頁碼""",
    "page": """
        page, pages, page no, page number, page numbers, page(s), 页, 頁, 页码, 頁碼, 页次, 頁次, 页数, 頁數,
        所在页码, 所在頁碼, 对应页码, 對應頁碼""",
    "note": """
        note, notes, remark, remarks, comment, comments, explanation, omission, reason, 备注, 備註, 注释, 註釋,
        说明, 說明, 解释, 解釋, 遗漏, 省略, 从略, 從略, 理由, 原因""",
    "owner": """
        owner, owners, responsible, responsibility, responsible person, responsible department, department, contact,
        data owner, 负责人, 負責人, 责任人, 責任人, 负责部门, 負責部門, 责任部门, 責任部門, 部门, 部門""",
}
"""The names of each column."""

_ROLES = {name.strip(): role for role, names in HEADS.items() for name in names.split(",")}
_NAMED = re.compile(r"^[a-z]{2,5} (?=(?:standard|disclosure)s?$)")
"""The short name of a framework, before the noun for its codes."""
_TRIM = re.compile(r"[\s:：.。*#]+")
_SLASH = re.compile(r"\s*[/／]\s*")


def _head(cell: str) -> str:
    """Return a head as in the table above: "GRI Standard" is a standard, "SASB disclosure" a disclosure."""
    return _NAMED.sub("", _SLASH.sub("/", _TRIM.sub(" ", cell).strip().casefold()))


def columns_of(cells: Sequence[str]) -> dict[str, int]:
    """Return the column of each role, where `cells` are the heads of a mapping: a disclosure, and a section or a page.

    >>> columns_of(["頁碼", "備註", "披露"])
    {'page': 0, 'note': 1, 'disclosure': 2}
    >>> columns_of(["GRI 305-1", "25"])
    {}
    """
    found: dict[str, int] = {}
    for column, cell in enumerate(cells):
        if len(cell) <= 40 and (role := _ROLES.get(_head(cell))):
            found.setdefault(role, column)
    return found if "disclosure" in found and ("section" in found or "page" in found) else {}
