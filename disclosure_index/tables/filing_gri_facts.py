"""The facts at the head of a GRI content index: statement of use, GRI 1, sector, material topics."""

from dataclasses import dataclass

from disclosure_index.coverage import Coverage
from disclosure_index.model import in_language
from disclosure_index.tables.filing_parts import Filing
from disclosure_index.tables.table import Cell, cell, row

Row = tuple[str, tuple[Cell, ...]]
"""The uid of the disclosure that a row is about, "" for none, and its cells."""


@dataclass(frozen=True, slots=True)
class Materiality:
    """What an index in accordance tells and no tag says; None is not known, to be completed by a person."""

    sectors: tuple[str, ...] | None = None  # the Sector Standards that apply, such as "GRI 11"
    topics: tuple[str, ...] | None = None
    not_material: tuple[tuple[str, str], ...] | None = None  # sector topic and explanation


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


def facts(filing: Filing, materiality: Materiality, of_topics: list[Coverage]) -> list[Row]:
    """Give the head of an index in accordance; the list of topics points at 3-2 until it is known."""
    found = [place for c in of_topics if c.disclosure.code == "3-2" for place in filing.location(c).parts]
    editions = {e.part: in_language(e.title, filing.language) for e in filing.framework.editions}
    none = (filing.say("none"),)
    sectors, topics, others = materiality.sectors, materiality.topics, materiality.not_material
    known = {
        "sector-standards": None if sectors is None else [editions.get(part, part) for part in sectors] or none,
        "material-topics-list": topics,
        "sector-topics-not-material": None if others is None else [filing.say("colon").join(o) for o in others] or none,
    }
    rows = head(filing)
    for key, texts in known.items():
        places = tuple(found) if key == "material-topics-list" else ()
        told = filing.open() if texts is None else Cell(tuple((text, "") for text in texts))
        rows.append(("", row(filing.say(key), Cell((*places, *told.parts), told.kind))))
    return rows
