"""The codes that exist, as the spellings look them up: by what is printed for them, and between two of them."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache

from disclosure_index.catalog.notation.folding import without_spaces
from disclosure_index.model.enumerations import whole_number

_TAIL = re.compile(r"(.*?)(\d+|[a-z]+)\)?")
_BLOCK = re.compile(r"(\d+)-(\d+)")
_PARAGRAPH = re.compile(r"\d+[a-z]?(?:\([^()]*\))*")
_TOKEN = re.compile(r"(\d{1,9})|(\D+)")
_DIGITS = re.compile(r"\d+")
_CHILD = re.compile(r"([^()]+)\([^()]*\)")


@dataclass(frozen=True, slots=True)
class Index:
    """What each printed key means, and the keys that differ in their last part only, in the order of the codes."""

    codes: Mapping[str, tuple[str, ...]]
    siblings: Mapping[str, tuple[tuple[str, str], ...]]  # "305-" -> ("1", "305-1"), …

    def between(self, first: str, last: str, far: bool = True) -> list[tuple[str, ...]]:
        """Return what stands between two keys.

        Those that differ in more than their last part need to be written alike, as 302-4 and 303-2, or to be
        paragraphs; not `far`, no third group may stand between theirs: a dash is often no more than a separator.
        """
        (stem, low), (other, high) = _split(first), _split(last)
        if stem != other:
            return [self.codes[key] for key in self._across(first, last, far)]
        row = self.siblings.get(stem, ())
        if (begin := whole_number(low)) is not None and (end := whole_number(high)) is not None:
            keys = [key for tail, key in row if begin < (whole_number(tail) or 0) < end]
        else:
            tails = [tail for tail, _ in row]
            both = low in tails and high in tails
            keys = [key for _, key in row[tails.index(low) + 1 : tails.index(high)]] if both else []
        return [self.codes[key] for key in keys]

    def _across(self, first: str, last: str, far: bool) -> list[str]:
        low, high = order(first), order(last)
        paragraphs = _PARAGRAPH.fullmatch(first) and _PARAGRAPH.fullmatch(last)
        alike = _PARAGRAPH if paragraphs else re.compile(_DIGITS.sub(r"\\d+", re.escape(first)))
        if first not in self.codes or not alike.fullmatch(last):
            return []
        keys = sorted((key for key in self.codes if low < order(key) < high and alike.fullmatch(key)), key=order)
        if paragraphs:
            whole = {first, *(key for key in keys if not last.startswith(f"{key}("))}
            return [key for key in keys if key in whole and not _within(key, whole)]
        ends = {_split(first)[0], _split(last)[0]}
        return keys if far or all(_split(key)[0] in ends for key in keys) else []


def order(key: str) -> tuple[tuple[int, str], ...]:
    """Return what puts keys into the order of their numbers: 2-9 before 2-10, 29(g) before 29A.

    >>> sorted(["2-10", "29a", "29(g)", "2-9"], key=order)
    ['2-9', '2-10', '29(g)', '29a']
    """
    return tuple((int(number or 0), text) for number, text in _TOKEN.findall(key))


def _within(key: str, whole: Collection[str]) -> bool:
    """Whether one of the paragraphs above a key is among those given."""
    return any(key[: match.start()] in whole for match in re.finditer(r"\(", key))


@lru_cache(maxsize=64)
def index_of(known: tuple[str, ...], blocks: bool) -> Index:
    """Index the codes of a framework.

    A paragraph that is no code itself means the codes it is split into: IFRS S1 27 is 27(a) and 27(b). With `blocks`,
    it means the block that holds it: 39 is 38-39, unless it has a row of its own.
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
                if str(number) not in own:
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
