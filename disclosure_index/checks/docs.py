"""What a rule says of itself, in the reader's language: English stands with the rule, Chinese in `sayings`."""

from importlib import import_module
from typing import NamedTuple

from disclosure_index.checks.registry import Rule
from disclosure_index.sayings import module_of


class Doc(NamedTuple):
    """What a rule finds, in one line; why it matters; and the paragraph that asks for it. See `Rule`."""

    tells: str
    why: str
    source: str


def doc_of(rule: Rule, language: str | None) -> Doc:
    """Give the documentation of a rule; without a language in English."""
    if language is None or language == "en":
        return Doc(rule.tells, rule.why, rule.source)
    table = import_module(f"{module_of(language)}.rules")
    tells, why = table.RULES[rule.id]
    return Doc(tells, why, table.SOURCES[rule.source])
