"""The issuer of a report, by the statement of use, the title or the statement of the period.

It is never the assurer, and never a company that the report describes as part of another. Without such a statement, a
company whose name the report prints with its legal form and repeats throughout is the issuer, or else none is.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from disclosure_index.importing.company_names import has_form, in_full, is_word, without_form
from disclosure_index.importing.evidence import Evidence
from disclosure_index.importing.issuer_signs import Sign, SignKind, signs_in
from disclosure_index.model import Document

_ENOUGH = 6.0
"""The least weight of an issuer, that of a title or a definition; a few mentions with the legal form weigh less."""
_OFTEN = 8
"""The least mentions of the issuer in a text of many pages."""
_OFTEN_IN_SHORT, _SHORT = 3, 10
"""The same in a short text: at least three mentions, and one per ten passages."""
_NAMED = 5.0
"""The weight of being named four times as often, and at most twice that."""
_ALONE = 3.0
"""The weight if no other company is named a third as often."""
_MORE = 3
_ONLY = 6.0
"""The weight if no other company is named at all."""
_CLOSE = 0.9
"""The ratio of the second weight to the first from which on, if the second is named more often, neither is taken."""
_FORMAL_MOST = 4
"""The most mentions of a name with its legal form that count."""
_LOOSE = frozenset({SignKind.TITLED, SignKind.DEFINED, SignKind.PUBLISHED})
"""Places in which a word of the language may also occur."""
_LONGER = 0.3
"""The least weight of a longer name relative to the short name it begins with: less is a brand or a unit."""
_HAN = re.compile("[\u4e00-\u9fff]")
_ALIKE = 0.5
"""The least frequency of a longer name without a legal form, relative to the short one."""
_RIVALS = 12
"""The most names that are counted throughout the report."""


def issuer(document: Document, title: str) -> tuple[str, Evidence] | None:
    """Return the issuer with the evidence; None if nothing names it."""
    signs: dict[str, list[Sign]] = defaultdict(list)
    text = "\n".join(p.text for p in document.passages)
    for sign in signs_in(document, title):
        if (key := _key(sign.name)) and not (sign.kind in _LOOSE and is_word(sign.name, text)):
            signs[key].append(sign)
    signs = _of_the_cover(signs)
    named = {key: _times(_strongest(found).name, text) for key, found in signs.items()}
    formal = {key for key, found in signs.items() if any(has_form(sign.name) for sign in found)}
    weights = _merged({key: _weight(found) for key, found in signs.items()}, named, formal)
    rivals = sorted(weights, key=lambda key: (-weights[key], key))[:_RIVALS]
    counts = _apart({key: named[key] for key in rivals}, {key: weights[key] for key in rivals if key in formal})
    if len(rivals) == 1 and any(sign.kind is SignKind.FORMAL for sign in signs[rivals[0]]):
        weights[rivals[0]] += _ONLY
    often = max(_OFTEN_IN_SHORT, min(_OFTEN, len(document.passages) // _SHORT))
    ranked = sorted(((weights[key] + _by_count(key, counts, often), counts[key], key) for key in rivals), reverse=True)
    if len(ranked) > 1 and all(any(s.kind is SignKind.COVER for s in signs[k]) for _, _, k in ranked[:2]):
        ranked = _in_one_script(ranked, text)
    if not ranked or ranked[0][0] < _ENOUGH or _is_open(ranked):
        return None
    chosen = signs[ranked[0][2]]
    return in_full(_printed(chosen), text), _strongest(chosen).evidence


def _of_the_cover(signs: Mapping[str, list[Sign]]) -> dict[str, list[Sign]]:
    """Merge a name that ends with one on the cover into that one: "Zhuhai of Harbour Limited" in a sentence."""
    whole = [key for key, found in signs.items() if any(sign.kind is SignKind.COVER for sign in found)]
    joined: dict[str, list[Sign]] = {key: [] for key in signs}
    for key, found in signs.items():
        owner = next((other for other in whole if key.endswith(f" {other}")), key)
        name = next((sign.name for sign in signs[owner] if sign.kind is SignKind.COVER), "")
        joined[owner] += found if owner == key else [replace(sign, name=name) for sign in found]
    return {key: found for key, found in joined.items() if found}


def _key(name: str) -> str:
    """Return the common key of all spellings of a company's name."""
    return re.sub(r"[^\w&]+", " ", without_form(name)).strip().casefold()


def _weight(signs: Sequence[Sign]) -> float:
    """Return the weight of the places that name a company; negative for one that mostly belongs to another."""
    counts = Counter(sign.kind for sign in signs)
    weight: float = sum(sign.kind.value for sign in signs if sign.kind not in (SignKind.FORMAL, SignKind.SUBSIDIARY))
    weight += SignKind.FORMAL.value * min(counts[SignKind.FORMAL], _FORMAL_MOST)
    if counts[SignKind.SUBSIDIARY] and counts[SignKind.SUBSIDIARY] >= counts[SignKind.FORMAL]:
        weight += SignKind.SUBSIDIARY.value
    return weight


def _strongest(signs: Sequence[Sign]) -> Sign:
    return max(signs, key=lambda sign: sign.kind.value)


def _merged(weights: Mapping[str, float], named: Mapping[str, int], formal: Collection[str]) -> dict[str, float]:
    """Add the weight of a short name to the longer one that begins with it, if only one does and it is not rare.

    A name with its legal form may be rare in the text, but one without it may not: it is a brand or a unit.
    """
    merged = dict(weights)
    for key, weight in weights.items():
        longer = [other for other in weights if other != key and other.startswith(key) and _is_whole(key, other)]
        longer = [other for other in longer if other in formal or named[other] >= _ALIKE * named[key]]
        if len(longer) == 1 and weights[longer[0]] >= _LONGER * weight:
            merged[longer[0]] += max(weight, 0.0)
    return merged


def _is_whole(key: str, other: str) -> bool:
    """Whether a name ends at the end of a word in the longer one."""
    following = other[len(key) : len(key) + 1]
    return following in ("", " ") or not following.isascii()


def _apart(counts: Mapping[str, int], whole: Mapping[str, float]) -> dict[str, int]:
    """Return the mentions of each company: a short name counts for the heaviest name that contains it.

    Names with legal forms are in `whole`, with their weights: others may have a word too many.
    """
    apart = dict(counts)
    for key in counts:
        longer = [other for other in whole if other != key and f" {key} " in f" {other} "]
        heaviest = max(longer, key=lambda other: whole[other], default=key)
        if heaviest != key and whole[heaviest] > whole.get(key, 0.0):
            apart[heaviest], apart[key] = max(apart[heaviest], counts[key]), 0
    return apart


def _by_count(key: str, counts: Mapping[str, int], often: int) -> float:
    """Return the weight of a name that a report repeats throughout, with no other nearly as often."""
    count = counts[key]
    if count < often:
        return 0.0
    others = max((n for other, n in counts.items() if other != key), default=0)
    return 1.0 + _NAMED * min(count / (4 * often), 2.0) + (_ALONE if count >= _MORE * others else 0.0)


def _in_one_script(ranked: list[tuple[float, int, str]], text: str) -> list[tuple[float, int, str]]:
    """Return the ranked names without the second if it may be the first in the other script.

    Covers print the name in English and in Chinese; the name in the language of the report is used.
    """
    if ranked[0][2].isascii() == ranked[1][2].isascii():
        return ranked
    chinese = len(_HAN.findall(text)) > len(text) // 2
    first = next(one for one in ranked[:2] if one[2].isascii() != chinese)
    return [first, *ranked[2:]]


def _is_open(ranked: Sequence[tuple[float, int, str]]) -> bool:
    """Whether the second is as good as the first: nearly as heavy, named as often, and another company."""
    if len(ranked) < 2:
        return False
    (first, times, one), (second, other_times, other) = ranked[:2]
    same = one.startswith(other) or other.startswith(one)
    return second > _CLOSE * first and other_times >= times and not same


def _printed(signs: Sequence[Sign]) -> str:
    """Return a company's name as printed, with its legal form if it is printed with one."""
    spelt = Counter(sign.name for sign in signs)
    chosen = {name: count for name, count in spelt.items() if has_form(name)} or spelt
    return max(chosen, key=lambda name: (chosen[name], not name.isupper(), -len(name)))


def _times(name: str, text: str) -> int:
    short = without_form(name)
    pattern = rf"(?<!\w){re.escape(short)}(?!\w)" if short.isascii() else re.escape(short)
    return len(re.findall(pattern, text, re.IGNORECASE))
