"""Lint the definitions as of each day on which something changes: some faults exist on some days only.

What is wrong on several days is reported once, with the first of them.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from datetime import date
from itertools import product

from disclosure_index.catalog.obligations import decide
from disclosure_index.catalog.sector_lists import listed
from disclosure_index.catalog.store import Catalog, in_force
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Disclosure, Finding, Framework, InForce, Message, Obligation, Profile, SectorTopic

FIRST, LAST = date(2018, 1, 1), date(2030, 12, 31)
"""The days that are looked at: older reports are not checked any more, and for later ones nothing is announced."""

CLASSES = tuple(
    Profile("", board, size, ("",)) for board, size in product(("main-board", "gem"), ("large-cap", "other"))
)
"""The classes of issuers that rules distinguish, each in an industry that no rule names."""


def lint_dates(framework: Framework, _: Catalog) -> Iterator[Finding]:
    """Report faults of lists and headings on each day, and editions that apply before they were issued."""
    by_day = {day: in_force(framework, day, day) for day in change_days(framework)}
    yield from _before_issue(framework)
    yield from _lists(framework, by_day)
    yield from _headings(framework, by_day)


def change_days(framework: Framework) -> tuple[date, ...]:
    """Return the days on which the applicable definitions change, including the first and last day checked."""
    spans: list[InForce] = [d.in_force for d in framework.disclosures] + [e.in_force for e in framework.editions]
    days = {day for span in spans for day in (span.start, span.end, span.issued) if day}
    days |= {rule.since for d in framework.disclosures for rule in d.obligation if rule.since}
    return tuple(sorted({FIRST, LAST} | {day for day in days if FIRST <= day <= LAST}))


def _before_issue(framework: Framework) -> Iterator[Finding]:
    for d in framework.disclosures:
        start, issued = d.in_force.start, d.in_force.issued
        if start and issued and start < issued:
            what = message("{start} is before it was issued, {issued}", start=str(start), issued=str(issued))
            hint = message("Set the day on which it was issued, or a later start")
            yield _about(d, "DI504", "from", what, hint)


def _lists(framework: Framework, by_day: Mapping[date, Sequence[Disclosure]]) -> Iterator[Finding]:
    """Report the topics that list a disclosure out of force on a day without listing its replacement."""
    parts = {day: {d.part for d in found} for day, found in by_day.items()}
    for topic in framework.sector_topics:
        lost_by_day = ((day, _lost(framework, topic, day, there)) for day, there in parts.items())
        if found := next(((day, lost) for day, lost in lost_by_day if lost), None):
            day, lost = found
            problem = message(
                "{framework} {topic}: on {day}, {codes} are out of force, and nothing takes their place",
                framework=framework.id,
                topic=topic.number,
                day=str(day),
                codes=joined(COMMA, (d.code for d in lost)),
            )
            hint = message("Give them, or their edition, superseded-by")
            yield Finding("DI508", problem, lost[0].location, hint, framework=framework.id, code=topic.number)


def _lost(framework: Framework, topic: SectorTopic, day: date, there: Set[str]) -> list[Disclosure]:
    return [
        x.disclosure
        for x in listed(framework, topic)
        if (end := x.disclosure.in_force.end) and end <= day and not there & set(x.successors)
    ]


def _headings(framework: Framework, by_day: Mapping[date, Sequence[Disclosure]]) -> Iterator[Finding]:
    """Report the headings that apply to an issuer although none of their parts does."""
    claims = framework.claims or ("",)
    seen: set[str] = set()
    for (day, found), profile, claim in product(by_day.items(), CLASSES, claims):
        below: dict[tuple[str, str], list[Disclosure]] = {}
        for d in found:
            below.setdefault((d.edition, d.parent), []).append(d)
        for heading in found:
            parts = [d for d in below.get((heading.edition, heading.code), ()) if d.parent]
            if not heading.heading or heading.uid in seen or not parts or not _asks(heading, profile, claim, day):
                continue
            if not any(_asks(part, profile, claim, day) for part in parts):
                seen.add(heading.uid)
                what = message("is asked for on {day}, but none of its parts is", day=str(day))
                yield _about(heading, "DI510", "obligation", what, message("Give both the same obligation"))


def _asks(d: Disclosure, profile: Profile, claim: str, day: date) -> bool:
    level = decide(d, profile, claim, day).level
    return level not in (None, Obligation.VOLUNTARY)


def _about(d: Disclosure, rule: str, field: str, what: Message, hint: Message) -> Finding:
    problem = message("{where}: {what}", where=f"{d.framework} {d.edition} > {d.code} > {field}", what=what)
    return Finding(rule, problem, d.location, hint, framework=d.framework, edition=d.edition, code=d.code)
