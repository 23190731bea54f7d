"""Edits of sources: byte-exact, atomic and undoable. Nothing else in the package writes to a source.

An edit is a value. `apply` returns the new bytes and the edits that undo them; `History` keeps those over several
files; `write_files` writes the result to disk, unless another program has changed the files in between.
"""

from disclosure_index.edits.apply import apply
from disclosure_index.edits.edits import (
    AddTag,
    Edit,
    ExplainOmission,
    JoinTags,
    KeepFirst,
    MarkReviewed,
    Place,
    PutBack,
    RemoveElement,
    RemovePending,
    RemoveTag,
    RenameAttribute,
    ReplaceLines,
    ReplaceTag,
    Reword,
    SetNote,
    SetOmission,
    SetPageLabel,
    Suppress,
    TagEdit,
)
from disclosure_index.edits.errors import EditError
from disclosure_index.edits.history import Change, History, HistoryStep, apply_to_all
from disclosure_index.edits.identities import find_again
from disclosure_index.edits.journal import is_left, recover
from disclosure_index.edits.targets import find_element, find_place, find_places
from disclosure_index.edits.write_back import write_atomically, write_files

__all__ = [
    "AddTag",
    "Change",
    "Edit",
    "EditError",
    "ExplainOmission",
    "History",
    "HistoryStep",
    "JoinTags",
    "KeepFirst",
    "MarkReviewed",
    "Place",
    "PutBack",
    "RemoveElement",
    "RemovePending",
    "RemoveTag",
    "RenameAttribute",
    "ReplaceLines",
    "ReplaceTag",
    "Reword",
    "SetNote",
    "SetOmission",
    "SetPageLabel",
    "Suppress",
    "TagEdit",
    "apply",
    "apply_to_all",
    "find_again",
    "find_element",
    "find_place",
    "find_places",
    "is_left",
    "recover",
    "write_atomically",
    "write_files",
]
