"""The facts at the head of a GRI content index: statement of use, GRI 1, sector, material topics."""

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.checks.di109_gri_topics import listed_topics
from disclosure_index.messages import COLON, label, message
from disclosure_index.model import in_language
from disclosure_index.tables.filing_cells import OPEN
from disclosure_index.tables.filing_parts import Filing
from disclosure_index.tables.table import Cell, cell, href, row

SECTORS = label("GRI content index", "Applicable GRI Sector Standard(s)")
NOT_MATERIAL = label("GRI content index", "Topics in the applicable GRI Sector Standard(s) determined as not material")

Row = tuple[str, tuple[Cell, ...]]
"""The uid of the disclosure that a row is about, "" for none, and its cells."""


def head(filing: Filing) -> list[Row]:
    """Return the statement of use, with its slots filled, and the GRI 1 used."""
    report = filing.assessment.report
    values = {
        "issuer": report.issuer,
        "start": filing.day(report.year_start),
        "end": filing.day(report.year_end),
    }
    if filing.claim.claim == "in-accordance":
        claim = message(
            "{issuer} has reported in accordance with the GRI Standards for the period {start} to {end}.", **values
        )
    else:
        claim = message(
            "{issuer} has reported the information cited in this GRI content index for the period {start} to {end} "
            "with reference to the GRI Standards.",
            **values,
        )
    statement = cell(filing.rendered(claim)) if filing.claim.claim else filing.open()
    used = cell(filing.rendered(label("GRI content index", "GRI 1: Foundation 2021")))
    told = (
        (label("GRI content index", "Statement of use"), statement),
        (label("GRI content index", "GRI 1 used"), used),
    )
    return [("", row(filing.rendered(name), value)) for name, value in told]


def facts(filing: Filing, of_topics: list[Coverage]) -> list[Row]:
    """Return the head of an index in accordance; what neither the project file nor a tag says is left to a person."""
    sectors = filing.claim.sectors
    editions = {e.part: in_language(e.title, filing.language) for e in filing.framework.editions}
    known = {
        SECTORS: sectors and [editions.get(part, part) for part in sectors],
        NOT_MATERIAL: sectors and _not_material(filing),
    }
    rows = head(filing)
    for name, texts in known.items():
        told = Cell(tuple((text, "") for text in texts or (filing.rendered(label("cell", "none")),)))
        rows.append(("", row(filing.rendered(name), filing.open() if sectors is None else told)))
    listed = filing.rendered(label("GRI content index", "List of material topics"))
    rows.insert(3, ("", row(listed, _topics(filing, of_topics))))
    return rows


def _not_material(filing: Filing) -> list[str]:
    """Name the topics of the Sector Standards that apply which are not material, each with the explanation."""
    titles = {topic.number: in_language(topic.title, filing.language) for topic in filing.framework.sector_topics}
    return [
        filing.rendered(COLON).join((f"{number} {titles.get(number, '')}".strip(), why))
        for number, why in filing.claim.not_material
    ]


def _topics(filing: Filing, of_topics: list[Coverage]) -> Cell:
    """List the material topics where the document lists them at 3-2; else say where that is."""
    document = filing.assessment.report.documents[filing.document]
    paths = [d.path for d in filing.assessment.report.documents]
    links = [link for c in of_topics if c.disclosure.code == "3-2" for link in filing.links(c)]
    for link in links:
        span = link.statement.span
        if listed := listed_topics(document.passages[span.first : span.last]):
            return Cell(tuple((topic, href(paths, link)) for topic in listed))
    places = filing.places(links)
    return Cell((*places.parts, *filing.open().parts), OPEN)
