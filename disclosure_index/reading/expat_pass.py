"""One pass of expat over one file, after which nothing of it is left."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from xml.parsers import expat

from disclosure_index.messages import foreign, message
from disclosure_index.model import Message


@contextmanager
def one_pass() -> Iterator[expat.XMLParserType]:
    """Yield a parser, and take its handlers away in the end.

    A handler that asks its parser for a position makes a circle with it. Left alone, the circle keeps all that the
    handlers know, the whole report, until the garbage collector comes by.
    """
    parser = expat.ParserCreate()
    try:
        yield parser
    finally:
        parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None
        parser.XmlDeclHandler = parser.StartDoctypeDeclHandler = parser.CommentHandler = None


class EncodingError(Exception):
    """A file declares an encoding that expat cannot read: one that nobody knows, or of several bytes a character."""

    def __init__(self, declared: str, why: object) -> None:
        cannot = message('the encoding "{encoding}" cannot be read', encoding=declared)
        self.message = foreign(why, cannot) if declared else foreign(why, message("the encoding cannot be read"))
        super().__init__(str(self.message))
        self.declared = declared


def check_encoding(data: bytes) -> None:
    """Read a file up to its first element, where its encoding is known.

    In a pass with handlers of ours the same error might be theirs, and would be taken for a fault of the file.

    Raises:
        EncodingError: expat cannot read the encoding. Whatever else is wrong with the file is left to that pass.
    """
    declared = ""

    def declaration(_: str, encoding: str | None, __: int) -> None:
        nonlocal declared
        declared = encoding or ""

    with one_pass() as parser, suppress(expat.ExpatError, RootReached):
        parser.XmlDeclHandler = declaration
        parser.StartElementHandler = stop_at_root
        try:
            parser.Parse(data, True)
        except (LookupError, ValueError) as error:
            raise EncodingError(declared, error) from None


class RootReached(Exception):  # noqa: N818 - no error
    """Raised at the first element."""


def stop_at_root(*_: object) -> None:
    """Handle the first element: what stands before it is all that was asked for."""
    raise RootReached


def check_memory(error: expat.ExpatError) -> None:
    """Raise MemoryError where expat had none: that is no fault of the file."""
    if expat.ErrorString(error.code) == expat.errors.XML_ERROR_NO_MEMORY:
        raise MemoryError from error


_NOT_WELL_FORMED = message("not well-formed")
_ERRORS: dict[str, Message] = {
    str(known): known
    for known in (
        message("syntax error"),
        message("no element found"),
        message("not well-formed (invalid token)"),
        message("unclosed token"),
        message("partial character"),
        message("mismatched tag"),
        message("duplicate attribute"),
        message("junk after document element"),
        message("undefined entity"),
        message("recursive entity reference"),
        message("reference to invalid character number"),
        message("XML or text declaration not at start of entity"),
        message("unknown encoding"),
        message("encoding specified in XML declaration is incorrect"),
        message("unclosed CDATA section"),
        message("XML declaration not well-formed"),
        message("unbound prefix"),
        message("reserved prefix (xml) must not be undeclared or bound to another namespace name"),
    )
}


def said(error: expat.ExpatError) -> Message:
    """Return what expat says is wrong."""
    words = expat.ErrorString(error.code)
    return _ERRORS.get(words) or (foreign(words, _NOT_WELL_FORMED) if words else _NOT_WELL_FORMED)
