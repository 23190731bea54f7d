"""The tree of frameworks and groups, each with its bar of coverage."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disclosure_index.messages import label, render
from disclosure_index.model import in_language
from disclosure_index.tui.framework_tree import Branch
from disclosure_index.tui.safe_text import line
from disclosure_index.tui.status_marks import bar
from disclosure_index.tui.widgets.row_table import Cell, Column, Rows

EXPANDED, COLLAPSED, LEAF = "- ", "+ ", "  "
BAR = 5

Key = tuple[str, str]
"""The key of a branch: framework and group; ("", "") is everything."""


class Line(NamedTuple):
    """One line of the tree; `sign` shows whether it has branches below it, and whether they are shown."""

    key: Key
    text: str
    sign: str
    done: int
    asked: int
    open: int


class Outline(Rows[Line]):
    """Shows the branches; enter opens and closes one."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(self._line_cells, id=id)
        self._branches: tuple[Branch, ...] = ()
        self._language = "en"
        self._shut: set[Key] | None = None

    def _line_cells(self, item: Line) -> tuple[Cell, ...]:
        faint = "" if item.asked else "dim"
        style = "bad" if item.open else "good" if item.asked else "dim"
        return (
            Cell(item.text, faint),
            Cell(bar(item.done, item.asked, BAR), style),
            Cell(f"{item.done}/{item.asked}" if item.asked else "-", style),
        )

    def show_branches(self, branches: tuple[Branch, ...], language: str, at: Key | None = None) -> None:
        """Show branches with the cursor on one of them; that one, and those that were open, are open."""
        self._branches, self._language = branches, language
        if self._shut is None:  # at first only the groups of each framework are shown
            self._shut = {(b.framework, b.group) for top in branches for b in _all(top.branches)}
        at = at if at is not None else self.key
        self._shut -= {(b.framework, b.group) for b in _above(branches, at)}
        lines = tuple(self._lines())
        found = next((n for n, one in enumerate(lines) if one.key == at), 0)
        name = render(label("column", "Framework"), language)
        columns = (Column(name, 10, grows=True), Column("", BAR), Column("", 7, rank=1))
        self.show(lines, columns, found)

    @property
    def key(self) -> Key:
        """The branch under the cursor."""
        return self.current.key if self.current else ("", "")

    def _lines(self) -> Iterator[Line]:
        tops = self._branches
        sums = [sum(getattr(top, name) for top in tops) for name in ("done", "asked", "open")]
        yield Line(("", ""), render(label("filter", "All"), self._language), "", *sums)
        for top in tops:
            yield from self._below(top, 0)

    def _below(self, branch: Branch, depth: int) -> Iterator[Line]:
        key = branch.framework, branch.group
        closed = self._shut is not None and key in self._shut
        sign = LEAF if not branch.branches else COLLAPSED if closed else EXPANDED
        text = "  " * depth + sign + line(in_language(branch.title, self._language))
        yield Line(key, text, sign, branch.done, branch.asked, branch.open)
        if not closed:
            for below in branch.branches:
                yield from self._below(below, depth + 1)

    def action_choose(self) -> None:
        """Open or close the branch under the cursor."""
        current = self.current
        if current is None or self._shut is None or current.sign in ("", LEAF):
            return
        self._shut ^= {current.key}
        self.show_branches(self._branches, self._language, current.key)


def _all(branches: Iterable[Branch]) -> Iterator[Branch]:
    for branch in branches:
        yield branch
        yield from _all(branch.branches)


def _above(branches: Iterable[Branch], key: Key) -> Iterator[Branch]:
    """Yield the branches above one."""
    for branch in branches:
        if any((below.framework, below.group) == key for below in _all(branch.branches)):
            yield branch
            yield from _above(branch.branches, key)
