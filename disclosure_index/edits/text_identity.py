"""The identity of a text, regardless of white space, case and character width."""

from hashlib import sha256

from disclosure_index.reading.same_width import in_one_width

DIGEST_LENGTH = 16
"""Hexadecimal digits of a digest: of a million texts, two share one by chance once in thirty million reports."""


def exact_key(text: str) -> str:
    """Return the key that all spellings of one text share.

    >>> exact_key("Ｅnergy  use fell") == exact_key("energy use fell"), exact_key("用 電量")
    (True, '用電量')
    """
    plain = in_one_width(text)
    return "".join(plain.split()).casefold()


def digest_of(text: str) -> str:
    """Return the digest that identifies a text."""
    return sha256(exact_key(text).encode("utf-8", "replace")).hexdigest()[:DIGEST_LENGTH]
