"""The financial year of a report, by its title, its statement of the period, or its index; never by a target.

The statement of the period wins: reports are named after the year they are about, or after the year of publication.
Years of laws and standards, target years, and years after the file's own date do not count.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from disclosure_index.importing.evidence import Evidence, quoted
from disclosure_index.importing.printed_days import Period, ended_years, in_figures, periods
from disclosure_index.importing.report_words import alternatives, words
from disclosure_index.model import Document, Passage

_FLAGS = re.IGNORECASE
_NEAR = 160
"""Characters before a period in which its sentence describes it."""
_COVER = 12
"""Passages at the front that may contain the title."""
_LONGEST_TITLE = 120
_YEAR = re.compile(r"(?<![\d./,-])(20[0-4]\d)(?![\d./]\d|\d|%)")
_SPAN = re.compile(r"(?<!\d)(20[0-4]\d)\s?[-–—/]\s?((?:20)?\d\d)(?!\d)(?![-/]\d)")  # 2022-23
_ROC = re.compile(r"民國\s*(\d{2,3})\s*年|(?<!\d)(1[01]\d)\s*年度")
_AIM = re.compile(
    r"(?:\b(?:by|until|till|towards?|beyond|(?:way|path|road|roadmap|journey|transition|vision|agenda|goals?|targets?)"
    r"(?:\s+(?:to|for))?|entro(?: il)?|bis|d'ici|en)\s+(?:the\s+)?(?:end\s+of\s+|year\s+|il\s+)?|[到至迈邁]\s*)"
    r"(?P<year>20[0-4]\d|2050|2060)(?!\d)(?!\s*年\s*\d)",
    _FLAGS,
)
"""A target year."""


@dataclass(frozen=True, slots=True)
class FinancialYear:
    """The first and last day of the year, with the evidence."""

    start: date
    end: date
    evidence: Evidence


def financial_year(document: Document, title: str, latest: date) -> FinancialYear | None:
    """Return the financial year of a document; None if nothing in it shows one.

    Args:
        document: from any reader.
        title: of the report.
        latest: the last possible day; later years do not count.
    """
    found = [f for f in _periods(document.passages) if f.year.end.year <= latest.year]
    cover = [(page, text) for page, text in _cover(document) if words("report").search(text)]
    named = _named_year([("", title), *cover, ("", document.title)], latest.year)
    stated = _commonest([f for f in found if f.is_stated])
    if stated and (named is None or named[0] - 1 <= stated.end.year <= named[0]):
        return stated
    if named is not None:
        same = _commonest([f for f in found if f.year.end.year == named[0]])
        return _of(named[0], named[1], same)
    if stated or (stated := _commonest(found)):
        return stated
    if named := _named_year(_cover(document), latest.year):
        return _of(*named, None)
    counted = _counted_year(document.passages, latest.year)
    return _of(*counted, None) if counted else None


@dataclass(frozen=True, slots=True)
class _Found:
    year: Period
    is_stated: bool  # the words beside it state that the report is about it
    evidence: Evidence


def _periods(passages: Iterable[Passage]) -> Iterator[_Found]:
    for passage in passages:
        if not re.search(r"20\d\d|民國|[〇○零]", passage.text):
            continue
        text = in_figures(passage.text)
        for period in periods(text):
            around = text[max(0, period.at - _NEAR) : period.to + _NEAR]
            is_stated = words("period").search(around) is not None
            yield _Found(period, is_stated, quoted(passage.page, text, period.at, period.to))
        for period in ended_years(text):
            yield _Found(period, False, quoted(passage.page, text, period.at, period.to))


def _commonest(found: Sequence[_Found]) -> FinancialYear | None:
    """Return the most frequent year; of several the latest."""
    if not found:
        return None
    counts = Counter((f.year.start, f.year.end) for f in found)
    start, end = max(counts, key=lambda days: (counts[days], days[1]))
    first = next(f for f in found if (f.year.start, f.year.end) == (start, end))
    return FinancialYear(start, end, first.evidence)


def _of(year: int, evidence: Evidence, same: FinancialYear | None) -> FinancialYear:
    """Return the financial year of a number: with the days that the report has for it, or the calendar's."""
    if same is not None:
        return FinancialYear(same.start, same.end, evidence)
    return FinancialYear(date(year, 1, 1), date(year, 12, 31), evidence)


def _cover(document: Document) -> list[tuple[str, str]]:
    """Return the short lines of the first page."""
    first = document.passages[:1] and document.passages[0].page
    lines = (p for p in document.passages[:_COVER] if p.kind != "table-row" and len(p.text) <= _LONGEST_TITLE)
    return [(p.page, p.text) for p in lines if p.page == first]


def _named_year(lines: Iterable[tuple[str, str]], latest: int) -> tuple[int, Evidence] | None:
    """Return the year in the first line that has one."""
    for page, text in lines:
        if years := [y for y in _years(text) if y <= latest]:
            return max(years), quoted(page, text)
    return None


def _years(text: str) -> list[int]:
    """Return the years in a text, without those of laws, years of publication and target years.

    Target years are multiples of five that are named as a target at least every second time, and later ones.
    """
    text = re.sub(rf"\b(?:{alternatives('law')})\W+(?:\w+\W+){{0,2}}?20[0-4]\d(?!\d)", " ", text, flags=_FLAGS)
    text = re.sub(rf"(?:{alternatives('published')})[^\n.。；;]{{0,30}}?20[0-4]\d(?!\d)", " ", text, flags=_FLAGS)
    text = re.sub(r"\d+/20[0-4]\d|20[0-4]\d/\d+/|:20[0-4]\d", " ", text)
    spans = [(m[1], m[2]) for m in _SPAN.finditer(text)]
    found = [int(end if len(end) == 4 else start[:2] + end) for start, end in spans if _follows(start, end)]
    found += (int(m[1] or m[2]) + 1911 for m in _ROC.finditer(text))
    short = re.compile(rf"\b(?:{alternatives('year')})\W{{0,2}}'?(\d\d)(?!\d|[.,]\d|%)", _FLAGS)
    found += (2000 + int(m[1]) for m in short.finditer(text) if int(m[1]) < 50)
    named = [int(y) for y in _YEAR.findall(_SPAN.sub(" ", text))]
    counts, aimed = Counter(named), Counter(int(m["year"]) for m in _AIM.finditer(text))
    goals = [year for year in aimed if year % 5 == 0 and 2 * aimed[year] >= counts[year]]
    return [*found, *(year for year in named if year % 5 or not goals or year < min(goals))]


def _follows(start: str, end: str) -> bool:
    return int(end[-2:]) == (int(start[-2:]) + 1) % 100


def _counted_year(passages: Sequence[Passage], latest: int) -> tuple[int, Evidence] | None:
    """Return the most frequent year of the report; a mention as a financial year counts three times."""
    text = "\n".join(p.text for p in passages)
    years = Counter(y for y in _years(text) if y <= latest)
    named = re.compile(rf"\b(?:{alternatives('year')})\W{{0,3}}(20[0-4]\d)(?!\d)", _FLAGS)
    for match in named.finditer(text):
        if int(match[1]) <= latest:
            years[int(match[1])] += 2
    if not years:
        return None
    year = max(years, key=lambda y: (years[y], y))
    for passage in passages:
        if year in _years(passage.text):
            at = passage.text.find(str(year))
            return year, quoted(passage.page, passage.text, max(at, 0), max(at, 0) + 4)
    return year, Evidence("", str(year))
