"""Checksums of the source's passages, kept in the tagged document to detect passages that were edited there.

A comment after the last element holds a checksum of each passage of the source. It moves with the document, and readers
of documents ignore it.
"""

import re
from array import array
from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Iterable
from zlib import crc32

from disclosure_index.edits.text_identity import exact_key

_OPENING = '<!-- Texts of the source, for "disclosure-index update": '
_COMMENT = re.compile(re.escape(_OPENING).encode() + rb"([A-Za-z0-9+/=]*) -->")
_SIZE = 4
"""Bytes of a checksum: an edit in a report with 3,000 passages has the checksum of one by chance once in a million."""


def with_source_texts(written: str, keys: Iterable[str]) -> str:
    """Return a document with the checksums of its source's passages, given by their exact keys."""
    numbers = array("I", sorted({checksum(key) for key in keys}))
    return f"{written}{_OPENING}{b64encode(b''.join(n.to_bytes(_SIZE, 'big') for n in numbers)).decode()} -->\n"


def with_own_texts(written: str, texts: Iterable[str]) -> str:
    """Return a newly imported document with the checksums of its passages."""
    return with_source_texts(written, map(exact_key, texts))


def source_texts(document: bytes) -> frozenset[int] | None:
    """Return the checksums of the source's passages; None for a document without them."""
    found = _COMMENT.search(document, max(document.rfind(_OPENING.encode()), 0))
    if found is None:
        return None
    try:
        data = b64decode(found[1], validate=True)
    except Error:
        return None
    if len(data) % _SIZE:
        return None
    return frozenset(int.from_bytes(data[n : n + _SIZE], "big") for n in range(0, len(data), _SIZE))


def checksum(key: str) -> int:
    """Return the checksum of a passage's exact key."""
    return crc32(key.encode("utf-8", "replace"))
