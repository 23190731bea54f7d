"""The elements of a document by location, and their ids in the next version."""

from collections.abc import Mapping
from dataclasses import replace

from disclosure_index.carrying.carriage import VersionAlignment
from disclosure_index.carrying.spans import Spans
from disclosure_index.model import Document, Location, Span


def elements_of(spans: Spans) -> dict[Location, Span]:
    """Return the elements that can carry a suppression or an id: passages, sections, and tagged elements."""
    document = spans.document
    found = {passage.location: spans.of_passages(n, n + 1) for n, passage in enumerate(document.passages)}
    found |= {document.sections[index].location: spans.of_section(index) for index in spans.extents}
    tagged = [*(tag.span for tag in document.tags), *(omission.span for omission in document.omissions)]
    return {**found, **{span.location: span for span in tagged}}


def with_anchors(
    document: Document, old: Document, elements: Mapping[Location, Span], versions: VersionAlignment
) -> tuple[Document, tuple[str, ...]]:
    """Restore the ids that links and baselines use; return the document, and the ids that cannot be restored."""
    anchors = dict(document.anchors)
    taken = set(anchors.values())
    lost = []
    for id, location in old.anchors.items():
        span = elements.get(location)
        target = versions.carry(span).target if span else None
        if id in anchors:
            continue
        if target is None or target.location in taken:
            lost.append(id)
        else:
            anchors[id] = target.location
            taken.add(target.location)
    return replace(document, anchors=anchors), tuple(lost)
