"""The facts at the head of an index by Standard: statement of use, the rules used, sector, material topics."""

import re

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.checks.di109_material_topics import listed_topics
from disclosure_index.messages import COLON, label
from disclosure_index.model import StatementOfUse, in_language
from disclosure_index.tables.filing_cells import OPEN
from disclosure_index.tables.filing_parts import Filing
from disclosure_index.tables.table import Cell, cell, href, row

Row = tuple[str, tuple[Cell, ...]]
"""The uid of a row's disclosure, "" for none, and its cells."""


def index_title(filing: Filing) -> str:
    """Return the title of the index: its own, or the framework's."""
    title = filing.framework.conventions.layout.title
    return in_language(title, filing.language) if title else filing.title


def head(filing: Filing) -> list[Row]:
    """Return the statement of use, with its slots filled, and the rules used; none for a framework without them."""
    statement = filing.framework.conventions.statement
    if statement is None or not statement.is_asked(filing.assessment.report.publication):
        return []
    used = in_language(statement.foundation_title, filing.language)
    return [
        ("", row(filing.rendered(label("content index", "Statement of use")), _statement(filing, statement))),
        ("", row(filing.rendered(label("content index", "{name} used", name=statement.foundation)), cell(used))),
    ]


def _statement(filing: Filing, statement: StatementOfUse) -> Cell:
    report = filing.assessment.report
    wording = next((c.statement for c in statement.claims if c.id == filing.claim.claim), None)
    if wording is None:
        return filing.open()
    slots = {"issuer": report.issuer, "start": filing.day(report.year_start), "end": filing.day(report.year_end)}
    text = in_language(wording, filing.language)
    return cell(re.sub(r"\{(\w+)\}", lambda slot: slots.get(slot[1], slot[0]), text))


def facts(filing: Filing, of_topics: list[Coverage]) -> list[Row]:
    """Return the head of an index in accordance; facts in neither the project file nor a tag are left to a person."""
    sectors = filing.claim.sectors
    editions = {e.part: in_language(e.title, filing.language) for e in filing.framework.editions}
    framework = filing.framework.short
    standards = label("content index", "Applicable {framework} Sector Standard(s)", framework=framework)
    not_material = label(
        "content index",
        "Topics in the applicable {framework} Sector Standard(s) determined as not material",
        framework=framework,
    )
    known = {
        standards: sectors and [editions.get(part, part) for part in sectors],
        not_material: sectors and _not_material(filing),
    }
    rows = head(filing)
    first = len(rows)
    for name, texts in known.items() if filing.framework.sector_topics else ():
        value = Cell(tuple((text, "") for text in texts or (filing.rendered(label("cell", "none")),)))
        rows.append(("", row(filing.rendered(name), filing.open() if sectors is None else value)))
    if filing.framework.conventions.topics:
        listed = filing.rendered(label("content index", "List of material topics"))
        rows.insert(first + 1, ("", row(listed, _topics(filing, of_topics))))
    return rows


def _not_material(filing: Filing) -> list[str]:
    """Return the topics of the applicable Sector Standards that are not material, each with the explanation."""
    titles = {topic.number: in_language(topic.title, filing.language) for topic in filing.framework.sector_topics}
    return [
        filing.rendered(COLON).join((f"{number} {titles.get(number, '')}".strip(), why))
        for number, why in filing.claim.not_material
    ]


def _topics(filing: Filing, of_topics: list[Coverage]) -> Cell:
    """Return the material topics, if the element tagged as their list is a list; otherwise its location."""
    document = filing.assessment.report.documents[filing.document]
    paths = [d.path for d in filing.assessment.report.documents]
    topics = filing.framework.conventions.topics
    links = [link for c in of_topics if topics and c.disclosure.code == topics.list for link in filing.links(c)]
    for link in links:
        span = link.statement.span
        if listed := listed_topics(document.passages[span.first : span.last]):
            return Cell(tuple((topic, href(paths, link)) for topic in listed))
    places = filing.places(links)
    return Cell((*places.parts, *filing.open().parts), OPEN)
