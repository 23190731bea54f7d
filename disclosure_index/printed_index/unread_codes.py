"""Findings on rows of an index without a readable code, or with a code beside another's title."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from disclosure_index.messages import message
from disclosure_index.messages.shortening import shortened
from disclosure_index.model import Finding, Location, Severity
from disclosure_index.printed_index.claims import FrameworkHints
from disclosure_index.printed_index.framework_titles import code_by_title
from disclosure_index.printed_index.row_texts import Texts

_WORDED = 20
"""Characters of a location that is longer than the title of a short section or a page."""


def unread_code(
    text: str, row: Location, frameworks: Mapping[str, FrameworkHints], *, in_codes: bool = True
) -> Iterator[Finding]:
    """Report a text in the place of a code that is not one.

    A part without disclosures that is rightly named, "GRI 1: Foundation 2021", is not reported.

    Args:
        text: as printed.
        row: its location.
        frameworks: those with code columns in the row.
        in_codes: whether the text is in a column of codes instead of one of topics.
    """
    if any(hints.without_disclosures.match(text) for hints in frameworks.values()):
        return
    if of := next((id for id, hints in frameworks.items() if hints.standard_in(text)), ""):
        problem = message(
            '"{text}" in the index is a Standard (a topic) and not one of its disclosures', text=shortened(text)
        )
        hint = message("Name the disclosures of this Standard that are reported, each with its place")
        yield Finding("DI403", problem, row, hint, framework=of)
        return
    if not in_codes:
        yield row_without_code(text, row)
        return
    problem = message('"{text}" in the index matches no known disclosure', text=shortened(text))
    hint = message("Write the code as the framework does, or remove the row")
    yield Finding("DI406", problem, row, hint, severity=Severity.NOTE)


def row_without_code(text: str, row: Location) -> Finding:
    """Return the finding on a row with a location and without a code."""
    problem = message('The index row "{text}" names no disclosure', text=shortened(text))
    return Finding("DI403", problem, row, message("Name the disclosures that it answers, or remove the row"))


def believed_code(
    code: str, title: str, hints: FrameworkHints, groups: Collection[str], framework: str, row: Location
) -> tuple[str, list[Finding]]:
    """Return the code that a title belongs to, and the finding on a code beside the title of another.

    Args:
        code: as printed.
        title: beside it; "" without one.
        hints: of the framework.
        groups: those whose codes the index prints (`code_by_title`).
        framework: its id.
        row: their location.

    """
    other = code_by_title(code, title, hints, groups) if title else None
    if other is None or other.startswith(f"{code}("):
        return other or code, []
    problem = message(
        'The title "{title}" belongs to {other}, not to {code}', title=shortened(title), other=other, code=code
    )
    hint = message("Write {other}; the title is taken as correct", other=other)
    return other, [Finding("DI404", problem, row, hint, framework=framework, code=other)]


def is_line_of(texts: Texts, near: Sequence[Texts]) -> bool:
    """Whether a row without a code is a line of the row above or below, whose merged cells it repeats.

    `near` holds the row itself. Its location is that of another in words, which is seldom chance.
    """
    if len(texts.section) < _WORDED:
        return False
    return sum((one.section, one.group, one.page) == (texts.section, texts.group, texts.page) for one in near) > 1
