"""Tags in comments: ``disclosure: gri:305-1``, ``#disc gri:302-1``, ``page: 25``.

Markdown and HTML comments, Word comments and content controls share this grammar.
"""

import re
from collections.abc import Iterable

from disclosure_index.reading.builder import Marks

_START = re.compile(
    r"(?:\A|(?<=\s)|(?<=[;；]))(?:#(?P<hashed>disc|omit|disclosures?|omissions?|reviewed)\b\s*[:：]?"
    r"|(?P<worded>(?:data-)?(?:disc|omit|disclosures?|omissions?|reviewed))\s*[:：])",
    re.IGNORECASE,
)
_SUPPRESS = re.compile(r"\s*#suppress\b\s*[:：]?", re.IGNORECASE)
_FACT = re.compile(r"\b(reason|owner|until)\s*[:：=]\s*", re.IGNORECASE)
REGION = re.compile(r"\s*disclosure-index:(begin|end)(?=\s|\Z)")
"""The beginning of a comment that marks the place of a generated index."""
_BETWEEN = re.compile(r"[;；、，]\s*|,\s+|\s+")
_REASON = re.compile(r"(?:\A|(?<=\s))reason\s*[:：=]\s*", re.IGNORECASE)
_PAGE = re.compile(
    r"\s*(?:(?:start|begin)\s+(?:of\s+)?)?(?:pdf\s*)?(?:page|pg|p|seite|页码|頁碼|页|頁|第)"
    r"[\s_-]*(?P<printed>number|no|num|label)?\.?\s*[:：=#]?\s*[\"“']?\s*"
    r"(?P<label>[A-Z]{0,2}-?\d{1,4}|[ivxlc]{1,7})\s*[\"”']?\s*(?:页|頁)?\s*(?:(?:/|of)\s*\d+\s*)?",
    re.IGNORECASE,
)
_BREAK = re.compile(r"\s*(?:\\?(?:page[\s_-]*break|new[\s_-]*page)|分页符?|分頁符?)\s*", re.IGNORECASE)


def read_statements(text: str, hashed_only: bool = False) -> list[Marks]:
    r"""Read the statements in a comment; an empty list for other comments.

    >>> [m.disclosure for m in read_statements("disclosure: gri:305-1, gri:305-2")]
    ['gri:305-1 gri:305-2']
    >>> [(m.omission, m.reason) for m in read_statements("#omit hkex-esg:A1.1 not-material")]
    [('hkex-esg:A1.1', 'not-material')]
    >>> [(m.disclosure, m.reviewed) for m in read_statements("#disc gri:302-1 #reviewed gri:302-1")]
    [('gri:302-1', None), (None, 'gri:302-1')]
    >>> read_statements("the disclosure of waste")
    []
    """
    return [marks for line in text.splitlines() for marks in _of_line(line.strip(), hashed_only)]


def statements_in(line: str, hashed_only: bool = False) -> list[tuple[re.Match[str], int]]:
    """Return the heads of the statements in a line, each with the end of its statement."""
    starts = [
        match
        for match in _START.finditer(line)
        if match["hashed"] or (match.start() == 0 and not hashed_only)
    ]  # fmt: skip
    ends = [*(match.start() for match in starts[1:]), len(line)]
    return list(zip(starts, ends, strict=False))


def _of_line(line: str, hashed_only: bool) -> Iterable[Marks]:
    for match, end in statements_in(line, hashed_only):
        yield from read_statement(match[0], line[match.end() : end])


def read_statement(head: str, body: str) -> list[Marks]:
    """Read one statement found by `statements_in`."""
    head = head.lower()
    if "omi" in head:
        return [_omission(body)]
    words = _words(body)
    if "reviewed" in head:  # other programs and people write "reviewed", too: references alone are ours
        return [Marks(reviewed=" ".join(words))] if words and all(":" in word for word in words) else []
    return [Marks(disclosure=" ".join(words))]


def read_suppression(line: str) -> dict[str, str]:
    """Read a line such as ``#suppress DI103 reason: not yet counted owner: esg@example.com until: 2026-12-31``.

    >>> read_suppression("#suppress DI103 until: 2026-12-31")
    {'data-suppress': 'DI103', 'data-suppress-until': '2026-12-31'}
    """
    match = _SUPPRESS.match(line)
    if match is None:
        return {}
    parts = _FACT.split(line[match.end() :].strip())
    found = {"data-suppress": " ".join(_words(parts[0]))}
    facts = zip(parts[1::2], parts[2::2], strict=True)
    return found | {f"data-suppress-{name.lower()}": said.strip() for name, said in facts}


def _omission(text: str) -> Marks:
    """Read ``hkex-esg:A1.1 reason: not-material``; without "reason", the rest after the references is the reason."""
    named, *reasons = _REASON.split(text, maxsplit=1)
    words = _words(named)
    references = [word for word in words if ":" in word]
    others = [word for word in words if ":" not in word]
    reason = reasons[0].strip(" ;；\"'“”") if reasons else " ".join(others)
    return Marks(omission=" ".join(references), reason=reason)


def _words(text: str) -> list[str]:
    return [word for word in _BETWEEN.split(text) if word]


def page_label(text: str) -> tuple[str, bool] | None:
    """Read a page marker: its label, and whether it only repeats a number printed on the page.

    >>> page_label(" page: 025 "), page_label('PageNumber="25"'), page_label("第25页"), page_label("page layout")
    (('25', False), ('25', True), ('25', False), None)
    """
    match = _PAGE.fullmatch(text)
    if match is None:
        return None
    return match["label"].lstrip("0") or "0", bool(match["printed"])


def is_page_break(text: str) -> bool:
    r"""Whether a text marks the end of a page without a number: ``PageBreak``, ``\newpage``, ``分页符``."""
    return _BREAK.fullmatch(text) is not None


def together(marks: list[Marks]) -> list[Marks]:
    """Merge the statements about one element; omissions with different reasons stay separate."""
    if len(marks) < 2:
        return marks
    first, apart = marks[0], []
    for other in marks[1:]:
        if first.omission is not None and other.omission is not None and other.reason != first.reason:
            apart.append(other._replace(anchor=""))
            continue
        first = Marks(
            first.anchor or other.anchor,
            first.language or other.language,
            _join(first.disclosure, other.disclosure),
            _join(first.omission, other.omission),
            first.reason or other.reason,
            first.is_index or other.is_index,
            _join(first.reviewed, other.reviewed),
        )
    return [first, *together(apart)]


def _join(left: str | None, right: str | None) -> str | None:
    named = [text for text in (left, right) if text is not None]
    return " ".join(named) if named else None
