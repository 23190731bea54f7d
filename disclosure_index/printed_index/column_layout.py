"""The columns of a table and what each holds."""

from dataclasses import dataclass

from disclosure_index.printed_index.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Column:
    """A column's role; a code column has its framework, what completes bare codes, and who else has codes there.

    A column of pages has its head, which may name the document that they are of.
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
        paged: its locations are pages or something else, as the head says: "Page / URL".
        numbered: numbers in its locations are those of sections.
        answers: what its locations say is an answer, where it names neither a page nor a section.
        in_cell: the cells of the codes hold the pages as well, for several columns were read as one.
        elsewhere: the columns whose pages are those of another document, each with its name.

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
        """Return a column; one without a head and without a role where the table has no such column."""
        return self.columns[number] if number < len(self.columns) else Column(Role.OTHER)

    @property
    def titled(self) -> int:
        """The code column that the titles belong to."""
        codes, titles = self.of(Role.CODE), self.of(Role.TITLE)
        before = [c for c in codes if titles and c < titles[0]]
        return before[-1] if before else codes[0]

    @property
    def by_section(self) -> bool:
        """Whether a row is a section of the report, and its codes stand behind it."""
        codes, sections = self.of(Role.CODE), self.of(Role.SECTION)
        return bool(codes and sections) and sections[0] < codes[0]
