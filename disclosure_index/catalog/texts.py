"""What a disclosure asks for, in the reader's language: ``chinese/`` beside the definitions, which are in English.

Few commands show it, so a file is read when the first of its disclosures is asked for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from disclosure_index.catalog.beside import files, row_of
from disclosure_index.model import Disclosure

FOLDER = "chinese"


class Text(NamedTuple):
    """The summary of a disclosure and the titles of its datapoints, by their ids."""

    summary: str
    datapoints: Mapping[str, str]


@dataclass(frozen=True)
class Texts:
    """The texts of the definitions in one folder; English alone without a folder."""

    folder: Path | None = None

    def of(self, disclosure: Disclosure, language: str) -> Text:
        """Give what a disclosure asks for; in English what its file has not, which `frameworks lint` tells."""
        points = {point.id: point.title for point in disclosure.datapoints}
        if self.folder is None or language == "en":
            return Text(disclosure.summary, points)
        said = _table(row_of(self.folder, disclosure, FOLDER, "text").get(language))
        titles = _table(said.get("datapoints"))
        return Text(
            _or_english(said.get("summary"), disclosure.summary),
            {id: _or_english(titles.get(id), title) for id, title in points.items()},
        )

    def files(self, framework: str) -> list[Path]:
        """List the files of a framework."""
        return files(self.folder, framework, FOLDER)


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _or_english(value: object, english: str) -> str:
    return value if isinstance(value, str) and value else english
