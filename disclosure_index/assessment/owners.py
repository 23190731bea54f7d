"""The owners and due dates of disclosures, and the notes on them, from the project file. Pure."""

from collections.abc import Iterable, Iterator
from datetime import date

from disclosure_index.catalog.store import Catalog
from disclosure_index.did_you_mean import nearest
from disclosure_index.messages import message, render
from disclosure_index.model import LANGUAGES, Disclosure, Message, Reference, Report

NO_CHANGE = message("No change since last year")
"""What a note begins with that `compare` holds against the report before."""


def owner_of(disclosure: Disclosure, report: Report, catalog: Catalog) -> str:
    """Return the nearest owner: of the disclosure, of a heading or group above it, or of the framework."""
    keys = _keys(disclosure, catalog) if report.owners else ()
    return next((report.owners[key] for key in keys if key in report.owners), "")


def due_of(disclosure: Disclosure, report: Report, catalog: Catalog) -> date | None:
    """Return the day by which it is to be answered, named as an owner is; None where there is none."""
    keys = _keys(disclosure, catalog) if report.due else ()
    return next((report.due[key] for key in keys if key in report.due), None)


def note_on(disclosure: Disclosure, report: Report) -> str:
    """Return the note on a disclosure."""
    return report.notes.get(disclosure.short.casefold(), "")


def claims_no_change(note: str) -> bool:
    """Whether a note begins with "No change since last year", in any of our languages."""
    said = note.strip().casefold()
    return bool(said) and any(said.startswith(render(NO_CHANGE, language).casefold()) for language in LANGUAGES)


def misnamed(report: Report, catalog: Catalog) -> Iterator[Message]:
    """Yield a message for each entry that names nothing in a loaded framework."""
    for table, entries in (("owners", report.owners), ("due", report.due), ("notes", report.notes)):
        if not entries:
            continue  # most reports have none, and every run comes by here
        known = {name.casefold(): name for name in _nameable(table, catalog)}
        for key in entries:
            loaded = key.partition(":")[0] in catalog.frameworks or key.partition(":")[0] not in catalog.known
            if loaded and key not in known:
                near = nearest(key, known)
                if near:
                    yield message(
                        '{table} "{key}" is not defined; did you mean "{near}"?', table=table, key=key, near=known[near]
                    )
                else:
                    yield message('{table} "{key}" is not defined; write it as hkex-esg:A1.3', table=table, key=key)


def _nameable(table: str, catalog: Catalog) -> Iterator[str]:
    """Yield the names that an entry may have: disclosures; for owners and due dates also groups and frameworks."""
    for framework in catalog.frameworks.values():
        yield from (d.short for d in framework.disclosures)
        if table != "notes":
            yield from (f"{framework.id}:{group.id}" for group in framework.groups)
            yield framework.id


def _keys(disclosure: Disclosure, catalog: Catalog) -> Iterable[str]:
    framework = catalog.frameworks[disclosure.framework]
    yield disclosure.short.casefold()
    above = disclosure.parent
    seen: set[str] = set()
    while above and above not in seen:
        seen.add(above)
        yield f"{framework.id}:{above}".casefold()
        found = catalog.find(Reference(framework.id, above, disclosure.edition))
        above = found[0].parent if found else ""
    groups = [group.id for group in catalog.groups_above(disclosure)] or [disclosure.group]
    yield from (f"{framework.id}:{group}".casefold() for group in groups if group)
    yield framework.id
