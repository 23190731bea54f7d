"""One pass of expat over one file, after which nothing of it is left."""

from collections.abc import Iterator
from contextlib import contextmanager
from xml.parsers import expat


@contextmanager
def one_pass() -> Iterator[expat.XMLParserType]:
    """Give a parser, and take its handlers away in the end.

    A handler that asks its parser for a position makes a circle with it. Left alone, the circle keeps all that the
    handlers know, the whole report, until the garbage collector comes by.
    """
    parser = expat.ParserCreate()
    try:
        yield parser
    finally:
        parser.StartElementHandler = parser.EndElementHandler = parser.CharacterDataHandler = None
        parser.XmlDeclHandler = parser.StartDoctypeDeclHandler = parser.CommentHandler = None
