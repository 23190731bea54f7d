"""A screen: sources in, data sets out."""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from disclosure_index.errors import ConfigError
from disclosure_index.messages import message
from disclosure_index.screening.cluster import connected, look_at_all
from disclosure_index.screening.data_sets import write_data_sets
from disclosure_index.screening.issuers import read_issuers
from disclosure_index.screening.made_with import made_with
from disclosure_index.screening.requests import MEMORY, TIMEOUT, Looked, Options, Source
from disclosure_index.screening.results import Results, asked_digest
from disclosure_index.screening.rows import CHECKED, IN_PART, NOT_CHECKED
from disclosure_index.screening.sources import find_sources
from disclosure_index.session import definitions_in


@dataclass(slots=True)
class Screened:
    """How far a screen is: reports in all, and those that are done by what became of them.

    Attributes:
        total: reports that are to be looked at.
        checked: looked at as a whole.
        in_part: looked at, but something in them could not be checked.
        not_checked: not looked at.
        unchanged: those among them that had been looked at before.
        passed_over: files in the folders that are no reports, by suffix.
        further: the columns of the issuers' table that are only kept.
    """

    total: int
    checked: int = 0
    in_part: int = 0
    not_checked: int = 0
    unchanged: int = 0
    passed_over: Mapping[str, int] = field(default_factory=dict)
    further: tuple[str, ...] = ()

    @property
    def done(self) -> int:
        """How many reports are done."""
        return self.checked + self.in_part + self.not_checked

    def count(self, status: str) -> None:
        """Count a report by its status."""
        counted = {CHECKED: "checked", IN_PART: "in_part", NOT_CHECKED: "not_checked"}[status]
        setattr(self, counted, getattr(self, counted) + 1)


Progress = Callable[[Screened, Looked | None], None]


def screen(
    sources: Iterable[str | Path],
    output: str | Path,
    *,
    issuers: Path | None = None,
    workers: int | None = None,
    scheduler: str = "",
    timeout: float = TIMEOUT,
    memory: int = MEMORY,
    as_of: date | None = None,
    language: str = "",
    definitions: Path | None = None,
    resume: bool = False,
    progress: Progress = lambda _, __: None,
) -> Screened:
    """Look at reports, and write what was found out about them into a folder.

    Args:
        sources: files, folders, patterns or addresses; see `find_sources`.
        output: the folder of the data sets, which is new or empty, unless the screen in it is to go on.
        issuers: a table of reports; see `read_issuers`.
        workers: how many reports are looked at at once, here; by default as many as there are processors.
        scheduler: the address of a Dask scheduler that runs already, instead of workers here.
        timeout: seconds that one report may take.
        memory: MiB that one report may take.
        as_of: the day on which suppressions are weighed, and after whose year no report is taken to be about; by
            default that of the screen that goes on, or today.
        language: of the messages in the data; by default that of the screen that goes on, or English.
        definitions: a folder of frameworks besides the shipped ones, where every worker sees it.
        resume: whether results that are there are kept, of reports that are unchanged.
        progress: called with the state after each report, and its result; with None at the start.

    Raises:
        ConfigError: a source, the table or the folder cannot be used.
        CouldNotCheckError: there are no definitions in their folder, or the scheduler does not answer or
            is gone. What has arrived is kept.
    """
    folder = Path(output)
    results = Results(folder)
    asked, passed_over = _sources([str(source) for source in sources], issuers)
    settings = _settings(results, resume)
    day = as_of or date.fromisoformat(settings.get("as_of") or date.today().isoformat())  # noqa: DTZ011
    own = str(definitions.resolve()) if definitions and definitions_in(definitions) else ""
    options = Options(day.isoformat(), language or settings.get("language", "en"), timeout, memory, own)
    further = tuple(sorted({column for source in asked for column in source.more}))
    state = Screened(len(asked), passed_over=passed_over, further=further)
    digests = {source.id: asked_digest(source, options) for source in asked}
    with results.begun({"as_of": options.as_of, "language": options.language}):
        before = _unchanged(asked, options, results) if resume else {}
        try:
            with connected(workers or os.cpu_count() or 1, scheduler) as client:
                progress(state, None)
                for looked in look_at_all(client, asked, options, before):
                    _keep(looked, digests[looked.id], results, state, progress)
        finally:
            write_data_sets(results.rows(digests), folder)
        results.finish()
    return state


def _keep(looked: Looked, asked: str, results: Results, state: Screened, progress: Progress) -> None:
    """Keep what became of a report, count it and report progress."""
    if looked.rows:
        results.keep(looked, asked)
    else:
        state.unchanged += 1
        looked = replace(looked, run={"status": _status(results, looked.id), **looked.run})
    state.count(looked.run["status"])
    results.log(looked)
    progress(state, looked)


def _sources(addresses: Sequence[str], issuers: Path | None) -> tuple[tuple[Source, ...], dict[str, int]]:
    found = find_sources(addresses)
    listed = read_issuers(issuers) if issuers else ()
    every = {source.id: source for source in (*found.sources, *listed)}
    if len(every) < len(found.sources) + len(listed):
        raise ConfigError(message("the table of issuers and the sources name the same report; name it once"))
    if not every:
        raise ConfigError(message("name reports, or a table of issuers"))
    return tuple(every[id] for id in sorted(every)), dict(found.passed_over)


def _settings(results: Results, resume: bool) -> dict[str, str]:
    """Return the settings of the screen that goes on.

    Raises:
        ConfigError: there is something in the folder, and nothing is to go on.
    """
    folder = results.folder
    if folder.exists() and not folder.is_dir():
        raise ConfigError(message("is not a folder"), folder)
    settings = results.settings()
    if not resume and folder.is_dir() and any(folder.iterdir()):
        problem = message("already exists and is not empty; choose another folder, or go on with --resume")
        raise ConfigError(problem, folder)
    return settings if resume else {}


def _unchanged(sources: Iterable[Source], options: Options, results: Results) -> dict[str, str]:
    """Return the digests of files whose results may be kept: the same was asked, with the same program."""
    ours = made_with(options.definitions)
    known: dict[str, str] = {}
    for source in sources:
        kept = results.kept(source.id)
        if kept is None or kept.again or kept.asked != asked_digest(source, options):
            continue
        if kept.made_with == (ours["tool_version"], ours["definitions"]):
            known[source.id] = kept.sha256
    return known


def _status(results: Results, id: str) -> str:
    _, rows = next(iter(results.rows([id])))
    return str(rows["reports"][0]["status"])
