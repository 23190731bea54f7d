"""The findings about rows of an index in which no code of a framework is read."""

from collections.abc import Iterator, Mapping

from disclosure_index.messages import message
from disclosure_index.messages.shortening import shortened
from disclosure_index.model import Finding, Location, Severity
from disclosure_index.printed_index.claims import FrameworkHints


def unread_code(
    text: str, row: Location, frameworks: Mapping[str, FrameworkHints], *, in_codes: bool = True
) -> Iterator[Finding]:
    """Report a text in the place of a code that is none.

    A part that has no disclosures and is named rightly, "GRI 1: Foundation 2021", is no fault.

    Args:
        text: as printed.
        row: where it stands.
        frameworks: those whose codes the columns of the row hold.
        in_codes: it stands in a column of codes, and not in one of topics.
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
    """Return the finding about a row that has a place and no code."""
    problem = message('The index row "{text}" names no disclosure', text=shortened(text))
    return Finding("DI403", problem, row, message("Name the disclosures that it answers, or remove the row"))
