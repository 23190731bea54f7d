"""The role of each column of a table, by its head and by its cells."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from disclosure_index.printed_index.claims import FrameworkHints, stem
from disclosure_index.printed_index.codes import codes_in, is_code_list
from disclosure_index.printed_index.column_heads import head_role, named
from disclosure_index.printed_index.column_layout import Column, Layout
from disclosure_index.printed_index.figure_columns import holds_amounts, is_by_year
from disclosure_index.printed_index.framework_titles import title_score
from disclosure_index.printed_index.location_cells.locations import marked_pages, points_somewhere
from disclosure_index.printed_index.location_cells.page_references import only_pages
from disclosure_index.printed_index.omissions import stated
from disclosure_index.printed_index.row_codes import frameworks_beside, texts_left_of
from disclosure_index.printed_index.status_columns import are_answers, are_status, is_status_head
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
from disclosure_index.reading.plain_title import plain

_LETTERS = re.compile(
    r"(?:[\d-]*-)?\(?[a-k]\)?(?:[-.]?[ivx]+)?(?:(?:[\s,;/&.]|and)+(?:[\d-]*-)?\(?[a-k]\)?(?:[-.]?[ivx]+)?)*\.?",
    re.IGNORECASE,
)
_PAGES_TOO = re.compile(words("head-page"), re.IGNORECASE)
_TICK = re.compile(r"[✓✔√●•○x×✗-]|yes|no|y|n|是|否", re.IGNORECASE)
_LED = 0.9  # of a code with its own shape: what one is worth that is read by the words around it
_MOST = 0.5  # of the cells of a column that show what it holds
_STANDARDS = 0.9  # of the numbers of a column of Standards: pages 2 and 3 of GRI 2 and 3 are alike by chance
_POINTING = 0.3  # of the cells of a column without a telling head that point somewhere


def layout_of(
    head: Sequence[str], rows: Sequence[TableRow], captions: Sequence[str], frameworks: Mapping[str, FrameworkHints]
) -> Layout | None:
    """Return the layout of an index table; None where the table is something else."""
    width = max([len(head), *(len(row.cells) for row in rows)], default=0)
    if not rows or is_by_year(head, rows):
        return None
    columns: list[Column | None] = [_code_column(c, head, rows, captions, frameworks) for c in range(width)]
    _keep_best(columns, head, rows, frameworks)
    coded = [c for c, column in enumerate(columns) if column]
    if not coded:
        return None
    table = _Table(head, rows, columns, frameworks)
    roles = [column.role if column else table.role(c) for c, column in enumerate(columns)]
    for c in range(min(len(head), width)):
        if CHAPTER_HEAD.fullmatch(head[c].strip()) and roles[c] == Role.SECTION and roles.count(Role.SECTION) > 1:
            roles[c] = Role.GROUP
    if not {Role.PAGE, Role.SECTION} & set(roles):
        roles = [Role.SECTION if role == Role.DOCUMENT else role for role in roles]  # it alone is the place
    for c in (chapters := _chapters(roles, table)):
        roles[c] = Role.SECTION
    captioned = any(INDEX.search(text) for text in captions)
    in_cell = Role.PAGE not in roles and any(c < len(head) and _PAGES_TOO.search(head[c]) for c in coded)
    if (head or captioned) and not in_cell:
        _promote(roles, coded, table, captioned)
    if Role.PAGE in roles or Role.SECTION in roles:
        for c in range(coded[0] + 1, width):
            if roles[c] in (Role.OTHER, Role.TITLE) and table.says_status(c):
                roles[c] = Role.REASON
    done = tuple(replace(old, role=role) if old else Column(role) for role, old in zip(roles, columns, strict=True))
    amounts = sum(holds_amounts(c, rows) for c in range(width) if roles[c] != Role.CODE)
    if amounts > 1 or not ({Role.PAGE, Role.SECTION} & set(roles) or captioned or in_cell):
        return None
    heads = [head[c] if c < len(head) else "" for c, role in enumerate(roles) if role == Role.SECTION]
    return Layout(
        done,
        numbered=bool(chapters)
        or any(SECTION_HEAD.search(text) and head_role(text, frameworks) != Role.PAGE for text in heads)
        or any(table.is_numbered(c) for c, role in enumerate(roles) if role == Role.SECTION),
        in_cell=in_cell,
        answers=bool(heads) and not any(_names_a_place(text, frameworks) for text in heads),
    )


def _chapters(roles: Sequence[Role], table: "_Table") -> list[int]:
    """Return the columns whose numbers are those of chapters: their head says so, and another's says pages."""
    said = {c: table.said(c) for c, role in enumerate(roles) if role == Role.PAGE}
    return [c for c, role in said.items() if role == Role.SECTION] if Role.PAGE in said.values() else []


def _names_a_place(head: str, frameworks: Mapping[str, FrameworkHints]) -> bool:
    """Whether what stands below a head is a place, even where the document does not have it."""
    said = head_role(head, frameworks) == Role.SECTION and not ANSWER_HEAD.search(head)
    return said or PLACE_HEAD.search(head) is not None


def _code_column(
    c: int,
    head: Sequence[str],
    rows: Sequence[TableRow],
    captions: Sequence[str],
    frameworks: Mapping[str, FrameworkHints],
) -> Column | None:
    title = head[c] if c < len(head) else ""
    role = head_role(title, frameworks)
    cells = [row.cell(c) for row in rows if re.search(r"\w", row.cell(c)) and not row.merged]  # no dash for nothing
    in_head = named(title, frameworks)
    if not cells or (role in (Role.PAGE, Role.NOTE, Role.REASON) and not in_head):
        return None
    over = [f for text in captions[:3] for f in named(text, frameworks)] or _only(head, frameworks)
    over += [f for f in frameworks_beside(c, rows, frameworks) if f not in over]
    about = in_head or (over[:2] if role in (Role.CODE, Role.TITLE, None) else [])
    best: tuple[float, int, str, tuple[str, ...]] = (0, 0, "", ())
    for framework, hints in frameworks.items():
        alone = sum(bool(codes_in(cell, hints)) for cell in cells)
        if not alone and framework not in about:
            continue
        leads = hints.leads if framework in about and role != Role.PAGE else ()
        led = alone
        if framework in about:  # bare codes stand beside announced ones: "Principle 7", "8"
            beside = zip(rows, texts_left_of(rows, c), strict=True)
            led = sum(bool(codes_in(row.cell(c), hints, (*leads, *left))) for row, left in beside)
            led += sum(plain(cell) in hints.headed for cell in cells)
        # The shape of the codes decides between frameworks; a name that has to be put before them counts for less.
        best = max(best, (max(alone, _LED * led), led, framework, leads))
    _, hits, framework, leads = best
    if not framework:
        return None
    # "2-9" may be a code or pages: what can be a code is one, where the column has codes enough.
    paged = sum(only_pages(cell) is not None and not codes_in(cell, frameworks[framework]) for cell in cells)
    topics = sum(bool(frameworks[framework].standard_in(cell)) for cell in cells)
    most = 0.4 * (len(cells) - topics)
    enough = max(1, most) if framework in about or role == Role.CODE else max(2, most)
    if hits < enough or (paged > 0.6 * len(cells) and role in (Role.SECTION, None) and framework not in in_head):
        return None
    others = tuple(other for other in in_head if other != framework and any(map(frameworks[other].find, cells)))
    return Column(Role.CODE, framework, leads, others)


def _only(head: Sequence[str], frameworks: Mapping[str, FrameworkHints]) -> list[str]:
    """Return the framework that the heads of other columns name, where it is one alone."""
    found = {framework for cell in head for framework in named(cell, frameworks)}
    return list(found) if len(found) == 1 else []


def _keep_best(
    columns: list[Column | None],
    head: Sequence[str],
    rows: Sequence[TableRow],
    frameworks: Mapping[str, FrameworkHints],
) -> None:
    """Keep one code column per framework, and what stands without a head beside it: the others quote codes."""
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
        """The cells of a column that hold something."""
        return [row.cell(c) for row in self.rows if row.cell(c) and not row.merged]

    def share(self, c: int, holds: Callable[[str], object]) -> float:
        """Return of how many of the cells of a column something holds."""
        cells = self.cells(c)
        return sum(bool(holds(cell)) for cell in cells) / len(cells) if cells else 0.0

    def said(self, c: int) -> Role | None:
        """Return the role that the head of a column names."""
        return head_role(self.head[c], self.frameworks) if c < len(self.head) else None

    def role(self, c: int) -> Role:
        """Return what a column without codes holds: what its cells show with a margin, else what its head says."""
        said = self.said(c)
        if said != Role.OTHER and self.share(c, only_pages) >= _MOST and not self._is_of_standards(c):
            return Role.PAGE
        if said in (Role.REASON, Role.PARTS) and self.share(c, _LETTERS.fullmatch) >= _MOST:
            return Role.PARTS
        if said == Role.PARTS:
            return Role.REASON
        if said in (Role.TITLE, Role.GROUP, Role.CODE, None) and c > self.first and self._has_titles(c):
            return Role.TITLE
        if said == Role.PAGE and self._is_of_standards(c):
            return Role.GROUP
        if said == Role.TITLE and c < self.first:
            titled = any(head_role(text, self.frameworks) == Role.TITLE for text in self.head[self.first :])
            return Role.GROUP if titled or len({*self.cells(c)}) < 0.7 * len(self.rows) else Role.TITLE
        if c > self.first and (said == Role.CODE or (said == Role.GROUP and self.share(c, points_somewhere) >= _MOST)):
            return self._by_content(c)  # answers below "GRI general disclosures"
        if said is not None:
            return Role.GROUP if said == Role.CODE else said
        return Role.GROUP if c < self.first else self._by_content(c)

    def _by_content(self, c: int) -> Role:
        """Return what the cells of a column without a telling head show."""
        if self.share(c, _TICK.fullmatch) >= _MOST:
            return Role.OTHER
        if self.share(c, stated) >= _MOST:
            return Role.REASON
        return Role.SECTION if self.share(c, points_somewhere) >= _POINTING else Role.OTHER

    @property
    def is_titled(self) -> bool:
        """Whether titles stand in the cells of the codes."""
        return any(len(re.sub(r"[\W\d]", "", row.cell(self.first))) > 12 for row in self.rows)

    def says_status(self, c: int) -> bool:
        """Whether a column says how far each row is reported."""
        return (self.said(c) != Role.OTHER or is_status_head(self.head[c])) and are_status(self.cells(c))

    def is_unknown(self, c: int) -> bool:
        """Whether neither the head nor the cells of a column say what it holds."""
        if self.said(c) == Role.CODE:
            return are_answers(self.cells(c))
        return self.said(c) is None and self.share(c, _TICK.fullmatch) < _MOST

    def is_numbered(self, c: int) -> bool:
        """Whether the cells of a column are section numbers: some have several parts, or the word before them."""
        return (
            self.share(c, SECTION_NUMBER.fullmatch) >= _POINTING
            and self.share(c, lambda cell: SECTION_NUMBER.fullmatch(cell) and not cell.isdigit()) > 0
            and not self.share(c, lambda cell: marked_pages(cell))
        )

    def _is_of_standards(self, c: int) -> bool:
        """Whether the numbers of a column are those of the Standards whose codes stand beside them."""
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
    """Find the locations of a table whose heads do not name them."""
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
