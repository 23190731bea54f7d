"""What the schema cannot see: whether the definitions agree with each other."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from disclosure_index.catalog.store import Catalog
from disclosure_index.model import Disclosure, Finding, Framework, Location, Relation, parse_reference

OPPOSITE = {
    Relation.EQUIVALENT: Relation.EQUIVALENT,
    Relation.SUBSET: Relation.SUPERSET,
    Relation.SUPERSET: Relation.SUBSET,
    Relation.INTERSECTS: Relation.INTERSECTS,
}


def lint(catalog: Catalog) -> list[Finding]:
    """Tell duplicate codes, missing titles, dangling links, contradictions, unreachable groups and wrong dates."""
    found = list(catalog.findings)
    for framework in catalog.frameworks.values():
        for rule in (_duplicates, _dates, _links, _groups):
            found += rule(framework, catalog)
    return [*found, *_crosswalks(catalog)]


def _finding(rule: str, d: Disclosure, field: str, message: str, hint: str) -> Finding:
    return Finding(rule, f"{d.framework} {d.edition} > {d.code} > {field}: {message}", d.location, hint,
                   framework=d.framework, edition=d.edition, code=d.code)  # fmt: skip


def _duplicates(framework: Framework, _: Catalog) -> Iterator[Finding]:
    seen: dict[str, Disclosure] = {}
    for d in framework.disclosures:
        if first := seen.get(d.uid.casefold()):
            yield _finding("DI502", d, "code", f"stands already at {first.location}", "keep one")
        seen.setdefault(d.uid.casefold(), d)
        for id, times in Counter(point.id for point in d.datapoints).items():
            if times > 1:
                yield _finding("DI502", d, "datapoints", f'"{id}" stands {times} times', "give each an id of its own")
        if "zh-Hans" in d.title and "zh-Hant" not in d.title:
            yield _finding("DI503", d, "title", "has zh-Hans and no zh-Hant", "give both")


def _dates(framework: Framework, _: Catalog) -> Iterator[Finding]:
    for d in framework.disclosures:
        start, end = d.in_force.start, d.in_force.end
        if start and end and end <= start:
            yield _finding("DI504", d, "until", f"{end} is not after {start}", "an edition ends after it starts")
    by_code: dict[tuple[str, str], list[Disclosure]] = {}
    for d in framework.disclosures:
        by_code.setdefault((d.part, d.code), []).append(d)
    for same in by_code.values():
        for first, second in pairwise(same):
            if first.title == second.title and first.in_force.end is None and second.in_force.end is None:
                message = f"edition {first.edition} of the same disclosure never ends"
                yield _finding("DI504", second, "edition", message, f"give {first.uid} its end")


def _links(framework: Framework, catalog: Catalog) -> Iterator[Finding]:
    codes = {(d.edition, d.code) for d in framework.disclosures}
    for d in framework.disclosures:
        if d.parent and (d.edition, d.parent) not in codes:
            yield _finding("DI505", d, "parent", f'"{d.parent}" is no disclosure of this edition', "mend the code")
        for text in d.superseded_by:
            reference = parse_reference(text)
            if reference is None or (reference.framework in catalog.frameworks and not catalog.find(reference)):
                yield _finding("DI505", d, "superseded-by", f'"{text}" leads nowhere', "mend the reference")
        if not d.obligation and d.required:
            yield _finding("DI505", d, "obligation", "is neither a level nor the id of rules", "see framework.toml")
    listed = {(topic.part, r.code) for topic in framework.sector_topics for r in topic.listings if r.code}
    known = {d.code for d in framework.disclosures}
    for part, code in sorted(listed):
        if code not in known:
            place = next(d.location for d in framework.disclosures)
            yield Finding("DI505", f"{framework.id} {part} lists {code}, which is not defined", place, "mend the code")


def _groups(framework: Framework, _: Catalog) -> Iterator[Finding]:
    ids = {group.id for group in framework.groups}
    parents = {group.parent for group in framework.groups}
    used = {d.group for d in framework.disclosures} | {topic.part for topic in framework.sector_topics}
    for d in framework.disclosures:
        if d.group and d.group not in ids:
            yield _finding("DI505", d, "group", f'"{d.group}" is no group', "define it, or mend the id")
    place = framework.disclosures[0].location if framework.disclosures else Location(framework.id)
    for group in framework.groups:
        if group.parent and group.parent not in ids:
            yield Finding("DI505", f"{framework.id} > group {group.id} > parent: no group {group.parent}", place)
        if group.id not in used | parents:
            message = f"{framework.id} > group {group.id}: no disclosure is in it"
            yield Finding("DI506", message, place, "remove it, or use it", framework=framework.id)


def _crosswalks(catalog: Catalog) -> Iterator[Finding]:
    stated: dict[tuple[str, str], Relation] = {}
    for link in catalog.crosslinks:
        for side in (link.left, link.right):
            reference = parse_reference(side)
            if reference is None or not catalog.find(reference):
                yield Finding("DI505", f'crosswalk: "{side}" leads nowhere', link.location, "mend the code")
        if stated.setdefault((link.left, link.right), link.relation) != link.relation:
            message = f"crosswalk: {link.left} is {stated[link.left, link.right]} and {link.relation} of {link.right}"
            yield Finding("DI507", message, link.location, "keep the one that its source states")
        back = stated.get((link.right, link.left))
        if back and back != OPPOSITE[link.relation]:
            message = f"crosswalk: {link.left} is {link.relation} of {link.right}, which is {back} of it"
            yield Finding("DI507", message, link.location, "keep the one that its source states")
