"""Baselines for suggestions: the title alone, by BM25 and by a fuzzy matcher."""

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import bm25s  # type: ignore[import-untyped]
from rapidfuzz import fuzz, process

from benchmarks.suggest_truth import Case
from disclosure_index.model import Disclosure, in_language
from disclosure_index.suggest.index import DocumentIndex

Ranking: TypeAlias = Callable[[Disclosure], Sequence[int]]
"""Returns passages, the best first, one of each page or section."""

_LONGEST = 2000  # characters of a passage for the fuzzy matcher


def tokens(text: str) -> list[str]:
    """Return the tokens of plain BM25: words and numbers; of Chinese, characters and their pairs."""
    lower = text.lower()
    found = re.findall(r"[a-z0-9]+", lower)
    for run in re.findall(r"[\u3400-\u9fff]+", lower):
        found += [*run, *(run[n : n + 2] for n in range(len(run) - 1))]
    return found


def bm25_on(texts: Sequence[str]) -> tuple[Any, dict[str, int]]:
    """Index texts with bm25s; return the index and its vocabulary."""
    cut = [tokens(text) for text in texts]
    vocabulary: dict[str, int] = {}
    ids = [[vocabulary.setdefault(token, len(vocabulary)) for token in text] for text in cut]
    index = bm25s.BM25()
    index.index(bm25s.tokenization.Tokenized(ids, vocabulary), show_progress=False)
    return index, vocabulary


def scores(index: Any, vocabulary: dict[str, int], query: str) -> list[float]:
    """Return the BM25 score of every text."""
    known = [vocabulary[token] for token in tokens(query) if token in vocabulary]
    return [float(score) for score in index.get_scores(known)] if known else []


def bm25_on_titles(case: Case) -> Ranking:
    """Return the ranking of pages or sections by the BM25 of the title."""
    units = DocumentIndex(case.document).units
    passages = case.document.passages
    index, vocabulary = bm25_on([" ".join(passages[n].text for n in unit.passages) for unit in units])

    def ranking(disclosure: Disclosure) -> Sequence[int]:
        found = scores(index, vocabulary, in_language(disclosure.title, case.document.language))
        order = sorted(range(len(found)), key=lambda unit: (-found[unit], unit))
        return [units[unit].passages[0] for unit in order]

    return ranking


def wratio_on_titles(case: Case) -> Ranking:
    """Return the ranking of pages or sections by the passage most like the title."""
    index = DocumentIndex(case.document)
    numbers = sorted(index.unit_of)
    texts = [case.document.passages[n].text[:_LONGEST] for n in numbers]

    def ranking(disclosure: Disclosure) -> Sequence[int]:
        title = in_language(disclosure.title, case.document.language)
        found = process.cdist([title], texts, scorer=fuzz.WRatio, workers=-1)[0]
        order = sorted(range(len(numbers)), key=lambda n: (-found[n], n))
        units: dict[int, int] = {}
        for n in order:
            units.setdefault(index.unit_of[numbers[n]], numbers[n])
        return list(units.values())

    return ranking
