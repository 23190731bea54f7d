"""The cells of a row in a layout: its code, its pages and the other columns."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.layout_file import BREAK
from benchmarks.mutations.true_tables import Entry


@dataclass(frozen=True, slots=True)
class Mutation:
    """The layout of a true table: see ``layouts.toml``."""

    name: str
    columns: tuple[str, ...]
    heads: str = "en"
    codes: str = "{code}"
    dash: str = "-"
    pages: str = "{pages}"
    between: str = "-"
    rows: str = "flat"
    joined: str = "list"
    merged: tuple[str, ...] = ()
    shape: str = "table"
    html: str = "html"
    styles: str = "lines"
    only: tuple[str, ...] = ()
    forms: tuple[str, ...] = ("html", "docx", "office", "chromium")


_NOTES = ("Restated for the year", "", "See the notes on method", "", "")
_ANSWERS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "The figures cover all sites that were open for the whole of the year, and those that were bought in it from "
        "the day on which they were bought.",
        "No change against last year.",
        "What is done is described at length; what has not been done yet is planned for the following year, and the "
        "reasons are given. An assurer has looked at the figures, at how they are collected at each of the sites, and "
        "at the sums that are made of them.",
        "Every member of staff is asked once a year, and the answers are talked over.",
        "Yes",
    ),
    "zh": (
        "数据涵盖全年营运的所有场所，年内新增的场所自接管之日起计算在内。",
        "与上年相比没有变化。",
        "已经开展的工作有详细说明；尚未开展的工作列入下一年度计划，并说明原因。审验人员查看了数据、各场所收集数据的方法以及汇总过程。",
        "每年向每名员工征询一次意见，并就结果进行讨论。",
        "是",
    ),
}
_LISTS = (
    ("Ferries: all", "Piers: all", "Offices: those with more than ten people"),
    ("Ferries: all", "Piers: none"),
    ("All",),
    ("Ferries: the two that were built before the others", "Piers: all", "Offices: all", "Yards: all"),
)
NAMES: Mapping[str, str] = {"hkex-esg": "HKEX ESG Guide", "ungc": "UN Global Compact", "ifrs-s2": "IFRS S2"}
"""The names in heads of frameworks whose name is not their id in capitals."""


def name_of(framework: str) -> str:
    """Return the name of a framework in a head."""
    return NAMES.get(framework, framework.upper())


def printed_code(entry: Entry, how: Mutation) -> str:
    """Return a code as printed; one with its own form (a principle, a letter of a pillar) keeps it."""
    if entry.framework == "ungc":
        return f"Principle {entry.code}"
    if entry.framework == "tcfd":
        pillar, _, letter = entry.code.rpartition("-")
        return f"{pillar.replace('-', ' and ' if pillar.startswith('metrics') else ' ').capitalize()} {letter})"
    if entry.framework == "hkex-esg":
        return f"KPI {entry.code}" if "." in entry.code else entry.code
    if entry.framework == "ifrs-s2":
        return f"IFRS S2 {entry.code}"
    named = how.codes if entry.framework == "gri" else "{code}" + how.codes.rpartition("{code}")[2]
    return named.format(name=name_of(entry.framework), code=entry.code.replace("-", how.dash))


def printed_pages(pages: Sequence[str], how: Mutation) -> str:
    """Return pages as printed; "14+" is 14 and those that follow."""
    if not pages:
        return ""
    spelt = (re.sub(r"\+$", " ff.", page).replace("-", how.between) for page in pages)
    return how.pages.format(pages=("、" if how.heads[:2] in ("zh", "ja") else ", ").join(spelt))


def cell(column: str, number: int, entry: Entry, how: Mutation) -> str:
    """Return the cell of an entry's row in a column; `number` of the row, from 0."""
    pages, code = printed_pages(entry.pages, how), printed_code(entry, how)
    return {
        "code": code,
        "title": entry.title,
        "code-title": f"{code} {entry.title}",
        "title-code": f"{entry.title} ({code})",
        "standard": f"GRI {entry.code.partition('-')[0]}",
        "topic": entry.topic,
        "page": pages or ("" if "section" in how.columns else entry.section),
        "section": entry.section or (section_of(entry) if pages else ""),
        "chapter": "Our year" if entry.section else entry.topic,
        "number": entry.section or f"{1 + number // 9}.{1 + number % 9}",
        "place": entry.section
        or (f"{section_of(entry)}, {'p. ' if how.pages == '{pages}' else ''}{pages}" if pages else ""),
        "note": _NOTES[number % len(_NOTES)],
        "tick": "✓" if number % 3 else "–",
        "answer": _ANSWERS["zh" if how.heads[:2] == "zh" else "en"][number % len(_ANSWERS["en"])],
        "list": BREAK.join(_LISTS[number % len(_LISTS)]),
        "seldom": "" if number % 9 else _NOTES[0],
    }[column]


def section_of(entry: Entry) -> str:
    """Return a title of a section for an entry whose report prints pages alone."""
    first = entry.pages[0].partition("-")[0].rstrip("+") if entry.pages else "0"
    return _SECTIONS[int(first) // 8 % len(_SECTIONS)] if first.isdigit() else _SECTIONS[0]


_SECTIONS = ("Who we are", "Governance", "Climate and energy", "Our people", "Supply chain", "Communities", "Data")


def joined_codes(entries: Sequence[Entry], how: Mutation) -> str:
    """Return codes of one place in one cell: a list, "305-1, -2", or a range of consecutive codes."""
    codes = [printed_code(entry, how) for entry in entries]
    if len(codes) == 1 or how.joined == "list":
        return ", ".join(codes)
    if how.joined == "short":
        stem = [code.rpartition("-")[0] for code in codes]
        return ", ".join(
            f"-{code.rpartition('-')[2]}" if n and stem[n] == stem[n - 1] else code for n, code in enumerate(codes)
        )
    return f"{codes[0]} to {codes[-1]}" if follow(entries) else ", ".join(codes)


def follow(entries: Sequence[Entry]) -> bool:
    """Whether the codes of entries are consecutive: 305-1, 305-2, 305-3."""
    ends = [entry.code.rpartition("-")[2] for entry in entries]
    stems = {entry.code.rpartition("-")[0] for entry in entries}
    return (
        len(stems) == 1
        and all(end.isdigit() for end in ends)
        and [int(e) for e in ends] == list(range(int(ends[0]), int(ends[0]) + len(ends)))
    )


def heads_of(how: Mutation, framework: str, heads: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Return the heads of the columns."""
    words = {**heads["en"], **heads[how.heads or "en"]}
    words |= {"code-title": words["code"], "title-code": words["title"]}
    return [words[column].format(name=name_of(framework)) for column in how.columns]
