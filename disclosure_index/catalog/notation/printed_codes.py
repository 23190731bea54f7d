"""Codes as real reports print them: "KPI A1.1", "披露项305-1", "403-1 to 403-7", "策略 -(a)、(b) 及 (c)".

The rules are data and live with each framework's definition (`spelling_schema`); this is the engine that reads them.
"""

import re
from bisect import bisect
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from disclosure_index.catalog.notation.chains import LOOK_BACK, Chain, Element, chains
from disclosure_index.catalog.notation.folding import fold
from disclosure_index.catalog.notation.known_codes import Index, index_of
from disclosure_index.catalog.notation.rules import Form, Spelling, read_spelling

__all__ = ["Mention", "Spelling", "find_codes", "find_indexed", "index_of", "read_codes", "read_spelling"]

_ROW_START = re.compile(r"(?:\A|[\n\t|;])[ \u2022\u25cf\u00b7*#>(\[-]*\Z")
_ROW_END = re.compile(r"[ )\]]*(?:\Z|[\n\t|:;])")


@dataclass(frozen=True, slots=True)
class Mention:
    """A code that stands in a text, at offsets into it. A code within a range has the range's."""

    code: str
    datapoints: tuple[str, ...]
    start: int
    end: int


def read_codes(text: str, spelling: Spelling, known: Collection[str]) -> tuple[str, ...]:
    """Return the codes that `text` names, each once, in the order of the text."""
    return tuple(dict.fromkeys(mention.code for mention in find_codes(text, spelling, known)))


def find_codes(text: str, spelling: Spelling, known: Collection[str]) -> tuple[Mention, ...]:
    """Find every mention of a code in `known`, in the order of the text."""
    return find_indexed(text, spelling, index_of(tuple(known), spelling.blocks))


def find_indexed(text: str, spelling: Spelling, index: Index) -> tuple[Mention, ...]:
    """Find every mention of a code that `index_of` knows, in the order of the text."""
    folded, origin = fold(text)
    taken = bytearray(len(folded))
    found: list[Mention] = []
    for form in spelling.forms:
        claimed: list[Chain] = []
        for chain, elements in _believed(folded, form, chains(folded, form, spelling, index)):
            if not any(taken[chain.start : chain.end]):
                found += _mentions(chain, elements)
                claimed.append(chain)
        for chain in claimed:
            taken[chain.start : chain.end] = b"\1" * (chain.end - chain.start)
    found.sort(key=lambda mention: mention.start)
    return tuple(Mention(m.code, m.datapoints, origin[m.start], origin[m.end - 1] + 1) for m in found)


def _believed(text: str, form: Form, found: Iterator[Chain]) -> Iterator[tuple[Chain, frozenset[Element]]]:
    """Yield each chain with those of its elements that what stands around them speaks for."""
    first = next(found, None)
    if first is None:  # as in most texts: nothing else needs to be looked for
        return
    breaks = [match.start() for match in re.finditer("\n", text)]
    vouched = {bisect(breaks, match.start()) for match in form.line_words.finditer(text)}
    judged = [(chain, bisect(breaks, chain.start), *_judge(text, form, chain)) for chain in (first, *found)]
    vouched.update(line for _, line, believed, _ in judged if believed)
    for chain, line, believed, doubtful in judged:
        if elements := frozenset(believed + (doubtful if line in vouched else [])):
            yield chain, elements


def _judge(text: str, form: Form, chain: Chain) -> tuple[list[Element], list[Element]]:
    """Split a chain into what is believed, and what its line may still speak for."""
    row = _ROW_START.search(text, max(0, chain.start - LOOK_BACK), chain.start) is not None
    if chain.strong or (chain.heading and row) or form.follow.match(text, chain.end):
        return chain.known, []
    known = [element for element in chain.known if not element.item.not_alone.match(text, element.end)]
    own_row = row and bool(_ROW_END.match(text, chain.end) or form.heading_follow.match(text, chain.end))
    anywhere = any(element.item.alone == "anywhere" for element in known)
    holds = {"anywhere": True, "row": own_row or anywhere, "line": row or anywhere or len(known) > 1}
    believed = [element for element in known if holds.get(element.item.alone)]
    doubtful = [element for element in known if element.item.alone == "line" and not holds["line"]]
    return believed, doubtful


def _mentions(chain: Chain, believed: frozenset[Element]) -> Iterator[Mention]:
    before = chain.start
    for element in chain.elements:
        if element in believed:
            for code in element.between:
                yield Mention(code, (), before, element.end)
            for code in element.codes:
                yield Mention(code, element.parts, element.start, element.end)
        before = element.start
