"""The role of each column of a table, by its head and by its cells."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from disclosure_index.printed_index.claims import FrameworkHints, stem
from disclosure_index.printed_index.code_columns import code_column, keep_best
from disclosure_index.printed_index.codes import codes_in, is_code_list
from disclosure_index.printed_index.column_heads import head_role
from disclosure_index.printed_index.column_layout import Column, Layout
from disclosure_index.printed_index.figure_columns import holds_amounts, is_by_year
from disclosure_index.printed_index.framework_titles import title_score
from disclosure_index.printed_index.location_cells.locations import marked_pages, points_somewhere
from disclosure_index.printed_index.location_cells.page_references import only_pages
from disclosure_index.printed_index.omissions import stated
from disclosure_index.printed_index.status_columns import TICK, are_answers, are_status, is_status_head
from disclosure_index.printed_index.table_rows import TableRow
from disclosure_index.printed_index.vocabulary import (
    ANSWER_HEAD,
    CHAPTER_HEAD,
    INDEX,
    PLACE_HEAD,
    SECTION_HEAD,
    SECTION_NUMBER,
    Role,
)
from disclosure_index.reading.languages.index_words import words

_LETTERS = re.compile(
    r"(?:[\d-]*-)?\(?[a-k]\)?(?:[-.]?[ivx]+)?(?:(?:[\s,;/&.]|and)+(?:[\d-]*-)?\(?[a-k]\)?(?:[-.]?[ivx]+)?)*\.?",
    re.IGNORECASE,
)
_PAGES_TOO = re.compile(words("head-page"), re.IGNORECASE)
_MOST = 0.5  # of the cells of a column that show its role
_STANDARDS = 0.9  # of the numbers of a column of Standards: pages 2 and 3 match GRI 2 and 3 by chance
_POINTING = 0.3  # of the cells of a column without a clear head that give a location


def layout_of(
    head: Sequence[str], rows: Sequence[TableRow], captions: Sequence[str], frameworks: Mapping[str, FrameworkHints]
) -> Layout | None:
    """Return the layout of an index table; None for other tables."""
    width = max([len(head), *(len(row.cells) for row in rows)], default=0)
    if not rows or is_by_year(head, rows):
        return None
    columns: list[Column | None] = [code_column(c, head, rows, captions, frameworks) for c in range(width)]
    keep_best(columns, head, rows, frameworks)
    coded = [c for c, column in enumerate(columns) if column]
    if not coded:
        return None
    table = _Table(head, rows, columns, frameworks)
    roles = [column.role if column else table.role(c) for c, column in enumerate(columns)]
    for c in range(min(len(head), width)):
        if CHAPTER_HEAD.fullmatch(head[c].strip()) and roles[c] == Role.SECTION and roles.count(Role.SECTION) > 1:
            roles[c] = Role.GROUP
    if not {Role.PAGE, Role.SECTION} & set(roles):
        roles = [Role.SECTION if role == Role.DOCUMENT else role for role in roles]  # as the only location
    for c in (chapters := _chapters(roles, table)):
        roles[c] = Role.SECTION
    captioned = any(INDEX.search(text) for text in captions)
    in_cell = Role.PAGE not in roles and any(c < len(head) and _PAGES_TOO.search(head[c]) for c in coded)
    if (head or captioned) and not in_cell:
        _promote(roles, coded, table, captioned)
    if Role.PAGE in roles or Role.SECTION in roles:
        for c in range(coded[0] + 1, width):
            if roles[c] in (Role.OTHER, Role.TITLE) and table.is_status(c):
                roles[c] = Role.REASON
    done = tuple(replace(old, role=role) if old else Column(role) for role, old in zip(roles, columns, strict=True))
    amounts = sum(holds_amounts(c, rows) for c in range(width) if roles[c] != Role.CODE)
    if amounts > 1 or not ({Role.PAGE, Role.SECTION} & set(roles) or captioned or in_cell):
        return None
    heads = [head[c] if c < len(head) else "" for c, role in enumerate(roles) if role == Role.SECTION]
    return Layout(
        tuple(
            replace(column, head=head[c]) if column.role == Role.PAGE and c < len(head) else column
            for c, column in enumerate(done)
        ),
        numbered=bool(chapters)
        or any(SECTION_HEAD.search(text) and head_role(text, frameworks) != Role.PAGE for text in heads)
        or any(table.is_numbered(c) for c, role in enumerate(roles) if role == Role.SECTION),
        in_cell=in_cell,
        paged=any(_PAGES_TOO.search(text) for text in heads),
        answers=bool(heads) and not any(_names_a_place(text, frameworks) for text in heads),
    )


def _chapters(roles: Sequence[Role], table: "_Table") -> list[int]:
    """Return the columns of chapter numbers: their head names chapters, and another head names pages."""
    named = {c: table.named_role(c) for c, role in enumerate(roles) if role == Role.PAGE}
    return [c for c, role in named.items() if role == Role.SECTION] if Role.PAGE in named.values() else []


def _names_a_place(head: str, frameworks: Mapping[str, FrameworkHints]) -> bool:
    """Whether the cells below a head are locations, even if they are not in the document."""
    is_section = head_role(head, frameworks) == Role.SECTION and not ANSWER_HEAD.search(head)
    return is_section or PLACE_HEAD.search(head) is not None


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows below a head whose code columns are known."""

    head: Sequence[str]
    rows: Sequence[TableRow]
    columns: Sequence[Column | None]
    frameworks: Mapping[str, FrameworkHints]

    @property
    def first(self) -> int:
        """The first code column."""
        return next(c for c, column in enumerate(self.columns) if column)

    @property
    def hints(self) -> FrameworkHints:
        """The framework of the first code column."""
        column = self.columns[self.first]
        return self.frameworks[column.framework if column else ""]

    def cells(self, c: int) -> list[str]:
        """The filled cells of a column."""
        return [row.cell(c) for row in self.rows if row.cell(c) and not row.merged]

    def share(self, c: int, holds: Callable[[str], object]) -> float:
        """Return the share of the cells of a column that satisfy a condition."""
        cells = self.cells(c)
        return sum(bool(holds(cell)) for cell in cells) / len(cells) if cells else 0.0

    def named_role(self, c: int) -> Role | None:
        """Return the role named by the head of a column."""
        return head_role(self.head[c], self.frameworks) if c < len(self.head) else None

    def role(self, c: int) -> Role:
        """Return the role of a column without codes: a clear majority of its cells decides, or else its head."""
        named = self.named_role(c)
        noted = named in (Role.NOTE, Role.REASON) and self.has_pages  # its numbers are those of notes
        if named != Role.OTHER and not noted and self.share(c, only_pages) >= _MOST and not self._is_of_standards(c):
            return Role.PAGE
        if named in (Role.REASON, Role.PARTS) and self.share(c, _LETTERS.fullmatch) >= _MOST:
            return Role.PARTS
        if named == Role.PARTS:
            return Role.REASON
        if named in (Role.TITLE, Role.GROUP, Role.CODE, None) and c > self.first and self._has_titles(c):
            return Role.TITLE
        if named == Role.PAGE and self._is_of_standards(c):
            return Role.GROUP
        if named == Role.TITLE and c < self.first:
            titled = any(head_role(text, self.frameworks) == Role.TITLE for text in self.head[self.first :])
            return Role.GROUP if titled or len({*self.cells(c)}) < 0.7 * len(self.rows) else Role.TITLE
        if c > self.first and (
            named == Role.CODE or (named == Role.GROUP and self.share(c, points_somewhere) >= _MOST)
        ):
            return self._by_content(c)  # answers below "GRI general disclosures"
        if named is not None:
            return Role.GROUP if named == Role.CODE else named
        return Role.GROUP if c < self.first else self._by_content(c)

    def _by_content(self, c: int) -> Role:
        """Return the role that the cells of a column without a clear head show."""
        if self.share(c, TICK.fullmatch) >= _MOST:
            return Role.OTHER
        if self.share(c, stated) >= _MOST:
            return Role.REASON
        return Role.SECTION if self.share(c, points_somewhere) >= _POINTING else Role.OTHER

    @property
    def is_titled(self) -> bool:
        """Whether the cells of the codes hold titles."""
        return any(len(re.sub(r"[\W\d]", "", row.cell(self.first))) > 12 for row in self.rows)

    @property
    def has_pages(self) -> bool:
        """Whether some head names pages."""
        return any(self.named_role(c) == Role.PAGE for c in range(len(self.head)))

    def is_status(self, c: int) -> bool:
        """Whether a column holds the status of each row."""
        return (self.named_role(c) != Role.OTHER or is_status_head(self.head[c])) and are_status(self.cells(c))

    def is_unknown(self, c: int) -> bool:
        """Whether neither the head nor the cells of a column show its role."""
        if self.named_role(c) == Role.CODE:
            return are_answers(self.cells(c))
        return self.named_role(c) is None and self.share(c, TICK.fullmatch) < _MOST

    def is_numbered(self, c: int) -> bool:
        """Whether the cells of a column are section numbers: some have several parts, or "section" before them."""
        return (
            self.share(c, SECTION_NUMBER.fullmatch) >= _POINTING
            and self.share(c, lambda cell: SECTION_NUMBER.fullmatch(cell) and not cell.isdigit()) > 0
            and not self.share(c, lambda cell: marked_pages(cell))
        )

    def _is_of_standards(self, c: int) -> bool:
        """Whether the numbers of a column are those of the Standards of the codes beside them."""
        column = self.columns[self.first]
        numbers: list[str] = []
        same = 0
        for row in self.rows:
            if (cell := row.cell(c)) and only_pages(cell) is not None:
                numbers.append(cell)
                found = codes_in(row.cell(self.first), self.hints, column.leads if column else ())
                same += any(stem(item.code) == cell for item in found)
        return len({*numbers}) > 1 and same >= _STANDARDS * len(numbers)

    def _has_titles(self, c: int) -> bool:
        """Whether a column holds the titles of the codes beside it."""
        scores = [
            title_score(row.cell(c), found[0].code, self.hints)
            for row in self.rows
            if row.cell(c) and (found := codes_in(row.cell(self.first), self.hints))
        ]
        return bool(scores) and sum(score >= 75 for score in scores) >= 0.5 * len(scores)


def _promote(roles: list[Role], coded: Sequence[int], table: _Table, captioned: bool) -> None:
    """Assign locations to a table whose heads do not name them."""
    if Role.PAGE in roles or Role.SECTION in roles:
        return
    for role in (Role.NOTE, Role.OTHER, Role.TITLE, Role.GROUP):
        places = [c for c, r in enumerate(roles) if r == role and (c > coded[0] or role == Role.GROUP)]
        if role == Role.GROUP:
            places = [c for c in places if table.share(c, is_code_list) < _MOST]
        if role == Role.OTHER:
            places = [c for c in places if table.is_unknown(c)]
        if role == Role.TITLE and len(places) < 2 and not table.is_titled:
            continue
        if role == Role.GROUP and not (captioned and len(coded) > 1):
            continue
        if places:
            filled = max(places, key=lambda c: (sum(bool(row.cell(c)) for row in table.rows), c))
            roles[filled] = Role.SECTION
            return
