"""Editions that the rows of a Standard lend each other: its name often stands beside one of them only."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from disclosure_index.printed_index.claims import FrameworkHints, IndexEntry


def lend_editions(claims: Sequence[IndexEntry], frameworks: Mapping[str, FrameworkHints]) -> tuple[IndexEntry, ...]:
    """Return the claims, with the one edition that the index names for their Standard where they have none."""
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
