"""The results of a screen as they arrive, a file per report, from which data sets are made and `--resume` goes on."""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

from disclosure_index.errors import ConfigError
from disclosure_index.files.atomic_write import write_file
from disclosure_index.files.locks import hold
from disclosure_index.messages import message
from disclosure_index.screening.requests import Kind, Looked, Options, Source
from disclosure_index.screening.schema import VERSION

STATE = "state"
"""The folder beside the data sets that the results are kept in."""

SETTINGS = "screen.json"
UNFINISHED = "unfinished"
"""The file that is there from the start of a screen until its data sets are written."""

RUN = "run.jsonl"
"""Times, workers and memory, a line per report: the one file that differs from run to run."""

AGAIN = frozenset({Kind.TIMEOUT, Kind.MEMORY, Kind.CRASHED, Kind.INTERNAL, Kind.WORKER_LOST})
"""What may go better with other limits, on another day or with another version: it is tried again."""

_KEYS = {"id", "sha256", "asked", "rows"}
"""What a result has at least."""


class Kept(NamedTuple):
    """A result without its rows."""

    sha256: str
    asked: str
    made_with: tuple[str, str]
    again: bool


class Results:
    """The results in the folder of a screen.

    Args:
        folder: of the screen.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._state = folder / STATE

    @contextmanager
    def begun(self, settings: Mapping[str, Any]) -> Iterator[None]:
        """Record that a screen has begun, with its settings, and keep others from writing here meanwhile.

        Raises:
            ConfigError: another screen is writing here.
        """
        self._state.mkdir(parents=True, exist_ok=True)
        with (self._state / UNFINISHED).open("ab") as mark:
            if not hold(mark.fileno()):
                raise ConfigError(message("another screen is writing here; wait until it is done"), self.folder)
            text = json.dumps({"schema": VERSION, **settings}, ensure_ascii=False, indent=2, sort_keys=True)
            write_file(self._state / SETTINGS, [text.encode(), b"\n"])
            yield

    def finish(self) -> None:
        """Record that the data sets are complete."""
        (self._state / UNFINISHED).unlink(missing_ok=True)

    def settings(self) -> dict[str, Any]:
        """Return the settings of the screen that is here; none where there is none.

        Raises:
            ConfigError: they are those of another version, or cannot be read.
        """
        try:
            found = json.loads((self._state / SETTINGS).read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise ConfigError(message("is damaged; screen into a new folder"), self._state / SETTINGS) from error
        if not isinstance(found, dict) or found.get("schema") != VERSION:
            problem = message("holds data of another version; screen into a new folder")
            raise ConfigError(problem, self.folder)
        return found

    def keep(self, looked: Looked, asked: str) -> None:
        """Store a result atomically."""
        document = json.loads(looked.rows) | {"asked": asked}
        data = json.dumps(document, ensure_ascii=False, sort_keys=True).encode()
        path = self._path(looked.id)
        path.parent.mkdir(exist_ok=True)
        write_file(path, [gzip.compress(data, 1, mtime=0)])

    def kept(self, id: str) -> Kept | None:
        """Return what is known of a result; None where there is none that can be read."""
        document = self._read(self._path(id))
        if document is None or document.get("id") != id:
            return None
        made_with = (document.get("tool_version", ""), document.get("definitions", ""))
        kinds = {row["kind"] for row in document["rows"]["problems"]}
        return Kept(document["sha256"], document["asked"], made_with, not document["sha256"] or bool(kinds & AGAIN))

    def rows(self, ids: Iterable[str]) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield the results of these reports that there are, in order of their ids."""
        for id in sorted(ids):
            if document := self._read(self._path(id)):
                yield id, document["rows"]

    def log(self, looked: Looked) -> None:
        """Add a line to the log of the run."""
        line = json.dumps({"report": looked.id, **looked.run}, ensure_ascii=False)
        with (self.folder / RUN).open("a", encoding="utf-8", errors="replace") as file:
            file.write(f"{line}\n")

    def _path(self, id: str) -> Path:
        name = sha256(id.encode("utf-8", "replace")).hexdigest()
        return self._state / name[:2] / f"{name[2:18]}.json.gz"

    def _read(self, path: Path) -> dict[str, Any] | None:
        try:
            found = json.loads(gzip.decompress(path.read_bytes()))
        except (OSError, EOFError, ValueError):  # not there, or damaged: the report is looked at again
            return None
        return found if isinstance(found, dict) and found.keys() >= _KEYS else None


def is_unfinished(folder: Path) -> bool:
    """Whether a screen has begun in a folder and its data sets are not complete."""
    return (folder / STATE / UNFINISHED).exists()


def asked_digest(source: Source, options: Options) -> str:
    """Return the digest of the settings that determine the rows of a report; limits are not among them."""
    asked = asdict(source) | {"opened": ()}
    asked |= {"as_of": options.as_of, "language": options.language, "suggestions": options.suggestions}
    return sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()
