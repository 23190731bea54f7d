"""The codes that exist, as the spellings look them up: by what is printed for them, and between two of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from disclosure_index.catalog.notation.folding import without_spaces
from disclosure_index.model.enumerations import whole_number

_TAIL = re.compile(r"(.*?)(\d+|[a-z]+)\)?")
_BLOCK = re.compile(r"(\d+)-(\d+)")
_CHILD = re.compile(r"([^()]+)\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Index:
    """What each printed key means, and the keys that differ in their last part only, in the order of the codes."""

    codes: Mapping[str, tuple[str, ...]]
    siblings: Mapping[str, tuple[tuple[str, str], ...]]  # "305-" -> ("1", "305-1"), …

    def between(self, first: str, last: str) -> list[tuple[str, ...]]:
        """Return what stands between two keys that differ in their last part only; else nothing."""
        (stem, low), (other, high) = _split(first), _split(last)
        row = self.siblings.get(stem, ()) if stem == other else ()
        if (begin := whole_number(low)) is not None and (end := whole_number(high)) is not None:
            keys = [key for tail, key in row if begin < (whole_number(tail) or 0) < end]
        else:
            tails = [tail for tail, _ in row]
            both = low in tails and high in tails
            keys = [key for _, key in row[tails.index(low) + 1 : tails.index(high)]] if both else []
        return [self.codes[key] for key in keys]


@lru_cache(maxsize=64)
def index_of(known: tuple[str, ...], blocks: bool) -> Index:
    """Index the codes of a framework.

    A paragraph that is no code itself means the codes it is split into: IFRS S1 27 is 27(a) and 27(b). With `blocks`,
    it means the block that holds it: 39 is 38-39.
    """
    codes: dict[str, list[str]] = {}
    own = {without_spaces(code) for code in known}
    for code in known:
        key = without_spaces(code)
        codes.setdefault(key, []).append(code)
        if (child := _CHILD.fullmatch(key)) and child[1] not in own:
            codes.setdefault(child[1], []).append(code)
        if blocks and (block := _BLOCK.fullmatch(key)):
            for number in range(int(block[1]), int(block[2]) + 1):
                codes.setdefault(str(number), []).append(code)
    siblings: dict[str, list[tuple[str, str]]] = {}
    for key in codes:
        stem, tail = _split(key)
        siblings.setdefault(stem, []).append((tail, key))
    return Index(
        {key: tuple(dict.fromkeys(meant)) for key, meant in codes.items()},
        {stem: tuple(row) for stem, row in siblings.items()},
    )


def _split(key: str) -> tuple[str, str]:
    match = _TAIL.fullmatch(key)
    return (match[1], match[2]) if match else (key, "")
