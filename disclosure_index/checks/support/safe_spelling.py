"""The unambiguous reference behind a misspelt tag, for edits that need no person."""

import re
from collections.abc import Iterable, Iterator

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.linking import Link, LinkStatus
from disclosure_index.checks.support.near_codes import LEADS
from disclosure_index.model import Omission, Reference, Respelling, parse_reference
from disclosure_index.reading.registry import source_type

_FULL_WIDTH = {0xFF01 + n: 0x21 + n for n in range(94)} | {0x3000: 0x20}
"""The full-width forms of ASCII, with the ideographic space; other signs that look alike may mean something else."""
_PART = re.compile(r"[^\W\d_]+|\d+")
_CODE = re.compile(r"[^\W_][\w.·()‐‑–—−-]*")
"""What a code is written with; any other sign may separate two codes."""
_BETWEEN = r"[\s:/\\_.=‐‑–—−-]*"
"""What stands between the name of a framework and a code, and between the parts of the name."""
_RANGE = frozenset("‐‑–—−-")
_AFTER = " .,;"
_LONG = 6
"""Letters of a framework's id from which one slip leaves no doubt: "gri" and "ungc" are too short for it."""
_REACHING_NOTHING = (LinkStatus.MALFORMED, LinkStatus.UNKNOWN, LinkStatus.UNKNOWN_FRAMEWORK)
_MOST = 4
"""Words that one reference is spread over at most: "HKEX ESG KPI A1.2"."""


def respelt(assessment: Assessment, link: Link) -> Respelling | None:
    """Return the edit that spells a tag as the one reference that it can mean; None where there may be another.

    An omission is never corrected without a person.
    """
    if isinstance(link.statement, Omission):
        return None
    text = link.statement.text
    by = meant(assessment, text)
    return Respelling((text,), by) if by and by.casefold() != text.casefold() else None


def joined(assessment: Assessment) -> dict[int, Respelling]:
    """Return, by the identity of their tags, the edits that join words which spell one reference together."""
    found: dict[int, Respelling] = {}
    for links, _ in assessment.elements:
        if len(links) > 1 and source_type(assessment.report.documents[links[0].document].path) == "":
            for own, edit in _runs(assessment, links):
                found.update((id(link.statement), edit) for link in own)
    return found


def _runs(assessment: Assessment, links: tuple[Link, ...]) -> Iterator[tuple[tuple[Link, ...], Respelling]]:
    at = 0
    while at < len(links):
        ends = [end for end in range(at + 2, min(at + _MOST, len(links)) + 1) if _reach_nothing(links[at:end])]
        spelt = [(links[at:end], " ".join(link.statement.text for link in links[at:end])) for end in ends]
        meanings = [(own, by) for own, text in spelt if (by := meant(assessment, text))]
        if len(meanings) == 1:
            own, by = meanings[0]
            yield own, Respelling(tuple(link.statement.text for link in own), by)
            at += len(own)
        else:
            at += 1


def _reach_nothing(links: Iterable[Link]) -> bool:
    return all(link.status in _REACHING_NOTHING for link in links)


def meant(assessment: Assessment, text: str) -> str:
    """Return the reference that a text spells in another way: other signs between its parts, full-width, a short name.

    The letters and digits of the code are those of exactly one code of the framework; nothing is guessed.
    """
    head, sign, rest = re.fullmatch(r"([^@#]*)([@#]?)(.*)", text.translate(_FULL_WIDTH).strip(), re.DOTALL).groups()  # type: ignore[union-attr]
    found = {
        f"{framework}:{known}{sign}{rest}"
        for framework, code in _named(assessment, head)
        for known in [_same_code(code, tuple(assessment.catalog.codes(framework)))]
        if known
    }
    if len(found) != 1:
        return ""
    (by,) = found
    reference = parse_reference(by)
    return by if reference and assessment.catalog.find(reference) else ""


def _named(assessment: Assessment, head: str) -> Iterator[tuple[str, str]]:
    """Yield the frameworks that a reference may begin with, each with what is left of it."""
    frameworks = assessment.catalog.frameworks
    for id, framework in frameworks.items():
        for name in {id, framework.short}:
            spelt = _BETWEEN.join(map(re.escape, _PART.findall(name)))
            if match := re.fullmatch(rf"{spelt}{_BETWEEN}(?:(?:{LEADS})\b{_BETWEEN})?(.+)", head, re.IGNORECASE):
                yield id, match[1]
    typed, colon, code = head.partition(":")
    if colon and len(typed) >= _LONG and typed.lower() not in assessment.catalog.known:
        near = [id for id in assessment.catalog.known if _one_slip(typed.lower(), id)]
        if len(near) == 1 and near[0] in frameworks:
            yield near[0], code


def _one_slip(typed: str, id: str) -> bool:
    """Whether a framework's id is typed with one slip, and none in its digits."""
    from rapidfuzz.distance import OSA  # a run without a slip needs no similarity

    return re.findall(r"\d", typed) == re.findall(r"\d", id) and OSA.distance(typed, id) == 1


def _same_code(code: str, known: tuple[str, ...]) -> str:
    """Return the code that has the same letters and digits in the same parts; "" where two have, or it may be a range.

    >>> _same_code("A1_2", ("A1", "A1.2")), _same_code("A1-2", ("A1", "A1.2")), _same_code("305.1", ("305-1", "305-2"))
    ('A1.2', '', '305-1')
    """
    code = code.rstrip(_AFTER)
    if not _CODE.fullmatch(code):
        return ""
    parts = _parts(code)
    same = [other for other in known if _parts(other) == parts]
    if len(same) != 1:
        return ""
    begins = any(other != same[0] and same[0].startswith(other) for other in known)
    return "" if begins and _RANGE & set(code) - set(same[0]) else same[0]


def _parts(code: str) -> list[str]:
    return _PART.findall(code.casefold())


def without_edition(assessment: Assessment, link: Link) -> Respelling | None:
    """Return the edit that takes away an edition that there is not, where the code means one disclosure whatever it is.

    No part of the framework has such an edition; the code has one edition in force, and the same title in every one.
    """
    reference = link.statement.reference
    if isinstance(link.statement, Omission) or reference is None or link.disclosure is not None:
        return None
    editions = {edition.id.casefold() for edition in assessment.catalog.frameworks[reference.framework].editions}
    if (reference.edition or "").casefold() in editions:
        return None
    now = [d for d in link.candidates if d.uid in assessment.current_uids]
    if len(now) != 1 or len({d.title.get("en") for d in link.candidates}) != 1:
        return None
    return Respelling(
        (link.statement.text,), str(Reference(reference.framework, now[0].code, None, reference.datapoints))
    )
