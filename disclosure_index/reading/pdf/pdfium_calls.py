"""The functions of pdfium that are called for each character and drawing of a page, with addresses as arguments.

With the typed pointers of pypdfium2, ctypes makes an object for each call; with addresses a call takes half the time.
"""

from collections.abc import Callable, Iterator
from ctypes import CFUNCTYPE, c_void_p, cast
from functools import cache
from typing import Any


@cache
def by_address(name: str) -> Callable[..., Any]:
    """Return a function of pdfium that takes and returns addresses instead of pointers; None for a null pointer."""
    from pypdfium2 import raw  # type: ignore[import-untyped]

    typed = getattr(raw, name)
    kinds = [_plain(kind) for kind in (typed.restype, *typed.argtypes)]
    return CFUNCTYPE(*kinds)(cast(typed, c_void_p).value)  # type: ignore[arg-type]


def address_of(opened: Any) -> int:
    """Return the address of a page, or of its text, opened by pypdfium2."""
    return cast(opened.raw, c_void_p).value or 0


def objects_of(holder: int, depth: int) -> Iterator[int]:
    """Yield the drawings of a page or, at a depth above 0, of a form."""
    count, get = (
        ("FPDFFormObj_CountObjects", "FPDFFormObj_GetObject")
        if depth
        else ("FPDFPage_CountObjects", "FPDFPage_GetObject")
    )
    found = by_address(get)
    for number in range(by_address(count)(holder)):
        yield found(holder, number)


def _plain(kind: Any) -> Any:
    return c_void_p if hasattr(kind, "contents") else kind
