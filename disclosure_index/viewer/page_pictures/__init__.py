"""The pages of a report that was imported from a PDF, as pictures, and where its passages stand on them."""

from typing import NamedTuple

from disclosure_index.model import Message


class Box(NamedTuple):
    """A rectangle on a page, in points from its upper left corner as it is seen."""

    left: float
    top: float
    right: float
    bottom: float


class Line(NamedTuple):
    """A piece of text in one line of a page."""

    box: Box
    text: str


class Sheet(NamedTuple):
    """A page of the file: its size in points, the address that its picture is embedded by ("" for none), its text."""

    width: float
    height: float
    address: str = ""
    lines: tuple[Line, ...] = ()


class Placed(NamedTuple):
    """Where a passage stands: the number of its sheet, counted from 0, and where known the boxes around its text."""

    sheet: int
    boxes: tuple[Box, ...] = ()


class PagePictures(NamedTuple):
    """The pages of a document; `placed` has where each of its passages is, and `notes` what a reader has to know."""

    name: str = ""  # of the file
    sheets: tuple[Sheet, ...] = ()
    placed: tuple[Placed, ...] = ()
    notes: tuple[Message, ...] = ()


NO_PICTURES = PagePictures()
