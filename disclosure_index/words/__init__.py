"""The words that people see, one table per language, never in the code; a module for each place they are seen in."""

from collections.abc import Sequence

from disclosure_index.words import actions, browse, filing, merging, page, states, tables, views, workbook

PARTS = (states, tables, filing, workbook, page, merging, actions, browse, views)

WORDS: dict[str, dict[str, str]] = {
    language: {key: text for part in PARTS for key, text in part.WORDS[language].items()} for language in states.WORDS
}


def said(key: str, languages: Sequence[str]) -> tuple[str, ...]:
    """Say `key` in each language; where two say it alike, once."""
    return tuple(dict.fromkeys(word(key, language) for language in languages))


def word(key: str, language: str) -> str:
    """Say `key` in a language; a key that is no word (a framework's name) is said as it is."""
    return WORDS[language].get(key, key)
