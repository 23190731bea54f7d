"""Who issues a report: whom the statement of use, the title or the period statement names.

Never the assurer, and never a company that the report says to belong to another. Where these do not tell, a company
whose name with its legal form the report prints and names throughout is taken; where nothing tells, none is.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from disclosure_index.importing.evidence import Evidence, quoted
from disclosure_index.importing.report_words import alternatives, is_only_title_words, title_words, words
from disclosure_index.model import Document, Passage

_ENOUGH = 6.0
"""Weight that an issuer needs; a name said once with its legal form has less."""
_STATED, _DEFINED, _TITLED, _PUBLISHED, _FORMAL, _NAMED = 12.0, 7.0, 8.0, 5.0, 1.0, 5.0
_ALONE = 3.0
"""What it weighs that no other company is named a fifth as often."""
_ONLY = 6.0
"""What it weighs that no other company is named at all."""
_CLOSE = 0.9
"""How near the second may come to the first where it is named more often: then neither is taken."""
_FORMAL_MOST = 4
"""Times that a name with its legal form counts."""
_SUBSIDIARY = -6.0
_FRONT, _BACK = 500, 60
"""Passages at either end in which names with their legal forms count."""
_COVER = 16
"""Passages of the first page that may be its title, or its issuer."""
_LONGEST = 3000
"""Characters of a passage that is looked at."""
_RIVALS = 12
"""Names that are counted throughout the report."""
_OFTEN = 8
"""Times that a text of many pages names its issuer at the least."""

_TOKEN = r"(?:\d{1,2}&\d{1,2}|(?:[a-z]{1,2})?[A-ZÀ-ÖØ-Þ][\w&.'’+/-]*\w|[A-Z]\.?)"
_LINK = r"(?:of|and|&|di|degli|della|del|dei|der|für|de|la|le|e|y|et|und|for|the|in)"
_NAME = rf"{_TOKEN}(?:[ \u00a0](?:{_LINK}[ \u00a0]){{0,2}}{_TOKEN}){{0,6}}"
_HAN = r"[\u4e00-\u9fff]{2,14}"
_ALIAS = r"(?:\s*[(（“\"][^()（）]{1,60}[)）”\"])?"
_NO_NAME = re.compile(
    r"(?:the )?(?:company|group|organi[sz]ation|bank|board(?: of directors)?|report|statement|index|management|directors?|we"
    r"|it|this|our|disclosures?|statement of use|standards?|gri|sasb|tcfd|issb|ifrs|esrs|hkex|sdgs?|ungc|which|who|page"
    r"|security|appendix|annual report|sustainability report|auditors?|executive (?:board|directors?)|chairman|ceo|cfo"
    r"|see|the|fy ?\d+|q\d|yes|no|none|n/?a|all|both|management approach|material topics?|topic|policy|code of conduct|part|note"
    r"|società|gruppo|banca|azienda|bilancio|documento|unternehmen|konzern|gesellschaft|bericht|the undersigned|gri content"
    r"|disclosure requirements?|contact|location|environmental?|social|governance|about|europe(?:an union)?|eu)\b\W*",
    re.IGNORECASE,
)


_RULES = re.compile(
    r"\b(?:Regulation|Directive|Act|Standards?|Decree|Law|Code|Principles?|Committee|Council|Commission|Parliament|Ministry"
    r"|Agreement|Convention|Guidelines?|Framework|Taxonomy|Project|Programme|Policy|Protocol|Initiative|Goals?|Index)$"
)
"""The last word of what a report names and defines that is no company."""


@dataclass(frozen=True, slots=True)
class _Sign:
    """One place that names a company, with how much that says."""

    name: str
    weight: float
    evidence: Evidence


def issuer(document: Document, title: str) -> tuple[str, Evidence] | None:
    """Return the issuer and where the report names it; None where nothing tells who it is."""
    signs = [*_in_title(document, title), *_signs(document)]
    text = "\n".join(p.text for p in document.passages)
    weights: dict[str, float] = defaultdict(float)
    best: dict[str, _Sign] = {}
    names: dict[str, Counter[str]] = defaultdict(Counter)
    formal: Counter[str] = Counter()
    below: Counter[str] = Counter()
    for sign in signs:
        key = _key(sign.name)
        if not key:
            continue
        names[key][sign.name] += 1
        best[key] = max(best.get(key, sign), sign, key=lambda s: s.weight)
        below[key] += sign.weight < 0
        formal[key] += sign.weight in (_FORMAL, _SUBSIDIARY)
        if sign.weight > _FORMAL or (sign.weight == _FORMAL and formal[key] <= _FORMAL_MOST):
            weights[key] += sign.weight
    for key, times in below.items():
        if 2 * times >= formal[key] > 0 and times:
            weights[key] += _SUBSIDIARY
    merged = _merged(weights)
    rivals = sorted(merged, key=lambda key: (-merged[key], key))[:_RIVALS]
    counts = {key: _times(best[key].name, text) for key in rivals}
    if len(named := [key for key in rivals if names[key]]) == 1 and formal[named[0]]:
        merged[named[0]] += _ONLY
    ranked = sorted(((merged[key] + _by_count(key, counts), counts[key], key) for key in rivals), reverse=True)
    if not ranked or ranked[0][0] < _ENOUGH:
        return None
    if len(ranked) > 1 and ranked[1][0] > _CLOSE * ranked[0][0] and ranked[1][1] >= ranked[0][1] and not _same(ranked):
        return None
    chosen = ranked[0][2]
    return _in_full(_printed(chosen, names), text), best[chosen].evidence


def _in_full(name: str, text: str) -> str:
    """Return the name that a text gives an abbreviation for: "Harbour Ferries Limited (HFL)"."""
    if not re.fullmatch(r"[A-Z][A-Z&]{1,7}", name):
        return name
    found = re.search(rf"({_NAME}(?:,?[ \u00a0](?:{alternatives('legal-forms')}))?)\s?\(\W?(?:the )?\W?{re.escape(name)}\W", text)
    return _cleaned(found[1]) if found and found[1].startswith(name[0]) else name


def _by_count(key: str, counts: Mapping[str, int]) -> float:
    """Return what it weighs that a report names a company throughout, and no other nearly as often."""
    count = counts[key]
    if count < _OFTEN:
        return 0.0
    others = max((n for other, n in counts.items() if other != key), default=0)
    return 1.0 + _NAMED * min(count / (4 * _OFTEN), 2.0) + (_ALONE if count >= 5 * others else 0.0)


def _same(ranked: Sequence[tuple[float, int, str]]) -> bool:
    one, other = ranked[0][2], ranked[1][2]
    return one.startswith(other) or other.startswith(one)


def _merged(weights: dict[str, float]) -> dict[str, float]:
    """Give the weight of a short name to the longer one that begins with it, where that is one alone."""
    merged = dict(weights)
    for key, weight in weights.items():
        longer = [other for other in weights if other != key and other.startswith(key) and _whole(key, other)]
        if len(longer) == 1:
            merged[longer[0]] += max(weight, 0.0)
    return merged


def _whole(key: str, other: str) -> bool:
    return not other[len(key) : len(key) + 1].isascii() or other[len(key) : len(key) + 1] in (" ", "")


def _printed(key: str, names: Mapping[str, Counter[str]]) -> str:
    """Return a company's name as it is printed, with its legal form where it is printed with one."""
    spelt = names[key]
    with_form = {name: count for name, count in spelt.items() if _with_form().fullmatch(name) or _han_form(name)}
    chosen = with_form or spelt
    return max(chosen, key=lambda name: (chosen[name], not name.isupper(), -len(name)))


def _times(name: str, text: str) -> int:
    short = _without_form(name)
    return len(re.findall(rf"(?<!\w){re.escape(short)}(?!\w)" if short.isascii() else re.escape(short), text))


def _signs(document: Document) -> Iterator[_Sign]:
    for number, passage in enumerate(document.passages):
        text = passage.text.replace("\t", " ").replace("\n", " ")
        if not 2 < len(text) <= _LONGEST:
            continue
        for needed, pattern, weight in _patterns():
            if needed.search(text) is None:
                continue
            for match in pattern.finditer(text):
                name = _cleaned(match["name"])
                if name and (weight == _STATED or not words("assurers").search(name)):
                    yield _Sign(name, weight, quoted(passage.page, text, match.start("name"), match.end("name")))
        if number < _FRONT or number >= len(document.passages) - _BACK:
            yield from _formal(passage.page, text)


def _formal(page: str, text: str) -> Iterator[_Sign]:
    """Yield the names that a text prints with their legal forms."""
    if _forms().search(text) is None:
        return
    for match in _formal_names().finditer(text):
        name = _cleaned(match[0])
        if not name or words("assurers").search(name):
            continue
        before = text[max(0, match.start() - 40) : match.start()]
        below = re.search(rf"(?:{alternatives('subsidiary')})\W{{0,3}}(?:the |a |our )?$", before, re.IGNORECASE)
        weight = _SUBSIDIARY if below else _FORMAL
        yield _Sign(name, weight, quoted(page, text, match.start(), match.end()))


@cache
def _forms() -> re.Pattern[str]:
    return re.compile(rf"[ \u00a0](?:{alternatives('legal-forms')})(?![\w])|(?:{alternatives('chinese-forms')})")


@cache
def _with_form() -> re.Pattern[str]:
    return re.compile(rf"(?P<short>{_NAME}),?[ \u00a0](?:{alternatives('legal-forms')})(?![\w])")


@cache
def _formal_names() -> re.Pattern[str]:
    forms = alternatives("legal-forms")
    return re.compile(
        rf"{_TOKEN}(?:[ \u00a0](?:{_LINK}[ \u00a0]){{0,1}}{_TOKEN}){{0,5}}?,?[ \u00a0](?:{forms})(?![\w])(?:[ \u00a0](?:{forms})(?![\w]))?"
        rf"|{_HAN}?(?:{alternatives('chinese-forms')})"
    )


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], re.Pattern[str], float], ...]:
    """Return what names the issuer: words without which it need not be looked for, the pattern and its weight."""
    reports = rf"(?:[A-Z][\w-]+ )?(?:Sustainability|ESG|Environmental|Corporate|Climate|TCFD|Integrated|Non-?[Ff]inancial)"
    defined = r"以下[简簡]?[称稱]|hereinafter|hereafter|referred to (?:herein )?as|(?:the |or )?[“\"«](?:the )?(?:Company|Group|Bank)"
    defined += r"|di seguito|in seguito|nachfolgend|im Folgenden|the Company\b|the Group\b|本公司|本集[团團]|本行|本银行"
    possessive = r"(?:of|by|di|del(?:la)? Gruppo|del(?:la)?|dell['’]|der|von|des)"
    bilancio = r"(?:Bilancio di Sostenibilità|Bilancio Sociale|Rapporto di Sostenibilità|Dichiarazione (?:Consolidata )?(?:di Carattere )?Non Finanziari[ao]|Nachhaltigkeitsbericht|Sustainability Report|Non-Financial Statement)"
    han = rf"{_HAN}?(?:{alternatives('chinese-forms')}|{alternatives('chinese-groups')})"
    board = r"(?:Board of Directors|Directors|Management|Executive Board|[Ss]hareholders|[Ss]takeholders|Consiglio di Amministrazione)"
    return tuple(
        (re.compile(needed), re.compile(pattern), weight)
        for needed, pattern, weight in (
            (r"reported|prepared", rf"(?P<name>{_NAME}){_ALIAS} (?:has|have) (?:also )?(?:reported\b|prepared (?:its|this|the|a)\b)", _STATED),
            (r"rendicontato|redatto|berichtet", rf"(?P<name>{_NAME}){_ALIAS} (?:ha rendicontato|ha redatto|hat\b.{{0,60}}\bberichtet)", _STATED),
            (r"GRI", rf"(?P<name>{han})(?:已|业已)?(?:依循|依照|依據|依据|按照|參照|参照|参考|參考)\s*GRI", _STATED),
            (r"[(（]", rf"(?P<name>{_NAME})\s?[(（]\s?(?:{defined})", _DEFINED),
            (r"[(（]", rf"(?P<name>{han})\s?[(（]\s?(?:{defined}|[「“])", _DEFINED),
            (r"指", rf"(?:我[们們]|本集[团團]|本公司|公司|集[团團])[”」\"]?[^。]{{0,10}}指[“「《\"]?(?P<name>{han})", _DEFINED),
            (r"publishe[sd]|issue[sd]|presents?|released", rf"(?P<name>{_NAME})(?:['’]s?)? (?:publishe[sd]|issue[sd]|presents?|released) (?:the|its|our|this) (?:\d{{4}} )?{reports}", _PUBLISHED),
            (r"Report|Statement|Disclosure|Review", rf"(?P<name>{_NAME})(?:['’]s?)? (?:20\d\d |FY\d+ )?{reports}[\w ]{{0,20}} ?(?:Report|Statement|Disclosures?|Review)\b", _PUBLISHED),
            (r"Bilancio|Rapporto|Dichiarazione|Nachhaltigkeitsbericht|Report|Statement", rf"{bilancio} (?:20\d\d )?{possessive} ?(?P<name>{_NAME})", _PUBLISHED),
            (r"©|\(c\)|[Cc]opyright", rf"(?:©|\(c\)|[Cc]opyright(?: ©)?)\s?(?:20\d\d[ ,-]*)*(?:by )?(?P<name>{_NAME})", _PUBLISHED),
            (board, rf"(?:[Tt]o|A[il]l?['’]?a?) (?:the )?{board} (?:of|di|della|del) (?:the )?(?P<name>{_NAME})", _PUBLISHED),
            (r"[Tt]his.{0,40}[Rr]eport", rf"[Tt]his (?:[\w-]+ ){{0,3}}[Rr]eport (?:\w+ ){{0,2}}(?:covers|describes|presents|relates to|refers to) (?:the activities of |the performance of )?(?P<name>{_NAME})", _PUBLISHED),
            (r"[报報]告|[关關][于於]", rf"(?:本[报報]告[书書]?(?:由|為|为|系|是)?|[关關][于於])(?P<name>{han})", _PUBLISHED),
        )
    )  # fmt: skip


def _in_title(document: Document, title: str) -> Iterator[_Sign]:
    """Yield what is left of the title, of the file's own and of the lines of the cover, without the report's words."""
    page = document.passages[0].page if document.passages else ""
    cover = [p.text for p in document.passages[:_COVER] if p.page == page and p.kind != "table-row" and len(p.text) <= 80]
    for line in cover:
        if (_with_form().fullmatch(line.strip()) or _han_form(line.strip())) and not words("assurers").search(line):
            yield _Sign(line.strip(), _STATED, quoted(page, line))
    for number, line in enumerate((title, document.title, *cover)):
        if not line or (number > 1 and not words("report").search(line)):
            continue
        rest = re.sub(r"(?:FY\s?)?20\d\d(?:\s?[-–/]\s?\d{2,4})?|FY\s?\d\d(?!\d)|民國\s*\d+\s*年|\d+\s*年(?:度)?", "|", line)
        rest = title_words().sub("|", rest)
        if line != title and number > 1 and rest.count("|") < 2:
            continue
        for part in re.split(r"\s*[|:()（）\[\]“”\"，,–—]\s*", rest):
            name = part.strip(" .-|·•")
            fits = re.fullmatch(_NAME, name) or re.fullmatch(r"[\u4e00-\u9fff]{2,14}", name)
            if fits and len(name) > 1 and not name.isdigit() and not _NO_NAME.fullmatch(name):
                yield _Sign(name, _TITLED, quoted("" if number < 2 else page, line))


def _cleaned(name: str) -> str:
    """Return a company's name without the words before it that are none of it; "" where nothing is left."""
    name = " ".join(name.split()).strip(" ,-–")
    if not re.search(rf"(?:{alternatives('legal-forms')})$", name):
        name = name.rstrip(".")
    before = None
    while before != name:
        before = name
        name = re.sub(
            r"^(?:See|FY\d+|Statement(?: of use)?|Statement of Use|The|This|For|In|At|As|By|To|And|Of|We|GRI|Index|Content|Use|of use|About|"
            r"Copyright|Group of|Since|From|With|That|When|While|Our|Its|Dear|A|Il|La|Lo|I|Di|Gruppo(?= [A-Z])|of|Per|Die|Der)\s+(?=\S)",
            "",
            name,
        )
        name = re.sub(r"['’]s?$", "", name)
        name = re.sub(r"^.*(?:由|关于|關於|為|为|[及和与與是指]|本[报報]告[书書]?|我們|我们|對|对)(?=[\u4e00-\u9fff]{4})", "", name)
    if _RULES.search(name) or is_only_title_words(name) or re.fullmatch(r"FY\W?\d+.*", name):
        return ""
    return "" if _NO_NAME.fullmatch(name) or len(name) < 2 or re.fullmatch(rf"(?:{alternatives('legal-forms')}|{alternatives('chinese-forms')})", name) else name


def _without_form(name: str) -> str:
    match = re.fullmatch(rf"(.+?),?[ \u00a0](?:(?:{alternatives('legal-forms')}|Group|Holdings?|GROUP)[ \u00a0]?)+", name)
    if match:
        return match[1]
    if re.search("[\u4e00-\u9fff]", name):
        return re.sub(rf"(?:{alternatives('chinese-forms')})$", "", name) or name
    return name


def _han_form(name: str) -> bool:
    return re.search(rf"[\u4e00-\u9fff](?:{alternatives('chinese-forms')})$", name) is not None


def _key(name: str) -> str:
    return re.sub(r"[^\w&]+", " ", _without_form(name)).strip().casefold()
