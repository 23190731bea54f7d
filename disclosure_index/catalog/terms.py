"""The words by which a passage that answers a disclosure is found: ``terms/`` beside the definitions.

Only suggestions need them, so a file is read when the first of its disclosures is asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from disclosure_index.catalog.companions import files, row_of
from disclosure_index.model import LANGUAGES, Disclosure

FOLDER = "terms"


class Words(NamedTuple):
    """Words of one language.

    `names` are what people call the matter, `terms` what is said where it is answered. Without one of `needs` a passage
    hardly answers it; one of `against` tells that it is about a neighbour.
    """

    names: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    against: tuple[str, ...] = ()


class Terms(NamedTuple):
    """The words of one disclosure, per language, and the units that its figures come in."""

    words: Mapping[str, Words]
    units: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """The terms of frameworks, given the folder of each."""

    folders: Mapping[str, Path] = field(default_factory=dict)

    def of(self, disclosure: Disclosure) -> Terms:
        """Return the words of a disclosure; none where its file cannot be read, which `frameworks lint` tells."""
        return _terms(row_of(self.folders, disclosure, FOLDER, "terms"))

    def files(self, framework: str) -> list[Path]:
        """List the files of a framework."""
        return files(self.folders, framework, FOLDER)


def _terms(row: Mapping[str, Any]) -> Terms:
    words = {lang: table for lang in LANGUAGES if isinstance(table := row.get(lang), dict)}
    kinds = Words._fields
    return Terms(
        {lang: Words(*(_texts(table.get(kind)) for kind in kinds)) for lang, table in words.items()},
        _texts(row.get("units")),
    )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(text for text in value if isinstance(text, str)) if isinstance(value, list) else ()
