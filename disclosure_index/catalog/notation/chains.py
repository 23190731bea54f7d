"""Chains of printed codes, read from folded text by the rules of one form; what they are worth is for `spellings`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain as flatten
from itertools import pairwise

from disclosure_index.catalog.notation.folding import without_spaces
from disclosure_index.catalog.notation.known_codes import Index, order
from disclosure_index.catalog.notation.rules import Form, Item, Spelling

LOOK_BACK = 24  # how far back a word can speak for or against a chain
_LIST_END = re.compile(
    r"\s?(?:\Z|[\n\t|()\[\]】」』:–—•])|[,;.](?:\Z|[\n\t])|[-.;:,]?\s+[A-Z–—(-]|\s?[-.:,]?\s?[\u3400-\u9fff《「“]"
)
"""What ends a list of bare numbers: its cell or line, a bracket, a title; no unit and no words of a sentence."""


@dataclass(slots=True, eq=False)
class Element:
    """One printed item of a chain, and the codes it means (none: it is not known)."""

    item: Item
    groups: dict[str, str]
    key: str
    codes: tuple[str, ...]
    start: int
    end: int
    parts: tuple[str, ...] = ()
    between: tuple[str, ...] = ()  # the codes between the item before and this one, where a range word joins them


@dataclass(slots=True)
class Chain:
    """Codes that are joined in print, and what announces them."""

    start: int
    end: int
    elements: list[Element] = field(default_factory=list)
    strong: bool = False  # a lead announces it
    heading: bool = False  # a lead that counts at the start of a row does
    closed: bool = False  # the word that must follow does

    @property
    def known(self) -> list[Element]:
        """The elements that mean a code which exists."""
        return [element for element in self.elements if element.codes or element.between]


def chains(text: str, form: Form, spelling: Spelling, index: Index) -> Iterator[Chain]:
    """Yield every chain that holds a known code and that nothing before it forbids, in the order of the text."""
    if form.needs and not form.needs.search(text):
        return
    at = 0
    while start := form.start.search(text, at):
        chain = _chain(text, start.start(), form, spelling, index)
        at = max(chain.end, start.end())
        before = text[max(0, chain.start - LOOK_BACK) : chain.start]
        if chain.known and not form.not_before.search(before) and (chain.closed or form.close is None):
            yield chain


def _chain(text: str, start: int, form: Form, spelling: Spelling, index: Index) -> Chain:
    chain = Chain(start, start)
    joint: re.Match[str] | None = None
    at = start
    while element := _element(text, at, form, spelling, index, chain, joint):
        chain.elements.append(element)
        chain.end = element.end
        if form.close:
            chain.closed |= (
                form.close.search(text, element.start, element.end) is not None
            )  # before its letter: 28段(b)
            if close := form.close.match(text, chain.end):
                chain.closed, chain.end = True, close.end()
        joint = spelling.joint.match(text, chain.end)
        at = joint.end() if joint else chain.end
    _believe(text, chain)
    return chain


def _believe(text: str, chain: Chain) -> None:
    """Cut a chain where its bare numbers do not list codes, and drop what an unread letter would narrow."""
    elements = chain.elements
    runs = [n for n, element in enumerate(elements) if element.item.bare and not (n and elements[n - 1].item.bare)]
    for first in runs:
        last = next((n for n in range(first, len(elements)) if not elements[n].item.bare), len(elements))
        row = elements[max(0, first - 1) : last]
        listed = all(one.codes and order(one.key) < order(other.key) for one, other in pairwise(row)) and row[-1].codes
        if not listed or (last == len(elements) and not _LIST_END.match(text, chain.end)):
            del elements[first:]
            chain.end = elements[-1].end if elements else chain.start
            break
    for n, element in enumerate(elements):
        unread = None if element.parts else element.item.unread.match(text, element.end)
        if unread and not (n + 1 < len(elements) and elements[n + 1].start < unread.end()):
            element.codes = ()


def _element(
    text: str, at: int, form: Form, spelling: Spelling, index: Index, chain: Chain, joint: re.Match[str] | None
) -> Element | None:
    for item in form.items:
        fits = item.after.fullmatch(joint[0] if joint else "") if item.after else joint or not chain.elements
        if fits and (match := item.pattern.match(text, at)):
            break
    else:
        return None
    printed = {name: value for name, value in match.groupdict().items() if value is not None}
    chain.strong |= "strong_" in printed
    chain.heading |= "heading_" in printed
    groups = _inherit(item.templates[0], _values(printed, spelling), chain.elements)
    keys = {template: _build(template, groups) for template in item.templates if _applies(template, groups)}
    template = next((one for one, key in keys.items() if key in index.codes), item.templates[0])
    key = keys.get(template, "")
    start = match.end("lead_") if printed.get("lead_") and not _in_lead(match) else match.start()
    parts, end = _parts(text, match.end(), item, spelling)
    if key in index.codes:
        parts = (*(value for name, value in groups.items() if value and f"{{{name}}}" not in template), *parts)
    between: list[tuple[str, ...]] = []
    if joint and joint["range"] and (key in index.codes or item.after is None):
        between = index.between(chain.elements[-1].key, key, far=joint["range"] != "-")
    return Element(
        item, groups, key, index.codes.get(key, ()), start, end, parts, tuple(flatten.from_iterable(between))
    )


def _in_lead(match: re.Match[str]) -> bool:
    """Whether the lead holds a part of the code, as TCFD's pillars do."""
    lead = match.end("lead_")
    return any(0 <= match.start(n) < lead for n in match.re.groupindex if not n.endswith("_"))


def _values(printed: dict[str, str], spelling: Spelling) -> dict[str, str]:
    values = {name: without_spaces(value) for name, value in printed.items() if not name.endswith("_")}
    return {name: spelling.names.get(name, {}).get(value, value) for name, value in values.items()}


def _inherit(template: str, groups: dict[str, str], elements: list[Element]) -> dict[str, str]:
    """Add what a later item leaves out: every group that stands before its own first one in the code."""
    if not elements:
        return groups
    names = re.findall(r"\{(\w+)\}", template)
    first = next((i for i, name in enumerate(names) if name in groups), 0)
    return {name: value for name, value in elements[-1].groups.items() if name in names[:first]} | groups


def _applies(template: str, groups: dict[str, str]) -> bool:
    return all(groups.get(name) for name in re.findall(r"\{(\w+)\}", re.sub(r"\[[^]]*\]", "", template)))


def _build(template: str, groups: dict[str, str]) -> str:
    """Fill a template; a "[…]" in it is left out where its group is empty."""
    shown = re.sub(r"\[([^]]*\{(\w+)\}[^]]*)\]", lambda m: m[1] if groups.get(m[2]) else "", template)
    return without_spaces(re.sub(r"\{(\w+)\}", lambda m: groups.get(m[1], ""), shown))


def _parts(text: str, at: int, item: Item, spelling: Spelling) -> tuple[tuple[str, ...], int]:
    """Read the requirement letters behind an item: "(a) and (b)", "-a to c"."""
    parts: list[str] = []
    match, ranged = item.part.match(text, at), False
    while match:
        part = match["part"].lower()
        if ranged and len(part) == len(parts[-1]) == 1:
            parts += map(chr, range(ord(parts[-1]) + 1, ord(part)))
        parts.append(part)
        at = match.end()
        joint = spelling.joint.match(text, at)
        ranged = bool(joint and joint["range"])
        match = item.more_part.match(text, joint.end() if joint else at)
    return tuple(dict.fromkeys(parts)), at
