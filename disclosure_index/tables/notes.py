"""The notes of the project file on disclosures, in tables with a row for each disclosure."""

from collections.abc import Sequence

from disclosure_index.tables.table import Cell, cell

NOTE = "note"


def with_notes(
    columns: Sequence[str], rows: Sequence[tuple[Cell, ...]], notes: Sequence[str]
) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    """Return columns and rows with a column for the notes, one for each row; unchanged without notes."""
    if not any(notes):
        return tuple(columns), tuple(rows)
    return (*columns, NOTE), tuple((*cells, cell(note)) for cells, note in zip(rows, notes, strict=True))
