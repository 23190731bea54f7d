"""An index by Standard: complete, with material topics and omissions, or of the answered disclosures alone."""

from collections.abc import Iterable

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.assessment.linking import Link
from disclosure_index.messages import label
from disclosure_index.model import in_language
from disclosure_index.tables.filing_cells import BARRED, OPEN, TO_BE_COMPLETED, Filed, filed
from disclosure_index.tables.filing_parts import Filing
from disclosure_index.tables.filing_standards_facts import Row, facts, head, index_title
from disclosure_index.tables.table import Cell, href, row

COLUMNS = (
    "standard",
    "disclosure",
    "location",
    "omission-requirements",
    "omission-reason",
    "omission-explanation",
    "sector-ref",
)
FACT_COLUMNS = ("fact", "entry")


def filing_standards(filing: Filing) -> list[Filed]:
    """Return the facts at the head of the index, then its blocks."""
    if filing.framework.conventions.layout.whole_for in ("", filing.claim.claim):
        return _whole(filing)
    return _answered(filing)


def _whole(filing: Filing) -> list[Filed]:
    refs = _sector_refs(filing, filing.claim.sectors or ())
    by_part: dict[str, list[Coverage]] = {}
    for coverage in filing.rows:
        by_part.setdefault(coverage.disclosure.part, []).append(coverage)
    topic_codes = filing.framework.conventions.topics
    wanted = topic_codes.management if topic_codes else ""
    management = next((c for c in filing.rows if c.disclosure.code == wanted), None)
    of_topics = by_part.pop(management.disclosure.part, []) if management else []
    parts = [
        part for part, rows in by_part.items() if any(group.general for group in filing.groups(rows[0].disclosure))
    ]
    general = [_row(filing, c, refs) for part in parts for c in by_part.pop(part)]
    placed = filing.links(management) if management else []
    left = list(placed)
    topics: list[Row] = []
    for standard in _standards(c for rows in by_part.values() for c in rows):
        listed = [c for c in standard if c.links or c.omissions or c.by_crosswalk or c.disclosure.uid in refs]
        sections = {filing.section(link) for c in listed for link in filing.links(c)}
        near = [link for link in placed if filing.section(link) in sections]
        if management and near:
            topics.append(_row(filing, management, {}, near))
            left = [link for link in left if link not in near]
        topics += (_row(filing, c, refs) for c in listed)
    material = [_row(filing, c, refs) for c in of_topics if c is not management]
    if management and (left or not placed):
        material.append(_row(filing, management, refs, left))
    framework, id = filing.framework.id, filing.prefix
    return [
        *filed(framework, id, index_title(filing), FACT_COLUMNS, facts(filing, of_topics)),
        *_block(filing, "general", label("table", "General disclosures"), general),
        *_block(filing, "material", label("table", "Material topics"), material),
        *_block(filing, "topics", label("table", "Topic Standards"), topics),
    ]


def _answered(filing: Filing) -> list[Filed]:
    rows = [
        (c.disclosure.uid, row(_standard(filing, c), _named(filing, c), filing.location(c)))
        for c in filing.rows
        if c.links or c.by_crosswalk
    ]
    framework, id = filing.framework.id, filing.prefix
    return [
        *filed(framework, id, index_title(filing), FACT_COLUMNS, head(filing)),
        *filed(framework, f"{id}-disclosures", filing.title, COLUMNS[:3], rows),
    ]


def _block(filing: Filing, id: str, name: str, rows: list[Row]) -> list[Filed]:
    """Return a block of the index; without Sector Standards it has no column for their numbers."""
    columns = COLUMNS if filing.framework.sector_topics else COLUMNS[:-1]
    kept = [(uid, cells[: len(columns)]) for uid, cells in rows]
    title = f"{index_title(filing)} · {filing.rendered(name)}"
    return filed(filing.framework.id, f"{filing.prefix}-{id}", title, columns, kept)


def _row(filing: Filing, coverage: Coverage, refs: dict[str, str], links: list[Link] | None = None) -> Row:
    """Return the row of one disclosure; `links` are its places, if only some of them are meant."""
    d = coverage.disclosure
    location = filing.places(links) if links else filing.location(coverage)
    return d.uid, row(
        _standard(filing, coverage), _named(filing, coverage), location, *_omission(filing, coverage, refs),
        refs.get(d.uid, ""),
    )  # fmt: skip


def _omission(filing: Filing, coverage: Coverage, refs: dict[str, str]) -> tuple[Cell, Cell, Cell]:
    """Return the requirements omitted, the reason and the explanation, one part for each omission."""
    paths = [d.path for d in filing.assessment.report.documents]
    barred = not coverage.may_be_omitted
    accepted = {reason.id for reason in coverage.accepted}
    omitted = filing.omitted(coverage)
    if not omitted:
        owed = filing.open() if coverage.disclosure.uid in refs and not filing.links(coverage) else Cell()
        return (Cell((), BARRED),) * 3 if barred else (Cell(), owed, owed)
    parts = [link.datapoints or (filing.rendered(label("cell", "all")),) for link, _ in omitted]
    what = Cell(tuple((", ".join(names), "") for names in parts), BARRED if barred else "")
    fits = all(omission.reason in accepted for _, omission in omitted)
    why = [(filing.reason(omission), "") for _, omission in omitted if omission.reason]
    why += () if fits else filing.open().parts  # a reason unknown to the framework, to be replaced
    explanations = [(o.explanation or filing.rendered(TO_BE_COMPLETED), href(paths, link)) for link, o in omitted]
    explained = all(omission.explanation for _, omission in omitted)
    return (
        what,
        Cell(tuple(why), BARRED if barred else "" if fits else OPEN),
        Cell(tuple(explanations), BARRED if barred else "" if explained else OPEN),
    )


def _standards(rows: Iterable[Coverage]) -> list[list[Coverage]]:
    """Group the disclosures of each Standard in one edition."""
    found: dict[tuple[str, str], list[Coverage]] = {}
    for c in rows:
        found.setdefault((c.disclosure.part, c.disclosure.edition), []).append(c)
    return list(found.values())


def _standard(filing: Filing, coverage: Coverage) -> str:
    d = coverage.disclosure
    titles = [e.title for e in filing.framework.editions if (e.part, e.id) == (d.part, d.edition)]
    return in_language(titles[0], filing.language) if titles else d.part


def _named(filing: Filing, coverage: Coverage) -> str:
    return f"{coverage.disclosure.code} {filing.titled(coverage.disclosure)}"


def _sector_refs(filing: Filing, sectors: tuple[str, ...]) -> dict[str, str]:
    """Return the reference numbers of each disclosure in the applicable Sector Standards."""
    uids = {(c.disclosure.code, c.disclosure.edition): c.disclosure.uid for c in filing.rows}
    found: dict[str, list[str]] = {}
    for topic in filing.framework.sector_topics:
        for listing in topic.listings if topic.part in sectors else ():
            if listing.ref and (uid := uids.get((listing.code, listing.edition))):
                found.setdefault(uid, []).append(listing.ref)
    return {uid: ", ".join(refs) for uid, refs in found.items()}
