"""The findings about rows of an index in which no code of a framework is read."""

from disclosure_index.messages import message
from disclosure_index.model import Finding, Location, Severity


def unread_code(text: str, row: Location) -> Finding:
    """Return the finding about a text in a column of codes."""
    problem = message('"{text}" in the index matches no known disclosure', text=text[:60])
    hint = message("Write the code as the framework does, or remove the row")
    return Finding("DI406", problem, row, hint, severity=Severity.NOTE)


def standard_alone(text: str, row: Location, framework: str) -> Finding:
    """Return the finding about a row that names a Standard, and none of its disclosures."""
    problem = message('"{text}" in the index is a Standard (a topic) and not one of its disclosures', text=text[:60])
    hint = message("Name the disclosures of this Standard that are reported, each with its place")
    return Finding("DI403", problem, row, hint, framework=framework)


def row_without_code(text: str, row: Location) -> Finding:
    """Return the finding about a row that has a place and no code."""
    problem = message('The index row "{text}" names no disclosure', text=text[:60])
    return Finding("DI403", problem, row, message("Name the disclosures that it answers, or remove the row"))
