"""Tables with the names of frameworks in a column of their own: "IFRS S1 | 27(a)", "IFRS S2 | 6(a)"."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from disclosure_index.printed_index.claims import FrameworkHints
from disclosure_index.printed_index.codes import codes_in
from disclosure_index.printed_index.table_rows import TableRow
from disclosure_index.reading.plain_title import plain

_LEAST = 2  # frameworks: the codes of one are read by its head or caption


def named_beside(rows: Sequence[TableRow], frameworks: Mapping[str, FrameworkHints]) -> None:
    """Put the names before the bare codes to their right, where a column names several frameworks so."""
    leads = {plain(lead): (lead, hints) for hints in frameworks.values() for lead in hints.leads}
    width = max((len(row.cells) for row in rows), default=0)
    for left, right in pairwise(range(width)):
        led: list[tuple[TableRow, str]] = []
        names: set[str] = set()
        standing = ""
        for row in rows:
            standing = plain(row.cell(left)) or standing  # a merged cell stands for the rows below it
            if standing not in leads or not row.cell(right):
                continue
            lead, hints = leads[standing]
            text = f"{lead} {row.cell(right)}"
            if not codes_in(row.cell(right), hints) and codes_in(text, hints):
                led.append((row, text))
                names.add(lead)
        if len(names) >= _LEAST:
            for row, text in led:
                row.cells[right] = text
            return
