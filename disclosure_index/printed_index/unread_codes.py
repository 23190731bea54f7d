"""The finding about a code of an index that is read as none of a framework's."""

from disclosure_index.messages import message
from disclosure_index.model import Finding, Location, Severity


def unread_code(text: str, row: Location) -> Finding:
    """Return the finding about a text in a column of codes."""
    problem = message('"{text}" in the index matches no known disclosure', text=text[:60])
    hint = message("Write the code as the framework does, or remove the row")
    return Finding("DI406", problem, row, hint, severity=Severity.NOTE)
