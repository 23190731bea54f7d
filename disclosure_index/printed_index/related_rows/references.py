"""Rows with the location of another row: "see above", "ibid.", 同上, "same as 302-1"."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from disclosure_index.printed_index.claims import FrameworkHints, IndexEntry
from disclosure_index.printed_index.row_texts import Texts
from disclosure_index.reading.languages.index_words import words

_ABOVE = re.compile(
    rf"[\W_]*(?:{words('see')}\s*)?{words('above')}(?:\s*{words('above-behind')})?[\W_]*|[\s\"“”″〃]*[\"“”″〃][\s\"“”″〃]*",
    re.IGNORECASE,
)
_AS = re.compile(
    rf"\W*{words('see', 'same-as')}(?![a-z])\s*(?P<codes>.*?)\s*(?:{words('same-as-behind')})?\W*", re.IGNORECASE
)
_LONGEST = 80  # characters of a cell that only names other rows


def as_above(texts: Texts, above: Texts) -> Texts:
    """Return the texts of a row, with the locations of the row above if its cells refer to them."""
    places = [cell for cell in (texts.section, texts.page) if cell]
    if not places or not any(map(_is_above, places)) or not (above.place or above.reason or above.document):
        return texts
    if all(map(_is_above, places)):
        return replace(
            texts,
            section=above.section,
            page=above.page,
            document=texts.document or above.document,
            reason=texts.reason or ("" if above.place else above.reason),
        )
    section = above.section if _is_above(texts.section) else texts.section
    return replace(texts, section=section, page=above.page if _is_above(texts.page) else texts.page)


def _is_above(cell: str) -> bool:
    return len(cell) <= _LONGEST and _ABOVE.fullmatch(cell) is not None


def with_places_of_others(claims: Sequence[IndexEntry], frameworks: Mapping[str, FrameworkHints]) -> list[IndexEntry]:
    """Return claims; one that names another disclosure as its location gets the location of that one."""
    placed: dict[tuple[str, str], IndexEntry] = {}
    for claim in claims:
        if (claim.pages or claim.sections or claim.anchors) and not _codes_named(claim, frameworks):
            placed.setdefault((claim.framework, claim.code), claim)
    return [_with_place(claim, placed, frameworks) for claim in claims]


def _with_place(
    claim: IndexEntry, placed: Mapping[tuple[str, str], IndexEntry], frameworks: Mapping[str, FrameworkHints]
) -> IndexEntry:
    named = _codes_named(claim, frameworks)
    of = [placed[claim.framework, code] for code in named if (claim.framework, code) in placed]
    if not named or len(of) < len(named):
        return claim
    return replace(
        claim,
        pages=tuple(dict.fromkeys(page for one in of for page in one.pages)),
        sections=tuple(dict.fromkeys(path for one in of for path in one.sections)),
        places=tuple(dict.fromkeys(place for one in of for place in one.places)),
        documents=tuple(dict.fromkeys(name for one in of for name in one.documents)),
        anchors=tuple(dict.fromkeys(anchor for one in of for anchor in one.anchors)),
    )


def _codes_named(claim: IndexEntry, frameworks: Mapping[str, FrameworkHints]) -> tuple[str, ...]:
    """Return the other disclosures that are the whole location of a claim: "See 302-1 and 302-3"."""
    text = claim.location_text
    match = _AS.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None or not re.search(r"\d", match["codes"]):
        return ()
    hints, listed = frameworks[claim.framework], match["codes"]
    found = sorted(hints.find(listed), key=lambda mention: mention.start)
    rest = listed
    for mention in reversed(found):
        rest = rest[: mention.start] + rest[mention.end :]
    codes = tuple(dict.fromkeys(mention.code for mention in found if mention.code != claim.code))
    return codes if found and not hints.separators.sub("", rest) else ()
