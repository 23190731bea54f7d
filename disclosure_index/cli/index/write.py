"""``index --write``, and the check of ``index --check``: the index between the markers of the documents."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from disclosure_index.assessment.assess import Assessment
from disclosure_index.cli.index.tables import Wanted, tables_of
from disclosure_index.did_you_mean import nearest
from disclosure_index.edits import EditError, apply, write_files
from disclosure_index.edits.marked_regions import END, Region, add_region, begin, find_regions
from disclosure_index.errors import ConfigError
from disclosure_index.messages import AFTER_PLACE, COMMA, joined, message
from disclosure_index.model import LANGUAGES, Location, Message
from disclosure_index.outputs.markdown_fragment import markdown_fragment
from disclosure_index.outputs.word_fragment import word_fragment
from disclosure_index.outputs.xhtml_fragment import fragment
from disclosure_index.reading.registry import source_type
from disclosure_index.tables.by_section import as_printed
from disclosure_index.tables.links import links
from disclosure_index.tables.locations import FULL, LINKS, LOCATIONS
from disclosure_index.tables.table import Table

PRINTED_VIEWS = ("sections", "principles", "filing")
"""The views that a report prints; the others are working lists."""


class Stale(NamedTuple):
    """An index between markers that no longer matches the tags."""

    location: Location  # of the first different line
    lines: int  # how many lines would change


def write_indexes(
    assessment: Assessment, sources: Mapping[str, bytes], at: str, options: Mapping[str, str], within: Path | None
) -> Iterator[Message]:
    """Write the indexes between the markers of all documents, and return messages, document by document.

    Args:
        assessment: of the report.
        sources: the bytes of the assessed documents, by path.
        at: the id of the element at whose end markers are inserted, in each document without any; "" for none.
        options: the options for these markers.
        within: the folder that must contain the documents; None for anywhere.

    Raises:
        ConfigError: no document has markers, or one cannot be written; none is changed.
    """
    before = {d.path: sources[d.path] for d in assessment.report.documents}
    try:
        marked = {path: _marked(assessment, path, data, at, options) for path, data in before.items()}
        regions = {path: find_regions(data, path) for path, data in marked.items()}
        if not any(regions.values()):
            raise _no_markers()
        after = {
            path: apply(data, [r.filled(lines) for r, lines in _made(assessment, path, regions[path])])[0]
            for path, data in marked.items()
        }
        write_files(before, after, within)
    except EditError as error:
        raise ConfigError.of_lines([error.message]) from error
    for path, found in regions.items():
        if not found:
            done = message("no markers, nothing written")
        else:
            done = message("written") if after[path] != before[path] else message("up to date")
        yield joined(AFTER_PLACE, (path, done))


def stale_indexes(assessment: Assessment, sources: Mapping[str, bytes]) -> Iterator[Stale | None]:
    """Yield, for each pair of markers in the documents, the stale index between them; None if it is current.

    Raises:
        ConfigError: the markers cannot be read.
    """
    try:
        for document in assessment.report.documents:
            regions = find_regions(sources[document.path], document.path)
            for region, lines in _made(assessment, document.path, regions):
                yield _compared(region, region.bytes_of(lines))
    except EditError as error:
        raise ConfigError.of_lines([error.message]) from error


def _marked(assessment: Assessment, path: str, data: bytes, at: str, options: Mapping[str, str]) -> bytes:
    """Return a document with markers, inserted if it has none and they were requested."""
    if not at or find_regions(data, path):
        return data
    document = next(d for d in assessment.report.documents if d.path == path)
    if at not in document.anchors:
        near = nearest(at, document.anchors)
        problem = message('no element has the id "{id}"', id=at)
        if near:
            problem = message('no element has the id "{id}"; the nearest is {near}', id=at, near=near)
        raise ConfigError(problem, path)
    return apply(data, [add_region(data, document.anchors[at], options)])[0]


def _no_markers() -> ConfigError:
    hint = message(
        "Write these two lines where the index goes, or name a section with --at ID:\n    {begin}\n    {end}",
        begin=begin({"view": "sections"}),
        end=END,
    )
    return ConfigError(message("no document has markers for the index"), hint=hint)


def _made(assessment: Assessment, path: str, regions: list[Region]) -> Iterator[tuple[Region, list[str]]]:
    """Yield each region with its new lines, in the language of its document."""
    for number, document in enumerate(assessment.report.documents):
        for region in regions if document.path == path else ():
            wanted, second = _wanted(assessment, region)
            languages = tuple(dict.fromkeys((document.language, *second)))
            tables = tables_of(assessment, wanted, number, languages, links("", Path(), Path()))
            if wanted.view == "sections":
                tables = list(map(as_printed, tables))
            yield region, _lines(path, region, tables, languages)


def _lines(path: str, region: Region, tables: Sequence[Table], languages: Sequence[str]) -> list[str]:
    """Return tables as lines of a document of the type of its path."""
    match source_type(path):
        case "markdown":
            return markdown_fragment(tables, languages)
        case "word":
            return word_fragment(tables, languages)
    prefix = region.place.element.rpartition(":")[0]
    return fragment(tables, languages, f"{prefix}:" if prefix else "")


def _wanted(assessment: Assessment, region: Region) -> tuple[Wanted, tuple[str, ...]]:
    """Return the tables that the options of a marker request, and the languages."""
    claimed = [claim.framework for claim in assessment.report.claims]
    locations = [how for how in LOCATIONS if how != LINKS]
    known = {"view": PRINTED_VIEWS, "framework": claimed, "locations": locations, "also": LANGUAGES}
    options: dict[str, str] = {}
    for option in region.options:
        key, _, value = option.partition("=")
        if key not in known:
            why = message('"{key}" is not an option of an index', key=key)
            raise _refused(region, why, message("Write one of {known}", known=joined(COMMA, known)))
        if value not in known[key]:
            why = message('{key} cannot be "{value}"', key=key, value=value)
            raise _refused(region, why, message("Write one of {known}", known=joined(COMMA, known[key])))
        options[key] = value
    view = options.get("view", PRINTED_VIEWS[0])
    if "framework" in options and view != "filing":
        why = message("framework does not apply to view={view}", view=view)
        raise _refused(region, why, message("Write view=filing"))
    second = (options["also"],) if "also" in options else ()
    return Wanted(view, options.get("framework", ""), options.get("locations", FULL)), second


def _refused(region: Region, why: Message, hint: Message) -> EditError:
    return EditError(message("cannot write the index"), region.location, why, hint)


def _compared(region: Region, wanted: bytes) -> Stale | None:
    if region.content == wanted:
        return None
    is_lines, be_lines = (region.encoded.decode(data).splitlines() for data in (region.content, wanted))
    same = next((n for n, (a, b) in enumerate(zip(is_lines, be_lines, strict=False)) if a != b), None)
    first = min(len(is_lines), len(be_lines)) if same is None else same
    at = region.location
    changed = len(set(is_lines) ^ set(be_lines))
    return Stale(at if first == 0 else Location(at.path, at.line + first, 1), changed)
