"""The columns of codes, each with its framework."""

import re
from collections.abc import Mapping, Sequence

from disclosure_index.printed_index.claims import FrameworkHints
from disclosure_index.printed_index.codes import codes_in
from disclosure_index.printed_index.column_heads import head_role, named
from disclosure_index.printed_index.column_layout import Column
from disclosure_index.printed_index.location_cells.page_references import only_pages
from disclosure_index.printed_index.row_codes import frameworks_beside, texts_left_of
from disclosure_index.printed_index.table_rows import TableRow
from disclosure_index.printed_index.vocabulary import Role
from disclosure_index.reading.plain_title import plain

_LISTED = 2  # cells of a column that begin with another framework's code
_LED = 0.9  # the weight of a code that is read by the words around it, relative to one with a shape of its own


def code_column(
    c: int,
    head: Sequence[str],
    rows: Sequence[TableRow],
    captions: Sequence[str],
    frameworks: Mapping[str, FrameworkHints],
) -> Column | None:
    """Return a column of codes with its framework; None for other columns."""
    title = head[c] if c < len(head) else ""
    role = head_role(title, frameworks)
    cells = [row.cell(c) for row in rows if re.search(r"\w", row.cell(c)) and not row.merged]  # no dashes
    in_head = named(title, frameworks)
    if not cells or (role in (Role.PAGE, Role.NOTE, Role.REASON) and not in_head):
        return None
    over = [f for text in captions[:3] for f in named(text, frameworks)] or _only(head, frameworks)
    beside = frameworks_beside(c, rows, frameworks)
    over += [f for f in beside if f not in over]
    about = in_head or (over[:2] if role in (Role.CODE, Role.TITLE, None) else beside[:2])
    best: tuple[float, int, str, tuple[str, ...]] = (0, 0, "", ())
    for framework, hints in frameworks.items():
        alone = sum(bool(codes_in(cell, hints)) for cell in cells)
        if not alone and framework not in about:
            continue
        leads = hints.leads if framework in about and role != Role.PAGE else ()
        led = alone
        if framework in about:  # codes without a prefix are beside prefixed ones: "Principle 7", "8"
            lefts = zip(rows, texts_left_of(rows, c), strict=True)
            led = sum(bool(codes_in(row.cell(c), hints, (*leads, *left))) for row, left in lefts)
            led += sum(plain(cell) in hints.headed for cell in cells)
        # The shape of the codes decides between frameworks; a code that needs the name before it counts for less.
        best = max(best, (max(alone, _LED * led), led, framework, leads))
    _, hits, framework, leads = best
    if not framework:
        return None
    # "2-9" may be a code or pages: it is a code if the column has enough codes.
    paged = sum(only_pages(cell) is not None and not codes_in(cell, frameworks[framework]) for cell in cells)
    topics = sum(bool(frameworks[framework].standard_in(cell)) for cell in cells)
    most = 0.4 * (len(cells) - topics)
    enough = max(1, most) if framework in about or role == Role.CODE else max(2, most)
    if hits < enough or (paged > 0.6 * len(cells) and role in (Role.SECTION, None) and framework not in in_head):
        return None
    listed = [*in_head, *_listed_with(framework, cells, frameworks)]
    others = tuple(
        other for other in dict.fromkeys(listed) if other != framework and any(map(frameworks[other].find, cells))
    )
    return Column(Role.CODE, framework, leads, others)


def _listed_with(framework: str, cells: Sequence[str], frameworks: Mapping[str, FrameworkHints]) -> list[str]:
    """Return the frameworks whose codes are in cells of a column that lack its own: IFRS S1 above S2."""
    rest = [cell for cell in cells if not frameworks[framework].find(cell)]
    return [
        other
        for other, hints in frameworks.items()
        if other != framework and sum(bool(codes_in(cell, hints)) for cell in rest) >= _LISTED
    ]


def _only(head: Sequence[str], frameworks: Mapping[str, FrameworkHints]) -> list[str]:
    """Return the framework that the heads of other columns name, if there is only one."""
    found = {framework for cell in head for framework in named(cell, frameworks)}
    return list(found) if len(found) == 1 else []


def keep_best(
    columns: list[Column | None],
    head: Sequence[str],
    rows: Sequence[TableRow],
    frameworks: Mapping[str, FrameworkHints],
) -> None:
    """Keep one code column per framework, and columns without a head beside it; other columns quote codes."""
    for framework in {column.framework for column in columns if column}:
        hints = frameworks[framework]
        rivals = [c for c, column in enumerate(columns) if column and column.framework == framework]
        found = {}
        for c in rivals:
            column = columns[c]
            leads = column.leads if column else ()
            found[c] = [tuple(item.code for item in codes_in(row.cell(c), hints, leads)) for row in rows]
        best = max(
            rivals, key=lambda c: (len(set(found[c])), len(set().union(*found[c])), sum(map(bool, found[c])), -c)
        )
        for c in rivals:
            beside = abs(c - best) == 1 and c < len(head) and not head[c]
            if c != best and not (
                beside and all(set(a).isdisjoint(b) for a, b in zip(found[c], found[best], strict=True))
            ):
                columns[c] = None
