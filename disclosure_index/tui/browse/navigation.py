"""Going about on the main screen: from pane to pane, from gap to gap, back and forward."""

from textual import on

from disclosure_index.tui import targets
from disclosure_index.tui.browse.base import Panes
from disclosure_index.tui.filters import Filter, is_open
from disclosure_index.tui.navigation import Goal, GoTo, Group, View
from disclosure_index.tui.widgets.line_list import Painted

REMEMBERED = 100
"""Places that can be gone back to."""


class Moving(Panes):
    """The actions that change what is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._past: list[str] = []
        self._future: list[str] = []

    @on(Painted.Moved, "#outline")
    def _branch_moved(self) -> None:
        framework, group = self.outline.key
        if (framework, group) != (self.filter.framework, self.filter.group):
            self.set_filter(self.filter.at(framework, group))

    @on(Painted.Moved, "#rows")
    def _row_moved(self) -> None:
        if self.row is not None:
            self.uid = self.row.disclosure.uid
        self.show_detail_soon()

    @on(Painted.Chosen, "#rows")
    def _row_chosen(self) -> None:
        self.remember()
        self.to_pane("detail")

    @on(Painted.Chosen, "#detail")
    def _block_chosen(self) -> None:
        target = self.detail.current
        if isinstance(target, targets.Relation):
            self.go_to(target.uid)
        elif isinstance(target, targets.Answer | targets.Candidate | targets.Told):
            self.post_message(GoTo(View.REPORT, target.location))

    def look_at(self, goal: Goal) -> None:
        """Go to a disclosure, or to a framework or a group in the tree."""
        if isinstance(goal, str):
            self.go_to(goal)
            self.to_pane("rows")
        elif isinstance(goal, Group):
            self.remember()
            self.filter = self.filter.at(*goal)
            self.show_bench()
            self.to_pane("rows")

    def remember(self) -> None:
        """Keep this place to come back to."""
        if self.uid and self._past[-1:] != [self.uid]:
            self._past = [*self._past, self.uid][-REMEMBERED:]
            self._future = []

    def go_to(self, uid: str) -> None:
        """Look at another disclosure, and keep this place to come back to."""
        self.remember()
        self._look_at(uid)

    def _look_at(self, uid: str) -> None:
        """Look at a disclosure; a filter that hides it is lifted."""
        self.uid = uid
        if self.assessment is None:
            return
        if all(row.disclosure.uid != uid for row in self.passing(self.assessment)):
            self.filter = Filter()
            self.show_bench()
        else:
            self.show_rows()

    def action_back(self) -> None:
        """Go back to where one was before."""
        while self._past:
            uid = self._past.pop()
            if uid != self.uid:
                self._future.append(self.uid)
                self._look_at(uid)
                return

    def action_forward(self) -> None:
        """Go forward again."""
        if self._future:
            self._past.append(self.uid)
            self._look_at(self._future.pop())

    def action_next_gap(self) -> None:
        """Go to the next disclosure in sight with something to do."""
        self.rows.step_to([n for n, row in enumerate(self.rows.items) if is_open(row)], 1)

    def action_previous_gap(self) -> None:
        """Go to the one before."""
        self.rows.step_to([n for n, row in enumerate(self.rows.items) if is_open(row)], -1)
