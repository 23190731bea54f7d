"""Whether the locations of rows are cells that were merged."""

from collections.abc import Sequence

from disclosure_index.printed_index.column_layout import Layout
from disclosure_index.printed_index.row_texts import texts_of
from disclosure_index.printed_index.table_rows import TableRow
from disclosure_index.printed_index.vocabulary import Role

_SPARSE = 0.3  # of the rows: with so many empty locations, cells are merged
_TOGETHER = 0.9  # of the rows: the cell beside a merged location is merged with it


def are_merged(coded: Sequence[TableRow], layout: Layout) -> bool:
    """Whether empty locations are the lower rows of merged cells: the cells of their group are empty with them.

    Elsewhere an empty location says that there is none.
    """
    empty = [not (t.place or t.note or t.reason) for t in (texts_of(row, layout) for row in coded)]
    if not coded or empty[0] or sum(empty) < _SPARSE * len(empty):
        return False
    groups = layout.of(Role.GROUP)
    if len([*layout.of(Role.SECTION), *layout.of(Role.PAGE)]) > 1 and any(
        not row.cell(c) for c in groups for row in coded
    ):
        return True  # its title and its page are empty at once, and other cells are merged, too
    return any(
        sum(bool(row.cell(c)) != gap for row, gap in zip(coded, empty, strict=True)) >= _TOGETHER * len(coded)
        for c in groups
    )
