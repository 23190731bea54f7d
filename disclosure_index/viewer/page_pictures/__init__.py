"""The pages of an imported PDF as pictures, and the places of passages on them."""

from typing import NamedTuple

from disclosure_index.model import Message


class Box(NamedTuple):
    """A rectangle on a page as seen, in points from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Line(NamedTuple):
    """A piece of text in a line of a page."""

    box: Box
    text: str


class Sheet(NamedTuple):
    """A page of the file: its size in points, the address of its embedded picture ("" for none), and its text."""

    width: float
    height: float
    address: str = ""
    lines: tuple[Line, ...] = ()


class Placed(NamedTuple):
    """The place of a passage: the number of its sheet, from 0, and where known the boxes around its text."""

    sheet: int
    boxes: tuple[Box, ...] = ()


class PagePictures(NamedTuple):
    """The pages of a document; `placed` has the place of each passage, and `notes` are notes for the reader."""

    name: str = ""  # of the file
    sheets: tuple[Sheet, ...] = ()
    placed: tuple[Placed, ...] = ()
    notes: tuple[Message, ...] = ()


NO_PICTURES = PagePictures()
