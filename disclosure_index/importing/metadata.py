"""What a report says of itself: language, year, issuer, the frameworks that it claims. Guesses, all of it."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import MINYEAR, date, timedelta
from itertools import islice

from disclosure_index.catalog.store import Catalog
from disclosure_index.importing.statements_of_use import IN_ACCORDANCE, PrintedStatement, statements_of_use
from disclosure_index.model import Document, Framework

FRONT = 400
"""Passages at the front that are looked at for the year and the issuer."""

# Characters that only one of the two scripts has, from words that every report prints.
SIMPLIFIED = "环报告团实质权发会员产业务气候变绿废弃数标准规则险机遇对应对这为与个们动"
TRADITIONAL = "環報團實質權發會員產業務氣變綠廢棄數標準規則險機遇對應這為與個們動"

MONTHS = {name: n for n, name in enumerate(
    ("january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
     "december"), start=1)}  # fmt: skip

_DAY = r"(?:(?P<d{0}>\d{{1,2}})\s+(?P<m{0}>[A-Z][a-z]+),?\s+(?P<y{0}>20\d\d)|(?P<M{0}>[A-Z][a-z]+)\s+(?P<D{0}>\d{{1,2}}),?\s+(?P<Y{0}>20\d\d)|(?P<cy{0}>20\d\d)\s*年\s*(?P<cm{0}>\d{{1,2}})\s*月\s*(?P<cd{0}>\d{{1,2}})\s*日)"  # noqa: E501
_PERIOD = re.compile(_DAY.format(1) + r"\s*(?:to|until|through|and|-|–|—|至|到|起至)\s*" + _DAY.format(2))
_ENDED = re.compile(
    r"(?:year|twelve months|12 months)\s+(?:ended|ending)\s+(?:on\s+)?"
    + _DAY.format(1)
    + r"|截[至止]\s*(?:於|于)?\s*"
    + _DAY.format(2)
    + r"\s*止",
    re.IGNORECASE,
)
_WORDED = re.compile(r"([一二三四五六七八九零〇○]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日")
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")
_AIM = re.compile(
    r"(?:\b(?:by|until|till|towards?|beyond|(?:way|path|road|roadmap|journey|transition|vision|agenda|goals?|targets?)"
    r"(?:\s+(?:to|for))?)\s+(?:the\s+)?(?:end\s+of\s+|year\s+)?|[到至迈邁]\s*)(?P<year>20[0-4]\d|2050|2060)(?!\d)",
    re.IGNORECASE,
)
"""A year that is aimed at."""
_ISSUER = re.compile(
    r"([\u4e00-\u9fff]{2,20}(?:股份)?有限公司)"
    r"|\b((?:[A-Z0-9][\w&.'-]*\s+){1,5}"
    r"(?:Limited|Ltd\.?|Inc\.?|Corporation|Corp\.?|AG|SE|KGaA|plc|PLC|S\.A\.|N\.V\.)(?![\w.]))"
)
_BEFORE_ISSUER = re.compile(r"^.*(?:由|关于|關於|為|为|[及和与與是指]|本[报報]告)(?=[\u4e00-\u9fff]{4})")
SAMPLE = 50_000
"""Characters of a text that tell its language."""
_CHINESE = re.compile("[\u4e00-\u9fff]+")
_LATIN = re.compile("[A-Za-z]+")
_TITLE = re.compile(r"report|报告|報告|bericht", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Guess:
    """What was found out; an empty value was not."""

    language: str
    title: str
    issuer: str
    start: date | None
    end: date | None
    claims: Mapping[str, str]  # framework -> claim
    stated: Mapping[str, PrintedStatement] = field(default_factory=dict)  # framework -> where the report says so


def detect(document: Document, catalog: Catalog, claimed: Iterable[str]) -> Guess:
    """Guess the facts of the project file from a document and the frameworks whose codes it claims.

    A framework is never guessed from what is not there: it is one of `claimed`, or the report says that it follows it.
    """
    front = [p.text for p in islice(document.passages, FRONT)]
    start, end = next((found for text in front if (found := _period(text))), None) or _year(document, front)
    counts = Counter(_BEFORE_ISSUER.sub("", m[0].strip()) for text in front for m in _ISSUER.finditer(text))
    issuer = counts.most_common(1)[0][0] if counts else ""
    text = "\n".join(p.text for p in document.passages)
    claims, stated = _claims(document, catalog, list(dict.fromkeys(claimed)))
    named = (text for text in (document.title, *front[:30]) if 8 <= len(text) <= 80 and _TITLE.search(text))
    title = next(named, "") or document.title or next((s.title for s in document.sections if s.title), "")
    return Guess(language_of(text) or document.language, title, issuer, start, end, claims, stated)


def language_of(text: str) -> str:
    """Return which of the three languages a text is in; "" where it has no letters."""
    text = text[:SAMPLE]
    chinese = sum(map(len, _CHINESE.findall(text)))
    latin = sum(map(len, _LATIN.findall(text)))
    if not chinese and not latin:
        return ""
    if chinese * 4 < latin:
        return "en"
    simplified = sum(text.count(c) for c in set(SIMPLIFIED) - set(TRADITIONAL))
    traditional = sum(text.count(c) for c in set(TRADITIONAL) - set(SIMPLIFIED))
    return "zh-Hans" if simplified >= traditional else "zh-Hant"


def _period(text: str) -> tuple[date, date] | None:
    text = _WORDED.sub(lambda m: f"{_number(m[1])}年{_number(m[2])}月{_number(m[3])}日", text)
    for match in _PERIOD.finditer(text):
        start, end = _day(match, "1"), _day(match, "2")
        if start and end and 360 <= (end - start).days <= 372:
            return start, end
    for match in _ENDED.finditer(text):
        if end := _day(match, "1") or _day(match, "2"):
            return first_day(end), end
    return None


def first_day(end: date) -> date:
    """Return the first day of the twelve months that end on `end`.

    >>> first_day(date(2024, 2, 28)), first_day(date(2025, 2, 28))
    (datetime.date(2023, 3, 1), datetime.date(2024, 3, 1))

    Raises:
        ValueError: `end` lies in the first year of the calendar.
    """
    before = end.year - 1
    if before < MINYEAR:
        raise ValueError(f"no year is before {end}")
    is_last = end.day == monthrange(end.year, end.month)[1]
    last = monthrange(before, end.month)[1]
    return date(before, end.month, last if is_last else min(end.day, last)) + timedelta(days=1)


def _number(text: str) -> int:
    """Read a number in Chinese words: 二零二四 digit by digit, 三十一 by tens."""
    digits = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "○": 0}
    if "十" not in text:
        return int("".join(str(digits[c]) for c in text))
    tens, _, ones = text.partition("十")
    if len(tens) > 1 or len(ones) > 1 or ones == "十":
        return 0  # 十十, 一二十: no number
    return (digits[tens] if tens else 1) * 10 + (digits[ones] if ones else 0)


def _day(match: re.Match[str], n: str) -> date | None:
    day, month, year = (match[f"d{n}"], match[f"m{n}"], match[f"y{n}"])
    if match[f"M{n}"]:
        day, month, year = match[f"D{n}"], match[f"M{n}"], match[f"Y{n}"]
    number = MONTHS.get((month or "").lower(), 0)
    if match[f"cy{n}"]:
        year, number, day = match[f"cy{n}"], int(match[f"cm{n}"]), match[f"cd{n}"]
    try:
        return date(int(year or 0), number, int(day or 0))
    except ValueError:
        return None


def _year(document: Document, front: list[str]) -> tuple[date, date] | tuple[None, None]:
    """Take the calendar year that the title names, or the one that the front names most often."""
    texts = (document.title, " ".join(front[:20]), " ".join(front))
    years = next((found for text in texts if (found := _past_years(text))), None)
    if not years:
        return None, None
    year = int(Counter(years).most_common(1)[0][0])
    return date(year, 1, 1), date(year, 12, 31)


def _past_years(text: str) -> list[str]:
    """Return the years that a text names, without those that it aims at: "by 2030", "Our way to 2050", 到2030年.

    Years of goals are those of a five-year step that are named as an aim at least every second time, and later ones.
    """
    found = _YEAR.findall(text)
    named, aimed = Counter(found), Counter(match["year"] for match in _AIM.finditer(text))
    goals = [year for year in aimed if int(year) % 5 == 0 and 2 * aimed[year] >= named[year]]
    return [year for year in found if int(year) % 5 or not goals or year < min(goals)]


def _claims(
    document: Document, catalog: Catalog, claimed: list[str]
) -> tuple[dict[str, str], dict[str, PrintedStatement]]:
    """Return the frameworks with the claim that is made of each, and the statement that makes it."""
    names = {id: s.stated_as for id, s in catalog.spellings.items() if s.stated_as and id in catalog.frameworks}
    found: dict[str, list[PrintedStatement]] = {}
    for statement in statements_of_use(document, names):
        found.setdefault(statement.framework, []).append(statement)
    following = [id for id, several in found.items() if _follows(catalog.frameworks[id], several)]
    claims, stated = {}, {}
    for id in dict.fromkeys((*claimed, *following)):
        known = catalog.frameworks[id].claims
        several = [s for s in found.get(id, ()) if s.of_itself or (id in claimed and s.claim != IN_ACCORDANCE)]
        best = max(several, key=lambda s: (s.claim == IN_ACCORDANCE, bool(s.claim)), default=None)
        claims[id] = best.claim if best and best.claim in known else known[-1] if known else ""
        if best:
            stated[id] = best
    return claims, stated


def _follows(framework: Framework, statements: Iterable[PrintedStatement]) -> bool:
    """Whether a report follows a framework by its own words.

    What knows no claim "with reference" is not claimed by a reference to it: companies listed elsewhere refer to the
    Hong Kong Code as well.
    """
    return any(s.of_itself and (s.claim in ("", IN_ACCORDANCE, *framework.claims)) for s in statements)
