"""DI614 to DI618: facts an import did not find, index rows it did not read, and text read from pictures."""

from collections.abc import Iterator, Sequence

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.messages import COMMA, joined, message, plural, titled
from disclosure_index.model import Finding, Location, Message, NotRead, Severity
from disclosure_index.policy.rules import Rule
from disclosure_index.reading.languages.detection import is_supported, named

_SOURCE = message("what is read of a published report (docs/importing.md)")


def unsupported_language(assessment: Assessment) -> Iterator[Finding]:
    """Report the documents in a language whose words are not read."""
    for document in assessment.report.documents:
        if document.readable and document.language and not is_supported(document.language):
            yield language_finding(document.language, Location(document.path, 1, 1))


def language_finding(language: str, place: Location) -> Finding:
    """Return the finding about a document in an unsupported language."""
    (name,) = named([language])
    problem = message(
        "The text is in {language}, which is not supported: codes, pages, tags and short phrases that state an "
        "omission are read, and other words are not",
        language=titled(name, "en"),
    )
    hint = message("Supported languages: English, simplified Chinese and traditional Chinese")
    return Finding("DI614", problem, place, hint)


def no_issuer(assessment: Assessment) -> Iterator[Finding]:
    """Report a project file that does not say who issues the report."""
    if not assessment.report.issuer:
        problem = message("The project file names no issuer, so no index and no table can")
        yield Finding("DI615", problem, assessment.report.location, message("Set issuer in [report]"))


def not_read(assessment: Assessment) -> Iterator[Finding]:
    """Repeat what an import did not read of an index, until the project file confirms it."""
    for one in assessment.report.not_read:
        if not one.confirmed:
            yield not_read_finding(one, one.location, unread=True)


def not_read_finding(one: NotRead, place: Location, *, unread: bool) -> Finding:
    """Return the finding about codes without claims.

    Args:
        one: where they stand, and which they are.
        place: where the finding points to.
        unread: whether the index counts as not read: then it could not be checked.
    """
    problem = _heading_problem(one) if one.heading else _codes_problem(one)
    look = message("Look at these pages of the source, and tag what answers these codes")
    confirm = message(
        "Look at the source, tag what answers these codes, and set confirmed = true in [[not-read]] of the project file"
    )
    return Finding("DI616", problem, place, confirm if unread else look, unchecked=unread)


def _codes_problem(one: NotRead) -> Message:
    return message(
        "{seen} codes stand as in an index{where}, and {count} of them are not claimed: {codes}",
        seen=one.seen,
        where=_on_pages(one.pages),
        count=len(one.unclaimed),
        codes=joined(COMMA, one.unclaimed),
    )


def _heading_problem(one: NotRead) -> Message:
    return message(
        'The heading "{heading}"{where} says that an index follows, and no row of it was read',
        heading=one.heading,
        where=_on_pages(one.pages),
    )


def _on_pages(pages: Sequence[str]) -> Message | str:
    if not pages:
        return ""
    return plural(" on page {pages}", " on pages {pages}", len(pages), pages=joined(COMMA, pages))


RULES = (
    Rule(
        "DI614",
        "unsupported-language",
        Severity.WARNING,
        message("a document in a language that is not supported"),
        message("What is found by words, such as explanations and statements of use, may not be found in it."),
        '[[documents]]\npath = "bilancio.xhtml"\nlanguage = "it"',
        '[[documents]]\npath = "report.xhtml"\nlanguage = "en"',
        unsupported_language,
        source=_SOURCE,
    ),
    Rule(
        "DI615",
        "fact-not-found",
        Severity.WARNING,
        message("an issuer, year or title that the report does not say"),
        message("What a report does not say of itself is left empty and never guessed. Someone has to add it."),
        'issuer = ""',
        'issuer = "Harbour Ferries Limited"',
        no_issuer,
        source=_SOURCE,
    ),
    Rule(
        "DI616",
        "codes-not-claimed",
        Severity.WARNING,
        message("codes that stand as in an index and are not claimed"),
        message("An index that is passed over would look like a report that discloses nothing."),
        "302-1 Energy consumption . . . page twelve",
        "| 302-1 | Energy consumption | 12 |",
        not_read,
        source=_SOURCE,
        mandatory=True,
    ),
    Rule(
        "DI617",
        "unknown-element",
        Severity.WARNING,
        message("inline XBRL elements that no definition knows"),
        message("An element of a taxonomy without definitions does not say which disclosure its text answers."),
        '<ix:nonNumeric name="esrs:…">…</ix:nonNumeric>',
        '<ix:nonNumeric name="gri:LegalName">…</ix:nonNumeric>',
        source=_SOURCE,
    ),
    Rule(
        "DI618",
        "recognised-text",
        Severity.WARNING,
        message("text that was recognised on a picture (OCR)"),
        message("Recognition takes one character for another now and then, and a code or a page with it."),
        "(a scan, read as GRI 3O5-1)",
        "(the PDF that was scanned, with its text)",
        source=_SOURCE,
    ),
)
