"""The facts at the head of a GRI content index: statement of use, GRI 1, sector, material topics."""

from disclosure_index.checks.gri_topics import listed_topics
from disclosure_index.coverage import Coverage
from disclosure_index.model import in_language
from disclosure_index.tables.filing_cells import OPEN
from disclosure_index.tables.filing_parts import Filing
from disclosure_index.tables.table import Cell, cell, href, row

Row = tuple[str, tuple[Cell, ...]]
"""The uid of the disclosure that a row is about, "" for none, and its cells."""


def head(filing: Filing) -> list[Row]:
    """Give the statement of use, with its slots filled, and the GRI 1 used."""
    report = filing.assessment.report
    statement = filing.open()
    if filing.claim.claim:
        slots = {
            "issuer": report.issuer,
            "start": filing.day(report.year_start),
            "end": filing.day(report.year_end),
        }
        statement = cell(filing.say(f"{filing.claim.claim}-statement", **slots))
    told = (("statement-of-use", statement), ("gri-1-used", cell(filing.say("gri-1-2021"))))
    return [("", row(filing.say(key), value)) for key, value in told]


def facts(filing: Filing, of_topics: list[Coverage]) -> list[Row]:
    """Give the head of an index in accordance; what neither the project file nor a tag says is left to a person."""
    sectors = filing.claim.sectors
    editions = {e.part: in_language(e.title, filing.language) for e in filing.framework.editions}
    known = {
        "sector-standards": sectors and [editions.get(part, part) for part in sectors],
        "sector-topics-not-material": sectors and _not_material(filing),
    }
    rows = head(filing)
    for key, texts in known.items():
        told = Cell(tuple((text, "") for text in texts or (filing.say("none"),)))
        rows.append(("", row(filing.say(key), filing.open() if sectors is None else told)))
    rows.insert(3, ("", row(filing.say("material-topics-list"), _topics(filing, of_topics))))
    return rows


def _not_material(filing: Filing) -> list[str]:
    """Name the topics of the Sector Standards that apply which are not material, each with the explanation."""
    titles = {topic.number: in_language(topic.title, filing.language) for topic in filing.framework.sector_topics}
    return [
        filing.say("colon").join((f"{number} {titles.get(number, '')}".strip(), why))
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
