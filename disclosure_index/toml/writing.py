"""TOML as text."""


def quoted(text: str) -> str:
    r"""Return a basic string; half of a character, as in a file name that is not UTF-8, becomes a replacement sign.

    >>> print(quoted('the "first" line'))
    "the \u0022first\u0022 line"
    """
    return '"' + "".join(c if c.isprintable() and c not in '"\\' else _escaped(c) for c in text) + '"'


def _escaped(character: str) -> str:
    code = ord("\ufffd" if "\ud800" <= character <= "\udfff" else character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
