"""Tables for exporting a view to a file: a workbook or Markdown, by its suffix. Pure."""

from collections.abc import Iterable
from pathlib import Path

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import render, states
from disclosure_index.model import Finding, in_language
from disclosure_index.outputs.tables import markdown
from disclosure_index.tables.table import Table, row
from disclosure_index.tui.disclosure_table import where
from disclosure_index.tui.overview.strips import COUNTED, Strip
from disclosure_index.tui.report.margin import MarginLine

FORMS = (".xlsx", ".md")
DISCLOSURE = ("framework", "code", "title", "obligation", "status", "section", "owner")


def rendered(table: Table, assessment: Assessment, path: Path, language: str) -> bytes:
    """Return the bytes of a file in the format of its suffix."""
    if path.suffix.lower() == ".md":
        return markdown([table], language).encode()
    from disclosure_index.outputs.xlsx.single import single  # slow to import: openpyxl

    return single(table, assessment.report, language)


def disclosures(assessment: Assessment, shown: Iterable[Coverage], title: str, language: str) -> Table:
    """Return the shown disclosures."""
    rows = tuple(row(*_texts(assessment, one, language)) for one in shown)
    return Table("disclosures", title, DISCLOSURE, rows)


def grouped(assessment: Assessment, shown: Iterable[tuple[str, Coverage]], title: str, language: str) -> Table:
    """Return the shown gaps, each with its group."""
    rows = tuple(row(group, *_texts(assessment, one, language)) for group, one in shown)
    return Table("gaps", title, ("group", *DISCLOSURE), rows)


def _texts(assessment: Assessment, one: Coverage, language: str) -> tuple[str, ...]:
    return (
        assessment.catalog.frameworks[one.disclosure.framework].short,
        one.disclosure.code,
        in_language(one.disclosure.title, language),
        render(states.OBLIGATION[one.obligation], language),
        render(states.STATUS[one.status], language),
        where(assessment, one),
        one.owner,
    )


def findings(shown: Iterable[Finding], title: str, language: str) -> Table:
    """Return the shown findings."""
    rows = (
        row(
            render(states.SEVERITY[f.severity], language),
            f.rule,
            render(f.message, language),
            str(f.location),
            render(f.hint, language),
        )
        for f in shown
    )
    return Table("findings", title, ("severity", "rule", "message", "location", "hint"), tuple(rows))


def passages(shown: Iterable[MarginLine], title: str) -> Table:
    """Return the passages of a document, with the tags that begin at each."""
    rows = (
        row(item.passage.page, " ".join(link.statement.text for link in item.links), item.passage.text)
        for item in shown
    )
    return Table("passages", title, ("pages", "answers", "passage"), tuple(rows))


def strips(assessment: Assessment, shown: Iterable[Strip], title: str) -> Table:
    """Return the sums of each framework and group."""
    rows = (
        row(
            assessment.catalog.frameworks[strip.goal.framework].short,
            strip.name if strip.goal.group else "",
            f"{strip.branch.done}/{strip.branch.asked}",
            *map(str, strip.counts),
        )
        for strip in shown
    )
    return Table("coverage", title, ("framework", "group", "done", *COUNTED), tuple(rows))
