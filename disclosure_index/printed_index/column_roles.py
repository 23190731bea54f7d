"""What each column of a table holds: told by its head, and by what stands in it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from disclosure_index.printed_index.claims import FrameworkHints
from disclosure_index.printed_index.codes import codes_in
from disclosure_index.printed_index.column_heads import head_role, named
from disclosure_index.printed_index.document_tables import TableRow
from disclosure_index.printed_index.framework_titles import title_score
from disclosure_index.printed_index.page_references import only_pages
from disclosure_index.printed_index.vocabulary import CHAPTER_HEAD, INDEX, Role
from disclosure_index.reading.plain_title import plain

_YEAR = re.compile(r"(?:FY)?\s?(?:19|20)\d\d(?:/\d\d)?(?:年度?)?")
_AMOUNT = re.compile(r"[-+(]?(?:\d{1,3}(?:[,.]\d{3})+(?:[.,]\d+)?|\d+[.,]\d+|\d{5,})\s?%?\)?|[-+(]?[\d.,]+\s?%\)?")


@dataclass(frozen=True, slots=True)
class Column:
    """A column's role; a code column has its framework and what completes bare codes in it."""

    role: Role
    framework: str = ""
    leads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table."""

    columns: tuple[Column, ...]

    def of(self, role: Role) -> list[int]:
        """Return the numbers of the columns with a role."""
        return [number for number, column in enumerate(self.columns) if column.role == role]

    def column(self, number: int) -> Column:
        """Return a column; one without a head and without a role where the table has no such column."""
        return self.columns[number] if number < len(self.columns) else Column(Role.OTHER)

    @property
    def titled(self) -> int:
        """The code column that the titles belong to."""
        codes, titles = self.of(Role.CODE), self.of(Role.TITLE)
        before = [c for c in codes if titles and c < titles[0]]
        return before[-1] if before else codes[0]

    @property
    def by_section(self) -> bool:
        """Whether a row is a section of the report, and its codes stand behind it."""
        codes, sections = self.of(Role.CODE), self.of(Role.SECTION)
        return bool(codes and sections) and sections[0] < codes[0]


def layout_of(
    head: Sequence[str], rows: Sequence[TableRow], captions: Sequence[str], frameworks: Mapping[str, FrameworkHints]
) -> Layout | None:
    """Return the layout of an index table; None where the table is something else."""
    width = max([len(head), *(len(row.cells) for row in rows)], default=0)
    if not rows or _by_year(head, rows):
        return None
    columns: list[Column | None] = [_code_column(c, head, rows, captions, frameworks) for c in range(width)]
    _keep_best(columns, rows, frameworks)
    coded = [c for c, column in enumerate(columns) if column]
    if not coded:
        return None
    for c in range(width):
        if columns[c] is None:
            columns[c] = Column(_role(c, head, rows, coded, columns, frameworks))
    roles = [column.role for column in columns if column]
    for c in range(min(len(head), width)):
        if CHAPTER_HEAD.fullmatch(head[c].strip()) and roles[c] == Role.SECTION and roles.count(Role.SECTION) > 1:
            roles[c] = Role.GROUP
    captioned = any(INDEX.search(text) for text in captions)
    if head or captioned:
        _promote(roles, coded, rows, captioned)
    done = tuple(
        Column(role, column.framework, column.leads)
        for role, column in zip(roles, columns, strict=True)
        if column is not None
    )
    amounts = sum(_amounts(c, rows) for c in range(width) if roles[c] != Role.CODE)
    if amounts > 1 or not ({Role.PAGE, Role.SECTION} & set(roles) or captioned):
        return None
    return Layout(done)


def _by_year(head: Sequence[str], rows: Sequence[TableRow]) -> bool:
    """Whether columns are years, or hold years, as beside figures; a lone one below may end a Standard's name."""
    heads = [list(head), *(row.cells for row in rows[: 2 if head else 1])]
    years = [sum(_YEAR.fullmatch(cell) is not None for cell in cells) for cells in heads]
    width = max(len(row.cells) for row in rows)
    columns = (sum(_YEAR.fullmatch(row.cell(c)) is not None for row in rows[:3]) for c in range(width))
    return years[0] > 0 or (not head and years[1] > 0) or max(*years, *columns) > 1


def _code_column(
    c: int,
    head: Sequence[str],
    rows: Sequence[TableRow],
    captions: Sequence[str],
    frameworks: Mapping[str, FrameworkHints],
) -> Column | None:
    title = head[c] if c < len(head) else ""
    role = head_role(title, frameworks)
    cells = [row.cell(c) for row in rows if row.cell(c) and not row.merged]
    in_head = named(title, frameworks)
    if not cells or (role in (Role.PAGE, Role.NOTE, Role.REASON) and not in_head):
        return None
    over = [f for text in captions[:3] for f in named(text, frameworks)] or _only(head, frameworks)
    about = in_head or (over[:2] if role in (Role.CODE, Role.TITLE, None) else [])
    paged = sum(only_pages(cell) is not None for cell in cells)
    best: tuple[int, str, tuple[str, ...]] = (0, "", ())
    for framework, hints in frameworks.items():
        alone = sum(bool(codes_in(cell, hints)) for cell in cells)
        if not alone and framework not in about:
            continue
        leads = hints.leads if framework in about and role != Role.PAGE else ()
        led = alone or sum(
            bool(codes_in(row.cell(c), hints, (*leads, *left))) for row, left in zip(rows, _left(rows, c), strict=True)
        )
        if framework in about:
            led += sum(plain(cell) in hints.headed for cell in cells)
        best = max(best, (led, framework, leads))
    hits, framework, leads = best
    enough = max(1, 0.4 * len(cells)) if framework in about or role == Role.CODE else max(2, 0.4 * len(cells))
    if hits < enough or (paged > 0.6 * len(cells) and role in (Role.SECTION, None) and framework not in in_head):
        return None
    return Column(Role.CODE, framework, leads)


def _only(head: Sequence[str], frameworks: Mapping[str, FrameworkHints]) -> list[str]:
    """Return the framework that the heads of other columns name, where it is one alone."""
    found = {framework for cell in head for framework in named(cell, frameworks)}
    return list(found) if len(found) == 1 else []


def _left(rows: Sequence[TableRow], c: int) -> list[list[str]]:
    """Return what completes the codes of a column: per row, the cells to the left, filled down, and the group above."""
    standing = [""] * c
    group = ""
    left = []
    for row in rows:
        standing = [row.cell(n) or text for n, text in enumerate(standing)]
        group = row.cells[row.filled[0]] if len(row.filled) == 1 else group
        left.append([text for text in (*standing, group) if text])
    return left


def _keep_best(
    columns: list[Column | None], rows: Sequence[TableRow], frameworks: Mapping[str, FrameworkHints]
) -> None:
    """Keep one code column per framework: the others quote codes."""
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
            if c != best:
                columns[c] = None


def _role(
    c: int, head: Sequence[str], rows: Sequence[TableRow], coded: Sequence[int], columns: Sequence[Column | None],
    frameworks: Mapping[str, FrameworkHints],
) -> Role:  # fmt: skip
    cells = [row.cell(c) for row in rows if row.cell(c) and not row.merged]
    role = head_role(head[c], frameworks) if c < len(head) else None
    if cells and sum(only_pages(cell) is not None for cell in cells) >= 0.5 * len(cells) and role != Role.OTHER:
        return Role.PAGE
    if role in (Role.TITLE, Role.GROUP, Role.CODE, None) and cells and c > coded[0]:
        key = columns[coded[0]]
        if key is not None and _titles(c, coded[0], rows, frameworks[key.framework]):
            return Role.TITLE
    if role == Role.TITLE and c < coded[0]:
        own = len(set(cells)) >= 0.7 * len(rows) and not any(
            head_role(text, frameworks) == Role.TITLE for text in head[coded[0] :]
        )
        return Role.TITLE if own else Role.GROUP
    if role == Role.CODE:
        return Role.GROUP
    if role is not None:
        return role
    return Role.GROUP if c < coded[0] else Role.OTHER


def _titles(c: int, coded: int, rows: Sequence[TableRow], hints: FrameworkHints) -> bool:
    """Whether a column holds the titles of the codes beside it."""
    scores = [
        title_score(row.cell(c), found[0].code, hints)
        for row in rows
        if row.cell(c) and (found := codes_in(row.cell(coded), hints))
    ]
    return bool(scores) and sum(score >= 75 for score in scores) >= 0.5 * len(scores)


def _promote(roles: list[Role], coded: Sequence[int], rows: Sequence[TableRow], captioned: bool) -> None:
    """Find the locations of a table whose heads do not name them."""
    if Role.PAGE in roles or Role.SECTION in roles:
        return
    for role in (Role.NOTE, Role.OTHER, Role.TITLE, Role.GROUP):
        places = [c for c, r in enumerate(roles) if r == role and (c > coded[0] or role == Role.GROUP)]
        if role == Role.TITLE and len(places) < 2 and not any(_has_title(row, coded[0]) for row in rows):
            continue
        if role == Role.GROUP and not (captioned and len(coded) > 1):
            continue
        if places:
            filled = max(places, key=lambda c: (sum(bool(row.cell(c)) for row in rows), c))
            roles[filled] = Role.SECTION
            return


def _has_title(row: TableRow, coded: int) -> bool:
    return len(re.sub(r"[\W\d]", "", row.cell(coded))) > 12


def _amounts(c: int, rows: Sequence[TableRow]) -> bool:
    """Whether a column holds figures."""
    cells = [row.cell(c) for row in rows if row.cell(c)]
    return sum(_AMOUNT.fullmatch(cell) is not None for cell in cells) > 0.5 * len(cells)
