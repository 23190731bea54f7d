"""Places in Word files as people find them: paragraph, headings and page, since a paragraph has no line."""

from collections.abc import Mapping

from disclosure_index.assessment.assess import Assessment
from disclosure_index.messages import CLAUSE_COMMA, joined, message
from disclosure_index.model import Document, Location, Message, Passage
from disclosure_index.reading.registry import is_word


class WordPlaces:
    """Finds the passages of Word documents by their paragraphs; each document is looked through once, when needed."""

    def __init__(self, assessment: Assessment) -> None:
        self._documents = {d.path: d for d in assessment.report.documents if is_word(d.path)}
        self._passages: dict[str, Mapping[int, Passage]] = {}

    def of(self, at: Location) -> Message | None:
        """Return the paragraph, the sections around it and the page; None for a place in another file."""
        document = self._documents.get(at.path)
        if document is None or not at.line:
            return None
        passage = self._passage(document, at.line)
        parts = [message("paragraph {number}", number=at.line)]
        if passage is not None:
            titles = " > ".join(section.title for section in document.path_of(passage.section) if section.title)
            parts += [message("in {section}", section=titles)] if titles else []
            parts += [message("page {page}", page=passage.page)] if passage.page else []
        return joined(CLAUSE_COMMA, parts)

    def _passage(self, document: Document, paragraph: int) -> Passage | None:
        if document.path not in self._passages:
            self._passages[document.path] = {p.location.line: p for p in reversed(document.passages)}
        return self._passages[document.path].get(paragraph)
