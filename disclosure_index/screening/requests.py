"""Requests to screen a report, and their results, as values that pass between processes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

TIMEOUT = 120.0
"""Seconds that a report may take: the longest of the published ones that are tested with, 282 pages, takes six."""

MEMORY = 2048
"""MiB that a report may take: the largest of them takes 500."""

Row = dict[str, Any]
Rows = dict[str, list[Row]]
"""Rows by data set, each a mapping by column of JSON values; days are ISO texts."""


class Kind(StrEnum):
    """Why a report, or a part of it, could not be checked."""

    UNREADABLE = "unreadable"  # not there, damaged, encrypted, without text
    TOO_LARGE = "too-large"
    NO_FRAMEWORK = "no-framework"
    CONFIGURATION = "configuration"
    IN_PART = "in-part"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASHED = "crashed"
    INTERNAL = "internal"
    WORKER_LOST = "worker-lost"


@dataclass(frozen=True, slots=True)
class Source:
    """One report to look at, and what is known of it beforehand.

    Attributes:
        id: the identifier of the report, unique in a screen.
        addresses: of its files, one per language, or of its folder; as somebody wrote them.
        opened: the same as fsspec takes them on any worker: local ones are absolute.
        tagged: whether it is a folder with a project file.
        given: what the issuers' table says, by column; it goes before what the report says.
        more: the table's further columns.
    """

    id: str
    addresses: tuple[str, ...]
    opened: tuple[str, ...]
    tagged: bool = False
    given: Mapping[str, str] = field(default_factory=dict)
    more: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Options:
    """What holds for every report of a screen.

    Attributes:
        as_of: the day on which suppressions are weighed, and after whose year no report is taken to be about; ISO.
        language: of messages; one of `LANGUAGES`.
        timeout: seconds that a report may take.
        memory: MiB that a report may take.
        definitions: a folder of further frameworks, where the workers see it; "" for none.
        suggestions: whether passages are looked for that may answer a gap.
    """

    as_of: str
    language: str = "en"
    timeout: float = TIMEOUT
    memory: int = MEMORY
    definitions: str = ""
    suggestions: bool = True


@dataclass(frozen=True, slots=True)
class Looked:
    """The result of screening one report.

    Attributes:
        id: of the report.
        rows: JSON of the rows and of what `--resume` compares; b"" where the report is unchanged.
        run: seconds, worker and peak memory, which differ from run to run.
        problems: those rows of `problems`, for the log.
    """

    id: str
    rows: bytes
    run: Mapping[str, Any]
    problems: tuple[Row, ...] = ()
