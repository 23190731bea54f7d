"""The facts of a document, read on demand: most runs need few of the many facts in a long report."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from disclosure_index.figures.decimal_comma import has_decimal_comma
from disclosure_index.figures.sentence_facts import sentence_facts
from disclosure_index.figures.table_facts import table_facts
from disclosure_index.figures.table_rows import Table
from disclosure_index.figures.tables import tables_in
from disclosure_index.figures.unit_lines import is_unit_line
from disclosure_index.model import Document, Fact

LONGEST_PASSAGE = 6000
"""Characters of a passage that is read for figures; a longer one is a whole page in one passage."""
_DIGIT = re.compile(r"\d")


def facts_in(document: Document, year: str) -> tuple[Fact, ...]:
    """Return the facts of a document in its order, without its printed indexes.

    Args:
        document: in one of the three languages; figures in other languages are read where their words are known.
        year: of the report, the period of a figure without one.
    """
    return DocumentFacts(document, year).all


class DocumentFacts:
    """The facts of one document: of a table, of a passage, or all. The arguments are those of `facts_in`."""

    def __init__(self, document: Document, year: str) -> None:
        self.document = document
        self.year = year
        self._of_tables: dict[int, Mapping[int, list[Fact]]] = {}
        self._of_passages: dict[int, tuple[Fact, ...]] = {}

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """The tables of the document."""
        return tuple(tables_in(self.document))

    @cached_property
    def has_comma(self) -> bool:
        """Whether the document has decimal commas."""
        return has_decimal_comma(self.document)

    @cached_property
    def table_of(self) -> Mapping[int, int]:
        """The number of the table for each passage that is a row or a head."""
        return {row.passage: number for number, table in enumerate(self.tables) for row in table.rows}

    def of_table(self, number: int) -> Mapping[int, list[Fact]]:
        """Return the facts of a table by passage, which is a row."""
        if number not in self._of_tables:
            rows: dict[int, list[Fact]] = {}
            for fact in table_facts(self.tables[number], self.year, self.has_comma):
                rows.setdefault(fact.place.passage, []).append(fact)
            self._of_tables[number] = rows
        return self._of_tables[number]

    def of_passage(self, passage: int) -> tuple[Fact, ...]:
        """Return the facts of a passage; a row whose table gives its figures no meaning is read as a sentence."""
        if passage not in self._of_passages:
            self._of_passages[passage] = self._read(passage)
        return self._of_passages[passage]

    def _read(self, passage: int) -> tuple[Fact, ...]:
        if passage in self.hidden:
            return ()
        if passage in self.table_of and (found := self.of_table(self.table_of[passage]).get(passage)):
            return tuple(found)
        text = self.document.passages[passage]
        if text.kind == "heading" or len(text.text) > LONGEST_PASSAGE or not _DIGIT.search(text.text):
            return ()
        if is_unit_line(text.text):
            return ()
        return tuple(sentence_facts(text.text.replace("\t", "\n"), passage, self.year, self.has_comma))

    @cached_property
    def hidden(self) -> frozenset[int]:
        """The passages of the printed indexes, which name disclosures but state no figures."""
        return frozenset(n for first, last in self.document.indexes for n in range(first, last))

    @cached_property
    def all(self) -> tuple[Fact, ...]:
        """The facts of the whole document."""
        return tuple(self._all())

    def _all(self) -> Iterator[Fact]:
        for number in range(len(self.document.passages)):
            yield from self.of_passage(number)
