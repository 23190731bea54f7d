"""Spans: the run of passages that a tag covers, and the element of the new version written around such a run."""

from collections.abc import Mapping

from disclosure_index.carrying.text_change import LONGEST
from disclosure_index.model import Document, Span
from disclosure_index.reading.extents import section_extents


class Spans:
    """The elements of one document that can carry a statement."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.extents: Mapping[int, tuple[int, int]] = section_extents(document)

    def of_section(self, index: int) -> Span:
        """Return the span of a whole section."""
        section = self.document.sections[index]
        first, last = self.extents.get(index, (0, 0))
        return Span(
            "section",
            section.location,
            index,
            first,
            last,
            None,
            section.anchor,
            section.page,
            section.last_page,
            section.language,
        )

    def of_passages(self, first: int, last: int, text: str | None = None) -> Span:
        """Return the span of passages `first` to `last` (exclusive); of a part of one passage with its own text."""
        passage = self.document.passages[first]
        return Span(
            "p" if last - first == 1 else "div",
            passage.location,
            passage.section,
            first,
            last,
            text,
            passage.anchor,
            passage.page,
            self.document.passages[last - 1].last_page,
            passage.language,
        )

    def is_section(self, span: Span) -> bool:
        """Whether a span is a whole section, by its element."""
        section = span.section
        if section is None or span.text is not None:
            return False
        whole = self.extents.get(section) == (span.first, span.last)
        return whole and span.location == self.document.sections[section].location

    def beginning(self, span: Span) -> str:
        """Return the beginning of the text of a span, longer than what is shown of one."""
        last, length = span.first, 0
        while last < span.last and length <= 2 * LONGEST:
            length += len(self.document.passages[last].text) + 1
            last += 1
        return self.text(span._replace(last=last))

    def text(self, span: Span) -> str:
        """Return the text of a span."""
        if span.text is not None:
            return span.text
        return "\n".join(passage.text for passage in self.document.passages[span.first : span.last])
