"""What changes from one edition of a framework to another."""

from collections.abc import Iterator
from dataclasses import dataclass

from disclosure_index.model import Disclosure, Framework


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: ``added``, ``removed`` or ``changed``, with what it is about."""

    kind: str
    disclosure: Disclosure
    details: tuple[str, ...] = ()


def diff(framework: Framework, old: str, new: str) -> Iterator[Change]:
    """Yield the changes in the order of the old edition, then the additions in that of the new one."""
    before = {d.code: d for d in framework.disclosures if d.edition == old}
    after = {d.code: d for d in framework.disclosures if d.edition == new}
    for code, d in before.items():
        if code not in after:
            yield Change("removed", d, (f"now {', '.join(d.superseded_by)}",) if d.superseded_by else ())
        elif details := tuple(_details(d, after[code])):
            yield Change("changed", after[code], details)
    for code, d in after.items():
        if code not in before:
            yield Change("added", d)


def _details(old: Disclosure, new: Disclosure) -> Iterator[str]:
    for language in dict.fromkeys((*old.title, *new.title)):
        was, now = old.title.get(language, "none"), new.title.get(language, "none")
        if was != now:
            yield f"title{'' if language == 'en' else f' ({language})'}: {was} -> {now}"
    for name in ("group", "parent", "data", "units"):
        if getattr(old, name) != getattr(new, name):
            yield f"{name}: {_say(getattr(old, name))} -> {_say(getattr(new, name))}"
    if old.obligation != new.obligation:
        yield f"obligation: {_levels(old)} -> {_levels(new)}"
    had, has = ([point.id for point in d.datapoints] for d in (old, new))
    if gone := [id for id in had if id not in has]:
        yield f"datapoints removed: {', '.join(gone)}"
    if come := [id for id in has if id not in had]:
        yield f"datapoints added: {', '.join(come)}"


def _say(value: object) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)


def _levels(d: Disclosure) -> str:
    return " or ".join(dict.fromkeys(rule.level.value for rule in d.obligation))
