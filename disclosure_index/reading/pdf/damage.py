"""What pdfminer and pdfplumber raise on a damaged page; only imported where the extra is installed."""

import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

from pdfminer.ccitt import CCITTG4Parser
from pdfminer.cmapdb import CMapDB
from pdfminer.lzw import CorruptDataError
from pdfminer.pdffont import TrueTypeFont
from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

DAMAGE = (
    # Their own. pdfplumber wraps all that pdfminer raises while it lays out a page, but nothing before and after.
    PSException,
    MalformedPDFException,
    PdfminerException,
    CCITTG4Parser.InvalidData,
    CMapDB.CMapNotFound,
    CorruptDataError,
    TrueTypeFont.CMapNotFound,
    # They take the values of a file as they come, so that a wrong type or number fails wherever it is used.
    ArithmeticError,
    AssertionError,
    AttributeError,
    EOFError,
    LookupError,
    MemoryError,  # room for a size that the file names
    OSError,
    RuntimeError,  # with RecursionError, of what refers to itself, and NotImplementedError
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)


class DamagedPageError(Exception):
    """A library cannot read a page."""


@contextmanager
def page_damage() -> Iterator[None]:
    """Take what the libraries raise for damage of the file. No code of ours goes inside.

    Raises:
        DamagedPageError: they raised something.
    """
    try:
        yield
    except DAMAGE as error:
        raise DamagedPageError(f"{type(error).__name__}: {error}") from error
