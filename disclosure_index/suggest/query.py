"""The query of a disclosure: phrases and words of its title and terms, in the languages of the report."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from disclosure_index.catalog.store import Catalog
from disclosure_index.catalog.terms import Words
from disclosure_index.figures.numbers import Figure, unit_pattern
from disclosure_index.model import Disclosure, Group, language_of
from disclosure_index.suggest.normalised_text import normal, phrases, words

_PER = re.compile(r"/|\bper\b|每")
_QUANTITIES = unit_pattern(("volume", "energy", "mass"))
_ALIKE = re.compile(r"\d|[A-Za-z]?[A-Z][A-Za-z]?[A-Z0-9]")

NAME, TERM = 2.0, 1.0
"""The weight of a phrase of each kind."""
LACKING = 0.2
"""The factor for a passage without the required words, or with excluding words."""


class Query(NamedTuple):
    """The phrases and words to search, in the form of `normal` texts."""

    names: tuple[str, ...]
    terms: tuple[str, ...]
    needs: tuple[str, ...]
    against: tuple[str, ...]
    name_words: tuple[str, ...]
    term_words: tuple[str, ...]
    quantitative: bool
    group: tuple[str, str]
    units: tuple[str, ...] = ()
    topic: tuple[str, ...] = ()
    general: bool = False  # about the report and the organisation, which every page mentions


def query(disclosure: Disclosure, catalog: Catalog, language: str) -> Query:
    """Return the query of a disclosure for a document in `language`."""
    terms, group = catalog.vocabulary.of(disclosure), catalog.group_of(disclosure)
    languages = language_of(language).compared
    known = [terms.words[lang] for lang in languages if lang in terms.words]
    titles = [disclosure.title[lang] for lang in languages if lang in disclosure.title] or [disclosure.title["en"]]
    if languages != ("en",) and "en" in terms.words:
        known.append(_abbreviations(terms.words["en"]))
    names = _phrases([*(name for w in known for name in w.names), *titles])
    terms_ = tuple(p for p in _phrases(term for w in known for term in w.terms) if p not in names)
    return Query(
        names,
        terms_,
        _phrases(need for w in known for need in w.needs),
        _phrases(other for w in known for other in w.against),
        _words(names),
        _words(terms_),
        disclosure.data != "qualitative",
        (disclosure.framework, disclosure.group),
        _phrases(terms.units),
        _topic(group, languages) if group else (),
        group is not None and group.general,
    )


def _topic(group: Group, languages: Sequence[str]) -> tuple[str, ...]:
    """Return the titles of a group without the part before a colon, such as the name of a Standard or an industry."""
    titles = (re.split("[:：]", group.title[lang])[-1] for lang in languages if lang in group.title)
    return _phrases(titles)


def names_in(text: str, query: Query) -> float:
    """Return how well a few words, such as the label of a row, match the query; 0 for not at all.

    Of two matches, the one with fewer other words is better: emissions before emissions that are offset.
    """
    form = normal(text)
    present = set(words(form))
    weight = sum(NAME for name in query.names if name in form) + sum(TERM for term in query.terms if term in form)
    known = present.intersection(query.name_words)
    weight += len(known) / max(1, len(query.name_words)) + len(known) / max(1, len(present))
    lacks = bool(query.needs) and not any(need in form for need in query.needs)
    return weight * (LACKING if lacks else 1.0) * (LACKING if any(other in form for other in query.against) else 1.0)


def fits(query: Query, figure: Figure) -> bool:
    """Whether a figure is in one of the requested units; any figure is if none is requested.

    A factor, such as one per litre of a fuel, is not an amount: it fits only if a requested unit has both parts.
    """
    if not query.units:
        return True
    unit = normal(figure.unit).strip()
    per = _PER.search(figure.unit)
    factor = per is not None and _QUANTITIES.search(figure.unit[per.end() :])
    least = len(normal(figure.unit[: per.start()]).strip()) if per and factor else -1
    return unit != "" and any(unit.startswith(known) and len(known) > least for known in map(str.strip, query.units))


def _abbreviations(words: Words) -> Words:
    """Return the texts that are spelt alike in every language: ISO 14001, NOx, PUE."""
    return Words(*(tuple(text for text in texts if all(map(_ALIKE.match, text.split()))) for texts in words))


def _phrases(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phrases(texts)))


def _words(known: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for one in known for word in words(one)))
