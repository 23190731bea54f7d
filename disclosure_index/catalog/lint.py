"""Lint the definitions for what their schema cannot express: whether they agree with each other."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from disclosure_index.catalog.crosswalks import by_code, ended
from disclosure_index.catalog.dates_lint import lint_dates
from disclosure_index.catalog.store import Catalog
from disclosure_index.catalog.terms_lint import lint_terms
from disclosure_index.catalog.translations_lint import lint_texts
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import (
    NO_MESSAGE,
    Disclosure,
    Finding,
    Framework,
    Message,
    Reference,
    Relation,
    Titles,
    parse_reference,
)

OPPOSITE = {
    Relation.EQUIVALENT: Relation.EQUIVALENT,
    Relation.SUBSET: Relation.SUPERSET,
    Relation.SUPERSET: Relation.SUBSET,
    Relation.INTERSECTS: Relation.INTERSECTS,
}


def lint(catalog: Catalog) -> list[Finding]:
    """Report duplicates, gaps, dangling links, contradictions and wrong dates, in terms and texts too."""
    found = list(catalog.findings)
    for framework in catalog.frameworks.values():
        for rule in (_duplicates, _dates, _links, _groups, lint_dates):
            found += rule(framework, catalog)
        found += lint_terms(framework, catalog.vocabulary)
        found += lint_texts(framework, catalog.texts)
    return [*found, *_crosswalks(catalog), *_ended(catalog)]


def _finding(rule: str, d: Disclosure, field: str, what: Message, hint: Message) -> Finding:
    problem = message("{where}: {what}", where=f"{d.framework} {d.edition} > {d.code} > {field}", what=what)
    return Finding(rule, problem, d.location, hint, framework=d.framework, edition=d.edition, code=d.code)


def _duplicates(framework: Framework, _: Catalog) -> Iterator[Finding]:
    seen: dict[str, Disclosure] = {}
    for d in framework.disclosures:
        if first := seen.get(d.uid.casefold()):
            yield _finding(
                "DI502", d, "code", message("is already defined at {place}", place=first.location), message("Keep one")
            )
        seen.setdefault(d.uid.casefold(), d)
        for id, times in Counter(point.id for point in d.datapoints).items():
            if times > 1:
                what = message('"{id}" occurs {times} times', id=id, times=times)
                yield _finding("DI502", d, "datapoints", what, message("Give each its own id"))
        if lack := _lack(d.title):
            yield _finding("DI503", d, "title", lack, message("Give both"))
    for group in framework.groups:
        if lack := _lack(group.title):
            problem = message("{where}: {what}", where=f"{framework.id} > group {group.id} > title", what=lack)
            yield Finding("DI503", problem, group.location, message("Give both"), framework=framework.id)


def _lack(title: Titles) -> Message:
    """Return the form of Chinese that a title lacks while it has the other one."""
    for there, lacking in (("zh-Hans", "zh-Hant"), ("zh-Hant", "zh-Hans")):
        if there in title and lacking not in title:
            return message("has {there} but not {lacking}", there=there, lacking=lacking)
    return NO_MESSAGE


def _dates(framework: Framework, _: Catalog) -> Iterator[Finding]:
    for d in framework.disclosures:
        start, end = d.in_force.start, d.in_force.end
        if start and end and end <= start:
            yield _finding(
                "DI504",
                d,
                "until",
                message("{end} is not after {start}", start=start, end=end),
                message("Set an end date after the start date"),
            )
    by_code: dict[tuple[str, str], list[Disclosure]] = {}
    for d in framework.disclosures:
        by_code.setdefault((d.part, d.code), []).append(d)
    for same in by_code.values():
        for first, second in pairwise(same):
            if first.title == second.title and first.in_force.end is None and second.in_force.end is None:
                problem = message("edition {edition} of the same disclosure has no end date", edition=first.edition)
                hint = message("Give {uid} an end date", uid=first.uid)
                yield _finding("DI504", second, "edition", problem, hint)


def _links(framework: Framework, catalog: Catalog) -> Iterator[Finding]:
    codes = {(d.edition, d.code) for d in framework.disclosures}
    for d in framework.disclosures:
        if d.parent and (d.edition, d.parent) not in codes:
            yield _finding(
                "DI505",
                d,
                "parent",
                message('"{code}" is not a disclosure of this edition', code=d.parent),
                message("Correct the code"),
            )
        for text in d.superseded_by:
            reference = parse_reference(text)
            if reference is None or _leads_nowhere(reference, catalog):
                yield _finding(
                    "DI505",
                    d,
                    "superseded-by",
                    message('"{text}" matches no disclosure', text=text),
                    message("Correct the reference"),
                )
        if not d.obligation and d.required:
            yield _finding(
                "DI505",
                d,
                "obligation",
                message("is neither an obligation level nor a rule set id"),
                message("Use a level, or an id from framework.toml"),
            )
    listed = {(topic.part, r.code) for topic in framework.sector_topics for r in topic.listings if r.code}
    known = {d.code for d in framework.disclosures}
    for part, code in sorted(listed):
        if code not in known:
            place = next(d.location for d in framework.disclosures)
            problem = message("{part} lists {code}, which is not defined", part=f"{framework.id} {part}", code=code)
            yield Finding("DI505", problem, place, message("Correct the code"))


def _leads_nowhere(reference: Reference, catalog: Catalog) -> bool:
    """Whether no disclosure has this code; False for a framework that is broken or not loaded."""
    if reference.framework not in catalog.known:
        return True
    broken = {finding.framework for finding in catalog.findings if finding.unchecked}
    loaded = reference.framework in catalog.frameworks and reference.framework not in broken
    return loaded and not catalog.find(reference)


def _groups(framework: Framework, _: Catalog) -> Iterator[Finding]:
    groups = {group.id: group for group in framework.groups}
    for d in framework.disclosures:
        if d.group and d.group not in groups:
            yield _finding(
                "DI505",
                d,
                "group",
                message('"{id}" is not a group', id=d.group),
                message("Define the group, or correct the id"),
            )
    used: set[str] = set()
    for id in {d.group for d in framework.disclosures} | {topic.part for topic in framework.sector_topics}:
        while id in groups and id not in used:
            used.add(id)
            id = groups[id].parent
    for group in framework.groups:
        name = f"{framework.id} > group {group.id}"
        if group.parent and group.parent not in groups:
            problem = message(
                "{where}: {what}", where=f"{name} > parent", what=message("group {id} is not defined", id=group.parent)
            )
            yield Finding(
                "DI505", problem, group.location, message("Define the group, or correct the id"), framework=framework.id
            )
        if group.id not in used:
            problem = message("{where}: {what}", where=name, what=message("the group has no disclosures"))
            yield Finding(
                "DI506", problem, group.location, message("Use the group, or remove it"), framework=framework.id
            )


def _crosswalks(catalog: Catalog) -> Iterator[Finding]:
    stated: dict[tuple[str, str], Relation] = {}
    for link in catalog.crosslinks:
        sides = []
        for side in (link.left, link.right):
            reference = parse_reference(side)
            if reference is None or _leads_nowhere(reference, catalog):
                problem = message(
                    "{where}: {what}", where="crosswalk", what=message('"{text}" matches no disclosure', text=side)
                )
                yield Finding("DI505", problem, link.location, message("Correct the code"))
            found = catalog.find(reference) if reference else ()
            sides.append(found[-1].uid if found else side.casefold())
        left, right = sides
        said = stated.setdefault((left, right), link.relation)
        back = stated.get((right, left))
        hint = message("Keep the relation that the source states")
        if said != link.relation:
            what = message(
                "{left} is both {one} and {other} of {right}",
                left=link.left,
                one=said,
                other=link.relation,
                right=link.right,
            )
            yield Finding("DI507", message("{where}: {what}", where="crosswalk", what=what), link.location, hint)
        if left != right and back and back != OPPOSITE[link.relation]:
            what = message(
                "{left} is {relation} of {right}, which is {back} of it",
                left=link.left,
                relation=link.relation,
                right=link.right,
                back=back,
            )
            yield Finding("DI507", message("{where}: {what}", where="crosswalk", what=what), link.location, hint)


def _ended(catalog: Catalog) -> Iterator[Finding]:
    for end in ended(catalog.crosslinks, by_code(catalog.frameworks.values()), catalog.ended):
        d = end.disclosure
        problem = message(
            "{where}: {what}",
            where="crosswalk",
            what=message(
                "the relations of {disclosure} to {framework} end with it, though it goes on as {later}",
                disclosure=d.uid,
                framework=end.to,
                later=joined(COMMA, (one.uid for one in end.later)),
            ),
        )
        hint = message("State the relation of what follows, or list {disclosure} under [[ended]]", disclosure=d.uid)
        yield Finding("DI509", problem, end.link.location, hint, framework=d.framework, edition=d.edition, code=d.code)
