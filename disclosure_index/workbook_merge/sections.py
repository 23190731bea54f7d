"""The typed places of a row -> tags to add and to remove; existing ones are named by their section titles."""

from collections.abc import Sequence

from disclosure_index.assessment.linking import Link, reference_to
from disclosure_index.messages import message
from disclosure_index.model import Location, Omission
from disclosure_index.tables.by_disclosure import where
from disclosure_index.workbench.steps import TagStep, UntagStep
from disclosure_index.workbook_merge.context import Context
from disclosure_index.workbook_merge.values import Edited, RefusedCell
from disclosure_index.workbook_merge.vocabulary import parts

COLUMNS = ("status", "section", "reason", "explanation")
"""The columns about tags and omissions."""


def sections(edited: Edited, context: Context) -> tuple[list[TagStep], list[UntagStep], list[Location]]:
    """Return the tags to add for typed places, those to remove, and the elements that are named for the first time.

    Raises:
        RefusedCell: the report has no such place.
    """
    c = edited.coverage
    here = [link for link in (c.links or c.omissions) if link.document == context.document]
    by_title: dict[str, list[Link]] = {}
    for link in here:
        by_title.setdefault(_title(link, context), []).append(link)
    base, typed, _ = edited.cells.get("section", ("", "", ""))
    named, others = parts(typed, list(by_title))
    before, _ = parts(base, list(by_title))
    found = [context.places.find(text) for text in others]
    tagged = {link.statement.span.location for link in here if not isinstance(link.statement, Omission)}
    reference = reference_to(c.disclosure, context.assessment.current, report=context.assessment.report)
    dropped = [link for title in before if title not in named for link in by_title[title]]
    dropped = [link for link in dropped if link.statement.span.location not in found]
    gone = untag(edited, [link for link in dropped if not isinstance(link.statement, Omission)])
    return [TagStep(at, reference) for at in dict.fromkeys(found) if at not in tagged], gone, found


def _title(link: Link, context: Context) -> str:
    return where(context.assessment, [link]).text


def untag(edited: Edited, links: Sequence[Link]) -> list[UntagStep]:
    """Return the steps that remove tags.

    Raises:
        RefusedCell: a tag belongs to a heading, and answers other disclosures below it, too.
    """
    direct = edited.own(tuple(links))
    if other := [link for link in links if link not in direct]:
        above = other[0].disclosure.code if other[0].disclosure else ""
        why = message(
            "The disclosure is answered by the tag of {code}, above it, at {place}",
            code=above,
            place=str(other[0].statement.span.location),
        )
        raise RefusedCell(first(edited), why, message("Change the row of {code}", code=above))
    return [UntagStep(link.statement.span.location, link.statement.text) for link in direct]


def satisfied(edited: Edited, context: Context) -> bool:
    """Whether the report already has what is typed under section, in other words."""
    new, gone, found = sections(edited, context)
    omitted = not edited.coverage.links and bool(edited.coverage.omissions)
    titles = {_title(link, context) for link in edited.coverage.omissions}
    return (not new or (omitted and {context.places.title(at) for at in found} <= titles)) and not gone


def first(edited: Edited) -> str:
    """Return the first of the typed columns."""
    return next(column for column in COLUMNS if column in edited.cells)
