"""A plain table: what every output renders."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclosure_index.linking import Link
from disclosure_index.model import Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One or more texts, each with the place in the report that it points at, as ``path#anchor``."""

    parts: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The texts, set apart as people set them apart in an index."""
        return "; ".join(text for text, _ in self.parts)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; `columns` are ids, to be said by `words`."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def records(self) -> Iterator[dict[str, str]]:
        """Give the rows as plain texts by column."""
        for row in self.rows:
            yield {column: cell.text for column, cell in zip(self.columns, row, strict=True)}


def cell(text: object = "", href: str = "") -> Cell:
    """Make a cell of one text."""
    return Cell(((str(text), href),) if text != "" else ())


def row(*values: Cell | str) -> tuple[Cell, ...]:
    """Make a row; a bare text is a cell without a link."""
    return tuple(value if isinstance(value, Cell) else cell(value) for value in values)


def pages(span: Span) -> str:
    """Write the pages of an element: ``25`` or ``25–37``."""
    return span.page if span.page == span.last_page else f"{span.page}–{span.last_page}"


def href(paths: Sequence[str], link: Link) -> str:
    """Point at the element of a statement; "" where it has no anchor."""
    anchor = link.statement.span.anchor
    return f"{paths[link.document]}#{anchor}" if anchor else ""
