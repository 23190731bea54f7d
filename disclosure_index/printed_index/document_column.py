"""Columns that name the document of a location, in each row or in their head."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from disclosure_index.printed_index.column_layout import Layout
from disclosure_index.printed_index.location_cells.document_words import THIS_DOCUMENT
from disclosure_index.printed_index.location_cells.locations import PlaceReading
from disclosure_index.printed_index.location_cells.named_documents import OwnNames
from disclosure_index.printed_index.table_rows import TableRow
from disclosure_index.printed_index.vocabulary import Role
from disclosure_index.reading.plain_title import plain

_KNOWN = 0.5  # of the titles beside a name: those of the report's own sections


def own_documents(rows: Sequence[TableRow], layout: Layout, reading: PlaceReading) -> Collection[str]:
    """Return the names, plain, for the report itself in a column of documents.

    These are its own name, "this report", and a name beside which most titles are those of the report's sections.
    """
    beside: dict[str, list[bool]] = defaultdict(list)
    for row in rows if layout.of(Role.DOCUMENT) else ():
        name = " ".join(row.cell(c) for c in layout.of(Role.DOCUMENT) if row.cell(c))
        if not name:
            continue
        named = list(reading.own.named_in(name))
        is_own = THIS_DOCUMENT.search(name) is not None or any(d.is_own for d in named)
        titles = [row.cell(c) for c in layout.of(Role.SECTION) if row.cell(c)]
        found = [path for title in titles for path in reading.cell(title).sections]
        beside[plain(name)] += [reading.is_known(path[-1]) for path in found] or ([True] if is_own else [])
    return frozenset(name for name, known in beside.items() if sum(known) > _KNOWN * len(known))


def with_pages_elsewhere(layout: Layout, own: OwnNames) -> Layout:
    """Return a layout with the columns of pages that are in another document: "Annual Report page".

    Letters alone ("Page (AR)") may mean the report itself, if no other column holds a location.
    """
    pages = layout.of(Role.PAGE)
    alone = len(pages) + len(layout.of(Role.SECTION)) < 2
    elsewhere = []
    for c in pages:
        named = list(own.named_in(layout.columns[c].head))
        if named and not any(d.is_own or d.is_web or (alone and d.name.isupper()) for d in named):
            elsewhere.append((c, named[-1].name))
    return replace(layout, elsewhere=tuple(elsewhere))
