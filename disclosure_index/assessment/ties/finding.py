"""All ties of a document that do not hold, each once."""

from collections import Counter
from collections.abc import Iterator

from disclosure_index.assessment.ties.changes import changes_in_table, changes_in_text
from disclosure_index.assessment.ties.grid import GridRow, grid_of
from disclosure_index.assessment.ties.quotients import intensities, unit_steps
from disclosure_index.assessment.ties.repeated import MOST_ALIKE, RowsByLabel, repeated_rows
from disclosure_index.assessment.ties.tie import Tie
from disclosure_index.assessment.ties.totals import TOTAL, shares, totals
from disclosure_index.figures.reader import DocumentFacts
from disclosure_index.figures.table_rows import Table

LONGEST = 1_500_000
"""Characters of a document whose sentences are compared with its tables, about 700 pages."""
MOST_TABLES = 3000
"""The most tables that are checked for ties; a document with more reports on several years."""


def ties_of(facts: DocumentFacts) -> Iterator[Tie]:
    """Yield the figures of a document that do not agree; each is reported once, and so is a table printed twice."""
    reported: set[tuple[int, int]] = set()
    texts: set[tuple[str, str]] = set()
    for tie in _all(facts):
        places = [(fact.place.passage, fact.place.start) for fact in (tie.fact, *tie.others)]
        if places[0] not in reported and (tie.fact.label, tie.arithmetic) not in texts:
            reported |= set(places)
            texts.add((tie.fact.label, tie.arithmetic))
            yield tie


def _all(facts: DocumentFacts) -> Iterator[Tie]:
    candidates = [number for number, table in enumerate(facts.tables) if len(table.rows) > 1]
    labels = Counter(label for number in candidates for label in _labels(facts.tables[number]))
    telling = {label for label, count in labels.items() if count <= MOST_ALIKE or TOTAL.search(label)}
    read = [n for n in candidates if not telling.isdisjoint(_labels(facts.tables[n]))]
    grids: dict[int, tuple[GridRow, ...]] = {n: grid_of(facts, n) for n in read[:MOST_TABLES]}
    for number, rows in grids.items():
        yield from totals(rows)
        yield from shares(rows)
        yield from intensities(rows)
        yield from changes_in_table(facts, number)
    yield from repeated_rows(grids)
    for rows in grids.values():
        yield from unit_steps(rows)
    if sum(len(passage.text) for passage in facts.document.passages) <= LONGEST:
        yield from _in_text(facts, RowsByLabel(grids))


def _in_text(facts: DocumentFacts, rows: RowsByLabel) -> Iterator[Tie]:
    for number, passage in enumerate(facts.document.passages):
        if passage.kind == "table-row" or number in facts.table_of or not any(map(str.isdigit, passage.text)):
            continue
        found = facts.of_passage(number)
        if found:
            yield from changes_in_text(found)
            yield from rows.compared(passage.text, found)


def _labels(table: Table) -> set[str]:
    """Return the labels of a table: one may be a total, or rare enough to identify one thing."""
    return {row.cells[0] or row.cells[min(1, len(row.cells) - 1)] for row in table.rows}
