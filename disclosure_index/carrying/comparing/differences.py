"""Differences between two reports, and their kinds."""

from enum import StrEnum
from typing import NamedTuple

from disclosure_index.assessment.coverage import Coverage
from disclosure_index.carrying.comparing.figure_changes import FigureChange
from disclosure_index.model import Fact


class Change(StrEnum):
    """The kinds of difference, in the order in which they are reported for one disclosure."""

    DROPPED = "dropped"
    ADDED = "added"
    STATUS = "status"
    PLACE = "place"
    TEXT = "text"
    FIGURE_NEW = FigureChange.NEW.value
    FIGURE_GONE = FigureChange.GONE.value
    FIGURE_CHANGED = FigureChange.CHANGED.value
    RESTATED = FigureChange.RESTATED.value
    OMISSION_NEW = "omission-new"
    OMISSION_GONE = "omission-gone"
    OMISSION_CHANGED = "omission-changed"
    NOT_UNCHANGED = "not-unchanged"


class Difference(NamedTuple):
    """One difference; `before` and `after` are the coverage of the disclosure in each report, where it applies.

    `was` and `now` are the differing texts of the reports, `place_before` and `place_now` their places.
    """

    change: Change
    before: Coverage | None
    after: Coverage | None
    place_before: str = ""
    place_now: str = ""
    was: str = ""
    now: str = ""
    language: str = ""  # of the document
    figure: Fact | None = None  # the one that differs, as it is now, else as it was
    figure_before: Fact | None = None  # the same as it was: of another year, where the reports are of two
