"""Untrusted XML, read by expat under the rules that reading and editing a report share.

No DTD beyond ``<!DOCTYPE html>``, so no entities; size and depth are limited; the encoding is one that expat supports.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from xml.parsers import expat

from disclosure_index.messages import foreign, message
from disclosure_index.model import Message
from disclosure_index.reading.unreadable import RefusedError, limit_bytes
from disclosure_index.reading.xml.errors import NO_NAMES, not_utf8, undefined_entity

MAX_BYTES = 256 * 2**20

MAX_DEPTH = 500
"""Elements inside each other; a report needs no more than a dozen."""


class EncodingError(Exception):
    """A file declares an encoding that expat cannot read: an unknown one, or one with several bytes per character."""

    def __init__(self, declared: str, why: object) -> None:
        cannot = message('the encoding "{encoding}" cannot be read', encoding=declared)
        self.message = foreign(why, cannot) if declared else foreign(why, message("the encoding cannot be read"))
        super().__init__(str(self.message))
        self.declared = declared


class NotWellFormedError(RefusedError):
    """The file is not XML."""


def scan_xml(data: bytes, listen: Callable[[expat.XMLParserType], None]) -> None:
    """Read XML from its first byte to its last.

    Args:
        data: the file's bytes, in any encoding that expat supports.
        listen: sets the handlers; a handler of elements raises `too_deep` below `MAX_DEPTH`.

    Raises:
        RefusedError: the file breaks a rule, or (`NotWellFormedError`) is not XML; with line and column.

    """
    with one_pass() as parser:
        try:
            limit_bytes(data, MAX_BYTES)
            check_encoding(data)
            parser.StartDoctypeDeclHandler = _doctype
            listen(parser)
            parser.Parse(data, True)
        except (expat.ExpatError, EncodingError, RefusedError) as error:
            raise _refusal(error, parser, data) from None


def too_deep(line: int = 0, column: int = 0) -> RefusedError:
    """Return the refusal of a file with elements nested more than `MAX_DEPTH` deep."""
    return RefusedError(
        message("elements are nested more than {most} deep", most=MAX_DEPTH),
        message("Reduce the nesting to about a dozen levels"),
        line,
        column,
    )


def _refusal(
    error: expat.ExpatError | EncodingError | RefusedError, parser: expat.XMLParserType, data: bytes
) -> RefusedError:
    """Return the refusal of a file, with its location."""
    if isinstance(error, EncodingError):
        return RefusedError(error.message, message("Save the file as UTF-8"), 1, 1)
    if isinstance(error, RefusedError):
        return RefusedError(error.message, error.hint, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
    check_memory(error)
    problem, hint = undefined_entity(error, parser, data) or not_utf8(data) or _explain(error)
    return NotWellFormedError(_still_open(data, problem), hint, error.lineno, error.offset + 1)


def _doctype(_: str, system: str | None, public: str | None, subset: int) -> None:
    if subset or ((system or public) and not (system or "").startswith("about:")):
        raise RefusedError(
            message("it has a DTD"), message("Write only <!DOCTYPE html>: a DTD can load entities and files")
        )


def _still_open(data: bytes, problem: Message) -> Message:
    """Add the element that is still open at the error; the file is parsed once more to find it."""
    open_: list[tuple[str, int]] = []
    with one_pass() as parser, suppress(expat.ExpatError):
        parser.StartElementHandler = lambda name, _: open_.append((name, parser.CurrentLineNumber))
        parser.EndElementHandler = lambda _: open_.pop()
        parser.Parse(data, True)
    return (
        message(
            "{why}; <{element}> from line {line} is still open", why=problem, element=open_[-1][0], line=open_[-1][1]
        )
        if open_
        else problem
    )


_EXPLAINED = {
    expat.errors.XML_ERROR_UNDEFINED_ENTITY: (
        message("undefined entity"),
        NO_NAMES,
    ),
    expat.errors.XML_ERROR_TAG_MISMATCH: (
        message("mismatched tag"),
        message("Close the most recently opened element first"),
    ),
    expat.errors.XML_ERROR_UNKNOWN_ENCODING: (message("unknown encoding"), message("Save the file as UTF-8")),
    expat.errors.XML_ERROR_INVALID_TOKEN: (
        message("not well-formed (invalid token)"),
        message("Write & as &amp; and < as &lt; in text and attributes"),
    ),
    expat.errors.XML_ERROR_NO_ELEMENTS: (
        message("no element found"),
        message("Restore the file: it is empty or cut off"),
    ),
}
"""The most frequent errors of expat; all others are reported in its own words."""


def _explain(error: expat.ExpatError) -> tuple[Message, Message]:
    """Return the problem and the help for an error of expat."""
    problem = parser_message(error)
    return _EXPLAINED.get(problem) or (problem, message("Make the file well-formed XHTML"))


@contextmanager
def one_pass() -> Iterator[expat.XMLParserType]:
    """Yield a parser, and remove its handlers at the end.

    A handler that asks its parser for a position forms a reference cycle with it. Otherwise the cycle keeps everything
    that the handlers hold, the whole report, until garbage collection.
    """
    parser = expat.ParserCreate()
    try:
        yield parser
    finally:
        parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None
        parser.XmlDeclHandler = parser.StartDoctypeDeclHandler = parser.CommentHandler = None


def check_encoding(data: bytes) -> None:
    """Read a file up to its first element, at which its encoding is known.

    In a pass with our own handlers the same exception might come from them, and would be taken for a fault of the file.

    Raises:
        EncodingError: expat cannot read the encoding. Other faults of the file are left to that pass.
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
    """Handle the first element, after which no more of the file is needed."""
    raise RootReached


def check_memory(error: expat.ExpatError) -> None:
    """Raise MemoryError if expat ran out of memory, which is not a fault of the file."""
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


def parser_message(error: expat.ExpatError) -> Message:
    """Return expat's own description of an error."""
    words = expat.ErrorString(error.code)
    return _ERRORS.get(words) or (foreign(words, _NOT_WELL_FORMED) if words else _NOT_WELL_FORMED)
