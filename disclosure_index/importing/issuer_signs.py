"""The places of a report that name a company, each with its weight as evidence for the issuer.

Their patterns are in `issuer_patterns.toml`.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path

import rtoml

from disclosure_index.importing.company_names import (
    ALIAS,
    HAN,
    JAPANESE,
    NAME,
    cleaned,
    formal_names,
    has_form,
    is_assurer,
    is_name,
    legal_forms,
)
from disclosure_index.importing.evidence import Evidence, quoted
from disclosure_index.importing.report_title import is_title
from disclosure_index.importing.report_words import alternatives, title_words, words
from disclosure_index.model import Document

_FRONT, _BACK = 500, 60
"""Passages at either end in which names with their legal forms count."""
_COVER = 16
"""Passages of the first page that may be its title, or its issuer."""
_LINE = 80  # characters of one
_LONGEST = 3000
"""Longest passage that is examined, in characters."""
_BEFORE = 40  # characters before a name that may show whose company it is
_YEARS = re.compile(r"(?:FY\s?)?20\d\d(?:\s?[-–/]\s?\d{2,4})?|FY\s?\d\d(?!\d)|民國\s*\d+\s*年|\d+\s*年(?:度)?")
_LABEL = re.compile(r"^[^:：]{2,12}[:：]\s*")
"""Words before a name on the cover, such as "Published by:"."""

_TWO_SCRIPTS = re.compile("(?<=[A-Za-z.])\\s+(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff])\\s+(?=[A-Z])")


class SignKind(Enum):
    """The weight of a place, relative to the others; set on the published reports."""

    STATED = 12.0  # in the statement of use
    COVER = 10.0  # a line of the cover is its whole name
    TITLED = 8.0
    DEFINED = 7.0  # it gets a short form for the rest of the report
    PUBLISHED = 5.0
    FORMAL = 1.0  # it is printed with its legal form
    SUBSIDIARY = -6.0  # it belongs to another


@dataclass(frozen=True, slots=True)
class Sign:
    """One place that names a company."""

    name: str
    kind: SignKind
    evidence: Evidence


def signs_in(document: Document, title: str) -> Iterator[Sign]:
    """Yield the places of a document that name a company; `title` is the report's."""
    yield from _on_cover(document)
    yield from _in_titles(document, title)
    for number, passage in enumerate(document.passages):
        text = passage.text.replace("\t", " ; ").replace("\n", " ")
        if not 2 < len(text) <= _LONGEST:
            continue
        for needed, pattern, kind in _patterns():
            if needed.search(text) is None:
                continue
            for match in pattern.finditer(text):
                name = cleaned(match["name"])
                if name and (kind is SignKind.STATED or not is_assurer(name)):
                    yield Sign(name, kind, quoted(passage.page, text, match.start("name"), match.end("name")))
        if number < _FRONT or number >= len(document.passages) - _BACK:
            yield from _formal(passage.page, text)


def _formal(page: str, text: str) -> Iterator[Sign]:
    if legal_forms().search(text) is None:
        return
    for match in formal_names().finditer(text):
        name = cleaned(match[0])
        if name and not is_assurer(name) and not _assures(text, match.start(), match.end()):
            before = text[max(0, match.start() - _BEFORE) : match.start()]
            kind = SignKind.SUBSIDIARY if _of_another().search(before) else SignKind.FORMAL
            yield Sign(name, kind, quoted(page, text, match.start(), match.end()))


def _assures(text: str, start: int, end: int) -> bool:
    """Whether the words around a name show that this company assured the report of another."""
    before, behind = text[max(0, start - 2 * _BEFORE) : start], text[end : end + _BEFORE]
    by = rf"(?:{alternatives('assured-by')})\W{{0,3}}(?:the )?$"
    return bool(
        re.search(by, before, re.IGNORECASE)
        or re.match(rf"\W*(?:\([^)]*\)\W*)?(?:{alternatives('assures')})", behind, re.IGNORECASE)
    )


@cache
def _of_another() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives('subsidiary')})\W{{0,3}}(?:the |a |our )?$", re.IGNORECASE)


def _cover(document: Document) -> list[str]:
    page = document.passages[0].page if document.passages else ""
    front = (p for p in document.passages[:_COVER] if p.page == page and p.kind != "table-row")
    return [passage.text.strip() for passage in front if len(passage.text) <= _LINE]


def _on_cover(document: Document) -> Iterator[Sign]:
    """Yield the lines of the cover that are a company's whole name, in one script or in two."""
    for printed in _cover(document):
        line = _without_subsidiaries(_LABEL.sub("", printed))
        for name in _TWO_SCRIPTS.split(line):
            if (has_form(name) or _ends_as_company(name)) and not is_assurer(name):
                yield Sign(name, SignKind.COVER, quoted(document.passages[0].page, line))


def _ends_as_company(line: str) -> bool:
    return re.fullmatch(rf"{NAME} (?:{alternatives('cover-forms')})", line) is not None and bool(cleaned(line))


@cache
def _parted() -> re.Pattern[str]:
    """Return the pattern of separators between names in a title; the comma before a legal form is not one."""
    return re.compile(rf"\s*(?:[|:()（）\[\]“”\"、–—]|[，,](?!\s?(?:{alternatives('legal-forms')})(?!\w)))\s*")


def _without_subsidiaries(line: str) -> str:
    return re.sub(rf"(?:{alternatives('and-subsidiaries')})$", "", line, flags=re.IGNORECASE)


def _in_titles(document: Document, title: str) -> Iterator[Sign]:
    """Yield the rest of the titles, of the report, its file and its cover, without the usual words of titles."""
    page = document.passages[0].page if document.passages else ""
    lines = [line for line in _cover(document) if words("report").search(line) and not line.endswith((".", "。"))]
    given = [line for line in (title, document.title) if line and is_title(line)]
    for line in (*given, *lines):
        rest = title_words().sub("|", _YEARS.sub("|", line))
        if line not in given and rest.count("|") < 2:
            continue
        parts = [re.sub(r"^\d+\s+|\s+\d+$", "", part.strip(" -|·•")) for part in _parted().split(rest)]
        for part in [part for part in parts if has_form(part)] or parts:
            name = part if has_form(part) else part.strip(". ")
            written = has_form(name) or re.fullmatch(f"{NAME}|{HAN}", name)
            if written and is_name(name) and (line in given or not is_assurer(name)):
                yield Sign(name, SignKind.TITLED, quoted("" if line in given else page, line))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str], SignKind], ...]:
    """Return the patterns of the data file, each with its condition and its weight."""
    table = rtoml.loads(Path(__file__).with_name("issuer_patterns.toml").read_text("utf-8"))
    han = rf"{HAN}?(?:{alternatives('chinese-forms')}|{alternatives('chinese-groups')})"
    parts = {
        "NAME": rf"(?P<name>{NAME}(?:,?[ \u00a0](?:{alternatives('legal-forms')})(?!\w))?(?:(?<=\.[A-Z])\.)?)",
        "HAN": f"(?P<name>{han})",
        "ANY-HAN": f"(?P<name>{HAN}?)",
        "ALIAS": ALIAS,
    }
    parts["KANA"] = f"(?P<name>{JAPANESE})"
    parts |= {name: text.strip().replace("\n", "") for name, text in table["words"].items()}

    def filled(pattern: str) -> re.Pattern[str]:
        return re.compile(re.sub(r"<([A-Za-z-]+)>", lambda m: parts[m[1]], pattern.replace("\n", "")))

    rows = table["sign"]
    return tuple((re.compile(row["needed"]), filled(row["pattern"]), SignKind[row["kind"].upper()]) for row in rows)
