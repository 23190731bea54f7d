"""What printed indexes say in the languages that are known: patterns, by what they mean.

A language touches its own folder alone: `TAG/language.toml` has its names and the words by which it is detected, and
`TAG/index.toml` the words of its indexes. `en/index.toml` says what the keys are.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

import rtoml

FOLDER = Path(__file__).parent
_NOTHING = "(?!)"
_FIRST = "en"
"""The language whose keys and patterns come first: that of the codes and heads which the others borrow."""


@cache
def index_tables() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Return the tables of all languages by tag, English first."""
    paths = sorted(FOLDER.glob("*/index.toml"), key=lambda path: (path.parent.name != _FIRST, path.parent.name))
    return MappingProxyType({path.parent.name: rtoml.loads(path.read_text("utf-8")) for path in paths})


def words(*keys: str) -> str:
    """Return the pattern for any of these, in any language: `(?:see|siehe|voir|…)`; never found where none has it."""
    tables = index_tables().values()
    return f"(?:{'|'.join(pattern for key in keys for table in tables for pattern in table.get(key, ())) or _NOTHING})"
