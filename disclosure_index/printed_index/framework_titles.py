"""Comparison of printed titles with the framework's: the edition they mean, and codes that are slips."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from disclosure_index.printed_index.claims import FrameworkHints, IndexEntry, KnownCode, stem
from disclosure_index.reading.plain_title import plain

_SAME = 94.0  # of 100: the same title, except for spelling
_OTHER = 72.0  # below this, a title belongs to another code
_YEAR = re.compile(r"(?<!\d)(20\d\d(?:-\d\d)?)(?!\d)")


def title_score(printed: str, code: str, hints: FrameworkHints) -> float:
    """Return the similarity of the title of a code and the printed one, 0 to 100."""
    return max((_score(printed, known) for known in _known(hints, code)), default=0.0)


def edition_of(code: str, title: str, context: tuple[str, ...], hints: FrameworkHints) -> str | None:
    """Return the edition that a title or the nearest group row above decides; None if none does."""
    known = _known(hints, code)
    scores = {entry.edition: _score(title, entry) for entry in known} if title else {}
    if len(scores) > 1:
        ranked = sorted(scores.values(), reverse=True)
        if ranked[0] >= _SAME - 4 and ranked[0] - ranked[1] > 15:
            return max(scores, key=lambda edition: scores[edition])
        within = {entry.edition for entry in known if _is_within(title, entry)}
        if len(within) == 1 and ranked[1] < _OTHER:
            return within.pop()
    for text in context:
        for entry in known:
            if (not entry.part or plain(entry.part) in plain(text)) and entry.edition in _YEAR.findall(text):
                return entry.edition
    return None


def _is_within(title: str, entry: KnownCode) -> bool:
    """Whether a printed title is the framework's, cut short: at least two words of it, or four Chinese characters."""
    wanted = plain(title)
    long = len(title.split()) > 1 if title.isascii() else len(wanted) > 3
    return long and any(wanted in plain(known) for known in entry.titles)


def code_by_title(code: str, title: str, hints: FrameworkHints, groups: Collection[str] = ()) -> str | None:
    """Return the code of a title, if it clearly differs from the code beside it.

    Paragraphs (29(a)) have no titles: the text beside them is in the issuer's words. `groups`: those, besides the
    code's own, whose codes the index prints; a match with a title of another, perhaps withdrawn, group is chance.
    """
    wanted = plain(title)
    listed = {other for known, other in hints.plain_titles if known == wanted and _names(other, code)}
    if len(listed) == 1:
        return listed.pop()  # an item listed in a paragraph, printed with the paragraph's number
    if not stem(code) or len(plain(title)) < 4 or title_score(title, code, hints) >= _OTHER:
        return None
    titles = [known for known, _ in hints.plain_titles]
    alike = process.extract(plain(title), titles, scorer=fuzz.ratio, score_cutoff=_SAME, limit=None)
    same = {hints.plain_titles[number][1] for _, _, number in alike}
    same = {other for other in same if stem(other) in (stem(code), *groups)}
    near = {other for other in same if stem(other) == stem(code)} or same
    return near.pop() if len(near) == 1 else None


def _names(other: str, code: str) -> bool:
    """Whether a code names an item of a paragraph by a word: 14(materiality), and not 29(a) or 29(iii)."""
    return other.startswith(f"{code}(") and re.fullmatch(r"[a-h]|[ivx]+|\d+", other[len(code) + 1 : -1]) is None


def title_length(text: str, code: str, hints: FrameworkHints) -> int:
    """Return the length of the title of `code` at the start of `text`, or of a code beside it; 0 without a title."""
    if length := _length(text, _known(hints, code)):
        return length
    return _length(text, [entry for entry in hints.beside.get(stem(code), ()) if entry.code != code])


def _length(text: str, entries: Iterable[KnownCode]) -> int:
    best, length = 0.0, 0
    for entry in entries:
        for title in entry.titles:
            want = plain(title)
            ends = [m.end() for m in re.finditer(r"\S+", text)] if " " in text.strip() else range(1, len(text) + 1)
            for end in ends:
                size = len(plain(text[:end]))
                if abs(size - len(want)) <= max(2, len(want) // 5):
                    score = fuzz.ratio(plain(text[:end]), want)
                    if score > best:
                        best, length = score, end
    return length if best >= 85 else 0


def _score(printed: str, entry: KnownCode) -> float:
    return max((fuzz.ratio(plain(printed), plain(title)) for title in entry.titles if title), default=0.0)


def _known(hints: FrameworkHints, code: str) -> tuple[KnownCode, ...]:
    return hints.by_code.get(code, ())


def lend_editions(claims: Sequence[IndexEntry], frameworks: Mapping[str, FrameworkHints]) -> tuple[IndexEntry, ...]:
    """Return the claims; those without an edition get the only edition that the index names for their Standard."""
    parts: dict[tuple[str, str], dict[str, str]] = {}  # framework and code: edition -> part
    for id, hints in frameworks.items():
        for entry in hints.codes:
            parts.setdefault((id, entry.code), {})[entry.edition] = entry.part
    named: dict[tuple[str, str], set[str]] = {}
    for claim in claims:
        if claim.edition and (part := parts.get((claim.framework, claim.code), {}).get(claim.edition)):
            named.setdefault((claim.framework, part), set()).add(claim.edition)
    return tuple(_lent(claim, parts.get((claim.framework, claim.code), {}), named) for claim in claims)


def _lent(claim: IndexEntry, editions: Mapping[str, str], named: Mapping[tuple[str, str], set[str]]) -> IndexEntry:
    if claim.edition is not None:
        return claim
    fitting = {edition for edition, part in editions.items() if named.get((claim.framework, part)) == {edition}}
    return replace(claim, edition=fitting.pop()) if len(fitting) == 1 else claim
