"""Misspelt attributes: ``data-disclosures``, ``data-ommission``, ``DATA-REASON``. None of them is read."""

import re
from collections.abc import Mapping

from disclosure_index.messages import message
from disclosure_index.model import AttributeName, Finding, Location, parse_reference

KNOWN = (
    "data-disclosure", "data-omission", "data-reason", "data-reviewed", "data-suppress", "data-suppress-reason",
    "data-suppress-owner", "data-suppress-until",
)  # fmt: skip
"""The attributes that the index reads."""

_WITHOUT_DATA = frozenset(("disclosure", "disclosures", "omission", "omissions"))
_PREFIX = re.compile(r"[a-z]{2,6}[-_:.]+|data", re.IGNORECASE)
_PER_SLIP = 5
"""Letters of a name per misspelling: two in "disclosure", one in "reason"; a shorter name is another word."""


class Attributes:
    """The attribute names of a document; each is checked once."""

    def __init__(self) -> None:
        self.fine = set(KNOWN)
        self._near: dict[str, str] = {}

    def findings(self, attributes: Mapping[str, str], location: Location) -> list[Finding]:
        """Report the misspelt attributes of an element."""
        found = []
        for name in attributes:
            if name in self.fine:
                continue
            if name not in self._near:
                self._near[name] = _nearest(name)
            known = self._near[name]
            if not known:
                self.fine.add(name)
            elif known != "data-reviewed" or ":" in attributes[name]:  # data-reviewer="…" belongs to another program
                problem = message("The attribute {name} is not known, so it is not read", name=name)
                hint = message("Write {known}", known=known)
                anchor, edit = attributes.get("id", ""), _renamed(name, known, attributes)
                found.append(Finding("DI214", problem, location, hint, anchor=anchor, edit=edit))
        return found


def _renamed(name: str, known: str, attributes: Mapping[str, str]) -> AttributeName | None:
    """Return the edit that corrects the attribute to the intended name.

    Only a tag is corrected automatically: a corrected omission, review or suppression would remove findings.
    """
    words = attributes[name].split()
    if known != "data-disclosure" or known in attributes or not words or not all(map(parse_reference, words)):
        return None
    others = sum(_nearest(other) == known for other in attributes if other not in KNOWN)
    return AttributeName(name, known) if others == 1 else None


def _nearest(name: str) -> str:
    """Return the attribute that a name misspells; "" for an attribute of another program.

    >>> _nearest("data-ommission"), _nearest("data-season"), _nearest("DATA-REASON"), _nearest("dtaa-omission")
    ('data-omission', '', 'data-reason', 'data-omission')
    """
    from rapidfuzz.distance import OSA  # a document without such attributes needs no similarity

    prefix = _PREFIX.match(name)
    if prefix and OSA.distance(prefix[0].rstrip("-_:.").casefold(), "data") > 1:
        return ""
    word = _PREFIX.sub("", name, count=1).casefold().replace("_", "-")
    if not prefix and word not in _WITHOUT_DATA:
        return ""
    best = min(KNOWN, key=lambda known: OSA.distance(word, known[5:]))
    suffix = best[5:]
    if OSA.distance(word, suffix) > len(suffix) // _PER_SLIP or word[:1] != suffix[:1]:
        return ""
    return best
