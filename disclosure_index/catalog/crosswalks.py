"""Relations between frameworks across editions: a relation also holds for later editions that changed nothing."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise, product

from disclosure_index.catalog.diff import is_same
from disclosure_index.model import Basis, Crosslink, Disclosure, Framework, parse_reference

Known = Mapping[tuple[str, str], Sequence[Disclosure]]
"""The disclosures of each framework and code, of every edition."""


def by_code(frameworks: Iterable[Framework]) -> Known:
    """Return the disclosures by framework and code."""
    table: dict[tuple[str, str], list[Disclosure]] = {}
    for framework in frameworks:
        for disclosure in framework.disclosures:
            table.setdefault((framework.id, disclosure.code.casefold()), []).append(disclosure)
    return table


def carried(links: Sequence[Crosslink], known: Known) -> Iterator[Crosslink]:
    """Yield the relations that follow from those naming an edition: the same one for later, unchanged editions."""
    stated = {(link.left.casefold(), link.right.casefold()) for link in links}
    for link in links:
        for left, right in product(_unchanged(link.left, known), _unchanged(link.right, known)):
            pair = (left.casefold(), right.casefold())
            if pair in stated:
                continue
            stated.add(pair)
            note = "; ".join(filter(None, (link.note, f"stated of {link.left} and {link.right}, unchanged since")))
            yield link._replace(left=left, right=right, basis=_carried_basis(link.basis), note=note)


def _carried_basis(basis: Basis) -> Basis:
    return Basis.DERIVED if basis == Basis.VERIFIED else basis


def _unchanged(side: str, known: Known) -> list[str]:
    """Return a side of a relation, and the same disclosure in each later edition that left it unchanged."""
    row = _row(side, known)
    found = [side]
    for old, new in pairwise(row):
        if not is_same(old, new):
            break
        found.append(new.uid)
    return found


@dataclass(frozen=True, slots=True)
class Ended:
    """A disclosure whose relations end, and its successor without a relation to that framework."""

    link: Crosslink
    disclosure: Disclosure
    to: str  # the framework on the other side
    later: tuple[Disclosure, ...]


def ended(links: Sequence[Crosslink], known: Known, meant: Collection[tuple[str, str]] = ()) -> Iterator[Ended]:
    """Yield the relations that end although their disclosure continues in a later edition or in successors.

    `meant`: disclosures and frameworks for which a person says that they end.
    """
    sides = [
        (link, d, _framework(other))
        for link in links
        for side, other in ((link.left, link.right), (link.right, link.left))
        for d in _found(side, known)
    ]
    related = {(d.uid.casefold(), to) for _, d, to in sides}
    linked = frozenset(related)
    for link, d, to in sides:
        key = (d.uid.casefold(), to)
        if key not in related or key in meant:
            continue
        related.discard(key)
        later = (*_row(d.uid, known)[1:], *(s for text in d.superseded_by for s in _found(text, known)))
        if later and not any((one.uid.casefold(), to) in linked for one in later):
            yield Ended(link, d, to, later)


def _framework(side: str) -> str:
    return side.partition(":")[0].casefold()


def _found(text: str, known: Known) -> list[Disclosure]:
    reference = parse_reference(text)
    if reference is None:
        return []
    found = known.get((reference.framework, reference.code.casefold()), ())
    edition = (reference.edition or "").casefold()
    return [d for d in found if not edition or d.edition.casefold() == edition]


def _row(side: str, known: Known) -> list[Disclosure]:
    """Return the disclosure of a side that names its edition, and the same one of later editions, in their order."""
    reference = parse_reference(side)
    if reference is None or reference.edition is None or not (exact := _found(side, known)):
        return []
    mine = exact[0]
    found = known[(reference.framework, reference.code.casefold())]
    start = mine.in_force.start or date.min
    later = [d for d in found if (d.in_force.start or date.min) > start and _goes_on(mine, d)]
    return [mine, *sorted(later, key=lambda d: d.in_force.start or date.min)]


def _goes_on(old: Disclosure, new: Disclosure) -> bool:
    """Whether a later disclosure of the same code is the same one: a code can come back with another meaning."""
    names = {new.uid.casefold(), new.short.casefold()}
    return not old.superseded_by or any(text.casefold() in names for text in old.superseded_by)
