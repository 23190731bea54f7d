"""The forms of company names in print, and their short forms without the legal form."""

import re
from functools import cache

from disclosure_index.importing.report_words import alternatives, is_only_title_words, words

_WORD = r"(?:\d{1,2}&\d{1,2}|(?:[a-z]{1,2})?[A-ZÀ-ÖØ-Þ][\w&.'’+/-]*\w|[A-Z]\.?)"
_LINK = (
    r"(?:of|and|&|di|degli|della|delle|dello|dei|del|der|den|für|von|van|de|des|du|do|da|dos|das|la|le|las|los|e|y|et"
    r"|und|for|the|in)"
)
NAME = rf"{_WORD}(?:[ \u00a0](?:{_LINK}[ \u00a0]){{0,2}}{_WORD}){{0,6}}"
"""A name in Latin letters, with or without a legal form."""
HAN = r"[\u4e00-\u9fff]{2,14}"
"""A name in Chinese characters."""
_KANA = "[\u4e00-\u9fff\u30a1-\u30fa\u30fb\u30fc々A-Za-z&]"
JAPANESE = f"株式会社{_KANA}{{2,16}}|{_KANA}{{2,16}}株式会社"
"""A name in Japanese, whose legal form is before or after it."""
ALIAS = r"(?:\s*[(（“\"][^()（）]{1,60}[)）”\"])?"
"""The text in brackets that may follow a name."""
_SMALL = 0.2
"""The least share of a word's occurrences in small letters that makes it a word of the language."""
_CHINESE = re.compile("[\u4e00-\u9fff]")


def cleaned(name: str) -> str:
    """Return a company's name without the words before it that are not part of it; "" for other texts.

    >>> cleaned("Statement of use Harbour Limited"), cleaned("The Company"), cleaned("关于海港渡轮有限公司")
    ('Harbour Limited', '', '海港渡轮有限公司')
    """
    name = " ".join(name.split()).strip(" ,-–")
    if not re.search(rf"(?:{alternatives('legal-forms')})$", name):
        name = name.rstrip(".")
    before = None
    while before != name:
        before = name
        name = re.sub(rf"^(?:{alternatives('before-company')})\s+(?=\S)", "", name)
        name = re.sub(r"['’]s?$", "", name)
        name = re.sub(rf"^.*(?:{alternatives('before-chinese-company')})(?=[\u4e00-\u9fff]{{4}})", "", name)
    return name if is_name(name) else ""


def is_name(name: str) -> bool:
    """Whether a text may be the name of a company: it is not a word of reports, a rule or a legal form alone."""
    forms = rf"(?:{alternatives('legal-forms')}|{alternatives('chinese-forms')})"
    return (
        len(name) > 1
        and not is_only_title_words(name)
        and not re.search(rf"\b(?:{alternatives('no-company-ends')})$", name)
        and not re.fullmatch(r"FY\W?\d+.*", name)
        and not re.fullmatch(alternatives("no-company"), name, re.IGNORECASE)
        and not re.fullmatch(forms, name)
        and not re.match("[本我該该]", name)
    )


def is_word(name: str, text: str) -> bool:
    """Whether an apparent name is a word of the language, which a text also writes in small letters.

    >>> is_word("Change", "Climate change is a risk. Change!"), is_word("Harbour", "Harbour sails; see harbour.com.")
    (True, False)
    """
    small = name.lower()
    if small == name or not name.isascii():
        return False
    written = re.findall(rf"(?<![\w.@/-]){re.escape(name)}(?![\w@/-])", text, re.IGNORECASE)
    in_small = re.findall(rf"(?<![\w.@/-]){re.escape(small)}(?![\w@/-]|\.\w)", text)
    return len(in_small) > _SMALL * len(written)


def is_assurer(name: str) -> bool:
    """Whether a company is one that assures reports."""
    return words("assurers").search(name) is not None


def has_form(name: str) -> bool:
    """Whether a name ends with a legal form.

    >>> [has_form(name) for name in ("Harbour S.p.A.", "Harbour", "海港渡輪有限公司")]
    [True, False, True]
    """
    latin = rf"{NAME},?[ \u00a0](?:{alternatives('legal-forms')})(?!\w)"
    chinese = rf".*[\u4e00-\u9fff](?:{alternatives('chinese-forms')})"
    return re.fullmatch(f"{latin}|{chinese}|{JAPANESE}", name) is not None


def without_form(name: str) -> str:
    """Return the short form of a name, without the legal form.

    >>> without_form("Harbour Holdings Limited"), without_form("海港渡輪股份有限公司")
    ('Harbour', '海港渡輪')
    """
    if _CHINESE.search(name):
        return re.sub(rf"^株式会社|(?:{alternatives('chinese-forms')}|株式会社)$", "", name) or name
    forms = rf"(?:{alternatives('legal-forms')}|Group|Holdings?|GROUP)"
    match = re.fullmatch(rf"(.+?),?[ \u00a0](?:{forms}[ \u00a0]?)+", name)
    return match[1] if match else name


@cache
def formal_names() -> re.Pattern[str]:
    """Return the pattern for names with their legal forms."""
    forms = rf"[ \u00a0](?:{alternatives('legal-forms')})(?!\w)"
    return re.compile(
        rf"{_WORD}(?:[ \u00a0](?:{_LINK}[ \u00a0])?{_WORD}){{0,5}}?,?{forms}(?:{forms})?"
        rf"|{HAN}?(?:{alternatives('chinese-forms')})"
    )


@cache
def legal_forms() -> re.Pattern[str]:
    """Return a pattern that matches every text with such a name, and is searched in a fraction of the time."""
    return re.compile(rf"[ \u00a0](?:{alternatives('legal-forms')})(?!\w)|(?:{alternatives('chinese-forms')})")


def in_full(name: str, text: str) -> str:
    """Return the name that a text abbreviates.

    >>> in_full("HFL", "Harbour Ferries Limited (HFL) sails.")
    'Harbour Ferries Limited'
    """
    if not re.fullmatch(r"(?=.{2,8}$)[A-Z]\w*[A-Z]\w*", name):
        return name
    forms = rf"(?:,?[ \u00a0](?:{alternatives('legal-forms')}))?"
    every = re.finditer(rf"({NAME}{forms})\s?\(\W?(?:the )?\W?{re.escape(name)}\W", text)
    found = next((m for m in every if m[1].startswith(name[0]) and not m[1].startswith(name)), None)
    return cleaned(found[1]) if found else name
