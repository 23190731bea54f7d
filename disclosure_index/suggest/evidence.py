"""The datapoints of a disclosure that passages seem to answer, with the words and figures: a hint, never coverage."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import rtoml

from disclosure_index.figures.numbers import figures_in
from disclosure_index.model import Datapoint, Disclosure
from disclosure_index.suggest.matched_words import as_it_stands
from disclosure_index.suggest.normalised_text import normal, phrases, words

SHARE = 0.6
"""The share of a datapoint's title, by its words, that must occur in one passage."""
SHOWN = 3
_SMALL = frozenset(
    words(normal("a an and any are by each for from how in is it of on or that the to was were what with"))
)


class Concept(NamedTuple):
    """The signs of a kind of datapoint: phrases in normal form, and whether a figure must accompany them."""

    phrases: tuple[str, ...]
    figure: bool


def evidence(
    texts: Sequence[str], disclosure: Disclosure, titles: Mapping[str, str] | None = None
) -> dict[str, tuple[str, ...]]:
    """Return the words and figures, as printed, for each datapoint that the texts seem to answer.

    Args:
        texts: passages that are tagged with the disclosure, or suggested for it.
        disclosure: with the datapoints.
        titles: of the datapoints, by id, in the language of the texts; in English without them.

    >>> from disclosure_index.catalog.loading import load_frameworks
    >>> b11 = next(d for d in load_frameworks(["hkex-esg"]).frameworks["hkex-esg"].disclosures if d.code == "B1.1")
    >>> evidence(["Female employees: 812", "Full-time employees: 1,790"], b11)
    {'gender': ('Female', '812'), 'employment-type': ('Full-time', '1,790')}
    """
    forms = [normal(text) for text in texts]
    names = titles or {point.id: point.title for point in disclosure.datapoints}
    found = ((point.id, _matched(point, names[point.id], texts, forms)) for point in disclosure.datapoints)
    return {id: matched for id, matched in found if matched}


def _matched(point: Datapoint, name: str, texts: Sequence[str], forms: Sequence[str]) -> tuple[str, ...]:
    concepts = [concept for name, concept in _concepts().items() if f"-{name}-" in f"-{point.id}-"]
    title = [word for word in dict.fromkeys(words(normal(name))) if word not in _SMALL]
    for text, form in zip(texts, forms, strict=True):
        said = [phrase for concept in concepts for phrase in concept.phrases if phrase in form]
        has = set(words(form))
        named = [f" {word} " for word in title if word in has]
        if not said and len(named) < max(2, SHARE * len(title)):
            continue
        shown = tuple(dict.fromkeys(filter(None, (as_it_stands(phrase, text) for phrase in (said or named)[:SHOWN]))))
        figures = figures_in(text)
        if any(concept.figure for concept in concepts):
            if figures:
                return (*shown, figures[0].text)
        elif shown:
            return shown
    return ()


@cache
def _concepts() -> Mapping[str, Concept]:
    table = rtoml.loads(Path(__file__).with_name("datapoints.toml").read_text("utf-8"))["concept"]
    return {
        name: Concept(tuple(phrases([*row["en"], *row["zh"]])), bool(row.get("figure"))) for name, row in table.items()
    }
