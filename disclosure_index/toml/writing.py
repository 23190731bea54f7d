"""TOML as text."""


def quoted(text: str) -> str:
    r"""Return a basic string.

    >>> print(quoted('the "first" line'))
    "the \u0022first\u0022 line"
    """
    return '"' + "".join(c if c.isprintable() and c not in '"\\' else _escaped(c) for c in text) + '"'


def _escaped(character: str) -> str:
    code = ord(character)
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
