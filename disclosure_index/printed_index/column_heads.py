"""The heads of columns: their rows, and the role and framework in each."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from disclosure_index.printed_index.claims import FrameworkHints, any_name
from disclosure_index.printed_index.codes import codes_in
from disclosure_index.printed_index.column_layout import Layout
from disclosure_index.printed_index.location_cells.document_words import OTHER_DOCUMENT, OWN_REPORT
from disclosure_index.printed_index.location_cells.page_references import only_pages
from disclosure_index.printed_index.table_rows import TableRow
from disclosure_index.printed_index.vocabulary import HEADS, Role
from disclosure_index.reading.languages.index_words import words
from disclosure_index.reading.plain_title import plain

Heads = tuple[tuple[Role, re.Pattern[str]], ...]
"""The patterns for heads of each role."""

_HOLDS = ("code", "other")
"""The possible roles of a column with the name of a framework as its head."""
_WORK = re.compile(r"《[^》]*》")  # the title of a publication, which may contain a number
_YEAR = re.compile(r"(?<![\d.,])(?:FY\s?\d\d(?:\d\d)?|(?:19|20)\d\d|\d{2,4}/(?:19|20)?\d\d)(?:/\d\d)?(?![\d.,])")
_LONGEST_HEAD = 80
_JOINT = 3  # frameworks in the head of a joint table
_FILLED = 0.6  # of the columns that the rows below fill: heads leave few out
_BOTH = re.compile(rf"[/|,;&+、，；]|{words('both')}", re.IGNORECASE)
_EXPLAINING = re.compile(words("head-explaining"), re.IGNORECASE)
_PLACES = {Role.PAGE, Role.SECTION, Role.NOTE, Role.REASON}


def head_role(cell: str, frameworks: Mapping[str, FrameworkHints]) -> Role | None:
    """Return the role in a head; a column of both locations and reasons for omission is one of locations."""
    heads = _heads(next((hints.columns for hints in frameworks.values()), ()))
    role = _first_role(cell, heads)
    if role != Role.REASON:
        return role
    parts = {_first_role(part, heads) for part in _BOTH.split(cell)}
    if parts & {Role.PAGE, Role.SECTION}:
        return Role.SECTION
    return Role.NOTE if Role.NOTE in parts and not _EXPLAINING.search(cell) else role


def _first_role(cell: str, heads: Heads) -> Role | None:
    return next((role for role, pattern in heads if pattern.search(cell)), None) if cell else None


@lru_cache(maxsize=16)
def _heads(columns: tuple[tuple[str, tuple[str, ...]], ...]) -> Heads:
    """Return the patterns for heads of each role, from `FrameworkHints.columns`."""
    named = {column: any_name(text for own, texts in columns for text in texts if own == column) for column in _HOLDS}
    patterns = ((role, pattern.format(coded=named["code"], other=named["other"])) for role, pattern in HEADS)
    return tuple((role, re.compile(pattern, re.IGNORECASE)) for role, pattern in patterns)


def is_head(row: TableRow, frameworks: Mapping[str, FrameworkHints]) -> bool:
    """Whether a row holds the heads of columns."""
    filled = [row.cells[n] for n in row.filled]
    if row.merged or len(filled) < 2 or any(len(cell) > _LONGEST_HEAD or only_pages(cell) for cell in filled):
        return False
    if any(codes_in(cell, hints) for cell in filled for hints in frameworks.values()):
        return False
    if any(hints.under_group.fullmatch(cell) for hints in frameworks.values() for cell in filled):
        return False
    roles = [head_role(cell, frameworks) for cell in filled]
    frames = [bool(named(cell, frameworks)) for cell in filled]
    numbered = sum(_has_number(cell) and not frame for cell, frame in zip(filled, frames, strict=True))
    if numbered > (sum(frames) >= _JOINT):  # beside several frameworks, that of a stock exchange: "Guide No. 14"
        return False
    heads = sum(role is not None or frame for role, frame in zip(roles, frames, strict=True))
    place = bool(_PLACES & set(roles)) or sum(frames) > 1
    return place and _repeats(filled) and heads >= max(2, 0.6 * len(filled))


def names_documents(row: TableRow) -> bool:
    """Whether the cells of a row are names of reports, as below the head "Page": "Annual Report"."""
    cells = [row.cells[n] for n in row.filled]
    return all(
        len(cell) <= _LONGEST_HEAD and (OTHER_DOCUMENT.search(cell) or OWN_REPORT.search(cell)) for cell in cells
    )


def is_repeated_head(text: str, above: Sequence[TableRow], layout: Layout, page: str) -> bool:
    """Whether a text in a column of codes is its head, repeated on a page: no row above it on the page has a code."""
    if _first_role(text, _heads(())) is None or re.search(r"\d", text):
        return False
    here = (row for row in above if row.page == page)
    return not any(re.search(r"\d", row.cell(c)) for row in here for c in layout.of(Role.CODE))


def heads_rows(row: TableRow, below: Sequence[TableRow], frameworks: Mapping[str, FrameworkHints]) -> bool:
    """Whether a row holds heads in any words: it has no code in a column where most rows below have one."""
    filled = [row.cells[n] for n in row.filled]
    width = max((n + 1 for other in below for n in other.filled), default=0)
    if row.merged or len(filled) < max(2, _FILLED * width) or not _repeats(filled):
        return False
    for cell in filled:
        known = plain(cell)
        if (
            len(cell) > _LONGEST_HEAD
            or not re.search(r"[^\W\d_]", cell)
            or _has_number(cell)
            or cell.endswith((".", "。"))
        ):
            return False
        for hints in frameworks.values():
            if codes_in(cell, hints) or hints.under_group.fullmatch(cell) or known in hints.headed:
                return False
            if known in hints.plain_groups or known in hints.title_names:
                return False
    for c in row.filled:
        cells = [other.cell(c) for other in below if other.cell(c)]
        for hints in frameworks.values():
            topics = sum(bool(hints.standard_in(cell)) for cell in cells)
            if sum(bool(codes_in(cell, hints)) for cell in cells) >= max(2, 0.5 * (len(cells) - topics)):
                return True
    return False


def _repeats(cells: Sequence[str]) -> bool:
    """Whether the texts of a row repeat as often as heads may: those of tables side by side repeat."""
    return len(cells) % len(set(cells)) == 0 or len(cells) <= 2 * len(set(cells))


def _has_number(cell: str) -> bool:
    """Whether a cell has a number other than a year or one in the title of a publication."""
    return re.search(r"\d", _YEAR.sub("", _WORK.sub("", cell))) is not None


def named(text: str, frameworks: Mapping[str, FrameworkHints]) -> list[str]:
    """Return the frameworks in a head or caption, the longest name first."""
    found = [
        (length, framework)
        for framework, hints in frameworks.items()
        for length, name in hints.name_patterns
        if name.search(text)
    ]
    return list(dict.fromkeys(framework for _, framework in sorted(found, reverse=True)))
