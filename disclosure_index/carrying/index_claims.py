"""The claims of a document's printed index, before and now."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from disclosure_index.model import Document
from disclosure_index.printed_index import FrameworkHints, IndexEntry
from disclosure_index.printed_index.placing.page_runs import labels_of
from disclosure_index.printed_index.reader import read_printed


class ClaimKey(NamedTuple):
    """The key of a claim: a disclosure, or parts of it."""

    framework: str
    code: str
    datapoints: tuple[str, ...]


class ClaimChanges(NamedTuple):
    """Claims that were added, removed, or that name other pages than their tags are on now."""

    new: tuple[IndexEntry, ...] = ()
    gone: tuple[IndexEntry, ...] = ()
    elsewhere: tuple[IndexEntry, ...] = ()


def key_of(claim: IndexEntry) -> ClaimKey:
    """Return the key that identifies a claim in both versions."""
    return ClaimKey(claim.framework, claim.code.casefold(), claim.datapoints)


def claims_of(document: Document, hints: Mapping[str, FrameworkHints]) -> tuple[IndexEntry, ...]:
    """Return the claims of the printed indexes of a document."""
    return tuple(read_printed(document, hints).claims) if document.indexes else ()


def claim_changes(old: Iterable[IndexEntry], new: Iterable[IndexEntry], carried: Document) -> ClaimChanges:
    """Compare the claims of two versions.

    Args:
        old: the claims of the old version.
        new: the claims of the new version.
        carried: the new version with the tags of the old one.
    """
    before = {key_of(claim): claim for claim in old}
    now = {key_of(claim): claim for claim in new}
    pages = _pages(carried)
    return ClaimChanges(
        tuple(claim for key, claim in now.items() if key not in before),
        tuple(claim for key, claim in before.items() if key not in now),
        tuple(
            claim for key, claim in now.items() if key in before and _is_elsewhere(claim, pages.get(key.code, ()), key)
        ),
    )


def _is_elsewhere(claim: IndexEntry, pages: Sequence[tuple[str, set[str]]], key: ClaimKey) -> bool:
    """Whether a claim names pages, but no tag of its code is on any of them."""
    named = set(labels_of(claim))
    tagged = [found for framework, found in pages if framework == key.framework]
    return bool(named and tagged) and all(named.isdisjoint(found) for found in tagged)


def _pages(document: Document) -> dict[str, list[tuple[str, set[str]]]]:
    """Return the pages of each tag, by its code."""
    found: dict[str, list[tuple[str, set[str]]]] = {}
    for tag in document.tags:
        if tag.reference:
            reached = document.passages[tag.span.first : tag.span.last]
            pages = {page for passage in reached for page in passage.pages}
            found.setdefault(tag.reference.code.casefold(), []).append((tag.reference.framework, pages))
    return found
