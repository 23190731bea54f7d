"""What a disclosure asks for, in the reader's language: ``chinese/`` beside the definitions, which are in English.

Few commands show it, so a file is read when the first of its disclosures is asked for.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from disclosure_index.catalog.companions import files, row_of
from disclosure_index.model import LANGUAGES, Disclosure

FOLDER = "chinese"


class Text(NamedTuple):
    """The summary of a disclosure and the titles of its datapoints, by their ids."""

    summary: str
    datapoints: Mapping[str, str]


@dataclass(frozen=True)
class Texts:
    """The texts of frameworks, given the folder of each; English alone without one."""

    folders: Mapping[str, Path] = field(default_factory=dict)

    def of(self, disclosure: Disclosure, language: str) -> Text:
        """Return what a disclosure asks for; in English what its file has not, which `frameworks lint` tells."""
        points = {point.id: point.title for point in disclosure.datapoints}
        if language == "en" or disclosure.framework not in self.folders:
            return Text(disclosure.summary, points)
        said = _table(row_of(self.folders, disclosure, FOLDER, "text").get(language))
        titles = _table(said.get("datapoints"))
        return Text(
            _or_english(said.get("summary"), disclosure.summary),
            {id: _or_english(titles.get(id), title) for id, title in points.items()},
        )

    def titles(self, disclosure: Disclosure, datapoint: str) -> "DatapointTitles":
        """Return the title of a datapoint per language, each looked up when it is asked for."""
        return DatapointTitles(self, disclosure, datapoint)

    def files(self, framework: str) -> list[Path]:
        """List the files of a framework."""
        return files(self.folders, framework, FOLDER)


@dataclass(frozen=True, eq=False)
class DatapointTitles(Mapping[str, str]):
    """The title of a datapoint, by language; the datapoint's id where there is none."""

    texts: Texts
    disclosure: Disclosure
    datapoint: str

    def __getitem__(self, language: str) -> str:
        return self.texts.of(self.disclosure, language).datapoints.get(self.datapoint, self.datapoint)

    def __iter__(self) -> Iterator[str]:
        return iter(LANGUAGES)

    def __len__(self) -> int:
        return len(LANGUAGES)


def _table(value: object) -> Mapping[str, object]:
    return value if isinstance(value, dict) else {}


def _or_english(value: object, english: str) -> str:
    return value if isinstance(value, str) and value else english
