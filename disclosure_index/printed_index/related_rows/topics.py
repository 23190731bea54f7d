"""Rows of a topic with the location of the disclosures below them: "GRI 302: Energy | 7", then 302-1 and 302-3."""

from collections.abc import Mapping, Sequence

from disclosure_index.printed_index.claims import FrameworkHints, stem
from disclosure_index.printed_index.column_layout import Layout
from disclosure_index.printed_index.location_cells.page_references import marked_runs
from disclosure_index.printed_index.row_codes import CodedCell
from disclosure_index.printed_index.row_texts import NO_TEXTS, Texts, texts_of
from disclosure_index.printed_index.table_rows import TableRow

Coded = Sequence[tuple[TableRow, Sequence[CodedCell]]]


def lent_places(coded: Coded, layout: Layout, frameworks: Mapping[str, FrameworkHints]) -> dict[int, Texts]:
    """Return the locations that rows take from the topic above, by row number; the row of the topic is included.

    A topic gives its location only if all its rows are blank: beside rows with a location, a blank one has none.

    Args:
        coded: all rows of the table, each with its codes.
        layout: of the table.
        frameworks: the printed forms of each, by id.

    """
    lent: dict[int, Texts] = {}
    if layout.by_section:
        return lent
    hints = frameworks[layout.columns[layout.titled].framework]
    for number, (row, codes) in enumerate(coded):
        place = _place_of_topic(row, codes, layout, hints)
        if place == NO_TEXTS:
            continue
        group = _group_of(row, codes, hints)
        below: list[int] = []
        for following in range(number + 1, len(coded)):
            other, its_codes = coded[following]
            if not (its_codes and {stem(item.code) for cell in its_codes for item in cell.found} & {group}):
                break
            below.append(following)
            texts = texts_of(other, layout)
            if texts.place or texts.note or texts.reason or texts.document:
                below = []
                break
        if below:
            lent |= dict.fromkeys((number, *below), place)
    return lent


def _group_of(row: TableRow, codes: Sequence[CodedCell], hints: FrameworkHints) -> str:
    """Return the common beginning of a topic's codes: the number of its Standard or the code of its aspect, else ""."""
    named = [item for cell in codes for item in cell.found if item.end > item.start]
    if len(named) == 1 and named[0].code in hints.groups.values():
        return named[0].code
    return "" if codes else next(filter(None, (hints.standard_in(row.cells[n]) for n in row.filled)), "")


def _place_of_topic(row: TableRow, codes: Sequence[CodedCell], layout: Layout, hints: FrameworkHints) -> Texts:
    if not _group_of(row, codes, hints):
        return NO_TEXTS
    texts = texts_of(row, layout)
    if len(row.filled) > 1 and not row.merged:
        return Texts(page=texts.page, section=texts.section, document=texts.document)
    text = row.cells[row.filled[0]]
    return Texts(page=", ".join(text[run.start : run.end] for run in marked_runs(text)))
