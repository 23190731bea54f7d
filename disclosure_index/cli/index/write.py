"""``index --write`` and what ``index --check`` says of it: the index between the markers of the documents."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from disclosure_index.assessment.assess import Assessment
from disclosure_index.cli.index.tables import Wanted, tables_of
from disclosure_index.did_you_mean import nearest
from disclosure_index.edits import EditError, apply, write_files
from disclosure_index.edits.marked_regions import END, Region, add_region, begin, find_regions
from disclosure_index.errors import CannotLookError, ConfigError
from disclosure_index.files import MAX_DOCUMENT, read_file
from disclosure_index.model import LANGUAGES, Location
from disclosure_index.outputs.xhtml_fragment import fragment
from disclosure_index.tables.by_section import as_printed
from disclosure_index.tables.locations import FULL, LINKS, LOCATIONS

PRINTED_VIEWS = ("sections", "principles", "filing")
"""The views that a report prints; the others are lists to work with."""


class Stale(NamedTuple):
    """An index between markers that is not what the tags say now."""

    location: Location  # of the first line that differs
    lines: int  # how many lines would change


def write_indexes(assessment: Assessment, at: str, options: Mapping[str, str], within: Path | None) -> Iterator[str]:
    """Put the indexes between the markers of all documents anew, and tell document by document what was done.

    Args:
        assessment: of the report as it is.
        at: the id of the element at whose end the markers are put, in each document without any; "" for nowhere.
        options: what these markers say.
        within: the folder that the documents have to be in; None for anywhere.

    Raises:
        ConfigError: no document has markers, or one cannot be written; none is changed.
    """
    before = {d.path: _bytes(d.path, within) for d in assessment.report.documents}
    try:
        marked = {path: _marked(assessment, path, data, at, options) for path, data in before.items()}
        regions = {path: find_regions(data, path) for path, data in marked.items()}
        if not any(regions.values()):
            raise ConfigError(_no_markers())
        after = {
            path: apply(data, [r.filled(lines) for r, lines in _made(assessment, path, regions[path])])[0]
            for path, data in marked.items()
        }
        write_files(before, after, within)
    except EditError as error:
        raise ConfigError(str(error)) from error
    for path, found in regions.items():
        if not found:
            yield f"{path}: no markers, nothing written"
        else:
            yield f"{path}: {'written' if after[path] != before[path] else 'up to date'}"


def stale_indexes(assessment: Assessment, within: Path | None) -> Iterator[Stale | None]:
    """Give, for each pair of markers of the documents, what is stale between them; None where nothing is.

    Raises:
        ConfigError: the markers cannot be read.
    """
    try:
        for document in assessment.report.documents:
            regions = find_regions(_bytes(document.path, within), document.path)
            for region, lines in _made(assessment, document.path, regions):
                yield _compared(region, region.bytes_of(lines))
    except EditError as error:
        raise ConfigError(str(error)) from error


def _bytes(path: str, within: Path | None) -> bytes:
    try:
        return read_file(Path(path), MAX_DOCUMENT, within)
    except OSError as error:  # it could be read a moment ago
        raise CannotLookError(f"{path}: error: cannot be read: {error.strerror or error}") from error


def _marked(assessment: Assessment, path: str, data: bytes, at: str, options: Mapping[str, str]) -> bytes:
    """Return a document with markers, where it has none and they were asked for."""
    if not at or find_regions(data, path):
        return data
    document = next(d for d in assessment.report.documents if d.path == path)
    if at not in document.anchors:
        near = nearest(at, document.anchors)
        raise ConfigError(f'{path}: error: no element has the id "{at}"' + (f"; the nearest is {near}" if near else ""))
    return apply(data, [add_region(data, document.anchors[at], options)])[0]


def _no_markers() -> str:
    return (
        "error: no document has markers for the index\n"
        "  help: write these two lines where it is to stand, or name a section with --at ID:\n"
        f"    {begin({'view': 'sections'})}\n    {END}"
    )


def _made(assessment: Assessment, path: str, regions: list[Region]) -> Iterator[tuple[Region, list[str]]]:
    """Yield each region with the lines that are to stand in it, in the language of its document."""
    for number, document in enumerate(assessment.report.documents):
        for region in regions if document.path == path else ():
            wanted, second = _wanted(assessment, region)
            languages = tuple(dict.fromkeys((document.language, *second)))
            tables = tables_of(assessment, wanted, number, languages, Path())
            if wanted.view == "sections":
                tables = list(map(as_printed, tables))
            prefix = region.place.element.rpartition(":")[0]
            yield region, fragment(tables, languages, f"{prefix}:" if prefix else "")


def _wanted(assessment: Assessment, region: Region) -> tuple[Wanted, tuple[str, ...]]:
    """Read the options of a marker: which tables, and in which second language."""
    claimed = [claim.framework for claim in assessment.report.claims]
    locations = [how for how in LOCATIONS if how != LINKS]
    known = {"view": PRINTED_VIEWS, "framework": claimed, "locations": locations, "also": LANGUAGES}
    said: dict[str, str] = {}
    for option in region.options:
        key, _, value = option.partition("=")
        if key not in known:
            raise _refused(region, f'"{key}" is no option', f"write one of {', '.join(known)}")
        if value not in known[key]:
            raise _refused(region, f'{key} "{value}" is none', f"write one of {', '.join(known[key])}")
        said[key] = value
    view = said.get("view", PRINTED_VIEWS[0])
    if "framework" in said and view != "filing":
        raise _refused(region, f"framework narrows no view={view}", "write view=filing")
    second = (said["also"],) if "also" in said else ()
    return Wanted(view, said.get("framework", ""), said.get("locations", FULL)), second


def _refused(region: Region, why: str, hint: str) -> EditError:
    return EditError("cannot make the index", region.location, why, hint)


def _compared(region: Region, wanted: bytes) -> Stale | None:
    if region.content == wanted:
        return None
    is_lines, be_lines = (region.encoded.decode(data).splitlines() for data in (region.content, wanted))
    same = next((n for n, (a, b) in enumerate(zip(is_lines, be_lines, strict=False)) if a != b), None)
    first = min(len(is_lines), len(be_lines)) if same is None else same
    at = region.location
    changed = len(set(is_lines) ^ set(be_lines))
    return Stale(at if first == 0 else Location(at.path, at.line + first, 1), changed)
