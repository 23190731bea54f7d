"""The words of printed indexes in all languages: patterns, by their meaning.

To add a language, add its folder: `TAG/language.toml` has its names and the words that detect it, and
`TAG/index.toml` the words of its indexes. `en/index.toml` describes the keys.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

import rtoml

FOLDER = Path(__file__).parent
_NOTHING = "(?!)"
_FIRST = "en"
"""The language whose keys and patterns come first; the others borrow its codes and heads."""


@cache
def index_tables() -> Mapping[str, Mapping[str, Sequence[str]]]:
    """Return the tables of all languages by tag, English first."""
    paths = sorted(FOLDER.glob("*/index.toml"), key=lambda path: (path.parent.name != _FIRST, path.parent.name))
    return MappingProxyType({path.parent.name: rtoml.loads(path.read_text("utf-8")) for path in paths})


def words(*keys: str) -> str:
    """Return the pattern for any of the keys in all languages: `(?:see|siehe|voir|…)`; without words no match."""
    tables = index_tables().values()
    return f"(?:{'|'.join(pattern for key in keys for table in tables for pattern in table.get(key, ())) or _NOTHING})"
