"""A plain table, which every output renders."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote

from disclosure_index.assessment.linking import Link
from disclosure_index.model import Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One or more texts, each with its target in the report as ``path#anchor``."""

    parts: tuple[tuple[str, str], ...] = ()
    kind: str = ""  # for the style in outputs: "barred" (greyed), "open" (to be completed), "same" (as above)
    under: tuple[tuple[str, str], ...] = ()  # the same in a second language, if it differs

    @property
    def lines(self) -> tuple[tuple[tuple[str, str], ...], ...]:
        """The parts, one line per language."""
        return tuple(line for line in (self.parts, self.under) if line)

    @property
    def text(self) -> str:
        """The texts for machines, the same in every language; a second language is on a second line."""
        return self.joined("; ")

    def joined(self, separator: str) -> str:
        """Return the texts with a separator of the reader's language."""
        if not self.under and len(self.parts) == 1:  # the usual case
            return self.parts[0][0]
        return "\n".join(separator.join(text for text, _ in line) for line in self.lines)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; `columns` are ids, whose heads are in `columns.HEADS`, and the title may be a message."""

    id: str
    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    framework: str = ""  # the name of the framework of all rows

    def records(self) -> Iterator[dict[str, str]]:
        """Yield the rows as plain texts by column."""
        for row in self.rows:
            yield {column: cell.text for column, cell in zip(self.columns, row, strict=True)}


def cell(text: object = "", href: str = "") -> Cell:
    """Return a cell of one text."""
    return Cell(((str(text), href),) if text != "" else ())


def row(*values: Cell | str) -> tuple[Cell, ...]:
    """Return a row; a plain text becomes a cell without a link."""
    return tuple(value if isinstance(value, Cell) else cell(value) for value in values)


def pages(span: Span) -> str:
    """Return the pages of an element: ``25`` or ``25–37``."""
    return span.page if span.page == span.last_page else f"{span.page}–{span.last_page}"


def target(path: str, anchor: str) -> str:
    """Return a link to an anchor, with every special character of a file name or an id escaped."""
    return f"{quote(path)}#{quote(anchor, safe='')}" if anchor else ""


def seen_from(href: str, folder: Path) -> str:
    """Return a link relative to the folder of the file that contains it."""
    if not href:
        return ""
    path, _, anchor = href.rpartition("#")
    return f"{quote(Path(os.path.relpath(unquote(path), folder)).as_posix())}#{anchor}"


def href(paths: Sequence[str], link: Link) -> str:
    """Return a link to the element of a statement; "" if it has no anchor."""
    return target(paths[link.document], link.statement.span.anchor)
