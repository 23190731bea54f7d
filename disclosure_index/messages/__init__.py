"""Sentences that people read: English in the code where it is used, gettext catalogues for the other languages.

A message is written as ``message("{code} has no edition {edition}", code=…, edition=…)`` in the module that uses it.
It is kept unrendered in findings and errors; whoever shows it calls `render` with the reader's language. English needs
no catalogue, so an English run loads none.

Write whole sentences with named values: a translation may reorder them. Use `plural` where a number decides the form,
and `label` for a word or two, whose context shows the translator (and the catalogue) which meaning it has.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from gettext import GNUTranslations, NullTranslations, translation
from pathlib import Path
from typing import cast

from disclosure_index.model import (
    LANGUAGES,
    ForeignMessage,
    JoinedMessage,
    Message,
    TitleMessage,
    Titles,
    in_language,
)

DOMAIN = "disclosure_index"
LOCALES = Path(__file__).parent / "locale"
_WIDE = re.compile("[\u201c\u201d\u3000-\u303f\u4e00-\u9fff\uff00-\uff65]")


def message(template: str, /, **values: object) -> Message:
    """Return a message.

    Args:
        template: the English sentence, with its values as ``{name}``.
        values: by name; one that is a message itself is rendered in the language of the sentence.
    """
    return Message(template.format_map(values), template, values)


def plural(one: str, many: str, number: int, /, **values: object) -> Message:
    """Return a message about a number of things, which both templates may name as ``{number}``.

    Args:
        one: the template for one.
        many: the template for any other number.
        number: how many there are.
        values: as in `message`.
    """
    values = {"number": number, **values}
    return Message((one if number == 1 else many).format_map(values), one, values, many=many, number=number)


def label(context: str, template: str, /, **values: object) -> Message:
    """Return a short text whose meaning depends on where it stands.

    Args:
        context: where it stands, such as "column" or "status"; the same English in two contexts is two entries.
        template: as in `message`.
        values: as in `message`.
    """
    return Message(template.format_map(values), template, values, context=context)


def joined(separator: Message, items: Iterable[object]) -> Message:
    """Return a list of items, each rendered in the language of the list.

    Args:
        separator: what stands between two items, from `AND`, `OR`, `COMMA` (of single items), `CLAUSE_COMMA`
            (of what has a verb or a number of its own), `SEMICOLON`, `FULL_STOP` (of sentences), `NEW_LINE`.
        items: texts, messages, or anything that `str` takes.
    """
    values = {str(index): item for index, item in enumerate(items)}
    text = separator.join(map(str, values.values()))
    return JoinedMessage(text, separator.template, values, context=separator.context)


def one_of(items: Iterable[object]) -> Message:
    """Return what is allowed, such as "error, warning or note"."""
    listed = list(items)
    return joined(OR, (joined(COMMA, listed[:-1]), listed[-1])) if len(listed) > 1 else joined(OR, listed)


def titled(titles: Titles, language: str) -> Message:
    """Return a title, which stands in `language`, the report's own, where no other language is asked for."""
    return TitleMessage(in_language(titles, language), "", dict(titles))


def foreign(words: object, instead: Message) -> Message:
    """Return what a library or the system says of an error: it speaks English alone.

    Args:
        words: its own words, which may be an exception.
        instead: what stands for them in other languages.
    """
    return ForeignMessage(" ".join(str(words).split()), "", {"instead": instead})


def render(text: str, language: str | None) -> str:
    """Return a text in a language.

    Args:
        text: a message, or a plain text, which is the same in every language.
        language: one of `LANGUAGES`; None leaves it as it was made: in English, with titles in the report's language.

    A message that a catalogue does not translate is rendered in English.
    """
    if language is None or not isinstance(text, Message):
        return text
    if isinstance(text, ForeignMessage):
        return str(text) if language == "en" else render(cast(Message, text.values["instead"]), language)
    if isinstance(text, TitleMessage):
        return in_language(cast(Titles, text.values), language) or text
    catalogue = _catalogue(language)
    if isinstance(text, JoinedMessage):
        separator = catalogue.pgettext(text.context, text.template)
        return _with_separator(separator, [_value(item, language) for item in text.values.values()])
    if not text.template:
        return str(text)
    if text.many:
        template = catalogue.ngettext(text.template, text.many, text.number)
    elif text.context:
        template = catalogue.pgettext(text.context, text.template)
    else:
        template = catalogue.gettext(text.template)
    return template.format_map({name: _value(value, language) for name, value in text.values.items()})


def _with_separator(separator: str, items: Sequence[str]) -> str:
    """Join items; the spaces around a Chinese word are for Latin neighbours, and none stands beside a Chinese sign."""
    if not _WIDE.search(separator):
        return separator.join(items)
    made = ""
    for number, item in enumerate(items):
        between = separator.lstrip(" ") if _WIDE.match(made[-1:]) else separator
        between = between.rstrip(" ") if _WIDE.match(item[:1]) else between
        made += between + item if number else item
    return made


def in_languages(text: str, languages: Sequence[str] = LANGUAGES) -> tuple[str, ...]:
    """Return a text in each of some languages, by default in every one; where two of them agree, once."""
    return tuple(dict.fromkeys(render(text, language) for language in languages))


def _value(value: object, language: str) -> str:
    return render(value, language) if isinstance(value, str) else str(value)


@cache
def _catalogue(language: str) -> GNUTranslations | NullTranslations:
    if language == "en":
        return NullTranslations()
    return translation(DOMAIN, LOCALES, [language.replace("-", "_")], fallback=True)


AND = label("separator", " and ")
OR = label("separator", " or ")
COLON = label("separator", ": ")
INSIDE = label("separator", " > ")
COMMA = label("separator", ", ")
CLAUSE_COMMA = label("separator of clauses", ", ")
SEMICOLON = label("separator", "; ")
FULL_STOP = label("separator", ". ")
AFTER_PLACE = label("separator after a place", ": ")
NEW_LINE = label("separator of lines", "\n")
