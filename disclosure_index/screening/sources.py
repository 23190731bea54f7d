"""Addresses that somebody names -> the reports there."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import fsspec  # type: ignore[import-untyped]

from disclosure_index.errors import ConfigError
from disclosure_index.messages import message
from disclosure_index.project.paths import FILE_NAME
from disclosure_index.reading.registry import READERS
from disclosure_index.screening.requests import Source

SHEETS = (".csv", ".xlsx")
"""What lies in a folder of reports as a table about them; a sheet that is named itself is looked at."""

_ABOUT = ("readme", "license", "notice")
"""Names, without suffix, of files about the others of a folder."""


@dataclass(frozen=True, slots=True)
class FoundReports:
    """The reports at some addresses, and how many other files lie in the folders, by suffix."""

    sources: tuple[Source, ...]
    passed_over: Counter[str]


def find_sources(addresses: Iterable[str]) -> FoundReports:
    """Find the reports at addresses.

    A folder with a project file is one tagged report; of any other folder, with all folders below it, each file that
    there is a reader for is a report, and each tagged folder. An address with ``*`` is each that matches. What is not
    there is a source all the same, which nothing will be found at.

    Args:
        addresses: paths or anything that fsspec takes, such as ``s3://bucket/reports``.

    Raises:
        ConfigError: no package reads an address, or a folder or a pattern has no report.
    """
    found: dict[str, Source] = {}
    passed_over: Counter[str] = Counter()
    for address in addresses:
        try:
            system, path = fsspec.core.url_to_fs(address)
        except (ImportError, ValueError) as error:
            raise ConfigError(message("cannot be opened: {why}", why=str(error)), address) from error
        at = _Place(system, path, address)
        sources = list(at.sources(passed_over))
        if not sources:
            raise ConfigError(message("has no report"), address)
        found |= {source.id: source for source in sources}
    return FoundReports(tuple(found[id] for id in sorted(found)), passed_over)


def source_at(address: str, **more: Any) -> Source:
    """Return the source at one address, which is a file or a folder with a project file."""
    system, path = fsspec.core.url_to_fs(address)
    return _Place(system, path, address).source(path, **more)


@dataclass(frozen=True, slots=True)
class _Place:
    """An address, as it is written, in the file system that it is in."""

    system: Any
    path: str
    written: str

    def sources(self, passed_over: Counter[str]) -> Iterator[Source]:
        if any(sign in self.path for sign in "*?["):
            for path in sorted(self.system.glob(self.path)):
                yield from self._at(path, passed_over)
        else:
            yield from self._at(self.path, passed_over)

    def _at(self, path: str, passed_over: Counter[str]) -> Iterator[Source]:
        if not self.system.isdir(path):
            yield self.source(path)
            return
        files = sorted(self.system.find(path))
        tagged = {str(PurePosixPath(file).parent) for file in files if PurePosixPath(file).name == FILE_NAME}
        yield from (self.source(folder, tagged=True) for folder in sorted(tagged))
        for file in files:
            if not any(str(folder) in tagged for folder in PurePosixPath(file).parents):
                if _is_report(file):
                    yield self.source(file)
                else:
                    passed_over[PurePosixPath(file).suffix.lower()] += 1

    def source(self, path: str, *, tagged: bool | None = None) -> Source:
        if tagged is None:
            tagged = self.system.exists(f"{path}/{FILE_NAME}")
        shown = self._shown(path)
        return Source(shown, (shown,), (self.system.unstrip_protocol(path),), tagged)

    def _shown(self, path: str) -> str:
        """Return the address of a path as it would be written: below a relative one, a relative one."""
        if "://" in self.written or "::" in self.written:
            return str(self.system.unstrip_protocol(path))
        return path if Path(self.written).is_absolute() else Path(os.path.relpath(path)).as_posix()


def _is_report(file: str) -> bool:
    name = PurePosixPath(file)
    suffix = name.suffix.lower()
    return suffix in READERS and suffix not in SHEETS and name.stem.lower() not in _ABOUT
