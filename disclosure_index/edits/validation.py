"""Validation of what an edit writes: well-formed references, and text that XML allows."""

import re
from collections.abc import Iterable

from disclosure_index.edits.edits import Place
from disclosure_index.edits.errors import EditError
from disclosure_index.messages import message
from disclosure_index.model import parse_reference

_INVALID = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def check_references(references: Iterable[str], place: Place) -> None:
    """Refuse malformed references.

    Raises:
        EditError: one of them is malformed.

    """
    for text in references:
        check_text(text, place)
        if parse_reference(text) is None:
            hint = message("Write framework:code[@edition][#datapoint], such as gri:305-1")
            why = message('"{text}" is not a reference', text=_shown(text))
            raise EditError(message("cannot tag"), place.location, why, hint)


def check_text(text: str, place: Place) -> None:
    """Refuse text that XML does not allow.

    Raises:
        EditError: the text contains a control character or half of a surrogate pair.

    """
    if found := _INVALID.search(text):
        why = message("the text contains {character}, which XML does not allow", character=f"U+{ord(found[0]):04X}")
        raise EditError(message("cannot write"), place.location, why, message("Remove the character"))


def _shown(text: str) -> str:
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text[:60])
