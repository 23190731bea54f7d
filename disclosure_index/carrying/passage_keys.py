"""Keys and tokens of passages, for comparing and looking them up.

White space, case and width are ignored. Chinese has no spaces between words: its characters are compared one by one,
and passages are looked up by pairs of characters.
"""

import re
from itertools import pairwise
from operator import add

from disclosure_index.reading.same_width import in_one_width

_NUMERALS = "〇零一二三四五六七八九十百千萬万億亿"
_FIGURE = re.compile(rf"[(-]?\d(?:[\d.,' ]*\d)?%?\)?|[{_NUMERALS}]{{2,}}")
_TOKEN = re.compile(r"[^\W\d_\u3400-\u9fff\uf900-\ufaff]+|[\u3400-\u9fff\uf900-\ufaff]|\d(?:[\d.,]*\d)?|%")
_HAN = "\u3400"
_SHORTEST_WORD = 4
"""The fewest letters of a word for lookup: shorter ones are in every passage."""


def figures_key(text: str) -> str:
    """Return the key that texts share which are equal but for their figures.

    >>> figures_key("2,008 tonnes in 2024") == figures_key("1 950 tonnes in 2025")
    True
    >>> figures_key("二零二四年用電量") == figures_key("二零二五年用電量")
    True
    """
    plain = in_one_width(text)
    return "".join(_FIGURE.sub("#", plain).split()).casefold()


def tokens(text: str) -> list[str]:
    """Return the words, the Chinese characters and the figures of a text, in order.

    >>> tokens("Energy: 1,204 kWh, 用電")
    ['energy', '1,204', 'kwh', '用', '電']
    """
    plain = in_one_width(text)
    return _TOKEN.findall(plain.casefold())


def features(found: list[str]) -> set[str]:
    """Return the features for lookup of a passage with these tokens: longer words and pairs of Chinese characters.

    >>> sorted(features(["the", "energy", "用", "電", "量"]))
    ['energy', '用電', '電量']
    """
    pairs = {add(a, b) for a, b in pairwise(found) if a[0] >= _HAN and b[0] >= _HAN}
    return pairs.union(token for token in found if len(token) >= _SHORTEST_WORD and not token[0].isdigit())
