"""Enumerations of the field, and the parsing of whole numbers."""

from enum import StrEnum

LONGEST_NUMBER = 9
"""Digits of a number that counts pages or codes: Python refuses to read one of thousands, which a file may have."""


def whole_number(text: str) -> int | None:
    """Return the number that a text is; None where it is none (nor is "²"), or longer than any that counts something.

    >>> whole_number("12"), whole_number("²"), whole_number("9" * 5000)
    (12, None, None)
    """
    return int(text) if text.isdecimal() and len(text) <= LONGEST_NUMBER else None


class Obligation(StrEnum):
    """What a framework asks of a disclosure, for one issuer and one financial year."""

    MANDATORY = "mandatory"
    COMPLY_OR_EXPLAIN = "comply-or-explain"
    RECOMMENDED = "recommended"
    VOLUNTARY = "voluntary"


class Basis(StrEnum):
    """How sure a definition is."""

    VERIFIED = "verified"
    DERIVED = "derived"
    SECONDARY = "secondary"
    UNVERIFIED = "unverified"


class Status(StrEnum):
    """The coverage of one disclosure."""

    DISCLOSED = "disclosed"
    PARTIAL = "partial"
    OMITTED = "omitted"
    MISSING = "missing"
    NOT_REQUIRED = "not-required"
    UNDETERMINED = "undetermined"


class Severity(StrEnum):
    """How bad a finding is; ERROR fails a build unless the policy says otherwise."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)
