"""The one way anything writes: edits applied to the source byte-exactly, atomically, and so that they can be undone.

An edit is a value. `apply` gives the new bytes and the edits that lead back; `History` keeps them over several files;
`write_files` puts the outcome on the disk, unless somebody else wrote there in between.
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
