"""Tables of disclosures without any code, in their own words: the ten principles, the recommended disclosures.

Rows are aligned with the codes in the framework's order, so that the total weight of the words they share with the
titles is greatest; a row between two aligned ones has the code between theirs.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import log

from disclosure_index.printed_index.claims import FrameworkHints, stem
from disclosure_index.printed_index.codes import codes_in
from disclosure_index.printed_index.column_heads import named
from disclosure_index.printed_index.table_rows import TableRow

_LEAST = 3  # rows that must be recognised by their words
_SHARE = 0.5  # of the rows
_ALIKE = 0.34  # of the weight of a title's words
_MOST_CODES = 40  # a framework with more is printed with its codes
_STEM = 5  # letters that two forms of a word share
_WORD = re.compile(r"[a-z]{3,}|[\u3400-\u9fff]+")
_COMMON = frozenset(("the", "and", "for", "its", "with", "from", "are", "any", "that", "this", "other", "all"))

Words = frozenset[str]
Pairs = dict[int, int]
"""Rows with their codes, both by number."""


def coded_by_words(rows: Sequence[TableRow], captions: Sequence[str], frameworks: Mapping[str, FrameworkHints]) -> None:
    """Put codes before the texts of such a table, in place; other tables are unchanged."""
    filled = [row for row in rows if len(row.filled) > 1]
    for framework in dict.fromkeys(f for text in captions for f in named(text, frameworks)):
        hints = frameworks[framework]
        codes = {code: prefix for code in hints.by_code if (prefix := _spelt(code, hints))}
        if len(filled) < _LEAST or not _LEAST <= len(codes) <= _MOST_CODES:
            continue
        if any(codes_in(cell, hints, row.cells) for row in rows for cell in row.cells):
            continue
        titles = [[words_of(title) for entry in hints.by_code[code] for title in entry.titles] for code in codes]
        columns = range(max(len(row.cells) for row in filled))
        found = [_along([words_of(row.cell(c)) for row in filled], titles) for c in columns]
        c = max(columns, key=lambda column: (len(found[column]), -column))
        if len(found[c]) < max(_LEAST, _SHARE * len(filled)):
            continue
        for number, code in found[c].items():
            filled[number].cells[c] = f"{list(codes.values())[code]}: {filled[number].cells[c]}"
        return


def words_of(text: str) -> Words:
    """Return the words of a text: the stems of words with letters, and each pair of adjacent characters."""
    found: set[str] = set()
    for word in _WORD.findall(text.lower()):
        if word[0] > "z":
            found |= {word[at : at + 2] for at in range(len(word) - 1)}
        elif word not in _COMMON:
            found.add(word[:_STEM])
    return frozenset(found)


def _spelt(code: str, hints: FrameworkHints) -> str:
    """Return a form of a code that reads as this code, "" for the heading of other codes."""
    group, letter = stem(code), code.rpartition("-")[2]
    forms = [f"{lead} {code}" for lead in hints.leads] if not group else []
    forms += [f"{name} ({letter})" for name, heading in hints.groups.items() if heading == group]
    return next((form for form in forms if [item.code for item in hints.find(form)] == [code]), "")


def _along(rows: Sequence[Words], titles: Sequence[Sequence[Words]]) -> Pairs:
    """Align rows with titles, both in order: return the pairs with the greatest weight, and lone ones between them."""
    weight = _weights(one for variants in titles for one in variants)
    scores = [
        [max((_score(row, title, weight) for title in variants), default=0.0) for variants in titles] for row in rows
    ]
    best = [[0.0] * (len(titles) + 1) for _ in range(len(rows) + 1)]
    for r in range(len(rows) - 1, -1, -1):
        for t in range(len(titles) - 1, -1, -1):
            best[r][t] = max(best[r + 1][t], best[r][t + 1], scores[r][t] + best[r + 1][t + 1])
    pairs: Pairs = {}
    r = t = 0
    while r < len(rows) and t < len(titles):
        if scores[r][t] and best[r][t] == scores[r][t] + best[r + 1][t + 1]:
            pairs[r] = t
            r, t = r + 1, t + 1
        elif best[r][t] == best[r + 1][t]:
            r += 1
        else:
            t += 1
    return _with_those_between(pairs, len(rows), len(titles)) if pairs else pairs


def _with_those_between(pairs: Pairs, rows: int, titles: int) -> Pairs:
    whole = dict(pairs)
    edges = [(-1, -1), *sorted(pairs.items()), (rows, titles)]
    for (r0, t0), (r1, t1) in pairwise(edges):
        if r1 - r0 == t1 - t0:
            whole |= {r0 + n: t0 + n for n in range(1, r1 - r0)}
    return whole


def _score(row: Words, title: Words, weight: Mapping[str, float]) -> float:
    whole = sum(weight[word] for word in title)
    share = sum(weight[word] for word in title & row) / whole if whole else 0.0
    return share if share >= _ALIKE else 0.0


def _weights(titles: Iterable[Words]) -> dict[str, float]:
    """Return the weight of words: a word in few titles weighs more."""
    counts: dict[str, int] = {}
    total = 0
    for title in titles:
        total += 1
        for word in title:
            counts[word] = counts.get(word, 0) + 1
    return {word: log(1 + total / count) for word, count in counts.items()}
