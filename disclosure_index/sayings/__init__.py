"""What findings say: sentences with named values, in a table per language that is loaded when it is asked for.

A finding is made in English, which builds and baselines read; `said` says it in the reader's language. A template has
the same names in each table (`tests/hygiene/test_sayings.py`).
"""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module
from typing import cast

from disclosure_index.model import Saying, Titles, in_language
from disclosure_index.sayings.en import SAYINGS as ENGLISH


def say(key: str, **values: object) -> Saying:
    """Make a sentence of a template; values that are sayings are said in the sentence's language."""
    return Saying(ENGLISH[key].format_map(values), key, values)


def joined(key: str, items: Iterable[object]) -> Saying:
    """Make a list of items, with what stands between them: ``and``, ``or``, ``comma``, ``semicolon``."""
    values = tuple(items)
    return Saying(ENGLISH[key].join(map(str, values)), key, values)


def titled(titles: Titles, own: str) -> Saying:
    """Give a title, which is said in `own`, the report's language, where no other is asked for."""
    return Saying(in_language(titles, own), "", titles)


def said(text: str, language: str | None) -> str:
    """Say a text in a language; without one in English, with titles in the language of the report.

    >>> said(say("DI305", name="GRI 2-5", place="report.xhtml:7:9"), "zh-Hant")
    'GRI 2-5已解釋為從略，但在 report.xhtml:7:9 又有披露'
    """
    if language is None or not isinstance(text, Saying):
        return text
    if isinstance(text.values, tuple):
        return table(language)[text.key].join(_value(item, language) for item in text.values) if text.key else text
    if not text.key:
        return in_language(cast(Titles, text.values), language) or text
    return table(language)[text.key].format_map({name: _value(value, language) for name, value in text.values.items()})


def _value(value: object, language: str) -> str:
    return said(value, language) if isinstance(value, str) else str(value)


@cache
def table(language: str) -> Mapping[str, str]:
    """Give the templates of a language by their keys."""
    sayings: Mapping[str, str] = import_module(module_of(language)).SAYINGS
    return sayings


def module_of(language: str) -> str:
    """Name the package of a language's tables."""
    return f"{__name__}.{language.replace('-', '_').lower()}"
