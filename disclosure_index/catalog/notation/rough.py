"""The table ``rough`` of a ``spelling.toml``: what codes look like, roughly."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields

Patterns = Sequence[str]
DASH = r"\s?[-\u2010-\u2015\u2212\uff0d]\s?"


@dataclass(frozen=True, slots=True)
class Rough:
    """What a framework's codes look like: enough to find the pages and rows of its index.

    Patterns that heed case, but for names; ``{dash}`` in them stands for any dash with spaces around it.

    Attributes:
        leads: what may stand before a code.
        codes: codes.
        rows: what else begins a row.
        items: what begins a row below a caption: a letter, a paragraph, a goal.
        broken: what is all of a row's first line, where its beginning goes on in the next one.
        standards: the name of a Standard, below which its disclosures stand.
        words: the beginning of a code in one word.
        quick: one of these is in every line with several codes; the codes themselves by default.
        names: of the framework in captions, besides what it is ``called``.
        worded: the same, where it is printed without codes.
    """

    leads: Patterns = ()
    codes: Patterns = ()
    rows: Patterns = ()
    items: Patterns = ()
    broken: Patterns = ()
    standards: Patterns = ()
    words: Patterns = ()
    quick: Patterns = ()
    names: Patterns = ()
    worded: Patterns = ()


def read_rough(table: Mapping[str, Patterns], name: str) -> Rough:
    """Return the table of the file `name`; ValueError names the key that is wrong."""
    known = [field.name for field in fields(Rough)]
    for key, patterns in table.items():
        if key not in known:
            raise ValueError(f"{name}: rough.{key}: no such key; known are {', '.join(known)}")
        for pattern in patterns:
            try:
                re.compile(pattern.replace("{dash}", DASH))
            except re.error as error:
                raise ValueError(f"{name}: rough.{key}: not a regular expression: {error}") from None
    return Rough(**table)
