"""The columns of a table with their roles."""

from dataclasses import dataclass

from disclosure_index.printed_index.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Column:
    """A column's role; a code column has its framework, the prefixes of its codes, and other frameworks in it.

    The head of a column of pages may name the document of the pages.
    """

    role: Role
    framework: str = ""
    leads: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    head: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """The columns of a table.

    Args:
        columns: from the left.
        paged: its locations are pages or something else, as in the head "Page / URL".
        numbered: numbers in its locations are those of sections.
        answers: text in its locations that names neither a page nor a section is an answer.
        in_cell: the cells of the codes hold the pages as well, because several columns were read as one.
        elsewhere: the columns of pages in another document, each with its name.

    """

    columns: tuple[Column, ...]
    numbered: bool = False
    paged: bool = False
    answers: bool = False
    in_cell: bool = False
    elsewhere: tuple[tuple[int, str], ...] = ()

    def of(self, role: Role) -> list[int]:
        """Return the numbers of the columns with a role."""
        return [number for number, column in enumerate(self.columns) if column.role == role]

    def column(self, number: int) -> Column:
        """Return a column; one without a head and a role for a column that the table lacks."""
        return self.columns[number] if number < len(self.columns) else Column(Role.OTHER)

    @property
    def titled(self) -> int:
        """The code column that the titles belong to."""
        codes, titles = self.of(Role.CODE), self.of(Role.TITLE)
        before = [c for c in codes if titles and c < titles[0]]
        return before[-1] if before else codes[0]

    @property
    def by_section(self) -> bool:
        """Whether a row is a section of the report, followed by its codes."""
        codes, sections = self.of(Role.CODE), self.of(Role.SECTION)
        return bool(codes and sections) and sections[0] < codes[0]
