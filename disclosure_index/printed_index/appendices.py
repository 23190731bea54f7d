"""Claims with the number of one appendix and the title of another."""

from collections.abc import Iterable

from rapidfuzz import fuzz

from disclosure_index.messages import message
from disclosure_index.model import Document, Finding
from disclosure_index.printed_index.claims import IndexEntry
from disclosure_index.printed_index.vocabulary import APPENDIX
from disclosure_index.reading.plain_title import plain

_SAME = 85.0
_LONGEST = 120


def appendix_findings(document: Document, claims: Iterable[IndexEntry]) -> list[Finding]:
    """Return findings on dangling numbers: the appendix with that title has another number in the document."""
    numbers: dict[str, tuple[str, str]] = {}
    for text in (*(s.title for s in document.sections), *(p.text for p in document.passages if len(p.text) < _LONGEST)):
        if "\t" not in text and (match := APPENDIX.match(text.strip())):
            numbers.setdefault(plain(match[3]), (match[2], f"{match[1]} {match[2]} {match[3].strip()}"))
    findings = []
    for claim in claims:
        for path in claim.sections:
            match = APPENDIX.match(path[-1])
            if match is None:
                continue
            best = max(numbers, key=lambda title: fuzz.ratio(title, plain(match[3])), default="")
            if fuzz.ratio(best, plain(match[3])) < _SAME or numbers[best][0] == match[2]:
                continue
            problem = message('"{text}" does not match the appendix of that number', text=path[-1])
            hint = message('Write "{text}"', text=numbers[best][1])
            findings.append(Finding("DI405", problem, claim.row, hint))
    return list(dict.fromkeys(findings))
