"""The changes from one edition of a framework to another."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from disclosure_index.messages import COLON, COMMA, OR, joined, label, message
from disclosure_index.messages.states import OBLIGATION
from disclosure_index.model import Disclosure, Framework, Message

_COMPARED = {
    "group": label("definition", "group"),
    "parent": label("definition", "under"),
    "data": label("definition", "data"),
    "units": label("definition", "units"),
}
"""What is compared, by the name of the field."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: ``added``, ``removed``, ``changed`` or ``kept``, with what it is about.

    ``kept`` is told of a part that has no such later edition and stays in force, once, at its first disclosure.
    """

    kind: str
    disclosure: Disclosure
    details: tuple[Message, ...] = ()


def diff(framework: Framework, old: str, new: str) -> Iterator[Change]:
    """Yield the changes in the order of the old edition, then the additions in that of the new one."""
    before = {d.code: d for d in framework.disclosures if d.edition == old}
    after = {d.code: d for d in framework.disclosures if d.edition == new}
    begins = min((d.in_force.start for d in after.values() if d.in_force.start), default=None)
    renewed = {d.part for d in after.values()} | {d.part for code, d in before.items() if code in after}
    kept: set[str] = set()
    for code, d in before.items():
        now = after.get(code)
        if now and not is_another(d, now):
            if details := tuple(_details(d, now)):
                yield Change("changed", now, details)
        elif now or d.part in renewed or _is_over(d, begins):
            yield Change("removed", d, _successors(d))
        elif d.part not in kept:
            kept.add(d.part)
            yield Change("kept", d, (message("it has no edition {edition}, and is not withdrawn", edition=new),))
    for code, d in after.items():
        if code not in before or is_another(before[code], d):
            yield Change("added", d)


def is_another(old: Disclosure, new: Disclosure) -> bool:
    """Whether a code was given to another disclosure while the old one continues elsewhere."""
    if old.superseded_by:
        return not {new.short, new.uid} & set(old.superseded_by)
    return old.title != new.title and old.in_force.end is None and new.in_force.start is not None


def _is_over(d: Disclosure, begins: date | None) -> bool:
    """Whether a disclosure is out of force on the day the new edition begins."""
    end = d.in_force.end
    return end is not None and (begins is None or end <= begins)


def is_same(old: Disclosure, new: Disclosure) -> bool:
    """Whether an edition left a disclosure as it was."""
    return not any(_details(old, new))


def _successors(d: Disclosure) -> tuple[Message, ...]:
    return (message("now {codes}", codes=joined(COMMA, d.superseded_by)),) if d.superseded_by else ()


def _details(old: Disclosure, new: Disclosure) -> Iterator[Message]:
    for language in dict.fromkeys((*old.title, *new.title)):
        was, now = (d.title.get(language) or message("none") for d in (old, new))
        if was != now:
            title = message("title") if language == "en" else message("title ({language})", language=language)
            yield _changed(title, was, now)
    for name, called in _COMPARED.items():
        if getattr(old, name) != getattr(new, name):
            yield _changed(called, _shown(getattr(old, name)), _shown(getattr(new, name)))
    if old.obligation != new.obligation:
        yield _changed(label("definition", "obligation"), _levels(old), _levels(new))
    had, has = ([point.id for point in d.datapoints] for d in (old, new))
    if gone := [id for id in had if id not in has]:
        yield message("datapoints removed: {datapoints}", datapoints=joined(COMMA, gone))
    if come := [id for id in has if id not in had]:
        yield message("datapoints added: {datapoints}", datapoints=joined(COMMA, come))


def _changed(what: Message, was: str, now: str) -> Message:
    return joined(COLON, (what, message("{before} -> {after}", before=was, after=now)))


def _shown(value: object) -> str:
    return joined(COMMA, value) if isinstance(value, tuple) else str(value)


def _levels(d: Disclosure) -> Message:
    return joined(OR, dict.fromkeys(OBLIGATION[rule.level] for rule in d.obligation))
