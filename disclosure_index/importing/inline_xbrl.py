"""Tags from the taxonomy elements of an inline XBRL report: the disclosures and datapoints of its facts."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure_index.catalog.store import Catalog
from disclosure_index.files.named_files import MAX_DOCUMENT, read_file
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Document, Finding, Location, Tag, parse_reference
from disclosure_index.reading.ixbrl.facts import is_inline_xbrl
from disclosure_index.reading.ixbrl.reader import read_ixbrl
from disclosure_index.reading.registry import PLAIN, ReadOptions, read_document

if TYPE_CHECKING:
    from disclosure_index.catalog.notation.code_shapes import CodeShapes

_SUFFIXES = frozenset({".xhtml", ".html", ".htm"})


def read_source(
    path: Path, name: str, catalog: Catalog, shapes: "CodeShapes", options: ReadOptions = PLAIN
) -> tuple[Document, tuple[date, date] | None]:
    """Read a source as `read_document` does; an inline XBRL report gets tags for the elements in it.

    The second value is the financial year of most of its facts, None for other sources.
    """
    if path.suffix.lower() in _SUFFIXES:
        try:
            data = read_file(path, MAX_DOCUMENT)
        except OSError:
            data = b""  # read_document reports it
        if is_inline_xbrl(data):
            document, stated = read_ixbrl(data, name, "")
            return with_tags(document, elements_of(catalog)), stated.period()
    return read_document(path, name, "", shapes, options), None


def elements_of(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Return the references of each taxonomy element, from the definitions."""
    found: dict[str, list[str]] = {}
    for framework in catalog.frameworks.values():
        for disclosure in framework.disclosures:
            reference = f"{disclosure.short}@{disclosure.edition}" if disclosure.edition else disclosure.short
            for element in disclosure.element:
                found.setdefault(_plain(element), []).append(reference)
            parts = [(point.id, point.element) for point in disclosure.datapoints]
            for part, elements in (*parts, *disclosure.letters):
                for element in elements:
                    found.setdefault(_plain(element), []).append(f"{reference}#{part}")
    return {element: tuple(dict.fromkeys(references)) for element, references in found.items()}


def _plain(element: str) -> str:
    """Return an element's name for comparison: ``ifrs-sds_Name`` is ``ifrs-sds:Name``, ignoring case."""
    return element.replace("_", ":", 1).casefold() if ":" not in element else element.casefold()


def with_tags(document: Document, elements: Mapping[str, tuple[str, ...]]) -> Document:
    """Return a document whose tags are references instead of names of elements; unknown elements are reported."""
    tags: list[Tag] = []
    unknown: list[Tag] = []
    for tag in document.tags:
        found = False
        for name in tag.text.split():
            for reference in elements.get(_plain(name), ()):
                found = True
                tags.append(tag._replace(text=reference, reference=parse_reference(reference)))
        if not found:
            unknown.append(tag)
    return replace(
        document, tags=tuple(tags), findings=(*document.findings, *_unknown_elements(unknown, document.path))
    )


def _unknown_elements(unknown: list[Tag], path: str) -> Iterator[Finding]:
    """Report the elements that no definition names, once for each taxonomy."""
    counts = Counter(tag.text.partition(":")[0] for tag in unknown)
    for prefix, count in sorted(counts.items()):
        names = list(dict.fromkeys(tag.text for tag in unknown if tag.text.startswith(f"{prefix}:")))
        problem = message(
            'Facts of the taxonomy "{taxonomy}" are not read as tags ({count}): no definition names {elements}',
            taxonomy=prefix,
            count=count,
            elements=joined(COMMA, names[:3]),
        )
        place = next((t.span.location for t in unknown if t.text.startswith(f"{prefix}:")), Location(path))
        yield Finding("DI617", problem, place, message("Tag by hand what answers a disclosure"))
