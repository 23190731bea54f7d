"""Links x obligations x crosswalks -> the coverage of every disclosure that applies. Pure."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from disclosure_index.assessment.linking import Applicable, Link, weighed_year
from disclosure_index.assessment.owners import due_of, note_on, owner_of
from disclosure_index.assessment.reliefs import standing
from disclosure_index.catalog.obligations import Circumstances, Decision, decide
from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Crosslink, Disclosure, Obligation, Omission, Reason, Relation, Report, Status

REQUIRING = (Obligation.MANDATORY, Obligation.COMPLY_OR_EXPLAIN, Obligation.RECOMMENDED)
"""The obligations whose absence is a gap, the hardest first."""


class Relative(NamedTuple):
    """Tags of another framework that a crosswalk relates; `whole` where they answer all that is asked."""

    crosslink: Crosslink
    links: tuple[Link, ...]
    whole: bool


class Coverage(NamedTuple):
    """The coverage of one disclosure.

    `links` are its own tags and those of the headings above it. `answered` are the datapoints (or letters) that a tag
    names; what else is answered, `Assessment.ticks` finds in the text. `open` are those that no tag and no omission
    names, where a tag names any. `reported_with` is the heading whose gap includes this one. `owner` answers for it
    until `due`, and `note` is what the index says of it beside its places, all by the project file. `reasons` are those
    of the framework, of the reliefs among them only those that are granted for it.
    """

    disclosure: Disclosure
    decision: Decision
    status: Status
    links: tuple[Link, ...] = ()
    omissions: tuple[Link, ...] = ()
    answered: tuple[str, ...] = ()
    open: tuple[str, ...] = ()
    relatives: tuple[Relative, ...] = ()
    by_crosswalk: bool = False
    reported_with: str = ""
    owner: str = ""
    note: str = ""
    reasons: tuple[Reason, ...] = ()
    due: date | None = None

    @property
    def may_be_omitted(self) -> bool:
        """Whether an explanation may replace the disclosure: for any reason, or by a relief."""
        return may_be_omitted(self.disclosure, self.decision) or any(reason.relief for reason in self.reasons)

    @property
    def accepted(self) -> tuple[Reason, ...]:
        """The accepted reasons for its omission; of a mandatory disclosure, the reliefs alone."""
        anything = may_be_omitted(self.disclosure, self.decision)
        return tuple(reason for reason in self.reasons if anything or reason.relief)

    @property
    def reviewed(self) -> bool:
        """Whether a person has reviewed every tag and omission of it, of which there is at least one."""
        statements = (*self.links, *self.omissions)
        return bool(statements) and all(link.statement.reviewed for link in statements)

    @property
    def obligation(self) -> Obligation | None:
        """The obligation; None where the profile does not decide it."""
        return self.decision.level

    @property
    def is_gap(self) -> bool:
        """Whether it is missing, and no missing heading above it covers it."""
        return self.status == Status.MISSING and not self.reported_with

    @property
    def counts(self) -> bool:
        """Whether sums count it: each gap once, at the reported heading; otherwise the parts, not the heading."""
        return not self.reported_with and (not self.disclosure.heading or self.status == Status.MISSING)


def may_be_omitted(disclosure: Disclosure, decision: Decision) -> bool:
    """Whether some reason of the framework allows the omission of a disclosure; never for a mandatory one."""
    return disclosure.omission_allowed and decision.level != Obligation.MANDATORY


def _is_valid(omission: Link, decision: Decision, reasons: Iterable[Reason]) -> bool:
    """Whether an omission is allowed, gives an accepted reason, and explains it."""
    statement, disclosure = omission.statement, omission.disclosure
    assert isinstance(statement, Omission)
    assert disclosure is not None  # `_by_uid` keeps what reaches a disclosure
    reason = next((reason for reason in reasons if reason.id == statement.reason), None)
    accepted = reason is not None and (bool(reason.relief) or may_be_omitted(disclosure, decision))
    return accepted and bool(statement.explanation)


def cover(
    report: Report, catalog: Catalog, current: Applicable, tags: Iterable[Link], omissions: Iterable[Link]
) -> tuple[Coverage, ...]:
    """Return the coverage of every disclosure that applies, framework by framework, each in its own order."""
    by_uid = _by_uid(tags)
    omitted = _by_uid(omissions)
    relatives = _relatives(catalog, by_uid, current)
    result: list[Coverage] = []
    for claim in report.claims:
        if claim.framework not in current:
            continue
        found = current[claim.framework]
        known = {d.uid for d in found}
        every = catalog.frameworks[claim.framework].disclosures
        early = [d for d in every if d.uid not in known and (d.uid in by_uid or d.uid in omitted)]
        parents = {(d.edition, d.code): d for d in found}
        rows: dict[str, Coverage] = {}
        apart = catalog.frameworks[claim.framework].conventions.parts_answered_apart
        known_reasons = catalog.frameworks[claim.framework].reasons
        used, left_out = (frozenset(d.code.casefold() for d in every if d.uid in said) for said in (by_uid, omitted))
        circumstances = Circumstances(claim.sectors, used, left_out)
        for disclosure in (*found, *early):
            above = list(_above(disclosure, parents))
            links = [*by_uid.get(disclosure.uid, ())]
            links += (tag for d in above if not apart for tag in by_uid.get(d.uid, ()) if not tag.datapoints)
            spoken = [*omitted.get(disclosure.uid, ())]
            spoken += (o for d in above for o in omitted.get(d.uid, ()) if disclosure.omission_allowed)
            year = weighed_year(report, claim, disclosure)
            decision = decide(disclosure, report.profile, claim.claim, year, circumstances)
            reasons = tuple(
                reason
                for reason in known_reasons
                if not reason.relief or standing(reason.relief, disclosure, above, report, claim).counts
            )
            valid = [o for o in spoken if _is_valid(o, decision, reasons)]
            row = _row(
                disclosure, decision, links, spoken, valid, relatives.get(disclosure.uid, ()), report.crosswalk_counts
            )
            rows[disclosure.uid] = row._replace(reasons=reasons)
        _judge_headings(rows, found)
        result += _with_notes(rows.values(), report, catalog)
    return tuple(result)


def _row(
    disclosure: Disclosure,
    decision: Decision,
    links: list[Link],
    spoken: list[Link],
    valid: list[Link],
    relatives: tuple[Relative, ...],
    crosswalk_counts: bool,
) -> Coverage:
    by_crosswalk = not links and crosswalk_counts and any(relative.whole for relative in relatives)
    answered, open_ = _parts(disclosure, links, valid)
    if links:
        status = Status.PARTIAL if open_ else Status.DISCLOSED
    elif by_crosswalk:
        status = Status.DISCLOSED
    elif valid and not open_:
        status = Status.OMITTED
    elif decision.level is None:
        status = Status.UNDETERMINED
    else:
        status = Status.MISSING if decision.level in REQUIRING else Status.NOT_REQUIRED
    return Coverage(disclosure, decision, status, tuple(links), tuple(spoken), answered, open_, relatives, by_crosswalk)


def _parts(disclosure: Disclosure, links: list[Link], valid: list[Link]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the parts that tags name, and those that neither a tag nor an omission names.

    A tag that names no part is for the whole: it leaves none open. Nor does it tick one; see `Assessment.ticks`.
    Parts have two names: the ids of the datapoints, and the framework's own letters. Where all letters are named, or
    nothing but letters, these decide; else the ids do.
    """
    ids = tuple(d.id for d in disclosure.datapoints)
    optional = {d.id for d in disclosure.datapoints if d.optional}
    named = {part for link in links for part in link.datapoints}
    if any(not statement.datapoints for statement in (*links, *valid)):
        return tuple(part for part in (*ids, *disclosure.requirements) if part in named), ()
    spoken = {part for omission in valid for part in omission.datapoints}
    letters = disclosure.requirements
    left = tuple(letter for letter in letters if letter not in named | spoken)
    if letters and (not left or (named | spoken and named | spoken <= set(letters))):
        return tuple(letter for letter in letters if letter in named), left
    return (
        tuple(id for id in ids if id in named),
        tuple(id for id in ids if id not in named | spoken | optional),
    )


def _with_notes(rows: Iterable[Coverage], report: Report, catalog: Catalog) -> Iterable[Coverage]:
    if not (report.owners or report.due or report.notes):
        return rows
    return [
        row._replace(
            owner=owner_of(row.disclosure, report, catalog),
            due=due_of(row.disclosure, report, catalog),
            note=note_on(row.disclosure, report),
        )
        for row in rows
    ]


def _by_uid(links: Iterable[Link]) -> dict[str, list[Link]]:
    table: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.status.counts:
            assert link.disclosure is not None
            table[link.disclosure.uid].append(link)
    return dict(table)


def _above(disclosure: Disclosure, parents: Mapping[tuple[str, str], Disclosure]) -> Iterable[Disclosure]:
    seen = {disclosure.code}
    while (above := parents.get((disclosure.edition, disclosure.parent))) and above.code not in seen:
        seen.add(above.code)
        yield above
        disclosure = above


def _judge_headings(rows: dict[str, Coverage], found: tuple[Disclosure, ...]) -> None:
    """Derive untagged headings from their children, deepest first; a gap is reported once, at the highest level."""
    children: dict[str, list[str]] = defaultdict(list)
    uids = {(d.edition, d.code): d.uid for d in found}
    for d in found:
        if above := uids.get((d.edition, d.parent)):
            children[above].append(d.uid)
    for heading in reversed([d for d in found if d.uid in children]):
        row = rows[heading.uid]
        below = [rows[uid] for uid in children[heading.uid]]
        if row.links or row.status == Status.OMITTED:
            continue
        asked = {b.status for b in below if b.disclosure.required} or {row.status}
        if asked == {Status.MISSING, Status.NOT_REQUIRED} and row.status == Status.NOT_REQUIRED:
            continue  # asked for in part only: each part is reported by itself
        status = _from_children(asked)
        levels = [row.decision, *(b.decision for b in below if b.status == Status.MISSING)]
        hardest = min(levels, key=lambda d: REQUIRING.index(d.level) if d.level in REQUIRING else len(REQUIRING))
        rows[heading.uid] = row._replace(status=status, decision=hardest if status == Status.MISSING else row.decision)
    for d in found:
        above = uids.get((d.edition, d.parent))
        if above and rows[above].status == Status.MISSING:
            rows[d.uid] = rows[d.uid]._replace(reported_with=rows[above].reported_with or rows[above].disclosure.code)


def _from_children(below: set[Status]) -> Status:
    if len(below) == 1:
        return next(iter(below))
    asked = below - {Status.NOT_REQUIRED}
    if len(asked) == 1:
        return next(iter(asked))
    if asked <= {Status.DISCLOSED, Status.OMITTED}:
        return Status.DISCLOSED
    return Status.PARTIAL if asked & {Status.DISCLOSED, Status.PARTIAL, Status.OMITTED} else Status.UNDETERMINED


def _relatives(
    catalog: Catalog, by_uid: Mapping[str, list[Link]], current: Applicable
) -> dict[str, tuple[Relative, ...]]:
    """For each disclosure that applies: the tags of its crosswalk relatives."""
    uids: dict[str, list[str]] = defaultdict(list)
    for found in current.values():
        for d in found:
            uids[d.uid.casefold()].append(d.uid)
            uids[d.short.casefold()].append(d.uid)
    table: dict[str, list[Relative]] = defaultdict(list)
    for crosslink in catalog.crosslinks:
        for mine, other, whole in (
            (crosslink.left, crosslink.right, (Relation.EQUIVALENT, Relation.SUBSET)),
            (crosslink.right, crosslink.left, (Relation.EQUIVALENT, Relation.SUPERSET)),
        ):
            for uid in uids.get(mine.casefold(), ()):
                for tagged in uids.get(other.casefold(), ()):
                    if links := by_uid.get(tagged):
                        table[uid].append(Relative(crosslink, tuple(links), crosslink.relation in whole))
    return {uid: tuple(found) for uid, found in table.items()}
