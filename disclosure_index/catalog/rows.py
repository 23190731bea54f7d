"""The rows of a definition file as the nouns of the model."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from disclosure_index.catalog.schema import CrosswalkFile, DisclosureIn, FrameworkFile, NamedRules, PartFile, ReliefIn
from disclosure_index.catalog.titles import titles_of
from disclosure_index.model import (
    Datapoint,
    Disclosure,
    Edition,
    Group,
    InForce,
    Location,
    Obligation,
    ObligationRule,
    Reason,
    Relief,
    SectorListing,
    SectorTopic,
    Statement,
)
from disclosure_index.toml.reading import lines_of

LEVELS = {level.value: (ObligationRule(level),) for level in Obligation}
"""The rules of the rows that name a level, the same for every profile and year."""


def editions_of(part: PartFile) -> Iterator[Edition]:
    """Yield the editions that a file defines."""
    for e in part.edition:
        in_force = InForce(e.by, e.from_, e.until, e.issued)
        source = source_of(part, e.source)
        yield Edition(e.id, part.part, titles_of(e.title), in_force, e.basis, source, e.complete, e.superseded_by)


def groups_of(part: PartFile, path: Path, text: str) -> Iterator[Group]:
    """Yield the groups that a file defines, each with its place in it."""
    for g, line in zip(part.group, lines_of(text, "group", len(part.group)), strict=True):
        yield Group(g.id, titles_of(g.title), g.parent, g.edition, Location(str(path), line, 1), g.kind, g.general)


def disclosures_of(
    part: PartFile, rules: Mapping[str, tuple[ObligationRule, ...]], path: Path, text: str
) -> Iterator[Disclosure]:
    """Yield the disclosures that a file defines, each with its place; `rules` are those of obligation, by name."""
    for row, line in zip(part.disclosure, lines_of(text, "disclosure", len(part.disclosure)), strict=True):
        yield _disclosure(row, part, rules, Location(str(path), line, 1))


def topics_of(part: PartFile) -> Iterator[SectorTopic]:
    """Yield the likely material topics that a Sector Standard lists."""
    for t in part.topic:
        listed = (SectorListing(r.ref, r.kind, r.code, r.edition, r.summary, r.basis) for r in t.listed)
        yield SectorTopic(part.part, t.number, titles_of(t.title), tuple(listed))


def _disclosure(
    row: DisclosureIn, part: PartFile, rules: Mapping[str, tuple[ObligationRule, ...]], location: Location
) -> Disclosure:
    edition = next((e for e in part.edition if e.id == row.edition), part.edition[0])
    return Disclosure(
        part.framework,
        row.code,
        row.edition or part.edition[0].id,
        titles_of(row.title),
        row.group,
        row.parent,
        row.kind,
        row.heading,
        row.required,
        LEVELS.get(row.obligation) or rules.get(row.obligation, ()),
        InForce(edition.by, row.from_ or edition.from_, row.until or edition.until, row.issued or edition.issued),
        row.summary,
        tuple(Datapoint(d.id, d.title, d.optional, d.element) for d in row.datapoints),
        row.requirements,
        row.data,
        row.units,
        row.omission,
        row.superseded_by,
        row.title_basis or row.basis,
        row.basis,
        source_of(part, row.source),
        row.note,
        part.part,
        location,
        row.printed or row.code,
        element=row.element,
        letters=tuple(row.letters.items()),
    )


def rules_of(named: NamedRules) -> tuple[ObligationRule, ...]:
    """Return the rules of obligation that a file names."""
    return tuple(
        ObligationRule(r.is_, r.board, r.size, r.claim, r.since, r.industry, r.sector, r.used, r.omitted, named.basis)
        for r in named.rules
    )


def reasons_of(file: FrameworkFile | PartFile) -> Iterator[Reason]:
    """Yield the reasons for omission that a file names; those of a part are reasons in its editions."""
    editions = tuple(edition.id for edition in file.edition) if isinstance(file, PartFile) else ()
    for reason in file.reason:
        yield Reason(reason.id, titles_of(reason.title), _relief(reason.relief, editions, file))


def _relief(given: ReliefIn | None, editions: tuple[str, ...], file: FrameworkFile | PartFile) -> Relief | None:
    if given is None:
        return None
    return Relief(
        editions,
        given.reaches,
        given.paragraph,
        tuple(Statement(titles_of(said.title), said.words) for said in given.says),
        given.first_year,
        given.board,
        given.size,
        given.since,
        given.until,
        given.basis,
        source_of(file, given.source) if isinstance(file, PartFile) else given.source,
    )


def source_of(part: PartFile | CrosswalkFile, id: str) -> str:
    """Return the text of a source that a row names."""
    return next((source.text for source in part.source if source.id == id), id)
