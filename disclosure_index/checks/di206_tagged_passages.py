"""DI206 and DI207: tagged elements without content."""

import re
from collections.abc import Iterator

from disclosure_index.assessment.assessment import Assessment
from disclosure_index.assessment.linking import Link
from disclosure_index.checks.support.report_wording import pattern
from disclosure_index.messages import COMMA, joined, message
from disclosure_index.model import Finding, Message, Severity
from disclosure_index.policy.rules import Rule

# Each branch begins with a letter, so that the search skips to it: most passages are long and have none.
MARK = re.compile(
    r"T(?<![A-Za-z0-9]T)B[ACD](?![A-Za-z0-9])|t(?<![A-Za-z0-9]t)b[acd](?![A-Za-z0-9])"
    r"|X(?<![A-Za-z0-9]X)X+(?:[.,]X+)*(?![A-Za-z0-9])\s*%?|x(?<![A-Za-z0-9]x)x+\s*%"
    r"|\[\s*[●•■xX?_]+\s*\]|待(?<![期等接招对對有优優善]待)(?:定(?!期)|[補补]充|[確确][認认]|更新|填)"
    r"|Lorem ipsum|lorem ipsum"
)
"""What stands where a word or a figure is still to come.

XX is also a Roman number, or a name: told by what stands before and behind it.
"""
SHORT = 40
"""Characters up to which a passage is no sentence about something that is to be determined."""


def empty_passage(assessment: Assessment) -> Iterator[Finding]:
    """Report the tagged elements without a word, or with nothing but a heading."""
    for links, first in assessment.elements:
        if not first:
            yield _of_element(
                "DI206",
                links,
                message("but has no text of its own"),
                message("Write the disclosure, or move the tag"),
            )


def placeholder(assessment: Assessment) -> Iterator[Finding]:
    """Report the tagged elements whose passages all hold placeholders."""
    for links, text in assessment.elements:
        mark = placeholder_in(text)
        if mark and all(placeholder_in(other) for other in assessment.texts(links[0])):
            yield _of_element(
                "DI207",
                links,
                message('but still says "{mark}"', mark=mark),
                message("Replace the placeholder"),
            )


def placeholder_in(text: str) -> str:
    """Return the first placeholder in a text, or "".

    >>> placeholder_in("Suppliers: XX"), placeholder_in("Article XX of the treaty"), placeholder_in("To be confirmed.")
    ('XX', '', 'To be confirmed')
    >>> placeholder_in("Cars of the XX Programme"), placeholder_in("XX Million tonnes")
    ('', 'XX')
    >>> placeholder_in("The bonus is to be determined by the remuneration committee each March.")
    ''
    """
    for match in MARK.finditer(text) if MARK.search(text) else ():
        if not (match[0].startswith("XX") and _is_name(text, match.start())):
            return match[0].strip()
    worded = pattern("to-come").search(text) if " be " in text else None
    if worded and (len(text) <= SHORT or pattern("in-brackets").search(text, 0, worded.start())):
        return worded[0]
    return ""


def _is_name(text: str, start: int) -> bool:
    """Whether the XX at a place in a text is a Roman numeral or part of a name."""
    before, named = pattern("before-roman"), pattern("named-xx")
    return before.search(text, 0, start) is not None or named.match(text, start) is not None


def _of_element(rule: str, links: tuple[Link, ...], lack: Message, hint: Message) -> Finding:
    named = joined(COMMA, (link.statement.text for link in links))
    reference, disclosure, span = links[0].statement.reference, links[0].disclosure, links[0].statement.span
    return Finding(
        rule,
        message("<{element}> is tagged {tags}, {lack}", element=span.element, tags=named, lack=lack),
        span.location,
        hint,
        framework=reference.framework if reference else "",
        edition=disclosure.edition if disclosure else "",
        code=disclosure.code if disclosure else reference.code if reference else links[0].statement.text,
        anchor=span.anchor,
    )


RULES = (
    Rule(
        "DI206",
        "empty-passage",
        Severity.ERROR,
        message("a tagged element without text of its own"),
        message("The index would point the reader to a place without text."),
        '<section data-disclosure="hkex-esg:B8"><h2>Community</h2></section>',
        '<section data-disclosure="hkex-esg:B8"><h2>Community</h2><p>…</p></section>',
        empty_passage,
    ),
    Rule(
        "DI207",
        "placeholder-passage",
        Severity.ERROR,
        message("a tagged passage with a placeholder (TBC, XX%, 待定)"),
        message(
            "The passage still contains a placeholder (TBC, XX%, [●], 待定, 待補充, lorem ipsum). Words such as “to be "
            "confirmed” count only in brackets or as the entire text."
        ),
        '<p data-disclosure="hkex-esg:B5.1">Suppliers: XX</p>',
        '<p data-disclosure="hkex-esg:B5.1">Suppliers: 212</p>',
        placeholder,
    ),
)
