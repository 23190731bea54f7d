"""The codes in a cell: alone, in a list, before a title, or without a prefix below the heading that completes them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from disclosure_index.messages import message
from disclosure_index.model import Finding, Location
from disclosure_index.printed_index.claims import FrameworkHints

_PARAGRAPH = r"(?:(?:paragraphs?|paras?\.?|pars?\.|¶|§|第)\s?)"
_BARE = re.compile(
    rf"\s*{_PARAGRAPH}?[(（]?(?:[a-zA-Z]|B?\d{{1,2}}[A-C]?)(?:[)）.:：\s(（,;、/&段\-–—]|[a-h](?![a-z])|$)"
    r"|\s*[A-Z]\d[\s.:：/–-]{1,3}\d",
    re.IGNORECASE,
)
_START = re.compile(r"[\s§¶•●·*✓✔☑√■□▪◦‣\-–—(（\[【「『《〔〈|]*(?:[^\W\d_][^\d]{0,30}?[\s:：-]*)?", re.UNICODE)
_BEHIND = re.compile(
    r".{3,200}?[(（\[【](?P<codes>(?:[^()（）\[\]【】]|\([a-z]{1,4}\)){2,60})[)）\]】]\W*", re.IGNORECASE | re.DOTALL
)
_PART = re.compile(
    rf"[\s.,:：/§_(（\-–—]*{_PARAGRAPH}?(?:(?:S\d|\d{{1,3}})\b\W{{0,4}}(?:[^\d\n]{{0,60}}(?:20\d\d)?\W{{0,4}})?)?",
    re.IGNORECASE,
)
_ANY = re.compile(r"(?<!\w)[A-Z]{1,4}[\s-]?\d{1,3}(?:[.-]\d{1,3})*(?!\w)")
_FILLER = 12  # characters between two codes of one list: "KPI", a very short title
_LONGEST_LEAD = 80  # characters; a longer text may still begin with the name of a group
_DASHES = r"[-\u2010-\u2015]"
_LOOSE_DASH = re.compile(
    rf"(?<=\d)(?:\s+({_DASHES})(?=\d)|({_DASHES})\s+(?=\d))|(?<=[A-Z])(?:({_DASHES})\s+)(?=[A-Z\d])"
)
_SPACED = re.compile(rf"\W*(?:[^\W\d_]+\s+)?\d{{1,3}}(?P<dash>\s{{1,2}}{_DASHES}\s{{1,2}})\d{{1,2}}(?!\d|\s?{_DASHES})")


@dataclass(frozen=True, slots=True)
class Found:
    """A code of a cell."""

    code: str
    datapoints: tuple[str, ...]
    start: int
    end: int


def tidy(text: str) -> str:
    """Join a code that was split over two lines: "2- 10", "305 -1"."""
    return _LOOSE_DASH.sub(lambda match: next(filter(None, match.groups())), text)


def codes_in(text: str, hints: FrameworkHints, leads: Iterable[str] = ()) -> list[Found]:
    """Return the codes at the beginning of a cell; `leads` are the texts above it, tried if it has no prefix."""
    found = _leading([Found(m.code, m.datapoints, m.start, m.end) for m in hints.find(text)], text, hints)
    if found or (found := _in_brackets(text, hints) or _spaced_out(text, hints)) or not _BARE.match(text):
        return found
    for standing in leads:
        lead = standing if len(standing) <= _LONGEST_LEAD else hints.group_at(standing)
        if not lead:
            continue
        offset = len(lead) + 1
        led = [
            Found(m.code, m.datapoints, max(0, m.start - offset), m.end - offset)
            for m in hints.find(f"{lead} {text}")
            if m.end > offset
        ]
        if led := _leading(led, text, hints):
            return led
    return []


def _spaced_out(text: str, hints: FrameworkHints) -> list[Found]:
    """Return the code at the beginning of a cell with spaces around its dash, which some typesetting adds."""
    match = _SPACED.match(text)
    if match is None:
        return []
    at, wide = match.start("dash"), len(match["dash"]) - 1
    closed = f"{text[:at]}-{text[match.end('dash') :]}"
    found = _leading([Found(m.code, m.datapoints, m.start, m.end) for m in hints.find(closed)], closed, hints)
    return [Found(item.code, item.datapoints, item.start, item.end + wide) for item in found[:1] if item.start < at]


def _in_brackets(text: str, hints: FrameworkHints) -> list[Found]:
    """Return the codes after their title: "Employees (2-7)"."""
    match = _BEHIND.fullmatch(text)
    if match is None:
        return []
    inside, at = match["codes"], match.start("codes")
    found = [Found(m.code, m.datapoints, at + m.start, at + m.end) for m in hints.find(inside)]
    rest = inside
    for item in reversed(found):
        rest = rest[: item.start - at] + rest[item.end - at :]
    return found if not hints.separators.sub("", rest) else []


def _leading(found: list[Found], text: str, hints: FrameworkHints) -> list[Found]:
    """Return the run of codes at the beginning; later ones are part of a sentence."""
    if not found or found[0].start > 40 or not _may_begin(text[: found[0].start], hints):
        return []
    run = [found[0]]
    end = found[0].end
    for mention in found[1:]:
        if mention.start > end and len(hints.separators.sub("", text[end : mention.start])) > _FILLER:
            break
        run.append(mention)
        end = max(end, mention.end)
    return run


def _may_begin(text: str, hints: FrameworkHints) -> bool:
    """Whether a text may precede the codes of a cell: a bullet, a word, the name of their Standard."""
    if _START.fullmatch(text):
        return True
    for _, name in hints.name_patterns:
        if match := name.match(text.lstrip()):
            return _PART.fullmatch(text.lstrip()[match.end() :]) is not None
    short = (name.rpartition(" ")[2] for name in hints.names)  # "S2" of "IFRS S2"
    begun = (re.match(re.escape(name), text.lstrip(), re.IGNORECASE) for name in short if re.search(r"\d", name))
    return any(match and _PART.fullmatch(text.lstrip()[match.end() :]) for match in begun)


def is_code_list(cell: str) -> bool:
    """Whether a cell contains only codes, of any body: "E1.1.1, E1.2.3"."""
    return _ANY.search(cell) is not None and not re.search(r"\w", _ANY.sub("", cell))


def list_findings(text: str, found: list[Found], framework: str, location: Location) -> list[Finding]:
    """Report the faults of a list of codes: an empty item, a missing separator."""
    findings = []
    if len(found) > 1 and (empty := re.search(r"[,;，；、]\s*[,;，；、]", text)):
        findings.append(
            Finding(
                "DI401",
                message('The list "{text}" has an empty item', text=_short(text, empty.start())),
                location,
                message("Remove the extra separator, or add the missing disclosure"),
                framework=framework,
            )
        )
    for first, second in pairwise(found):
        between = text[first.end : second.start]
        if second.start >= first.end and between and not between.strip() and "\n" not in between:
            findings.append(
                Finding(
                    "DI402",
                    message("No separator between {first} and {second}", first=first.code, second=second.code),
                    location,
                    message('Write "{text}"', text=f"{first.code}, {second.code}"),
                    framework=framework,
                    code=first.code,
                )
            )
    return findings


def _short(text: str, at: int) -> str:
    return text[max(0, at - 12) : at + 14].strip()
