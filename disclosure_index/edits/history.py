"""Undo and redo as a value: every step holds the edits that reverse it, over all files that it changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from disclosure_index.edits.apply import apply
from disclosure_index.edits.edits import Edit, ProjectFileEdit
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.project_file.apply import apply_to_project_file
from disclosure_index.messages import message
from disclosure_index.model import NOWHERE, Location


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """A step by the name that people see, with the edits that undo it, or redo it once it is undone."""

    label: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """The result of a step: the changed files before and after, and the history after it.

    Nothing is written yet: pass `before` and `after` to `write_files`, and keep `history` if that succeeds.
    """

    history: "History"
    before: Mapping[str, bytes]
    after: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class History:
    """The steps done and the steps undone, the most recent last in each."""

    done: tuple[HistoryStep, ...] = ()
    undone: tuple[HistoryStep, ...] = ()

    def do(self, sources: Mapping[str, bytes], edits: Iterable[Edit], label: str = "") -> Change:
        """Make edits, and clear the steps that could be redone. An edit that changes nothing is no step.

        Raises:
            EditError: one of them cannot be made; then none is.

        """
        after, back = apply_to_all(sources, tuple(edits))
        return self._change(History((*self.done, HistoryStep(label, back))) if back else self, sources, after)

    def undo(self, sources: Mapping[str, bytes]) -> Change:
        """Undo the last step.

        Raises:
            EditError: there is none, or (`clash`) its place has been changed since.

        """
        if not self.done:
            nothing = message("no edit was made")
            raise EditError(message("cannot undo"), NOWHERE, nothing, message("Edit something first"))
        step = self.done[-1]
        after, again = apply_to_all(sources, step.edits)
        return self._change(History(self.done[:-1], (*self.undone, HistoryStep(step.label, again))), sources, after)

    def redo(self, sources: Mapping[str, bytes]) -> Change:
        """Redo the step that was undone last.

        Raises:
            EditError: there is none, or (`clash`) its place has been changed since.

        """
        if not self.undone:
            nothing = message("no edit was undone")
            raise EditError(message("cannot redo"), NOWHERE, nothing, message("Undo something first"))
        step = self.undone[-1]
        after, back = apply_to_all(sources, step.edits)
        return self._change(History((*self.done, HistoryStep(step.label, back)), self.undone[:-1]), sources, after)

    def _change(self, history: "History", sources: Mapping[str, bytes], after: Mapping[str, bytes]) -> Change:
        return Change(history, {path: sources[path] for path in after}, after)


def apply_to_all(sources: Mapping[str, bytes], edits: Sequence[Edit]) -> tuple[dict[str, bytes], tuple[Edit, ...]]:
    """Apply edits to several files, all or none. Return the files that change, and the edits that undo them.

    Raises:
        EditError: one of them cannot be made.

    """
    by_path: dict[str, list[Edit]] = {}
    for edit in edits:
        by_path.setdefault(edit.path if isinstance(edit, ProjectFileEdit) else edit.place.path, []).append(edit)
    after: dict[str, bytes] = {}
    back: list[Edit] = []
    for path, own in by_path.items():
        if path not in sources:
            why = message("the file is not a source of this report")
            raise EditError(message("cannot edit"), Location(path), why, message("Reload the report"))
        noted = [edit for edit in own if isinstance(edit, ProjectFileEdit)]
        data, inverse = (
            apply_to_project_file(sources[path], noted)
            if noted
            else apply(sources[path], [edit for edit in own if not isinstance(edit, ProjectFileEdit)])
        )
        if inverse:
            after[path] = data
            back += inverse
    return after, tuple(back)
