"""Pasted text is text: none of its characters is a key.

Textual reads an escape character in pasted text as the beginning of a key, and the rest as keys.
"""

import re
from collections.abc import Iterable

from textual._xterm_parser import XTermParser
from textual.drivers import linux_driver, web_driver
from textual.message import Message

_BEGIN, _END = "\x1b[200~", "\x1b[201~"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class PasteFilter:
    """Removes control characters between the marks of a paste, in however many pieces it arrives."""

    def __init__(self) -> None:
        self._is_paste = False
        self._seen = ""  # the end of the last piece, which may be the beginning of a mark
        self._held = ""  # the end of a paste, which may be the beginning of its closing mark

    def __call__(self, data: str) -> str:
        """Return the filtered input."""
        passed = ""
        data, self._held = self._held + data, ""
        while data:
            if self._is_paste:
                text, end, data = data.partition(_END)
                if not end:
                    held = next((n for n in range(len(_END) - 1, 0, -1) if text.endswith(_END[:n])), 0)
                    text, self._held = text[: len(text) - held], text[len(text) - held :]
                self._is_paste = not end
                passed += _CONTROL.sub("", text) + end
            else:
                at = (self._seen + data).find(_BEGIN)
                size = len(data) if at < 0 else at + len(_BEGIN) - len(self._seen)
                text, data = data[:size], data[size:]
                self._is_paste = at >= 0
                self._seen = "" if self._is_paste else (self._seen + text)[1 - len(_BEGIN) :]
                passed += text
        return passed


class _Parser(XTermParser):
    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._filtered = PasteFilter()

    def feed(self, data: str) -> Iterable[Message]:
        """Read a piece of the input; "" ends it."""
        passed = self._filtered(data) if data else ""
        return super().feed(passed) if passed or not data else ()


def filter_pastes() -> None:
    """Make the drivers of this process read pasted text as text."""
    for driver in (linux_driver, web_driver):
        setattr(driver, "XTermParser", _Parser)  # noqa: B010 - they do not export what they make
