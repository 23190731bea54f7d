"""The table of disclosures: its columns, the places of answers, and the disclosures that pass a filter. Pure."""

import re
from collections.abc import Iterable

from rich.cells import cell_len

from disclosure_index.assessment.assess import Assessment
from disclosure_index.assessment.coverage import Coverage
from disclosure_index.messages import label, render, states
from disclosure_index.model import Obligation, Status, in_language
from disclosure_index.tui.filters import Filter, passes
from disclosure_index.tui.framework_tree import is_under, under
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.status_marks import mark_of
from disclosure_index.tui.widgets.row_table import Cell, Column

LONGEST_CODE = 22
OWNER, WHERE, TITLE = 12, 18, 30
"""The widths of columns, in cells; a title gets its own before any other column comes."""

_PARTS, _DIGITS = re.compile(r"\d+|[^\W\d]+"), 8
_STATUSES = (Status.MISSING, Status.PARTIAL, Status.UNDETERMINED, Status.OMITTED, Status.DISCLOSED, Status.NOT_REQUIRED)
_OBLIGATIONS = tuple(Obligation)

FEW = 0.05
"""The share of rows whose codes may be cut: ``14(quantitative)`` alone must not narrow all titles."""


def columns(rows: Iterable[Coverage], language: str) -> tuple[Column, ...]:
    """Return the columns for these rows, as wide as their words; the most important column is dropped last."""
    lengths = sorted((cell_len(row.disclosure.code) for row in rows), reverse=True)
    codes = lengths[int(FEW * len(lengths))] if lengths else 0
    statuses = 2 + max(cell_len(render(states.STATUS[status], language)) for status in Status)
    obligations = max(cell_len(render(states.OBLIGATION[obligation], language)) for obligation in Obligation)
    code = render(label("column", "Code"), language)
    return (
        Column(render(label("column", "Status"), language), statuses),
        Column(code, min(LONGEST_CODE, max(codes, cell_len(code))), whole=True),
        Column(render(label("column", "Title"), language), TITLE, grows=True),
        Column(render(label("column", "Obligation"), language), obligations, rank=1),
        Column(render(label("column", "Location"), language), WHERE, rank=2),
        Column(render(label("column", "Owner"), language), OWNER, rank=3),
    )


def cells(assessment: Assessment, row: Coverage, language: str) -> tuple[Cell, ...]:
    """Return the cells of a disclosure."""
    mark = mark_of(row)
    faint = "dim" if mark.style == "dim" else ""
    return (
        Cell(f"{mark.sign} {render(states.STATUS[row.status], language)}", mark.style),
        Cell(line(row.disclosure.code), faint or "strong"),
        Cell(line(in_language(row.disclosure.title, language)), faint),
        Cell(render(states.OBLIGATION[row.obligation], language), faint),
        Cell(line(where(assessment, row)), faint),
        Cell(("✓ " if row.reviewed else "") + line(row.owner), faint),
    )


def sort_keys(assessment: Assessment, row: Coverage, language: str) -> tuple[object, ...]:
    """Return the sort key of a disclosure in each column: the worst first, codes by their numbers, empty last."""
    place, owner = where(assessment, row).casefold(), row.owner.casefold()
    parts = _PARTS.findall(row.disclosure.code.casefold())
    code = [part.zfill(_DIGITS) if part.isdecimal() else part for part in parts]
    return (
        _STATUSES.index(row.status),
        code,
        in_language(row.disclosure.title, language).casefold(),
        _OBLIGATIONS.index(row.obligation) if row.obligation else len(_OBLIGATIONS),
        (not place, place),
        (not owner, owner),
    )


def where(assessment: Assessment, row: Coverage) -> str:
    """Return the first section that answers a disclosure, and how many more do."""
    titles = list(dict.fromkeys(sections[-1] for sections in sections_of(assessment, row) if sections))
    return f"{titles[0]} +{len(titles) - 1}" if len(titles) > 1 else "".join(titles)


def sections_of(assessment: Assessment, row: Coverage) -> Iterable[tuple[str, ...]]:
    """Yield, for each tag and omission of a disclosure, the titles of the sections around it, outermost first."""
    for link in (*row.links, *row.omissions):
        path = assessment.report.documents[link.document].path_of(link.statement.span.section)
        yield tuple(section.title for section in path if section.title)


def passing(assessment: Assessment, asked: Filter) -> list[Coverage]:
    """Return the disclosures that pass a filter."""
    framework = assessment.catalog.frameworks.get(asked.framework)
    groups = under(framework, asked.group) if framework and asked.group else frozenset()

    def sections(row: Coverage) -> set[str]:
        return {title for path in sections_of(assessment, row) for title in path} if asked.section else set()

    return [
        row
        for row in assessment.coverage
        if passes(row, asked, groups, sections(row))
        and (not asked.group or is_under(assessment.catalog, row, asked.group))
    ]
